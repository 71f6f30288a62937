# ky: native review
programme-title = Программа жөнүндө
programme-contents = Бул баракта
programme-adopted = Ким кабыл алган
programme-period = Мөөнөтү
programme-ended = Программанын мөөнөтү бүткөн. Анын тексттери жана сандары окуш үчүн ушул жерде сакталат.
programme-bodies = Ким жооптуу
programme-lead-body = Программаны жетектейт
programme-coordinating-body = Өнөктөштөрдү бириктирет
programme-goals = Маалыматтык стратегиянын максаттары
programme-tasks = Милдеттер
programme-areas = Иштин багыттары
programme-guidance = Медиага эмнени айтуу керек
programme-guidance-for-media = Медиага айтса болот
programme-guidance-not-for-media = Медиа үчүн эмес
programme-audiences = Аудиториялар
programme-audience-sub-groups = Бул аудиториянын топтору
programme-audience-main-channels = Негизги каналдар
programme-standing-beneficiary = Кабардар кылынат
programme-standing-stakeholder = Өнөктөш
programme-standing-both = Кабардар кылынат, өнөктөш да болот
programme-channels = Каналдар
programme-channels-advice = Телевидениеге ишенгендер көп учурда интернетке ишенбейт, тескерисинче да болот. Ар кыл каналдарды пландаңыз.
programme-regions = Аймактар
programme-themes = Кампаниялардын темалары
programme-campaign-parts = Кампаниянын бөлүктөрү
programme-trainings = Тренингдердин темалары
programme-duties = Милдеттенмелер
programme-duty-how-often = Канча жолу
programme-duty = { $per } { $count }
programme-duty-at-least = кеминде { $least }
programme-duty-between = { $least }–{ $most }
programme-duty-regularly = үзгүлтүксүз
programme-per-year = ар жылы
programme-per-programme = программанын бүт мөөнөтүндө
programme-per-meeting = ар бир жыйынга
programme-per-campaign = ар бир кампанияга

# In search results.
# ky: native review
programme-term = Программанын түшүнүгү
programme-term-audience = Аудитория
programme-term-channel = Канал
programme-term-region = Аймак
programme-term-task = Милдет
programme-term-theme = Тема
