# Издөө барагы.
# ky: native review
search-title = Издөө
search-title-of = { $query }: издөө
search-label = Эмнени издейсиз?
search-find = Табуу
search-hint = Бир же бир нече сөз жазыңыз. Сөз кайсы формада болсо да, латын тамгасы менен же бир аз ката жазылса да табылат.
search-preparing = Издөө даярдалып жатат
search-preparing-text = Тексттер окулуп жатат, бир мүнөттөй убакыт кетет. Андан кийин баракты жаңылаңыз.
search-kind = Эмне экени
search-language = Тил
search-since = Качан
search-since-month = Акыркы бир айда
search-since-year = Акыркы бир жылда
search-any = Баары
search-choice = { $choice } ({ $n })
search-filters = { $n ->
    [0] Тактоо
   *[other] Такталды: { $n }
}
search-narrow = Көрсөтүү
search-everywhere = Баарын көрсөтүү
search-count = { $n ->
    [0] Эч нерсе табылган жок
   *[other] { $n } жыйынтык
}
search-count-more = { $n } жыйынтыктан көп, жаңылары биринчи
search-instead = Так ушундай жазылган сөз жок. Ушул сөздөр бар тексттер көрсөтүлдү: { $words }
search-partly = Сөздөрдүн баары бар текст дээрлик жок. Көбү барлары көрсөтүлдү.
search-empty = Эч нерсе табылган жок
search-empty-everywhere = Тактоосуз издөө
search-empty-fewer = Азыраак сөз калтырыңыз, же эң маанилүү бир сөздү эле жазыңыз.
search-empty-otherwise = Башка сөз менен же башка тилде жазып көрүңүз.
search-empty-sections = Жардам азыр керек болсо, аны кайдан алуу керектиги менюда.
search-pages = Жыйынтыктын барактары
search-earlier = ← Мурунку
search-later = Кийинки →

# Изделип, табылбаган нерселер.
search-unanswered-title = Табылбагандар
search-unanswered-lead = Акыркы 90 күндө адамдар издеп, таппаган нерселер. Кайсы тексттер жетишпей турганы көрүнөт. Ким издегени сакталбайт.
search-unanswered-denied = Бул тизмени төрага менен бекитүүчүлөр окуйт: кийинки эмне жазыларын алар чечет.
search-unanswered-empty = Изделгендин баары табылды
search-unanswered-empty-text = Бирөө эч бир текстте жок нерсени издесе, ал бир-эки мүнөттөн кийин ушул жерде көрүнөт.
search-unanswered-words = Изделген сөз
search-unanswered-times = Канча жолу
search-unanswered-last = Акыркы жолу
