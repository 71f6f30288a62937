# Верны ли ещё тексты
documents-freshness-title = Всё ещё верно?
documents-freshness-list = Что проверить снова
documents-freshness-lead = У каждого текста есть день, когда его кто-то перечитывает. Сначала те, что ждут дольше всех.
documents-freshness-until = Проверить до: { $date }.
documents-freshness-since = Ждёт проверки с { $date }.
documents-freshness-checked = { $date } проверено, всё верно. Кто проверил: { $who }.
documents-freshness-unchecked = После публикации текст ещё никто не проверял.
documents-freshness-do = Проверить текст
documents-freshness-how = Прочитайте текст и откройте его ссылки. Если что-то изменилось, начните новую редакцию.
documents-freshness-links = Ссылки в тексте
documents-freshness-next = День следующей проверки
documents-freshness-next-hint = Обычно через год. Если в тексте есть номер, по которому звонят, – через полгода.
documents-freshness-confirm = Текст всё ещё верен
documents-freshness-plan = Только перенести день
documents-freshness-wrong-day = Выберите день начиная с завтрашнего и не дальше чем через три года.
documents-freshness-confirmed = Спасибо. Следующая проверка: { $date }.
documents-freshness-planned = Теперь проверка назначена на { $date }.
documents-freshness-which = Какие тексты
documents-freshness-overdue = Просрочено
documents-freshness-soon = В ближайшие 30 дней
documents-freshness-never = Ни разу не проверены
documents-freshness-broken = Нерабочие ссылки
documents-freshness-all = Все
documents-freshness-text = Текст
documents-freshness-organisation = Организация
documents-freshness-language = Язык
documents-freshness-due = Проверить до
documents-freshness-last = Последняя проверка
documents-freshness-nobody = Не было
documents-freshness-broken-links = { $count ->
    [one] { $count } нерабочая ссылка
    [few] { $count } нерабочие ссылки
   *[many] { $count } нерабочих ссылок
}
documents-freshness-empty = Здесь делать нечего
documents-freshness-empty-text = В этом списке текстов нет. Загляните и в другие списки.
documents-freshness-first = К началу
documents-freshness-more = Дальше

# Ссылки в текстах
documents-address-unknown = Не проверена
documents-address-unsure = Пока неясно, попробуем ещё раз
documents-address-works = Работает
documents-address-moved = Адрес сменился
documents-address-broken = Не работает
documents-address-refused = Проверить нельзя
documents-address-unreachable = Не отвечает
documents-address-asked = Проверено { $date }
documents-address-now = Новый адрес:

# Что ведёт к тексту
documents-used-link = Ссылается: { $title }
documents-used-changed = Изменён документом: { $title }
documents-used-twin = Простыми словами о документе: { $title }

documents-event-freshness-due = «{ $title }» ждёт проверки: всё ли ещё верно?
documents-event-freshness-overdue = «{ $title }» ждёт проверки уже две недели.
documents-event-freshness-confirmed = { $who }: «{ $title }» проверено, всё верно. Следующая проверка: { $date }.
documents-event-freshness-planned = { $who }: проверка «{ $title }» перенесена на { $date }.
documents-event-address-broken = В тексте «{ $title }» не работает ссылка: { $address }

documents-mail-kind-freshness-due = Наш текст пора проверить
documents-mail-kind-freshness-overdue = Текст две недели ждёт проверки
documents-mail-kind-address-broken = В нашем тексте не работает ссылка
documents-mail-freshness-due-subject = Всё ещё верно? { $title }
documents-mail-freshness-due-intro = Текст «{ $title }» никто не проверял с { $date }. Перечитайте его, пожалуйста. Если всё верно, отметьте это на его странице. Если что-то изменилось, начните новую редакцию.
documents-mail-freshness-overdue-subject = Никто не проверил: { $title }
documents-mail-freshness-overdue-intro = Текст «{ $title }» проверяли последний раз { $date }. Две недели назад мы спросили его организацию, ответа нет. Спросите их, пожалуйста, или проверьте текст сами.
documents-mail-address-broken-subject = Не работает ссылка: { $title }
documents-mail-address-broken-intro = В тексте «{ $title }» эта ссылка никуда не ведёт: { $address }. Портал пробовал открыть её в два разных дня. Начните, пожалуйста, новую редакцию с другим адресом или без ссылки.
