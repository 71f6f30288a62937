organisations-nav = Партнёры
organisations-index = Партнёры
organisations-index-lead = Министерства, ведомства, гражданское общество, бизнес, общины и СМИ, которые ведут программу вместе.
organisations-filter = Фильтр
organisations-filter-set = Фильтр: выбран 1
organisations-filter-any = Все виды
organisations-filter-show = Показать
organisations-filter-clear = Сбросить
organisations-count = { $count ->
    [one] { $count } организация
    [few] { $count } организации
   *[other] { $count } организаций
}
organisations-empty = Организаций такого вида пока нет
organisations-empty-text = Сбросьте фильтр, чтобы увидеть всех партнёров.
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
organisations-denied = Организации вносят председатель рабочей группы и оператор.
organisations-event-created = { $actor } добавляет организацию «{ $name }»
organisations-event-changed = { $actor } меняет данные организации «{ $name }»
