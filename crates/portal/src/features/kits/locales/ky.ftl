# ky: native review
kits-title = Топтомдор
kits-lead = Бир максат үчүн топтолгон тексттер менен файлдар: басып чыгарууга, окуп берүүгө, таратууга болот.
kits-new = Топтом сунуштоо
kits-all = Бардык топтомдор
kits-filters = { $count ->
    [0] Чыпкалар
   *[other] Чыпкалар ({ $count })
}
kits-audience = Кимдер үчүн
kits-theme = Тема
kits-any-audience = Кимдер үчүн болсо да
kits-any-theme = Каалаган тема
kits-every-audience = Баары үчүн
kits-no-theme = Темасыз
kits-campaign = Кампания
kits-no-campaign = Кампаниясыз
kits-of-campaign = Бул кампаниянын топтомдору
kits-show = Көрсөтүү
kits-reset = Тазалоо
kits-none = Азырынча топтом жок
kits-none-text = Тексттер бир иш үчүн топтолгондо ушул жерден табасыз.
kits-none-filtered = Бул чыпкаларга эч нерсе туура келбейт. Баарын көрүү үчүн тазалаңыз.
kits-proposed = Сунушталган топтомдор
kits-proposed-text = Төрага же макулдашуучу жарыялаганга чейин окурмандар аларды көрбөйт.
kits-proposal = Сунуш
kits-empty = Азыр бул топтомдон эч нерсе жарыяланган эмес.
kits-texts = Тексттер
kits-download = Баарын жүктөп алуу (ZIP)
kits-about = Бул топтом тууралуу
kits-about-text = Архивде ар бир текст барак катары жана жөнөкөй текст катары, файлдар жана кайсынысы кайдан алынганын айткан тизме бар.
kits-in-it = Топтомдо
kits-count = { $count ->
   *[other] { $count } текст
}
kits-publish = Жарыялоо
kits-edit = Топтомду өзгөртүү
kits-take-back = Кайтарып алуу
kits-missing = { $count ->
   *[other] Топтомдогу { $count } текст мындан ары ачык эмес, окурмандар аны көрбөйт.
}
kits-history = Эмне болду
kits-form-lead = Жарыяланган тексттерди тандап, ирети менен коюп, эмне үчүн экенин кыска жазыңыз.
kits-title-ky = Кыргызча аталышы
kits-title-ru = Орусча аталышы
kits-title-en = Англисче аталышы
kits-title-missing = Аталышын үч тилде тең жазыңыз, 200 белгиден ашпасын
kits-texts-hint = Ар бир сапта бирден дарек, окурман көрө турган иретте. Даректен кийинкиси сизге гана.
kits-texts-unknown = Ар бир сап ушул порталдагы тексттин дареги менен башталат
kits-texts-not-published = Жарыяланган тексттерди гана алыңыз
kits-texts-many = Топтомдо 40 тексттен ашпайт
kits-newest = Жаңы тексттердин даректери
kits-introduction-ky = Кыргызча кириш сөз
kits-introduction-ru = Орусча кириш сөз
kits-introduction-en = Англисче кириш сөз
kits-introduction-hint = Топтом эмне үчүн жана кантип колдонулат. Бош калса да болот.
kits-introduction-long = 10 000 белгиге чейин кыскартыңыз
kits-propose = Сунуштоо
kits-save = Сактоо
kits-proposed-saved = Топтом сунушталды. Аны төрага же макулдашуучу жарыялайт.
kits-saved = Сакталды
kits-published = Топтом жарыяланды
kits-taken-back = Топтом кайра сунуш болду
kits-denied = Бул топтомду өзгөртө албайсыз.
kits-stale = Бул топтомду башка бирөө өзгөртүп койду. Кайра ачып, дагы аракет кылыңыз.
kits-empty-kit = Жарыяланган тексти жок топтом жарыяланбайт.
kits-one = Топтом
kits-kit = Топтом: { $title }
kits-moves = { $count ->
   *[other] { $count } топтом
}
kits-download-source = { $organisation }. { $level }, { $number }-чыгарылыш, { $date }, { $language }
kits-download-note = Тексттер жаңырышы мүмкүн. Эң жаңысы бул жерде:
kits-event-proposed = { $actor }: «{ $title }» топтому сунушталды
kits-event-changed = { $actor }: «{ $title }» топтому өзгөртүлдү
kits-event-published = { $actor }: «{ $title }» топтому жарыяланды
kits-event-taken-back = { $actor }: «{ $title }» топтому кайтарылып алынды
