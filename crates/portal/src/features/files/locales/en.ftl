# What keeps a file out.
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
