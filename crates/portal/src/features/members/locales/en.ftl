members-nav = Members
members-name = Name
members-name-hint = As colleagues know you: first name and surname.
members-name-missing = Write a name of at most 120 characters
members-email = Mail address
members-email-wrong = Write the whole mail address, such as name@organisation.kg
members-email-known = Somebody with this address is a member already
members-language = Language of mails and pages
members-organisation = Organisation
members-organisation-missing = Choose the organisation
members-role = Role
members-role-reader = Reader
members-role-contributor = Contributor
members-role-approver = Approver
members-role-chair = Chair
members-role-operator = Operator
members-choose = Choose
members-denied = Your role does not allow this. Ask the chair of the working group or the operator.
members-device-unknown = unknown device

members-sign-in = Sign in
members-sign-in-lead = We send a link to your mail. Open it and you are in: there is no password to remember.
members-sign-in-send = Send me the link
members-sign-in-no-account = No account yet? The chair of the working group invites organisations and their people.
members-sent = Look into your mail
members-sent-text = If we know this address, a link is on its way. It is good once, for 15 minutes.
members-sent-nothing = Nothing there after a few minutes? Look into the spam folder and check that you wrote the address the chair knows.
members-sent-caught = This portal is for trying out: its mails can be read here
members-ask-again = Ask for a new link
members-confirm-text = You are about to sign in as { $name }.
members-confirm-button = Sign in
members-confirm-shared = On a shared computer please sign out when you are done.
members-link-spent = This link leads no further
members-link-unknown = There is no such link. It may have been cut off in the mail: copy the whole address, or ask for a new one.
members-link-used = This link was used already, and each is good once. If that was you, this browser may still be signed in; if not, ask for a new one.
members-link-expired = This link has expired: it was good for a short time. Ask for a new one, it comes at once.
members-link-revoked = This link was taken back. Ask for a new one, or ask the chair of the working group.
members-invitation-used = This invitation was accepted already. Sign in with your mail address.
members-invitation-expired = This invitation has expired: it was good for seven days. Give your mail address, and we send a new one.
members-join = Welcome
members-join-by = { $name } invites you to the portal “{ $portal }”.
members-join-text = You are invited to the portal “{ $portal }”.
members-join-button = Join
members-signed-out = You are signed out.

members-account = Account
members-account-fixed = Is something here wrong? The chair of the working group can change it.
members-account-save = Save
members-account-saved = Saved.
members-sessions = Where you are signed in
members-sessions-text = If you do not know one of these devices, sign out elsewhere and tell the operator.
members-session-device = Device
members-session-seen = Last used
members-session-current = this one
members-sessions-end = Sign out elsewhere
members-sessions-ended = { $count ->
    [one] You are signed out on one other device.
   *[other] You are signed out on { $count } other devices.
}

members-index = Members
members-index-lead = Everybody who was invited to this portal, and where they stand.
members-standing = Status
members-standing-invited = Invited on { $date }
members-standing-joined = Joined on { $date }
members-standing-suspended = Suspended on { $date }
members-filters = { $count ->
    [0] Filters
    [one] Filters: 1 set
   *[other] Filters: { $count } set
}
members-filter-any = All
members-filter-show = Show
members-filter-clear = Clear
members-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
members-empty = Nobody here
members-empty-text = No member fits this choice. Clear the filters, or invite somebody.
members-invite = Invite a person
members-invite-lead = They get a mail with a link that is good for seven days. Name and language they can change themselves.
members-invite-new-organisation = The organisation is not in the list: add it first
members-invite-send = Send the invitation
members-invited = The invitation to { $email } is on its way.
members-suspend = Suspend
members-suspend-text = { $name } will be signed out everywhere at once and cannot sign in. What they did stays. You can let them in again.
members-suspended = Suspended: they are signed out everywhere.
members-restore = Let in again
members-restore-text = { $name } will be able to sign in again, with the same role.
members-restored = They can sign in again.
members-back = Back to the list

members-event-invited = { $actor } invited { $person } (role: { $role })
members-event-joined = { $person } joined
members-event-changed = { $person } changed their account
members-event-suspended = { $actor } suspended { $person }
members-event-restored = { $actor } let { $person } in again
members-event-session = { $person } signed in ({ $device })

members-mail-sign-in-subject = Your link to sign in: { $portal }
members-mail-sign-in-text = With this link you sign in. It is good once, for 15 minutes.
members-mail-sign-in-action = Sign in
members-mail-sign-in-note = You did not ask for it? Then do nothing: without the link nobody gets in.
members-mail-invitation-subject = You are invited: { $portal }
members-mail-invitation-by = { $name } invites you to the portal “{ $portal }”.
members-mail-invitation-text = You are invited to the portal “{ $portal }”.
members-mail-invitation-as = Organisation: { $organisation }. Role: { $role }.
members-mail-invitation-action = Accept the invitation
members-mail-invitation-note = The link is good once, for seven days. There is no password: later you sign in by a link that is mailed to you.

members-moves = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

