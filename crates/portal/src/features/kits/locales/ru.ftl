kits-title = Наборы
kits-lead = Тексты и файлы, собранные для одного дела: напечатать, прочитать вслух, передать дальше.
kits-new = Предложить набор
kits-all = Все наборы
kits-filters = { $count ->
    [0] Фильтры
    [one] Фильтры ({ $count })
    [few] Фильтры ({ $count })
   *[other] Фильтры ({ $count })
}
kits-audience = Для кого
kits-theme = Тема
kits-any-audience = Для любых
kits-any-theme = Любая тема
kits-every-audience = Для всех
kits-no-theme = Без темы
kits-campaign = Кампания
kits-no-campaign = Без кампании
kits-of-campaign = Наборы этой кампании
kits-show = Показать
kits-reset = Сбросить
kits-none = Наборов пока нет
kits-none-text = Когда тексты соберут для какого-то дела, вы найдёте их здесь.
kits-none-filtered = Под эти фильтры ничего не подходит. Сбросьте их, чтобы увидеть всё.
kits-proposed = Предложенные наборы
kits-proposed-text = Читатели не видят их, пока председатель или согласующий не опубликует.
kits-proposal = Предложение
kits-empty = Сейчас ничего из этого набора не опубликовано.
kits-texts = Тексты
kits-download = Скачать всё (ZIP)
kits-about = Об этом наборе
kits-about-text = В архиве каждый текст как страница и простым текстом, файлы и указатель, откуда что взято.
kits-in-it = В наборе
kits-count = { $count ->
    [one] { $count } текст
    [few] { $count } текста
   *[other] { $count } текстов
}
kits-publish = Опубликовать
kits-edit = Изменить набор
kits-take-back = Отозвать
kits-missing = { $count ->
    [one] { $count } текст набора больше не открыт; читатели его не видят.
    [few] { $count } текста набора больше не открыты; читатели их не видят.
   *[other] { $count } текстов набора больше не открыты; читатели их не видят.
}
kits-history = Что происходило
kits-form-lead = Выберите опубликованные тексты, поставьте по порядку и скажите коротко, для чего они.
kits-title-ky = Название на кыргызском
kits-title-ru = Название на русском
kits-title-en = Название на английском
kits-title-missing = Дайте название на всех трёх языках, не длиннее 200 знаков
kits-texts-hint = По одному адресу в строке, в том порядке, в каком увидят читатели. Что стоит после адреса, только для вас.
kits-texts-unknown = Каждая строка начинается с адреса текста этого портала
kits-texts-not-published = Берите только опубликованные тексты
kits-texts-many = В наборе не больше 40 текстов
kits-newest = Адреса новых текстов
kits-introduction-ky = Введение на кыргызском
kits-introduction-ru = Введение на русском
kits-introduction-en = Введение на английском
kits-introduction-hint = Для чего набор и как им пользоваться. Можно оставить пустым.
kits-introduction-long = Сократите до 10 000 знаков
kits-propose = Предложить
kits-save = Сохранить
kits-proposed-saved = Набор предложен. Его публикует председатель или согласующий.
kits-saved = Сохранено
kits-published = Набор опубликован
kits-taken-back = Набор снова предложение
kits-denied = Этот набор вам менять нельзя.
kits-stale = Кто-то изменил этот набор раньше. Откройте его заново и повторите.
kits-empty-kit = Набор без опубликованных текстов опубликовать нельзя.
kits-one = Набор
kits-kit = Набор: { $title }
kits-moves = { $count ->
    [one] { $count } набор
    [few] { $count } набора
   *[other] { $count } наборов
}
kits-download-source = { $organisation }. { $level }, издание { $number }, { $date }, { $language }
kits-download-note = Тексты могут обновляться. Самые новые здесь:
kits-event-proposed = { $actor }: предложен набор «{ $title }»
kits-event-changed = { $actor }: изменён набор «{ $title }»
kits-event-published = { $actor }: опубликован набор «{ $title }»
kits-event-taken-back = { $actor }: отозван набор «{ $title }»
