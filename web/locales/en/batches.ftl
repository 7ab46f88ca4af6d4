# Posting many at once.

batch-link = Post many from a file
batch-title = Post many from a file
batch-home = Vacancies
batch-lead = Each row of a table is one vacancy. Rows that are right are sent for review at once; those that are wrong are mended here.
batch-step-1 = Download the template, or use a table of your own with the same column names.
batch-template = Template (CSV)
batch-step-2 = One vacancy a row. Most needed: job title, openings, description, place, pay, deadline, contact.
batch-step-3 = Upload the file. The same reference isn't sent twice.
batch-file = A CSV or Excel (.xlsx) file
batch-file-hint = { $rows } rows and { $megabytes } MB at most
batch-do = Upload
batch-latest = Latest files
batch-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
batch-error-none = Choose a file
batch-error-large = The file is too large
batch-back = Files
batch-back-to-file = Back to the file
batch-total = Rows
batch-sent = Sent
batch-wrong = To be mended
batch-left-out = Left out
batch-waiting = { $n ->
    [one] Working; { $n } row is left.
   *[other] Working; { $n } rows are left.
}
batch-again = Reload
batch-done = No row is left to be mended.
batch-mend = Rows to be mended
batch-mend-says = Mend the cells that are marked, then send. Rows that are still wrong are kept; nothing is lost.
batch-download = Download the rows to be mended (CSV)
batch-column-line = Line
batch-column-fault = What is wrong
batch-line = Row { $n }
batch-whole-row = Mend the whole row
batch-leave-out = Leave this row out
batch-send = Save and send the mended rows
batch-send-row = Save and send this row
batch-next = More rows
flash-batch-taken = We have your file. Its rows are being checked and sent.
flash-batch-mended = { $n ->
    [one] { $n } row was sent.
   *[other] { $n } rows were sent.
}
flash-batch-left-out = This row was left out.
