# Documents: the library and the way of a text from draft to public page.
documents-title = Documents
documents-lead = Texts to use and to retell. Each one shows who approved it.
documents-new-title = New document
documents-new-lead = Say what it is and in which language you begin. Everything else comes on the next page, and drafts save themselves.
documents-work-title = In the making
documents-waiting-title = Waiting for approval
documents-untitled = Untitled
documents-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
documents-count-more = more than { $count } documents
documents-filters = { $count ->
    [0] Filters
   *[other] Filters: { $count } chosen
}
documents-filter-show = Show
documents-filter-reset = Reset
documents-kind = Kind
documents-any-kind = All kinds
documents-any-level = Any level
documents-any = Any
documents-pages = Pages
documents-newest = To the newest
documents-older = Older
documents-empty = Nothing is published in this language yet. Look into the other languages above.
documents-empty-filtered = Nothing matches these filters. Take one away or reset them.
documents-nothing-waits = Nothing waits for you. New texts come here and by mail.
documents-nothing-open = Nothing is in the making at your organisation. Begin a new document.
documents-choose = Choose
documents-choose-kind = Choose what kind of document it is
documents-choose-language = Choose a language
documents-choose-level = Choose how firmly it is approved
documents-choose-decision = Choose: approve or return
documents-choose-approver = Choose who approved
documents-choose-channel = Choose how the approval came
documents-first-language = Language of the first text
documents-field-title = Title
documents-title-hint = Short and clear, as a headline
documents-field-summary = Summary
documents-summary-hint = One or two sentences for lists and shared links. May stay empty.
documents-field-body = Text
documents-body-hint = You can paste from Word: headings, lists and links stay.
documents-start-writing = Start writing
documents-save = Save
documents-submit = Submit for approval
documents-cancel = Cancel
documents-saved-at = Saved at { $time }
documents-preview = How readers will see it
documents-preview-failed = The preview is not available now.
documents-for-whom = For whom and where
documents-chosen = { $count ->
    [0] (none chosen)
   *[other] ({ $count } chosen)
}
documents-tool-bar = Formatting
documents-tool-bold = Bold
documents-tool-italic = Italic
documents-tool-heading = Heading
documents-tool-list = List
documents-tool-numbers = Numbered list
documents-tool-link = Link
documents-tool-quote = Quote
documents-said-saved = Saved at {"{"}time{"}"}
documents-said-offline = Not saved: no connection. Your text is kept on this device.
documents-said-lost = Not saved, and this browser cannot keep the text. Do not close the page.
documents-said-signed-out = You are signed out. Sign in in another tab: your text is kept here.
documents-said-conflict = Somebody saved this text before you.
documents-said-merge = Compare and join
documents-said-invalid = Not saved: please correct what is marked.
documents-said-found = There is an unsaved text from {"{"}time{"}"} on this device.
documents-said-restore = Bring it back
documents-said-drop = Delete it
documents-files = Files
documents-file-add = Add a file
documents-attach = Attach
documents-detach = Remove
documents-file-attached = The file is attached.
documents-file-detached = The file is no longer attached.
documents-file-too-large = Files up to { $limit }
documents-file-refused = Files of this type are not taken. Send PDF, Word, Excel, PowerPoint, pictures, sound, video or text.
documents-file-sending = {"{"}percent{"}"} % sent
documents-file-checking = Received, checking.
documents-file-failed = It could not be sent. Check the connection and try again.
documents-file-cancel = Cancel

documents-merge-title = Two people changed this text
documents-merge-lead = { $who } saved at { $time } while you were writing. Nothing of yours is lost: join both texts below and save.
documents-merge-changes = What differs
documents-merge-hint = Struck out: only in theirs. Underlined: only in yours.
documents-merge-theirs = Theirs, as saved
documents-merge-mine = Yours, to go on with
documents-merge-save = Save the joined text

documents-wish-title = What shall happen after the approval?
documents-wish-now = Publish at once
documents-wish-embargo = Publish at a time
documents-wish-at = Publish at { $time }
documents-wish-wait = Wait: we publish it ourselves
documents-publish-at = Date and time
documents-time-zone = Bishkek time
documents-submitted = Submitted. The press secretary gets a mail with the text.
documents-taken-back = It is a draft again. An approval, if there was one, has lapsed.

