questions-title = Questions
questions-lead = What people ask. An approved answer reaches everybody who asked.
questions-public-title = Questions and answers
questions-public-lead = People asked this, and an approved text answers it.
questions-public-empty = No answers yet
questions-public-empty-text = Ask a question: the answer will appear here.

# States
questions-state = State
questions-state-open = Open
questions-state-taken = In work
questions-state-grouped = Asked before
questions-state-answered = Answered
questions-state-closed = Closed
questions-tab-open = Open
questions-tab-answered = Answered
questions-tab-closed = Closed

# Lists
questions-filters = { $count ->
    [0] Narrow the list
    [one] Narrowed by { $count } choice
   *[other] Narrowed by { $count } choices
}
questions-filter-show = Show
questions-filter-clear = Show all
questions-every-region = Every region
questions-every-audience = Every audience
questions-every-language = Every language
questions-count = { $count ->
    [one] { $count } open question
   *[other] { $count } open questions
}
questions-count-more = More than { $count } open questions
questions-days = { $count ->
    [0] since today
    [one] { $count } day
   *[other] { $count } days
}
questions-asked-times = asked { $count } times
questions-empty = Nothing here
questions-empty-text = When somebody asks, the question appears in this list. Ask one yourself, or look at another state.
questions-pages = Pages
questions-first = From the beginning
questions-next = Next page
questions-forgotten = (The text was deleted half a year after it was closed.)

# Asking
questions-ask = Ask a question
questions-ask-lead = Ask about work abroad, documents, rights or getting help. A specialist answers, and the answer is checked.
questions-ask-lead-member = Pass on what people ask you. You will be told when there is an answer.
questions-no-personal = Do not write names, addresses, telephone numbers or anybody’s story. If somebody is in danger, call the hotline: a form is too slow.
questions-removed = We took this out
questions-removed-text = Please read what is left. If it still says what you want to know, send it.
questions-found-phone = { $count ->
    [one] { $count } telephone number
   *[other] { $count } telephone numbers
}
questions-found-email = { $count ->
    [one] { $count } e-mail address
   *[other] { $count } e-mail addresses
}
questions-found-account = { $count ->
    [one] { $count } name of an account
   *[other] { $count } names of accounts
}
questions-found-personal-number = { $count ->
    [one] { $count } personal number
   *[other] { $count } personal numbers
}
questions-found-card = { $count ->
    [one] { $count } card number
   *[other] { $count } card numbers
}
questions-found-passport = { $count ->
    [one] { $count } passport number
   *[other] { $count } passport numbers
}
questions-text = Question
questions-text-hint = One line, up to 300 characters.
questions-text-missing = Write what you want to know
questions-text-too-long = Make the question shorter: 300 characters at most. The rest can go into the box below
questions-context = More about it
questions-context-hint = If the question alone is not clear. Up to 1,000 characters.
questions-context-too-long = Make this shorter: 1,000 characters at most
questions-region = Region
questions-no-region = I would rather not say
questions-audience = Whom it is about
questions-no-audience = Everybody
questions-leave-empty = Leave this empty
questions-send = Send the question
questions-kept = We keep the question and nothing about you. You get a code with which you can look for the answer.
questions-noted = Your question is in the list. We will tell you when it is answered.
questions-asked = Your question has arrived
questions-asked-text = This is your code:
questions-asked-code = Write it down: nobody can find it again for you. Come back in a few days and enter it to see the answer.
questions-full = Too many questions are waiting
questions-full-text = Yours was not kept. Please look whether it is answered already, or try again in a few days. If it is urgent, call the hotline.
questions-receipt = Is my question answered?
questions-code = Your code
questions-code-hint = Twelve letters and digits, like 4K7M-Q2XD-09TB.
questions-code-unknown = We do not know this code. Check each letter, or ask again
questions-look-up = Look
questions-outcome-open = { $count ->
    [0] Your question arrived today and waits for an answer
    [one] Your question has been waiting for { $count } day
   *[other] Your question has been waiting for { $count } days
}
questions-outcome-answered = Your question is answered
questions-outcome-closed = Your question was closed: { $reason }
questions-read-answer = Read the answer

# One question
questions-facts = About this question
questions-fact-asked = Asked on
questions-fact-days = Days open
questions-fact-language = Language
questions-fact-from = Asked by
questions-from-guest = a guest of the site
questions-fact-assigned = In the hands of
questions-history = History
questions-answer = Answer
questions-answer-in-work = Being written or waiting for approval
questions-answer-remove = This is not the answer
questions-answer-removed = The question is open again.
questions-answering = Answer it
questions-answer-choose = With an approved answer
questions-choose = Choose
questions-answer-use = Use this answer
questions-answer-chosen = The answer is chosen. Everybody who asked is told as soon as it is published.
questions-answer-begin = Write a new answer
questions-take = I will take it
questions-taken = The question is yours.
questions-assigning = Give it to somebody
questions-assign-to = Who works on it
questions-nobody = Nobody
questions-assign = Give
questions-assigned = Saved. Whoever works on it now is told by mail.
questions-alike = Asks the same?
questions-alike-hint = Choose the question that is answered for this one too.
questions-group = Answer them together
questions-grouped = They are answered together now.
questions-ungroup = It does not ask the same
questions-ungrouped = The question stands on its own again.
questions-lead-note = Answered together with:
questions-group-title = { $count ->
    [one] { $count } more person asked this
   *[other] { $count } more people asked this
}
questions-closing = Close without an answer
questions-close-reason = Why
questions-close-hint = The person who asked reads this.
questions-close = Close
questions-closed = The question is closed.
questions-closed-on = Closed on { $date }: { $reason }
questions-reopen = Open it again
questions-reopened = The question is open again.
questions-cannot-not-open = The question is answered, closed or grouped by now. Look at it once more
questions-cannot-group = These two cannot be answered together. Choose another question
questions-cannot-no-reason = Say why it is closed: the person who asked reads it
questions-cannot-no-answer = Choose an approved answer from the list
questions-denied = This is for people who work on answers. Ask the chair if you should be one of them.

# Home
questions-panel-open = Questions that wait
questions-panel-yours = Questions you took
questions-panel-none = No question waits.
questions-panel-all = All questions

# History
questions-event-asked = { $who } asked a question
questions-event-taken = { $who } took a question
questions-event-assigned = { $who } gave a question to { $to }
questions-event-released = { $who } put a question back
questions-event-grouped = { $who } put a question together with another one
questions-event-ungrouped = { $who } took two questions apart
questions-event-chosen = { $who } chose the answer to a question
questions-event-answered = A question was answered
questions-event-reopened = { $who } opened a question again
questions-event-closed = { $who } closed a question: { $reason }
questions-moves = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}

# Mails
questions-mail-kind-assigned = A question was given to me
questions-mail-kind-answered = My question was answered
questions-mail-kind-closed = My question was closed
questions-mail-assigned-subject = A question for you
questions-mail-assigned-text = You were asked to find or write the answer to this question.
questions-mail-assigned-action = Open the question
questions-mail-answered-subject = Your question is answered
questions-mail-answered-text = An approved text answers what you asked: “{ $title }”.
questions-mail-closed-subject = Your question was closed
questions-mail-closed-text = It was closed without an answer. The reason: { $reason }
questions-mail-closed-action = Open the question
questions-answers = Answers the question: { $text }
