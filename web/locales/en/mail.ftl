# Letters and text messages.

mail-to-employer = Dear employer,
mail-to-officer = Hello,
mail-to-seeker = Hello { $name },
mail-sign = Kind regards,
mail-why = This message was sent automatically by { $site }. For help, call { $phone }.
mail-link = If the button does not work, copy this address into your browser:
mail-centre-says = A word from the centre:

# --- One-time code ---
mail-code-subject = Your confirmation code
mail-code-line = Your confirmation code is:
mail-code-life = It works once, within { $minutes } minutes.
mail-code-never = Never give this code to anyone, not even to someone who claims to work for the centre. If you did not ask for a code, ignore this message.
sms-short = { $subject }. See: { $url }
sms-code = { $code } is your code for { $site }, valid for { $minutes } minutes. Never give it to anyone.

# --- To moderators ---
mail-case-subject = Vacancy awaiting review: { $title }
mail-case-line = { $employer } has submitted the vacancy “{ $title }” for review.
mail-case-promise = Our promise to employers: a decision within 8 working hours of submission.
mail-case-button = Open the review queue

# --- What became of a vacancy ---
mail-vacancy-button = Open the vacancy
mail-vacancy-publish-subject = Vacancy published: { $title }
mail-vacancy-publish-line = The vacancy “{ $title }” has been approved and is now shown on { $site }.
mail-vacancy-publish-next = Please answer each applicant soon. An application that stays unanswered for 30 days ends by itself and counts towards your answer rate.
mail-vacancy-return-subject = Changes requested: { $title }
mail-vacancy-return-line = The vacancy “{ $title }” needs these changes before it can be published:
mail-vacancy-return-next = When you have made them, press “Submit for review” again. What you entered has been kept.
mail-vacancy-reject-subject = Vacancy not approved: { $title }
mail-vacancy-reject-line = The centre cannot publish the vacancy “{ $title }” because:
mail-vacancy-reject-next = If you disagree, press “Appeal” on the vacancy’s page. Another officer will look at it.
mail-vacancy-take-down-subject = Vacancy taken down: { $title }
mail-vacancy-take-down-line = The centre has taken the vacancy “{ $title }” off { $site } because:
mail-vacancy-take-down-next = Applicants are told that the vacancy is closed. If you disagree, please call the centre.
mail-vacancy-expire-subject = Vacancy expired: { $title }
mail-vacancy-expire-line = The vacancy “{ $title }” has passed its closing date and is no longer shown.
mail-vacancy-expire-next = If you still need people, open the vacancy, choose a new closing date and press “Renew”. Applications received are kept; please answer those still waiting.
mail-vacancy-other-subject = Vacancy changed: { $title }
mail-vacancy-other-line = The vacancy “{ $title }” has changed: { $command }.

# --- What became of a change of a published vacancy ---
mail-revision-approve-subject = Change approved: { $title }
mail-revision-approve-line = The change to the vacancy “{ $title }” has been approved and is public now.
mail-revision-approve-next = People who applied under the old text are not told automatically; where the pay, the shift or the place has changed, please tell them when you answer.
mail-revision-return-subject = The change needs more work: { $title }
mail-revision-return-line = The change to the vacancy “{ $title }” needs these corrections:
mail-revision-return-next = The published text is unchanged. Press “Edit” to go on; what you typed is kept.
mail-revision-reject-subject = Change not approved: { $title }
mail-revision-reject-line = The centre does not approve the change to the vacancy “{ $title }” because:
mail-revision-reject-next = The published text is unchanged and still takes applications.