members-more = More settings
members-history = History
members-back-account = Back to my account
members-ask = Ask to join
members-ask-lead = For people of organisations that take part in the programme, or want to. The chair of the working group answers by mail.
members-ask-email-hint = Best the address of your organisation. The answer goes there.
members-ask-send = Send
members-ask-kept = We keep what you write until the answer, and a month longer.
members-ask-leave-empty = Leave this field empty
members-asked = Your request is on its way
members-asked-text = The chair of the working group reads it and answers by mail. If nothing comes within a week, write to the organisation you know.
members-asked-home = To the first page
members-request = Request to join
members-requests = Requests to join
members-requests-none = Nobody waits for an answer.
members-requests-waiting = { $count ->
    [0] Requests to join
    [one] { $count } request to join
   *[other] { $count } requests to join
}
members-request-other = Another one, named below
members-request-organisation-name = Name of your organisation
members-request-organisation-hint = Only if it is not in the list.
members-request-organisation-missing = Choose your organisation or write its name
members-request-reason = What you do and why you want to join
members-request-reason-hint = Two or three sentences. Write nothing about victims or cases.
members-request-reason-missing = Write two or three sentences, at most 1000 characters
members-request-new-organisation = not in the list
members-request-when = Sent
members-request-decide = Decide
members-request-accept = Invite
members-request-decline = Decline
members-request-accepted-on = Invited on { $date }
members-request-declined-on = Declined on { $date }
members-request-declined = Declined. The answer goes out by mail.
members-request-gone = This request was decided already. See the list.
members-decline-reason = Reason
members-decline-unconfirmed = We could not confirm that they work there
members-decline-no-partner = The organisation does not take part yet
members-decline-known = They have an account already
members-decline-other = Something else, in my words
members-decline-note = In your own words
members-decline-note-hint = It stands in the mail. May stay empty.
members-decline-send = Decline and send the mail
members-mail-declined-subject = Your request: { $portal }
members-mail-declined-text = Thank you for asking to join the portal “{ $portal }”. We cannot invite you now.
members-mail-declined-unconfirmed = We could not confirm that you work for the organisation you named. Ask its head to write to the working group.
members-mail-declined-no-partner = Your organisation does not take part in the programme yet. If it wants to, its head can write to the working group.
members-mail-declined-known = There is an account with your address already. Ask for a link on the sign-in page.
members-mail-declined-other = The chair of the working group writes:
members-organisations-more = Also works for
members-organisation-add = Another organisation
members-organisation-add-text = For somebody who works for several. They choose in their account for which one they act.
members-organisation-add-do = Add
members-organisation-remove = Remove
members-organisations-changed = Saved.
members-role-change = Change the role
members-role-change-text = They are signed out everywhere and sign in anew with the new role.
members-role-save = Change the role
members-role-changed = The role was changed.
members-switch = My organisations
members-switch-text = What you write and decide in this browser is done for the organisation chosen here.
members-switch-do = Act for it
members-switched = From now on you act for the chosen organisation.
members-hand-over = Hand work over
members-hand-over-text = What { $name } has open goes to a colleague of the same organisation. The history of each text shows it.
members-hand-over-count = { $count ->
    [one] { $count } open text
   *[other] { $count } open texts
}
members-hand-over-others = Open for other organisations
members-open-work = { $count ->
    [one] { $count } text is still open.
   *[other] { $count } texts are still open.
}
members-hand-over-nothing = Nothing is open.
members-hand-over-to = Who takes over
members-hand-over-missing = Choose who takes over
members-hand-over-do = Hand over
members-hand-over-back = Back
members-handed-over = { $count ->
    [one] { $count } text was handed over.
   *[other] { $count } texts were handed over.
}
members-alternates = Who stands in for me
members-alternates-text = When you are away, a colleague is told in your place. They get no right they do not have.
members-alternate-who = Colleague
members-alternate-from = From
members-alternate-last = Last day
members-alternate-name = Name the colleague
members-alternate-missing = Choose a colleague
members-alternate-day = Choose a day
members-alternate-until = The last day lies after the first, not in the past and within a year
members-alternate-named = { $name } is told in your place.
members-alternate-when = { $from } to { $until }
members-alternate-end = End
members-alternate-over = Ended.
members-mails = Which mails I get
members-mails-text = Notices in the portal always come. Choose what comes by mail, too.
members-mails-kinds = Send me a mail at once when
members-privacy = My data
members-copy = A copy of my data
members-copy-text = Everything the portal holds about you, as a file that other programs can read.
members-copy-do = Download
members-erase = Leave and be erased
members-erase-text = Your name and your address are deleted, and you are signed out everywhere. Texts stay with your organisation. The log keeps what was done, without your name. This cannot be undone.
members-erase-first = Hand your open work to a colleague first
members-erase-sure = Yes, erase my name and address
members-erase-do = Erase me
members-erase-unsure = Nothing was erased. Tick the box if you are sure.
members-erase-last-chair = You are the only chair. Make somebody else chair first.
members-erased = Your name and your address were erased.
members-event-request = Somebody asks to join
members-event-request-accepted = { $actor } invited somebody who asked to join
members-event-request-declined = { $actor } declined a request to join
members-event-role = { $actor } changed the role of { $person }: from “{ $before }” to “{ $role }”
members-event-organisation-added = { $actor } added { $person } to “{ $organisation }”
members-event-organisation-removed = { $actor } removed { $person } from “{ $organisation }”
members-event-alternate = { $other } stands in for { $person } until { $date }
members-event-alternate-ended = { $other } no longer stands in for { $person }
members-event-handed-over = { $actor } handed the open work of { $person } to { $other } (texts: { $count })
members-event-copy = { $person } took a copy of their data
members-event-erased = A member was erased
