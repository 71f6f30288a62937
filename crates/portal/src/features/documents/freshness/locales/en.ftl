# Whether texts are still right
documents-freshness-title = Still right?
documents-freshness-list = What to check again
documents-freshness-lead = Every text has a day on which somebody reads it again. What has waited longest comes first.
documents-freshness-until = To be checked by { $date }.
documents-freshness-since = Waits for a check since { $date }.
documents-freshness-checked = { $who } said on { $date } that it is still right.
documents-freshness-unchecked = Nobody has checked it since it was published.
documents-freshness-do = Check this text
documents-freshness-how = Read the text and open its links. If something has changed, begin a new version of the text.
documents-freshness-links = Links in this text
documents-freshness-next = Day of the next check
documents-freshness-next-hint = Usually in a year. If the text names a number to call, in half a year.
documents-freshness-confirm = The text is still right
documents-freshness-plan = Only move the day
documents-freshness-wrong-day = Choose a day from tomorrow on, three years ahead at most.
documents-freshness-confirmed = Thank you. The next check is on { $date }.
documents-freshness-planned = The check is now on { $date }.
documents-freshness-which = Which texts
documents-freshness-overdue = Overdue
documents-freshness-soon = Within 30 days
documents-freshness-never = Never checked
documents-freshness-broken = Broken links
documents-freshness-all = All
documents-freshness-text = Text
documents-freshness-organisation = Organisation
documents-freshness-language = Language
documents-freshness-due = Check by
documents-freshness-last = Last checked
documents-freshness-nobody = Never
documents-freshness-broken-links = { $count ->
    [one] { $count } broken link
   *[other] { $count } broken links
}
documents-freshness-empty = Nothing to do here
documents-freshness-empty-text = No text is on this list. Look at the other lists, too.
documents-freshness-first = To the first
documents-freshness-more = More

# Links of texts
documents-address-unknown = Not checked
documents-address-unsure = Not clear yet, will be tried again
documents-address-works = Works
documents-address-moved = Has moved
documents-address-broken = Does not work
documents-address-refused = Cannot be checked
documents-address-unreachable = No answer
documents-address-asked = Checked on { $date }
documents-address-now = New address:

# What leads to a text
documents-used-link = Linked from: { $title }
documents-used-changed = Changed by: { $title }
documents-used-twin = In plain words for: { $title }

documents-event-freshness-due = “{ $title }” waits for a check: is it still right?
documents-event-freshness-overdue = “{ $title }” has waited two weeks for a check.
documents-event-freshness-confirmed = { $who } checked “{ $title }”: it is still right. Next check: { $date }.
documents-event-freshness-planned = { $who } moved the check of “{ $title }” to { $date }.
documents-event-address-broken = A link in “{ $title }” does not work: { $address }

documents-mail-kind-freshness-due = A text of ours wants to be checked
documents-mail-kind-freshness-overdue = A text has waited two weeks for a check
documents-mail-kind-address-broken = A link in a text of ours does not work
documents-mail-freshness-due-subject = Is it still right? { $title }
documents-mail-freshness-due-intro = Nobody has looked at “{ $title }” since { $date }. Please read it again. If it is still right, say so on its page. If something has changed, begin a new version.
documents-mail-freshness-overdue-subject = Nobody has checked: { $title }
documents-mail-freshness-overdue-intro = “{ $title }” was last looked at on { $date }. Its organisation was asked two weeks ago and has not answered. Please ask them, or check the text yourself.
documents-mail-address-broken-subject = A link does not work: { $title }
documents-mail-address-broken-intro = In “{ $title }” this link leads nowhere: { $address }. The portal tried it on two days. Please begin a new version with another address, or without the link.
