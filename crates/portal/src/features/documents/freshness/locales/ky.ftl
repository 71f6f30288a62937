# ky: native review
# Тексттер дагы эле туурабы
documents-freshness-title = Дагы эле туурабы?
documents-freshness-list = Кайра текшериле турган тексттер
documents-freshness-lead = Ар бир тексттин кайра окула турган күнү бар. Эң көп күткөндөр башында турат.
documents-freshness-until = Текшерүү күнү: { $date }.
documents-freshness-since = Текшерүүнү күтүп жатат: { $date } баштап.
documents-freshness-checked = { $date } текшерилген, баары туура. Текшерген: { $who }.
documents-freshness-unchecked = Жарыялангандан бери аны эч ким текшере элек.
documents-freshness-do = Текстти текшерүү
documents-freshness-how = Текстти окуп, шилтемелерин ачып көрүңүз. Бир нерсе өзгөрсө, жаңы басылышын баштаңыз.
documents-freshness-links = Тексттеги шилтемелер
documents-freshness-next = Кийинки текшерүүнүн күнү
documents-freshness-next-hint = Адатта бир жылдан кийин. Текстте чала турган номер болсо, жарым жылдан кийин.
documents-freshness-confirm = Текст дагы эле туура
documents-freshness-plan = Күнүн гана жылдыруу
documents-freshness-wrong-day = Эртеңкиден баштап, үч жылдан ары эмес күндү тандаңыз.
documents-freshness-confirmed = Рахмат. Кийинки текшерүү: { $date }.
documents-freshness-planned = Эми текшерүү күнү: { $date }.
documents-freshness-which = Кайсы тексттер
documents-freshness-overdue = Мөөнөтү өткөн
documents-freshness-soon = 30 күн ичинде
documents-freshness-never = Бир да жолу текшерилбеген
documents-freshness-broken = Иштебеген шилтемелер
documents-freshness-all = Баары
documents-freshness-text = Текст
documents-freshness-organisation = Уюм
documents-freshness-language = Тил
documents-freshness-due = Текшерүү күнү
documents-freshness-last = Акыркы текшерүү
documents-freshness-nobody = Болгон эмес
documents-freshness-broken-links = { $count ->
    [one] { $count } шилтеме иштебейт
   *[other] { $count } шилтеме иштебейт
}
documents-freshness-empty = Бул жерде иш жок
documents-freshness-empty-text = Бул тизмеде текст жок. Башка тизмелерди да карап көрүңүз.
documents-freshness-first = Башына
documents-freshness-more = Дагы

# Тексттердеги шилтемелер
documents-address-unknown = Текшерилген эмес
documents-address-unsure = Азырынча белгисиз, кайра аракет кылабыз
documents-address-works = Иштейт
documents-address-moved = Дареги өзгөргөн
documents-address-broken = Иштебейт
documents-address-refused = Текшерүүгө болбойт
documents-address-unreachable = Жооп бербейт
documents-address-asked = Текшерилди: { $date }
documents-address-now = Жаңы дареги:

# Текстке эмнелер алып келет
documents-used-link = Шилтеме берген: { $title }
documents-used-changed = Өзгөрткөн документ: { $title }
documents-used-twin = Жөнөкөй тилде, документ: { $title }

documents-event-freshness-due = «{ $title }» текшерүүнү күтүп жатат: дагы эле туурабы?
documents-event-freshness-overdue = «{ $title }» эки жумадан бери текшерүүнү күтүп жатат.
documents-event-freshness-confirmed = { $who }: «{ $title }» текшерилди, баары туура. Кийинки текшерүү: { $date }.
documents-event-freshness-planned = { $who }: «{ $title }» текшерүү күнү жылдырылды: { $date }.
documents-event-address-broken = «{ $title }» текстинде шилтеме иштебейт: { $address }

documents-mail-kind-freshness-due = Текстибизди текшерүү керек
documents-mail-kind-freshness-overdue = Текст эки жумадан бери текшерүүнү күтөт
documents-mail-kind-address-broken = Текстибизде шилтеме иштебейт
documents-mail-freshness-due-subject = Дагы эле туурабы? { $title }
documents-mail-freshness-due-intro = «{ $title }» текстин { $date } бери эч ким текшерген жок. Кайра окуп чыгыңызчы. Баары туура болсо, барагында белгилеңиз. Бир нерсе өзгөрсө, жаңы басылышын баштаңыз.
documents-mail-freshness-overdue-subject = Эч ким текшерген жок: { $title }
documents-mail-freshness-overdue-intro = «{ $title }» тексти акыркы жолу { $date } каралган. Эки жума мурун уюмунан сурадык, жооп жок. Алардан сураңыз же текстти өзүңүз текшериңиз.
documents-mail-address-broken-subject = Шилтеме иштебейт: { $title }
documents-mail-address-broken-intro = «{ $title }» текстиндеги бул шилтеме эч кайда алып барбайт: { $address }. Портал аны эки башка күнү ачып көрдү. Башка дарек менен же шилтемесиз жаңы басылыш баштаңыз.
