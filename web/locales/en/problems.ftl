# What an API problem means: /api/v1/problems/{code}.
problem-of-api = A problem of the API
problem-code = Code
problem-status = HTTP status
problem-document = Description of the API

problem-not-found-title = Not found
problem-not-found-body = There is nothing at this address, or it is not public any more.

problem-unreadable-title = Unreadable request
problem-unreadable-body = A parameter or the body is not what it should be. The field detail says which one.

problem-bad-cursor-title = Bad cursor
problem-bad-cursor-body = The cursor belongs to another order. Begin again with the first page.

problem-sign-in-first-title = Sign in first
problem-sign-in-first-body = Somebody has to sign in before this can be done.

problem-denied-title = Not allowed
problem-denied-body = This account may not do this, or the form was sent from another site.

problem-wrong-method-title = Wrong method
problem-wrong-method-body = This address does not take that HTTP method. The header Allow lists those it takes.

problem-conflict-title = Changed meanwhile
problem-conflict-body = Somebody else changed the record meanwhile. Read it again, then try again.

problem-not-now-title = Not possible now
problem-not-now-body = The present state does not allow it; perhaps it has been done already.

problem-closed-title = Closed
problem-closed-body = The vacancy takes no applications any more.

problem-too-large-title = Too large
problem-too-large-body = What was sent is larger than the limit.

problem-invalid-title = Fields are wrong
problem-invalid-body = The list errors names each field and what is wrong with it.

problem-wrong-code-title = Wrong code
problem-wrong-code-body = The one-time code does not match; some tries are left.

problem-dead-code-title = Code no longer valid
problem-dead-code-body = The one-time code was used, ran out or was tried too often. Ask for a new one.

problem-too-many-title = Too many requests
problem-too-many-body = Wait for as many seconds as the header Retry-After says.

problem-internal-title = Internal error
problem-internal-body = The mistake is ours and was written down. Try again later.

problem-too-slow-title = Too slow
problem-too-slow-body = The request was not done within its time. Try again later.

problem-other-request-title = The idempotency key was used for something else
problem-other-request-body = This Idempotency-Key came with another body before. Use a new key for each new request.

problem-changed-meanwhile-title = Changed since it was read
problem-changed-meanwhile-body = The record was changed after you read it. Read it again and send with the new ETag.

problem-precondition-required-title = If-Match is missing
problem-precondition-required-body = Send If-Match with the ETag of your last reading, so that nobody else’s change is written over.
