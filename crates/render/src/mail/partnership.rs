//! Letters about businesses and colleges that work together.

use super::Body;
use crate::locale::Texts;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnershipStory {
    /// Somebody proposes to work together.
    Proposed,
    /// The other side is ready to talk.
    Accepted,
    /// Somebody declined.
    Declined,
    /// The draft of the agreement was changed.
    Written,
    /// The other side has signed.
    HalfSigned,
    /// Both have signed.
    Sealed,
    /// The agreement was ended before its time.
    Terminated,
    /// The agreement has run its time.
    Completed,
    /// The draft was dropped.
    Discarded,
    /// The other side has written something.
    Said,
    /// The other side has added a file.
    FileAdded,
    /// Nothing has moved for nine days.
    Reminded,
    /// Nothing has moved for three weeks.
    Called,
    /// To the centre: nothing has moved for six weeks.
    Escalated,
    /// To the centre: both have signed.
    CentreSealed,
    /// To the centre: an agreement was ended before its time.
    CentreTerminated,
    /// To a college: its programme was approved.
    ProgrammeApproved,
    /// To a college: its programme has to be changed.
    ProgrammeReturned,
    /// To a business: do its needs still stand?
    DemandsAsked,
    /// To somebody an event is meant for.
    EventInvited,
    /// To somebody who comes: the centre knows.
    EventConfirmed,
    /// To somebody who comes: the event has changed.
    EventChanged,
    /// To somebody who wanted to come: it doesn't take place.
    EventCancelled,
    /// To somebody who comes: whom to meet when.
    EventPlanned,
    /// The other side has reported people who started work.
    PeopleReported,
    /// The other side objects to somebody reported.
    PersonDenied,
    /// To a business: the person whom it hired through a vacancy objects.
    HireDenied,
    /// A year has passed since both have signed.
    ReviewDue,
    /// The other side has opened, changed or countersigned a review.
    ReviewMoved,
    /// A meeting was proposed.
    MeetingProposed,
    /// A meeting takes place.
    MeetingAgreed,
    /// A meeting was declined.
    MeetingDeclined,
    /// A meeting was called off.
    MeetingCancelled,
}

impl PartnershipStory {
    /// The stem of its words.
    fn stem(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Written => "written",
            Self::HalfSigned => "half-signed",
            Self::Sealed => "sealed",
            Self::Terminated => "terminated",
            Self::Completed => "completed",
            Self::Discarded => "discarded",
            Self::Said => "said",
            Self::FileAdded => "file-added",
            Self::Reminded => "reminded",
            Self::Called => "called",
            Self::Escalated => "escalated",
            Self::CentreSealed => "centre-sealed",
            Self::CentreTerminated => "centre-terminated",
            Self::ProgrammeApproved => "programme-approved",
            Self::ProgrammeReturned => "programme-returned",
            Self::DemandsAsked => "demands-asked",
            Self::EventInvited => "event-invited",
            Self::EventConfirmed => "event-confirmed",
            Self::EventChanged => "event-changed",
            Self::EventCancelled => "event-cancelled",
            Self::EventPlanned => "event-planned",
            Self::PeopleReported => "people-reported",
            Self::PersonDenied => "person-denied",
            Self::HireDenied => "hire-denied",
            Self::ReviewDue => "review-due",
            Self::ReviewMoved => "review-moved",
            Self::MeetingProposed => "meeting-proposed",
            Self::MeetingAgreed => "meeting-agreed",
            Self::MeetingDeclined => "meeting-declined",
            Self::MeetingCancelled => "meeting-cancelled",
        }
    }
}

/// A letter of this kind.
#[derive(Clone, Copy, Debug)]
pub struct PartnershipNotice<'a> {
    /// What happened.
    pub story: PartnershipStory,
    /// Whom or what it is about: the other side, both sides, the programme.
    pub name: &'a str,
    /// Why, and what else there is to say.
    pub lines: &'a [String],
    /// Where to go.
    pub url: &'a str,
}

pub(super) fn letter<'a>(t: &'static Texts, notice: &PartnershipNotice<'a>) -> Body<'a> {
    let stem = notice.story.stem();
    let values = [("name", notice.name.into())];
    let mut lines = vec![t.with(&format!("mail-pt-{stem}-line"), &values)];
    lines.extend(notice.lines.iter().cloned());
    Body {
        subject: t.with(&format!("mail-pt-{stem}-subject"), &values),
        greeting: t.get("mail-pt-greeting").to_owned(),
        lines,
        button: Some((t.get("mail-pt-button"), notice.url.to_owned())),
        ..Body::default()
    }
}
