calendar-title = Календарь
calendar-lead = Что партнёры делают открыто и когда: события для прессы, тренинги, встречи, акции и кампании.
calendar-new = Предложить событие
calendar-all = Весь календарь
calendar-one = Событие
calendar-coming = Ближайшие события
calendar-now = Идёт сейчас
calendar-past = Прошедшие события
calendar-back = Вернуться к ближайшим
calendar-older = Раньше
calendar-filters = { $count ->
    [0] Фильтры
    [one] Фильтры ({ $count })
    [few] Фильтры ({ $count })
   *[other] Фильтры ({ $count })
}
calendar-layer = Что
calendar-layer-press = Для прессы
calendar-layer-training = Тренинг
calendar-layer-meeting = Встреча
calendar-layer-action = Акция
calendar-layer-deadline = Срок
calendar-layer-observance = Памятный день
calendar-layer-campaign = Кампания
calendar-any-layer = Всё
calendar-choose-layer = Выберите
calendar-where = Где
calendar-region = Регион
calendar-any-region = Где угодно
calendar-whole-country = Вся страна
calendar-audience = Для кого
calendar-every-audience = Для всех
calendar-campaign = Кампания
calendar-no-campaign = Без кампании
calendar-when = Когда
calendar-holder = Проводит
calendar-show = Показать
calendar-reset = Сбросить
calendar-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}
calendar-none = Пока ничего нет
calendar-none-text = Когда партнёры объявят о событиях, вы найдёте их здесь. Прошедшие можно прочитать и потом.
calendar-none-past = Прошедших событий пока нет.
calendar-none-filtered = Под эти фильтры ничего не подходит. Сбросьте их, чтобы увидеть всё.
calendar-subscribe = В вашем календаре
calendar-subscribe-text = Ваш календарь покажет эти записи и сам узнает о каждом изменении.
calendar-subscribe-open = Подписаться
calendar-subscribe-address = Если кнопка не сработала, дайте вашей программе этот адрес:
calendar-proposed = Предложенные события
calendar-proposed-text = Читатели не видят их, пока председатель или согласующий не опубликует.
calendar-proposal = Предложение
calendar-from-to = { $starts } – { $ends }
calendar-hours = { $day }, { $from }–{ $until }
calendar-at = { $day }, { $time }
calendar-over = Прошло
calendar-cancelled = Отменено
calendar-does-not-take-place = Это событие не состоится.
calendar-cancelled-because = Отменено: { $reason }
calendar-about = Об этом событии
calendar-take-part = Участвовать
calendar-add = Добавить в мой календарь
calendar-publish = Опубликовать
calendar-edit = Изменить событие
calendar-take-back = Отозвать
calendar-cancel = Отменить событие
calendar-reinstate = Всё-таки состоится
calendar-keep = Нет, событие состоится
calendar-history = Что происходило
calendar-form-lead = Напишите, что это, когда и где, чтобы никому не пришлось спрашивать.
calendar-title-ky = Название на кыргызском
calendar-title-ru = Название на русском
calendar-title-en = Название на английском
calendar-title-missing = Дайте название на всех трёх языках, не длиннее 200 знаков
calendar-layer-missing = Выберите, что это
calendar-first = День
calendar-from = Начало
calendar-from-hint = Оставьте пустым, если событие занимает целые дни.
calendar-last = Последний день
calendar-last-hint = Только если событие длится несколько дней.
calendar-until = Окончание
calendar-until-hint = Можно оставить пустым, если неизвестно.
calendar-day-missing = Выберите день
calendar-time-wrong = Напишите время так: 14:30
calendar-from-missing = Укажите и начало
calendar-ends-before = Событие не может закончиться раньше, чем началось
calendar-too-long = Событие длится не больше года
calendar-place-ky = Место на кыргызском
calendar-place-ru = Место на русском
calendar-place-en = Место на английском
calendar-place-hint = Адрес, этаж, зал. Пусто, если только по интернету.
calendar-place-long = Сократите до 300 знаков
calendar-link = Адрес для участия или записи
calendar-link-hint = Можно оставить пустым. Начинается с https://
calendar-link-wrong = Дайте адрес, который начинается с https://
calendar-description-ky = Описание на кыргызском
calendar-description-ru = Описание на русском
calendar-description-en = Описание на английском
calendar-description-hint = Что будет, кто выступит, что взять с собой. Можно оставить пустым.
calendar-description-long = Сократите до 10 000 знаков
calendar-propose = Предложить
calendar-save = Сохранить
calendar-cancel-title = Отмена события
calendar-cancel-lead = Страница останется и скажет почему. В календарях, где событие есть, оно станет отменённым.
calendar-reason-ky = Почему, на кыргызском
calendar-reason-ru = Почему, на русском
calendar-reason-en = Почему, на английском
calendar-reason-hint = Хватит одного языка, лучше на всех трёх.
calendar-reason-missing = Скажите почему, не длиннее 500 знаков
calendar-proposed-saved = Событие предложено. Его публикует председатель или согласующий.
calendar-saved = Сохранено
calendar-published = Событие опубликовано
calendar-taken-back = Событие снова предложение
calendar-cancelled-saved = Событие отменено
calendar-reinstated = Событие состоится
calendar-denied = Это событие вам менять нельзя.
calendar-stale = Кто-то изменил это событие раньше. Откройте его заново и повторите.
calendar-moves = { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
}
calendar-event-proposed = { $actor }: предложено событие «{ $title }» ({ $when })
calendar-event-changed = { $actor }: изменено событие «{ $title }» ({ $when })
calendar-event-published = { $actor }: опубликовано событие «{ $title }» ({ $when })
calendar-event-taken-back = { $actor }: отозвано событие «{ $title }» ({ $when })
calendar-event-cancelled = { $actor }: отменено событие «{ $title }» ({ $when })
calendar-event-reinstated = { $actor }: событие «{ $title }» ({ $when }) всё-таки состоится
