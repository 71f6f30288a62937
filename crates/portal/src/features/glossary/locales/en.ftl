glossary-title = Glossary
glossary-lead = The words of the programme: what they mean, what to say in each language, and what to avoid.
glossary-term = Term
glossary-new = Add a term
glossary-edit = Change the term
glossary-known = { $count ->
    [one] Load the { $count } known term that is missing
   *[other] Load the { $count } known terms that are missing
}
glossary-known-loaded = The terms are loaded. Kyrgyz forms that nobody confirmed yet are seen by members only.
glossary-search = Find a word in any of the three languages
glossary-find = Find
glossary-count = { $count ->
    [one] { $count } term
   *[other] { $count } terms
}
glossary-all = Show all
glossary-export = Download as a table (CSV)
glossary-empty = No term here
glossary-empty-text = The chair of the working group adds terms. Come back later.
glossary-empty-search = Try a shorter word, or its beginning only.
glossary-letters = Letters
glossary-waits = No confirmed word in this language yet
glossary-not = Not “{ $words }”:
glossary-none = There is no confirmed word in this language yet.
glossary-say = Say
glossary-avoid = Avoid
glossary-preferred = preferred
glossary-also = also possible
glossary-confidence-high = seen in use
glossary-confidence-medium = usual
glossary-confidence-low = not confirmed
glossary-confidence-text = Readers do not see a form that is not confirmed. If you speak the language and people say it so, confirm it.
glossary-confirmed = confirmed on { $date }
glossary-confirmed-by = confirmed by { $name } on { $date }
glossary-confirm = People say it so: confirm
glossary-confirmed-now = Thank you. Readers see this form now.
glossary-doubt = Take the confirmation back
glossary-doubted = Readers no longer see this form.
glossary-deeds = What you can do
glossary-remove-title = Remove the term
glossary-remove-text = The term goes from the glossary, from texts and from search. Its history stays in the log.
glossary-remove = Remove
glossary-removed = The term is removed.
glossary-history = History
glossary-key = Short name for the address
glossary-key-hint = Small Latin letters, digits and hyphens, such as safe-migration. It cannot be changed later.
glossary-key-wrong = Choose another short name: 2 to 40 small Latin letters, digits and hyphens, and not in use
glossary-in-ky = In Kyrgyz
glossary-in-ru = In Russian
glossary-in-en = In English
glossary-say-hint = One form a line, the preferred one first. Put ? behind a form that you are not sure of: readers will not see it until somebody confirms it.
glossary-say-missing = Write at least one form; put ? behind it if you are not sure
glossary-say-wrong = Write each form in a line of its own, up to 120 characters, and no more than 12 forms in a language
glossary-avoid-hint = One form a line, then a dash and the reason: slavery — the law says otherwise.
glossary-avoid-wrong = Write the form and, behind a dash, a reason of up to 300 characters
glossary-reason-missing = Say behind a dash why to avoid the form
glossary-twice = The same form stands here twice: once is enough, to say or to avoid
glossary-definition = Meaning
glossary-definition-hint = One or two sentences in plain words, as you would tell a neighbour.
glossary-definition-long = Shorten the meaning to 600 characters
glossary-definition-missing = Write the meaning in this language too, or do not have the term explained
glossary-explained = Explain the term to readers where it first stands in a text
glossary-explained-hint = Only for words that people do not use every day.
glossary-save = Save
glossary-saved = The term is saved.
glossary-saved-new = The term is in the glossary.
glossary-stale = Somebody saved this term after you opened it. Open it again and repeat your change.
glossary-denied = The chair and the approver change the glossary; members who write confirm forms.
glossary-more = More in the glossary
glossary-open = Open in the glossary
glossary-quoted = “{ $words }”
glossary-remarks-avoid = Better said otherwise
glossary-remarks-terms = The terms of this text in the other languages
glossary-remark = { $found }: { $reason }
glossary-remark-times = { $found } ({ $count ->
    [one] { $count } time
   *[other] { $count } times
}): { $reason }
glossary-remark-write = Write:
glossary-event-loaded = { $actor } loaded { $count ->
    [one] { $count } known term
   *[other] { $count } known terms
}.
glossary-event-added = { $actor } added the term “{ $name }”.
glossary-event-changed = { $actor } changed the term “{ $name }”.
glossary-event-changed-words = { $actor } changed the term “{ $name }”: { $words }.
glossary-event-removed = { $actor } removed the term “{ $name }”.
glossary-event-confirmed = { $actor } confirmed the form “{ $form }” of the term “{ $name }”.
glossary-event-doubted = { $actor } took back the confirmation of the form “{ $form }” of the term “{ $name }”.
