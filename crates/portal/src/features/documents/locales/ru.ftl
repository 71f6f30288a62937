# Документы: библиотека и путь текста от черновика до страницы, открытой для всех.
documents-title = Документы
documents-lead = Тексты, которые можно использовать и пересказывать. У каждого видно, кто его согласовал.
documents-new-title = Новый документ
documents-new-lead = Укажите, что это за документ и на каком языке вы начинаете. Остальное на следующей странице, а черновик сохраняется сам.
documents-work-title = В работе
documents-waiting-title = Ждут согласования
documents-untitled = Без названия
documents-count = { $count ->
    [one] { $count } документ
    [few] { $count } документа
    [many] { $count } документов
   *[other] { $count } документа
}
documents-count-more = больше { $count } документов
documents-filters = { $count ->
    [0] Фильтры
   *[other] Фильтры: выбрано { $count }
}
documents-filter-show = Показать
documents-filter-reset = Сбросить
documents-kind = Вид
documents-any-kind = Все виды
documents-any-level = Любой уровень
documents-any = Все
documents-pages = Страницы
documents-newest = К новым
documents-older = Старее
documents-empty = На этом языке пока ничего не опубликовано. Посмотрите на других языках: они выше.
documents-empty-filtered = По этим фильтрам ничего не нашлось. Уберите один из них или сбросьте все.
documents-nothing-waits = Сейчас ничего не ждёт вашего решения. Новые тексты появятся здесь и придут на почту.
documents-nothing-open = У вашей организации сейчас ничего нет в работе. Начните новый документ.
documents-choose = Выберите
documents-choose-kind = Выберите вид документа
documents-choose-language = Выберите язык
documents-choose-level = Выберите уровень согласования
documents-choose-decision = Выберите: согласовать или вернуть
documents-choose-approver = Выберите, кто согласовал
documents-choose-channel = Выберите, как получено согласование
documents-first-language = Язык первого текста
documents-field-title = Название
documents-title-hint = Коротко и ясно, как заголовок
documents-field-summary = Кратко
documents-summary-hint = Одно-два предложения для списков и ссылок. Можно не заполнять.
documents-field-body = Текст
documents-body-hint = Можно вставить из Word: заголовки, списки и ссылки сохранятся.
documents-start-writing = Начать писать
documents-save = Сохранить
documents-submit = Отправить на согласование
documents-cancel = Отменить
documents-saved-at = Сохранено в { $time }
documents-preview = Как это увидят читатели
documents-preview-failed = Посмотреть, как это выглядит, сейчас нельзя.
documents-for-whom = Для кого и где
documents-chosen = { $count ->
    [0] (ничего не выбрано)
   *[other] (выбрано { $count })
}
documents-tool-bar = Оформление текста
documents-tool-bold = Полужирный
documents-tool-italic = Курсив
documents-tool-heading = Заголовок
documents-tool-list = Список
documents-tool-numbers = Нумерованный список
documents-tool-link = Ссылка
documents-tool-quote = Цитата
documents-said-saved = Сохранено в {"{"}time{"}"}
documents-said-offline = Не сохранено: нет связи. Ваш текст остаётся на этом устройстве.
documents-said-lost = Не сохранено, и этот браузер не может удержать текст. Не закрывайте страницу.
documents-said-signed-out = Ваш сеанс завершился. Войдите в другой вкладке: ваш текст остаётся здесь.
documents-said-conflict = Пока вы писали, этот текст сохранил кто-то другой.
documents-said-merge = Сравнить и соединить
documents-said-invalid = Не сохранено: исправьте, пожалуйста, отмеченное.
documents-said-found = На этом устройстве есть несохранённый текст ({"{"}time{"}"}).
documents-said-restore = Вернуть его
documents-said-drop = Удалить его
documents-files = Файлы
documents-file-add = Добавить файл
documents-attach = Приложить
documents-detach = Убрать
documents-file-attached = Файл приложен.
documents-file-detached = Файл больше не приложен.
documents-file-too-large = Файлы не больше { $limit }
documents-file-refused = Файлы этого типа портал не принимает. Отправьте PDF, Word, Excel, PowerPoint, изображение, звук, видео или текст.
documents-file-sending = Отправлено {"{"}percent{"}"} %
documents-file-checking = Файл дошёл, проверяем.
documents-file-failed = Файл не дошёл. Проверьте связь и отправьте ещё раз.
documents-file-cancel = Отменить

