# ky: native review
# Документтер: китепкана жана тексттин долбоордон баарына ачык баракка чейинки жолу.
documents-title = Документтер
documents-lead = Колдонуп, өз сөзүңүз менен айтып бере турган тексттер. Ар бирин ким бекиткени көрүнүп турат.
documents-new-title = Жаңы документ
documents-new-lead = Кандай документ экенин жана кайсы тилде баштай турганыңызды белгилеңиз. Калганы кийинки баракта, долбоор өзү сакталат.
documents-work-title = Иштелип жаткандар
documents-waiting-title = Бекитүүнү күткөндөр
documents-untitled = Аталышы жок
documents-count = { $count ->
    [one] { $count } документ
   *[other] { $count } документ
}
documents-count-more = { $count } документтен көп
documents-filters = { $count ->
    [0] Чыпкалар
   *[other] Чыпкалар: { $count } тандалды
}
documents-filter-show = Көрсөтүү
documents-filter-reset = Тазалоо
documents-kind = Түрү
documents-any-kind = Бардык түрлөрү
documents-any-level = Бардык деңгээлдер
documents-any = Баары
documents-pages = Барактар
documents-newest = Жаңыларына
documents-older = Эскилери
documents-empty = Бул тилде азырынча эч нерсе жарыялана элек. Жогорудагы башка тилдерден караңыз.
documents-empty-filtered = Бул чыпкаларга эч нерсе туура келбейт. Бирөөсүн алып салыңыз же баарын тазалаңыз.
documents-nothing-waits = Азыр чечимиңизди күткөн текст жок. Жаңылары ушул жерге чыгат, почтаңызга да келет.
documents-nothing-open = Уюмуңузда азыр иштелип жаткан текст жок. Жаңы документ баштаңыз.
documents-choose = Тандаңыз
documents-choose-kind = Документтин түрүн тандаңыз
documents-choose-language = Тилди тандаңыз
documents-choose-level = Бекитүүнүн деңгээлин тандаңыз
documents-choose-decision = Тандаңыз: бекитесизби же кайтарасызбы
documents-choose-approver = Ким бекиткенин тандаңыз
documents-choose-channel = Кантип бекитилгенин тандаңыз
documents-first-language = Биринчи тексттин тили
documents-field-title = Аталышы
documents-title-hint = Кыска жана так, макаланын аталышындай
documents-field-summary = Кыскача мазмуну
documents-summary-hint = Тизмелер жана шилтемелер үчүн бир-эки сүйлөм. Бош калса да болот.
documents-field-body = Текст
documents-body-hint = Word’дон көчүрүп койсо болот: аталыштары, тизмелери жана шилтемелери сакталат.
documents-start-writing = Жазып баштоо
documents-save = Сактоо
documents-submit = Бекитүүгө жөнөтүү
documents-cancel = Жокко чыгаруу
documents-saved-at = Сакталды: { $time }
documents-preview = Окурмандар ушундай көрөт
documents-preview-failed = Кандай көрүнөрүн азыр көрсөтүүгө болбой турат.
documents-for-whom = Ким үчүн жана кайда
documents-tool-bar = Текстти жасалгалоо
documents-tool-bold = Калың
documents-tool-italic = Жантык
documents-tool-heading = Бөлүмдүн аталышы
documents-tool-list = Тизме
documents-tool-numbers = Номерленген тизме
documents-tool-link = Шилтеме
documents-tool-quote = Цитата
documents-said-saved = Сакталды: {"{"}time{"}"}
documents-said-offline = Сакталган жок: байланыш жок. Текстиңиз ушул түзмөктө турат.
documents-said-lost = Сакталган жок, бул браузер да текстти сактап кала албайт. Баракты жаппаңыз.
documents-said-signed-out = Сеансыңыз бүттү. Башка өтмөктөн кириңиз: текстиңиз ушул жерде турат.
documents-said-conflict = Жазып жатканыңызда бул текстти башка бирөө сактады.
documents-said-submitted = Сиз жазып жатканда бул текст бекитүүгө жөнөтүлдү. Жазганыңыз ушул жерде турат.
documents-said-merge = Салыштырып бириктирүү
documents-said-invalid = Сакталган жок: белгиленгенин оңдоп коюңузчу.
documents-said-found = Бул түзмөктө сакталбай калган текст бар ({"{"}time{"}"}).
documents-said-restore = Аны калыбына келтирүү
documents-said-drop = Аны өчүрүү
documents-files = Файлдар
documents-file-add = Файл кошуу
documents-attach = Тиркөө
documents-detach = Алып салуу
documents-file-attached = Файл тиркелди.
documents-file-detached = Файл тиркемеден алынды.
documents-file-too-large = Файл { $limit } чегинен ашпасын
documents-file-refused = Портал мындай түрдөгү файлды кабыл албайт. PDF, Word, Excel, PowerPoint, сүрөт, үн, видео же текст жөнөтүңүз.
documents-file-sending = {"{"}percent{"}"} % жөнөтүлдү
documents-file-checking = Файл жетти, текшерилип жатат.
documents-file-failed = Файл жеткен жок. Байланышты текшерип, кайра жөнөтүңүз.
documents-file-cancel = Токтотуу

