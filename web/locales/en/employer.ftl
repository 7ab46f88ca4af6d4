# The employer's area.
untitled = (No job title yet)
yes = Yes
no = No
party-seeker = Applicant
party-owner = Employer
party-officer = Centre
party-system = System
history-title = History
history-apply = Application sent

# --- Home ---
employer-home-title = Vacancies
employer-home-awaiting = { $n ->
    [0] No applicant is waiting for an answer
    [one] To answer: { $n } applicant
   *[other] To answer: { $n } applicants
}
employer-home-overdue = { $n } of them for more than 7 days
employer-home-answer = Job seekers see the answer rate on your page. An application that stays unanswered for 30 days ends by itself.
employer-home-new = Post a vacancy
employer-home-table = Your vacancies
employer-home-empty = There are no vacancies yet.
employer-home-empty-says = Writing one takes about 10 minutes. The centre reviews it within 8 working hours, free of charge.
employer-home-pending = The centre is verifying your company. You can write vacancies now; they are published after verification.
employer-home-refused = The centre could not verify your company. The reason was sent by e-mail; please complete the details or call the centre.
employer-home-suspended = Your company is suspended, so its vacancies are hidden. Please contact the centre.
employer-home-viewer = You can only look. Only your company’s recruiters can post and edit vacancies.
employer-home-more = Older vacancies
column-vacancy = Vacancy
column-state = State
column-deadline = Closing date
column-openings = Openings
column-applications = Applicants
column-do = Actions
row-applications = { $n ->
    [one] { $n } application
   *[other] { $n } applications
}
row-waiting = { $n } to answer
openings-n = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
row-copy = Copy
row-copy-of = Copy the vacancy { $title }

# --- The posting form ---
posting-title-new = Post a vacancy
posting-title-edit = Edit the vacancy
posting-lead = The main questions are enough to post. “More details” holds the remaining fields of official form 03a; they can be filled in later.
posting-copy-title = Copy an earlier vacancy
posting-copy-says = Choose one that is similar, so that you need not type it again.
posting-returned = The centre asks for these changes:
posting-part = Part { $n } of 4
posting-job = The job
posting-pay = Pay and shifts
posting-benefits = Benefits and conditions
posting-contact = Requirements and contact
posting-more = More details
posting-save = Save draft
posting-preview = Preview
posting-check = Check and submit
posting-steps = Steps of posting a vacancy
posting-step-n = Step { $n } of 5
posting-next = Save and continue
posting-later = Save and finish later
posting-back = Back to the previous step
posting-revise = Send the change
posting-revise-lead = The vacancy is published. The old text stays up until the centre approves the change.
posting-revise-end = Another contact person or a later deadline takes effect at once. Other changes are answered within 8 working hours.
posting-choose = Choose
posting-not-said = Not stated
posting-end-says = The posting is sent only when you press “Submit for review” in the next step.

posting-job-title = Job title
posting-job-title-hint = As job seekers call it in Vietnamese, for example: Công nhân may, Thợ hàn, Kế toán kho
posting-quantity = Openings
posting-description = Description
posting-description-hint = What is done, in which department, standing or sitting. One point a line. No telephone numbers here.
posting-place = Place of work
posting-place-hint = Choose the industrial park, or the commune if it is outside a park
posting-park = Industrial park or cluster
posting-park-none = Outside a park
posting-commune = Commune, ward
posting-street = House number, street, hamlet, plot
posting-province = Province, city
posting-province-hint = Change it only if the work is in another province
posting-starts = First day of work
posting-starts-hint = Leave empty for an immediate start
posting-position = Position
posting-purpose = Purpose of the job
posting-extra = Also needed
posting-abroad = Licence number for sending workers abroad
posting-abroad-hint = Only if the work is abroad

