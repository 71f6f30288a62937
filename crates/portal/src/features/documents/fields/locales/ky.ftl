# ky: native review
documents-fields-title = Текст тууралуу маалымат: { $kind }
documents-fields-inside = Катышуучулар үчүн
documents-fields-needed = Бекитүүгө жөнөтүүдөн мурун толтуруу керек.
documents-fields-either = Бекитүүгө жөнөтүүдөн мурун ушуну же кийинкисин толтуруу керек.
documents-fields-document-hint = Ушул порталда жарыяланган документтин дарегин коюңуз.
documents-fields-document-found = Азыр: «{ $title }».
documents-fields-attach-first = Файлды төмөндө тиркеп, сактаңыз, андан кийин аны ушул жерден тандаңыз.
documents-fields-missing = Толтуруңуз: { $field }
documents-fields-no-day = { $field }: күндү жазыңыз, мисалы 2026-11-26
documents-fields-no-link = { $field }: https:// менен башталган даректи жазыңыз
documents-fields-no-choice = { $field }: тизмеден тандаңыз
documents-fields-no-document = { $field }: мындай даректе жарыяланган документ жок
documents-fields-not-attached = { $field }: файлды ушул текстке тиркеп, аны тандаңыз
documents-fields-no-organisation = { $field }: ушул порталдын уюмун тандаңыз
documents-fields-ends-early = { $field }: бул башталышынан мурунку күн
documents-cannot-fields = Текст тууралуу маалыматтын айрымы толтурулган эмес. Долбоорду ачыңыз: алар ошол жерде белгиленген.

documents-fields-period-from = Отчёттун башталышы
documents-fields-period-until = Отчёттун аягы
documents-fields-method = Сандар кайдан алынган
documents-fields-method-hint = Ким, эмнени, кантип санаган. Ансыз санды туура эмес түшүнүп алуу оңой.

documents-fields-law-number = Актынын номери
documents-fields-law-date = Актынын күнү
documents-fields-in-force-from = Күчүнө кирген күнү
documents-fields-in-force-until = Күчүн жоготкон күнү
documents-fields-in-force-until-hint = Акт күчүндө турганда бош калтырыңыз.
documents-fields-changed = Ал өзгөрткөн документ
documents-fields-changes = Эмнени өзгөртөт
documents-fields-changes-hint = Ушул китепканадагы мурунку актылар, эми башкача окулат.
documents-fields-plain-twin = Жөнөкөй тил менен
documents-fields-plain-twin-hint = Бул актыны баарына түшүндүргөн текст.

documents-fields-speaker = Ким айтат
documents-fields-speaker-hint = Аты-жөнү жана кызматы, цитата кылууга ылайыктуу түрдө.
documents-fields-occasion = Эмнеге байланыштуу
documents-fields-said-on = Билдирүүнүн күнү

documents-fields-asked-for = Топ эмнени чечиши керек
documents-fields-asked-for-hint = Бир-эки сүйлөм. Ушуну гана окуган киши эмне чечиле турганын түшүнсүн.
documents-fields-meeting-on = Кайсы күнкү жыйынга

documents-fields-message = Негизги ой
documents-fields-message-hint = Эсте калышы керек болгон нерсе, бир-эки сүйлөм менен.
documents-fields-listeners = Кимге айтылат
documents-fields-when-to-use = Качан колдонулат
documents-fields-asked = Суроо
documents-fields-reply = Жооп
documents-fields-questions = Кандай суроолорду күтүү керек
documents-fields-questions-hint = Адамдар эмне деп сурайт жана ага эмне деш керек. Бош саптар сакталбайт, сактагандан кийин эки жаңысы чыгат.

documents-fields-contact = Журналисттер үчүн байланыш
documents-fields-contact-hint = Аларга жооп берген кишинин аты-жөнү жана кызматы.
documents-fields-contact-phone = Журналисттер үчүн телефон
documents-fields-contact-email = Журналисттер үчүн почта

documents-fields-print-master = Басма үчүн файл
documents-fields-print-master-hint = Басмаканага бериле турган файл.
documents-fields-formats = Форматтар
documents-fields-formats-hint = Мисалы: А4, А3, буклет.
documents-fields-print-languages = Барактагы тилдер
documents-fields-print-languages-hint = Эгер бир баракта бир нече тил болсо.

documents-fields-network = Тармак
documents-fields-post = Текст
documents-fields-posts = Посттор
documents-fields-posts-hint = Ар бир постко бирден сап. Бош саптар сакталбайт, сактагандан кийин эки жаңысы чыгат.
documents-fields-post-length = Белгилердин саны: { $count }, { $limit } чейин батат.
documents-fields-post-too-long = Белгилердин саны: { $count }, бирок { $limit } гана батат. Кыскартыңыз.
documents-fields-picture = Сүрөт
documents-fields-alt = Сүрөттө эмне бар
documents-fields-pictures = Сүрөттөр
documents-fields-pictures-hint = Ар бирине аны көрбөгөндөр үчүн сөз керек. Постту жарыялаганда аларды да кошо коюңуз.
documents-fields-network-facebook = Facebook
documents-fields-network-instagram = Instagram
documents-fields-network-telegram = Telegram
documents-fields-network-whatsapp = WhatsApp
documents-fields-network-tiktok = TikTok
documents-fields-network-ok = Одноклассники
documents-fields-network-vk = ВКонтакте
documents-fields-network-x = X
documents-fields-network-other = Башкасы

documents-fields-recording-link = Кайдан көрсө же укса болот
documents-fields-recording = Жазуу
documents-fields-recording-hint = Же ушул текстке тиркелген файлдын өзү.
documents-fields-transcript = Жазууда эмне айтылат
documents-fields-transcript-hint = Сөзмө-сөз: укпагандар, трафиги түгөнгөндөр жана сөз боюнча издегендер үчүн.

documents-fields-consent-code = Макулдуктун коду
documents-fields-consent-code-hint = Аны сактаган уюм кандай жазса, ошондой. Ысым, телефон же иштин номери эч качан жазылбайт.
documents-fields-consent-keeper = Макулдукту ким сактайт
documents-fields-consent-keeper-hint = Адам менен сүйлөшкөн уюм. Коддун артында ким турганын ошол гана билет.
documents-fields-consent-scope = Кайда жарыялоого болот
documents-fields-consent-until = Кайсы күнгө чейин жарактуу
documents-fields-consent-until-hint = Акыркы күнү. Эртеси портал окуяны өзү кайтарып алат.
documents-fields-scope-portal = Ушул порталда гана
documents-fields-scope-partners = Ушул порталда жана өнөктөштөрдө
documents-fields-scope-media = Массалык маалымат каражаттарында да

documents-fields-outlet = Басылма же канал
documents-fields-appeared-on = Чыккан күнү
documents-fields-coverage-link = Кайдан окуса же көрсө болот
documents-fields-tone = Маанайы
documents-fields-tone-favourable = жакшы
documents-fields-tone-neutral = бейтарап
documents-fields-tone-unfavourable = терс
documents-fields-quoted-person = Ким
documents-fields-quoted-words = Кандай сөз менен
documents-fields-quoted = Кимдин сөзү келтирилди
documents-fields-quoted-hint = Уюмдун атынан сүйлөгөндөр гана, жардам алгандар эч качан эмес.

documents-fields-question = Кайсы суроого жооп берет
documents-fields-question-hint = Адамдар кандай сураса, ошондой.
documents-fields-short-answer = Кыскача жооп
documents-fields-short-answer-hint = Телефондон жарым мүнөттө айта турган сөз.
