members-nav = Участники
members-name = Имя
members-name-hint = Так, как вас знают коллеги: имя и фамилия.
members-name-missing = Напишите имя, не длиннее 120 знаков
members-email = Адрес электронной почты
members-email-wrong = Напишите адрес полностью, например name@organisation.kg
members-email-known = Участник с таким адресом уже есть
members-language = Язык писем и страниц
members-organisation = Организация
members-organisation-missing = Выберите организацию
members-role = Роль
members-role-reader = Читатель
members-role-contributor = Автор
members-role-approver = Согласующий
members-role-chair = Председатель
members-role-operator = Оператор
members-choose = Выберите
members-denied = Ваша роль этого не позволяет. Обратитесь к председателю рабочей группы или к оператору.
members-device-unknown = неизвестное устройство

members-sign-in = Вход
members-sign-in-lead = Мы пришлём ссылку на вашу почту. Откройте её, и вы вошли: пароль помнить не нужно.
members-sign-in-send = Прислать ссылку
members-sign-in-no-account = Ещё не участник? Организации и их сотрудников приглашает председатель рабочей группы.
members-sent = Проверьте почту
members-sent-text = Если мы знаем этот адрес, ссылка уже в пути. Она действует один раз, в течение 15 минут.
members-sent-nothing = Письма нет несколько минут? Посмотрите в спаме и проверьте, тот ли это адрес, который знает председатель.
members-sent-caught = Этот портал для проб: его письма можно прочитать здесь
members-ask-again = Запросить новую ссылку
members-confirm-text = Вы входите как { $name }.
members-confirm-button = Войти
members-confirm-shared = На общем компьютере не забудьте потом выйти.
members-link-spent = Эта ссылка никуда не ведёт
members-link-unknown = Такой ссылки нет. Возможно, она обрезана в письме: скопируйте адрес целиком или запросите новую ссылку.
members-link-used = Эту ссылку уже открывали, а каждая действует один раз. Если это были вы, то, возможно, вы уже вошли; если нет, запросите новую.
members-link-expired = Срок ссылки истёк: она действовала недолго. Запросите новую, она придёт сразу.
members-link-revoked = Ссылка отозвана. Запросите новую или обратитесь к председателю рабочей группы.
members-invitation-used = Это приглашение уже принято. Войдите по адресу своей почты.
members-invitation-expired = Срок приглашения истёк: оно действовало семь дней. Укажите адрес своей почты, и мы пришлём новое.
members-join = Добро пожаловать
members-join-by = { $name } приглашает вас на портал «{ $portal }».
members-join-text = Вас приглашают на портал «{ $portal }».
members-join-button = Присоединиться
members-signed-out = Вы вышли.

members-account = Учётная запись
members-account-fixed = Здесь ошибка? Исправить её может председатель рабочей группы.
members-account-save = Сохранить
members-account-saved = Сохранено.
members-sessions = Где вы вошли
members-sessions-text = Если какое-то устройство вам незнакомо, выйдите на остальных и сообщите оператору.
members-session-device = Устройство
members-session-seen = Последний раз
members-session-current = это
members-sessions-end = Выйти на остальных устройствах
members-sessions-ended = { $count ->
    [one] Вы вышли ещё на { $count } устройстве.
   *[other] Вы вышли ещё на { $count } устройствах.
}

members-index = Участники
members-index-lead = Все, кого пригласили на портал, и кто из них уже присоединился.
members-standing = Состояние
members-standing-invited = Приглашение: { $date }
members-standing-joined = На портале с { $date }
members-standing-suspended = Доступ закрыт: { $date }
members-filters = { $count ->
    [0] Фильтры
   *[other] Фильтры: выбрано { $count }
}
members-filter-any = Все
members-filter-show = Показать
members-filter-clear = Сбросить
members-count = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}
members-empty = Никого нет
members-empty-text = Под этот выбор никто не подходит. Сбросьте фильтры или пригласите человека.
members-invite = Пригласить
members-invite-lead = Человек получит письмо со ссылкой, которая действует семь дней. Имя и язык он сможет изменить сам.
members-invite-new-organisation = Организации нет в списке: сначала добавьте её
members-invite-send = Отправить приглашение
members-invited = Приглашение на адрес { $email } отправлено.
members-suspend = Закрыть доступ
members-suspend-text = { $name }: все сеансы сразу закончатся, войти снова будет нельзя. Всё сделанное останется. Доступ можно вернуть.
members-suspended = Доступ закрыт, все сеансы закончены.
members-restore = Вернуть доступ
members-restore-text = { $name }: вход снова откроется, роль останется прежней.
members-restored = Доступ возвращён.
members-back = Назад к списку

