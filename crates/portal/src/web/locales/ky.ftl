# Ар бир барактын кабыгы.
# ky: native review
web-skip = Мазмунга өтүү
web-tagline = Бир сөз, көп үн
web-language = Тил
web-account = Эсеп
web-sign-in = Кирүү
web-sign-out = Чыгуу
web-menu = Меню
web-close = Жабуу
web-sections = Бөлүмдөр
web-you-are-here = Сиз бул жердесиз
web-about-portal = Портал жөнүндө
web-theme = Көрүнүшү
web-theme-device = Түзмөктөгүдөй
web-theme-light = Ачык
web-theme-dark = Караңгы
web-feed = Жаңылыктар агымы
web-errors = Текшерип коюңузчу
web-to-home = Башкы бетке
web-request-id = Бизге жазсаңыз, бул номерди айтыңыз: { $id }
web-former-member = мурдагы мүчө
web-guest = конок
web-the-portal = портал
web-event-unknown = Бул порталда мындан ары жок бөлүмдүн окуясы ({ $kind })
web-home-title = Коопсуз миграция жана адам сатууга каршы макулдашылган тексттер
web-home-lead = Министрликтер, уюмдар, иш берүүчүлөр жана жамааттар бул жерде бир сөздү айтышат, ар ким өз үнү менен. Ар бир текстти ким бекиткени көрүнүп турат.
web-home-greeting = Саламатсызбы, { $name }

web-error-not-found = Мындай барак жок
web-error-not-found-text = Даректе ката болушу же барак баарына ачык эмес болушу мүмкүн. Мүчө болсоңуз, кириңиз.
web-error-gone = Бул текст өчүрүлгөн
web-error-gone-text = Ал жаңылыштык менен жарыяланган. Көчүрмөлөрүн таратпаңызчы.
web-error-denied = Бул ишти жасоого укугуңуз жок
web-error-sign-in = Кириңиз
web-error-sign-in-text = Бул барак мүчөлөр үчүн.
web-error-invalid = Окуу мүмкүн болбоду
web-error-invalid-text = Артка кайтып, жазганыңызды текшерип, кайра жөнөтүңүз.
web-error-conflict = Башка бирөө мурда жасап койду
web-error-forged = Бул биздин барактан келген жок
web-error-forged-text = Коопсуздугуңуз үчүн эч нерсе жасалган жок. Баракты жаңыдан ачып, кайталаңыз.
web-error-too-large = Өтө чоң
web-error-too-large-text = Кичирээк файл же кыскараак текст жөнөтүңүз.
web-error-too-often = Өтө тез-тез
web-error-too-often-text = Сиздин байланыштан кыска убакытта өтө көп жөнөтүлдү. Эч нерсе аткарылган жок. { $seconds } секунд күтүп, артка кайтып, кайра жөнөтүңүз: жазганыңыз сакталып турат.
web-error-busy = Портал бош эмес
web-error-busy-text = Бизде эч нерсе жоголгон жок. Бир мүнөттөн кийин кайталаңыз.
web-error-unavailable = Азыр мүмкүн эмес
web-paper-no-pdf = Портал азыр PDF даярдай албайт. DOCX файлында ошол эле текст бар: артка кайтып, аны алыңыз.
web-paper-busy = Файлдарды азыр көп киши алып жатат. Бир мүнөттөн кийин кайталаңыз.
web-error-internal = Бизде бир нерсе бузулду
web-error-internal-text = Бул сиздин эмес, биздин катабыз. Кайталап көрүңүз; болбосо, операторго айтыңыз.

web-resend-ended = Сеансыңыз бүттү
web-resend-ended-text = Эч нерсе жоголгон жок: жазганыңыз ушул баракта. Башка өтмөктө кирип, ушул жерге кайтып, кайра жөнөтүңүз.
web-resend-old = Бул барак эскирип калган
web-resend-old-text = Эч нерсе жоголгон жок: жазганыңыз ушул баракта. Жөнөткүңүз келсе, кайра жөнөтүңүз.
web-resend-confirmed = Бул сизсиз
web-resend-confirmed-text = Эч нерсе жоголгон жок: жазганыңызды эми жөнөтүңүз.
web-resend-set-up = Адегенде ачкыч же колдонмо керек
web-resend-set-up-text = Мындай иш үчүн ролуңузга ачкыч же код көрсөткөн колдонмо керек. Эч нерсе жоголгон жок: башка өтмөктө туташтырып, ушул жерге кайтып, кайра жөнөтүңүз.
web-resend-set-up-open = Туташтыруу (жаңы өтмөктө)
web-resend-sign-in = Кирүү (жаңы өтмөктө)
web-resend-your-text = Сиз жазган текст
web-resend-again = Кайра жөнөтүү

# Ар бир каттын алкагы.
# ky: native review
web-mail-greeting = Саламатсызбы, { $name }!
web-mail-plain-address = Баскыч иштебесе, бул даректи ачыңыз:
web-mail-why = «{ $portal }» порталынын ишине катышып жатканыңыз үчүн бул катты алдыңыз.

# ky: native review
web-call = Кайда чалса болот

# The search box of every page.
# ky: native review
web-search = Издөө
web-search-find = Табуу

# ky: native review
web-leave = Барактан чыгуу
web-leave-hint = Shift баскычын үч жолу басса да болот
web-offline-read = Байланыш жок. Бул барак мурда окулган:
web-only-in = Азырынча ушул тилде гана: { $language }
web-chosen = { $count ->
    [0] (тандала элек)
   *[other] ({ $count } тандалды)
}
