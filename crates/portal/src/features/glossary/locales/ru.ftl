glossary-title = Словарь
glossary-lead = Слова программы: что они значат, как говорить на каждом языке и чего избегать.
glossary-term = Термин
glossary-new = Добавить термин
glossary-edit = Изменить термин
glossary-known = { $count ->
    [one] Загрузить { $count } недостающий известный термин
    [few] Загрузить { $count } недостающих известных термина
   *[other] Загрузить { $count } недостающих известных терминов
}
glossary-known-loaded = Термины загружены. Неподтверждённые кыргызские слова видят только участники.
glossary-search = Найти слово на любом из трёх языков
glossary-find = Найти
glossary-count = { $count ->
    [one] { $count } термин
    [few] { $count } термина
   *[other] { $count } терминов
}
glossary-all = Показать все
glossary-export = Скачать таблицей (CSV)
glossary-empty = Таких терминов нет
glossary-empty-text = Термины добавляет председатель рабочей группы. Загляните позже.
glossary-empty-search = Попробуйте слово короче или только его начало.
glossary-letters = Буквы
glossary-waits = На этом языке слово ещё не подтверждено
glossary-not = Не «{ $words }»:
glossary-none = На этом языке ещё нет подтверждённого слова.
glossary-say = Говорите
glossary-avoid = Избегайте
glossary-preferred = лучше всего
glossary-also = тоже можно
glossary-confidence-high = так пишут
glossary-confidence-medium = обычно
glossary-confidence-low = не подтверждено
glossary-confidence-text = Неподтверждённое слово читатели не видят. Если вы говорите на этом языке и так действительно говорят — подтвердите.
glossary-confirmed = подтверждено { $date }
glossary-confirmed-by = { $name } подтверждает, { $date }
glossary-confirm = Так говорят: подтвердить
glossary-confirmed-now = Спасибо. Теперь это слово видят читатели.
glossary-doubt = Отозвать подтверждение
glossary-doubted = Читатели больше не видят это слово.
glossary-deeds = Что можно сделать
glossary-remove-title = Убрать термин
glossary-remove-text = Термин исчезнет из словаря, из текстов и из поиска. История останется в журнале.
glossary-remove = Убрать
glossary-removed = Термин убран.
glossary-history = История
glossary-key = Короткое имя для адреса
glossary-key-hint = Строчные латинские буквы, цифры и дефисы, например safe-migration. Потом его не изменить.
glossary-key-wrong = Выберите другое имя: от 2 до 40 строчных латинских букв, цифр и дефисов, ещё не занятое
glossary-in-ky = По-кыргызски
glossary-in-ru = По-русски
glossary-in-en = По-английски
glossary-say-hint = Каждое слово или выражение с новой строки, лучшее первым. Если не уверены, поставьте в конце ? — читатели не увидят его, пока кто-нибудь не подтвердит.
glossary-say-missing = Напишите хотя бы одно слово; если не уверены, поставьте в конце ?
glossary-say-wrong = Каждое выражение с новой строки, до 120 знаков и не больше 12 на одном языке
glossary-avoid-hint = Каждое с новой строки, через тире — причина: рабство — в законе иначе.
glossary-avoid-wrong = Напишите слово и через тире причину, до 300 знаков
glossary-reason-missing = Через тире напишите, почему этого слова избегать
glossary-twice = Одно и то же стоит здесь дважды: оставьте один раз
glossary-definition = Что это значит
glossary-definition-hint = Одно-два предложения простыми словами, как вы сказали бы соседу.
glossary-definition-long = Сократите объяснение до 600 знаков
glossary-definition-missing = Объясните и на этом языке или не показывайте объяснение в текстах
glossary-explained = Объяснять термин читателям там, где он впервые встретился в тексте
glossary-explained-hint = Только для слов, которыми люди не пользуются каждый день.
glossary-save = Сохранить
glossary-saved = Термин сохранён.
glossary-saved-new = Термин в словаре.
glossary-stale = Кто-то сохранил этот термин, пока вы его меняли. Откройте его снова и повторите правку.
glossary-denied = Словарь меняют председатель и согласующий; слова подтверждают участники, которые пишут тексты.
glossary-more = Подробнее в словаре
glossary-open = Открыть в словаре
glossary-quoted = «{ $words }»
glossary-remarks-avoid = Лучше сказать иначе
glossary-remarks-terms = Термины этого текста на других языках
glossary-remark = { $found }: { $reason }
glossary-remark-times = { $found } ({ $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}): { $reason }
glossary-remark-write = Напишите:
glossary-event-loaded = { $actor }: { $count ->
    [one] загружен { $count } известный термин
    [few] загружены { $count } известных термина
   *[other] загружено { $count } известных терминов
}.
glossary-event-added = { $actor }: добавлен термин «{ $name }».
glossary-event-changed = { $actor }: изменён термин «{ $name }».
glossary-event-changed-words = { $actor }: изменён термин «{ $name }»: { $words }.
glossary-event-removed = { $actor }: убран термин «{ $name }».
glossary-event-confirmed = { $actor }: подтверждено «{ $form }» (термин «{ $name }»).
glossary-event-doubted = { $actor }: отозвано подтверждение «{ $form }» (термин «{ $name }»).
