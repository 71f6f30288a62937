# The pages of files.
files-nav = Files
files-title = Files of your organisation
files-lead = What you attach to texts. A file opens to everybody when a text that carries it is published.
files-upload = Upload a file
files-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
files-filter = Filter
files-filter-set = Filter: { $type }
files-type = Type
files-all-types = All types
files-filter-show = Show
files-filter-reset = Reset
files-empty = No files yet
files-empty-upload = Upload a leaflet, a poster or a recording to attach it to a text.
files-empty-wait = What the contributors of your organisation upload will stand here.
files-empty-filtered = There are no files of this type. Reset the filter to see the others.
files-is-public = open to everybody
files-is-private = for members concerned
files-pages = Pages of the list
files-newest = To the newest
files-older = Older →

files-new-title = New file
files-new-lead = Make sure that the file holds no names, addresses or stories of people who were harmed: such data never enters the portal.
files-choose = File
files-choose-hint = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, SVG, MP3, MP4, CSV or TXT, up to { $limit }.
files-send = Upload
files-cancel = Cancel
files-said-sending = { $percent } % sent
files-said-checking = The file has arrived and is being checked…
files-said-failed = The file did not arrive. Check the connection and send it again.
files-uploaded = The file “{ $name }” was uploaded.

files-file = File
files-download = Download
files-open = Open in the browser
files-about = About the file
files-uploaded-at = Uploaded
files-owner = By
files-readers = Who sees it
files-readers-all = Everybody
files-readers-private = Members of this organisation, approvers and the chair
files-hash-hint = This fingerprint shows whether a copy is unchanged.

# What keeps a file out.
files-refused-no-file = Choose a file.
files-refused-ending = Choose a PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, SVG, MP3, MP4, CSV or TXT file. The portal takes no other types.
files-refused-other-type = The content of the file does not match its name. Open it in its own program, save it again and send it.
files-refused-not-utf8 = Not every program can read the letters of this text. Save the file as UTF-8 and send it again.
files-refused-macros = The document contains macros. Save it without macros and send it again.
files-refused-empty = The file is empty. Choose a file that has something in it.
files-refused-too-large = The file is larger than { $limit }. Make it smaller or split it.
files-refused-cut = The connection broke off before the whole file arrived. Send it again.
files-refused-disk-full = The server has run out of space, so the file was not saved. Tell the operator of the portal.
files-only-contributors = Contributors, approvers and the chair upload files. If you need to, write to the operator of the portal.

files-event-uploaded = { $actor } uploaded the file “{ $name }”
files-event-published = { $actor } opened the file “{ $name }” to everybody
files-event-withdrawn = { $actor } took the file “{ $name }” back from the public
files-event-text-read = The file “{ $name }” can be found by its words

files-removed-title = What was taken out
files-left-title = What to look at
files-clean-hint = The original is not kept, only the cleaned file. Open it and see that all is in place.
files-confirm = All is well, keep the file
files-discard = Not good, delete the file
files-confirmed = The file was kept.
files-discarded = The file was deleted.
files-uploaded-cleaned = “{ $name }” was uploaded. Taken out: { $removed }.
files-refused-too-hard = The file could not be checked: it is too complex. Save it in a simpler form and send it again.

files-removed-comments = comments: { $count }
files-removed-descriptions = descriptions inside: { $count }
files-removed-tracked-changes = tracked changes (accepted): { $count }
files-removed-author = the author
files-removed-organisation = the author’s organisation
files-removed-place = the place
files-removed-camera-data = data of the camera or phone
files-removed-thumbnail = a small copy of the picture
files-removed-template-path = the path of the template
files-removed-local-path = paths on somebody’s computer: { $count }
files-removed-file-names = file names of pictures: { $count }
files-removed-custom-properties = custom properties: { $count }
files-removed-cropped-original = cut-off parts of pictures: { $count }
files-removed-document-information = document properties
files-removed-revision-ids = numbers of edits
files-removed-printer-settings = printer settings
files-removed-external-links = links to outside files: { $count }
files-removed-embedded-files = files inside: { $count }
files-removed-scripts = scripts and automatic actions: { $count }
files-removed-earlier-versions = earlier versions: { $count }
files-removed-signature = the signature
files-removed-unknown-parts = unknown parts: { $count }
files-removed-trailing-bytes = data after the end: { $count } B

files-left-hidden-sheets = Hidden sheets: { $count }. Whoever opens the file can see them.
files-left-hidden-rows = Hidden rows: { $count }.
files-left-hidden-columns = Hidden columns: { $count }.
files-left-hidden-slides = Hidden slides: { $count }.
files-left-hidden-text = Hidden text: { $count }.
files-left-speaker-notes = Speaker notes: { $count }.
files-left-pivot-data = Pivot tables keep the rows they were made from: { $count }.
files-left-cropped-pictures = Pictures show a part and keep the whole: { $count }.
files-left-pictures-not-cleaned = Pictures of this kind inside were not cleaned: { $count }.
files-left-embedded-fonts = Fonts inside: { $count }.
files-left-marks-on-pages = Marks on pages stay: { $count }.
files-left-hidden-layers = The file has hidden layers.
files-left-pdf-encrypted = The PDF is encrypted and was not cleaned.
files-left-pdf-signed = The PDF is signed and was not cleaned: its signature would be lost.
files-left-pdf-not-cleaned = The PDF could not be cleaned and stays as it was. Check its properties.
files-left-animated = The picture is animated.
files-left-turned = The picture was turned upright and saved anew.
files-left-drawing-simplified = The drawing was simplified, parts left out: { $count }. See whether it still looks right.
files-left-formula-cells = Cells that look like formulas: { $count }.
files-left-not-utf8 = The text is not in UTF-8 and may show wrongly.
files-left-recoded = The text was turned into UTF-8.

files-unclean-empty = The file is empty. Choose one with content.
files-unclean-unknown-type = The portal does not take files of this kind. Save it as PDF, DOCX, JPG or another kind of the list.
files-unclean-type-and-name-disagree = The content is not what the name says. Open the file in its program, save it anew and send it.
files-unclean-too-large = The file is too large. Make it smaller or split it.
files-unclean-archive-bomb = The file unpacks to an enormous size. Save the document anew and send it.
files-unclean-archive-names = The document is built in an unusual, unsafe way. Save it anew and send it.
files-unclean-macros = The document has macros. Save it without them and send it again.
files-unclean-encrypted = The file is protected by a password. Remove it and send the file again.
files-unclean-malformed = The file is damaged. Open it in its program, save it anew and send it.
files-unclean-too-many-pixels = The picture is too large. Make it at most 20,000 pixels a side.
files-unclean-active-content = The file holds objects of other programs. Remove them and send it again.
files-unclean-external-entities = The file tries to read other files. Save the document anew and send it.
files-unclean-external-content = Some of the content lies in other files. Put it into the document and send it again.
files-unclean-polyglot = Another file hides in this one. Save it anew and send it.
files-unclean-too-deep = The document is nested too deeply. Save it anew and send it.

files-event-confirmed = { $actor } saw what was taken out of “{ $name }” and kept the file
files-event-removed = { $actor } deleted “{ $name }” after seeing what was taken out

files-moves = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
