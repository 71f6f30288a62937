# ky: native review
members-nav = Мүчөлөр
members-name = Аты-жөнү
members-name-hint = Кесиптештериңиз билгендей: атыңыз жана фамилияңыз.
members-name-missing = Аты-жөнүн жазыңыз, 120 белгиден ашпасын
members-email = Электрондук почта дареги
members-email-wrong = Даректи толук жазыңыз, мисалы name@organisation.kg
members-email-known = Мындай дареги бар мүчө мурунтан эле бар
members-language = Каттардын жана барактардын тили
members-organisation = Уюм
members-organisation-missing = Уюмду тандаңыз
members-role = Ролу
members-role-reader = Окурман
members-role-contributor = Автор
members-role-approver = Бекитүүчү
members-role-chair = Төрага
members-role-operator = Оператор
members-choose = Тандаңыз
members-denied = Ролуңуз буга жол бербейт. Жумушчу топтун төрагасына же операторго кайрылыңыз.
members-device-unknown = белгисиз түзмөк

# ky: native review
members-sign-in = Кирүү
members-sign-in-lead = Почтаңызга шилтеме жөнөтөбүз. Аны ачсаңыз эле кирдиңиз: сырсөздү эстеп жүрүүнүн кереги жок.
members-sign-in-send = Шилтеме жөнөткүлө
members-sign-in-no-account = Али мүчө эмессизби? Уюмдарды жана алардын кызматкерлерин жумушчу топтун төрагасы чакырат.
members-sent = Почтаңызды караңыз
members-sent-text = Бул даректи билсек, шилтеме жолдо. Ал бир жолу, 15 мүнөттүн ичинде иштейт.
members-sent-nothing = Бир нече мүнөттөн кийин да кат келбедиби? Спам папкасын карап, төрагага белгилүү даректи жазганыңызды текшериңиз.
members-sent-caught = Бул портал сынап көрүү үчүн: анын каттарын ушул жерден окууга болот
members-ask-again = Жаңы шилтеме суроо
members-confirm-text = Сиз { $name } болуп киресиз.
members-confirm-button = Кирүү
members-confirm-shared = Компьютерди башкалар да колдонсо, ишиңиз бүткөндө чыгып коюңуз.
members-link-spent = Бул шилтеме эч жакка алып барбайт
members-link-unknown = Мындай шилтеме жок. Балким, катта үзүлүп калгандыр: даректи толугу менен көчүрүңүз же жаңысын сураңыз.
members-link-used = Бул шилтеме колдонулган, ар бири бир гана жолу иштейт. Аны сиз ачкан болсоңуз, мурунтан эле кирген болушуңуз мүмкүн; болбосо жаңысын сураңыз.
members-link-expired = Шилтеменин мөөнөтү бүттү: ал аз убакыт иштейт. Жаңысын сураңыз, дароо келет.
members-link-revoked = Шилтеме кайтарып алынган. Жаңысын сураңыз же жумушчу топтун төрагасына кайрылыңыз.
members-invitation-used = Бул чакыруу кабыл алынган. Почтаңыздын дареги менен кириңиз.
members-invitation-expired = Чакыруунун мөөнөтү бүттү: ал жети күн иштейт. Почтаңыздын дарегин жазыңыз, жаңысын жөнөтөбүз.
members-join = Кош келиңиз
members-join-by = { $name } сизди «{ $portal }» порталына чакырат.
members-join-text = Сизди «{ $portal }» порталына чакырышат.
members-join-button = Кошулуу
members-signed-out = Чыктыңыз.

# ky: native review
members-account = Эсеп
members-account-fixed = Бул жерде ката барбы? Аны жумушчу топтун төрагасы оңдой алат.
members-account-save = Сактоо
members-account-saved = Сакталды.
members-sessions = Кайсы түзмөктөрдө киргенсиз
members-sessions-text = Түзмөктөрдүн бирин тааныбасаңыз, калгандарынан чыгып, операторго айтыңыз.
members-session-device = Түзмөк
members-session-seen = Акыркы жолу
members-session-current = ушул
members-sessions-end = Калган түзмөктөрдөн чыгуу
members-sessions-ended = { $count ->
   *[other] Дагы { $count } түзмөктөн чыктыңыз.
}