# --- Applications, to the employer ---
mail-arrived-subject = New applicant: { $applicant } – { $title }
mail-arrived-line = { $applicant } has applied for “{ $title }”.
mail-arrived-next = The applicant is waiting for your answer. Please read the application, then invite the applicant to an interview, or give the reason if it does not fit.
mail-arrived-button = Read the application
sms-arrived = { $who } has applied for “{ $title }”. Read and answer: { $url }
mail-withdrawn-subject = Application withdrawn: { $applicant } – { $title }
mail-withdrawn-line = { $applicant } has withdrawn the application for “{ $title }”. You need not answer it any more.
mail-withdrawn-button = See the application
sms-withdrawn = { $who } has withdrawn from “{ $title }”. See: { $url }

# --- Applications, to the seeker ---
mail-application-button = See my application
mail-application-call = Questions? Call { $phone }.
sms-to-seeker = Hello { $name }, { $text }
sms-tail = { $url } Call { $phone }

mail-application-submitted-subject = Application sent: { $title }
mail-application-submitted-line = Your application for “{ $title }” has been sent to { $who }.
mail-application-submitted-next = The employer will call the number you gave. Finding work through the centre is free: if anyone asks for money, a deposit or your original papers, tell the centre at once.
sms-application-submitted = your application “{ $title }” was sent to { $who }.

mail-application-viewed-subject = Application seen: { $title }
mail-application-viewed-line = { $who } has seen your application for “{ $title }”.
mail-application-viewed-next = We will text you the result.
sms-application-viewed = { $who } has seen your application “{ $title }”.

mail-application-shortlisted-subject = Application shortlisted: { $title }
mail-application-shortlisted-line = { $who } has put your application for “{ $title }” on the shortlist.
mail-application-shortlisted-next = We will text you the result.
sms-application-shortlisted = { $who } is considering your application “{ $title }”.

mail-application-interviewing-subject = Invitation to interview: { $title }
mail-application-interviewing-line = { $who } invites you to an interview for “{ $title }”.
mail-application-interviewing-next = The employer will call to agree on day and time. You may also call first.
sms-application-interviewing = { $who } invites you to an interview: “{ $title }”.

mail-application-offered-subject = Interview passed: { $title }
mail-application-offered-line = You have passed the interview for “{ $title }” at { $who }.
mail-application-offered-next = Please ask the employer when to start and which papers to bring. Hand in copies only, never originals, and pay nothing.
sms-application-offered = you passed the interview “{ $title }” at { $who }.

mail-application-hired-subject = Hired: { $title }
mail-application-hired-line = { $who } confirms that you have taken the job “{ $title }”.
mail-application-hired-next = Please confirm it on the page of your application. If it is not so, say so there or call the centre within 7 days.
sms-application-hired = { $who } confirms you took the job “{ $title }”.

mail-application-declined-subject = Result of your application: { $title }
mail-application-declined-line = { $who } did not choose you for “{ $title }” this time.
mail-application-declined-next = Many other jobs are open. You can call the centre for advice, free of charge.
sms-application-declined = { $who } did not choose you this time: “{ $title }”.
sms-application-declined-reason = { $who } did not choose you: “{ $title }” ({ $reason }).

mail-application-withdrawn-subject = Application withdrawn: { $title }
mail-application-withdrawn-line = Your application for “{ $title }” to { $who } has been withdrawn as you asked.
mail-application-withdrawn-next = The employer has been told.
sms-application-withdrawn = your application “{ $title }” to { $who } is withdrawn.

mail-application-elsewhere-subject = Application ended: { $title }
mail-application-elsewhere-line = Your application for “{ $title }” to { $who } has ended because you started work elsewhere.
mail-application-elsewhere-next = If that is not so, please call the centre.
sms-application-elsewhere = “{ $title }” at { $who } has ended: you found work.

mail-application-lapsed-subject = Application not answered: { $title }
mail-application-lapsed-line = { $who } did not answer your application for “{ $title }” within 30 days, so it has ended by itself.
mail-application-lapsed-next = This counts towards the employer’s answer rate. You can apply for another job or call the centre for advice, free of charge.
sms-application-lapsed = { $who } did not answer “{ $title }” within 30 days.

