# Conferences and the figures of bringing businesses and colleges together.

event-list-title = Conferences
event-list-lead = Where businesses and vocational colleges meet, by what the ones need and the others teach.
event-list-centre = Open conferences, invite, make the timetable, and follow what comes of it to the signatures.
event-list-none = There is no conference yet.
event-new = New conference
event-edit = Change the conference
event-title = Title
event-when = When
event-begins = Begins
event-ends = Ends
event-place = Where
event-hall = Hall, address
event-hall-hint = For example: hall on the second floor, employment service centre
event-mode = How
event-link = Link to the online room
event-link-hint = Begins with https://. Only those who have registered see it.
event-meetings = Meetings at tables
event-meetings-says = Each meeting takes 15 minutes. The timetable is made from the wishes of both sides.
event-meetings-from = Meetings from
event-rounds = Rounds
event-rounds-n = { $n } rounds of 15 minutes, from { $from }
event-tables = Tables
event-walk-ins = Rounds that each college keeps free
event-walk-ins-hint = For those who come without an appointment.
event-seats = Organisations at most
event-seats-hint = Leave empty where there is no limit.
event-agenda = Programme
event-agenda-hint = A line each, for example: 08:00 Welcome
event-parks = Invite businesses of these parks
event-parks-hint = None chosen: all are invited.
event-occupations = Invite by occupation
event-occupations-hint = VSCO codes with commas between them, for example: 741, 723. Empty: all occupations.
event-save = Save the conference
event-error-title = Enter a title
event-error-time = Choose a day and a time
event-error-past = It has to begin later than now
event-error-ends = It has to end after it begins, within 7 days
event-error-meetings = The rounds have to lie within the conference
event-error-walk-ins = More rounds are kept free than there are
event-error-place = Enter where it is
event-error-link = Enter a link that begins with https://
event-error-number = Enter a number, at most { $n }
event-error-tables = Enter how many tables there are
event-error-occupation = Not an occupation's code: { $code }
event-error-reason = Enter a reason
event-error-organisation = No verified organisation has this name
event-error-which = There are several: choose one
event-lacks = It can't be opened yet; it lacks:
event-guests = { $n ->
    [one] One organisation
   *[other] { $n } organisations
} will get an invitation when it is opened.
event-public = Public page
event-register = Register for the conference
event-register-says = Choose what you bring: the board of supply and demand and the suggestions are made from it.
event-register-do = Register
event-register-save = Save
event-register-change = Change the registration
event-sign-in = Businesses and colleges sign in to register.
event-people = Who comes
event-people-hint = A line each, at most 5. For example: Nguyễn Văn An, head of HR
event-bring-demands = Needs that you bring
event-bring-hint = The numbers are added to the board without your name. Colleges that come see what the needs are called.
event-bring-programmes = Programmes that you bring
event-no-demands = You have stated no need yet. You can register, but colleges would know what you look for.
event-no-programmes = None of your programmes is approved yet. You can register, but businesses would know what you teach.
event-note = A note for the centre
event-mine = Badge and timetable
event-back = The conference
event-code = QR code for checking in
event-badge-says = Show this code at the welcome desk.
event-online = Enter the online room
event-withdraw = Withdraw
event-wishes = Whom to meet
event-wishes-says = Tick whom you wish to meet. Where both sides wish it, it comes first.
event-wishes-none = Nobody of the other side has registered yet. The centre invites more; come back later.
event-wishes-you = Wishes to meet you
event-wish-whom = Who comes
event-wish-save = Save
event-board = Supply and demand
event-board-says = Summed up from those who have registered. Who can do several kinds of work is counted for each.
event-board-none = There are numbers once somebody registers.
event-needed = Needed
event-available = Available
event-businesses = Businesses
event-colleges = Colleges
event-nobody-yet = Nobody has registered yet.
event-registered = Registered
event-who = Organisation
event-side = Side
event-confirm-all = Confirm all
event-register-for = Register an organisation
event-register-for-says = For those who telephone, or come without having registered. All their open needs and programmes come along.
event-organisation = Name or tax code
event-organisation-hint = A few letters of the name
event-which = Which one?
event-cancel = Cancel the conference
event-cancel-says = Those who have registered are told, with this reason.
event-cancel-why = Reason
event-checkin = Check-in
event-checkin-says = Read the QR code of a badge with a telephone's camera, or press Check in.
event-checkin-not-yet = Start the conference on its page first.
event-came = have come
event-timetable = Timetable
event-timetable-none = There is no timetable yet.
event-timetable-make = Make the timetable
event-timetable-add = Add what is new
event-timetable-send = Send it to everybody
event-timetable-says = Making it again replaces the old one. Nobody is in two places, and what both wish comes first.
event-timetable-runs = What is there stays; new wishes come into rounds that have not begun.
event-wishes-n = { $n ->
    [one] One wish
   *[other] { $n } wishes
}
event-mutual-n = Wished by both: { $met } of { $all } met
event-single-n = Wished by one: { $met } of { $all } met
event-meetings-n = { $n ->
    [one] One meeting
   *[other] { $n } meetings
}
event-table-n = Table { $n }
event-table = Table
event-round = Round
event-unmet = Not met
event-why-college = the college has no free round
event-why-business = the business has no free round
event-why-tables = no table is free
event-why-round = there is no round in which both are free
event-print = Print badges and tables
event-badges = Badges
event-results = Results
event-result = Result
event-no-result = Not written down
event-business = Business
event-college = College
event-partnership = The partnership
event-funnel = From registrations to signatures
funnel-registered = businesses registered
funnel-came = businesses came
funnel-met = businesses met a college
funnel-proposed = partnerships proposed
funnel-negotiated = agreements drafted
funnel-signed = agreements signed
flash-event-saved = The conference is saved.
flash-event-moved = Done.
flash-event-registered = You are registered. Now choose whom you wish to meet.
flash-event-registered-for = Registered. Choose whom they wish to meet.
flash-event-withdrawn = Withdrawn.
flash-event-closed = The conference takes this no longer.
flash-event-wished = { $n ->
    [one] One wish is saved.
   *[other] { $n } wishes are saved.
}
flash-event-confirmed = { $n ->
    [one] One is confirmed.
   *[other] { $n } are confirmed.
}
flash-event-sent = { $n ->
    [one] One is told.
   *[other] { $n } are told.
}
flash-event-result = Written down.
flash-event-partnership = Written down; the two have a page for their partnership now.
figures-title = Businesses and colleges in figures
figures-says = Each figure is counted from records; press it to see them.
figures-year = Year
figures-xlsx = As a spreadsheet
figures-conferences = conferences
figures-colleges = colleges came
figures-people = people in agreements
figures-trained = people trained for agreements
figures-hired = people hired under agreements
figures-days = From a need to the signatures: half of the agreements took { $n } days or less.
figures-events = Conferences
figures-none = None yet.
figures-signed-list = Agreements signed
figures-day = Signed
figures-by-college = By college
figures-by-park = By park
figures-by-occupation = By occupation
figures-sum = Sum
figures-what = What
figures-count = How many