# ky: native review
documents-merge-title = Бул текстти эки адам өзгөрттү
documents-merge-lead = Жазып жатканыңызда { $who } текстти сактады ({ $time }). Жазганыңыз жоголгон жок: төмөндө эки текстти бириктирип, сактаңыз.
documents-merge-changes = Айырмасы
documents-merge-hint = Сызылганы: сакталган текстте гана бар. Асты сызылганы: Сиздин текстте гана бар.
documents-merge-theirs = Сакталган текст
documents-merge-mine = Сиздин текст, ушундан улантыңыз
documents-merge-save = Бириктирилген текстти сактоо
documents-merge-submitted-title = Бул аралыкта текст бекитүүгө жөнөтүлдү
documents-merge-submitted-lead = { $who }: Сиз жазып жатканда текст { $time } жөнөтүлдү. Жазганыңыз жоголгон жок. Жөнөтүлгөн текст өзгөрбөйт: аны өз текстиңиз менен кайра долбоорго айландырыңыз же ошол бойдон калтырыңыз. Бекитилген болсо, кайра бекитүү керек болот.
documents-merge-take-back = Долбоорго кайтарып, менин текстимди сактоо
documents-merge-published-title = Бул аралыкта текст жарыяланды
documents-merge-published-lead = { $who } текстти жөнөткөн, ал { $time } жарыяланды. Жазганыңыз жоголгон жок. Жарыяланган текст өзгөрбөйт: өз текстиңиз менен кийинки басылышты баштаңыз же ошол бойдон калтырыңыз.
documents-merge-next = Менин текстим менен кийинки басылышты баштоо

# ky: native review
documents-wish-title = Бекитилгенден кийин эмне болсун?
documents-wish-now = Дароо жарыялоо
documents-wish-embargo = Белгиленген убакытта жарыялоо
documents-wish-at = Жарыялоо убактысы: { $time }
documents-wish-wait = Күтө туруу: өзүбүз жарыялайбыз
documents-publish-at = Күнү жана убактысы
documents-time-zone = Бишкек убактысы
documents-submitted = Жөнөтүлдү. Текст басма сөз катчысына кат менен барат.
documents-taken-back = Текст кайрадан долбоор болду. Мурун бекитилген болсо, ал бекитүү эми күчүндө эмес.

# ky: native review
documents-kind-report = Отчёт
documents-kind-law = Мыйзам
documents-kind-statement = Расмий билдирүү
documents-kind-group-paper = Жумушчу топтун документи
documents-kind-talking-points = Сүйлөө тезистери
documents-kind-press-release = Маалымат билдирүү
documents-kind-brochure = Китепче
documents-kind-poster = Плакат же баракча
documents-kind-social-kit = Социалдык тармактар үчүн материалдар
documents-kind-video = Видео же аудио
documents-kind-success-story = Ийгилик баяны
documents-kind-media-coverage = Медиадагы материал
documents-kind-answer = Бекитилген жооп