documents-merge-title = Этот текст изменили двое
documents-merge-lead = { $who }: текст сохранён в { $time }, пока вы писали. Ваша работа цела: соедините оба текста ниже и сохраните.
documents-merge-changes = Чем они различаются
documents-merge-hint = Зачёркнуто: только в сохранённом. Подчёркнуто: только в вашем.
documents-merge-theirs = Сохранённый текст
documents-merge-mine = Ваш текст, продолжайте в нём
documents-merge-save = Сохранить соединённый текст

documents-wish-title = Что сделать после согласования?
documents-wish-now = Опубликовать сразу
documents-wish-embargo = Опубликовать в назначенное время
documents-wish-at = Опубликовать { $time }
documents-wish-wait = Подождать: опубликуем сами
documents-publish-at = Дата и время
documents-time-zone = Время бишкекское
documents-submitted = Отправлено. Пресс-секретарь получит письмо с текстом.
documents-taken-back = Это снова черновик. Если согласование было, оно больше не действует.

documents-kind-report = Отчёт
documents-kind-law = Закон
documents-kind-statement = Официальное заявление
documents-kind-group-paper = Документ рабочей группы
documents-kind-talking-points = Тезисы
documents-kind-press-release = Пресс-релиз
documents-kind-brochure = Брошюра
documents-kind-poster = Плакат или листовка
documents-kind-social-kit = Материалы для соцсетей
documents-kind-video = Видео или аудио
documents-kind-success-story = История успеха
documents-kind-media-coverage = Публикация в СМИ
documents-kind-answer = Согласованный ответ

documents-state-draft = Черновик
documents-state-submitted = На согласовании
documents-state-returned = Возвращён
documents-state-approved = Согласование получено
documents-state-embargo = Под эмбарго
documents-state-published = Опубликован
documents-state-superseded = Заменён
documents-state-withdrawn = Отозван
documents-state-removed = Удалён

documents-level-official = Официальный
documents-level-agreed = Согласован
documents-level-own = Текст организации
documents-level-none = Ещё не согласован
documents-level-official-hint = Есть подписанный акт
documents-level-agreed-hint = По электронной почте, по телефону или на встрече
documents-level-own-hint = Организация говорит от своего имени

documents-tag-audience = Аудитория
documents-tag-channel = Канал
documents-tag-region = Регион
documents-tag-task = Задача
documents-tag-theme = Тема

documents-about = Об этом документе
documents-languages = Языки этого документа
documents-fact-level = Уровень согласования
documents-fact-body = Кто согласовал
documents-fact-act = Акт
documents-fact-approved = Дата согласования
documents-fact-edition = Редакция
documents-fact-published = Дата публикации
documents-fact-embargo = Когда выйдет
documents-fact-lead = Ведущая организация
documents-fact-supporters = Поддерживающие организации
documents-act = № { $number } от { $date }
documents-act-number = Номер акта
documents-act-date = Дата акта
documents-tab-edition = редакция { $number }
documents-tab-behind = отстаёт: редакция { $number }
documents-tab-missing = пока нет
documents-missing = Этого текста пока нет на русском. Его можно прочитать на другом языке:
documents-replaced-on = С { $date } вместо этой редакции действует новая.
documents-replaced-by = Читать редакцию { $number }: { $title }
documents-replaced-title = Заменён: { $title }
documents-withdrawn-on = { $date } этот текст отозван. Пожалуйста, больше не используйте его.
documents-withdrawn-title = Отозван: { $title }
documents-removed-on = { $date } этот текст удалён. Читатели его не видят.
documents-emergency-banner = Опубликовано срочно, до согласования. Причина:
documents-returned-on = Возвращён { $date } с такими замечаниями:
documents-source-line = Источник: { $organisation }. { $level }, редакция { $number }. { $address }
documents-copy = Скопировать текст
documents-copied = Скопировано
documents-earlier = Другие редакции
documents-see-changes = Посмотреть, что изменилось
documents-history = Что происходило
documents-begin-title = Следующая редакция или другой язык
documents-begin = Начать текст: { $language }
documents-changes-title = Что изменилось
documents-changes-between = Редакция { $from } → редакция { $to }
documents-changes-legend = Зачёркнуто: убрано. Подчёркнуто: добавлено.
documents-changed-since = Что изменилось после редакции { $number }
documents-no-changes = Слова те же.
documents-compare-with = С чем сравнить
documents-compare = Сравнить

