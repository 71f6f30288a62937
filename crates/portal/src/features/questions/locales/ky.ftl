# ky: native review
questions-title = Суроолор
questions-lead = Адамдар эмнени сурап жатышат. Макулдашылган жооп сураган ар бир адамга жетет.
questions-public-title = Суроолор жана жооптор
questions-public-lead = Адамдар ушуну сурашкан, буга макулдашылган текст жооп берет.
questions-public-empty = Азырынча жооп жок
questions-public-empty-text = Суроо бериңиз: жооп ушул жерде чыгат.

# States
questions-state = Абалы
questions-state-open = Ачык
questions-state-taken = Иштелип жатат
questions-state-grouped = Буга чейин суралган
questions-state-answered = Жообу бар
questions-state-closed = Жабылган
questions-tab-open = Ачык
questions-tab-answered = Жообу бар
questions-tab-closed = Жабылган

# Lists
questions-filters = { $count ->
    [0] Тизмени тарытуу
   *[other] { $count } шарт тандалган
}
questions-filter-show = Көрсөтүү
questions-filter-clear = Баарын көрсөтүү
questions-every-region = Бардык аймактар
questions-every-audience = Бардык аудиториялар
questions-every-language = Бардык тилдер
questions-count = { $count } ачык суроо
questions-count-more = { $count } суроодон көп
questions-days = { $count ->
    [0] бүгүндөн бери
   *[other] { $count } күн
}
questions-asked-times = { $count } жолу суралган
questions-empty = Бул жер бош
questions-empty-text = Бирөө сураса, суроо ушул тизмеге түшөт. Өзүңүз суроо бериңиз же башка абалды караңыз.
questions-pages = Барактар
questions-first = Башынан
questions-next = Кийинки барак
questions-forgotten = (Текст жабылгандан жарым жылдан кийин өчүрүлдү.)

# Asking
questions-ask = Суроо берүү
questions-ask-lead = Чет өлкөдөгү иш, документтер, укуктар же жардам жөнүндө сураңыз. Адис жооп берет, жооп текшерилет.
questions-ask-lead-member = Адамдар Сизден эмнени сураса, ошону бериңиз. Жооп чыкканда Сизге кабарлайбыз.
questions-no-personal = Ат-жөнүн, дарегин, телефонун жана бирөөнүн башынан өткөнүн жазбаңыз. Бирөө коркунучта болсо, ишеним телефонуна чалыңыз: форма өтө жай.
questions-removed = Муну алып салдык
questions-removed-text = Калганын окуп көрүңүз. Суроо дагы эле түшүнүктүү болсо, жөнөтүңүз.
questions-found-phone = { $count } телефон номери
questions-found-email = { $count } почта дареги
questions-found-account = { $count } аккаунттун аты
questions-found-personal-number = { $count } жеке номер
questions-found-card = { $count } картанын номери
questions-found-passport = { $count } паспорттун номери
questions-text = Суроо
questions-text-hint = Бир сап, 300 белгиге чейин.
questions-text-missing = Эмнени билгиңиз келгенин жазыңыз
questions-text-too-long = Суроону кыскартыңыз: 300 белгиден ашпасын. Калганын төмөнгө жазса болот
questions-context = Кененирээк
questions-context-hint = Суроонун өзү жетишсиз болсо. 1 000 белгиге чейин.
questions-context-too-long = Кыскартыңыз: 1 000 белгиден ашпасын
questions-region = Аймак
questions-no-region = Айткым келбейт
questions-audience = Ким жөнүндө
questions-no-audience = Баары жөнүндө
questions-leave-empty = Бул жерди бош калтырыңыз
questions-send = Суроону жөнөтүү
questions-kept = Суроону сактайбыз, Сиз жөнүндө эч нерсе сактабайбыз. Жоопту издөө үчүн код аласыз.
questions-noted = Суроо тизмеде. Жооп берилгенде Сизге кабарлайбыз.
questions-asked = Сурооңуз келип түштү
questions-asked-text = Бул Сиздин код:
questions-asked-code = Жазып алыңыз: аны кайра эч ким таап бере албайт. Бир нече күндөн кийин келип, кодду киргизип, жоопту окуңуз.
questions-full = Суроолор өтө көп күтүп турат
questions-full-text = Сурооңуз сакталган жок. Балким жообу бардыр, карап көрүңүз же бир нече күндөн кийин кайра бериңиз. Шашылыш болсо, ишеним телефонуна чалыңыз.
questions-receipt = Суроомо жооп барбы?
questions-code = Кодуңуз
questions-code-hint = Он эки тамга менен цифра, мисалы 4K7M-Q2XD-09TB.
questions-code-unknown = Мындай код жок. Ар бир тамгасын текшериңиз же кайра сураңыз
questions-look-up = Кароо
questions-outcome-open = { $count ->
    [0] Суроо бүгүн келди, жооп күтүп турат
   *[other] Суроо { $count } күндөн бери жооп күтүп турат
}
questions-outcome-answered = Сурооңуздун жообу бар
questions-outcome-closed = Суроо жабылды: { $reason }
questions-read-answer = Жоопту окуу