# ky: native review
documents-state-draft = Долбоор
documents-state-submitted = Бекитүүгө жөнөтүлдү
documents-state-returned = Кайтарылды
documents-state-approved = Бекитилди
documents-state-embargo = Эмбаргодо
documents-state-published = Жарыяланды
documents-state-superseded = Алмаштырылды
documents-state-withdrawn = Колдонуудан алынды
documents-state-removed = Өчүрүлдү

# ky: native review
documents-level-official = Расмий
documents-level-agreed = Макулдашылган
documents-level-own = Уюмдун өз тексти
documents-level-none = Бекитиле элек
documents-level-official-hint = Кол коюлган акт бар
documents-level-agreed-hint = Электрондук почта, телефон аркылуу же жолугушууда
documents-level-own-hint = Уюм өз атынан айтат

# ky: native review

# ky: native review
documents-about = Бул документ жөнүндө
documents-languages = Бул документтин тилдери
documents-fact-level = Бекитүүнүн деңгээли
documents-fact-body = Ким бекиткен
documents-fact-act = Акт
documents-fact-approved = Бекитилген күнү
documents-fact-edition = Басылыш
documents-fact-published = Жарыяланган күнү
documents-fact-embargo = Качан чыгат
documents-fact-lead = Жетектөөчү уюм
documents-fact-supporters = Колдоочу уюмдар
documents-given-title = Бекитүү
documents-given-hint = Муну ушул текст менен иштегендер гана көрөт.
documents-given-by = Ким бекитти
documents-given-how = Кантип
documents-given-when = Качан
documents-given-recorded-by = Ким жазып койду
documents-given-recorded-at = Жазылган убакыт
documents-given-scan = Сканды ачуу
documents-act = № { $number }, { $date }
documents-act-number = Актынын номери
documents-act-date = Актынын күнү
documents-tab-edition = { $number }-басылыш
documents-tab-behind = артта калган: { $number }-басылыш
documents-tab-missing = азырынча жок
documents-missing = Бул текст азырынча кыргызча жок. Аны башка тилде окусаңыз болот:
documents-replaced-on = Бул басылыштын ордуна жаңысы чыккан ({ $date }).
documents-replaced-by = { $number }-басылышты окуу: { $title }
documents-replaced-title = Алмаштырылган: { $title }
documents-withdrawn-on = Бул текст колдонуудан алынган ({ $date }). Аны мындан ары пайдаланбаңызчы.
documents-withdrawn-title = Колдонуудан алынган: { $title }
documents-removed-on = Бул текст өчүрүлгөн ({ $date }). Окурмандар аны көрбөйт.
documents-emergency-banner = Шашылыш, бекитилгенге чейин жарыяланды. Себеби:
documents-returned-on = Текст төмөнкү эскертүүлөр менен кайтарылды ({ $date }):
documents-source-line = Булак: { $organisation }. { $level }, { $number }-басылыш. { $address }
documents-copy = Текстти көчүрүү
documents-copied = Көчүрүлдү
documents-earlier = Башка басылыштар
documents-see-changes = Эмне өзгөргөнүн көрүү
documents-history = Эмне болду
documents-begin-title = Кийинки басылыш же башка тил
documents-begin = Жазып баштоо: { $language }
documents-changes-title = Эмне өзгөрдү
documents-changes-between = { $from }-басылыш → { $to }-басылыш
documents-changes-legend = Сызылганы: алынды. Асты сызылганы: кошулду.
documents-changed-since = { $number }-басылыштан бери эмне өзгөрдү
documents-no-changes = Сөздөрү өзгөргөн жок.
documents-compare-from = Бул басылышты
documents-compare-to = мунусу менен салыштыруу
documents-compare = Салыштыруу

# ky: native review
documents-do-edit = Жазууну улантуу
documents-do-decide = Окуп, чечим чыгаруу
documents-do-record = Бекитүүнү жазып коюу
documents-do-publish = Жарыялоо
documents-do-take-back = Долбоорго кайтаруу
documents-do-take-approval-back = Бекитүүнү жокко чыгаруу
documents-do-emergency = Шашылыш жарыялоо
documents-do-withdraw = Колдонуудан алуу

