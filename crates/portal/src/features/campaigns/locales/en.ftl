campaigns-title = Campaigns
campaigns-lead = What partners do together for a time, so that one message reaches people by several ways at once.
campaigns-new = Propose a campaign
campaigns-all = All campaigns
campaigns-one = Campaign
campaigns-filters = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
campaigns-audience = For whom
campaigns-region = Where
campaigns-channel = By which ways
campaigns-theme = Theme
campaigns-when = When
campaigns-any-audience = Everybody
campaigns-any-region = Anywhere
campaigns-no-theme = No theme
campaigns-whole-country = The whole country
campaigns-show = Show
campaigns-reset = Reset
campaigns-none = No campaign yet
campaigns-none-text = When partners start a campaign together, you will find it here.
campaigns-none-filtered = No campaign fits these filters. Reset them to see all.
campaigns-running = Running
campaigns-coming = Coming
campaigns-over = Over
campaigns-running-now = Campaigns running now
campaigns-coming-next = Campaigns that come next
campaigns-that-are-over = Campaigns that are over
campaigns-proposed = Proposed campaigns
campaigns-proposed-text = Readers do not see these before the chair or an approver publishes them.
campaigns-proposal = Proposal
campaigns-days = { $starts } – { $ends }
campaigns-about = About this campaign
campaigns-lead-partner = Led by
campaigns-supporters = Supported by
campaigns-publish = Publish
campaigns-edit = Edit the campaign
campaigns-take-back = Take back
campaigns-history = What happened
campaigns-one-kind-of-channel = All channels of this campaign are of one kind. People who trust television often distrust the internet, and the other way round: add another kind.
campaigns-form-lead = Say what is to be reached, with whom and when. Texts, kits and events name the campaign themselves.
campaigns-title-ky = Title in Kyrgyz
campaigns-title-ru = Title in Russian
campaigns-title-en = Title in English
campaigns-title-missing = Give the title in all three languages, 200 characters at most
campaigns-starts = First day
campaigns-ends = Last day
campaigns-ends-hint = This day still belongs to the campaign.
campaigns-day-missing = Choose a day
campaigns-ends-before = The last day cannot come before the first
campaigns-too-long = A campaign lasts two years at most
campaigns-no-audience = Tick at least one audience
campaigns-supporter-unknown = One of these partners is not there any more. Choose again.
campaigns-reach-hint = No region ticked: the whole country.
campaigns-goal-ky = Goal in Kyrgyz
campaigns-goal-ru = Goal in Russian
campaigns-goal-en = Goal in English
campaigns-goal-hint = What people shall know or do afterwards, and how to take part. May be empty.
campaigns-goal-long = Shorten it to 10,000 characters
campaigns-propose = Propose
campaigns-save = Save
campaigns-proposed-saved = The campaign is proposed. The chair or an approver publishes it.
campaigns-saved = Saved
campaigns-published = The campaign is published
campaigns-taken-back = The campaign is a proposal again
campaigns-denied = You may not change this campaign.
campaigns-stale = Somebody changed this campaign meanwhile. Open it anew and try again.
campaigns-moves = { $count ->
    [one] { $count } campaign
   *[other] { $count } campaigns
}
campaigns-moves-supported = { $count ->
    [one] support of { $count } campaign
   *[other] support of { $count } campaigns
}
campaigns-event-proposed = { $actor } proposed the campaign “{ $title }”
campaigns-event-changed = { $actor } changed the campaign “{ $title }”
campaigns-event-published = { $actor } published the campaign “{ $title }”
campaigns-event-taken-back = { $actor } took the campaign “{ $title }” back