documents-kind-report = Report
documents-kind-law = Law
documents-kind-statement = Official statement
documents-kind-group-paper = Paper of the working group
documents-kind-talking-points = Talking points
documents-kind-press-release = Press release
documents-kind-brochure = Brochure
documents-kind-poster = Poster or leaflet
documents-kind-social-kit = Kit for social networks
documents-kind-video = Video or audio
documents-kind-success-story = Success story
documents-kind-media-coverage = Media coverage
documents-kind-answer = Approved answer

documents-state-draft = Draft
documents-state-submitted = Submitted
documents-state-returned = Returned
documents-state-approved = Approved
documents-state-embargo = Under embargo
documents-state-published = Published
documents-state-superseded = Replaced
documents-state-withdrawn = Withdrawn
documents-state-removed = Removed

documents-level-official = Official
documents-level-agreed = Agreed
documents-level-own = The organisation's own text
documents-level-none = Not approved yet
documents-level-official-hint = There is a signed act
documents-level-agreed-hint = By mail, telephone or in a meeting
documents-level-own-hint = The organisation speaks for itself

documents-tag-audience = Audience
documents-tag-channel = Channel
documents-tag-region = Region
documents-tag-task = Task
documents-tag-theme = Theme

documents-about = About this document
documents-languages = Languages of this document
documents-fact-level = Approval level
documents-fact-body = Approved by
documents-fact-act = Act
documents-fact-approved = Approved on
documents-fact-edition = Edition
documents-fact-published = Published on
documents-fact-embargo = Appears on
documents-fact-lead = Lead organisation
documents-fact-supporters = Supporting organisations
documents-act = No. { $number } of { $date }
documents-act-number = Number of the act
documents-act-date = Date of the act
documents-tab-edition = edition { $number }
documents-tab-behind = behind: edition { $number }
documents-tab-missing = not there yet
documents-missing = This text is not there in English yet. You can read it in another language:
documents-replaced-on = This edition was replaced on { $date }.
documents-replaced-by = Read edition { $number }: { $title }
documents-replaced-title = Replaced: { $title }
documents-withdrawn-on = This text was withdrawn on { $date }. Please do not use it any more.
documents-withdrawn-title = Withdrawn: { $title }
documents-removed-on = This text was removed on { $date }. The public cannot read it.
documents-emergency-banner = Published in an emergency, before its approval. The reason:
documents-returned-on = Returned on { $date } with these reasons:
documents-source-line = Source: { $organisation }. { $level }, edition { $number }. { $address }
documents-copy = Copy the text
documents-copied = Copied
documents-earlier = Other editions
documents-see-changes = See what changed
documents-history = What happened
documents-begin-title = Next edition or another language
documents-begin = Write in { $language }
documents-changes-title = What changed
documents-changes-between = Edition { $from } → edition { $to }
documents-changes-legend = Struck out: removed. Underlined: added.
documents-changed-since = What changed since edition { $number }
documents-no-changes = The words are the same.
documents-compare-with = Compare with
documents-compare = Compare

documents-do-edit = Go on writing
documents-do-decide = Read and decide
documents-do-record = Record an approval
documents-do-publish = Publish
documents-do-take-back = Take back to draft
documents-do-take-approval-back = Take the approval back
documents-do-emergency = Publish in an emergency
documents-do-withdraw = Withdraw

documents-decide-title = Your decision
documents-decision = Your decision
documents-decide-approve = I approve
documents-decide-approve-hint = The text appears exactly as it is
documents-decide-return = I return it
documents-decide-return-hint = I write what to correct
documents-reasons = What to correct
documents-note = Note (may stay empty)
documents-send-decision = Send the decision
documents-when-title = When shall it appear?
documents-when-wished = As the author wishes
documents-when-now = At once
documents-when-at = At a time
documents-when-later = Its organisation publishes it later
documents-link-note = This link is for you alone and for this one text. Please do not pass it on.
documents-decided-title = Thank you
documents-decided-note = The author gets a mail. You can close this page.
documents-decided-approved = The text is approved.
documents-decided-published = The text is approved and public.
documents-decided-scheduled = The text is approved and appears on { $time }.
documents-decided-returned = The text went back to its author with your reasons.
documents-approval-taken-back = The approval is taken back. The text waits for a decision again.
documents-link-ended-title = This link is no longer needed
documents-link-used = You have decided already. A link is good for one decision.
documents-link-expired = This link is older than seven days. Sign in to see what waits for you.
documents-link-revoked = This text was decided by somebody else, or its author took it back.
documents-link-outcome = “{ $title }”: { $state }.
documents-read-public = Read the public text

