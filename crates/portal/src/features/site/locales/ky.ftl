# ky: native review
site-help = Жардам алуу
site-help-lead = Атыңызды айтпай эле чалсаңыз болот. Азыр коркунучта болсоңуз, адегенде чалыңыз, кийин окуйсуз.
site-help-now = Азыр жардам
site-help-call = Чалыңыз
site-help-answers = Көп берилген суроолорго жооптор
site-help-all-answers = Бардык жооптор
site-help-ask = Суроо берүү
site-lines-none = Азыр ырасталган номер жок. Номерди чалып көргөндөн кийин гана көрсөтөбүз.
site-kept = Бул телефондо эмне сакталат
site-kept-text = Байланышсыз да окуй алышыңыз үчүн бул браузер акыркы окулган барактарды жана номерлерди сактайт. Телефонду башкалар да колдонсо, баарын унуттуруп коюңуз.
site-forget = Сакталганды унутуу
site-forgotten = Унутулду
site-safe-migration = Коопсуз миграция
site-safe-migration-lead = Кетердин алдында эмнени текшерүү керек, кандай укугуңуз бар, кимге чаласыз.
site-trafficking = Адам сатуу деген эмне
site-trafficking-lead = Кантип алдашат, аны кантип өз убагында байкоого болот жана эмне кылуу керек.
site-more-texts = Андан ары окуңуз
site-all-texts = Бардык тексттер
site-for-whom = Кимдер үчүн
site-kits = Топтомдор
site-kits-text = Бир максат үчүн топтолгон тексттер менен файлдар: басып чыгарууга же таратууга болот.
site-groups = Кимдерге
site-texts-title = Тексттер
site-texts = { $count ->
   *[other] { $count } текст
}
site-texts-none = Бул тилде азырынча текст жок. Башка тилди карап көрүңүз.
site-press = Журналисттерге
site-press-lead = Ким жооп берери көрүнүп турган билдирүүлөр, ленталар жана кимден сурай турганыңыз.
site-press-releases = Басма сөз билдирүүлөрү
site-press-none = Бул тилде азырынча билдирүү жок.
site-press-all = Бардык билдирүүлөр
site-press-contact = Кимден сураса болот
site-press-feeds = Ленталар
site-press-feeds-text = Жаңы билдирүүлөр окуу программаңызга өзү келет.
site-about = Портал тууралуу
site-about-lead = Министрликтер, уюмдар, иш берүүчүлөр жана жамааттар бул жерде бир сөздү айтат, ар ким өзүнчө.
site-about-period = { $starts } – { $ends }.
site-about-partners = { $count ->
   *[other] { $count } өнөктөш
}
site-about-tasks = Ар бир милдет боюнча эмне бар
site-about-task-empty = Азырынча текст жок
site-about-programme = Программа толугу менен
site-home-description = Коопсуз миграция жана адам сатууга каршы макулдашылган тексттер кыргыз, орус жана англис тилдеринде.
site-slots = Сайттын барактары
site-slots-lead = Сайттын ар бир барагында бир макулдашылган текст үчүн орун бар. Тандалганга чейин окурман баракты текстсиз көрөт.
site-slot-page = Барак
site-slot-text = Текст
site-slot-change = Өзгөртүү
site-slot-empty = азырынча жок
site-slot-gone = Бул текст ачык эмес болуп калган
site-place-empty = Бул жерде азырынча текст жок. Окурмандар бул жазууну көрбөйт.
site-fill = Текст тандоо
site-fill-now = Азыр:
site-fill-text = Тексттин дареги
site-fill-hint = Барагынын дарегин көчүрүңүз же жаңыларынан тандаңыз. Текстти алып салуу үчүн бош калтырыңыз.
site-fill-unknown = Жарыяланган тексттин дарегин жазыңыз
site-fill-save = Сактоо
site-fill-back = Барактарга кайтуу
site-filled = Текст баракка коюлду
site-emptied = Орун бошотулду
site-denied = Барактардын тексттерин төрага жана макулдашуучулар тандайт.
site-history = Эмне болду
site-event-filled = { $actor }: «{ $title }» тексти «{ $page }» барагына коюлду
site-event-emptied = { $actor }: «{ $title }» тексти «{ $page }» барагынан алынды
site-offline = Байланышсыз
site-offline-lead = Сиз бул телефондо сакталганды окуп жатасыз. Номерлерге интернетсиз да чалса болот.
site-about-campaigns = { $count ->
   *[other] { $count } кампания башталды
}
site-about-campaigns-of = { $count ->
   *[other] { $count } кампания башталды; программада { $least }–{ $most } кампания каралган
}
site-press-events = Басма сөз үчүн жакынкы иш-чаралар
site-press-events-all = Баары календарда
