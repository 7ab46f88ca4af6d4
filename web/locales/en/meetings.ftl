# Meetings in a partnership, and the letters about them.

meeting-heading = Meetings
meeting-none = No meeting lies ahead.
meeting-past = Meetings that are over, declined or called off
meeting-propose = Propose a meeting
meeting-says = Both sides are told by letter. It is certain once the other side agrees; what the centre proposes needs both.
meeting-subject = Subject
meeting-begins = Day and time
meeting-minutes = Minutes
meeting-minutes-hint = From 15 to 480.
meeting-place = Place
meeting-place-hint = Online: leave it empty and give the link.
meeting-link = Link to the online meeting
meeting-link-hint = Begins with https://
meeting-propose-do = Propose it
meeting-minutes-n = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
meeting-by = Proposed by: { $who }
meeting-calendar = Add to my calendar (.ics)
meeting-error-subject = Enter a subject of at most 160 characters
meeting-error-begins = Choose a day and time ahead, within a year
meeting-error-minutes = Enter minutes, from 15 to 480
meeting-error-place = Enter a place (at most 200 characters) or a link
meeting-error-link = Enter a link that begins with https://, of at most 300 characters
flash-meeting-proposed = The meeting is proposed.
flash-meeting-moved = The meeting is up to date.
flash-meeting-limit = This partnership has its 50 meetings already.

mail-pt-meeting-proposed-subject = A meeting is proposed in the partnership with { $name }
mail-pt-meeting-proposed-line = A meeting is proposed in the partnership with { $name }. Please open the partnership's page to answer it, or to see the answer.
mail-pt-meeting-agreed-subject = The meeting with { $name } is agreed
mail-pt-meeting-agreed-line = Both sides have agreed to the meeting with { $name }. The partnership's page has a file for your calendar.
mail-pt-meeting-declined-subject = The meeting with { $name } was declined
mail-pt-meeting-declined-line = This meeting in the partnership with { $name } was declined. You can propose another time on the partnership's page.
mail-pt-meeting-cancelled-subject = The meeting with { $name } was called off
mail-pt-meeting-cancelled-line = This meeting in the partnership with { $name } was called off.
