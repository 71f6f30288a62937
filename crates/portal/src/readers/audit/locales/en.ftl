# The audit page.
audit-title = Audit
audit-lead = Everything that was done here: when, by whom, to what.
audit-denied = Only the chair and the approvers read the audit, because it names people of every organisation.
audit-filters = { $n ->
    [0] Filters
   *[other] Filters: { $n } set
 }
audit-section = Section
audit-every-section = All sections
audit-person = Person
audit-everybody = Everybody
audit-from = From
audit-to = To, this day included
audit-show = Show
audit-reset = Show everything
audit-count = { $n ->
    [one] { $n } event
   *[other] { $n } events
 }
audit-count-more = More than { $n } events
audit-export = Save as CSV
audit-export-whole = Whole log, to verify
audit-export-whole-hint = The whole log is for verifying: it holds the titles of drafts, too. Keep it safe.
audit-empty = Nothing was found
audit-empty-text = Choose other days, another person or another section.
audit-pages = Pages
audit-newest = ← Newest
audit-older = Older →

# Columns, in the table and in the file.
audit-time = When
audit-event = What happened
audit-kind = Kind
audit-address = Address

# What is recorded.
audit-hidden = { $who } did something in “{ $section }” that only those concerned see
audit-exported = { $who } saved a copy of the audit
