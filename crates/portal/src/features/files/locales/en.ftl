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
files-choose-hint = PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, MP3, MP4, CSV or TXT, up to { $limit }.
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
files-refused-ending = Choose a PDF, DOCX, XLSX, PPTX, ODT, JPG, PNG, WEBP, MP3, MP4, CSV or TXT file. The portal takes no other types.
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

files-moves = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
