# ky: native review
campaigns-title = Кампаниялар
campaigns-lead = Бир сөз адамдарга бир нече жол менен жетсин деп, өнөктөштөр белгилүү мөөнөттө чогуу жүргүзгөн иштер.
campaigns-new = Кампания сунуштоо
campaigns-all = Бардык кампаниялар
campaigns-one = Кампания
campaigns-filters = { $count ->
    [0] Чыпкалар
   *[other] Чыпкалар ({ $count })
}
campaigns-audience = Кимдер үчүн
campaigns-region = Кайда
campaigns-channel = Кайсы жолдор менен
campaigns-theme = Тема
campaigns-when = Качан
campaigns-any-audience = Кимдер үчүн болсо да
campaigns-any-region = Кайда болсо да
campaigns-no-theme = Темасыз
campaigns-whole-country = Бүткүл өлкөдө
campaigns-show = Көрсөтүү
campaigns-reset = Тазалоо
campaigns-none = Азырынча кампания жок
campaigns-none-text = Өнөктөштөр чогуу кампания баштаганда, аны ушул жерден табасыз.
campaigns-none-filtered = Бул чыпкаларга эч нерсе туура келбейт. Баарын көрүү үчүн тазалаңыз.
campaigns-running = Жүрүп жатат
campaigns-coming = Жакында
campaigns-over = Бүттү
campaigns-running-now = Азыр жүрүп жаткан кампаниялар
campaigns-coming-next = Жакында башталат
campaigns-that-are-over = Бүткөн кампаниялар
campaigns-proposed = Сунушталган кампаниялар
campaigns-proposed-text = Төрага же макулдашуучу жарыялаганга чейин окурмандар аларды көрбөйт.
campaigns-proposal = Сунуш
campaigns-days = { $starts } – { $ends }
campaigns-about = Бул кампания тууралуу
campaigns-lead-partner = Жетектейт
campaigns-supporters = Колдогондор
campaigns-publish = Жарыялоо
campaigns-edit = Кампанияны өзгөртүү
campaigns-take-back = Кайтарып алуу
campaigns-history = Эмне болду
campaigns-one-kind-of-channel = Бул кампаниянын каналдарынын баары бир түрдөгү. Телевизорго ишенгендер көп учурда интернетке ишенбейт, интернетке ишенгендер телевизорго: башка түрдөгү канал да кошуңуз.
campaigns-form-lead = Эмнеге жетиш керек, ким менен жана качан экенин жазыңыз. Тексттер, топтомдор жана окуялар кампаниясын өздөрү көрсөтөт.
campaigns-title-ky = Кыргызча аталышы
campaigns-title-ru = Орусча аталышы
campaigns-title-en = Англисче аталышы
campaigns-title-missing = Аталышын үч тилде тең жазыңыз, 200 белгиден ашпасын
campaigns-starts = Биринчи күнү
campaigns-ends = Акыркы күнү
campaigns-ends-hint = Бул күн да кампанияга кирет.
campaigns-day-missing = Күндү тандаңыз
campaigns-ends-before = Акыркы күнү биринчи күнүнөн эрте боло албайт
campaigns-too-long = Кампания эки жылдан ашпайт
campaigns-no-audience = Жок дегенде бир аудиторияны белгилеңиз
campaigns-supporter-unknown = Бул өнөктөштөрдүн бири мындан ары жок. Кайра тандаңыз.
campaigns-reach-hint = Аймак белгиленбесе, кампания бүткүл өлкөдө жүрөт.
campaigns-goal-ky = Максаты кыргызча
campaigns-goal-ru = Максаты орусча
campaigns-goal-en = Максаты англисче
campaigns-goal-hint = Адамдар эмнени билип, эмне кылышы керек жана кантип катышса болот. Бош калса да болот.
campaigns-goal-long = 10 000 белгиге чейин кыскартыңыз
campaigns-propose = Сунуштоо
campaigns-save = Сактоо
campaigns-proposed-saved = Кампания сунушталды. Аны төрага же макулдашуучу жарыялайт.
campaigns-saved = Сакталды
campaigns-published = Кампания жарыяланды
campaigns-taken-back = Кампания кайра сунуш болду
campaigns-denied = Бул кампанияны өзгөртө албайсыз.
campaigns-stale = Бул кампанияны башка бирөө өзгөртүп койду. Кайра ачып, дагы аракет кылыңыз.
campaigns-moves = { $count ->
   *[other] { $count } кампания
}
campaigns-moves-supported = { $count ->
   *[other] { $count } кампанияны колдоо
}
campaigns-event-proposed = { $actor }: «{ $title }» кампаниясы сунушталды
campaigns-event-changed = { $actor }: «{ $title }» кампаниясы өзгөртүлдү
campaigns-event-published = { $actor }: «{ $title }» кампаниясы жарыяланды
campaigns-event-taken-back = { $actor }: «{ $title }» кампаниясы кайтарылып алынды
