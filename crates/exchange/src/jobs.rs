//! What follows from what was done: jobs, taken one by one by the worker. A payload is small and
//! says what to look at; the behaviour is here. Each is idempotent: it may run twice.

mod account;
mod event;
mod life;
mod membership;
pub mod notices;
mod partnership;
pub mod periodic;
mod placement;
pub mod worker;

pub(crate) use account::{send_password_link, tell_of_account, tell_old_contact};
pub use worker::{run_due, work};

use crate::organisations::Grounds;
use chrono::NaiveDate;
use sanviec_domain::agreement::AgreementCommand;
use sanviec_domain::application::ApplicationCommand;
use sanviec_domain::ids::{
    ApplicationId, BatchId, DeliveryId, EventId, FileId, JoinRequestId, MessageId, OrganisationId, PartnershipId, PartnershipMeetingId, PlacementId, ProgrammeId, RevisionId,
    VacancyId,
};
use sanviec_domain::membership::JoinCommand;
use sanviec_domain::moderation::Reason;
use sanviec_domain::organisation::OrganisationCommand;
use sanviec_domain::partnership::meeting::MeetingCommand;
use sanviec_domain::partnership::{PartnershipCommand, Side};
use sanviec_domain::training::ProgrammeCommand;
use sanviec_domain::vacancy::{Field, RevisionCommand, VacancyCommand};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::jobs::{JobRecord, NewJob};
use sanviec_store::partnerships::PartnershipRecord;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The names of the jobs, as kept in the queue.
pub mod names {
    /// Sends one message of the outbox.
    pub const SEND_MESSAGE: &str = "message.send";
    /// Writes the notices that tell people of something.
    pub const TELL: &str = "notice.tell";
    /// Tells a person of a change of how they sign in.
    pub const TELL_ACCOUNT: &str = "account.tell";
    /// Sends the link that sets a password, if anybody has the address.
    pub const PASSWORD_LINK: &str = "account.password_link";
    /// Closes what is over: deadlines, silent applications, claims, codes.
    pub const TICK: &str = "clock.tick";
    /// Deletes the sessions that have run out.
    pub const SWEEP_SESSIONS: &str = "session.sweep";
    /// Deletes the counts whose time is over.
    pub const SWEEP_LIMITS: &str = "limit.sweep";
    /// Erases the bytes of files that are no longer in the book.
    pub const ERASE_FILES: &str = "file.erase";
    /// Takes away files that nobody came back for.
    pub const SWEEP_FILES: &str = "file.sweep";
    /// Deletes the jobs that were done a week ago.
    pub const SWEEP_JOBS: &str = "job.sweep";
    /// Takes recipients and words out of old messages.
    pub const PRUNE_MESSAGES: &str = "message.prune";
    /// Passes requests to join that owners leave unanswered to the centre.
    pub const ESCALATE_JOINS: &str = "join.escalate";
    /// Reads the rows of a file that an employer handed in, and sends those that are right.
    pub const READ_BATCH: &str = "batch.read";
    /// Deletes the files that employers handed in a month ago.
    pub const FORGET_BATCHES: &str = "batch.forget";
    /// Asks employers what came of their vacancies.
    pub const ASK_RESULTS: &str = "vacancy.ask_results";
    /// Takes partnerships' clocks on, asks about needs, ends agreements and events.
    pub const WATCH_PARTNERSHIPS: &str = "partnership.watch";
    /// Tells an employer's own system what happened.
    pub const DELIVER: &str = "webhook.deliver";
    /// Forgets old requests of employers' own systems, what they tried out and what they were told.
    pub const FORGET_PROGRAMS: &str = "program.forget";
    /// Closes vacancies that nobody touches.
    pub const CLOSE_UNTOUCHED: &str = "vacancy.close_untouched";
    /// Reminds employers of vacancies that end.
    pub const REMIND_OF_END: &str = "vacancy.remind";
    /// Takes words, numbers and people out of old reports.
    pub const FORGET_REPORTS: &str = "report.forget";
    /// Makes figures of the applications whose time is over.
    pub const FORGET_APPLICATIONS: &str = "application.forget";
}