# One question
questions-facts = Бул суроо жөнүндө
questions-fact-asked = Качан суралган
questions-fact-days = Канча күн ачык
questions-fact-language = Тили
questions-fact-from = Ким сураган
questions-from-guest = сайттын коногу
questions-fact-assigned = Ким жооп берет
questions-history = Тарыхы
questions-answer = Жооп
questions-answer-in-work = Жазылып жатат же макулдашууну күтүүдө
questions-answer-remove = Бул башка жооп
questions-answer-removed = Суроо кайра ачылды.
questions-answering = Жооп берүү
questions-answer-choose = Макулдашылган жооп менен
questions-choose = Тандаңыз
questions-answer-use = Ушул жоопту алуу
questions-answer-chosen = Жооп тандалды. Ал жарыяланары менен сурагандардын баарына кабарланат.
questions-answer-begin = Жаңы жооп жазуу
questions-take = Мен алам
questions-taken = Суроо эми Сизде.
questions-assigning = Бирөөгө тапшыруу
questions-assign-to = Ким жооп берет
questions-nobody = Эч ким
questions-assign = Тапшыруу
questions-assigned = Сакталды. Тапшырылган адамга кат барат.
questions-alike = Ушундай эле суроо барбы?
questions-alike-hint = Жообу буга да туура келген суроону тандаңыз.
questions-group = Бирге жооп берүү
questions-grouped = Эми экөөнө бирге жооп берилет.
questions-ungroup = Бул башка суроо
questions-ungrouped = Суроо кайра өзүнчө турат.
questions-lead-note = Жообу бул суроо менен бирге:
questions-group-title = Муну дагы { $count } адам сураган
questions-closing = Жоопсуз жабуу
questions-close-reason = Эмне үчүн
questions-close-hint = Муну сураган адам окуйт.
questions-close = Жабуу
questions-closed = Суроо жабылды.
questions-closed-on = { $date } жабылган: { $reason }
questions-reopen = Кайра ачуу
questions-reopened = Суроо кайра ачылды.
questions-cannot-not-open = Суроого жооп берилген, ал жабылган же бириктирилген. Дагы бир карап көрүңүз
questions-cannot-group = Бул эки суроону бириктирүүгө болбойт. Башкасын тандаңыз
questions-cannot-no-reason = Эмне үчүн жабылганын жазыңыз: сураган адам муну окуйт
questions-cannot-no-answer = Тизмеден макулдашылган жоопту тандаңыз
questions-denied = Муну жооп даярдагандар кылат. Сизге керек болсо, төрагага кайрылыңыз.

# Home
questions-panel-open = Суроолор күтүп турат
questions-panel-yours = Сиз алган суроолор
questions-panel-none = Күткөн суроо жок.
questions-panel-all = Бардык суроолор

# History
questions-event-asked = Суроо берилди: { $who }
questions-event-taken = { $who } суроону өзүнө алды
questions-event-assigned = { $who } суроону тапшырды, алуучу: { $to }
questions-event-released = { $who } суроону тизмеге кайтарды
questions-event-grouped = { $who } суроону башкасы менен бириктирди
questions-event-ungrouped = { $who } эки суроону бөлдү
questions-event-chosen = { $who } суроого жооп тандады
questions-event-answered = Суроого жооп берилди
questions-event-reopened = { $who } суроону кайра ачты
questions-event-closed = { $who } суроону жапты: { $reason }
questions-moves = { $count } суроо

# Mails
questions-mail-kind-assigned = Мага суроо тапшырылды
questions-mail-kind-answered = Суроомо жооп берилди
questions-mail-kind-closed = Суроом жабылды
questions-mail-assigned-subject = Сиз үчүн суроо
questions-mail-assigned-text = Бул суроого жооп табууну же жазууну Сизге тапшырышты.
questions-mail-assigned-action = Суроону ачуу
questions-mail-answered-subject = Сурооңузга жооп бар
questions-mail-answered-text = Сураганыңызга макулдашылган текст жооп берет: «{ $title }».
questions-mail-closed-subject = Сурооңуз жабылды
questions-mail-closed-text = Суроо жоопсуз жабылды. Себеби: { $reason }
questions-mail-closed-action = Суроону ачуу
# ky: native review
questions-answers = Бул суроого жооп: { $text }