# ky: native review
documents-decide-title = Сиздин чечимиңиз
documents-decision = Сиздин чечимиңиз
documents-decide-approve = Бекитем
documents-decide-approve-hint = Текст дал ушул бойдон чыгат
documents-decide-return = Кайтарам
documents-decide-return-hint = Эмнени оңдоо керегин жазам
documents-reasons = Эмнени оңдоо керек
documents-note = Эскертме (бош калса да болот)
documents-send-decision = Чечимди жөнөтүү
documents-when-title = Текст качан чыксын?
documents-when-wished = Автор каалагандай
documents-when-now = Дароо
documents-when-at = Белгиленген убакытта
documents-when-later = Уюм өзү кийин жарыялайт
documents-link-note = Бул шилтеме Сизге жана ушул бир текстке гана арналган. Аны башкаларга бербеңизчи.
documents-decided-title = Рахмат
documents-decided-note = Авторго кат барат. Бул баракты жапсаңыз болот.
documents-decided-approved = Текст бекитилди.
documents-decided-published = Текст бекитилип, жарыяланды.
documents-decided-scheduled = Текст бекитилди. Чыга турган убактысы: { $time }.
documents-decided-returned = Текст эскертүүлөрүңүз менен авторуна кайтты.
documents-approval-taken-back = Бекитүү жокко чыгарылды. Текст кайрадан чечим күтүп турат.
documents-link-ended-title = Бул шилтеме мындан ары керек эмес
documents-link-used = Чечимиңиз кабыл алынган. Бир шилтеме бир гана чечимге жарайт.
documents-link-expired = Бул шилтеменин жети күндүк мөөнөтү бүттү. Порталга кирип, Сизди күткөн тексттерди караңыз.
documents-link-revoked = Бул текст боюнча чечимди башка бирөө чыгарган же автор аны долбоорго кайтарган.
documents-link-outcome = «{ $title }»: { $state }.
documents-read-public = Жарыяланган текстти окуу

# ky: native review
documents-record-title = Бекитүүнү жазып коюу
documents-record-lead = Текст электрондук почта, телефон аркылуу же жолугушууда бекитилсе, ушул жерге жазыңыз. Бекиткен адамга бул тууралуу кат барат.
documents-record-who = Ким бекитти
documents-record-channel = Кантип
documents-record-when = Качан
documents-record-scan = Скан же сүрөт (болбосо да болот)
documents-record-scan-hint = Баарына көрсөтүлбөйт
documents-record-prove = Расмий макулдукту жазардан мурун бул чын эле сиз экениңизди ырастаңыз: баракты башка өтмөктө ачып, кайтып келип, кайра жөнөтүңүз. Файлды кайра тандаңыз.
documents-record-prove-open = Ырастоо (жаңы өтмөктө)
documents-record-save = Бекитүүнү жазып коюу
documents-recorded = Бекитүү жазылды.
documents-channel-portal = порталда
documents-channel-link = каттагы шилтеме менен
documents-channel-email = электрондук почта менен
documents-channel-phone = телефон аркылуу
documents-channel-meeting = жолугушууда
documents-channel-letter = кат менен
documents-channel-messenger = мессенджер аркылуу

# ky: native review
documents-publish-title = Жарыялоо
documents-appears-at = Текст өзү чыга турган убакыт: { $time }.
documents-unschedule = Бул убакытты жокко чыгаруу
documents-published = Жарыяланды.
documents-scheduled = Текст ошол убакытта өзү чыгат.
documents-unscheduled = Убакыт жокко чыгарылды. Текст бекитилген бойдон калат.
documents-emergency-title = Шашылыш жарыялоо
documents-emergency-lead = Текст дароо баарына ачылат, бирок бекитиле элек деген белгиси болот. Ошол эле учурда бекитүү суралат, жооп үч күндүн ичинде керек.
documents-emergency-reason = Эмне үчүн күтүүгө болбойт
documents-emergency-reason-hint = Бул себепти баары окуйт
documents-emergency-publish = Азыр жарыялоо
documents-published-in-emergency = Жарыяланды. Бекитүү суралды.
documents-withdraw-title = Текстти колдонуудан алуу
documents-withdraw-manner = Текст эмне болсун?
documents-withdraw-keep = Колдонуудан алуу
documents-withdraw-keep-hint = Себеби менен кошо окууга ачык калат
documents-withdraw-remove = Өчүрүү
documents-withdraw-remove-hint = Жаңылыш жарыяланган: аны мындан ары эч ким окуй албайт
documents-withdraw-reason = Себеби
documents-withdraw-reason-hint = Колдонуудан алынган текстти окугандар аны көрөт
documents-withdrawn = Текст колдонуудан алынды.
documents-removed = Текст өчүрүлдү.