/// Who is to be told of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Tell {
    /// Moderators: a vacancy waits.
    Moderators {
        /// The vacancy.
        vacancy: VacancyId,
    },
    /// The employer: its vacancy was decided or expired.
    Employer {
        /// The vacancy.
        vacancy: VacancyId,
        /// What happened.
        command: VacancyCommand,
    },
    /// The employer: a change of its published vacancy was decided.
    Revision {
        /// The change.
        revision: RevisionId,
        /// What happened.
        command: RevisionCommand,
    },
    /// Both sides: an application was sent.
    Application {
        /// The application.
        application: ApplicationId,
    },
    /// The seeker: the application moved.
    Seeker {
        /// The application.
        application: ApplicationId,
        /// What happened.
        command: ApplicationCommand,
    },
    /// The employer: an application was withdrawn.
    Withdrawn {
        /// The application.
        application: ApplicationId,
    },
    /// The employer: people wait for an answer to their applications.
    Waiting {
        /// The vacancy.
        vacancy: VacancyId,
        /// How many.
        count: u32,
    },
    /// The employer: its vacancy ends soon.
    Ends {
        /// The vacancy.
        vacancy: VacancyId,
        /// When.
        deadline: NaiveDate,
    },
    /// The employer: it is asked what came of its vacancies.
    Results {
        /// The employer.
        organisation: OrganisationId,
    },
    /// Those whose applications are open: what they applied for has changed.
    Changed {
        /// The vacancy.
        vacancy: VacancyId,
        /// What.
        terms: Vec<Field>,
    },
    /// Those whose applications to an employer are open: it was suspended.
    Suspended {
        /// The employer.
        organisation: OrganisationId,
    },
    /// An organisation's members: it was verified, refused, suspended.
    Members {
        /// The organisation.
        organisation: OrganisationId,
        /// What happened.
        command: OrganisationCommand,
        /// Why.
        #[serde(default)]
        reasons: Vec<Reason>,
        /// The officer's own words.
        #[serde(default)]
        message: String,
    },
    /// Whoever acts for a side of a partnership.
    Partnership {
        /// The partnership.
        partnership: PartnershipId,
        /// The side.
        side: Side,
        /// What happened.
        news: PartnershipNews,
    },
    /// The centre: a partnership was signed, ended, or stands still.
    PartnershipToCentre {
        /// The partnership.
        partnership: PartnershipId,
        /// What happened.
        command: PartnershipCommand,
    },
    /// A business: the person whom it reported as hired objects.
    Placement {
        /// The placement.
        placement: PlacementId,
    },
    /// A college: its programme was decided.
    Programme {
        /// The programme.
        programme: ProgrammeId,
        /// What happened.
        command: ProgrammeCommand,
    },
    /// An organisation: something about an event.
    Event {
        /// The event.
        event: EventId,
        /// Who is told.
        organisation: OrganisationId,
        /// What happened.
        news: EventNews,
    },
    /// A business: do its needs still stand?
    Demands {
        /// The business.
        business: OrganisationId,
    },
    /// Those whom a request to join concerns, by where it stands.
    Join {
        /// The request.
        request: JoinRequestId,
        /// What happened; nothing yet, where it was only sent.
        command: Option<JoinCommand>,
    },
}

/// What an organisation is told of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventNews {
    /// It is invited.
    Invited,
    /// Its registration is confirmed.
    Confirmed,
    /// When, where or what has changed.
    Changed,
    /// It doesn't take place.
    Cancelled,
    /// Its timetable is there.
    Planned,
}

