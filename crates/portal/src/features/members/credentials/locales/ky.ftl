# ky: native review
members-sent-code = Кат башка браузерде же почта программасынын өзүндө ачылса, ал жерден ушул сандар суралат:
members-elsewhere = Бул шилтемени башка браузерден сурагансыз. Ал жердеги «Почтаңызды караңыз» барагында алты сан турат: аларды ушул жерге жазсаңыз, ушул жерден киресиз. Же шилтемени ошол браузерде ачыңыз. Шилтеме сураган эмессизби? Анда бул баракты жабыңыз.
members-elsewhere-code = Алты сан
members-elsewhere-hint = Алар катта жок. Эч кимге айтпаңыз: порталдан аларды эч ким сурабайт.

# ky: native review
members-second-step = Дагы бир кадам
members-second-step-passkey = Бул сиз экениңизди ушул түзмөктөгү ачкыч менен же код менен көрсөтүңүз.
members-second-step-lost = Телефонуңуз жокпу? Кагаздагы кодду жазыңыз. Коддор да жокпу? Жумушчу топтун төрагасына айтыңыз.
members-code = Колдонмодогу код
members-code-hint = Алты сан. Кагаздагы камдык код да жарайт.
members-recovery-code = Камдык код
members-recovery-code-hint = Кагазда сакталган он коддун бири. Ар бири бир жолу жарайт.
members-code-wrong = Код туура келген жок. Жаңысын алып, кайра жазыңыз
members-code-wait = Аракет өтө көп болду. Чейрек саат күтүп, кайра аракет кылыңыз
members-use-passkey = Ачкыч менен кирүү
members-passkey-failed = Ачкыч жооп берген жок. Кайра аракет кылыңыз же башка жолду тандаңыз.
members-passkey-unknown = Портал бул ачкычты тааныбайт. Почта аркылуу кирип, аны эсебиңизге кошуңуз.

# ky: native review
members-confirm-you = Бул сизсизби?
members-confirm-you-text = Азыр маанилүү иш жасайсыз. Бул сиз экениңизди дагы бир жолу көрсөтүңүз, он мүнөткө жетет. Жазганыңыз сакталып турат.
members-confirm-you-mail = Почтаңызга код жөнөтөбүз.
members-confirm-you-button = Улантуу
members-send-code = Код жөнөткүлө
members-mail-code = Каттагы код
members-mail-code-hint = Сегиз сан. Код он мүнөт иштейт.
members-mail-code-subject = Кодуңуз: { $portal }
members-mail-code-text = Кодуңуз: { $code }
members-mail-code-note = Ал он мүнөт иштейт. Аны сураган эмессизби? Анда эсебиңизди башка бирөө колдонуп жатат: калган түзмөктөрдөн чыгып, операторго айтыңыз.

# ky: native review
members-security = Кантип киресиз
members-security-lead = Ачкычыңыз же колдонмоңуз болсо, катыңызды окуган киши да сиздин атыңыздан кире албайт.
members-security-open = Ачкычтар жана коддор
members-act = Аракет
members-never = эч качан
members-remove = Өчүрүү
members-passkey = Ачкыч
members-passkeys = Ачкычтар (сунуштайбыз)
members-passkeys-text = Телефонуңузду же компьютериңизди кантип ачсаңыз, порталга да ошентип киресиз: бармак, жүз же код менен. Ачкычты эч ким көчүрө албайт, алдап да ала албайт.
members-passkey-added = Кошулган
members-passkey-name = Аталышы
members-passkey-name-hint = Мисалы, «менин телефонум». Бош калтырсаңыз, ушул түзмөктүн аты коюлат.
members-passkey-add = Ачкыч кошуу
members-passkey-press = «Ачкыч кошуу» баскычын дагы бир жолу басыңыз.
members-passkey-refused = Ачкыч кошулган жок. Балким, ал мурунтан эле бардыр; болбосо кайра аракет кылыңыз.
members-totp = Код көрсөткөн колдонмо
members-totp-text = Телефондогу колдонмо жарым мүнөт сайын алты сандуу жаңы код көрсөтөт. Ага тармак керек эмес.
members-totp-begin = Колдонмону туташтыруу
members-totp-there = Колдонмо туташтырылган.
members-totp-step-app = Телефонуңуздан бир жолку коддор үчүн колдонмону ачыңыз, мисалы Aegis же Google Authenticator.
members-totp-step-scan = Аны менен ушул сүрөттү сканерлеңиз.
members-totp-step-code = Ал көрсөткөн алты санды жазыңыз.
members-totp-picture = Колдонмо үчүн сүрөт
members-totp-letters = Сканерлей албасаңыз, колдонмого муну жазыңыз:
members-totp-code = Колдонмодогу алты сан
members-totp-finish = Бүтүрүү
members-codes = Камдык коддор
members-codes-first = Камдык коддор биринчи ачкыч же колдонмо менен кошо берилет.
members-codes-left = { $count ->
    [0] Бир да калган жок: жаңысын жасаңыз.
   *[other] { $count } код калды.
}
members-codes-renew = Жаңы коддорду жасоо
members-codes-once = Даяр. Бул коддор ушул эле жолу көрсөтүлөт.
members-codes-text = Телефонуңуз жоголсо, ар бир код менен бир жолу кире аласыз. Баракты басып чыгарыңыз же коддорду көчүрүп жазып, паспортуңуз турган жерге сактаңыз.
members-codes-made = Жасалган күнү: { $date }. Мурунку коддор мындан ары жарабайт.
members-codes-kept = Сактап койдум
members-factor-added = Кошулду. Калган түзмөктөрүңүздөн чыгарылдыңыз.
members-factor-removed = Өчүрүлдү. Калган түзмөктөрүңүздөн чыгарылдыңыз.
members-factor-last = Ролуңузга ачкыч же колдонмо керек. Адегенде башкасын кошуңуз.
members-factor-wanted = { $count ->
    [0] Ролуңузга ачкыч же колдонмо керек. Ансыз акыркы жолу кирдиңиз: азыр туташтырыңыз.
   *[other] Ролуңузга ачкыч же колдонмо керек. Ансыз дагы { $count } жолу кире аласыз.
}
members-factor-overdue = Ролуңузга ачкыч же колдонмо керек, ансыз { $count } жолудан көп кирдиңиз. Бирин ушул жерден туташтырсаңыз, баары кайра ачылат.
members-offer = Коопсузураак кириңиз
members-offer-passkey = Ачкыч кошуу
members-offer-text = Сунуштайбыз: кийинки жолу бармак, жүз же түзмөгүңүздүн коду менен киресиз.
members-offer-later = Азыр эмес
members-offer-later-done = Аны каалаган убакта эсебиңизден табасыз.

