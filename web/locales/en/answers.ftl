# What a form says back: errors at a field, and what the next page reports.

flash-withdrawn = Your application was withdrawn.
flash-draft-saved = The draft was saved.
flash-submitted = The vacancy was sent to the centre for review.
flash-revised = The vacancy has been updated.
flash-revision-sent = The change has been sent for review. The old text stays up meanwhile.
flash-revision-same = Nothing differs from what was sent already.
flash-revision-withdrawn = The change has been withdrawn. The published text is unchanged.
flash-copied = The vacancy was copied, open for 30 days. Check it and submit.
flash-done = Done.
flash-already-moved = This had been dealt with already, so nothing was done twice.
flash-not-editable = The vacancy can’t be edited in its present state.
flash-case-taken = Somebody else has just taken this case.
flash-case-released = The case is back in the queue.
flash-case-decided = The decision was recorded and the sender is told.
case-error-outcome = Choose publish, ask for changes, or reject
case-error-reason = Choose at least one reason
applicant-error-answer = Choose an answer
applicant-error-reason = Choose why the person was not selected