/// What happened in a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartnershipNews {
    /// It was proposed.
    Proposed,
    /// It moved.
    Moved(PartnershipCommand),
    /// Somebody wrote something.
    Said,
    /// Somebody added a file.
    FileAdded,
    /// Its agreement moved.
    Agreement(AgreementCommand),
    /// The other side has reported people who started work.
    PeopleReported,
    /// The other side objects to somebody reported.
    PersonDenied,
    /// A year has passed: both are asked for a review.
    ReviewDue,
    /// The other side has opened, changed or countersigned a review.
    ReviewMoved,
    /// A meeting was proposed, or moved.
    Meeting(PartnershipMeetingId, MeetingNews),
}

/// What happened to a meeting in a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingNews {
    /// It was proposed.
    Proposed,
    /// It moved.
    Moved(MeetingCommand),
}

fn tell(what: &Tell, priority: i16) -> NewJob {
    let payload = serde_json::to_value(what).unwrap_or_default();
    NewJob {
        name: names::TELL,
        key: None,
        payload,
        run_at: None,
        priority,
        max_attempts: 10,
    }
}

/// Tells moderators that a vacancy waits.
pub(crate) fn tell_moderators(vacancy: VacancyId) -> NewJob {
    tell(&Tell::Moderators { vacancy }, 0)
}

/// Tells an employer what happened to its vacancy.
pub(crate) fn tell_employer(vacancy: VacancyId, command: VacancyCommand) -> NewJob {
    tell(&Tell::Employer { vacancy, command }, 5)
}

/// Tells an employer what was decided about a change of its vacancy.
pub(crate) fn tell_of_revision(revision: RevisionId, command: RevisionCommand) -> NewJob {
    tell(&Tell::Revision { revision, command }, 5)
}

/// Tells both sides that an application was sent.
pub(crate) fn tell_of_application(application: ApplicationId) -> NewJob {
    tell(&Tell::Application { application }, 5)
}

/// Tells a seeker what happened to the application.
pub(crate) fn tell_seeker(application: ApplicationId, command: ApplicationCommand) -> NewJob {
    tell(&Tell::Seeker { application, command }, 5)
}

/// Tells an employer that an application ended from the other side.
pub(crate) fn tell_employer_of_application(application: ApplicationId, _command: ApplicationCommand) -> NewJob {
    tell(&Tell::Withdrawn { application }, 2)
}

/// Reminds an employer of applicants who wait.
pub(crate) fn remind_employer(vacancy: VacancyId, count: u32) -> NewJob {
    tell(&Tell::Waiting { vacancy, count }, 1)
}

/// Reminds an employer that its vacancy ends.
pub(crate) fn remind_of_end(vacancy: VacancyId, deadline: NaiveDate) -> NewJob {
    tell(&Tell::Ends { vacancy, deadline }, 1)
}

/// Asks an employer what came of its vacancies.
pub(crate) fn ask_results(organisation: OrganisationId) -> NewJob {
    NewJob {
        key: Some(format!("results:{organisation}")),
        ..tell(&Tell::Results { organisation }, 1)
    }
}

/// Tells those whose applications are open what has changed.
pub(crate) fn tell_of_change(vacancy: VacancyId, terms: Vec<Field>) -> NewJob {
    tell(&Tell::Changed { vacancy, terms }, 4)
}

/// Tells those whose applications to an employer are open that it was suspended.
pub(crate) fn tell_of_suspension(organisation: OrganisationId) -> NewJob {
    tell(&Tell::Suspended { organisation }, 5)
}

/// Tells an organisation's members what happened to it.
pub(crate) fn tell_members(organisation: OrganisationId, command: OrganisationCommand, grounds: &Grounds) -> NewJob {
    let (reasons, message) = (grounds.reasons.clone(), grounds.message.clone());
    tell(
        &Tell::Members {
            organisation,
            command,
            reasons,
            message,
        },
        5,
    )
}

