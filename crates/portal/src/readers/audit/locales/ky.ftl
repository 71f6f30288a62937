# Журналдын барагы.
# ky: native review
audit-title = Журнал
audit-lead = Бул жерде жасалган иштердин баары: качан, ким жана эмне жасаган.
audit-denied = Журналды төрага менен бекитүүчүлөр гана окуйт: анда бардык уюмдардын адамдары аталат.
audit-filters = { $n ->
    [0] Чыпкалар
   *[other] Чыпкалар: { $n } тандалды
 }
audit-section = Бөлүм
audit-every-section = Бардык бөлүмдөр
audit-person = Ким
audit-everybody = Баары
audit-from = Кайсы күндөн
audit-to = Кайсы күнгө чейин (ошол күн дагы кирет)
audit-show = Көрсөтүү
audit-reset = Баарын көрсөтүү
audit-count = { $n } окуя
audit-count-more = { $n } окуядан көп
audit-export = CSV кылып сактоо
audit-export-whole = Текшерүү үчүн толук журнал
audit-export-whole-hint = Толук журнал текшерүү үчүн: анда долбоор тексттердин аталыштары да бар. Ишенимдүү жерде сактаңыз.
audit-empty = Эч нерсе табылган жок
audit-empty-text = Башка күндөрдү, башка адамды же башка бөлүмдү тандаңыз.
audit-pages = Барактар
audit-newest = ← Эң жаңылары
audit-older = Мурункулары →

# Таблицанын жана файлдын мамычалары.
# ky: native review
audit-time = Качан
audit-event = Эмне болду
audit-kind = Түрү
audit-address = Дареги

# Эмне жазылат.
# ky: native review
audit-hidden = «{ $section }» бөлүмүндөгү иш, аны тиешелүүлөр гана көрөт: { $who }
audit-exported = { $who } журналдын көчүрмөсүн сактап алды
