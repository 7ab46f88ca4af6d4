# Letters about conferences.

mail-pt-event-invited-subject = Invitation: { $name }
mail-pt-event-invited-line = The centre invites you to { $name }. Please register, choose the needs or programmes that you bring and whom you wish to meet.
mail-pt-event-confirmed-subject = Registration confirmed: { $name }
mail-pt-event-confirmed-line = Your registration for { $name } is confirmed. Please print or keep the badge with its QR code for checking in.
mail-pt-event-changed-subject = Changed: { $name }
mail-pt-event-changed-line = The time, the place or the programme of { $name } has changed.
mail-pt-event-cancelled-subject = Cancelled: { $name }
mail-pt-event-cancelled-line = { $name } does not take place. The centre apologises.
mail-pt-event-planned-subject = Your meetings at { $name }
mail-pt-event-planned-line = Your timetable for { $name } is there: whom you meet, in which round, at which table.
