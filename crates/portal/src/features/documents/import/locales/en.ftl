# A Word document that becomes a draft.
documents-import-title = The text is in a Word file
documents-import-lead = The portal takes the text out of the file and makes a draft of it. Headings, lists, tables and links stay. The file itself is not kept.
documents-import-language = Language of the text
documents-import-file = Word file
documents-import-hint = A file with the ending .docx
documents-import-take = Take the text over
documents-import-done = The text was taken out of the file. Read it through before you go on.
documents-import-gone = Not taken over: { $list }.
documents-import-moved = Different from the file: { $list }.
documents-import-again = Choose the file once more: it is not kept when something else is missing.
documents-import-no-docx = This is no Word file with the ending .docx. If it is an older .doc, an .odt or an .rtf, open it, save it as .docx and choose it again.
documents-import-no-text = There is no text in this file. If the text stands in a picture, it has to be typed.
documents-import-too-long = The text is longer than a document of the portal can be. Split it, or attach the file to a short text.
documents-import-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
documents-import-drawings = { $count ->
    [one] { $count } chart or drawing
   *[other] { $count } charts and drawings
}
documents-import-equations = { $count ->
    [one] { $count } formula
   *[other] { $count } formulas
}
documents-import-objects = { $count ->
    [one] { $count } file inside
   *[other] { $count } files inside
}
documents-import-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
documents-import-headers-footers = { $count ->
    [one] { $count } header or footer
   *[other] { $count } headers and footers
}
documents-import-contents = { $count ->
    [one] the table of contents
   *[other] { $count } tables of contents
}
documents-import-hidden-text = { $count ->
    [one] { $count } piece of hidden text
   *[other] { $count } pieces of hidden text
}
documents-import-tracked-changes = { $count ->
    [one] { $count } tracked change is accepted
   *[other] { $count } tracked changes are accepted
}
documents-import-text-boxes = { $count ->
    [one] { $count } text box stands after its paragraph
   *[other] { $count } text boxes stand after their paragraphs
}
documents-import-footnotes = { $count ->
    [one] { $count } footnote stands at the end
   *[other] { $count } footnotes stand at the end
}
documents-import-links = { $count ->
    [one] { $count } link within the file is plain text
   *[other] { $count } links within the file are plain text
}
documents-import-merged-cells = { $count ->
    [one] { $count } merged cell is split
   *[other] { $count } merged cells are split
}
documents-import-nested-tables = { $count ->
    [one] { $count } table within a table is a line of text
   *[other] { $count } tables within tables are lines of text
}
