documents-consents-missing = Истории успеха нужно согласие того, о ком она. Заполните код согласия, хранителя и последний день.
documents-consents-past = Срок согласия на эту историю прошёл. Попросите у хранителя новое.
documents-consents-taken-back = Согласие на эту историю отозвано. Публиковать её нельзя.
documents-consents-do-end = Согласие отозвано
documents-consents-end-title = Согласие отозвано
documents-consents-end-text = Все истории с согласием { $code } исчезнут сразу: на всех языках, во всех редакциях, вместе с файлами. Вернуть их с этим согласием нельзя.
documents-consents-end-after = Сообщите тем, кто напечатал или переслал историю: до их копий портал не дотянется.
documents-consents-end = Удалить истории сейчас
documents-consents-ended = Историй с этим согласием на портале больше нет.
documents-consents-withdrawn = Согласие на эту историю отозвано. Портал удалил её.
documents-consents-over = Срок согласия на эту историю закончился. Портал удалил её.
documents-event-consent-ending = Согласие на «{ $title }» заканчивается через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
documents-event-consent-withdrawn = { $who }: согласие на «{ $title }» отозвано.
documents-mail-kind-consent-ending = Скоро закончится согласие на историю успеха
documents-mail-consent-ending-subject = Согласие скоро закончится: { $title }
documents-mail-consent-ending-intro = Согласие на историю «{ $title }» действует по { $date }. На следующий день портал удалит её. Если она должна остаться, хранитель снова спросит человека, а вы отправите новую редакцию с новым сроком.
