members-sent-code = Если письмо откроется в другом браузере или в самой почтовой программе, там спросят эти цифры:
members-elsewhere = Вы запросили эту ссылку в другом браузере. Там на странице «Проверьте почту» показаны шесть цифр: введите их, и вы войдёте здесь. Или откройте ссылку в том браузере. Не запрашивали ссылку? Тогда закройте эту страницу.
members-elsewhere-code = Шесть цифр
members-elsewhere-hint = В письме их нет. Никому их не называйте: от имени портала их никто не спрашивает.

members-second-step = Ещё один шаг
members-second-step-passkey = Подтвердите, что это вы: ключом доступа этого устройства или кодом.
members-second-step-lost = Телефона нет под рукой? Введите резервный код. Нет и кодов? Скажите председателю рабочей группы.
members-code = Код из приложения
members-code-hint = Шесть цифр. Резервный код с бумаги тоже подойдёт.
members-recovery-code = Резервный код
members-recovery-code-hint = Один из десяти, записанных на бумаге. Каждый действует один раз.
members-code-wrong = Код не подошёл. Возьмите новый и введите ещё раз
members-code-wait = Слишком много попыток. Подождите четверть часа и попробуйте снова
members-use-passkey = Войти ключом доступа
members-passkey-failed = Ключ доступа не ответил. Попробуйте ещё раз или выберите другой способ.
members-passkey-unknown = Этот ключ доступа порталу не знаком. Войдите по почте и добавьте его в учётной записи.

members-confirm-you = Это вы?
members-confirm-you-text = Вы собираетесь сделать что-то важное. Подтвердите ещё раз, что это вы; этого хватит на десять минут. Всё, что вы ввели, сохранится.
members-confirm-you-mail = Мы отправим код на вашу почту.
members-confirm-you-button = Продолжить
members-send-code = Отправить мне код
members-mail-code = Код из письма
members-mail-code-hint = Восемь цифр. Код действует десять минут.
members-mail-code-subject = Ваш код: { $portal }
members-mail-code-text = Ваш код: { $code }
members-mail-code-note = Он действует десять минут. Не запрашивали его? Значит, вашей учётной записью пользуется кто-то другой: выйдите на других устройствах и сообщите оператору.

members-security = Как вы входите
members-security-lead = С ключом доступа или приложением никто не войдёт от вашего имени, даже если прочитает вашу почту.
members-security-open = Ключи доступа и коды
members-act = Действие
members-never = ни разу
members-remove = Удалить
members-passkey = Ключ доступа
members-passkeys = Ключи доступа (рекомендуем)
members-passkeys-text = Вы входите так же, как разблокируете телефон или компьютер: пальцем, лицом или кодом. Ключ доступа нельзя ни скопировать, ни выманить.
members-passkey-added = Добавлен
members-passkey-name = Название
members-passkey-name-hint = Например, «мой телефон». Оставьте пустым, и мы назовём его по этому устройству.
members-passkey-add = Добавить ключ доступа
members-passkey-press = Нажмите «Добавить ключ доступа» ещё раз.
members-passkey-refused = Добавить ключ доступа не удалось. Возможно, он уже есть; если нет, попробуйте ещё раз.
members-totp = Приложение с кодами
members-totp-text = Приложение в телефоне каждые полминуты показывает новый код из шести цифр. Оно работает без сети.
members-totp-begin = Настроить приложение
members-totp-there = Приложение настроено.
members-totp-step-app = Откройте в телефоне приложение для одноразовых кодов, например Aegis или Google Authenticator.
members-totp-step-scan = Отсканируйте им эту картинку.
members-totp-step-code = Введите шесть цифр, которые оно покажет.
members-totp-picture = Картинка для приложения
members-totp-letters = Если отсканировать нельзя, введите в приложение:
members-totp-code = Шесть цифр из приложения
members-totp-finish = Готово
members-codes = Резервные коды
members-codes-first = Резервные коды выдаются вместе с первым ключом доступа или приложением.
members-codes-left = { $count ->
    [0] Не осталось ни одного: создайте новые.
    [one] Остался { $count }.
    [few] Осталось { $count }.
   *[other] Осталось { $count }.
}
members-codes-renew = Создать новые коды
members-codes-once = Готово. Эти коды показаны только один раз.
members-codes-text = Если телефон потеряется, каждый из них один раз впустит вас. Распечатайте страницу или перепишите коды и храните их там же, где паспорт.
members-codes-made = Созданы { $date }. Прежние коды больше не действуют.
members-codes-kept = Коды сохранены
members-factor-added = Добавлено. На других ваших устройствах выполнен выход.
members-factor-removed = Удалено. На других ваших устройствах выполнен выход.
members-factor-last = Для вашей роли нужен ключ доступа или приложение. Сначала добавьте другой способ.
members-factor-wanted = { $count ->
    [0] Для вашей роли нужен ключ доступа или приложение. Это был последний вход без них: настройте сейчас.
    [one] Для вашей роли нужен ключ доступа или приложение. Без них можно войти ещё { $count } раз.
    [few] Для вашей роли нужен ключ доступа или приложение. Без них можно войти ещё { $count } раза.
   *[other] Для вашей роли нужен ключ доступа или приложение. Без них можно войти ещё { $count } раз.
}
members-factor-overdue = Для вашей роли нужен ключ доступа или приложение, а вы входили без них больше { $count } раз. Настройте здесь один из этих способов, и всё снова откроется.
members-offer = Входите надёжнее
members-offer-passkey = Настроить ключ доступа
members-offer-text = Рекомендуем: в следующий раз вы войдёте пальцем, лицом или кодом своего устройства.
members-offer-later = Не сейчас
members-offer-later-done = Это всегда можно сделать в учётной записи.

