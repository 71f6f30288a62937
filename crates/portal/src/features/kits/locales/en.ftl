kits-title = Kits
kits-lead = Texts and files put together for one purpose: to print, to read out, to pass on.
kits-new = Propose a kit
kits-all = All kits
kits-filters = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
kits-audience = For whom
kits-theme = Theme
kits-any-audience = Everybody
kits-any-theme = Any theme
kits-every-audience = For everybody
kits-no-theme = No theme
kits-campaign = Campaign
kits-no-campaign = No campaign
kits-of-campaign = Kits for this campaign
kits-show = Show
kits-reset = Reset
kits-none = No kit yet
kits-none-text = When texts are put together for a purpose, you will find them here.
kits-none-filtered = No kit fits these filters. Reset them to see all.
kits-proposed = Proposed kits
kits-proposed-text = Readers do not see these before the chair or an approver publishes them.
kits-proposal = Proposal
kits-empty = Nothing of this kit is published at the moment.
kits-texts = Texts
kits-download = Download all (ZIP)
kits-about = About this kit
kits-about-text = The download has every text as a page and as plain text, its files, and an index that says where each is from.
kits-in-it = In it
kits-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}
kits-publish = Publish
kits-edit = Edit the kit
kits-take-back = Take back
kits-missing = { $count ->
    [one] One text of this kit is not public any more; readers do not see it.
   *[other] { $count } texts of this kit are not public any more; readers do not see them.
}
kits-history = What happened
kits-form-lead = Choose texts that are published, put them in order, say in a few words what they are for.
kits-title-ky = Title in Kyrgyz
kits-title-ru = Title in Russian
kits-title-en = Title in English
kits-title-missing = Give the title in all three languages, 200 characters at most
kits-texts-hint = One address on a line, in the order readers shall see. What stands behind an address is for you only.
kits-texts-unknown = Each line begins with the address of a text of this portal
kits-texts-not-published = Take only texts that are published
kits-texts-many = A kit holds 40 texts at most
kits-newest = Addresses of the newest texts
kits-introduction-ky = Introduction in Kyrgyz
kits-introduction-ru = Introduction in Russian
kits-introduction-en = Introduction in English
kits-introduction-hint = What it is for and how to use it. May be empty.
kits-introduction-long = Shorten it to 10,000 characters
kits-propose = Propose
kits-save = Save
kits-proposed-saved = The kit is proposed. The chair or an approver publishes it.
kits-saved = Saved
kits-published = The kit is published
kits-taken-back = The kit is a proposal again
kits-denied = You may not change this kit.
kits-stale = Somebody changed this kit meanwhile. Open it anew and try again.
kits-empty-kit = A kit without a published text cannot be published.
kits-one = Kit
kits-kit = Kit: { $title }
kits-moves = { $count ->
    [one] { $count } kit
   *[other] { $count } kits
}
kits-download-source = { $organisation }. { $level }, edition { $number }, { $date }, { $language }
kits-download-note = Texts may be renewed. The newest ones are at
kits-event-proposed = { $actor } proposed the kit “{ $title }”
kits-event-changed = { $actor } changed the kit “{ $title }”
kits-event-published = { $actor } published the kit “{ $title }”
kits-event-taken-back = { $actor } took the kit “{ $title }” back
