# Error pages.
error-403-title = You may not see this page
error-403-body = This page is for someone else, or you need to sign in with another account.
error-404-title = Page not found
error-404-body = The address may be mistyped, or the page has moved.
error-410-title = This posting is gone
error-410-body = The job posting was removed. Please have a look at other open jobs.
error-422-title = We could not read that
error-422-body = What was sent could not be understood. Go back and try again.
error-429-title = Too many requests
error-429-body = To protect everyone, we have paused taking requests from you.
error-429-when = You can try again in { $when }.
error-500-title = Something went wrong
error-500-body = This is our mistake, not yours. What was saved before is still there.
error-503-title = Down for maintenance
error-503-body = Please try again in a few minutes. Everything saved is still there.
error-reference = Reference: { $id }
error-search = Find a job
error-help = For help, call { $phone }.
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
