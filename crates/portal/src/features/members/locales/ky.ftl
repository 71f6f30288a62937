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
