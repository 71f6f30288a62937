# Страница журнала.
audit-title = Журнал
audit-lead = Всё, что здесь было сделано: когда, кем и с чем.
audit-denied = Журнал читают только председатель и согласующие: в нём названы люди всех организаций.
audit-filters = { $n ->
    [0] Фильтры
   *[other] Фильтры: выбрано { $n }
 }
audit-section = Раздел
audit-every-section = Все разделы
audit-person = Кто
audit-everybody = Все
audit-from = С какого дня
audit-to = По какой день включительно
audit-show = Показать
audit-reset = Показать всё
audit-count = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[other] { $n } событий
 }
audit-count-more = Больше { $n } событий
audit-export = Сохранить как CSV
audit-export-whole = Весь журнал для проверки
audit-export-whole-hint = Весь журнал нужен для проверки: в нём есть и названия черновиков. Храните его надёжно.
audit-empty = Ничего не найдено
audit-empty-text = Выберите другие дни, другого человека или другой раздел.
audit-pages = Страницы
audit-newest = ← Самые новые
audit-older = Более ранние →

# Столбцы таблицы и файла.
audit-time = Когда
audit-event = Что произошло
audit-kind = Вид
audit-address = Адрес

# Что записывается.
audit-hidden = Раздел «{ $section }»: действие, которое видят только причастные ({ $who })
audit-exported = Копию журнала сохраняет { $who }