documents-do-edit = Писать дальше
documents-do-decide = Прочитать и решить
documents-do-record = Записать согласование
documents-do-publish = Опубликовать
documents-do-take-back = Вернуть в черновик
documents-do-take-approval-back = Отменить согласование
documents-do-emergency = Опубликовать срочно
documents-do-withdraw = Отозвать

documents-decide-title = Ваше решение
documents-decision = Ваше решение
documents-decide-approve = Согласую
documents-decide-approve-hint = Текст выйдет в точности таким
documents-decide-return = Возвращаю
documents-decide-return-hint = Напишу, что исправить
documents-reasons = Что исправить
documents-note = Примечание (можно не заполнять)
documents-send-decision = Отправить решение
documents-when-title = Когда тексту выйти?
documents-when-wished = Как просит автор
documents-when-now = Сразу
documents-when-at = В назначенное время
documents-when-later = Организация опубликует его позже
documents-link-note = Эта ссылка только для вас и только для этого текста. Пожалуйста, не передавайте её.
documents-decided-title = Спасибо
documents-decided-note = Автор получит письмо. Эту страницу можно закрыть.
documents-decided-approved = Текст согласован.
documents-decided-published = Текст согласован и опубликован.
documents-decided-scheduled = Текст согласован и выйдет { $time }.
documents-decided-returned = Текст вернулся к автору с вашими замечаниями.
documents-approval-taken-back = Согласование отменено. Текст снова ждёт решения.
documents-link-ended-title = Эта ссылка больше не нужна
documents-link-used = Вы уже приняли решение. Каждая ссылка служит для одного решения.
documents-link-expired = Этой ссылке больше семи дней. Войдите и посмотрите, какие тексты вас ждут.
documents-link-revoked = Решение по этому тексту уже принял кто-то другой, или автор вернул текст в черновик.
documents-link-outcome = «{ $title }»: { $state }.
documents-read-public = Читать опубликованный текст

documents-record-title = Записать согласование
documents-record-lead = Если согласование дано по электронной почте, по телефону или на встрече. Тому, кто согласовал, придёт письмо об этой записи.
documents-record-who = Кто согласовал
documents-record-channel = Как
documents-record-when = Когда
documents-record-scan = Скан или фото (можно не прикладывать)
documents-record-scan-hint = Читатели его не увидят
documents-record-save = Записать согласование
documents-recorded = Согласование записано.
documents-channel-portal = на портале
documents-channel-link = по ссылке из письма
documents-channel-email = по электронной почте
documents-channel-phone = по телефону
documents-channel-meeting = на встрече
documents-channel-letter = письмом
documents-channel-messenger = в мессенджере

