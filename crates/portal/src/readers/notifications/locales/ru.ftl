# Список уведомлений.
notifications-title = Уведомления
notifications-new = новое
notifications-see-all = Отметить все как просмотренные
notifications-all-seen = Все уведомления отмечены как просмотренные.
notifications-empty = Ничего нового
notifications-empty-text = Здесь появится то, что происходит с вашими текстами и с теми, которые ждут вас.
notifications-pages = Страницы
notifications-newest = ← Самые новые
notifications-older = Более ранние →

# Самые новые на главной странице.
notifications-panel = Что изменилось с вашего прошлого посещения
notifications-panel-more = Все уведомления