# ky: native review
documents-panel-waiting = Сизди күткөн тексттер
documents-panel-nothing-waits = Азыр Сизди күткөн текст жок.
documents-panel-newest = Жаңы тексттер
documents-panel-all = Бардык документтер

# ky: native review
documents-denied-organisation = Бул текст башка уюмдуку.
documents-denied-role = Ролуңуз буга жол бербейт. Жумушчу топтун төрагасына кайрылыңыз.
documents-denied-own-work = Бул текстти өзүңүз жөнөткөнсүз. Чечимди башка адам чыгарат.
documents-cannot-stale = Ушул аралыкта текст өзгөрүптүр. Аны жаңыдан ачыңыз.
documents-cannot-edit = Текст бекитүүгө жөнөтүлгөн, эми өзгөрбөйт. Адегенде аны долбоорго кайтарыңыз.
documents-cannot-too-long = Бул жерде { $limit } белгиден көп. Кыскартыңыз же файл кылып тиркеңиз; жазганыңыз жоголгон жок.
documents-cannot-no-title = Аталышын жазыңыз
documents-cannot-no-text = Текстин жазыңыз
documents-cannot-decide-stale = Окуп жатканыңызда текст өзгөрүптүр. Азыркысы ушул: аны окуп, кайрадан чечим чыгарыңызчы.
documents-cannot-decide-done = Бул текст боюнча чечим чыккан же автор аны долбоорго кайтарган.
documents-cannot-act-missing = Актынын номерин жазыңыз
documents-cannot-act-date = Актынын күнүн жазыңыз
documents-cannot-no-reason = Себебин жазыңыз
documents-cannot-not-theirs = Бул адам бул текстти беките албайт же көрсөтүлгөн убакыт али келе элек
documents-cannot-publish-stale = Ушул аралыкта бир нерсе өзгөрүптүр. Текстти жаңыдан ачыңыз.
documents-cannot-not-approved = Бекитилген текстти гана жарыялоого болот.
documents-cannot-time = Алдыдагы бир жылдын ичинен убакыт тандаңыз
documents-cannot-past-time = Бекитилген убакытты тандаңыз, ал келечекте болбосун
documents-cannot-not-public = Жарыяланган текстти гана колдонуудан алууга болот.
documents-cannot-already-open = Бул тилде бүтө элек басылыш бар.