posting-wage = Pay
posting-wage-hint = You may write 8tr, 8,5 triệu or 8500000
posting-wage-basic = Basic wage a month
posting-wage-basic-hint = Without allowances and overtime. Not below the regional minimum wage.
posting-wage-usual = Usual income a month
posting-wage-usual-hint = With allowances and overtime: what workers really receive
posting-wage-from = From
posting-wage-to = To
posting-negotiable = Agreed at the interview
posting-wage-day = Daily wage
posting-wage-hour = Hourly wage
posting-piece-rate = Piece rate
posting-commission = Commission on sales or products
posting-allowances = Allowances, bonuses
posting-allowances-hint = One a line, with the amount a month. For example: Chuyên cần: 500.000
posting-pay-day = Pay day of the month
posting-pay-day-hint = A number from 1 to 31
posting-thirteenth = 13th-month pay
posting-shift = Shift
posting-hours = Working hours
posting-hours-from = From
posting-hours-to = To
posting-hours-per-week = Hours a week
posting-hours-per-week-hint = Without overtime, at most 48
posting-overtime-month = Overtime hours a month
posting-overtime-year = Overtime hours a year
posting-days-off = Days off
posting-contract = Labour contract
posting-work-time = Full or part time
posting-probation-days = Days of probation
posting-probation-days-hint = Unskilled work at most 6 working days; intermediate level 30 days; college and above 60 days
posting-probation-pay = Pay during probation (% of the full wage)
posting-probation-pay-hint = At least 85

posting-benefits-legend = Benefits
posting-benefits-hint = Tick what workers really get
posting-benefits-other = Other benefits
posting-meals = Meals
posting-bus = Company bus routes
posting-bus-hint = One route a line, with the time at each stop. For example: Tuyến 1: Ngã tư Vô Hối 06:10, Chợ Gú 06:25
posting-dormitory = Housing
posting-dormitory-there = There is a dormitory or housing for workers
posting-dormitory-free = Free of charge
posting-dormitory-monthly = Rent a person a month
posting-dormitory-room = Persons a room
posting-conditions = Working conditions
posting-setting = Where the work is done
posting-lifting = Weight to lift
posting-standing = Standing or walking
posting-hearing = Hearing and speaking
posting-sight = Eyesight
posting-handwork = Work by hand
posting-two-hands = Use of both hands
posting-priority = Groups given priority
posting-priority-hint = People you would gladly take on first

posting-education = Schooling
posting-qualification = Qualification
posting-major = Field of training
posting-other-training = Other training and certificates
posting-other-training-hint = One a line. For example: An toàn lao động nhóm 3
posting-skill-level = Trade skill level or grade
posting-experience = Experience
posting-requirements = Requirements
posting-requirements-hint = Only what the work really needs. No sex, upper age, appearance or origin.
posting-least-age = Lowest age
posting-least-age-hint = Only where the law asks for one, such as 18 for heavy work
posting-papers = Papers to bring
posting-papers-hint = One a line. Originals are not kept.
posting-language-n = Language { $n }
posting-language-level = Level in language { $n }
posting-computer = Computer skills
posting-computer-level = Level of computer skills
posting-soft-skills = Soft skills
posting-deadline = Closing date
posting-deadline-hint = Within 90 days from today
posting-recruit = How you recruit
posting-person = Contact person
posting-contact-name = Full name
posting-contact-title = Contact’s position
posting-contact-phone = Telephone
posting-contact-email = E-mail
posting-notify = When somebody applies
posting-notify-sms = Tell me by text message
posting-notify-email = Tell me by e-mail
posting-contact-other = Another way to get in touch
posting-services = What you wish from the centre

# What is wrong at a field; { $field } is its name.
fault-missing = Fill in “{ $field }”
fault-too-long = “{ $field }” is too long, please shorten it
fault-too-many = “{ $field }” has too many rows
fault-out-of-bounds = “{ $field }” is out of bounds
fault-turned-round = “{ $field }”: the second number has to be the greater one
fault-not-understood = “{ $field }” could not be read, please follow the example
fault-unknown = “{ $field }” is not in the list, please choose again
fault-ambiguous = “{ $field }”: several places have this name, please be more exact
fault-in-the-past = “{ $field }” is in the past, please choose today or later
fault-too-far = “{ $field }” is too far away, please choose within 90 days
fault-not-a-phone = “{ $field }” is not right, for example 0912 345 678
fault-not-an-email = “{ $field }” is not right, for example tuyendung@congty.vn
fault-not-a-tax-code = “{ $field }” is not right: a tax code has 10 or 13 digits
fault-not-a-name = “{ $field }” is not a full name
fault-below-minimum-wage = “{ $field }” is below the regional minimum wage at the place of work
fault-duplicate = “{ $field }” repeats another vacancy
fault-not-verified = The company is not verified
fault-not-now = Not possible in the vacancy’s present state
fault-against-the-law = “{ $field }” is against the law, please change it

