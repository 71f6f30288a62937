# Документ Word, который становится черновиком.
documents-import-title = Текст уже есть в файле Word
documents-import-lead = Портал возьмёт текст из файла и сделает из него черновик. Заголовки, списки, таблицы и ссылки сохранятся. Сам файл на портале не остаётся.
documents-import-language = Язык текста
documents-import-file = Файл Word
documents-import-hint = Файл с окончанием .docx
documents-import-take = Взять текст
documents-import-done = Текст взят из файла. Прочитайте его, прежде чем продолжить.
documents-import-gone = Не перенесено: { $list }.
documents-import-moved = Иначе, чем в файле: { $list }.
documents-import-again = Выберите файл ещё раз: пока не указано остальное, он не хранится.
documents-import-no-docx = Это не файл Word с окончанием .docx. Если у вас старый .doc, .odt или .rtf, откройте его, сохраните как .docx и выберите снова.
documents-import-no-text = В этом файле нет текста. Если текст на картинке, его нужно набрать.
documents-import-too-long = Текст длиннее, чем может быть документ портала. Разделите его или приложите файл к короткому тексту.
documents-import-pictures = { $count ->
    [one] { $count } картинка
    [few] { $count } картинки
   *[many] { $count } картинок
}
documents-import-drawings = { $count ->
    [one] { $count } рисунок или диаграмма
    [few] { $count } рисунка или диаграммы
   *[many] { $count } рисунков или диаграмм
}
documents-import-equations = { $count ->
    [one] { $count } формула
    [few] { $count } формулы
   *[many] { $count } формул
}
documents-import-objects = { $count ->
    [one] { $count } вложенный файл
    [few] { $count } вложенных файла
   *[many] { $count } вложенных файлов
}
documents-import-comments = { $count ->
    [one] { $count } примечание
    [few] { $count } примечания
   *[many] { $count } примечаний
}
documents-import-headers-footers = { $count ->
    [one] { $count } колонтитул
    [few] { $count } колонтитула
   *[many] { $count } колонтитулов
}
documents-import-contents = { $count ->
    [one] оглавление
    [few] { $count } оглавления
   *[many] { $count } оглавлений
}
documents-import-hidden-text = { $count ->
    [one] { $count } фрагмент скрытого текста
    [few] { $count } фрагмента скрытого текста
   *[many] { $count } фрагментов скрытого текста
}
documents-import-tracked-changes = { $count ->
    [one] { $count } исправление принято
    [few] { $count } исправления приняты
   *[many] { $count } исправлений принято
}
documents-import-text-boxes = { $count ->
    [one] { $count } надпись стоит после своего абзаца
    [few] { $count } надписи стоят после своих абзацев
   *[many] { $count } надписей стоит после своих абзацев
}
documents-import-footnotes = { $count ->
    [one] { $count } сноска стоит в конце
    [few] { $count } сноски стоят в конце
   *[many] { $count } сносок стоит в конце
}
documents-import-links = { $count ->
    [one] { $count } ссылка внутри файла стала простым текстом
    [few] { $count } ссылки внутри файла стали простым текстом
   *[many] { $count } ссылок внутри файла стало простым текстом
}
documents-import-merged-cells = { $count ->
    [one] { $count } объединённая ячейка разделена
    [few] { $count } объединённые ячейки разделены
   *[many] { $count } объединённых ячеек разделено
}
documents-import-nested-tables = { $count ->
    [one] { $count } таблица внутри таблицы стала строкой
    [few] { $count } таблицы внутри таблиц стали строками
   *[many] { $count } таблиц внутри таблиц стало строками
}
