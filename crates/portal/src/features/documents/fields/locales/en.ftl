documents-fields-title = Facts of this text: { $kind }
documents-fields-inside = For members
documents-fields-needed = Needed before you send it for approval.
documents-fields-either = This one or the next one is needed before you send it for approval.
documents-fields-document-hint = Paste the address of a published document of this portal.
documents-fields-document-found = Now: “{ $title }”.
documents-fields-attach-first = Attach the file below and save; then choose it here.
documents-fields-missing = Fill in: { $field }
documents-fields-no-day = { $field }: enter a date, for example 2026-11-26
documents-fields-no-link = { $field }: enter an address that begins with https://
documents-fields-no-choice = { $field }: choose one of the list
documents-fields-no-document = { $field }: no published document has this address
documents-fields-not-attached = { $field }: attach the file to this text and choose it
documents-fields-no-organisation = { $field }: choose an organisation of this portal
documents-fields-ends-early = { $field }: this is before the beginning
documents-cannot-fields = Some facts of this text are still missing. Open the draft: they are marked there.

documents-fields-period-from = Reports from
documents-fields-period-until = Reports until
documents-fields-method = Where the figures come from
documents-fields-method-hint = Who counted, what and how. A figure without this is easily misread.

documents-fields-law-number = Number of the act
documents-fields-law-date = Date of the act
documents-fields-in-force-from = In force from
documents-fields-in-force-until = In force until
documents-fields-in-force-until-hint = Leave it empty while the act is in force.
documents-fields-changed = Document that it changes
documents-fields-changes = What it changes
documents-fields-changes-hint = Earlier acts in this library that read differently from now on.
documents-fields-plain-twin = In plain language
documents-fields-plain-twin-hint = The text that explains this act to everybody.

documents-fields-speaker = Who speaks
documents-fields-speaker-hint = Name and office, as they may be quoted.
documents-fields-occasion = On what occasion
documents-fields-said-on = Date of the statement

documents-fields-asked-for = What the group is asked to decide
documents-fields-asked-for-hint = One or two sentences; those who read only this should know what to say.
documents-fields-meeting-on = For the meeting on

documents-fields-message = The message
documents-fields-message-hint = What everybody should remember, in one or two sentences.
documents-fields-listeners = Who it is said to
documents-fields-when-to-use = When to use it
documents-fields-asked = Question
documents-fields-reply = Answer
documents-fields-questions = Questions to expect
documents-fields-questions-hint = What people ask back, with an answer to each. Empty rows are left out; two new ones appear when you save.

documents-fields-contact = Contact for journalists
documents-fields-contact-hint = Name and office of the person who answers them.
documents-fields-contact-phone = Telephone of the contact
documents-fields-contact-email = E-mail of the contact

documents-fields-print-master = Print master
documents-fields-print-master-hint = The file that goes to the printer.
documents-fields-formats = Formats
documents-fields-formats-hint = For example: A4, A3, folded leaflet.
documents-fields-print-languages = Languages on the sheet
documents-fields-print-languages-hint = If one sheet carries several.

documents-fields-network = Network
documents-fields-post = Text
documents-fields-posts = Posts
documents-fields-posts-hint = One row for each post. Empty rows are left out; two new ones appear when you save.
documents-fields-post-length = { $count } characters, up to { $limit } fit.
documents-fields-post-too-long = { $count } characters, but only { $limit } fit: shorten it.
documents-fields-picture = Picture
documents-fields-alt = What the picture shows
documents-fields-pictures = Pictures
documents-fields-pictures-hint = Each with words for people who do not see it; copy them along when you post.
documents-fields-network-facebook = Facebook
documents-fields-network-instagram = Instagram
documents-fields-network-telegram = Telegram
documents-fields-network-whatsapp = WhatsApp
documents-fields-network-tiktok = TikTok
documents-fields-network-ok = Odnoklassniki
documents-fields-network-vk = VK
documents-fields-network-x = X
documents-fields-network-other = Another one

documents-fields-recording-link = Where to watch or listen
documents-fields-recording = Recording
documents-fields-recording-hint = Or the file itself, attached to this text.
documents-fields-transcript = What is said
documents-fields-transcript-hint = Word for word: for people who do not hear it, have no data left, or search for it.

documents-fields-consent-code = Code of the consent
documents-fields-consent-code-hint = As its keeper noted it. Never a name, a telephone number or a case number.
documents-fields-consent-keeper = Who keeps the consent
documents-fields-consent-keeper-hint = The organisation that spoke with the person. It alone knows who the code stands for.
documents-fields-consent-scope = Where it may appear
documents-fields-consent-until = Valid until
documents-fields-consent-until-hint = The last day. On the next one the portal withdraws the story.
documents-fields-scope-portal = On this portal only
documents-fields-scope-partners = On this portal and at its partners
documents-fields-scope-media = In the media, too

documents-fields-outlet = Outlet
documents-fields-appeared-on = Appeared on
documents-fields-coverage-link = Where to read or watch it
documents-fields-tone = Tone
documents-fields-tone-favourable = favourable
documents-fields-tone-neutral = neutral
documents-fields-tone-unfavourable = unfavourable
documents-fields-quoted-person = Who
documents-fields-quoted-words = With what words
documents-fields-quoted = People quoted
documents-fields-quoted-hint = Only people who spoke for an organisation; never those who were helped.

documents-fields-question = The question it answers
documents-fields-question-hint = As people ask it.
documents-fields-short-answer = Short answer
documents-fields-short-answer-hint = What can be said on the telephone in half a minute.
