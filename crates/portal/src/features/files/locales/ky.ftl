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
files-choose-hint = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, MP3, MP4, CSV же TXT; { $limit } чегинен ашпасын.
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
files-refused-ending = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, MP3, MP4, CSV же TXT файлын тандаңыз. Портал башка түрлөрүн кабыл албайт.
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

# ky: native review
files-moves = { $count ->
   *[other] { $count } файл
}