members-event-invited = { $actor } приглашает участника: { $person } (роль: { $role })
members-event-joined = { $person } теперь на портале
members-event-changed = { $person }: изменена учётная запись
members-event-suspended = { $actor } закрывает доступ: { $person }
members-event-restored = { $actor } возвращает доступ: { $person }
members-event-session = { $person }: вход ({ $device })

members-mail-sign-in-subject = Ссылка для входа: { $portal }
members-mail-sign-in-text = По этой ссылке вы войдёте на портал. Она действует один раз, в течение 15 минут.
members-mail-sign-in-action = Войти
members-mail-sign-in-note = Вы её не запрашивали? Тогда ничего не делайте: без ссылки никто не войдёт.
members-mail-invitation-subject = Вас приглашают: { $portal }
members-mail-invitation-by = { $name } приглашает вас на портал «{ $portal }».
members-mail-invitation-text = Вас приглашают на портал «{ $portal }».
members-mail-invitation-as = Организация: { $organisation }. Роль: { $role }.
members-mail-invitation-action = Принять приглашение
members-mail-invitation-note = Ссылка действует один раз, в течение семи дней. Пароля нет: потом вы будете входить по ссылке, которая приходит на почту.

members-moves = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}

members-more = Другие настройки
members-history = История
members-back-account = Назад к моим данным
members-ask = Попросить доступ
members-ask-lead = Для сотрудников организаций, которые участвуют в программе или хотят участвовать. Председатель рабочей группы ответит по почте.
members-ask-email-hint = Лучше адрес вашей организации. Ответ придёт на него.
members-ask-send = Отправить
members-ask-kept = Мы храним написанное до ответа и ещё месяц.
members-ask-leave-empty = Оставьте это поле пустым
members-asked = Ваша просьба отправлена
members-asked-text = Председатель рабочей группы прочитает её и ответит по почте. Если за неделю ничего не пришло, напишите в знакомую вам организацию.
members-asked-home = На первую страницу
members-request = Просьба о доступе
members-requests = Просьбы о доступе
members-requests-none = Никто не ждёт ответа.
members-requests-waiting = { $count ->
    [0] Просьбы о доступе
    [one] { $count } просьба о доступе
    [few] { $count } просьбы о доступе
   *[other] { $count } просьб о доступе
}
members-request-other = Другая, название ниже
members-request-organisation-name = Название вашей организации
members-request-organisation-hint = Только если её нет в списке.
members-request-organisation-missing = Выберите организацию или напишите её название
members-request-reason = Чем вы занимаетесь и зачем нужен доступ
members-request-reason-hint = Два-три предложения. Ничего не пишите о пострадавших и делах.
members-request-reason-missing = Напишите два-три предложения, не длиннее 1000 знаков
members-request-new-organisation = нет в списке
members-request-when = Отправлено
members-request-decide = Решить
members-request-accept = Пригласить
members-request-decline = Отказать
members-request-accepted-on = Приглашение отправлено { $date }
members-request-declined-on = Отказано { $date }
members-request-declined = Отказано. Ответ уйдёт по почте.
members-request-gone = По этой просьбе уже решили. Посмотрите список.
members-decline-reason = Причина
members-decline-unconfirmed = Не удалось подтвердить место работы
members-decline-no-partner = Организация пока не участвует
members-decline-known = Доступ уже есть
members-decline-other = Другое, своими словами
members-decline-note = Своими словами
members-decline-note-hint = Войдёт в письмо. Можно оставить пустым.
members-decline-send = Отказать и отправить письмо
members-mail-declined-subject = Ваша просьба о доступе: { $portal }
members-mail-declined-text = Спасибо, что попросили доступ к порталу «{ $portal }». Сейчас мы не можем вас пригласить.
members-mail-declined-unconfirmed = Нам не удалось подтвердить, что вы работаете в названной организации. Попросите её руководителя написать рабочей группе.
members-mail-declined-no-partner = Ваша организация пока не участвует в программе. Если она хочет участвовать, её руководитель может написать рабочей группе.
members-mail-declined-known = С вашим адресом уже есть доступ. Попросите ссылку на странице входа.
members-mail-declined-other = Председатель рабочей группы пишет:
members-organisations-more = Также работает в
members-organisation-add = Ещё одна организация
members-organisation-add-text = Для тех, кто работает в нескольких. В своих данных человек выбирает, от какой он действует.
members-organisation-add-do = Добавить
members-organisation-remove = Убрать
members-organisations-changed = Сохранено.
members-role-change = Изменить роль
members-role-change-text = Человек выйдет на всех устройствах и войдёт заново с новой ролью.
members-role-save = Изменить роль
members-role-changed = Роль изменена.
members-switch = Мои организации
members-switch-text = То, что вы пишете и решаете в этом браузере, делается от выбранной здесь организации.
members-switch-do = Действовать от неё
members-switched = Теперь вы действуете от выбранной организации.
members-hand-over = Передать работу
members-hand-over-text = Открытая работа перейдёт коллеге из той же организации. Это видно в истории каждого текста. Чья работа: { $name }
members-hand-over-count = { $count ->
    [one] { $count } открытый текст
    [few] { $count } открытых текста
   *[other] { $count } открытых текстов
}
members-hand-over-others = Открыто в других организациях
members-open-work = { $count ->
    [one] Остаётся открытым { $count } текст.
    [few] Остаются открытыми { $count } текста.
   *[other] Остаются открытыми { $count } текстов.
}
members-hand-over-nothing = Ничего открытого нет.
members-hand-over-to = Кто примет
members-hand-over-missing = Выберите, кто примет работу
members-hand-over-do = Передать
members-hand-over-back = Назад
members-handed-over = { $count ->
    [one] Передан { $count } текст.
    [few] Передано { $count } текста.
   *[other] Передано { $count } текстов.
}
members-alternates = Кто меня замещает
members-alternates-text = Пока вас нет, уведомления получает и коллега. Новых прав это ему не даёт.
members-alternate-who = Коллега
members-alternate-from = С какого дня
members-alternate-last = Последний день
members-alternate-name = Назначить
members-alternate-missing = Выберите коллегу
members-alternate-day = Выберите день
members-alternate-until = Последний день должен быть позже первого, не в прошлом и в пределах года
members-alternate-named = Вас замещает { $name }.
members-alternate-when = { $from } — { $until }
members-alternate-end = Завершить
members-alternate-over = Завершено.
members-mails = Какие письма приходят
members-mails-text = Уведомления на портале приходят всегда. Выберите, о чём писать ещё и по почте.
members-mails-kinds = Сразу писать мне, когда
members-privacy = Мои данные
members-copy = Копия моих данных
members-copy-text = Всё, что портал хранит о вас, одним файлом, который читают другие программы.
members-copy-do = Скачать
members-erase = Уйти и удалить данные
members-erase-text = Ваше имя и адрес удаляются, вы выходите на всех устройствах. Тексты остаются у организации. Журнал хранит сделанное без вашего имени. Отменить это нельзя.
members-erase-first = Сначала передайте открытую работу коллеге
members-erase-sure = Да, удалить моё имя и адрес
members-erase-do = Удалить
members-erase-unsure = Ничего не удалено. Отметьте поле, если вы уверены.
members-erase-last-chair = Вы единственный председатель. Сначала назначьте другого.
members-erased = Ваше имя и адрес удалены.
members-event-request = Кто-то просит доступ
members-event-request-accepted = { $actor }: приглашение по просьбе о доступе
members-event-request-declined = { $actor }: отказ на просьбу о доступе
members-event-role = { $actor } меняет роль: { $person }, была «{ $before }», теперь «{ $role }»
members-event-organisation-added = { $actor } добавляет участника в организацию «{ $organisation }»: { $person }
members-event-organisation-removed = { $actor } убирает участника из организации «{ $organisation }»: { $person }
members-event-alternate = Замещение до { $date }: { $person }, вместо — { $other }
members-event-alternate-ended = Замещение завершено: { $person }, вместо — { $other }
members-event-handed-over = { $actor } передаёт открытую работу (текстов: { $count }). От кого: { $person }. Кому: { $other }
members-event-copy = { $person } берёт копию своих данных
members-event-erased = Данные участника удалены
