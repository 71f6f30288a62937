documents-fields-title = Сведения о тексте: { $kind }
documents-fields-inside = Для участников
documents-fields-needed = Нужно заполнить до отправки на согласование.
documents-fields-either = До отправки на согласование нужно заполнить это поле или следующее.
documents-fields-document-hint = Вставьте адрес опубликованного документа этого портала.
documents-fields-document-found = Сейчас: «{ $title }».
documents-fields-attach-first = Прикрепите файл ниже и сохраните, затем выберите его здесь.
documents-fields-missing = Заполните: { $field }
documents-fields-no-day = { $field }: введите дату, например 2026-11-26
documents-fields-no-link = { $field }: введите адрес, который начинается с https://
documents-fields-no-choice = { $field }: выберите из списка
documents-fields-no-document = { $field }: опубликованного документа с таким адресом нет
documents-fields-not-attached = { $field }: прикрепите файл к этому тексту и выберите его
documents-fields-no-organisation = { $field }: выберите организацию этого портала
documents-fields-ends-early = { $field }: это раньше начала
documents-cannot-fields = Не хватает некоторых сведений о тексте. Откройте черновик: они там отмечены.

documents-fields-period-from = Отчёт с
documents-fields-period-until = Отчёт по
documents-fields-method = Откуда цифры
documents-fields-method-hint = Кто считал, что и как. Без этого цифру легко понять неверно.

documents-fields-law-number = Номер акта
documents-fields-law-date = Дата акта
documents-fields-in-force-from = Действует с
documents-fields-in-force-until = Действует по
documents-fields-in-force-until-hint = Пока акт действует, оставьте пустым.
documents-fields-changed = Документ, который он меняет
documents-fields-changes = Что он меняет
documents-fields-changes-hint = Прежние акты в этой библиотеке, которые теперь читаются иначе.
documents-fields-plain-twin = Простыми словами
documents-fields-plain-twin-hint = Текст, который объясняет этот акт всем.

documents-fields-speaker = Кто говорит
documents-fields-speaker-hint = Имя и должность, как их можно цитировать.
documents-fields-occasion = По какому поводу
documents-fields-said-on = Дата заявления

documents-fields-asked-for = Что должна решить группа
documents-fields-asked-for-hint = Одно-два предложения. Кто прочтёт только их, должен понять, о чём решение.
documents-fields-meeting-on = К заседанию

documents-fields-message = Главная мысль
documents-fields-message-hint = Что должно запомниться, в одном-двух предложениях.
documents-fields-listeners = Кому это говорят
documents-fields-when-to-use = Когда использовать
documents-fields-asked = Вопрос
documents-fields-reply = Ответ
documents-fields-questions = Какие вопросы ждать
documents-fields-questions-hint = Что спрашивают в ответ и что на это сказать. Пустые строки не сохраняются, после сохранения появятся две новые.

documents-fields-contact = Контакт для журналистов
documents-fields-contact-hint = Имя и должность того, кто им отвечает.
documents-fields-contact-phone = Телефон для журналистов
documents-fields-contact-email = Почта для журналистов

documents-fields-print-master = Файл для печати
documents-fields-print-master-hint = Тот, который отдают в типографию.
documents-fields-formats = Форматы
documents-fields-formats-hint = Например: А4, А3, буклет.
documents-fields-print-languages = Языки на листе
documents-fields-print-languages-hint = Если на одном листе их несколько.

documents-fields-network = Сеть
documents-fields-post = Текст
documents-fields-posts = Посты
documents-fields-posts-hint = По строке на каждый пост. Пустые строки не сохраняются, после сохранения появятся две новые.
documents-fields-post-length = Знаков: { $count }, помещается { $limit }.
documents-fields-post-too-long = Знаков: { $count }, а помещается только { $limit }. Сократите.
documents-fields-picture = Картинка
documents-fields-alt = Что на картинке
documents-fields-pictures = Картинки
documents-fields-pictures-hint = К каждой — слова для тех, кто её не видит. Публикуя пост, переносите и их.
documents-fields-network-facebook = Facebook
documents-fields-network-instagram = Instagram
documents-fields-network-telegram = Telegram
documents-fields-network-whatsapp = WhatsApp
documents-fields-network-tiktok = TikTok
documents-fields-network-ok = Одноклассники
documents-fields-network-vk = ВКонтакте
documents-fields-network-x = X
documents-fields-network-other = Другая

documents-fields-recording-link = Где посмотреть или послушать
documents-fields-recording = Запись
documents-fields-recording-hint = Или сам файл, прикреплённый к этому тексту.
documents-fields-transcript = Что говорят в записи
documents-fields-transcript-hint = Слово в слово: для тех, кто не слышит, у кого кончился трафик и кто ищет по словам.

documents-fields-consent-code = Код согласия
documents-fields-consent-code-hint = Как его записал хранитель. Никаких имён, телефонов и номеров дел.
documents-fields-consent-keeper = Кто хранит согласие
documents-fields-consent-keeper-hint = Организация, которая говорила с человеком. Только она знает, кто стоит за кодом.
documents-fields-consent-scope = Где можно публиковать
documents-fields-consent-until = Действует по
documents-fields-consent-until-hint = Последний день. На следующий портал сам отзовёт историю.
documents-fields-scope-portal = Только на этом портале
documents-fields-scope-partners = На этом портале и у партнёров
documents-fields-scope-media = И в СМИ

documents-fields-outlet = Издание или канал
documents-fields-appeared-on = Дата выхода
documents-fields-coverage-link = Где прочитать или посмотреть
documents-fields-tone = Тон
documents-fields-tone-favourable = положительный
documents-fields-tone-neutral = нейтральный
documents-fields-tone-unfavourable = отрицательный
documents-fields-quoted-person = Кто
documents-fields-quoted-words = Какими словами
documents-fields-quoted = Кого процитировали
documents-fields-quoted-hint = Только тех, кто говорил от имени организации, и никогда тех, кому помогали.

documents-fields-question = На какой вопрос отвечает
documents-fields-question-hint = Так, как его задают люди.
documents-fields-short-answer = Короткий ответ
documents-fields-short-answer-hint = То, что можно сказать по телефону за полминуты.
