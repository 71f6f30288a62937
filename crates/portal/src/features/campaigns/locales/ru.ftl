campaigns-title = Кампании
campaigns-lead = То, что партнёры какое-то время делают вместе, чтобы одно сообщение дошло до людей сразу несколькими путями.
campaigns-new = Предложить кампанию
campaigns-all = Все кампании
campaigns-one = Кампания
campaigns-filters = { $count ->
    [0] Фильтры
    [one] Фильтры ({ $count })
    [few] Фильтры ({ $count })
   *[other] Фильтры ({ $count })
}
campaigns-audience = Для кого
campaigns-region = Где
campaigns-channel = Какими путями
campaigns-theme = Тема
campaigns-when = Когда
campaigns-any-audience = Для любых
campaigns-any-region = Где угодно
campaigns-no-theme = Без темы
campaigns-whole-country = По всей стране
campaigns-show = Показать
campaigns-reset = Сбросить
campaigns-none = Кампаний пока нет
campaigns-none-text = Когда партнёры вместе начнут кампанию, вы найдёте её здесь.
campaigns-none-filtered = Под эти фильтры ничего не подходит. Сбросьте их, чтобы увидеть всё.
campaigns-running = Идёт
campaigns-coming = Скоро
campaigns-over = Завершена
campaigns-running-now = Кампании, которые идут сейчас
campaigns-coming-next = Скоро начнутся
campaigns-that-are-over = Завершённые кампании
campaigns-proposed = Предложенные кампании
campaigns-proposed-text = Читатели не видят их, пока председатель или согласующий не опубликует.
campaigns-proposal = Предложение
campaigns-days = { $starts } – { $ends }
campaigns-about = Об этой кампании
campaigns-lead-partner = Ведёт
campaigns-supporters = Поддерживают
campaigns-publish = Опубликовать
campaigns-edit = Изменить кампанию
campaigns-take-back = Отозвать
campaigns-history = Что происходило
campaigns-one-kind-of-channel = Все каналы этой кампании одного рода. Кто верит телевидению, часто не верит интернету, и наоборот: добавьте канал другого рода.
campaigns-form-lead = Скажите, чего нужно добиться, с кем и когда. Тексты, наборы и события сами указывают свою кампанию.
campaigns-title-ky = Название на кыргызском
campaigns-title-ru = Название на русском
campaigns-title-en = Название на английском
campaigns-title-missing = Дайте название на всех трёх языках, не длиннее 200 знаков
campaigns-starts = Первый день
campaigns-ends = Последний день
campaigns-ends-hint = Этот день ещё входит в кампанию.
campaigns-day-missing = Выберите день
campaigns-ends-before = Последний день не может быть раньше первого
campaigns-too-long = Кампания длится не больше двух лет
campaigns-no-audience = Отметьте хотя бы одну аудиторию
campaigns-supporter-unknown = Одного из этих партнёров больше нет. Выберите заново.
campaigns-reach-hint = Если регион не отмечен, кампания идёт по всей стране.
campaigns-goal-ky = Цель на кыргызском
campaigns-goal-ru = Цель на русском
campaigns-goal-en = Цель на английском
campaigns-goal-hint = Что люди должны узнать или сделать и как принять участие. Можно оставить пустым.
campaigns-goal-long = Сократите до 10 000 знаков
campaigns-propose = Предложить
campaigns-save = Сохранить
campaigns-proposed-saved = Кампания предложена. Её публикует председатель или согласующий.
campaigns-saved = Сохранено
campaigns-published = Кампания опубликована
campaigns-taken-back = Кампания снова предложение
campaigns-denied = Эту кампанию вам менять нельзя.
campaigns-stale = Кто-то изменил эту кампанию раньше. Откройте её заново и повторите.
campaigns-moves = { $count ->
    [one] { $count } кампания
    [few] { $count } кампании
   *[other] { $count } кампаний
}
campaigns-moves-supported = { $count ->
    [one] поддержка { $count } кампании
    [few] поддержка { $count } кампаний
   *[other] поддержка { $count } кампаний
}
campaigns-event-proposed = { $actor }: предложена кампания «{ $title }»
campaigns-event-changed = { $actor }: изменена кампания «{ $title }»
campaigns-event-published = { $actor }: опубликована кампания «{ $title }»
campaigns-event-taken-back = { $actor }: отозвана кампания «{ $title }»
