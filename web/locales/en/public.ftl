# Home, search, vacancy, employer, contact.
jobs-open = { $n ->
    [one] { $n } open job
   *[other] { $n } open jobs
}
jobs-found = { $n ->
    [one] { $n } matching job
   *[other] { $n } matching jobs
}
jobs-in = { $n ->
    [one] { $n } job · { $scope }
   *[other] { $n } jobs · { $scope }
}
jobs-count = { $n ->
    [one] { $n } job
   *[other] { $n } jobs
}

find-what = Job or company
find-where = Place of work
find-button = Find jobs
find-suggestions = Suggestions
suggest-title = Job
suggest-occupation = Occupation
suggest-employer = Employer
suggest-place = Place

home-heading = Find work near home
home-description = Jobs in industrial parks and communes, reviewed by { $centre }. Free for job seekers.
home-of-employers = { $n ->
    [one] from { $n } verified employer
   *[other] from { $n } verified employers
}
home-ways = Quick searches
home-fresh = New
home-all = See all jobs
home-parks = Jobs by industrial park
home-doors = For
way-park = Near me
way-no-experience = No experience needed
way-bus = With a company bus
way-dormitory = With housing
way-day-shift = Day shift
way-wage = From 10 million VND
door-employer = Employers
door-employer-text = Posting is free. An officer of the centre reviews it within one working day.
door-employer-link = Post a job
door-college = Vocational colleges
door-college-text = Bring students who graduate soon together with employers of the province.
door-college-link = Go to your college’s page
door-centre = The centre
door-centre-text = Would you like advice, or to come by? The centre’s officers will help.
door-centre-link = Contact the centre

filter = Filter
filter-title = Filter results
filter-apply = Show results
filter-active = Filters in use
filter-remove = Remove filter:
filter-clear = Clear all
facet-park = Industrial park
facet-commune = Commune or ward
facet-province = Province
facet-occupation = Occupation group
facet-wage = Income
facet-shift = Shift
facet-contract = Contract
facet-benefit = Benefits
facet-experience = Experience
facet-work-time = Working time
facet-any = Any
facet-more = { $n } more
sort-label = Sort by
corrected = Showing results for “{ $words }”.
corrected-exact = Search for “{ $words }” exactly
none-heading = No matching jobs yet
none-try = Try other or fewer words, or see all jobs.
none-widen = With one condition less there are:
none-without = Without “{ $filter }”
none-all = See all jobs
none-call = Or call { $phone } and let an officer search for you.

back-to-results = Back to results
facts-label = Main facts
apply = Apply
apply-sent = You have applied. See your application
apply-others = See other jobs
notice-filled = The company has found everyone it needs for this job.
notice-closed = The company closed this posting and takes no more applications.
notice-taken-down = The centre took this posting down.
notice-expired = The closing date has passed.
notice-paused = The company is not taking applications at the moment. Please come back later.
notice-unpublished = This posting is not public yet.
vacancy-number = Posting { $number }
vacancy-published = Published { $day }
vacancy-free = Nobody may charge you money, keep your original papers or ask for a deposit when hiring.
poster-link = Print an A4 poster
similar-heading = Similar jobs

f-basic = Basic wage
f-basic-month = { $amount }/month, before overtime and allowances
f-place = Place of work
f-place-former = Trước 7/2025: { $place }
f-shift = Shift and hours
f-hours-week = { $n ->
    [one] { $n } hour a week
   *[other] { $n } hours a week
}
f-overtime = Overtime
f-overtime-month = { $n ->
    [one] About { $n } hour a month
   *[other] About { $n } hours a month
}
f-overtime-year = { $n ->
    [one] About { $n } hour a year
   *[other] About { $n } hours a year
}
f-bus = Company bus
f-bus-routes = { $n ->
    [one] Yes, { $n } route
   *[other] Yes, { $n } routes
}
f-meals = Meals
f-meals-day = Yes, { $meals }
f-dormitory = Housing
f-dormitory-yes = Dormitory
f-dormitory-free = Free dormitory
f-dormitory-price = Dormitory, { $amount } a month
f-dormitory-room = { $n ->
    [one] { $n } person a room
   *[other] { $n } people a room
}
f-start = Start
f-start-now = Immediately
f-days-off = Days off
f-pay-day = Pay day
f-pay-day-of-month = Day { $n } of each month
f-contract = Contract
f-probation = { $n ->
    [one] Probation { $n } day at { $percent }% of the wage
   *[other] Probation { $n } days at { $percent }% of the wage
}
f-openings = Openings
f-openings-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
f-demands = Requirements
f-no-experience = No experience needed
f-experience = Experience: { $years }
f-no-degree = No degree needed
f-least-age = From age { $n }
f-papers = Papers to bring
f-yes = Yes
f-no = No
f-unsaid = Ask the company

pay-heading = What the income is made of
pay-what = Item
pay-how-much = Amount
pay-basic = Basic wage
pay-day = Daily wage
pay-hour = Hourly wage
pay-piece = Piece rate
pay-by-output = By what you produce
pay-commission = Commission
pay-by-sales = By sales
pay-foreign = Wage in a foreign currency
pay-overtime = Overtime: weekdays / days off / holidays and Tet
pay-overtime-rates = 150% / 200% / 300%
pay-thirteenth = 13th month
pay-usual = Usual income
pay-a-month = { $amount } a month
bus-heading = Company bus: routes and stops
benefits-heading = Benefits
description-heading = The work
demands-heading = Requirements
d-occupation = Occupation
d-position = Position
d-work-time = Working time
d-schooling = Schooling
d-qualification = Qualification
d-other-training = Other training
d-skill-level = Trade skill level
d-languages = Languages
d-computer = Computer skills
d-soft-skills = Soft skills
d-extra = Also asked for
d-priority = Especially welcome
conditions-heading = Working conditions
c-setting = Setting
c-lifting = Lifting
c-standing = Standing and walking
c-hearing = Hearing and speaking
c-sight = Sight
c-handwork = Work with the hands
c-two-hands = Use of both hands

employer-heading = The company
employer-verified = Verified by the centre
employer-workforce = { $size } employees
employer-answers = { $n ->
    [one] Answers { $percent }% of applications, usually within { $n } day
   *[other] Answers { $percent }% of applications, usually within { $n } days
}
employer-address = Address
employer-product = Products and services
employer-size = Size
employer-answer = Answers to applicants
employer-none = This company has no open postings at the moment.

poster-title = Poster
poster-back = Back to the posting
print = Print
poster-hiring = Now hiring
poster-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
poster-scan = Scan the code to read more and apply
poster-code = QR code leading to { $link }
poster-free = Applying is free. Reviewed by
wage-from = From { $n } million VND

promise-title = Our promise on moderation
promise-says = Every vacancy, change and organisation is decided within 8 working hours of being sent: Monday to Friday, 7:30–11:30 and 13:30–17:00, except public holidays. Whatever is returned or refused comes with its reasons; employers may appeal and another officer looks again.
promise-kept = { $share } in time over the last 12 months
promise-decided = { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
 }
promise-table = The promise, month by month
promise-month = { $month }/{ $year }
promise-column-month = Month
promise-column-decided = Decisions
promise-column-kept = In time
promise-column-approved = Approved
promise-column-returned = Changes asked
promise-column-rejected = Refused
promise-how = Counted from the decisions themselves, at this moment.