documents-publish-title = Опубликовать
documents-appears-at = Текст выйдет сам { $time }.
documents-unschedule = Отменить это время
documents-published = Опубликовано.
documents-scheduled = В это время текст выйдет сам.
documents-unscheduled = Время отменено. Текст остаётся согласованным.
documents-emergency-title = Опубликовать срочно
documents-emergency-lead = Текст сразу увидят все, с пометкой, что он ещё не согласован. Запрос на согласование уйдёт тогда же; ответ нужен в течение трёх дней.
documents-emergency-reason = Почему нельзя ждать
documents-emergency-reason-hint = Эту причину прочитают все
documents-emergency-publish = Опубликовать сейчас
documents-published-in-emergency = Опубликовано. Запрос на согласование отправлен.
documents-withdraw-title = Отозвать текст
documents-withdraw-manner = Что с ним сделать?
documents-withdraw-keep = Отозвать
documents-withdraw-keep-hint = Его можно будет читать вместе с причиной
documents-withdraw-remove = Удалить
documents-withdraw-remove-hint = Опубликован по ошибке: больше никто его не прочитает
documents-withdraw-reason = Причина
documents-withdraw-reason-hint = Её увидят читатели отозванного текста
documents-withdrawn = Текст отозван.
documents-removed = Текст удалён.

documents-panel-waiting = Ждёт вашего внимания
documents-panel-nothing-waits = Сейчас ничего не ждёт вашего внимания.
documents-panel-newest = Новые тексты
documents-panel-all = Все документы

documents-denied-organisation = Этот текст принадлежит другой организации.
documents-denied-role = Ваша роль этого не предусматривает. Обратитесь к председателю рабочей группы.
documents-denied-own-work = Этот текст отправили вы сами. Решение за кем-то другим.
documents-cannot-stale = Текст за это время изменился. Откройте его заново.
documents-cannot-edit = Текст уже отправлен на согласование и больше не меняется. Сначала верните его в черновик.
documents-cannot-no-title = Напишите название
documents-cannot-no-text = Напишите текст
documents-cannot-decide-stale = Пока вы читали, текст изменился. Здесь он такой, какой есть сейчас; прочитайте его, пожалуйста, и решите ещё раз.
documents-cannot-decide-done = Решение по этому тексту уже принято, или автор вернул его в черновик.
documents-cannot-act-missing = Напишите номер акта
documents-cannot-act-date = Напишите дату акта
documents-cannot-no-reason = Напишите причину
documents-cannot-not-theirs = Этот человек не может согласовать этот текст, или указано время в будущем
documents-cannot-publish-stale = За это время что-то изменилось. Откройте текст заново.
documents-cannot-not-approved = Опубликовать можно только согласованный текст.
documents-cannot-time = Выберите время в будущем, в пределах года
documents-cannot-past-time = Выберите время, когда текст согласовали, не в будущем
documents-cannot-not-public = Отозвать можно только опубликованный текст.
documents-cannot-already-open = На этом языке уже есть незаконченная редакция.

documents-event-created = { $who }: начат текст «{ $title }» ({ $language })
documents-event-begun = { $who }: начата редакция { $number } текста «{ $title }» ({ $language })
documents-event-changed = { $who }: изменён текст «{ $title }» ({ $language }, редакция { $number })
documents-event-submitted = { $who }: отправлен на согласование текст «{ $title }» ({ $language }, редакция { $number })
documents-event-taken-back = { $who }: возвращён в черновик текст «{ $title }» ({ $language }, редакция { $number })
documents-event-returned = { $who }: возвращён автору текст «{ $title }» ({ $language }, редакция { $number }): { $reason }
documents-event-approved = { $who }: согласован текст «{ $title }» ({ $language }, редакция { $number }). Уровень: { $level }
documents-event-approved-on-behalf = { $who }: записано согласование текста «{ $title }» ({ $language }, редакция { $number }). Кто согласовал: { $approver }. Уровень: { $level }
documents-event-approval-taken-back = { $who }: отменено согласование текста «{ $title }» ({ $language }, редакция { $number })
documents-event-scheduled = { $who }: назначено время выхода текста «{ $title }» ({ $language }, редакция { $number }): { $time }
documents-event-unscheduled = { $who }: отменено время выхода текста «{ $title }» ({ $language }, редакция { $number })
documents-event-published = { $who }: опубликован текст «{ $title }» ({ $language }, редакция { $number })
documents-event-emergency = { $who }: срочно опубликован текст «{ $title }» ({ $language }, редакция { $number }): { $reason }
documents-event-withdrawn = { $who }: отозван текст «{ $title }» ({ $language }, редакция { $number }): { $reason }
documents-event-removed = { $who }: удалён текст «{ $title }» ({ $language }, редакция { $number }): { $reason }

