# ky: native review
documents-comparison-title = Башка тилдер
documents-comparison-behind = { $number }-басылыш ({ $state }): мындан артта, бул { $own }-басылыш.
documents-comparison-level = { $number }-басылыш ({ $state }), ушуну менен тең.
documents-comparison-ahead = { $number }-басылыш ({ $state }): мындан алдыда, бул { $own }-басылыш.
documents-comparison-here = Ушул текстте гана
documents-comparison-there = Башкасында гана
documents-comparison-phone = телефон { $number }
documents-comparison-reason = Айырмачылыктар эмне үчүн туура
documents-comparison-reason-hint = Сандар, күндөр же номерлер ар башка тилде дал келбейт. Катасын оңдоңуз, баары туура болсо, себебин жазыңыз. Аны бекитүүчү окуйт жана ал тарыхта калат.
documents-comparison-said = Автордун түшүндүрмөсү
documents-comparison-note = Айырмачылыктарга карабай бекитсеңиз, себебин эскертүүгө жазыңыз.
documents-cannot-differs = Ар башка тилдеги тексттердин сандары, күндөрү же номерлери дал келбейт. Оңдоңуз же эмне үчүн туура экенин жазыңыз.
documents-event-submitted-despite = { $who }: «{ $title }» ({ $language }, { $number }-басылыш) тилдер дал келбесе да бекитүүгө жөнөтүлдү: { $reason }
