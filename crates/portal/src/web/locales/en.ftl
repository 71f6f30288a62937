# The shell around every page.
web-skip = Skip to the content
web-tagline = One approved message, many voices
web-language = Language
web-account = Account
web-sign-in = Sign in
web-sign-out = Sign out
web-menu = Menu
web-close = Close
web-sections = Sections
web-you-are-here = You are here
web-about-portal = About this portal
web-theme = Appearance
web-theme-device = As on this device
web-theme-light = Light
web-theme-dark = Dark
web-feed = News feed
web-errors = Please check
web-to-home = To the home page
web-request-id = If you write to us, give this number: { $id }
web-former-member = a former member
web-guest = a guest
web-the-portal = the portal
web-event-unknown = An event of a section that this portal no longer has ({ $kind })
web-home-title = Approved texts on safe migration and against trafficking
web-home-lead = Ministries, organisations, employers and communities say the same thing here, each in its own way. Every text shows who approved it.
web-home-greeting = Good day, { $name }

web-error-not-found = This page is not here
web-error-not-found-text = The address may be mistyped, or the page is not for you to see. Sign in if you are a member.
web-error-gone = This text was removed
web-error-gone-text = It was published in error and taken away. Please do not pass on copies of it.
web-error-denied = This is not yours to do
web-error-sign-in = Please sign in
web-error-sign-in-text = This page is for members.
web-error-invalid = This could not be read
web-error-invalid-text = Go back, check what you entered and send it again.
web-error-conflict = Somebody was faster
web-error-forged = This did not come from our page
web-error-forged-text = For your safety nothing was done. Open the page anew and try again.
web-error-too-large = This is too large
web-error-too-large-text = Send a smaller file or a shorter text.
web-error-too-often = Too many tries
web-error-too-often-text = From your connection too much was sent in a short time. Nothing was done. Wait { $seconds } seconds, go back and send it again; what you entered is still there.
web-error-busy = The portal is busy
web-error-busy-text = Nothing was lost on our side. Please try again in a minute.
web-error-unavailable = Not available now
web-paper-no-pdf = This portal cannot make PDF files at the moment. The DOCX holds the same text: go back and take that.
web-paper-busy = Many people are fetching papers. Please try again in a minute.
web-error-internal = Something went wrong here
web-error-internal-text = It is our fault, not yours. Please try again; if it stays, tell the operator.

web-resend-ended = Your session has ended
web-resend-ended-text = Nothing is lost: what you wrote is on this page. Sign in in another tab, then come back here and send it again.
web-resend-old = This page was too old
web-resend-old-text = Nothing is lost: what you wrote is on this page. Send it again if you meant to.
web-resend-confirmed = It is you
web-resend-confirmed-text = Nothing is lost: send what you entered now.
web-resend-set-up = First a passkey or an app
web-resend-set-up-text = For this your role needs a passkey or an app with codes. Nothing is lost: set one up in another tab, then come back here and send it again.
web-resend-set-up-open = Set it up (opens a new tab)
web-resend-sign-in = Sign in (opens a new tab)
web-resend-your-text = What you wrote
web-resend-again = Send again

# The frame of every mail.
web-mail-greeting = Good day, { $name }
web-mail-plain-address = If the button does not work, open this address:
web-mail-why = You get this mail because you take part in the portal “{ $portal }”.

web-call = Who to call

# The search box of every page.
web-search = Search
web-search-find = Find

web-leave = Leave this page
web-leave-hint = Pressing Shift three times does the same
web-offline-read = No connection. This page was read:
web-only-in = Only in this language yet: { $language }
web-chosen = { $count ->
    [0] (none chosen)
   *[other] ({ $count } chosen)
}
