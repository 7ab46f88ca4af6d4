# People who started work, what came of agreements, their yearly reviews.

mail-pt-people-reported-subject = { $name } has reported people who were hired
mail-pt-people-reported-line = { $name } has reported people who started work under the agreement. Please confirm or object within 7 days; without an objection they count.
mail-pt-person-denied-subject = { $name } objects to somebody reported
mail-pt-person-denied-line = { $name } says that somebody reported under the agreement is not right. The reason stands on the agreement's page.
mail-pt-hire-denied-subject = The person hired says it is not so: { $name }
mail-pt-hire-denied-line = The person recorded as hired for “{ $name }” says that it is not so. Please get in touch with them.
mail-pt-review-due-subject = The agreement with { $name } is due for its yearly review
mail-pt-review-due-line = Another year of the agreement with { $name } has passed. Please open its page, write your remarks and countersign what came of it.
mail-pt-review-moved-subject = { $name } has changed the yearly review
mail-pt-review-moved-line = { $name } has changed the yearly review of the agreement. Please read it, write your remarks and countersign.

fulfil-heading = What came of it
fulfil-lead = Both write it down: the college how many it trained, the business how many did an internship; who was hired is reported by one side and confirmed by the other.
fulfil-unsigned = The agreement has not been signed by both sides, so nothing has come of it yet.
fulfil-table = Line by line
fulfil-line = Line of the agreement
fulfil-intake = (graduating { $month })
fulfil-people = Promised
fulfil-trained = Trained
fulfil-interned = Interned
fulfil-started = Started work
fulfil-counted = “Started work” counts only who was confirmed, or to whom nobody objected for 7 days.
fulfil-open = State results and people hired
fulfil-state-trained = State how many were trained
fulfil-state-interned = State how many did an internship
fulfil-state-says = In all until today. Leave a line empty where there is no number yet. The other side and the centre see it.
fulfil-state = Save the numbers
fulfil-report = People hired
fulfil-report-says = The other side is told and has 7 days to confirm or object.
fulfil-day = First day at work
fulfil-names = Full names
fulfil-names-hint = One person a line, 100 at most.
fulfil-report-do = Report
fulfil-people-heading = Who was hired
fulfil-people-none = Nobody was reported yet.
fulfil-nobody = (name no longer kept)
fulfil-since = since { $day }
fulfil-by = Reported by: { $side }
fulfil-by-applicant = Through an application; the person confirms
fulfil-settles = counts from { $when } without an objection
fulfil-waiting = { $n ->
    [one] { $n } person waits for you to confirm
   *[other] { $n } people wait for you to confirm
}
fulfil-waiting-says = After 7 days without an objection they count.
fulfil-confirm = Confirm
fulfil-confirm-of = Confirm { $name }
fulfil-confirm-all = Confirm all
fulfil-deny = Object
fulfil-deny-do = Send the objection
fulfil-why = Reason
fulfil-withdraw = Withdraw
fulfil-withdraw-of = Withdraw { $name }
fulfil-error-number = Enter a number of people, from 0 to 5,000
fulfil-error-line = Choose a line
fulfil-error-day = Choose the first day, not more than 60 days ahead
fulfil-error-names = Enter at least one full name
fulfil-error-many = 100 people at most at a time
fulfil-error-name = Not a full name: { $name }
fulfil-error-why = Choose why you object
fulfil-error-full = This line has too many people already
flash-fulfil-saved = The numbers are saved.
flash-fulfil-reported = { $n ->
    [one] { $n } person is reported. The other side is told.
   *[other] { $n } people are reported. The other side is told.
}
flash-fulfil-confirmed = { $n ->
    [one] { $n } person is confirmed.
   *[other] { $n } people are confirmed.
}
flash-fulfil-moved = Done.
flash-fulfil-sides = Only the two sides of an agreement in force can state results.

review-title = Yearly review
review-lead = Once a year: what had come of the agreement when the review was opened, each side's remarks, and that both have read them.
review-open = Open the review of { $year }
review-none = There is no review yet.
review-year = { $year }
review-opened = As of { $when }.
review-remarks-of = Remarks: { $side }
review-remarks-none = No remarks yet.
review-signed = Countersigned
review-write = Write remarks
review-remarks = Your side's remarks
review-remarks-hint = What went well, what didn't, what to do next year. Changing remarks clears countersignatures.
review-save = Save the remarks
review-sign = Countersign the review
review-sign-says = You countersign that you have read the results and both sides' remarks above.
review-error-remarks = Enter remarks, 4,000 characters at most
flash-review-opened = The review is open.
flash-review-saved = The remarks are saved.
flash-review-signed = The review is countersigned.
flash-review-stale = The remarks have just been changed. Read them again, then countersign.

hire-starts = First day at work
hire-starts-hint = Only when confirming the hire. Left empty it is today.
hire-line = Hired under which agreement?
hire-line-hint = Only when confirming the hire. The person counts on the line chosen.
hire-line-none = Under none
hire-error-day = Choose the first day, not more than 60 days ahead
hire-error-line = Choose a line of the agreement
work-heading = Have you started work?
work-says = The company says that you start work on { $day }. Please confirm if that is right. After 7 days without an objection it counts, and your other applications end.
work-confirm = Yes, I have the job
work-deny = That is not right
work-deny-do = Say that it isn't right
work-why = What is not right?
work-error-why = Choose what is not right
work-confirmed = Confirmed: you have worked since { $day }.
work-denied = You said that it isn't right: { $reason }.
work-hire = Starts work on { $day }
flash-work-confirmed = Thank you. All the best at work.
flash-work-denied = The company has been told.

programme-in-work = In work after graduation
programme-in-work-says = { $percent } % of { $graduates } graduates have work within 12 months that is confirmed on this exchange.
programme-in-work-note = Only what is on record here is counted; the true share may be higher.
