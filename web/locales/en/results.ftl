# What came of vacancies.

results-title = Recruitment results
results-lead = After 20 working days the centre has to record what came of each vacancy (decree 352/2025/NĐ-CP, article 10). Enter 0 if nobody was found yet.
results-none = There are no results to report.
results-hired = People hired in all
results-here = Of them through this exchange
results-known = { $n ->
    [one] { $n } person is on record here
   *[other] { $n } people are on record here
 }
results-published = Published on { $on }
results-send = Send the results
results-error-number = Enter a number of people, 0 to 10,000
results-error-more = No more can have come through the exchange than in all
results-todo = { $n ->
    [one] { $n } vacancy waits for its result
   *[other] { $n } vacancies wait for their results
 }
flash-results = { $n ->
    [one] Thank you. The result of { $n } vacancy is on record.
   *[other] Thank you. The results of { $n } vacancies are on record.
 }
flash-filled = The vacancy is closed. Please say how many people you hired.
mail-results-subject = { $n ->
    [one] The result of { $n } vacancy
   *[other] The results of { $n } vacancies
 }
mail-results-line = { $n ->
    [one] It is 20 working days since { $n } vacancy of yours was published. Please tell us how many people you hired.
   *[other] It is 20 working days since { $n } vacancies of yours were published. Please tell us how many people you hired.
 }
mail-results-next = Two numbers for each are enough. The centre reports them as decree 352/2025/NĐ-CP, article 10, asks.
mail-results-button = Report results
desk-results = Recruitment results, 12 months
desk-results-asked = Vacancies asked about
desk-results-answered = Answered
desk-results-hired = People hired
desk-results-here = Of them through the exchange