# ky: native review
documents-event-created = { $who } «{ $title }» текстин баштады ({ $language })
documents-event-begun = { $who } «{ $title }» текстинин { $number }-басылышын баштады ({ $language })
documents-event-changed = { $who } «{ $title }» текстин өзгөрттү ({ $language }, { $number }-басылыш)
documents-event-submitted = { $who } «{ $title }» текстин бекитүүгө жөнөттү ({ $language }, { $number }-басылыш)
documents-event-taken-back = { $who } «{ $title }» текстин долбоорго кайтарды ({ $language }, { $number }-басылыш)
documents-event-returned = { $who } «{ $title }» текстин авторуна кайтарды ({ $language }, { $number }-басылыш): { $reason }
documents-event-approved = { $who } «{ $title }» текстин бекитти ({ $language }, { $number }-басылыш). Деңгээли: { $level }
documents-event-approved-on-behalf = { $who } «{ $title }» тексти бекитилгенин жазып койду ({ $language }, { $number }-басылыш). Бекиткен: { $approver }. Деңгээли: { $level }
documents-event-approval-taken-back = { $who } «{ $title }» текстинин бекитилишин жокко чыгарды ({ $language }, { $number }-басылыш)
documents-event-scheduled = { $who } «{ $title }» тексти чыга турган убакытты белгиледи ({ $language }, { $number }-басылыш): { $time }
documents-event-unscheduled = { $who } «{ $title }» тексти чыга турган убакытты жокко чыгарды ({ $language }, { $number }-басылыш)
documents-event-published = { $who } «{ $title }» текстин жарыялады ({ $language }, { $number }-басылыш)
documents-event-emergency = { $who } «{ $title }» текстин шашылыш жарыялады ({ $language }, { $number }-басылыш): { $reason }
documents-event-approval-overdue = шашылыш жарыяланган «{ $title }» тексти ({ $language }, { $number }-басылыш) дагы эле бекитиле элек
documents-event-withdrawn = { $who } «{ $title }» текстин колдонуудан алды ({ $language }, { $number }-басылыш): { $reason }
documents-event-removed = { $who } «{ $title }» текстин өчүрдү ({ $language }, { $number }-басылыш): { $reason }

# ky: native review
documents-mail-decide-subject = Бекитүүгө: { $title }
documents-mail-decide-intro = { $who } ({ $organisation }) Сизге бекитүү үчүн текст жөнөттү: { $kind }, { $language }, { $number }-басылыш. Тексттин өзү төмөндө.
documents-mail-late-intro = Текст шашылыш жарыяланды, эми аны Сиз бекитишиңиз керек: { $kind }, { $language }, { $number }-басылыш. Уюм: { $organisation }. Жарыялаган: { $who }. Тексттин өзү төмөндө.
documents-mail-overdue-decide-intro = Үч күн мурда шашылыш жарыяланган текст дагы эле Сиз бекитишиңизди күтүп турат. { $organisation }: { $kind }, { $language }, { $number }-басылыш. Тексти мындай.
documents-mail-overdue-subject = Дагы эле бекитиле элек: { $title }
documents-mail-overdue-intro = «{ $title }» тексти үч күн мурда шашылыш жарыяланып, дагы эле бекитиле элек. Бекитүүчүдөн сураныңыз, берилген бекитүүнү жазып коюңуз же текстти кайтарып алыңыз.
documents-mail-decide-action = Окуп, чечим чыгаруу
documents-mail-decide-note = Шилтеме Сизге жана ушул бир текстке гана арналган. Мөөнөтү: { $date }. Порталга кирүүнүн кереги жок.
documents-mail-approved-subject = Бекитилди: { $title }
documents-mail-approved-intro = «{ $title }» деген текстиңиз бекитилди. Деңгээли: { $level }.
documents-mail-appears-at = Текст өзү чыга турган убакыт: { $time }.
documents-mail-you-publish = Эми аны жарыяласаңыз болот.
documents-mail-is-public = Ал баарына ачык.
documents-mail-returned-subject = Оңдоп коюңузчу: { $title }
documents-mail-returned-intro = «{ $title }» деген текстиңиз төмөнкү эскертүүлөр менен кайтып келди:
documents-mail-correct-action = Текстти оңдоо
documents-mail-open-action = Текстти ачуу
documents-mail-recorded-subject = Сиздин атыңыздан жазылды: { $title }
documents-mail-recorded-intro = { $who } «{ $title }» текстин Сиз бекиткениңизди порталга жазып койду. Андай болбосо, төрагага дароо айтып коюңузчу.
documents-mail-published-subject = Жарыяланды: { $title }
documents-mail-published-intro = «{ $title }» деген текстиңиз жарыяланды.
documents-mail-withdrawn-subject = Колдонуудан алынды: { $title }
documents-mail-withdrawn-intro = «{ $title }» деген текстиңиз колдонуудан алынды. Ал төмөнкү себеби менен кошо окууга ачык калат:
documents-mail-removed-intro = «{ $title }» деген текстиңиз өчүрүлдү, аны мындан ары окууга болбойт. Себеби:

documents-file-check = Файлдан эмне алынганын караңыз
documents-cannot-files-unseen = Тиркелген файлдардан эмне алынганын карап, ар бирин калтырыңыз же өчүрүңүз. Андан кийин кайра жөнөтүңүз.

# ky: native review
documents-of-partner = Тексттери
documents-of-partner-none = Бул тилде азырынча эч нерсе жарыялана элек.
documents-of-partner-more = Уюмдун бардык тексттери
documents-moves = { $count ->
   *[other] { $count } документ
}
documents-moves-supported = { $count ->
   *[other] Ал колдогон { $count } документ
}

# ky: native review
documents-trust-publish = Өз текстибиз катары жарыялоо
documents-trust-publish-text = Уюмуңузга ишеним берилген: текст дароо жарыяланат жана «өз тексти» деп белгиленет. Бекитүүчү аны кийин карап чыгат, керек болсо кайтарып алат.
documents-trust-published = Текст жарыяланды. Бекитүүчү аны карап чыгат.
documents-trust-review = Карап чыгуу
documents-trust-review-text = Бул текстти ишеничтүү уюм өз тексти катары жарыялады. Окуп чыгып, калтырыңыз же кайтарып алыңыз.
documents-trust-accept = Калтыруу
documents-trust-accepted = Кабыл алынды. Текст ушул бойдон калат.
documents-event-by-trust = { $who } уюмдун өз тексти катары «{ $title }» текстин жарыялады ({ $language }, { $number }-басылыш); ал карап чыгууну күтөт
documents-event-reviewed = { $who } «{ $title }» текстин карап чыкты ({ $language }, { $number }-басылыш): ал калат

# ky: native review
documents-hidden = Уюму гана көрө турган текст
documents-event-handed-over = { $who } «{ $title }» текстин өткөрүп берди ({ $language }, { $number }-басылыш). Кимден: { $from }. Кимге: { $to }
documents-mail-kind-to-decide = текст менин чечимимди күтсө
documents-mail-kind-decided = менин текстим боюнча чечим чыкса
documents-mail-kind-recorded = менин атымдан бекитүү жазылса
documents-mail-kind-overdue = шашылыш жарыяланган текст дагы эле бекитиле элек
documents-mail-kind-published = менин текстим жарыяланса
documents-mail-kind-withdrawn = менин текстим кайтарып алынса

# ky: native review
documents-submitted-with-remarks = Жөнөтүлдү. Текст боюнча эскертүүлөр төмөндө: керек болсо, кайтарып алып оңдоңуз.
documents-insert-hint = Номердин ордуна ушул белгини коюңуз: окурман номерди, баасын жана иш убактысын көрөт, алар дайыма туура болот.
documents-insert = Киргизүү

# ky: native review
documents-used = Кайда колдонулат
documents-snippet = Өз сайтыңызга коюңуз
documents-snippet-lead = Көчүрүп алып, өз баракчаңызга коюңуз. Текст өзгөртүлбөсө, окурман аны ким макулдашканын көрүп турат.
documents-snippet-plain = Скриптсиз
documents-snippet-plain-hint = Эч нерсе жүктөбөйт. Текст жаңырса, кайра көчүрүш керек.
documents-snippet-refreshed = Жаңыланганын текшерип турган
documents-snippet-refreshed-hint = Күнүнө бир жолу порталдан текст азыр да күчүндөбү деп сурайт. Окурман тууралуу эч нерсе жөнөтүлбөйт, cookie коюлбайт.
documents-snippet-copy = Көчүрүү
documents-snippet-shown = Окурмандарга ушундай көрүнөт
documents-snippet-source = { $organisation }. { $level }, { $number }-чыгарылыш, { $date }.
documents-snippet-checked = Текшерилди:
documents-snippet-outdated = Бул текст алмаштырылган же алынып салынган. Жаңысын булактан окуңуз.

