site-help = Получить помощь
site-help-lead = Позвонить можно, не называя имени. Если вам угрожают сейчас, сначала звоните, читайте потом.
site-help-now = Помощь сейчас
site-help-call = Позвоните
site-help-answers = Ответы на частые вопросы
site-help-all-answers = Все ответы
site-help-ask = Задать вопрос
site-lines-none = Сейчас нет подтверждённого номера. Мы показываем номер только после того, как по нему позвонили.
site-kept = Что хранит этот телефон
site-kept-text = Чтобы можно было читать без связи, этот браузер хранит последние прочитанные страницы и номера. Если телефоном пользуются другие, велите всё забыть.
site-forget = Забыть сохранённое
site-forgotten = Забыто
site-safe-migration = Безопасная миграция
site-safe-migration-lead = Что проверить до отъезда, какие у вас права, кому звонить.
site-trafficking = Что такое торговля людьми
site-trafficking-lead = Как обманывают, как это вовремя заметить и что делать.
site-more-texts = Читайте дальше
site-all-texts = Все тексты
site-for-whom = Для кого
site-kits = Наборы
site-kits-text = Тексты и файлы, собранные для одного дела: напечатать или передать дальше.
site-groups = Кому именно
site-texts-title = Тексты
site-texts = { $count ->
    [one] { $count } текст
    [few] { $count } текста
   *[other] { $count } текстов
}
site-texts-none = На этом языке текстов пока нет. Попробуйте другой язык.
site-press = Журналистам
site-press-lead = Релизы, у которых видно, кто за них отвечает, ленты и кому задать вопрос.
site-press-releases = Пресс-релизы
site-press-none = На этом языке релизов пока нет.
site-press-all = Все релизы
site-press-contact = Кого спросить
site-press-feeds = Ленты
site-press-feeds-text = Новые релизы сами приходят в вашу программу для чтения.
site-about = О портале
site-about-lead = Министерства, организации, работодатели и общины говорят здесь одно и то же, каждый по-своему.
site-about-period = С { $starts } по { $ends }.
site-about-partners = { $count ->
    [one] { $count } партнёр
    [few] { $count } партнёра
   *[other] { $count } партнёров
}
site-about-tasks = Что сделано по каждой задаче
site-about-task-empty = Текстов пока нет
site-about-programme = Программа целиком
site-home-description = Согласованные тексты о безопасной миграции и против торговли людьми на кыргызском, русском и английском.
site-slots = Страницы сайта
site-slots-lead = На каждой странице сайта есть место для одного согласованного текста. Пока он не выбран, читатели видят страницу без него.
site-slot-page = Страница
site-slot-text = Текст
site-slot-change = Изменить
site-slot-empty = пока нет
site-slot-gone = Этого текста больше нет в открытом доступе
site-place-empty = Здесь пока нет текста. Читатели этой строки не видят.
site-fill = Выбрать текст
site-fill-now = Сейчас:
site-fill-text = Адрес текста
site-fill-hint = Скопируйте адрес его страницы или выберите из новых. Чтобы убрать текст, оставьте поле пустым.
site-fill-unknown = Укажите адрес опубликованного текста
site-fill-save = Сохранить
site-fill-back = К списку страниц
site-filled = Текст стоит на странице
site-emptied = Место освобождено
site-denied = Тексты страниц выбирают председатель и согласующие.
site-history = Что происходило
site-event-filled = { $actor }: текст «{ $title }» теперь на странице «{ $page }»
site-event-emptied = { $actor }: текст «{ $title }» убран со страницы «{ $page }»
site-offline = Без связи
site-offline-lead = Вы читаете то, что сохранил этот телефон. Звонить можно и без интернета.
site-about-campaigns = { $count ->
    [one] Начата { $count } кампания
    [few] Начаты { $count } кампании
   *[other] Начато { $count } кампаний
}
site-about-campaigns-of = { $count ->
    [one] Начата { $count } кампания; программа предусматривает от { $least } до { $most }
    [few] Начаты { $count } кампании; программа предусматривает от { $least } до { $most }
   *[other] Начато { $count } кампаний; программа предусматривает от { $least } до { $most }
}
site-press-events = Ближайшие события для прессы
site-press-events-all = Все в календаре