documents-record-title = Record an approval
documents-record-lead = For an approval given by mail, telephone or in a meeting. The person is told by mail that it was recorded.
documents-record-who = Who approved
documents-record-channel = How
documents-record-when = When
documents-record-scan = Scan or photo (may stay empty)
documents-record-scan-hint = Not shown to the public
documents-record-save = Record the approval
documents-recorded = The approval is recorded.
documents-channel-portal = on the portal
documents-channel-link = by the link in a mail
documents-channel-email = by mail
documents-channel-phone = by telephone
documents-channel-meeting = in a meeting
documents-channel-letter = by letter
documents-channel-messenger = by messenger

documents-publish-title = Publish
documents-appears-at = It appears by itself on { $time }.
documents-unschedule = Take the time back
documents-published = Published.
documents-scheduled = It will appear by itself at that time.
documents-unscheduled = The time is taken back. The text stays approved.
documents-emergency-title = Publish in an emergency
documents-emergency-lead = The text becomes public at once and says that it is not approved yet. An approval is asked for at the same time and is due within three days.
documents-emergency-reason = Why it cannot wait
documents-emergency-reason-hint = The public reads this reason
documents-emergency-publish = Publish now
documents-published-in-emergency = Published. The approval is asked for.
documents-withdraw-title = Withdraw a text
documents-withdraw-manner = What shall happen to it?
documents-withdraw-keep = Withdraw
documents-withdraw-keep-hint = It stays readable with the reason
documents-withdraw-remove = Remove
documents-withdraw-remove-hint = Published in error: nobody can read it any more
documents-withdraw-reason = Reason
documents-withdraw-reason-hint = Readers of a withdrawn text see it
documents-withdrawn = The text is withdrawn.
documents-removed = The text is removed.

documents-panel-waiting = What waits for you
documents-panel-nothing-waits = Nothing waits for you.
documents-panel-newest = Newest texts
documents-panel-all = All documents

documents-denied-organisation = This text belongs to another organisation.
documents-denied-role = Your role does not include this. Ask the chair of the working group.
documents-denied-own-work = You submitted this text yourself. Somebody else has to decide.
documents-cannot-stale = The text was changed meanwhile. Open it anew.
documents-cannot-edit = The text was submitted meanwhile and does not change any more. Take it back first.
documents-cannot-no-title = Write a title
documents-cannot-no-text = Write the text
documents-cannot-decide-stale = The text changed while you were reading. This is the text as it is now; please read it and decide again.
documents-cannot-decide-done = This text was decided already, or its author took it back.
documents-cannot-act-missing = Write the number of the act
documents-cannot-act-date = Write the date of the act
documents-cannot-no-reason = Write the reason
documents-cannot-not-theirs = This person cannot approve this text, or the time lies in the future
documents-cannot-publish-stale = Something changed meanwhile. Open the text anew.
documents-cannot-not-approved = Only an approved text can be published.
documents-cannot-time = Choose a time in the future, within a year
documents-cannot-past-time = Choose the time when it was approved, not in the future
documents-cannot-not-public = Only a public text can be withdrawn.
documents-cannot-already-open = There is already an unfinished edition in this language.

