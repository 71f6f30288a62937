# Страницы файлов.
files-nav = Файлы
files-title = Файлы вашей организации
files-lead = То, что вы прикладываете к текстам. Файл открывается всем, когда выходит текст, к которому он приложен.
files-upload = Загрузить файл
files-count = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
files-filter = Фильтр
files-filter-set = Фильтр: { $type }
files-type = Тип
files-all-types = Все типы
files-filter-show = Показать
files-filter-reset = Сбросить
files-empty = Файлов пока нет
files-empty-upload = Загрузите памятку, плакат или запись, чтобы приложить их к тексту.
files-empty-wait = Здесь появится то, что загрузят авторы вашей организации.
files-empty-filtered = Файлов этого типа нет. Сбросьте фильтр, чтобы увидеть остальные.
files-is-public = открыт для всех
files-is-private = для своих
files-pages = Страницы списка
files-newest = К новым
files-older = Старее →

files-new-title = Новый файл
files-new-lead = Проверьте, чтобы в файле не было имён, адресов и историй пострадавших: таким данным в портале не место.
files-choose = Файл
files-choose-hint = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, MP3, MP4, CSV или TXT, не больше { $limit }.
files-send = Загрузить
files-cancel = Отменить
files-said-sending = Отправлено { $percent } %
files-said-checking = Файл дошёл, проверяем…
files-said-failed = Файл не дошёл. Проверьте связь и отправьте ещё раз.
files-uploaded = Файл «{ $name }» загружен.

files-file = Файл
files-download = Скачать
files-open = Открыть в браузере
files-about = О файле
files-uploaded-at = Загружен
files-owner = Чей
files-readers = Кто видит
files-readers-all = Все
files-readers-private = Участники этой организации, согласующие и председатель
files-hash-hint = По этому отпечатку можно убедиться, что копия не изменена.

# Что мешает принять файл.
files-refused-no-file = Выберите файл.
files-refused-ending = Выберите файл PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, MP3, MP4, CSV или TXT. Другие типы портал не принимает.
files-refused-other-type = Содержимое файла не соответствует его названию. Откройте файл в его программе, сохраните заново и отправьте.
files-refused-not-utf8 = Буквы этого текста прочитает не каждая программа. Сохраните файл в кодировке UTF-8 и отправьте ещё раз.
files-refused-macros = В документе есть макросы. Сохраните его без макросов и отправьте ещё раз.
files-refused-empty = Файл пуст. Выберите файл с содержимым.
files-refused-too-large = Файл больше { $limit }. Уменьшите его или разделите на части.
files-refused-cut = Связь прервалась, файл дошёл не весь. Отправьте его ещё раз.
files-refused-disk-full = На сервере закончилось место, файл не сохранён. Сообщите оператору портала.
files-only-contributors = Загружать файлы могут авторы, согласующие и председатель. Если это нужно вам, напишите оператору портала.

files-event-uploaded = { $actor }: загружен файл «{ $name }»
files-event-published = { $actor }: файл «{ $name }» открыт для всех

files-moves = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