# --- Preview ---
preview-title = Preview
preview-says = Job seekers will see the vacancy as below.
preview-submit = Submit for review
preview-edit = Edit
preview-ready = The vacancy is complete.
preview-ready-says = The centre answers within 8 working hours of submission.
preview-errors = Not ready to be sent. To be put right:
preview-findings = The system points out
preview-findings-says = These points may lead to a request for changes. You can still submit if the text is right.

# --- One vacancy ---
own-number = Vacancy no. { $n }
own-see-public = See the public page
own-see-preview = See the vacancy
own-edit = Edit
own-continue = Continue writing
own-copy = Copy as a new vacancy
own-reasons = The centre’s answer
own-reasons-on = On { $date }
own-counts = Applications
own-counts-none = There are no applications yet.
own-applicants = See applicants
own-next = Next step
own-end = End this vacancy
own-live-until = Applications until
own-facts = Main facts
own-place = Place of work
own-pay = Pay

state-draft-says = Not submitted. Only your company sees it.
state-submitted-says = The centre is reviewing it and answers within 8 working hours.
state-returned-says = Make the changes the centre asks for, then submit again.
state-published-says = Job seekers see the vacancy and can apply.
state-paused-says = The vacancy is hidden. Applications received are kept.
state-expired-says = The closing date has passed. Change it to renew the vacancy.
state-closed-says = The vacancy is closed and takes no more applications.
state-rejected-says = The centre does not publish this vacancy. You can appeal; another officer will look at it.
state-appealed-says = Another officer is looking at the vacancy again.

do-submit = Submit for review
do-submit-says = The centre answers within 8 working hours.
do-pause = Pause
do-pause-says = Hides the vacancy from search. It can be resumed any time before the closing date.
do-resume = Resume
do-resume-says = The vacancy is shown again at once.
do-renew = Renew
do-renew-says = First choose a new closing date by editing, then submit again.
do-fill = All places filled
do-fill-says = Closes the vacancy. Those still waiting are told that the position is filled.
do-withdraw = Close the vacancy
do-withdraw-says = No longer recruiting. Those still waiting are told. It can’t be reopened, but it can be copied as a new vacancy.
do-appeal = Appeal
do-appeal-says = Another officer of the centre looks at the decision.

# --- A change of a published vacancy ---
revision-waits = A change awaits review
revision-waits-says = Sent on { $date }. Job seekers see the old text until the centre approves the change.
revision-refused = The change was not approved
revision-refused-says = The centre answered on { $date }. The published text is unchanged.
revision-changes = See what would change
revision-withdraw = Withdraw the change

# --- Applicants ---
applicants-title = Applicants
applicants-of = Applicants for “{ $title }”
applicants-tabs = Stage
applicants-all = All
applicants-empty = Nobody is at this stage.
applicants-empty-says = When somebody applies, you are told in the way chosen in the vacancy.
applicants-table = List of applicants
column-name = Name
column-sent = Sent
column-call = Wants to be called
applicant-new = New
applicant-withdrawn = Withdrawn
applicant-waiting = { $n ->
    [one] waiting { $n } day
   *[other] waiting { $n } days
}
applicant-back = List of applicants
applicant-for = Applied for
applicant-phone = Telephone
applicant-phone-hidden = The number is shown while the application is open.
applicant-call = Call { $phone }
applicant-birth-year = Year of birth
applicant-call-time = Wants to be called
applicant-sent = Sent
applicant-message = Message
applicant-no-message = No message.
applicant-answer = Answer the applicant
applicant-answer-legend = Choose one step
applicant-answer-send = Save the answer
applicant-answered = This application has ended; no answer is needed.
applicant-reason = Reason for declining
applicant-reason-hint = Needed only with “Not selected”. The applicant reads exactly this reason.
applicant-private = Use these details only to recruit for this vacancy. Every look is logged.
answer-shortlist = Put on the shortlist
answer-shortlist-says = The applicant is not told yet.
answer-invite = Invite to interview
answer-invite-says = The applicant gets a text message with the invitation. Please call to agree on day and time.
answer-offer = Interview passed
answer-offer-says = The applicant gets a text message.
answer-hire = Confirm hired
answer-hire-says = The applicant gets a text message and has 7 days to object.
answer-decline = Not selected
answer-decline-says = The applicant gets a text message with the reason.

own-cases-title = Moderation results
own-cases-says = What the centre decided each time you sent something, why, and whether it was in time.
own-cases-none = Nothing has been sent yet.
own-case-sent = Sent { $at }.
own-case-due = Answer promised by { $at }.
own-case-in-time = In time
own-case-late = Late
own-case-waits = Waiting