documents-event-created = { $who } began “{ $title }” ({ $language })
documents-event-begun = { $who } began edition { $number } of “{ $title }” ({ $language })
documents-event-changed = { $who } changed “{ $title }” ({ $language }, edition { $number })
documents-event-submitted = { $who } submitted “{ $title }” for approval ({ $language }, edition { $number })
documents-event-taken-back = { $who } took “{ $title }” back to draft ({ $language }, edition { $number })
documents-event-returned = { $who } returned “{ $title }” ({ $language }, edition { $number }): { $reason }
documents-event-approved = { $who } approved “{ $title }” ({ $language }, edition { $number }). Level: { $level }
documents-event-approved-on-behalf = { $who } recorded that { $approver } approved “{ $title }” ({ $language }, edition { $number }). Level: { $level }
documents-event-approval-taken-back = { $who } took back the approval of “{ $title }” ({ $language }, edition { $number })
documents-event-scheduled = { $who } set “{ $title }” ({ $language }, edition { $number }) to appear on { $time }
documents-event-unscheduled = { $who } took back the time of “{ $title }” ({ $language }, edition { $number })
documents-event-published = “{ $title }” was published ({ $language }, edition { $number }). By: { $who }
documents-event-emergency = { $who } published “{ $title }” in an emergency ({ $language }, edition { $number }): { $reason }
documents-event-withdrawn = { $who } withdrew “{ $title }” ({ $language }, edition { $number }): { $reason }
documents-event-removed = { $who } removed “{ $title }” ({ $language }, edition { $number }): { $reason }

documents-mail-decide-subject = To approve: { $title }
documents-mail-decide-intro = { $who } ({ $organisation }) submitted a text for your approval: { $kind }, { $language }, edition { $number }. Here is what it says.
documents-mail-late-intro = A text of { $organisation } was published in an emergency by { $who } and needs your approval: { $kind }, { $language }, edition { $number }. Here is what it says.
documents-mail-decide-action = Read and decide
documents-mail-decide-note = The link is for you alone, for this one text, until { $date }. You need not sign in.
documents-mail-approved-subject = Approved: { $title }
documents-mail-approved-intro = Your text “{ $title }” was approved. Level: { $level }.
documents-mail-appears-at = It appears by itself on { $time }.
documents-mail-you-publish = You can publish it now.
documents-mail-is-public = It is public.
documents-mail-returned-subject = Please correct: { $title }
documents-mail-returned-intro = Your text “{ $title }” came back with these reasons:
documents-mail-correct-action = Correct the text
documents-mail-open-action = Open the text
documents-mail-recorded-subject = Recorded in your name: { $title }
documents-mail-recorded-intro = { $who } recorded that you approved “{ $title }”. If that is not so, please tell the chair at once.
documents-mail-published-subject = Public now: { $title }
documents-mail-published-intro = Your text “{ $title }” is public now.
documents-mail-withdrawn-subject = Withdrawn: { $title }
documents-mail-withdrawn-intro = Your text “{ $title }” was withdrawn. It stays readable with this reason:
documents-mail-removed-intro = Your text “{ $title }” was removed and can no longer be read. The reason:

documents-file-check = See what was taken out of this file
documents-cannot-files-unseen = See what was taken out of the attached files, and keep or delete each. Then submit again.

documents-of-partner = Texts
documents-of-partner-none = Nothing published in this language yet.
documents-of-partner-more = All its texts
documents-moves = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
documents-moves-supported = { $count ->
    [one] { $count } document that it supports
   *[other] { $count } documents that it supports
}

documents-trust-publish = Publish as our own text
documents-trust-publish-text = Your organisation is trusted: the text goes live at once, marked as your own. An approver looks at it afterwards and may withdraw it.
documents-trust-published = The text is live. An approver will look at it.
documents-trust-review = Look at it
documents-trust-review-text = A trusted organisation published this text as its own. Read it, then accept it or withdraw it.
documents-trust-accept = It can stay
documents-trust-accepted = Accepted. The text stays as it is.
documents-event-by-trust = { $who } published the text “{ $title }” ({ $language }, edition { $number }) as the organisation’s own; a review waits
documents-event-reviewed = { $who } looked at the text “{ $title }” ({ $language }, edition { $number }): it stays

documents-hidden = A text only its organisation sees
documents-event-handed-over = { $who } handed the text “{ $title }” ({ $language }, edition { $number }) over: from { $from } to { $to }
documents-mail-kind-to-decide = a text waits for my decision
documents-mail-kind-decided = my text was decided on
documents-mail-kind-recorded = an approval was recorded in my name
documents-mail-kind-published = my text appeared
documents-mail-kind-withdrawn = my text was withdrawn

documents-submitted-with-remarks = Handed in. See the remarks on the text below: if you need to, take it back and correct it.
documents-insert-hint = Put this mark in place of a number: readers see the number, cost and hours, and they stay right.
documents-insert = Insert
