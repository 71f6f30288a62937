# Файлдардын барактары.
# ky: native review
files-nav = Файлдар
files-title = Уюмуңуздун файлдары
files-lead = Тексттерге тиркелчү файлдар ушул жерде турат. Файл тиркелген текст жарыяланганда, ал баарына ачылат.
files-upload = Файл жүктөө
files-count = { $count ->
    [one] { $count } файл
   *[other] { $count } файл
}
files-filter = Чыпка
files-filter-set = Чыпка: { $type }
files-type = Түрү
files-all-types = Бардык түрлөр
files-filter-show = Көрсөтүү
files-filter-reset = Тазалоо
files-empty = Азырынча файл жок
files-empty-upload = Текстке тиркөө үчүн эскерме, плакат же үн жазуу жүктөңүз.
files-empty-wait = Уюмуңуздун авторлору жүктөгөн файлдар ушул жерден көрүнөт.
files-empty-filtered = Мындай түрдөгү файл жок. Калгандарын көрүү үчүн чыпканы тазалаңыз.
files-is-public = баарына ачык
files-is-private = өзүбүз үчүн
files-pages = Тизменин барактары
files-newest = Жаңыларына
files-older = Эскилери →

# ky: native review
files-new-title = Жаңы файл
files-new-lead = Файлда жабыр тарткан адамдардын аты, дареги же окуясы жок экенин текшериңиз: мындай маалыматка порталда орун жок.
files-choose = Файл
files-choose-hint = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, SVG, MP3, MP4, CSV же TXT; { $limit } чегинен ашпасын.
files-send = Жүктөө
files-cancel = Токтотуу
files-said-sending = { $percent } % жөнөтүлдү
files-said-checking = Файл жетти, текшерилип жатат…
files-said-failed = Файл жеткен жок. Байланышты текшерип, кайра жөнөтүңүз.
files-uploaded = «{ $name }» файлы жүктөлдү.

# ky: native review
files-file = Файл
files-download = Жүктөп алуу
files-open = Браузерден ачуу
files-about = Файл жөнүндө
files-uploaded-at = Жүктөлгөн убактысы
files-owner = Кимдики
files-readers = Ким көрөт
files-readers-all = Баары
files-readers-private = Ушул уюмдун мүчөлөрү, бекитүүчүлөр жана төрага
files-hash-hint = Көчүрмө өзгөрбөгөнүн ушул из боюнча текшерсе болот.

# Файлды кабыл алууга эмне тоскоол болот.
# ky: native review
files-refused-no-file = Файлды тандаңыз.
files-refused-ending = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, SVG, MP3, MP4, CSV же TXT файлын тандаңыз. Портал башка түрлөрүн кабыл албайт.
files-refused-other-type = Файлдын мазмуну аталышына туура келбейт. Аны өз программасында ачып, кайра сактап, анан жөнөтүңүз.
files-refused-not-utf8 = Бул тексттин тамгаларын ар бир программа окуй албайт. Файлды UTF-8 коддоосунда сактап, кайра жөнөтүңүз.
files-refused-macros = Документте макростор бар. Аны макроссуз сактап, кайра жөнөтүңүз.
files-refused-empty = Файл бош. Мазмуну бар файлды тандаңыз.
files-refused-too-large = Файл { $limit } чегинен чоң. Кичирейтиңиз же бөлүктөргө бөлүңүз.
files-refused-cut = Байланыш үзүлүп, файл толук жеткен жок. Кайра жөнөтүңүз.
files-refused-disk-full = Серверде орун калбай, файл сакталган жок. Порталдын операторуна билдириңиз.
files-only-contributors = Файлдарды авторлор, бекитүүчүлөр жана төрага жүктөйт. Сизге да керек болсо, порталдын операторуна жазыңыз.

# ky: native review
files-event-uploaded = { $actor } «{ $name }» файлын жүктөдү
files-event-published = { $actor } «{ $name }» файлын баарына ачты
files-event-withdrawn = { $actor }: «{ $name }» файлы эми баарына ачык эмес
files-event-text-read = «{ $name }» файлы эми ичиндеги сөздөрү боюнча табылат

# ky: native review
files-removed-title = Файлдан эмне алынды
files-left-title = Эмнеге көңүл буруу керек
files-clean-hint = Баштапкы файл сакталбайт: тазаланганы гана калды. Аны ачып, баары ордунда экенин текшериңиз.
files-confirm = Баары жакшы, файлды калтыруу
files-discard = Жарабайт, файлды өчүрүү
files-confirmed = Файл калтырылды.
files-discarded = Файл өчүрүлдү.
files-uploaded-cleaned = «{ $name }» файлы жүктөлдү. Алынды: { $removed }.
files-refused-too-hard = Файлды текшерүү мүмкүн болгон жок: ал өтө татаал. Аны жөнөкөйүрөөк түрдө сактап, кайра жөнөтүңүз.

