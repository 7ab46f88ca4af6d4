//! Who is told what, in which words, by which way. Letters are written outside the unit; the unit
//! puts them into the outbox and ends the job. A message's id follows from the job and the
//! recipient, so a job that runs twice writes each message once.

use super::Tell;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, messages};
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{ApplicationId, MessageId, VacancyId};
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vacancy::VacancyContent;
use sanviec_render::mail::{Letter, Notice};
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::jobs::JobRecord;
use sanviec_store::messages::Channel;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Entity, PersonRecord};
use sha2::{Digest, Sha256};

/// The kind of the messages about applications.
pub(super) const APPLICATION: &str = "application";

pub(super) struct Outgoing {
    pub(super) channel: Channel,
    pub(super) recipient: String,
    pub(super) locale: Locale,
    pub(super) kind: &'static str,
    pub(super) letter: Letter,
}

/// Writes the letters of a [`Tell`] into the outbox and ends its job.
pub(super) async fn tell(exchange: &Exchange, job: &JobRecord, what: &Tell) -> Result<()> {
    let outgoing = match what {
        Tell::Moderators { vacancy } => to_moderators(exchange, *vacancy).await?,
        Tell::Employer { vacancy, command } => {
            let (vacancy, employer) = vacancy_and_employer(exchange, *vacancy).await?;
            let case = sanviec_store::cases::last_decision(exchange.store.reader(), Entity::Vacancy, vacancy.id.0).await?;
            let (reasons, message) = case.map(|case| (case.reasons, case.message)).unwrap_or_default();
            let url = format!("{}/ntd/tin/{}", exchange.settings.site.base_url, vacancy.id);
            let notice = Notice::VacancyMoved {
                title: &vacancy.content.title,
                command: *command,
                reasons: &reasons,
                message: &message,
                url: &url,
            };
            to_employer(exchange, &employer, Some(&vacancy.content), &notice, "vacancy").await?
        }
        Tell::Revision { revision, command } => {
            let conn = exchange.store.reader();
            let revision = sanviec_store::revisions::find(conn, *revision).await?.ok_or(ExchangeError::NotFound)?;
            let (vacancy, employer) = vacancy_and_employer(exchange, revision.vacancy).await?;
            let case = sanviec_store::cases::last_decision(conn, Entity::Revision, revision.id.0).await?;
            let (reasons, message) = case.map(|case| (case.reasons, case.message)).unwrap_or_default();
            let url = format!("{}/ntd/tin/{}", exchange.settings.site.base_url, vacancy.id);
            let notice = Notice::RevisionDecided {
                title: &vacancy.content.title,
                command: *command,
                reasons: &reasons,
                message: &message,
                url: &url,
            };
            to_employer(exchange, &employer, Some(&vacancy.content), &notice, "vacancy").await?
        }
        Tell::Application { application } => {
            let (application, vacancy, employer) = application_of(exchange, *application).await?;
            let mut outgoing = to_seeker(exchange, &application, &vacancy, &employer, ApplicationState::Submitted).await?;
            let url = format!("{}/ntd/don/{}", exchange.settings.site.base_url, application.id);
            let notice = Notice::ApplicationArrived {
                title: &vacancy.content.title,
                applicant: application.content.name.as_str(),
                url: &url,
            };
            outgoing.extend(to_employer(exchange, &employer, Some(&vacancy.content), &notice, APPLICATION).await?);
            outgoing
        }
        Tell::Seeker { application, .. } => {
            let (application, vacancy, employer) = application_of(exchange, *application).await?;
            to_seeker(exchange, &application, &vacancy, &employer, application.state).await?
        }
        Tell::Withdrawn { application } => {
            let (application, vacancy, employer) = application_of(exchange, *application).await?;
            let url = format!("{}/ntd/don/{}", exchange.settings.site.base_url, application.id);
            let notice = Notice::ApplicationWithdrawn {
                title: &vacancy.content.title,
                applicant: application.content.name.as_str(),
                url: &url,
            };
            to_employer(exchange, &employer, Some(&vacancy.content), &notice, APPLICATION).await?
        }
        Tell::Waiting { vacancy, count } => {
            let (vacancy, employer) = vacancy_and_employer(exchange, *vacancy).await?;
            let url = format!("{}/ntd/tin/{}/ung-vien", exchange.settings.site.base_url, vacancy.id);
            let notice = Notice::ApplicationsWait {
                title: &vacancy.content.title,
                count: *count,
                url: &url,
            };
            to_employer(exchange, &employer, Some(&vacancy.content), &notice, APPLICATION).await?
        }
        Tell::Results { organisation } => super::life::of_results(exchange, *organisation).await?,
        Tell::Ends { vacancy, deadline } => super::life::of_end(exchange, *vacancy, *deadline).await?,
        Tell::Changed { vacancy, terms } => super::life::of_change(exchange, *vacancy, terms).await?,
        Tell::Suspended { organisation } => super::life::of_suspension(exchange, *organisation).await?,
        Tell::Members {
            organisation,
            command,
            reasons,
            message,
        } => super::membership::of_organisation(exchange, *organisation, *command, reasons, message).await?,
        Tell::Partnership { partnership, side, news } => super::partnership::of_partnership(exchange, *partnership, *side, *news).await?,
        Tell::PartnershipToCentre { partnership, command } => super::partnership::to_centre(exchange, *partnership, *command).await?,
        Tell::Event { event, organisation, news } => super::event::letters(exchange, *event, *organisation, *news).await?,
        Tell::Placement { placement } => super::placement::of_denial(exchange, *placement).await?,
        Tell::Programme { programme, command } => super::partnership::of_programme(exchange, *programme, *command).await?,
        Tell::Demands { business } => super::partnership::of_demands(exchange, *business).await?,
        Tell::Join { request, command } => super::membership::of_join(exchange, *request, *command).await?,
    };
    let unit = exchange.begin(&Actor::System).await?;
    for out in outgoing {
        messages::put(&unit, message_id(job, &out), out.channel, &out.recipient, out.locale, out.kind, out.letter).await?;
    }
    sanviec_store::jobs::finish_in(&unit, job.id).await?;
    unit.save().await?;
    Ok(())
}

