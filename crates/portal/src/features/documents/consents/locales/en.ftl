documents-consents-missing = A success story needs the consent of the person it is about. Fill in its code, keeper and last day.
documents-consents-past = The consent to this story is over. Ask its keeper for a new one.
documents-consents-taken-back = The consent to this story was taken back. It cannot appear.
documents-consents-do-end = Consent taken back
documents-consents-end-title = The consent was taken back
documents-consents-end-text = All stories with the consent { $code } will be gone at once, in every language and every edition, with their files. Nobody can bring them back with this consent.
documents-consents-end-after = Tell those who printed or passed the story on: the portal cannot reach their copies.
documents-consents-end = Remove the stories now
documents-consents-ended = The stories with this consent are gone.
documents-consents-withdrawn = The consent to this story was taken back. The portal removed it.
documents-consents-over = The consent to this story has ended. The portal removed it.
documents-event-consent-ending = The consent to “{ $title }” ends in { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
documents-event-consent-withdrawn = { $who } noted that the consent to “{ $title }” was taken back.
documents-mail-kind-consent-ending = The consent to a success story ends soon
documents-mail-consent-ending-subject = Consent ends soon: { $title }
documents-mail-consent-ending-intro = The consent to the story “{ $title }” is valid until { $date }. On the day after, the portal removes the story. If it shall stay, its keeper asks the person again, and you hand in a new edition with the new last day.