# ky: native review
members-index = Мүчөлөр
members-index-lead = Порталга чакырылгандардын баары жана алардын кимиси кошулганы.
members-standing = Абалы
members-standing-invited = Чакырылган: { $date }
members-standing-joined = Кошулган: { $date }
members-standing-suspended = Кирүүсү жабылган: { $date }
members-filters = { $count ->
    [0] Чыпкалар
   *[other] Чыпкалар: { $count } тандалды
}
members-filter-any = Баары
members-filter-show = Көрсөтүү
members-filter-clear = Тазалоо
members-count = { $count ->
   *[other] { $count } адам
}
members-empty = Эч ким жок
members-empty-text = Бул тандоого эч ким туура келбейт. Чыпкаларды тазалаңыз же кимдир бирөөнү чакырыңыз.
members-invite = Чакыруу
members-invite-lead = Адамга жети күн иштеген шилтемеси бар кат барат. Аты-жөнүн жана тилин ал өзү өзгөртө алат.
members-invite-new-organisation = Уюм тизмеде жок: адегенде аны кошуңуз
members-invite-send = Чакырууну жөнөтүү
members-invited = { $email } дарегине чакыруу жөнөтүлдү.
members-suspend = Кирүүсүн жабуу
members-suspend-text = { $name } бардык түзмөктөрдөн дароо чыгарылат жана кайра кире албайт. Жасаган иштери калат. Кирүүнү кайра ачууга болот.
members-suspended = Кирүүсү жабылды, бардык түзмөктөрдөн чыгарылды.
members-restore = Кирүүсүн ачуу
members-restore-text = { $name } кайра кире алат, ролу мурдагыдай калат.
members-restored = Кирүүсү ачылды.
members-back = Тизмеге кайтуу

# ky: native review
members-event-invited = { $actor } { $person } аттуу мүчөнү чакырды (ролу: { $role })
members-event-joined = { $person } порталга кошулду
members-event-changed = { $person } эсебин өзгөрттү
members-event-suspended = { $actor } { $person } аттуу мүчөнүн кирүүсүн жапты
members-event-restored = { $actor } { $person } аттуу мүчөнүн кирүүсүн ачты
members-event-session = { $person } кирди ({ $device })

# ky: native review
members-mail-sign-in-subject = Кирүү үчүн шилтемеңиз: { $portal }
members-mail-sign-in-text = Бул шилтеме менен порталга киресиз. Ал бир жолу, 15 мүнөттүн ичинде иштейт.
members-mail-sign-in-action = Кирүү
members-mail-sign-in-note = Аны сураган эмессизби? Анда эч нерсе кылбаңыз: шилтемесиз эч ким кире албайт.
members-mail-invitation-subject = Сизди чакырышат: { $portal }
members-mail-invitation-by = { $name } сизди «{ $portal }» порталына чакырат.
members-mail-invitation-text = Сизди «{ $portal }» порталына чакырышат.
members-mail-invitation-as = Уюм: { $organisation }. Ролу: { $role }.
members-mail-invitation-action = Чакырууну кабыл алуу
members-mail-invitation-note = Шилтеме бир жолу, жети күндүн ичинде иштейт. Сырсөз жок: кийин почтаңызга келген шилтеме менен киресиз.

# ky: native review
members-moves = { $count ->
   *[other] { $count } адам
}

