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
