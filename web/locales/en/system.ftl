# What happens again and again, on the administrators' page.
schedules-title = Regular tasks
schedules-none = No regular task has run yet.
schedules-last = Last run
schedules-never = Not yet
schedules-count = Records dealt with
schedules-next = Next run
schedules-late = Overdue
schedule-tick = Close vacancies, applications and codes whose time is over
schedule-sessions = Delete sessions that have run out
schedule-jobs = Delete jobs that were done a week ago
schedule-messages = Remove recipients and texts of old messages
schedule-applications = Remove the personal data of applications whose time is over

# After trying a job again.
flash-nothing-to-send = This message has no text left to send, or was sent after all.
# In place of a message's text.
message-without-words = (The text was removed)