/// Tells whoever acts for a side of a partnership what happened.
pub(crate) fn tell_of_partnership(partnership: &PartnershipRecord, side: Side, news: PartnershipNews) -> NewJob {
    let partnership = partnership.id;
    let told = tell(&Tell::Partnership { partnership, side, news }, 4);
    match news {
        // Of many lines written in a row one letter tells.
        PartnershipNews::Said
        | PartnershipNews::PeopleReported
        | PartnershipNews::PersonDenied
        | PartnershipNews::ReviewMoved
        | PartnershipNews::Moved(PartnershipCommand::Write) => NewJob {
            key: Some(format!("partnership:{partnership}:{}:{news:?}", side.key())),
            ..told
        },
        _ => told,
    }
}

/// Tells the centre what happened in a partnership.
pub(crate) fn tell_centre_of_partnership(partnership: PartnershipId, command: PartnershipCommand) -> NewJob {
    tell(&Tell::PartnershipToCentre { partnership, command }, 3)
}

/// Tells a business that the person whom it reported as hired objects.
pub(crate) fn tell_of_placement(placement: PlacementId) -> NewJob {
    tell(&Tell::Placement { placement }, 4)
}

/// Tells a college what was decided about its programme.
pub(crate) fn tell_of_programme(programme: ProgrammeId, command: ProgrammeCommand) -> NewJob {
    tell(&Tell::Programme { programme, command }, 4)
}

/// Tells an organisation of an event. Of several changes in a row one letter tells.
pub(crate) fn tell_of_event(event: EventId, organisation: OrganisationId, news: EventNews) -> NewJob {
    NewJob {
        key: Some(format!("event:{event}:{organisation}:{news:?}")),
        ..tell(&Tell::Event { event, organisation, news }, 2)
    }
}

/// Asks a business whether its needs still stand: one letter for all of them.
pub(crate) fn ask_demands(business: OrganisationId) -> NewJob {
    NewJob {
        key: Some(format!("demands:{business}")),
        ..tell(&Tell::Demands { business }, 1)
    }
}

/// Tells owners, the centre or the person of a request to join.
pub(crate) fn tell_of_join(request: JoinRequestId, command: Option<JoinCommand>) -> NewJob {
    tell(&Tell::Join { request, command }, 5)
}

/// What a job that sends a message needs to know.
#[derive(Deserialize)]
pub(crate) struct SendPayload {
    /// The message.
    pub message: MessageId,
}

/// The message that a job sends; `None` for jobs that do something else.
pub(crate) fn message_of(job: &JobRecord) -> Option<MessageId> {
    let payload = (job.name == names::SEND_MESSAGE).then(|| serde_json::from_value::<SendPayload>(job.payload.clone()));
    Some(payload?.ok()?.message)
}

/// Erases the bytes of files that are no longer in the book.
pub(crate) fn erase_files(files: &[FileId]) -> NewJob {
    NewJob {
        name: names::ERASE_FILES,
        key: None,
        payload: json!(files),
        run_at: None,
        priority: 1,
        max_attempts: 12,
    }
}

/// Reads the rows of a file that an employer handed in.
pub(crate) fn read_batch(batch: BatchId) -> NewJob {
    NewJob {
        name: names::READ_BATCH,
        key: Some(format!("batch:{batch}")),
        payload: json!(batch),
        run_at: None,
        priority: 3,
        max_attempts: 12,
    }
}

/// Tells an employer's own system what happened: tried over more than a day.
pub(crate) fn deliver(delivery: DeliveryId) -> NewJob {
    NewJob {
        name: names::DELIVER,
        key: Some(format!("delivery:{delivery}")),
        payload: json!(delivery),
        run_at: None,
        priority: 2,
        max_attempts: 16,
    }
}

/// Sends one message of the outbox.
pub(crate) fn send_message(id: MessageId) -> NewJob {
    NewJob {
        name: names::SEND_MESSAGE,
        key: Some(format!("message:{id}")),
        payload: json!({ "message": id }),
        run_at: None,
        priority: 10,
        max_attempts: 12,
    }
}