# ky: native review
members-factor-passkey = ачкыч
members-factor-app = код көрсөткөн колдонмо
members-factor-codes = камдык коддор
members-event-factor-added = { $person } туташтырды: { $factor }
members-event-factor-removed = { $person } өчүрдү: { $factor }
members-event-factor-used = { $person } камдык код колдонду ({ $factor })

# ky: native review
members-recovery = Кире албай калды
members-recovery-text = { $name } телефонун да, коддорун да жоготтубу? Ушул жерден баштаңыз. Экинчи мүчө ырасташы керек; ошондо мурунку ачкычтар менен коддор жарабай калат да, адам кайра чакырылат. Адегенде аны менен жүзмө-жүз же өзүңүз билген номер аркылуу сүйлөшүңүз.
members-recovery-reason = Эмне болду, анын өзү экенин кайдан билесиз?
members-recovery-reason-hint = Муну экинчи мүчө окуйт.
members-recovery-reason-missing = Эмне болгонун жазыңыз, 500 белгиден ашпасын
members-recovery-begin = Экинчи мүчөдөн суроо
members-recovery-begun = Башталды. Төрагалар менен бекитүүчүлөргө кат кетти, алардын бири ырасташы керек.
members-recovery-question = { $chair } билдирет: { $name } эч бир жол менен кире албайт. Ырастасаңыз, { $name } бардык түзмөктөрдөн чыгарылат, ачкычтары, колдонмосу жана коддору өчүрүлөт, почтасына чакыруу барат.
members-recovery-ask-them = Ал киши менен өзүңүз сүйлөшкөн болсоңуз гана ырастаңыз.
members-recovery-until = Чечимди күткөн мөөнөт: { $time }
members-recovery-confirm = Ырастоо
members-recovery-refuse = Баш тартуу
members-recovery-confirmed = Ырасталды: чакыруу жөнөтүлдү.
members-recovery-refused = Баш тартылды: эч нерсе өзгөргөн жок.
members-recovery-open = Телефону да, коддору да жокпу? Кайра кирүүгө жардам бериңиз
members-event-recovery-begun = { $actor } { $person } аттуу мүчөнүн кирүүсүн калыбына келтире баштады
members-event-recovery-confirmed = { $actor } { $person } аттуу мүчөнүн кайра киришин ырастады
members-event-recovery-refused = { $actor } { $person } аттуу мүчөнүн кирүүсүн калыбына келтирүүдөн баш тартты
members-mail-recovery-subject = Кире албай калды: { $name }
members-mail-recovery-text = { $chair } билдирет: { $name } эч бир жол менен кире албайт. Экинчи мүчө муну үч күндүн ичинде ырасташы керек.
members-mail-recovery-own = { $chair } сизди эч бир жол менен кире албайт деп билдирет. Ошондой болсо, жакында чакыруу келет. Андай болбосо, ушул жерден баш тартып, башка мүчөгө айтыңыз.
members-mail-recovery-action = Кароо

# ky: native review
members-sign-in-with = { $name } аркылуу кирүү
members-provider-failed = Ал жактан кирүү болбой калды. Кайра аракет кылыңыз же почта аркылуу кириңиз.
members-provider-unknown = Ал жактагы дарегиңиз порталга белгисиз. Жумушчу топтун төрагасынан ошол дарекке чакыруу сураңыз.

# ky: native review
members-mail-factor-subject = Кирүү жолуңуз өзгөрдү: { $portal }
members-mail-factor-added = Эсебиңизге кошулду: { $factor } ({ $time }).
members-mail-factor-removed = Эсебиңизден өчүрүлдү: { $factor } ({ $time }).
members-mail-factor-used = Камдык коддоруңуздун бири колдонулду ({ $time }).
members-mail-factor-not-you = Муну сиз кылбасаңыз, кимдир бирөө эсебиңизге кирген: дароо жумушчу топтун төрагасына же операторго айтыңыз.