/// The same job, channel and recipient always give the same id; it stands in the outbox's order
/// where the job's own time puts it.
fn message_id(job: &JobRecord, out: &Outgoing) -> MessageId {
    let mut hasher = Sha256::new();
    hasher.update(job.id.0.as_bytes());
    hasher.update(format!("{:?}", out.channel));
    hasher.update(&out.recipient);
    let digest = hasher.finalize();
    let tail: [u8; 10] = digest[..10].try_into().expect("ten of thirty-two bytes");
    MessageId(uuid::Builder::from_unix_timestamp_millis(job.created_at.timestamp_millis().unsigned_abs(), &tail).into_uuid())
}

async fn to_moderators(exchange: &Exchange, vacancy: VacancyId) -> Result<Vec<Outgoing>> {
    let (vacancy, employer) = vacancy_and_employer(exchange, vacancy).await?;
    let url = format!("{}/tt/duyet", exchange.settings.site.base_url);
    let notice = Notice::CaseOpened {
        title: &vacancy.content.title,
        employer: &employer.name,
        url: &url,
    };
    let mut outgoing = Vec::new();
    for officer in sanviec_store::people::staff_with(exchange.store.reader(), &[StaffRole::Moderator]).await? {
        if let Some(email) = officer.email {
            let letter = messages::compose(exchange, &notice, officer.locale)?;
            outgoing.push(Outgoing {
                channel: Channel::Email,
                recipient: email.to_string(),
                locale: officer.locale,
                kind: "case",
                letter,
            });
        }
    }
    Ok(outgoing)
}