documents-mail-decide-subject = На согласование: { $title }
documents-mail-decide-intro = { $who } ({ $organisation }) отправляет вам текст на согласование: { $kind }, { $language }, редакция { $number }. Вот этот текст.
documents-mail-late-intro = Текст опубликован срочно и ждёт вашего согласования: { $kind }, { $language }, редакция { $number }. Организация: { $organisation }. Кто опубликовал: { $who }. Вот этот текст.
documents-mail-decide-action = Прочитать и решить
documents-mail-decide-note = Ссылка действует до { $date } только для вас и только для этого текста. Входить на портал не нужно.
documents-mail-approved-subject = Согласовано: { $title }
documents-mail-approved-intro = Ваш текст «{ $title }» согласован. Уровень: { $level }.
documents-mail-appears-at = Он выйдет сам { $time }.
documents-mail-you-publish = Теперь вы можете его опубликовать.
documents-mail-is-public = Он опубликован.
documents-mail-returned-subject = Исправьте, пожалуйста: { $title }
documents-mail-returned-intro = Ваш текст «{ $title }» вернулся с такими замечаниями:
documents-mail-correct-action = Исправить текст
documents-mail-open-action = Открыть текст
documents-mail-recorded-subject = Записано от вашего имени: { $title }
documents-mail-recorded-intro = На портале записано, что вы согласовали текст «{ $title }». Кто записал: { $who }. Если вы его не согласовывали, пожалуйста, сразу сообщите председателю.
documents-mail-published-subject = Опубликовано: { $title }
documents-mail-published-intro = Ваш текст «{ $title }» опубликован.
documents-mail-withdrawn-subject = Отозвано: { $title }
documents-mail-withdrawn-intro = Ваш текст «{ $title }» отозван. Его по-прежнему можно прочитать вместе с причиной:
documents-mail-removed-intro = Ваш текст «{ $title }» удалён, прочитать его больше нельзя. Причина:

documents-file-check = Посмотрите, что убрано из файла
documents-cannot-files-unseen = Посмотрите, что убрано из приложенных файлов, и оставьте или удалите каждый. Потом отправьте ещё раз.

documents-of-partner = Тексты
documents-of-partner-none = На этом языке пока ничего не опубликовано.
documents-of-partner-more = Все тексты организации
documents-moves = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } документов
}
documents-moves-supported = { $count ->
    [one] { $count } документ, который она поддерживает
    [few] { $count } документа, которые она поддерживает
   *[other] { $count } документов, которые она поддерживает
}

documents-trust-publish = Опубликовать как свой текст
documents-trust-publish-text = Вашей организации доверяют: текст появится сразу, с пометкой «собственный». Согласующий просмотрит его потом и может отозвать.
documents-trust-published = Текст опубликован. Согласующий его просмотрит.
documents-trust-review = Просмотреть
documents-trust-review-text = Организация, которой доверяют, опубликовала этот текст как собственный. Прочитайте его, затем оставьте или отзовите.
documents-trust-accept = Оставить
documents-trust-accepted = Принято. Текст остаётся.
documents-event-by-trust = { $who } публикует собственный текст организации «{ $title }» ({ $language }, редакция { $number }); он ждёт просмотра
documents-event-reviewed = { $who } просматривает текст «{ $title }» ({ $language }, редакция { $number }): он остаётся