members-factor-passkey = ключ доступа
members-factor-app = приложение с кодами
members-factor-codes = резервные коды
members-event-factor-added = { $person }: настроено ({ $factor })
members-event-factor-removed = { $person }: удалено ({ $factor })
members-event-factor-used = { $person }: вход или подтверждение ({ $factor })

members-recovery = Доступ потерян
members-recovery-text = { $name }: потеряны телефон и коды? Начните здесь. Подтвердить должен второй участник; тогда всё, чем человек входил, перестанет действовать, и он получит новое приглашение. Сначала поговорите с ним лично или по номеру, который вы знаете.
members-recovery-reason = Что случилось и почему вы уверены, что это именно он?
members-recovery-reason-hint = Это прочитает второй участник.
members-recovery-reason-missing = Напишите, что случилось, не длиннее 500 знаков
members-recovery-begin = Попросить второго участника
members-recovery-begun = Начато. Председатели и согласующие получили письмо; один из них должен подтвердить.
members-recovery-question = { $chair } сообщает: { $name } больше не может войти никаким способом. Если вы подтвердите, { $name } выйдет на всех устройствах, ключи доступа, приложение и коды будут удалены, а на почту придёт приглашение.
members-recovery-ask-them = Подтверждайте, только если сами поговорили с этим человеком.
members-recovery-until = Ждёт решения до { $time }
members-recovery-confirm = Подтвердить
members-recovery-refuse = Отказать
members-recovery-confirmed = Подтверждено: приглашение отправлено.
members-recovery-refused = Отказано: ничего не изменилось.
members-recovery-open = Потеряны телефон и коды? Помогите вернуться
members-event-recovery-begun = { $actor }: начато восстановление доступа ({ $person })
members-event-recovery-confirmed = { $actor }: подтверждено восстановление доступа ({ $person })
members-event-recovery-refused = { $actor }: отказано в восстановлении доступа ({ $person })
members-mail-recovery-subject = Доступ потерян: { $name }
members-mail-recovery-text = { $chair } сообщает: { $name } больше не может войти никаким способом. Второй участник должен подтвердить это в течение трёх дней.
members-mail-recovery-own = { $chair } сообщает, что вы больше не можете войти никаким способом. Если это так, скоро придёт приглашение. Если нет, откажитесь здесь и скажите другому участнику.
members-mail-recovery-action = Посмотреть

members-sign-in-with = Войти через { $name }
members-provider-failed = Войти там не получилось. Попробуйте ещё раз или войдите по почте.
members-provider-unknown = Адрес той учётной записи порталу не известен. Попросите председателя рабочей группы пригласить вас на этот адрес.

members-mail-factor-subject = Изменился ваш способ входа: { $portal }
members-mail-factor-added = К вашей учётной записи добавлено: { $factor } ({ $time }).
members-mail-factor-removed = Из вашей учётной записи удалено: { $factor } ({ $time }).
members-mail-factor-used = Использован один из ваших резервных кодов ({ $time }).
members-mail-factor-not-you = Если это были не вы, кто-то вошёл под вашим именем: сразу скажите председателю рабочей группы или оператору.
