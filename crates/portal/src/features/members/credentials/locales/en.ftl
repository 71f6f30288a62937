members-sent-code = If the mail opens in another browser or in the mail program itself, it asks for these digits:
members-elsewhere = You asked for this link in another browser. That one shows six digits on the page “Look into your mail”: type them here, and you are signed in here. Or open the link in that browser. You did not ask for a link? Then close this page.
members-elsewhere-code = The six digits
members-elsewhere-hint = They are not in the mail. Give them to nobody: nobody of the portal asks for them.

members-second-step = One more step
members-second-step-passkey = Show that it is you, with the passkey of this device or with a code.
members-second-step-lost = Phone gone? Use one of your recovery codes. Codes gone too? Tell the chair of the working group.
members-code = Code from your app
members-code-hint = Six digits. A recovery code from paper is good here, too.
members-recovery-code = Recovery code
members-recovery-code-hint = One of the ten you keep on paper. Each is good once.
members-code-wrong = This code is not right. Take a new one and type it again
members-code-wait = There were too many tries. Wait a quarter of an hour and try again
members-use-passkey = Use a passkey
members-passkey-failed = The passkey did not answer. Try again, or choose another way.
members-passkey-unknown = This portal does not know that passkey. Sign in by mail and add it in your account.

members-confirm-you = Is it you?
members-confirm-you-text = What you are about to do matters. Show once more that it is you; this is good for ten minutes. What you entered is kept.
members-confirm-you-mail = We send a code to your mail address.
members-confirm-you-button = Continue
members-send-code = Send me a code
members-mail-code = Code from the mail
members-mail-code-hint = Eight digits. It is good for ten minutes.
members-mail-code-subject = Your code: { $portal }
members-mail-code-text = Your code: { $code }
members-mail-code-note = It is good for ten minutes. You did not ask for it? Then somebody uses your account: sign out elsewhere and tell the operator.

members-security = How you sign in
members-security-lead = A passkey or an app makes sure that nobody signs in as you, even if they read your mail.
members-security-open = Passkeys and codes
members-act = Action
members-never = never
members-remove = Remove
members-passkey = Passkey
members-passkeys = Passkeys (recommended)
members-passkeys-text = You sign in the way you unlock your phone or computer: by finger, face or its code. Nobody can copy a passkey or trick you into giving it away.
members-passkey-added = Added
members-passkey-name = Name
members-passkey-name-hint = Such as “my phone”. If you leave it empty, we name it after this device.
members-passkey-add = Add a passkey
members-passkey-press = Press “Add a passkey” once more.
members-passkey-refused = The passkey could not be added. It may be there already; otherwise try again.
members-totp = App with codes
members-totp-text = An app on your phone shows a new code of six digits every half minute. It works without network.
members-totp-begin = Set up the app
members-totp-there = The app is set up.
members-totp-step-app = Open an app for one-time codes on your phone, such as Aegis or Google Authenticator.
members-totp-step-scan = Let it scan this picture.
members-totp-step-code = Type the six digits it shows.
members-totp-picture = Picture for the app
members-totp-letters = If you cannot scan, type this into the app:
members-totp-code = The six digits from the app
members-totp-finish = Finish
members-codes = Recovery codes
members-codes-first = Recovery codes come with your first passkey or app.
members-codes-left = { $count ->
    [0] None is left: make new ones.
    [one] One is left.
   *[other] { $count } are left.
}
members-codes-renew = Make new codes
members-codes-once = Done. These codes are shown this one time only.
members-codes-text = If your phone is lost, each of them lets you in once. Print this page or write them down, and keep them where you keep your passport.
members-codes-made = Made on { $date }. Earlier codes are no longer good.
members-codes-kept = I have kept them
members-factor-added = Added. Your other devices were signed out.
members-factor-removed = Removed. Your other devices were signed out.
members-factor-last = Your role asks for a passkey or an app. Add another one first.
members-factor-wanted = { $count ->
    [0] Your role asks for a passkey or an app. This was the last time without: set one up now.
    [one] Your role asks for a passkey or an app. You can sign in once more without.
   *[other] Your role asks for a passkey or an app. You can sign in { $count } more times without.
}
members-factor-overdue = Your role asks for a passkey or an app, and you have signed in more than { $count } times without. Set one up here; then everything is open again.
members-offer = Sign in more safely
members-offer-passkey = Set up a passkey
members-offer-text = Recommended: next time you sign in by finger, face or the code of your device.
members-offer-later = Not now
members-offer-later-done = You find it in your account whenever you want.

members-factor-passkey = passkey
members-factor-app = app with codes
members-factor-codes = recovery codes
members-event-factor-added = { $person } set up: { $factor }
members-event-factor-removed = { $person } removed: { $factor }
members-event-factor-used = { $person } signed in or confirmed with one of the { $factor }

members-recovery = Lost access
members-recovery-text = { $name } lost phone and codes? Start here. A second member has to confirm; then everything they signed in with is worth nothing, and they are invited anew. Talk to them first, face to face or on a number you know.
members-recovery-reason = What happened, and how do you know that it is them?
members-recovery-reason-hint = The second member reads this.
members-recovery-reason-missing = Write what happened, in at most 500 characters
members-recovery-begin = Ask a second member
members-recovery-begun = Begun. Chairs and approvers got a mail; one of them has to confirm.
members-recovery-question = { $chair } says that { $name } lost everything they sign in with. If you confirm, { $name } is signed out everywhere, their passkeys, app and codes are removed, and an invitation goes to their mail.
members-recovery-ask-them = Confirm only if you have spoken with the person yourself.
members-recovery-until = Waits until { $time }
members-recovery-confirm = Confirm
members-recovery-refuse = Refuse
members-recovery-confirmed = Confirmed: an invitation is on its way.
members-recovery-refused = Refused: nothing was changed.
members-recovery-open = Lost phone and codes? Help them back in
members-event-recovery-begun = { $actor } started to restore the access of { $person }
members-event-recovery-confirmed = { $actor } confirmed that { $person } comes in anew
members-event-recovery-refused = { $actor } refused to restore the access of { $person }
members-mail-recovery-subject = Lost access: { $name }
members-mail-recovery-text = { $chair } says that { $name } lost everything they sign in with. A second member has to confirm within three days.
members-mail-recovery-own = { $chair } says that you lost everything you sign in with. If that is so, you soon get an invitation. If not, say no here, and tell another member.
members-mail-recovery-action = Look at it

members-sign-in-with = Sign in with { $name }
members-provider-failed = Signing in there did not work. Try again, or sign in by mail.
members-provider-unknown = The account there has no address that this portal knows. Ask the chair of the working group for an invitation to that address.

members-mail-factor-subject = How you sign in has changed: { $portal }
members-mail-factor-added = Added to your account: { $factor } ({ $time }).
members-mail-factor-removed = Removed from your account: { $factor } ({ $time }).
members-mail-factor-used = One of your recovery codes was used ({ $time }).
members-mail-factor-not-you = If it was not you, somebody is in your account: tell the chair of the working group or the operator at once.
