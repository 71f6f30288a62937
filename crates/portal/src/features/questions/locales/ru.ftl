questions-title = Вопросы
questions-lead = О чём спрашивают люди. Согласованный ответ получит каждый, кто спросил.
questions-public-title = Вопросы и ответы
questions-public-lead = Об этом спрашивали люди, и на это отвечает согласованный текст.
questions-public-empty = Ответов пока нет
questions-public-empty-text = Задайте вопрос: ответ появится здесь.

# States
questions-state = Состояние
questions-state-open = Открыт
questions-state-taken = В работе
questions-state-grouped = Уже спрашивали
questions-state-answered = Есть ответ
questions-state-closed = Закрыт
questions-tab-open = Открытые
questions-tab-answered = С ответом
questions-tab-closed = Закрытые

# Lists
questions-filters = { $count ->
    [0] Сузить список
    [one] Выбрано: { $count } условие
    [few] Выбрано: { $count } условия
   *[other] Выбрано: { $count } условий
}
questions-filter-show = Показать
questions-filter-clear = Показать все
questions-every-region = Все регионы
questions-every-audience = Все аудитории
questions-every-language = Все языки
questions-count = { $count ->
    [one] { $count } открытый вопрос
    [few] { $count } открытых вопроса
   *[other] { $count } открытых вопросов
}
questions-count-more = Больше { $count } открытых вопросов
questions-days = { $count ->
    [0] с сегодняшнего дня
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
questions-asked-times = { $count ->
    [one] спросили { $count } раз
    [few] спросили { $count } раза
   *[other] спросили { $count } раз
}
questions-empty = Здесь пусто
questions-empty-text = Когда кто-то спросит, вопрос появится в этом списке. Задайте свой или посмотрите другое состояние.
questions-pages = Страницы
questions-first = С начала
questions-next = Следующая страница
questions-forgotten = (Текст удалён через полгода после закрытия.)

# Asking
questions-ask = Задать вопрос
questions-ask-lead = Спросите о работе за границей, документах, правах или помощи. Отвечает специалист, ответ проверяют.
questions-ask-lead-member = Передайте, о чём вас спрашивают люди. Мы сообщим вам, когда будет ответ.
questions-no-personal = Не пишите имён, адресов, телефонов и чьих-либо историй. Если кто-то в опасности, звоните на горячую линию: форма слишком медленна.
questions-removed = Мы убрали это
questions-removed-text = Прочитайте, что осталось. Если вопрос по-прежнему понятен, отправьте его.
questions-found-phone = { $count ->
    [one] { $count } номер телефона
    [few] { $count } номера телефона
   *[other] { $count } номеров телефона
}
questions-found-email = { $count ->
    [one] { $count } адрес почты
    [few] { $count } адреса почты
   *[other] { $count } адресов почты
}
questions-found-account = { $count ->
    [one] { $count } имя аккаунта
    [few] { $count } имени аккаунтов
   *[other] { $count } имён аккаунтов
}
questions-found-personal-number = { $count ->
    [one] { $count } персональный номер
    [few] { $count } персональных номера
   *[other] { $count } персональных номеров
}
questions-found-card = { $count ->
    [one] { $count } номер карты
    [few] { $count } номера карт
   *[other] { $count } номеров карт
}
questions-found-passport = { $count ->
    [one] { $count } номер паспорта
    [few] { $count } номера паспортов
   *[other] { $count } номеров паспортов
}
questions-text = Вопрос
questions-text-hint = Одной строкой, до 300 знаков.
questions-text-missing = Напишите, что вы хотите узнать
questions-text-too-long = Сделайте вопрос короче: не больше 300 знаков. Остальное можно написать ниже
questions-context = Подробнее
questions-context-hint = Если сам вопрос не всё объясняет. До 1 000 знаков.
questions-context-too-long = Сделайте короче: не больше 1 000 знаков
questions-region = Регион
questions-no-region = Не буду указывать
questions-audience = О ком вопрос
questions-no-audience = О всех
questions-leave-empty = Оставьте это поле пустым
questions-send = Отправить вопрос
questions-kept = Мы сохраним вопрос и ничего о вас. Вы получите код, по которому посмотрите ответ.
questions-noted = Вопрос в списке. Мы сообщим, когда на него ответят.
questions-asked = Ваш вопрос получен
questions-asked-text = Это ваш код:
questions-asked-code = Запишите его: найти его снова не сможет никто. Вернитесь через несколько дней и введите код, чтобы увидеть ответ.
questions-full = Слишком много вопросов ждут ответа
questions-full-text = Ваш вопрос не сохранён. Посмотрите, нет ли уже ответа, или попробуйте через несколько дней. Если это срочно, звоните на горячую линию.
questions-receipt = Есть ли ответ на мой вопрос?
questions-code = Ваш код
questions-code-hint = Двенадцать букв и цифр, например 4K7M-Q2XD-09TB.
questions-code-unknown = Такого кода нет. Проверьте каждую букву или спросите ещё раз
questions-look-up = Посмотреть
questions-outcome-open = { $count ->
    [0] Вопрос получен сегодня и ждёт ответа
    [one] Вопрос ждёт ответа { $count } день
    [few] Вопрос ждёт ответа { $count } дня
   *[other] Вопрос ждёт ответа { $count } дней
}
questions-outcome-answered = На ваш вопрос есть ответ
questions-outcome-closed = Вопрос закрыт: { $reason }
questions-read-answer = Прочитать ответ

# One question
questions-facts = Об этом вопросе
questions-fact-asked = Задан
questions-fact-days = Дней открыт
questions-fact-language = Язык
questions-fact-from = Кто спросил
questions-from-guest = гость сайта
questions-fact-assigned = Кто отвечает
questions-history = История
questions-answer = Ответ
questions-answer-in-work = Пишется или ждёт согласования
questions-answer-remove = Это не тот ответ
questions-answer-removed = Вопрос снова открыт.
questions-answering = Ответить
questions-answer-choose = Согласованным ответом
questions-choose = Выберите
questions-answer-use = Взять этот ответ
questions-answer-chosen = Ответ выбран. Все, кто спросил, узнают о нём, как только он опубликован.
questions-answer-begin = Написать новый ответ
questions-take = Беру в работу
questions-taken = Вопрос теперь ваш.
questions-assigning = Поручить
questions-assign-to = Кто отвечает
questions-nobody = Никто
questions-assign = Поручить
questions-assigned = Сохранено. Тот, кому поручено, получит письмо.
questions-alike = О том же самом?
questions-alike-hint = Выберите вопрос, ответ на который подойдёт и к этому.
questions-group = Ответить вместе
questions-grouped = Теперь на них ответят вместе.
questions-ungroup = Это другой вопрос
questions-ungrouped = Вопрос снова сам по себе.
questions-lead-note = Ответ общий с вопросом:
questions-group-title = { $count ->
    [one] Об этом спросил ещё { $count } человек
    [few] Об этом спросили ещё { $count } человека
   *[other] Об этом спросили ещё { $count } человек
}
questions-closing = Закрыть без ответа
questions-close-reason = Почему
questions-close-hint = Это прочитает тот, кто спросил.
questions-close = Закрыть
questions-closed = Вопрос закрыт.
questions-closed-on = Закрыт { $date }: { $reason }
questions-reopen = Открыть снова
questions-reopened = Вопрос снова открыт.
questions-cannot-not-open = На вопрос уже ответили, его закрыли или объединили. Посмотрите ещё раз
questions-cannot-group = Эти два вопроса нельзя объединить. Выберите другой
questions-cannot-no-reason = Напишите, почему вопрос закрыт: это прочитает тот, кто спросил
questions-cannot-no-answer = Выберите согласованный ответ из списка
questions-denied = Это делают те, кто работает над ответами. Если вам это нужно, обратитесь к председателю.

# Home
questions-panel-open = Вопросы ждут
questions-panel-yours = Вопросы, которые вы взяли
questions-panel-none = Ни один вопрос не ждёт.
questions-panel-all = Все вопросы

# History
questions-event-asked = Вопрос задан: { $who }
questions-event-taken = { $who } берёт вопрос в работу
questions-event-assigned = { $who } поручает вопрос: { $to }
questions-event-released = { $who } возвращает вопрос в список
questions-event-grouped = { $who } объединяет вопрос с другим
questions-event-ungrouped = { $who } разделяет два вопроса
questions-event-chosen = { $who } выбирает ответ на вопрос
questions-event-answered = На вопрос есть ответ
questions-event-reopened = { $who } снова открывает вопрос
questions-event-closed = { $who } закрывает вопрос: { $reason }
questions-moves = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[other] { $count } вопросов
}

# Mails
questions-mail-kind-assigned = Мне поручили вопрос
questions-mail-kind-answered = На мой вопрос ответили
questions-mail-kind-closed = Мой вопрос закрыли
questions-mail-assigned-subject = Вопрос для вас
questions-mail-assigned-text = Вам поручили найти или написать ответ на этот вопрос.
questions-mail-assigned-action = Открыть вопрос
questions-mail-answered-subject = На ваш вопрос есть ответ
questions-mail-answered-text = На то, о чём вы спросили, отвечает согласованный текст «{ $title }».
questions-mail-closed-subject = Ваш вопрос закрыт
questions-mail-closed-text = Вопрос закрыт без ответа. Причина: { $reason }
questions-mail-closed-action = Открыть вопрос
questions-answers = Отвечает на вопрос: { $text }
