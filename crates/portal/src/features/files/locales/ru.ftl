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
files-choose-hint = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, SVG, MP3, MP4, CSV или TXT, не больше { $limit }.
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
files-refused-ending = Выберите файл PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, SVG, MP3, MP4, CSV или TXT. Другие типы портал не принимает.
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
files-event-withdrawn = { $actor }: файл «{ $name }» больше не открыт для всех
files-event-text-read = Файл «{ $name }» теперь находится по его тексту

files-removed-title = Что убрано из файла
files-left-title = На что посмотреть
files-clean-hint = Исходный файл не хранится: остался только очищенный. Откройте его и убедитесь, что всё на месте.
files-confirm = Всё в порядке, оставить файл
files-discard = Не подходит, удалить файл
files-confirmed = Файл оставлен.
files-discarded = Файл удалён.
files-uploaded-cleaned = Файл «{ $name }» загружен. Убрано: { $removed }.
files-refused-too-hard = Файл не удалось проверить: он слишком сложный. Сохраните его в более простом виде и отправьте ещё раз.

files-removed-comments = комментарии: { $count }
files-removed-descriptions = подписи и пометки внутри: { $count }
files-removed-tracked-changes = исправления (приняты): { $count }
files-removed-author = автор
files-removed-organisation = организация автора
files-removed-place = место съёмки
files-removed-camera-data = сведения о камере или телефоне
files-removed-thumbnail = уменьшенная копия
files-removed-template-path = путь к шаблону
files-removed-local-path = пути на чужом компьютере: { $count }
files-removed-file-names = имена файлов картинок: { $count }
files-removed-custom-properties = дополнительные свойства: { $count }
files-removed-cropped-original = обрезанные части картинок: { $count }
files-removed-document-information = свойства документа
files-removed-revision-ids = номера правок
files-removed-printer-settings = настройки принтера
files-removed-external-links = ссылки на внешние файлы: { $count }
files-removed-embedded-files = вложенные файлы: { $count }
files-removed-scripts = программы и автоматические действия: { $count }
files-removed-earlier-versions = прежние версии: { $count }
files-removed-signature = подпись
files-removed-unknown-parts = неизвестные части: { $count }
files-removed-trailing-bytes = данные после конца файла: { $count } Б

files-left-hidden-sheets = Скрытые листы: { $count }. Их увидит каждый, кто откроет файл.
files-left-hidden-rows = Скрытые строки: { $count }.
files-left-hidden-columns = Скрытые столбцы: { $count }.
files-left-hidden-slides = Скрытые слайды: { $count }.
files-left-hidden-text = Скрытый текст: { $count }.
files-left-speaker-notes = Заметки докладчика: { $count }.
files-left-pivot-data = Сводные таблицы хранят исходные строки: { $count }.
files-left-cropped-pictures = Картинки показаны частью, но хранятся целиком: { $count }.
files-left-pictures-not-cleaned = Картинки этого вида внутри не очищены: { $count }.
files-left-embedded-fonts = Встроенные шрифты: { $count }.
files-left-marks-on-pages = Пометки на страницах остались: { $count }.
files-left-hidden-layers = В файле есть скрытые слои.
files-left-pdf-encrypted = PDF защищён паролем, поэтому не очищен.
files-left-pdf-signed = PDF подписан, поэтому не очищен: иначе подпись пропала бы.
files-left-pdf-not-cleaned = PDF не удалось очистить, он остался как есть. Проверьте его свойства.
files-left-animated = Картинка движется.
files-left-turned = Картинка повёрнута как надо и сохранена заново.
files-left-drawing-simplified = Рисунок упрощён, частей убрано: { $count }. Посмотрите, так ли он выглядит.
files-left-formula-cells = Ячейки, похожие на формулы: { $count }.
files-left-not-utf8 = Текст не в UTF-8, буквы могут исказиться.
files-left-recoded = Текст переведён в UTF-8.

files-unclean-empty = Файл пуст. Выберите файл с содержимым.
files-unclean-unknown-type = Файлы такого вида портал не принимает. Сохраните его как PDF, DOCX, JPG или другой вид из списка.
files-unclean-type-and-name-disagree = Содержимое файла не соответствует его названию. Откройте файл в его программе, сохраните заново и отправьте.
files-unclean-too-large = Файл слишком большой. Уменьшите его или разделите на части.
files-unclean-archive-bomb = Файл распаковывается в огромный объём. Сохраните документ заново и отправьте.
files-unclean-archive-names = Документ устроен необычно и небезопасно. Сохраните его заново и отправьте.
files-unclean-macros = В документе есть макросы. Сохраните его без макросов и отправьте ещё раз.
files-unclean-encrypted = Файл защищён паролем. Снимите защиту и отправьте ещё раз.
files-unclean-malformed = Файл повреждён. Откройте его в его программе, сохраните заново и отправьте.
files-unclean-too-many-pixels = Картинка слишком большая. Уменьшите её до 20 000 точек по стороне.
files-unclean-active-content = В файле есть объекты других программ. Удалите их и отправьте ещё раз.
files-unclean-external-entities = Файл пытается читать другие файлы. Сохраните документ заново и отправьте.
files-unclean-external-content = Часть содержимого лежит в других файлах. Вставьте её в документ и отправьте ещё раз.
files-unclean-polyglot = В файле спрятан другой файл. Сохраните его заново и отправьте.
files-unclean-too-deep = Документ вложен слишком глубоко. Сохраните его заново и отправьте.

files-event-confirmed = { $actor }: файл «{ $name }» проверен и оставлен
files-event-removed = { $actor }: файл «{ $name }» проверен и удалён

files-moves = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