/// The seeker has a telephone number, always; the employer may be written to at the vacancy's own
/// contact, which asked to be told or not.
async fn to_seeker(exchange: &Exchange, application: &ApplicationRecord, vacancy: &VacancyRecord, employer: &OrganisationRecord, state: ApplicationState) -> Result<Vec<Outgoing>> {
    let person = sanviec_store::people::find(exchange.store.reader(), application.seeker)
        .await?
        .ok_or(ExchangeError::NotFound)?;
    let url = format!("{}/toi/don/{}", exchange.settings.site.base_url, application.id);
    let notice = Notice::ApplicationMoved {
        name: application.content.name.given(),
        title: &vacancy.content.title,
        employer: &employer.name,
        state,
        reason: application.decline_reason,
        phone: vacancy.content.contact.as_ref().map(|contact| &contact.phone),
        url: &url,
    };
    let letter = messages::compose(exchange, &notice, person.locale)?;
    Ok(vec![Outgoing {
        channel: Channel::Sms,
        recipient: application.content.phone.to_string(),
        locale: person.locale,
        kind: APPLICATION,
        letter,
    }])
}

/// The vacancy's contact, else the organisation's own address, else everybody who may act for it:
/// somebody has to hear of a decision. Each in the language that whoever has the address chose.
pub(super) async fn to_employer(
    exchange: &Exchange,
    employer: &OrganisationRecord,
    content: Option<&VacancyContent>,
    notice: &Notice<'_>,
    kind: &'static str,
) -> Result<Vec<Outgoing>> {
    let contact = content.and_then(|content| content.contact.as_ref());
    let members = sanviec_store::people::members_of(exchange.store.reader(), employer.id).await?;
    let email = contact.and_then(|contact| contact.email.clone()).or_else(|| employer.profile.email.clone());
    let emails = match email {
        Some(email) => vec![email],
        None => {
            let acting = members.iter().filter(|(_, role)| *role != MemberRole::Viewer);
            acting.filter_map(|(person, _)| person.email.clone()).collect()
        }
    };
    let out = |channel: Channel, recipient: String, known: Option<&PersonRecord>| -> Result<Outgoing> {
        let locale = known.map_or(Locale::Vi, |person| person.locale);
        let letter = messages::compose(exchange, notice, locale)?;
        Ok(Outgoing {
            channel,
            recipient,
            locale,
            kind,
            letter,
        })
    };
    let member = |is: &dyn Fn(&PersonRecord) -> bool| members.iter().map(|(person, _)| person).find(|person| is(person));
    let by_sms = contact.filter(|contact| contact.notify_sms && contact.phone.is_mobile());
    // Who asked to be told of applicants by text message alone is.
    let sms_alone = kind == APPLICATION && by_sms.is_some_and(|contact| !contact.notify_email);
    let mut outgoing = Vec::new();
    for email in emails.into_iter().filter(|_| !sms_alone) {
        let known = member(&|person| person.email.as_ref() == Some(&email));
        outgoing.push(out(Channel::Email, email.to_string(), known)?);
    }
    if let Some(contact) = by_sms {
        let known = member(&|person| person.phone.as_ref() == Some(&contact.phone));
        outgoing.push(out(Channel::Sms, contact.phone.to_string(), known)?);
    }
    Ok(outgoing)
}

pub(super) async fn vacancy_and_employer(exchange: &Exchange, id: VacancyId) -> Result<(VacancyRecord, OrganisationRecord)> {
    sanviec_store::vacancies::with_employer(exchange.store.reader(), &[id])
        .await?
        .into_iter()
        .next()
        .ok_or(ExchangeError::NotFound)
}

async fn application_of(exchange: &Exchange, id: ApplicationId) -> Result<(ApplicationRecord, VacancyRecord, OrganisationRecord)> {
    let application = sanviec_store::applications::find(exchange.store.reader(), id).await?.ok_or(ExchangeError::NotFound)?;
    let (vacancy, employer) = vacancy_and_employer(exchange, application.vacancy).await?;
    Ok((application, vacancy, employer))
}
