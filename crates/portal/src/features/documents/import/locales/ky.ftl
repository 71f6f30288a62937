# Word документинен долбоор жасоо.
# ky: native review
documents-import-title = Текст Word файлында даяр
documents-import-lead = Портал файлдагы текстти алып, андан долбоор жасайт. Аталыштары, тизмелери, таблицалары жана шилтемелери сакталат. Файлдын өзү порталда калбайт.
documents-import-language = Тексттин тили
documents-import-file = Word файлы
documents-import-hint = Аты .docx менен бүткөн файл
documents-import-take = Текстти алуу
documents-import-done = Текст файлдан алынды. Улантуудан мурун окуп чыгыңыз.
documents-import-gone = Булар алынган жок: { $list }.
documents-import-moved = Булар файлдагыдан башкача: { $list }.
documents-import-again = Файлды дагы бир жолу тандаңыз: калганы белгиленгенче ал сакталбайт.
documents-import-no-docx = Бул .docx менен бүткөн Word файлы эмес. Эски .doc, .odt же .rtf болсо, аны ачып, .docx кылып сактап, кайра тандаңыз.
documents-import-no-text = Бул файлда текст жок. Текст сүрөттүн ичинде болсо, аны терүү керек.
documents-import-too-long = Текст порталдагы документ үчүн өтө узун. Аны бөлүңүз же файлды кыска текстке тиркеңиз.
documents-import-pictures = { $count ->
   *[other] { $count } сүрөт
}
documents-import-drawings = { $count ->
   *[other] { $count } чийме же диаграмма
}
documents-import-equations = { $count ->
   *[other] { $count } формула
}
documents-import-objects = { $count ->
   *[other] ичиндеги { $count } файл
}
documents-import-comments = { $count ->
   *[other] { $count } эскертүү
}
documents-import-headers-footers = { $count ->
   *[other] барактын башындагы же аягындагы { $count } жазуу
}
documents-import-contents = { $count ->
   *[other] { $count } мазмун
}
documents-import-hidden-text = { $count ->
   *[other] жашырылган тексттен { $count } үзүндү
}
documents-import-tracked-changes = { $count ->
   *[other] { $count } оңдоо кабыл алынды
}
documents-import-text-boxes = { $count ->
   *[other] { $count } кутучанын тексти абзацынан кийин турат
}
documents-import-footnotes = { $count ->
   *[other] { $count } шилтеме-түшүндүрмө тексттин аягында турат
}
documents-import-links = { $count ->
   *[other] файлдын ичиндеги { $count } шилтеме жөнөкөй текст болуп калды
}
documents-import-merged-cells = { $count ->
   *[other] бириктирилген { $count } уяча бөлүндү
}
documents-import-nested-tables = { $count ->
   *[other] таблицанын ичиндеги { $count } таблица бир сап болуп калды
}
