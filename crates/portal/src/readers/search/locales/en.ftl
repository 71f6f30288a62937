# The page of search.
search-title = Search
search-title-of = { $query }: search
search-label = What are you looking for?
search-find = Find
search-hint = Write one word or a few. Word forms, Latin letters and small slips are understood.
search-preparing = Search is being prepared
search-preparing-text = The texts are being read in. It takes a minute or so; then reload this page.
search-kind = What it is
search-language = Language
search-since = When
search-since-month = In the last month
search-since-year = In the last year
search-any = Any
search-choice = { $choice } ({ $n })
search-filters = { $n ->
    [0] Narrow down
   *[other] Narrowed down: { $n }
}
search-narrow = Show
search-everywhere = Show all
search-count = { $n ->
    [0] Nothing found
    [one] { $n } result
   *[other] { $n } results
}
search-count-more = More than { $n } results, the newest first
search-instead = Nothing is spelled exactly like this. Shown are texts with: { $words }
search-partly = Hardly any text has all the words. Shown are those that have most of them.
search-empty = Nothing was found
search-empty-everywhere = Look without the filters
search-empty-fewer = Try fewer words, or one that matters most.
search-empty-otherwise = Try another word for it, or another language.
search-empty-sections = If you need help now, the menu leads to where you get it.
search-pages = Pages of results
search-earlier = ← Previous
search-later = Next →

# What people looked for in vain.
search-unanswered-title = Not found
search-unanswered-lead = What people looked for in the last 90 days and did not find. It shows which texts are missing. Who asked is not kept.
search-unanswered-denied = This list is read by the chair and the approvers, who decide what is written next.
search-unanswered-empty = Everything that was looked for was found
search-unanswered-empty-text = When somebody looks for something that no text has, it appears here within a minute or two.
search-unanswered-words = Looked for
search-unanswered-times = Times
search-unanswered-last = Last