documents-hidden = Текст, который видит только его организация
documents-event-handed-over = { $who } передаёт текст «{ $title }» ({ $language }, редакция { $number }). От кого: { $from }. Кому: { $to }
documents-mail-kind-to-decide = текст ждёт моего решения
documents-mail-kind-decided = по моему тексту принято решение
documents-mail-kind-recorded = от моего имени записано согласование
documents-mail-kind-published = мой текст опубликован
documents-mail-kind-withdrawn = мой текст отозван

# Тексты на бумаге и проверка, действует ли текст.
documents-papers = Взять с собой:
documents-paper-link = { $kind }, { $language }
documents-paper-draft = Черновик. Не согласован: пожалуйста, не передавайте его дальше.
documents-paper-unpublished = Согласован, но ещё не опубликован: пожалуйста, не передавайте его дальше.
documents-paper-saved = Сохранено { $time }
documents-paper-code = Код { $code }. Проверьте, действует ли этот текст: { $address }
documents-verify-title = Согласован ли этот текст?
documents-verify-lead = Сравните то, что у вас в руках, с тем, что согласовано. Учётная запись не нужна.
documents-verify-link = Проверить текст
documents-verify-by-code = По коду
documents-verify-code = Код проверки
documents-verify-code-hint = Десять букв и цифр внизу листа, например 7K3QF-2M9PA
documents-verify-code-wrong = Введите код, как он напечатан: десять букв и цифр, например 7K3QF-2M9PA
documents-verify-by-text = По тексту
documents-verify-text = Текст
documents-verify-text-hint = Вставьте весь текст или его часть. Пробелы, кавычки и тире не важны.
documents-verify-file = Или файл
documents-verify-file-hint = Простой текст (TXT). Из других файлов скопируйте текст и вставьте его выше.
documents-verify-file-unreadable = Этот файл — не простой текст. Скопируйте текст из него и вставьте сюда.
documents-verify-nothing = Вставьте текст или выберите файл
documents-verify-too-long = Этот текст слишком длинный. Вставьте не больше { $count } знаков.
documents-verify-check = Проверить
documents-verify-privacy = Ваш текст сравнивается и забывается. Он нигде не сохраняется.
documents-verify-current = Это действующий согласованный текст
documents-verify-current-own = Это действующий текст. Организация говорит от своего имени, другие его не согласовывали
documents-verify-current-advice = Его можно передавать дальше без изменений.
documents-verify-compare = Сравните с ним слова на своём листе или вставьте их ниже.
documents-verify-emergency = Он опубликован в срочном порядке, согласование ещё впереди.
documents-verify-passage = Это часть действующего текста, слово в слово
documents-verify-passage-advice = Прежде чем передавать её дальше, прочтите остальное: отдельная часть может говорить другое.
documents-verify-replaced = { $date } этот текст заменён
documents-verify-use-current = Пожалуйста, возьмите действующий:
documents-verify-no-current = Замены ему пока нет. Пожалуйста, не передавайте его дальше.
documents-verify-withdrawn = Этот текст отозван
documents-verify-removed = Этот текст опубликовали по ошибке и убрали
documents-verify-differs = Ваш текст отличается от опубликованного
documents-verify-differs-advice = Ниже видно, в чём. Пожалуйста, передавайте дальше только опубликованный текст.
documents-verify-differs-part = Части текста нет, а остальное отличается. Ниже видно, где. Пожалуйста, передавайте дальше только опубликованный текст.
documents-verify-differs-old = Он похож на текст, который больше не действует. Пожалуйста, не передавайте его дальше.
documents-verify-differences = В чём отличие
documents-verify-legend = Зачёркнуто: есть в опубликованном, нет у вас. Подчёркнуто: есть только у вас.
documents-verify-unknown = Этот текст здесь неизвестен
documents-verify-unknown-text = Среди опубликованных такого нет, или отрывок слишком мал, чтобы узнать его. Поищите его в библиотеке.
documents-verify-unknown-code = Опубликованного текста с таким кодом нет. Проверьте каждый знак или вставьте сам текст.
