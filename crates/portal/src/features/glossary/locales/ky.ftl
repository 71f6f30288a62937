# ky: native review
glossary-title = Сөздүк
glossary-lead = Программанын сөздөрү: мааниси эмне, ар бир тилде кантип айтуу керек жана кайсынысынан оолак болгон жакшы.
glossary-term = Термин
glossary-new = Термин кошуу
glossary-edit = Терминди өзгөртүү
glossary-known = { $count ->
   *[other] Жетишпеген { $count } белгилүү терминди жүктөө
}
glossary-known-loaded = Терминдер жүктөлдү. Ырастала элек кыргызча сөздөрдү катышуучулар гана көрөт.
glossary-search = Сөздү үч тилдин каалаганында издөө
glossary-find = Табуу
glossary-count = { $count ->
   *[other] { $count } термин
}
glossary-all = Баарын көрсөтүү
glossary-export = Таблица кылып жүктөп алуу (CSV)
glossary-empty = Мындай термин жок
glossary-empty-text = Терминдерди жумушчу топтун төрагасы кошот. Кийинчерээк кайрылып көрүңүз.
glossary-empty-search = Сөздү кыскартып же башын эле жазып көрүңүз.
glossary-letters = Тамгалар
glossary-waits = Бул тилде ырасталган сөз азырынча жок
glossary-not = «{ $words }» эмес:
glossary-none = Бул тилде ырасталган сөз азырынча жок.
glossary-say = Ушинтип айтыңыз
glossary-avoid = Мындан оолак болуңуз
glossary-preferred = эң жакшысы
glossary-also = мындай да болот
glossary-confidence-high = ушинтип жазышат
glossary-confidence-medium = адаттагыдай
glossary-confidence-low = ырастала элек
glossary-confidence-text = Ырастала элек сөздү окурман көрбөйт. Эл чын эле ушинтип айтса, ырастап коюңуз.
glossary-confirmed = { $date } ырасталган
glossary-confirmed-by = { $name } ырастаган, { $date }
glossary-confirm = Ушинтип айтышат: ырастоо
glossary-confirmed-now = Рахмат. Эми бул сөздү окурмандар көрөт.
glossary-doubt = Ырастоону кайтарып алуу
glossary-doubted = Бул сөздү окурмандар мындан ары көрбөйт.
glossary-deeds = Эмне кыла аласыз
glossary-remove-title = Терминди алып салуу
glossary-remove-text = Термин сөздүктөн, тексттерден жана издөөдөн кетет. Тарыхы журналда калат.
glossary-remove = Алып салуу
glossary-removed = Термин алынды.
glossary-history = Тарыхы
glossary-key = Дарек үчүн кыска аты
glossary-key-hint = Латындын кичине тамгалары, сан жана дефис, мисалы safe-migration. Кийин өзгөрбөйт.
glossary-key-wrong = Башка ат тандаңыз: 2ден 40ка чейин латындын кичине тамгалары, сан жана дефис; бош болсун
glossary-in-ky = Кыргызча
glossary-in-ru = Орусча
glossary-in-en = Англисче
glossary-say-hint = Ар бирин өз сабына жазыңыз, эң жакшысы биринчи турсун. Так билбесеңиз, аягына ? коюңуз: кимдир бирөө ырастамайынча окурман көрбөйт.
glossary-say-missing = Жок дегенде бирөөнү жазыңыз; так билбесеңиз, аягына ? коюңуз
glossary-say-wrong = Ар бирин өз сабына жазыңыз: 120 белгиден, бир тилде 12ден ашпасын
glossary-avoid-hint = Ар бирин өз сабына жазып, сызыкчадан кийин себебин айтыңыз: кулчулук — мыйзамда башкача.
glossary-avoid-wrong = Сөздү, андан кийин сызыкча коюп себебин жазыңыз, 300 белгиден ашпасын
glossary-reason-missing = Эмне үчүн мындай дебеш керегин сызыкчадан кийин жазыңыз
glossary-twice = Бир эле сөз эки жолу турат: бирөөнү калтырыңыз
glossary-definition = Мааниси
glossary-definition-hint = Кошунага айткандай, жөнөкөй тил менен бир-эки сүйлөм.
glossary-definition-long = Түшүндүрмөнү 600 белгиге чейин кыскартыңыз
glossary-definition-missing = Бул тилде да түшүндүрүңүз же терминди текстте түшүндүрбөй коюңуз
glossary-explained = Термин текстте биринчи жолугканда окурманга түшүндүрүлсүн
glossary-explained-hint = Күн сайын айтылбаган сөздөр үчүн гана.
glossary-save = Сактоо
glossary-saved = Термин сакталды.
glossary-saved-new = Термин сөздүккө кирди.
glossary-stale = Сиз ачкандан кийин бул терминди башка бирөө сактап койду. Кайра ачып, өзгөртүүңүздү кайталаңыз.
glossary-denied = Сөздүктү төрага менен бекитүүчү өзгөртөт; сөздөрдү текст жазган катышуучулар ырастайт.
glossary-more = Сөздүктөн окуу
glossary-open = Сөздүктөн ачуу
glossary-quoted = «{ $words }»
glossary-remarks-avoid = Башкача айтылса жакшы
glossary-remarks-terms = Бул тексттеги терминдер башка тилдерде
glossary-remark = { $found }: { $reason }
glossary-remark-times = { $found } ({ $count ->
   *[other] { $count } жолу
}): { $reason }
glossary-remark-write = Мындай жазыңыз:
glossary-event-loaded = { $actor }: { $count ->
   *[other] { $count } белгилүү термин жүктөлдү
}.
glossary-event-added = { $actor }: «{ $name }» термини кошулду.
glossary-event-changed = { $actor }: «{ $name }» термини өзгөртүлдү.
glossary-event-changed-words = { $actor }: «{ $name }» термини өзгөртүлдү: { $words }.
glossary-event-removed = { $actor }: «{ $name }» термини алынды.
glossary-event-confirmed = { $actor }: «{ $form }» ырасталды («{ $name }» термини).
glossary-event-doubted = { $actor }: «{ $form }» сөзүнүн ырастоосу кайтарылды («{ $name }» термини).
