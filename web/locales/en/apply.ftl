# Applying and the one-time code.
apply-title = Apply: { $title }
apply-heading = Apply:
apply-back = Back to the posting
apply-step-1 = Step 1 of 2
apply-step-2 = Step 2 of 2
apply-name = Full name
apply-name-hint = As on your identity card or passport
apply-phone = Telephone number
apply-phone-hint = We will send a code to this number
apply-birth-year = Year of birth
apply-call-time = When may the company call you?
apply-call-time-short = Time to call
apply-message = Message to the company
apply-message-hint = For example: two years of sewing, can start at once
apply-trap = Leave this field empty
apply-consent-heading = Your data
apply-consent = I agree that the centre sends the above to { $employer } for hiring for this job. If I am not hired, it is deleted after 6 months. I can withdraw my consent at any time.
apply-consent-keep = I would like the centre to keep my profile to suggest other jobs. Not required.
apply-privacy = How your data is protected
apply-next = Continue
apply-send = Send application

code-heading = Enter your code
code-for = Applying for:
code-sent-phone = We sent a code to { $to }.
code-sent-email = We sent a code to { $to }.
code-holds = { $n ->
    [one] It is valid for { $n } minute.
   *[other] It is valid for { $n } minutes.
}
code-label = Code
code-hint = 6 digits
code-none = No code yet?
code-resend = Send a new code
code-back-phone = Correct the telephone number
code-back-email = Correct the e-mail address

received-heading = Application sent
received-before = You had applied for this job before. This is that application; there is no need to send it again.
received-more = Find more jobs

apply-error-name-missing = Enter your full name
apply-error-name = A name has letters only, 2 to 80 characters
apply-error-phone-missing = Enter your telephone number
apply-error-phone = Enter a telephone number of 10 digits, for example 0912 345 678
apply-error-phone-mobile = Enter a mobile number so that we can send you a code
apply-error-birth-year = Enter your year of birth in 4 digits, from age 15 on, or leave it empty
apply-error-message-long = The message is longer than 1,000 characters; please shorten it
apply-error-consent = Tick the box to agree, so that the application can be sent
code-error-wrong = { $n ->
    [one] That code is not right. { $n } try left
   *[other] That code is not right. { $n } tries left
}
code-error-dead = That code is no longer valid. Press “Send a new code” for a new one

apply-files = CV, photographs of certificates
apply-files-hint = PDF, Word or pictures; 3 files at most, 5 MB each. Please send no picture of your identity card.
file-error-many = { $n ->
    [one] Send one file at most
   *[other] Send { $n } files at most
}
file-error-empty = The file “{ $name }” is empty
file-error-large = The file “{ $name }” is larger than 5 MB
file-error-kind = The file “{ $name }” is not a PDF, Word document (.docx), JPEG or PNG picture
file-error-full = No more files can be taken at the moment. You can send the application without “{ $name }”
file-error-unreadable = The file “{ $name }” can’t be read; it may be damaged
files-heading = Files sent