mail-application-reason = Reason: { $reason }.

# --- Organisations ---
mail-organisation-button = Open your organisation’s page
mail-organisation-verify-subject = { $name } is verified
mail-organisation-verify-line = The centre has verified { $name }. Your page is public and carries the mark “Verified”.
mail-organisation-verify-next = You can post vacancies now.
mail-organisation-refuse-subject = { $name } could not be verified
mail-organisation-refuse-line = The centre could not verify { $name } because:
mail-organisation-refuse-next = Please open your organisation’s page, correct or complete the details, then press “Save and send for verification again”.
mail-organisation-suspend-subject = { $name } is suspended
mail-organisation-suspend-line = The page and the vacancies of { $name } are hidden for now because:
mail-organisation-suspend-next = Please call the centre to settle this.
mail-organisation-lift-subject = { $name } is active again
mail-organisation-lift-line = The page and the vacancies of { $name } are shown again.
mail-organisation-lift-next = Vacancies within their closing date take applications again.
mail-organisation-resubmit-subject = Details of { $name } received
mail-organisation-resubmit-line = The centre has received the details of { $name } again and will answer within 8 working hours.
mail-organisation-resubmit-next = There is nothing to do until then.

# --- Reasons of a decision: what is wrong, and what to do. Also composed on screen. ---
reason-unclear-job = The work is not described clearly. Please say what the worker does, in which department, by machine or by hand.
reason-wage-unclear = The pay is unclear or hard to believe for this work. Please give the basic wage and the usual income, and say what it includes.
reason-below-minimum-wage = The basic wage is below the regional minimum at the place of work. Please offer at least the amount the Government has set.
reason-discrimination = The posting asks for sex, age, appearance, marital status, pregnancy, origin or ethnicity, which the law does not allow. Please remove this or name what the work itself needs.
reason-fee-or-deposit = The posting takes money, a deposit or original papers from workers, which the law forbids. Please remove this and charge nobody.
reason-contact-in-text = The description contains a telephone number, a Zalo account or a link. Please take it out and put it under Contact person.
reason-wrong-place = The place of work is wrong or incomplete. Please choose the park, commune or ward where people come to work every day.
reason-duplicate = The posting repeats one that is already there. Please use that one, or say how this job differs.
reason-hours-or-overtime = Working hours or overtime go beyond the law. Please keep to 48 hours a week and to the monthly and yearly overtime limits of your trade.
reason-probation = The length or pay of the probation is not lawful. It may last 6 working days for unskilled work, 30 days for intermediate and skilled work, 60 days for college and above; at least 85% of the wage is paid.
reason-abroad-without-licence = A posting that sends workers abroad has to name a licence. Please add the licence number of the sending company.
reason-misleading = Something in the posting is not correct or may mislead people looking for work. Please put it right; the centre will help if needed.
reason-language = The posting has to be in Vietnamese with its marks and not all in capitals. Please rewrite it so that it reads easily.

mail-to-organisation = Dear Sir or Madam,
mail-organisation-verify-college = The college can publish its programmes and look for businesses to work with.
mail-organisation-suspend-college = The page of { $name } is not shown for the time being because:
mail-organisation-lift-college = The page of { $name } is shown again.
mail-organisation-lift-college-next = The college can use the exchange as before.
sms-tail-claim = { $url } Wrong? Call { $phone }

# --- Applicants who wait, to the employer ---
mail-waiting-subject = { $n ->
    [one] { $n } applicant has waited
   *[other] { $n } applicants have waited
} over 14 days: { $title }
mail-waiting-line = { $n ->
    [one] { $n } person who applied for “{ $title }” has
   *[other] { $n } people who applied for “{ $title }” have
} waited more than 14 days for an answer.
mail-waiting-next = Please invite them to an interview, or say why they are not selected. After 30 days without an answer an application ends by itself and counts towards your answer rate.
mail-waiting-button = See and answer