# Кагаздагы тексттер жана тексттин күчүндө экенин текшерүү.
documents-papers = Өзүңүз менен алыңыз:
documents-paper-link = { $kind }, { $language }
documents-paper-draft = Долбоор. Бекитиле элек: башкаларга таратпаңызчы.
documents-paper-unpublished = Бекитилген, бирок жарыялана элек: башкаларга таратпаңызчы.
documents-paper-saved = Сакталган убактысы: { $time }
documents-paper-code = Коду: { $code }. Бул текст дагы эле күчүндөбү, текшериңиз: { $address }
documents-verify-title = Бул текст бекитилгенби?
documents-verify-lead = Колуңуздагы текстти бекитилгени менен салыштырыңыз. Катталуунун кереги жок.
documents-verify-link = Текстти текшерүү
documents-verify-by-code = Коду боюнча
documents-verify-code = Текшерүү коду
documents-verify-code-hint = Барактын этегиндеги он тамга жана сан, мисалы 7K3QF-2M9PA
documents-verify-code-wrong = Код басылгандай жазылат: он тамга жана сан, мисалы 7K3QF-2M9PA
documents-verify-by-text = Тексти боюнча
documents-verify-text = Текст
documents-verify-text-hint = Текстти толугу менен же бир бөлүгүн коюңуз. Боштук, тырмакча, сызыкча айырма кылбайт.
documents-verify-file = Же файл
documents-verify-file-hint = PDF, Word (DOCX), OpenDocument же жөнөкөй текст, 20 МБга чейин.
documents-verify-file-empty = Бул файлда сөз жок: балким, тексти сүрөт болуп калган. Кодун жазыңыз же текстти коюңуз.
documents-verify-nothing = Текстти коюңуз же файлды тандаңыз
documents-verify-too-long = Бул текст өтө узун. Эң көбү { $count } белги коюңуз.
documents-verify-check = Текшерүү
documents-verify-privacy = Текстиңиз салыштырылат да, унутулат. Ал эч жерде сакталбайт.
documents-verify-current = Бул — күчүндөгү бекитилген текст
documents-verify-current-own = Бул — күчүндөгү текст. Уюм өз атынан айтат, аны башкалар бекиткен эмес
documents-verify-current-advice = Аны өзгөртпөй тарата берсеңиз болот.
documents-verify-compare = Барагыңыздагы сөздөрдү аны менен салыштырыңыз же төмөнгө коюңуз.
documents-verify-emergency = Ал шашылыш жарыяланган, бекитүүсү алдыда.
documents-verify-passage = Бул — күчүндөгү тексттин бир бөлүгү, сөзмө-сөз
documents-verify-passage-advice = Таратардан мурун калганын да окуңуз: жалгыз бөлүк башканы айтып калышы мүмкүн.
documents-verify-replaced = Бул тексттин ордуна жаңысы чыккан ({ $date })
documents-verify-use-current = Күчүндөгүсүн колдонуңузчу:
documents-verify-no-current = Ордуна башкасы чыга элек. Аны таратпаңызчы.
documents-verify-withdrawn = Бул текст колдонуудан алынган
documents-verify-removed = Бул текст жаңылыш жарыяланып, алынып салынган
documents-verify-differs = Текстиңиз жарыялангандан айырмаланат
documents-verify-differs-advice = Эмнеси башка экени төмөндө. Жарыяланган текстти гана таратыңызчы.
documents-verify-differs-part = Тексттин бир бөлүгү жок, калганы да башкача. Кайсы жери экени төмөндө. Жарыяланган текстти гана таратыңызчы.
documents-verify-differs-old = Ал күчүн жоготкон текстке окшош. Аны таратпаңызчы.
documents-verify-differences = Айырмасы
documents-verify-legend = Сызылган: жарыяланганда бар, сизде жок. Асты сызылган: сизде гана бар.
documents-verify-unknown = Бул текст бизге белгисиз
documents-verify-unknown-text = Жарыялангандардын арасында андай текст жок же үзүндү таанууга өтө кыска. Аны китепканадан издеп көрүңүз.
documents-verify-unknown-code = Мындай коду бар жарыяланган текст жок. Ар бир белгисин текшериңиз же тексттин өзүн коюңуз.
documents-tag-campaign = Кампания
documents-of-campaign = Бул кампаниянын тексттери
documents-of-campaign-none = Бул тилде кампаниянын жарыяланган тексттери азырынча жок.
