organisations-nav = Partners
organisations-index = Partners
organisations-index-lead = Ministries, agencies, civil society, business, communities and media that carry the programme together.
organisations-filter-show = Show
organisations-filter-clear = Clear
organisations-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisations-empty = No such organisation yet
organisations-empty-text = Clear the filters to see all partners.
organisations-kind = Kind
organisations-kind-ministry = Ministry
organisations-kind-agency = State agency
organisations-kind-parliament = Parliament
organisations-kind-regional-office = Regional office
organisations-kind-local-cso = Local civil society organisation
organisations-kind-international = International organisation
organisations-kind-employer = Employer
organisations-kind-professional-association = Professional association
organisations-kind-religious-community = Religious community
organisations-kind-media = Media
organisations-kind-academic = University or research
organisations-regions = Where it works
organisations-regions-all = The whole country
organisations-website = Website
organisations-website-hint = The whole address with https://, or nothing.
organisations-website-wrong = Write the whole address, beginning with https://
organisations-new = Add an organisation
organisations-edit = Change the details
organisations-name-ky = Name in Kyrgyz
organisations-name-ru = Name in Russian
organisations-name-en = Name in English
organisations-name-hint = If it is called the same in all languages, write the same three times.
organisations-name-missing-ky = Write the Kyrgyz name, at most 200 characters
organisations-name-missing-ru = Write the Russian name, at most 200 characters
organisations-name-missing-en = Write the English name, at most 200 characters
organisations-save = Save
organisations-saved = Saved.
organisations-denied = An organisation is changed by its own people, the chair of the working group and the operator.
organisations-event-created = { $actor } added the organisation “{ $name }”
organisations-event-changed = { $actor } changed the details of “{ $name }”

organisations-filters = { $count ->
    [0] Filters
    [one] Filters: { $count } set
   *[other] Filters: { $count } set
}
organisations-filter-any = All kinds
organisations-filter-any-region = All regions
organisations-filter-any-audience = All audiences
organisations-region = Region
organisations-audience = Whom they reach
organisations-audiences = Whom it reaches
organisations-trust = Own texts
organisations-trust-needs-approval = Wait for an approver
organisations-trust-trusted = Trusted: go live at once
organisations-trust-hint = Own texts of a trusted organisation go live without an approver; an approver looks at them afterwards.
organisations-about = What it does
organisations-about-ky = In Kyrgyz
organisations-about-ru = In Russian
organisations-about-en = In English
organisations-about-hint = Two or three sentences for everybody. A language may stay empty.
organisations-about-long = Shorten it to 1000 characters
organisations-contact = Contact
organisations-contact-hint = Everybody sees it. Give the organisation’s own number and address, not those of a person.
organisations-contact-none = No contact given yet.
organisations-phone = Telephone
organisations-phone-wrong = Write the number with digits, like +996 312 000000
organisations-email = E-mail
organisations-email-wrong = Write an address like info@example.kg
organisations-messenger = Messenger
organisations-messenger-hint = For example: Telegram @name
organisations-messenger-long = Shorten it to 300 characters
organisations-address = Address
organisations-address-long = Shorten it to 300 characters
organisations-page = Page
organisations-name-fixed = The chair of the working group changes name, kind and trust.
organisations-merge = Merge a duplicate
organisations-merge-text = If this organisation is in the list twice, choose the entry that stays. People, texts and files move there, and this page leads to it.
organisations-merge-from = Goes
organisations-merge-into = Stays
organisations-merge-choose = Choose
organisations-merge-missing = Choose the organisation that stays
organisations-merge-see = See what moves
organisations-merge-moves = Moves
organisations-merge-nothing = Nothing is kept under it
organisations-merge-final = This cannot be undone. Names, contact and trust of the one that stays do not change.
organisations-merge-other = Choose another one
organisations-merged = Merged. The old page leads here.
organisations-back = Back
organisations-event-trusted = { $actor } trusts “{ $name }”: its own texts go live at once
organisations-event-trust-ended = { $actor } ended the trust in “{ $name }”: its own texts wait for an approver
organisations-event-merged = { $actor } merged “{ $name }” into “{ $into }”

# In search results.
organisations-partner = Partner
