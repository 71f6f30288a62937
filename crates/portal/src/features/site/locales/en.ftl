site-help = Get help
site-help-lead = You can call without giving your name. If you are in danger now, call first and read later.
site-help-now = Help now
site-help-call = Call
site-help-answers = Answers to what people ask
site-help-all-answers = All answers
site-help-ask = Ask a question
site-lines-none = No number is confirmed right now. We show a number only after somebody called it.
site-kept = What this phone keeps
site-kept-text = So that you can read without a connection, this browser keeps the last pages you read and the numbers. If others use this phone, have it forget them.
site-forget = Forget what is kept
site-forgotten = Forgotten
site-safe-migration = Safe migration
site-safe-migration-lead = What to check before you leave, what rights you have, whom to call.
site-trafficking = What trafficking is
site-trafficking-lead = How people are deceived, how to see it in time, and what to do.
site-more-texts = Read on
site-all-texts = All texts
site-for-whom = For whom
site-kits = Kits
site-kits-text = Texts and files put together for one purpose, to print or to pass on.
site-groups = Who exactly
site-texts-title = Texts
site-texts = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}
site-texts-none = No text for this audience in this language yet. Try another language.
site-press = For journalists
site-press-lead = Releases with the name of whoever stands behind them, feeds, and whom to ask.
site-press-releases = Press releases
site-press-none = No release in this language yet.
site-press-all = All releases
site-press-contact = Whom to ask
site-press-feeds = Feeds
site-press-feeds-text = New releases come into your reader by themselves.
site-about = About the portal
site-about-lead = Ministries, organisations, employers and communities say the same thing here, each in its own voice.
site-about-period = From { $starts } to { $ends }.
site-about-partners = { $count ->
    [one] { $count } partner
   *[other] { $count } partners
}
site-about-tasks = What there is for each task
site-about-task-empty = No text yet
site-about-programme = The programme in full
site-home-description = Approved texts about safe migration and against trafficking in persons, in Kyrgyz, Russian and English.
site-slots = Pages of the site
site-slots-lead = Each page of the public site has a place for one approved text. Readers see a page without it until you choose one.
site-slot-page = Page
site-slot-text = Text
site-slot-change = Change
site-slot-empty = none yet
site-slot-gone = This text is not public any more
site-place-empty = No text stands here yet. Readers do not see this note.
site-fill = Choose a text
site-fill-now = Now:
site-fill-text = Address of the text
site-fill-hint = Copy the address of its page, or choose one of the newest. Leave it empty to take the text away.
site-fill-unknown = Give the address of a published text
site-fill-save = Save
site-fill-back = Back to the pages
site-filled = The text is on the page
site-emptied = The place is empty now
site-denied = The chair and approvers choose the texts of pages.
site-history = What happened
site-event-filled = { $actor } put “{ $title }” on the page “{ $page }”
site-event-emptied = { $actor } took “{ $title }” off the page “{ $page }”
site-offline = Without a connection
site-offline-lead = You are reading what this phone keeps. The numbers work without the internet.
site-about-campaigns = { $count ->
    [one] { $count } campaign begun
   *[other] { $count } campaigns begun
}
site-about-campaigns-of = { $count ->
    [one] { $count } campaign begun; the programme wants { $least } to { $most }
   *[other] { $count } campaigns begun; the programme wants { $least } to { $most }
}
site-press-events = Coming events for the press
site-press-events-all = All of them in the calendar