files-removed-comments = комментарийлер: { $count }
files-removed-descriptions = ичиндеги жазуулар: { $count }
files-removed-tracked-changes = оңдоолор (кабыл алынды): { $count }
files-removed-author = автору
files-removed-organisation = автордун уюму
files-removed-place = тартылган жери
files-removed-camera-data = камера же телефон жөнүндө маалымат
files-removed-thumbnail = кичирейтилген көчүрмө
files-removed-template-path = үлгүнүн жолу
files-removed-local-path = башка компьютердеги жолдор: { $count }
files-removed-file-names = сүрөт файлдарынын аттары: { $count }
files-removed-custom-properties = кошумча касиеттер: { $count }
files-removed-cropped-original = сүрөттөрдүн кесилген бөлүктөрү: { $count }
files-removed-document-information = документтин касиеттери
files-removed-revision-ids = оңдоолордун номерлери
files-removed-printer-settings = принтердин жөндөөлөрү
files-removed-external-links = сырткы файлдарга шилтемелер: { $count }
files-removed-embedded-files = ичиндеги файлдар: { $count }
files-removed-scripts = программалар жана өзүнөн өзү иштегендер: { $count }
files-removed-earlier-versions = мурунку версиялар: { $count }
files-removed-signature = кол тамга
files-removed-unknown-parts = белгисиз бөлүктөр: { $count }
files-removed-trailing-bytes = файлдын аягынан кийинки маалымат: { $count } Б

files-left-hidden-sheets = Жашырылган барактар: { $count }. Файлды ачкан ар ким көрөт.
files-left-hidden-rows = Жашырылган саптар: { $count }.
files-left-hidden-columns = Жашырылган мамычалар: { $count }.
files-left-hidden-slides = Жашырылган слайддар: { $count }.
files-left-hidden-text = Жашырылган текст: { $count }.
files-left-speaker-notes = Баяндамачынын белгилөөлөрү: { $count }.
files-left-pivot-data = Жыйынтык таблицалар баштапкы саптарды сактайт: { $count }.
files-left-cropped-pictures = Сүрөттөрдүн бир бөлүгү көрүнөт, бирок толугу менен сакталат: { $count }.
files-left-pictures-not-cleaned = Ичиндеги мындай сүрөттөр тазаланган жок: { $count }.
files-left-embedded-fonts = Киргизилген шрифттер: { $count }.
files-left-marks-on-pages = Барактардагы белгилер калды: { $count }.
files-left-hidden-layers = Файлда жашырылган катмарлар бар.
files-left-pdf-encrypted = PDF сырсөз менен корголгон, ошондуктан тазаланган жок.
files-left-pdf-signed = PDF кол коюлган, ошондуктан тазаланган жок: антпесе кол тамга жоголмок.
files-left-pdf-not-cleaned = PDF тазаланган жок, кандай болсо ошондой калды. Касиеттерин текшериңиз.
files-left-animated = Сүрөт кыймылдайт.
files-left-turned = Сүрөт туура бурулуп, кайра сакталды.
files-left-drawing-simplified = Чийме жөнөкөйлөштүрүлдү, алынган бөлүктөр: { $count }. Туура көрүнөбү, карап чыгыңыз.
files-left-formula-cells = Формулага окшош уячалар: { $count }.
files-left-not-utf8 = Текст UTF-8 эмес, тамгалар бузулушу мүмкүн.
files-left-recoded = Текст UTF-8ге которулду.

files-unclean-empty = Файл бош. Мазмуну бар файлды тандаңыз.
files-unclean-unknown-type = Портал мындай файлды кабыл албайт. Аны PDF, DOCX, JPG же тизмедеги башка түрдө сактаңыз.
files-unclean-type-and-name-disagree = Файлдын мазмуну атына дал келбейт. Файлды өз программасында ачып, кайра сактап жөнөтүңүз.
files-unclean-too-large = Файл өтө чоң. Аны кичирейтиңиз же бөлүңүз.
files-unclean-archive-bomb = Файл ачылганда өтө чоңоюп кетет. Документти кайра сактап жөнөтүңүз.
files-unclean-archive-names = Документ адаттан тыш жана коркунучтуу түзүлгөн. Аны кайра сактап жөнөтүңүз.
files-unclean-macros = Документте макростор бар. Аны макроссуз сактап, кайра жөнөтүңүз.
files-unclean-encrypted = Файл сырсөз менен корголгон. Коргоону алып, кайра жөнөтүңүз.
files-unclean-malformed = Файл бузулган. Аны өз программасында ачып, кайра сактап жөнөтүңүз.
files-unclean-too-many-pixels = Сүрөт өтө чоң. Аны ар тарабын 20 000 чекитке чейин кичирейтиңиз.
files-unclean-active-content = Файлда башка программалардын объекттери бар. Аларды өчүрүп, кайра жөнөтүңүз.
files-unclean-external-entities = Файл башка файлдарды окууга аракет кылат. Документти кайра сактап жөнөтүңүз.
files-unclean-external-content = Мазмундун бир бөлүгү башка файлдарда. Аны документке киргизип, кайра жөнөтүңүз.
files-unclean-polyglot = Файлдын ичинде башка файл жашырылган. Аны кайра сактап жөнөтүңүз.
files-unclean-too-deep = Документ өтө терең түзүлгөн. Аны кайра сактап жөнөтүңүз.

files-event-confirmed = { $actor }: «{ $name }» файлы текшерилип, калтырылды
files-event-removed = { $actor }: «{ $name }» файлы текшерилип, өчүрүлдү

files-moves = { $count ->
   *[other] { $count } файл
}
