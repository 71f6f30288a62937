# Страница поиска.
search-title = Поиск
search-title-of = { $query }: поиск
search-label = Что вы ищете?
search-find = Найти
search-hint = Напишите одно слово или несколько. Годятся любые формы слов, латиница и мелкие опечатки.
search-preparing = Поиск готовится
search-preparing-text = Тексты читаются, это займёт около минуты. Потом обновите страницу.
search-kind = Что это
search-language = Язык
search-since = Когда
search-since-month = За последний месяц
search-since-year = За последний год
search-any = Неважно
search-choice = { $choice } ({ $n })
search-filters = { $n ->
    [0] Уточнить
   *[other] Уточнено: { $n }
}
search-narrow = Показать
search-everywhere = Показать всё
search-count = { $n ->
    [0] Ничего не найдено
    [one] { $n } результат
    [few] { $n } результата
   *[many] { $n } результатов
}
search-count-more = Больше { $n } результатов, сначала новые
search-instead = Точно таких слов нет. Показаны тексты со словами: { $words }
search-partly = Почти нет текстов, где есть все слова. Показаны те, где есть большинство.
search-empty = Ничего не нашлось
search-empty-everywhere = Искать без уточнений
search-empty-fewer = Оставьте меньше слов или одно, самое важное.
search-empty-otherwise = Назовите это другим словом или на другом языке.
search-empty-sections = Если помощь нужна сейчас, меню ведёт туда, где её получить.
search-pages = Страницы результатов
search-earlier = ← Назад
search-later = Дальше →

# Что искали и не нашли.
search-unanswered-title = Не нашлось
search-unanswered-lead = Что люди искали за последние 90 дней и не нашли. Видно, каких текстов не хватает. Кто искал, не сохраняется.
search-unanswered-denied = Этот список читают председатель и те, кто согласует тексты: они решают, что написать дальше.
search-unanswered-empty = Всё, что искали, нашлось
search-unanswered-empty-text = Когда кто-то ищет то, чего нет ни в одном тексте, это появляется здесь через минуту-две.
search-unanswered-words = Искали
search-unanswered-times = Сколько раз
search-unanswered-last = В последний раз
