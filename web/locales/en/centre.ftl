# The centre's area: queue, case; with the college's and the administrator's few words.

queue-title = Review queue
queue-first = Open the most pressing
queue-tabs = Kind of case
queue-all = All
queue-table = Cases waiting, the most pressing first
queue-subject = Subject
queue-organisation = Organisation
queue-sent = Sent
queue-left = Due
queue-findings = Findings
queue-holder = Held by
queue-mine = Held by me
queue-clean = None
queue-next = Next cases
queue-start = Back to the first page
queue-empty = Nothing is waiting.
queue-empty-says = What is submitted appears here, the most pressing first.
span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
time-left = { $span } left
time-overdue = { $span } overdue

# --- A case ---
case-back = Review queue
case-sent = Sent { $at }
claim-free = Nobody holds it.
claim-take = Claim
claim-mine = You hold it until { $at }.
claim-theirs = holds it until { $at }.
claim-release = Release
claim-over = Already decided.
case-checks = Automatic checks
case-checks-none = Nothing to point out.
case-decision = Decision
case-keys = Keys, together with Alt: N claim, Y approve, S request changes, T reject, G send and open the next.
case-outcome = Outcome
case-reasons = Reasons
case-reasons-hint = At least one unless you approve. The sentence that appears with each is sent to the employer word for word.
case-message = Further message
case-message-hint = The employer reads it after the reasons.
case-note = Internal note
case-note-hint = Read by the centre’s staff only.
case-occupation = Occupation code
case-occupation-hint = Proposed from the job title.
case-occupation-later = Not settled yet
case-send = Send
case-send-next = Send and open the next
case-read-only = You can only look. A moderator decides.
case-changes = Compared with the published text
case-changes-none = No longer differs from the published text.
changes-old = Published
changes-new = Changed to
changes-nothing = (nothing said)
case-employer = Sender
case-tax-code = Tax code
case-contact = Contact
case-since = With us since
case-vacancies = { $n ->
    [one] { $n } vacancy
   *[other] { $n } vacancies
}
case-earlier = Earlier decisions
outcome-verify = Verify
outcome-keep = Leave it up
outcome-take-down = Take it down

# --- What an organisation says of itself ---
profile-subject = Kind of recruiter
profile-ownership = Ownership
profile-address = Address
profile-industry = Main branch
profile-product = Main products, services
profile-workforce = Workforce
profile-need = Needed in the next 6 months
profile-phone = Telephone
profile-email = E-mail
profile-representative = Representative

# --- The rules, each with its source ---
rule-minimum-wage = A full-time wage may not be below the regional minimum at the place of work (Labour Code 2019, art. 90, 91; Decree 293/2025/NĐ-CP).
rule-too-young = Workers have to be at least 15, for heavy or harmful work at least 18 (Labour Code 2019, art. 143 to 147).
rule-age-limit = An upper age may not be a condition (Employment Law 74/2025/QH15, art. 2).
rule-sex = Sex may not be a condition (Employment Law 74/2025/QH15, art. 2; Labour Code 2019, art. 8).
rule-family-status = Marriage and pregnancy may not be conditions (Labour Code 2019, art. 8).
rule-appearance = Appearance may not be a condition unless the work itself needs it (Employment Law 74/2025/QH15, art. 2).
rule-origin = Origin, ethnicity and religion may not be conditions (Labour Code 2019, art. 8).
rule-fee = Workers are not charged, pay no deposit and keep their original papers (Labour Code 2019, art. 11 and 17).
rule-abroad-licence = Sending workers abroad needs a licence (Law 69/2020/QH14).
rule-probation = Probation lasts at most 6 working days, 30, 60 or 180 days by level; at least 85% of the wage is paid (Labour Code 2019, art. 25, 26).
rule-hours = At most 48 hours a week without overtime (Labour Code 2019, art. 105).
rule-overtime = Overtime of at most 40 hours a month and 200 a year; 60 and 300 where the branch may (Labour Code 2019, art. 107; Resolution 17/2022/UBTVQH15).
rule-contact-in-text = An employer that is not verified gives no telephone number, Zalo account or link in the text.
rule-health = People with HIV, hepatitis or a disability may not be shut out (Employment Law 74/2025/QH15, art. 2; Law on Persons with Disabilities 2010, art. 33).
rule-short-link = No shortened links: seekers can’t see where they lead.
rule-middleman = It seems to hire for others or to recruit students: job placement and labour leasing need a licence (Employment Law 74/2025/QH15; Labour Code 45/2019, articles 52 to 58).
rule-odd-wage = The pay is far from that of open vacancies of the occupation: ask the employer before it is published.
rule-new-and-many = An employer that has registered only now sends many vacancies within a day: look at some closely first.
rule-look-alike-name = The name is nearly that of a verified organisation: compare the tax codes and call the representative.
rule-near-duplicate = The text is nearly that of another vacancy: posted twice, or copied from another employer.
rule-capitals = Capitals throughout are hard to read.

# --- College ---
college-title = My college
college-profile = About the college
college-profile-empty = Nothing is known yet. The centre will add it together with you.

# --- System ---
system-title = System
system-well = Everything is working.
system-ill = Something needs a look: failed jobs or messages, or a late index.
system-program = Program
system-version = Version
system-engine = Database
system-size = Size
system-index = Search index
system-documents = Vacancies found
system-applied = Applied up to change
system-last = Latest change
system-behind = Behind by
system-jobs = Background jobs
system-ready = Waiting
system-running = Running
system-dead = Failed for good
system-messages = Messages
system-queued = To be sent
system-sent = Sent
system-failed = Failed
system-dead-title = Failed jobs
system-dead-none = No job has failed.
system-job = Job
system-error = Last error
system-attempts = Attempts
system-made = Made
system-retry = Retry
system-retry-job = Retry the job { $job }

# The counter and people looked up.
counter-title = Enter for somebody
counter-lead = Enter an application for somebody who stands at the counter. The person is told by message and signs in with the number given here.
counter-card = Scan the QR code of the identity card
counter-card-hint = Only name and year of birth are taken; the number is not kept
counter-vacancy = Number of the vacancy
counter-vacancy-hint = It stands at the end of the posting’s page, as in 10234. Leave empty to enter the person only.
counter-call-time = When to call
counter-consent = The worker agrees
counter-consent-hint = It was explained that the centre enters this and sends it to the employer chosen.
counter-more = More
counter-keep = Agrees that the profile is kept to suggest other jobs
counter-do = Enter
counter-done = Entered. The worker is told by message.
counter-known = This person has applied for that vacancy before; nothing was added.
counter-error-card = The code of the card can’t be read. Please type name and year of birth.
counter-error-vacancy = No open vacancy has this number
counter-error-consent = Choose how the worker agreed
slip-title = Application slip
slip-next = Next person
slip-vacancy = Applies for
slip-employer = Employer
slip-place = Place of work
slip-call = Employer’s telephone
slip-at = Entered at
slip-officer = Officer
slip-sign-in = To see the application and its outcome, open this address and sign in with the telephone number.
slip-free = The centre charges workers nothing. For help call
seekers-lead = Search by telephone number or name. The reason and who was found are logged.
seekers-words = Telephone number or name
seekers-phone = Telephone
seekers-year = Year of birth
seeker-file-title = A seeker’s file
seeker-file-why = The file holds personal data. Say why you open it; the reason is logged.
seeker-file-open = Open the file
seeker-file-applications = Applications
seeker-file-consents = Consents on record
seeker-file-withdrawn = withdrawn
seeker-file-none = None yet.
