# Билдирмелердин тизмеси.
# ky: native review
notifications-title = Билдирмелер
notifications-new = жаңы
notifications-see-all = Баарын көрүлдү деп белгилөө
notifications-all-seen = Бардык билдирмелер көрүлдү деп белгиленди.
notifications-empty = Жаңы билдирме жок
notifications-empty-text = Тексттериңиз жана сизди күткөн тексттер тууралуу кабарлар ушул жерге чыгат.
notifications-pages = Барактар
notifications-newest = ← Эң жаңылары
notifications-older = Мурункулары →

# Эң жаңылары башкы бетте.
# ky: native review
notifications-panel = Сиз жокто эмне өзгөрдү
notifications-panel-more = Бардык билдирмелер
