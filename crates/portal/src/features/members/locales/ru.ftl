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
