# ky: native review
organisations-nav = Өнөктөштөр
organisations-index = Өнөктөштөр
organisations-index-lead = Программаны чогуу жүргүзгөн министрликтер, агенттиктер, жарандык коом, бизнес, жамааттар жана медиа.
organisations-filter-show = Көрсөтүү
organisations-filter-clear = Тазалоо
organisations-count = { $count ->
   *[other] { $count } уюм
}
organisations-empty = Мындай уюм азырынча жок
organisations-empty-text = Бардык өнөктөштөрдү көрүү үчүн чыпканы тазалаңыз.
organisations-kind = Түрү
organisations-kind-ministry = Министрлик
organisations-kind-agency = Мамлекеттик агенттик
organisations-kind-parliament = Парламент
organisations-kind-regional-office = Аймактык башкармалык
organisations-kind-local-cso = Жергиликтүү коомдук уюм
organisations-kind-international = Эл аралык уюм
organisations-kind-employer = Иш берүүчү
organisations-kind-professional-association = Кесиптик бирикме
organisations-kind-religious-community = Диний жамаат
organisations-kind-media = Медиа
organisations-kind-academic = Университет же илим
organisations-regions = Кайсы жерде иштейт
organisations-regions-all = Бүт өлкө
organisations-website = Сайты
organisations-website-hint = https:// менен башталган толук дарек; болбосо бош калтырыңыз.
organisations-website-wrong = Даректи https:// менен баштап, толук жазыңыз
organisations-new = Уюм кошуу
organisations-edit = Маалыматын өзгөртүү
organisations-name-ky = Кыргызча аталышы
organisations-name-ru = Орусча аталышы
organisations-name-en = Англисче аталышы
organisations-name-hint = Аталышы бардык тилде бирдей болсо, аны үч жолу жазыңыз.
organisations-name-missing-ky = Кыргызча аталышын жазыңыз, 200 белгиден ашпасын
organisations-name-missing-ru = Орусча аталышын жазыңыз, 200 белгиден ашпасын
organisations-name-missing-en = Англисче аталышын жазыңыз, 200 белгиден ашпасын
organisations-save = Сактоо
organisations-saved = Сакталды.
organisations-denied = Уюмдун маалыматын анын өз адамдары, жумушчу топтун төрагасы жана оператор өзгөртөт.
organisations-event-created = { $actor } «{ $name }» уюмун кошту
organisations-event-changed = { $actor } «{ $name }» уюмунун маалыматын өзгөрттү

# ky: native review
organisations-filters = { $count ->
    [0] Чыпкалар
   *[other] Чыпкалар: { $count } тандалды
}
organisations-filter-any = Бардык түрлөрү
organisations-filter-any-region = Бардык аймактар
organisations-filter-any-audience = Бардык аудиториялар
organisations-region = Аймак
organisations-audience = Аудитория
organisations-audiences = Кимдер менен иштейт
organisations-trust = Өз тексттери
organisations-trust-needs-approval = Бекитүүнү күтөт
organisations-trust-trusted = Ишеничтүү: дароо жарыяланат
organisations-trust-hint = Ишеничтүү уюмдун өз тексттери бекитүүсүз жарыяланат; бекитүүчү аларды кийин карап чыгат.
organisations-about = Эмне менен алектенет
organisations-about-ky = Кыргызча
organisations-about-ru = Орусча
organisations-about-en = Англисче
organisations-about-hint = Баарына түшүнүктүү эки-үч сүйлөм. Айрым тилди бош калтырса болот.
organisations-about-long = 1000 белгиге чейин кыскартыңыз
organisations-contact = Байланыш
organisations-contact-hint = Муну баары көрөт. Адамдыкын эмес, уюмдун өз номерин жана дарегин жазыңыз.
organisations-contact-none = Байланыш маалыматы азырынча жок.
organisations-phone = Телефон
organisations-phone-wrong = Номерди сан менен жазыңыз: +996 312 000000
organisations-email = Электрондук почта
organisations-email-wrong = Дарек ушундай жазылат: info@example.kg
organisations-messenger = Мессенжер
organisations-messenger-hint = Мисалы: Telegram @name
organisations-messenger-long = 300 белгиге чейин кыскартыңыз
organisations-address = Дареги
organisations-address-long = 300 белгиге чейин кыскартыңыз
organisations-page = Барагы
organisations-name-fixed = Аталышын, түрүн жана ишенимди жумушчу топтун төрагасы өзгөртөт.
organisations-merge = Кайталанган уюмду бириктирүү
organisations-merge-text = Уюм тизмеде эки жолу турса, кайсынысы каларын тандаңыз. Адамдар, тексттер жана файлдар ошого өтөт, бул барак ошого алып барат.
organisations-merge-from = Жок болот
organisations-merge-into = Калат
organisations-merge-choose = Тандаңыз
organisations-merge-missing = Кайсы уюм каларын тандаңыз
organisations-merge-see = Эмне өтөрүн көрүү
organisations-merge-moves = Өтөт
organisations-merge-nothing = Ага тиешелүү эч нерсе жок
organisations-merge-final = Муну кайтарып болбойт. Кала турган уюмдун аталышы, байланышы жана ишеними өзгөрбөйт.
organisations-merge-other = Башкасын тандоо
organisations-merged = Бириктирилди. Эски барак ушул жерге алып келет.
organisations-back = Артка
organisations-event-trusted = { $actor } «{ $name }» уюмуна ишеним берди: анын тексттери дароо жарыяланат
organisations-event-trust-ended = { $actor } «{ $name }» уюмуна берилген ишенимди токтотту: анын тексттери бекитүүнү күтөт
organisations-event-merged = { $actor } «{ $name }» жана «{ $into }» уюмдарын бириктирди

# In search results.
# ky: native review
organisations-partner = Өнөктөш
