organisations-nav = Партнёры
organisations-index = Партнёры
organisations-index-lead = Министерства, ведомства, гражданское общество, бизнес, общины и СМИ, которые ведут программу вместе.
organisations-filter-show = Показать
organisations-filter-clear = Сбросить
organisations-count = { $count ->
    [one] { $count } организация
    [few] { $count } организации
   *[other] { $count } организаций
}
organisations-empty = Таких организаций пока нет
organisations-empty-text = Сбросьте фильтры, чтобы увидеть всех партнёров.
organisations-kind = Вид
organisations-kind-ministry = Министерство
organisations-kind-agency = Государственное агентство
organisations-kind-parliament = Парламент
organisations-kind-regional-office = Региональное управление
organisations-kind-local-cso = Местная общественная организация
organisations-kind-international = Международная организация
organisations-kind-employer = Работодатель
organisations-kind-professional-association = Профессиональное объединение
organisations-kind-religious-community = Религиозная община
organisations-kind-media = СМИ
organisations-kind-academic = Университет или наука
organisations-regions = Где работает
organisations-regions-all = Вся страна
organisations-website = Сайт
organisations-website-hint = Полный адрес с https:// или ничего.
organisations-website-wrong = Напишите адрес полностью, начиная с https://
organisations-new = Добавить организацию
organisations-edit = Изменить данные
organisations-name-ky = Название на кыргызском
organisations-name-ru = Название на русском
organisations-name-en = Название на английском
organisations-name-hint = Если название на всех языках одно, напишите его трижды.
organisations-name-missing-ky = Напишите название на кыргызском, не длиннее 200 знаков
organisations-name-missing-ru = Напишите название на русском, не длиннее 200 знаков
organisations-name-missing-en = Напишите название на английском, не длиннее 200 знаков
organisations-save = Сохранить
organisations-saved = Сохранено.
organisations-denied = Эту организацию меняют её люди, председатель рабочей группы и оператор.
organisations-event-created = { $actor } добавляет организацию «{ $name }»
organisations-event-changed = { $actor } меняет данные организации «{ $name }»

organisations-filters = { $count ->
    [0] Фильтры
    [one] Фильтры: выбран { $count }
   *[other] Фильтры: выбрано { $count }
}
organisations-filter-any = Все виды
organisations-filter-any-region = Все области
organisations-filter-any-audience = Все аудитории
organisations-region = Область
organisations-audience = Аудитория
organisations-audiences = С кем работает
organisations-trust = Собственные тексты
organisations-trust-needs-approval = Ждут согласования
organisations-trust-trusted = Доверие: публикуются сразу
organisations-trust-hint = Собственные тексты организации с доверием публикуются без согласования; потом их просматривает согласующий.
organisations-about = Чем занимается
organisations-about-ky = На кыргызском
organisations-about-ru = На русском
organisations-about-en = На английском
organisations-about-hint = Два-три предложения для всех. Один из языков можно оставить пустым.
organisations-about-long = Сократите до 1000 знаков
organisations-contact = Контакты
organisations-contact-hint = Их видят все. Укажите номер и адрес организации, а не человека.
organisations-contact-none = Контакты пока не указаны.
organisations-phone = Телефон
organisations-phone-wrong = Напишите номер цифрами: +996 312 000000
organisations-email = Электронная почта
organisations-email-wrong = Укажите адрес: info@example.kg
organisations-messenger = Мессенджер
organisations-messenger-hint = Например: Telegram @name
organisations-messenger-long = Сократите до 300 знаков
organisations-address = Адрес
organisations-address-long = Сократите до 300 знаков
organisations-page = Страница
organisations-name-fixed = Название, вид и доверие меняет председатель рабочей группы.
organisations-merge = Объединить дубликат
organisations-merge-text = Если организация стоит в списке дважды, выберите запись, которая останется. Люди, тексты и файлы перейдут туда, а эта страница поведёт на неё.
organisations-merge-from = Исчезнет
organisations-merge-into = Останется
organisations-merge-choose = Выберите
organisations-merge-missing = Выберите организацию, которая останется
organisations-merge-see = Посмотреть, что перейдёт
organisations-merge-moves = Перейдёт
organisations-merge-nothing = За ней ничего не числится
organisations-merge-final = Отменить это нельзя. Название, контакты и доверие остающейся организации не изменятся.
organisations-merge-other = Выбрать другую
organisations-merged = Объединено. Старая страница ведёт сюда.
organisations-back = Назад
organisations-event-trusted = { $actor } доверяет организации «{ $name }»: её тексты публикуются сразу
organisations-event-trust-ended = { $actor } отменяет доверие к организации «{ $name }»: её тексты ждут согласования
organisations-event-merged = { $actor } объединяет организацию «{ $name }» с организацией «{ $into }»

# In search results.
organisations-partner = Партнёр
