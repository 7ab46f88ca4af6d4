# Reports about vacancies, trusted employers, the manager's desk.

report-link = Report this job
report-title = Report this job
report-lead = What is wrong with this job? Choose a reason. No account is needed, and the company isn't told who reports.
report-reasons = Reason
report-back = Back to the job
report-thanks = The centre has your report
report-thanks-says = Reason: { $reason }. An officer looks at it within { $hours } working hours. What is wrong is taken down at once.
report-more = Tell us more
report-more-hint = If you like, tell us what happened: it helps the officer to check it.
report-words = What happened?
report-phone = A number the centre can call
report-phone-hint = Only the centre's officers see it
report-send = Add this
report-added = Added to your report. Thank you.
report-urgent = In danger? Call the centre at { $phone }, or 113.
report-error-phone = This telephone number isn't right

# --- On a case ---
case-reports = Reports from readers
case-reports-n = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
case-report-no-words = Nothing was written beside it.
case-report-call = Call back
case-notes = Among colleagues
case-notes-none = Nothing was written yet.
case-notes-hint = Only the centre's officers can read this.
case-notes-words = Note for colleagues
case-notes-send = Add note
case-pass-on = Ask for a second opinion
case-pass-on-says = The case goes back to the queue and another officer decides.
case-pass-on-question = Your question
case-passed-on = { $name } asks for a second opinion: another officer decides.
case-error-question = Write what the question is
flash-passed-on = Passed on to a colleague.
flash-case-noted = Noted.
queue-second-opinion = Second opinion
queue-batch = Pass those chosen
queue-batch-hint = Only sample checks without findings can be dealt with several at a time.
queue-batch-choose = Choose { $title }
queue-filters = Filter
queue-risk = Only cases with grave findings
queue-risk-all = All cases
queue-mine-only = Those I hold
flash-batch = { $n ->
    [one] { $n } vacancy passed.
   *[other] { $n } vacancies passed.
}

# --- Trust ---
officer-trust = Trust this employer
officer-trust-says = Its vacancies are published at once. Those with grave findings still wait; a sample of the others is checked afterwards.
officer-trust-record = Approved { $approved } · sent back { $returned } · refused or taken down { $rejected }
officer-trusted = Trusted
officer-distrust = Withdraw trust
officer-distrust-says = New vacancies are looked at first again. Those published stay.
flash-vacancy-published = The vacancy was published at once. The centre may check it later.

# --- The desk ---
desk-title = Manager's desk
desk-lead-n = What waits, and the decisions of the last { $n } days.
desk-load = Waiting
desk-kind = Kind
desk-open = Waiting
desk-held = Held
desk-overdue = Overdue
desk-first-due = First due
desk-officers = Officers
desk-officer = Officer
desk-decided = Decisions
desk-in-time = In time
desk-appealed = Appealed
desk-overturned = Overturned
desk-reasons = Reasons by officer
desk-reason = Reason
desk-rules = Rules
desk-rule = Rule
desk-hits = Findings
desk-followed = Refused for it
desk-rule-overturned = Approved all the same
desk-none = No decisions yet.
desk-nothing-waits = Nothing waits.
desk-total = Total
desk-promise = The promise by month

mail-vacancy-trusted-subject = Vacancy published: { $title }
mail-vacancy-trusted-line = The vacancy “{ $title }” was published on { $site } at once, because the centre trusts your company. The centre may look at it later.
mail-organisation-trust-subject = { $name } is trusted by the centre
mail-organisation-trust-line = The centre has decided to trust { $name }.
mail-organisation-trust-next = From now on vacancies are published as soon as they are sent. The centre looks at a sample of them afterwards.
mail-organisation-trust-college = From now on what the college sends is published at once. The centre looks at a sample of it afterwards.
mail-organisation-distrust-subject = { $name }: new texts are reviewed first
mail-organisation-distrust-line = From now on the centre reviews what { $name } sends before it is published, because:
mail-organisation-distrust-next = What is published stays. New vacancies are answered within 8 working hours.
mail-organisation-distrust-college = What is published stays. What is new is answered within 8 working hours.