# ky: native review
members-more = Башка жөндөөлөр
members-history = Тарыхы
members-back-account = Маалыматыма кайтуу
members-ask = Кошулууну суроо
members-ask-lead = Программага катышкан же катышууну каалаган уюмдардын кызматкерлери үчүн. Жумушчу топтун төрагасы почта аркылуу жооп берет.
members-ask-email-hint = Уюмуңуздун дареги болгону жакшы. Жооп ошол дарекке келет.
members-ask-send = Жөнөтүү
members-ask-kept = Жазганыңызды жооп берилгенге чейин жана андан кийин бир ай сактайбыз.
members-ask-leave-empty = Бул жерди бош калтырыңыз
members-asked = Сурамыңыз жөнөтүлдү
members-asked-text = Аны жумушчу топтун төрагасы окуп, почта аркылуу жооп берет. Бир жума ичинде жооп келбесе, өзүңүз билген уюмга жазыңыз.
members-asked-home = Башкы бетке
members-request = Кошулуу сурамы
members-requests = Кошулуу сурамдары
members-requests-none = Жооп күткөн эч ким жок.
members-requests-waiting = { $count ->
    [0] Кошулуу сурамдары
   *[other] { $count } кошулуу сурамы
}
members-request-other = Башка уюм, аталышы төмөндө
members-request-organisation-name = Уюмуңуздун аталышы
members-request-organisation-hint = Тизмеде жок болсо гана.
members-request-organisation-missing = Уюмуңузду тандаңыз же аталышын жазыңыз
members-request-reason = Эмне иш кыласыз жана эмне үчүн кошулгуңуз келет
members-request-reason-hint = Эки-үч сүйлөм. Жабыр тарткандар жана иштер жөнүндө эч нерсе жазбаңыз.
members-request-reason-missing = Эки-үч сүйлөм жазыңыз, 1000 белгиден ашпасын
members-request-new-organisation = тизмеде жок
members-request-when = Жөнөтүлгөн
members-request-decide = Чечүү
members-request-accept = Чакыруу
members-request-decline = Баш тартуу
members-request-accepted-on = { $date } чакырылды
members-request-declined-on = { $date } баш тартылды
members-request-declined = Баш тартылды. Жооп почта аркылуу жөнөтүлөт.
members-request-gone = Бул сурам боюнча чечим кабыл алынган. Тизмени караңыз.
members-decline-reason = Себеби
members-decline-unconfirmed = Ал жакта иштээри тастыкталган жок
members-decline-no-partner = Уюм азырынча катышпайт
members-decline-known = Аккаунту бар
members-decline-other = Башка себеп, өз сөзүм менен
members-decline-note = Өз сөзүңүз менен
members-decline-note-hint = Катка кирет. Бош калтырса болот.
members-decline-send = Баш тартып, кат жөнөтүү
members-mail-declined-subject = Сурамыңыз: { $portal }
members-mail-declined-text = «{ $portal }» порталына кошулууну сураганыңыз үчүн рахмат. Азыр сизди чакыра албайбыз.
members-mail-declined-unconfirmed = Сиз атаган уюмда иштээриңизди тастыктай албадык. Уюмдун жетекчисинен жумушчу топко кат жазуусун сураныңыз.
members-mail-declined-no-partner = Уюмуңуз азырынча программага катышпайт. Катышууну кааласа, анын жетекчиси жумушчу топко жаза алат.
members-mail-declined-known = Дарегиңиз менен аккаунт мурунтан бар. Кирүү барагынан шилтеме сураңыз.
members-mail-declined-other = Жумушчу топтун төрагасы мындай дейт:
members-organisations-more = Дагы кайда иштейт
members-organisation-add = Дагы бир уюм
members-organisation-add-text = Бир нече уюмда иштегендер үчүн. Кайсынысынын атынан иштээрин адам өзү тандайт.
members-organisation-add-do = Кошуу
members-organisation-remove = Чыгаруу
members-organisations-changed = Сакталды.
members-role-change = Ролун өзгөртүү
members-role-change-text = Адам бардык түзмөктөрдөн чыгып, жаңы ролу менен кайра кирет.
members-role-save = Ролун өзгөртүү
members-role-changed = Ролу өзгөрдү.
members-switch = Менин уюмдарым
members-switch-text = Бул браузерде жазганыңыз жана чечкениңиз ушул жерде тандалган уюмдун атынан болот.
members-switch-do = Анын атынан иштөө
members-switched = Эми тандалган уюмдун атынан иштейсиз.
members-hand-over = Ишти өткөрүп берүү
members-hand-over-text = Бүтпөгөн иш ошол эле уюмдагы кесиптешке өтөт. Бул ар бир тексттин тарыхында көрүнөт. Кимдин иши: { $name }
members-hand-over-count = { $count ->
   *[other] { $count } ачык текст
}
members-hand-over-others = Башка уюмдарда ачык турганы
members-open-work = { $count } текст бүтпөй турат.
members-hand-over-nothing = Ачык эч нерсе жок.
members-hand-over-to = Ким кабыл алат
members-hand-over-missing = Ким кабыл аларын тандаңыз
members-hand-over-do = Өткөрүп берүү
members-hand-over-back = Артка
members-handed-over = { $count ->
   *[other] { $count } текст өткөрүлдү.
}
members-alternates = Мени ким алмаштырат
members-alternates-text = Сиз жокто кабарларды кесиптешиңиз да алат. Ага жаңы укук берилбейт.
members-alternate-who = Кесиптеш
members-alternate-from = Кайсы күндөн
members-alternate-last = Акыркы күнү
members-alternate-name = Дайындоо
members-alternate-missing = Кесиптешти тандаңыз
members-alternate-day = Күндү тандаңыз
members-alternate-until = Акыркы күн биринчи күндөн кийин, өтүп кетпеген жана бир жылдан ашпаган болушу керек
members-alternate-named = Сизди { $name } алмаштырат.
members-alternate-when = { $from } – { $until }
members-alternate-end = Токтотуу
members-alternate-over = Токтотулду.
members-mails = Кайсы каттар келет
members-mails-text = Порталдагы кабарлар ар дайым келет. Эмне жөнүндө кат да келсин, тандаңыз.
members-mails-kinds = Булар болсо, дароо кат келсин
members-privacy = Менин маалыматым
members-copy = Маалыматымдын көчүрмөсү
members-copy-text = Портал сиз жөнүндө сактаган нерсенин баары башка программалар окуй турган бир файлда.
members-copy-do = Жүктөп алуу
members-erase = Кетүү жана өчүрүү
members-erase-text = Атыңыз жана дарегиңиз өчүрүлөт, бардык түзмөктөрдөн чыгасыз. Тексттер уюмда калат. Журналда жасалган иш атыңызсыз калат. Муну кайтарып болбойт.
members-erase-first = Адегенде ачык ишти кесиптешке өткөрүп бериңиз
members-erase-sure = Ооба, атымды жана дарегимди өчүрүңүз
members-erase-do = Өчүрүү
members-erase-unsure = Эч нерсе өчүрүлгөн жок. Ишенсеңиз, белгилеп коюңуз.
members-erase-last-chair = Сиз жалгыз төрагасыз. Адегенде башканы төрага кылыңыз.
members-erased = Атыңыз жана дарегиңиз өчүрүлдү.
members-event-request = Кимдир бирөө кошулууну сурайт
members-event-request-accepted = { $actor } кошулууну сураган адамды чакырды
members-event-request-declined = { $actor } кошулуу сурамынан баш тартты
members-event-role = { $actor } ролун өзгөрттү: { $person }, мурун «{ $before }», эми «{ $role }»
members-event-organisation-added = { $actor } «{ $organisation }» уюмуна мүчө кошту: { $person }
members-event-organisation-removed = { $actor } «{ $organisation }» уюмунан мүчө чыгарды: { $person }
members-event-alternate = { $date } чейин алмаштыруу: { $person }, ордуна { $other }
members-event-alternate-ended = Алмаштыруу бүттү: { $person }, ордуна { $other }
members-event-handed-over = { $actor } ачык ишти өткөрүп берди (тексттер: { $count }). Кимден: { $person }. Кимге: { $other }
members-event-copy = { $person } өз маалыматынын көчүрмөсүн алды
members-event-erased = Мүчөнүн маалыматы өчүрүлдү
