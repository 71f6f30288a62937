# Оболочка каждой страницы.
web-skip = К содержанию
web-tagline = Единое слово, много голосов
web-language = Язык
web-account = Учётная запись
web-sign-in = Войти
web-sign-out = Выйти
web-menu = Меню
web-close = Закрыть
web-sections = Разделы
web-you-are-here = Вы здесь
web-about-portal = О портале
web-theme = Оформление
web-theme-device = Как на устройстве
web-theme-light = Светлое
web-theme-dark = Тёмное
web-feed = Лента новостей
web-errors = Проверьте, пожалуйста
web-to-home = На главную
web-request-id = Если будете писать нам, назовите номер: { $id }
web-former-member = бывший участник
web-guest = гость
web-the-portal = портал
web-event-unknown = Событие раздела, которого на портале больше нет ({ $kind })
web-home-title = Согласованные тексты о безопасной миграции и против торговли людьми
web-home-lead = Министерства, организации, работодатели и общины говорят здесь одно и то же, каждый по-своему. У каждого текста видно, кто его согласовал.
web-home-greeting = Здравствуйте, { $name }

web-error-not-found = Такой страницы нет
web-error-not-found-text = Возможно, в адресе опечатка или страница не для всех. Если вы участник, войдите.
web-error-gone = Этот текст удалён
web-error-gone-text = Он был опубликован по ошибке. Пожалуйста, не распространяйте его копии.
web-error-denied = Это действие вам недоступно
web-error-sign-in = Войдите, пожалуйста
web-error-sign-in-text = Эта страница для участников.
web-error-invalid = Не удалось прочитать
web-error-invalid-text = Вернитесь, проверьте введённое и отправьте ещё раз.
web-error-conflict = Кто-то успел раньше
web-error-forged = Это пришло не с нашей страницы
web-error-forged-text = Ради вашей безопасности ничего не сделано. Откройте страницу заново и повторите.
web-error-too-large = Слишком большой объём
web-error-too-large-text = Отправьте файл поменьше или текст покороче.
web-error-too-often = Слишком часто
web-error-too-often-text = С вашего подключения за короткое время пришло слишком много. Ничего не сделано. Подождите { $seconds } с, вернитесь назад и отправьте ещё раз: введённое сохранилось.
web-error-busy = Портал занят
web-error-busy-text = У нас ничего не потерялось. Повторите через минуту.
web-error-unavailable = Сейчас недоступно
web-paper-no-pdf = Сейчас портал не может сделать PDF. В файле DOCX тот же текст: вернитесь и возьмите его.
web-paper-busy = Файлы сейчас нужны многим. Повторите через минуту.
web-error-internal = У нас что-то сломалось
web-error-internal-text = Это наша ошибка, не ваша. Повторите; если не пройдёт, сообщите оператору.

web-resend-ended = Ваш сеанс завершился
web-resend-ended-text = Ничего не потеряно: написанное осталось на этой странице. Войдите в другой вкладке, вернитесь сюда и отправьте ещё раз.
web-resend-old = Эта страница устарела
web-resend-old-text = Ничего не потеряно: написанное осталось на этой странице. Отправьте ещё раз, если так и хотели.
web-resend-confirmed = Это вы
web-resend-confirmed-text = Ничего не потеряно: отправьте то, что вы ввели.
web-resend-set-up = Сначала нужен ключ доступа или приложение
web-resend-set-up-text = Для такого действия вашей роли нужен ключ доступа или приложение с кодами. Ничего не потеряно: настройте его в другой вкладке, вернитесь сюда и отправьте ещё раз.
web-resend-set-up-open = Настроить (в новой вкладке)
web-resend-sign-in = Войти (в новой вкладке)
web-resend-your-text = Что вы написали
web-resend-again = Отправить ещё раз

# Рамка каждого письма.
web-mail-greeting = Здравствуйте, { $name }!
web-mail-plain-address = Если кнопка не работает, откройте этот адрес:
web-mail-why = Вы получили это письмо, потому что участвуете в работе портала «{ $portal }».

web-call = Куда позвонить

# The search box of every page.
web-search = Поиск
web-search-find = Найти

web-leave = Уйти со страницы
web-leave-hint = Можно и трижды нажать Shift
web-offline-read = Связи нет. Эта страница прочитана:
web-only-in = Пока только на языке: { $language }
web-chosen = { $count ->
    [0] (ничего не выбрано)
   *[other] (выбрано { $count })
}
