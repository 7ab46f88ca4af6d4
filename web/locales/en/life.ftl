# Letters about the life of vacancies.

mail-ends-subject = { $n ->
    [0] Last day: { $title }
    [one] { $n } day left: { $title }
   *[other] { $n } days left: { $title }
}
mail-ends-line = The vacancy “{ $title }” takes applications until { $day }.
mail-ends-waiting = { $n ->
    [one] { $n } applicant is waiting for your answer.
   *[other] { $n } applicants are waiting for your answer.
}
mail-ends-next = If you still need people, please choose a later day: that needs no review. If you have found them, please close the vacancy, so that applicants get their answer.
mail-ends-button = Extend or close

mail-vacancy-untouched-subject = Vacancy closed after a long time: { $title }
mail-vacancy-untouched-line = Nothing has changed in the vacancy “{ $title }” for 90 days, so it was closed.
mail-vacancy-untouched-next = If you still need people, please open it and post a copy.

mail-changed-subject = This job has changed: { $title }
mail-changed-line = “{ $title }” at { $who }, for which you applied, has changed: { $terms }.
mail-changed-next = Please look at it again. If it no longer suits you, you can withdraw.
sms-changed = “{ $title }” at { $who } has changed.

mail-suspended-subject = { $who } is suspended
mail-suspended-line = The centre has suspended { $who } while it looks into complaints. Your application for “{ $title }” is kept.
mail-suspended-next = You need do nothing. Please pay nobody and hand nobody your original papers.
sms-suspended = { $who } is suspended; “{ $title }” is kept.

problem-not-verified-title = The organisation isn't verified
problem-not-verified-body = Only an organisation that is verified and not suspended sees applicants.
