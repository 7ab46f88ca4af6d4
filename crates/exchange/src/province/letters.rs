//! A few messages that were sent, in both channels, for the box and the log.

use super::Province;
use super::accounts::Account;
use super::organisations::Employer;
use super::scene::Scene;
use super::vacancies::Posted;
use crate::error::Result;
use crate::messages::compose;
use chrono::TimeDelta;
use sanviec_domain::ids::MessageId;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::{CaseKind, CaseState, Outcome};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::VacancyCommand;
use sanviec_render::mail::Notice;
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::messages::{Channel, MessageRecord, MessageState};
use std::collections::HashMap;
use uuid::Uuid;

/// How many applications are told of.
const APPLICATIONS: usize = 8;
/// How many cases.
const CASES: usize = 3;

/// A message before it has an id.
struct Draft {
    at: Instant,
    channel: Channel,
    recipient: String,
    locale: Locale,
    kind: &'static str,
    letter: sanviec_render::mail::Letter,
}

/// Writes the letters of what happened last, the oldest first.
pub(super) fn write(scene: &Scene<'_>, employers: &[Employer], vacancies: &[Posted], province: &Province) -> Result<Vec<MessageRecord>> {
    let by_id: HashMap<Uuid, &Posted> = vacancies.iter().map(|vacancy| (vacancy.record.id.0, vacancy)).collect();
    let base = &scene.exchange.settings.site.base_url;
    let mut drafts = Vec::new();
    for application in told_of(province) {
        let Some(vacancy) = by_id.get(&application.vacancy.0) else { continue };
        let (title, content) = (&vacancy.record.content.title, &vacancy.record.content);
        let employer = &employers[vacancy.employer].record;
        let locale = province
            .people
            .iter()
            .find(|person| person.id == application.seeker)
            .map_or(Locale::Vi, |person| person.locale);
        let url = format!("{base}/toi/don/{}", application.id);
        let notice = Notice::ApplicationMoved {
            name: application.content.name.given(),
            title,
            employer: &employer.name,
            state: application.state,
            reason: application.decline_reason,
            phone: content.contact.as_ref().map(|contact| &contact.phone),
            url: &url,
        };
        let letter = compose(scene.exchange, &notice, locale)?;
        drafts.push(Draft {
            at: application.updated_at,
            channel: Channel::Sms,
            recipient: application.content.phone.to_string(),
            locale,
            kind: "application",
            letter,
        });
        if let Some(email) = content.contact.as_ref().and_then(|contact| contact.email.as_ref()) {
            let url = format!("{base}/ntd/don/{}", application.id);
            let notice = Notice::ApplicationArrived {
                title,
                applicant: application.content.name.as_str(),
                url: &url,
            };
            let letter = compose(scene.exchange, &notice, Locale::Vi)?;
            drafts.push(Draft {
                at: application.created_at,
                channel: Channel::Email,
                recipient: email.to_string(),
                locale: Locale::Vi,
                kind: "application",
                letter,
            });
        }
    }
    let of_vacancies = || {
        province
            .cases
            .iter()
            .filter(|case| case.kind == CaseKind::Vacancy)
            .filter_map(|case| Some((case, *by_id.get(&case.subject)?)))
    };
    for (case, vacancy) in of_vacancies().filter(|(case, _)| case.state == CaseState::Waiting).take(CASES) {
        let url = format!("{base}/tt/duyet");
        let notice = Notice::CaseOpened {
            title: &vacancy.record.content.title,
            employer: &employers[vacancy.employer].record.name,
            url: &url,
        };
        let letter = compose(scene.exchange, &notice, Locale::Vi)?;
        drafts.push(Draft {
            at: case.created_at,
            channel: Channel::Email,
            recipient: Account::Moderator.email().to_string(),
            locale: Locale::Vi,
            kind: "case",
            letter,
        });
    }
    for (case, vacancy) in of_vacancies().filter(|(case, _)| case.state == CaseState::Decided).take(CASES) {
        let command = if case.outcome == Some(Outcome::Returned) {
            VacancyCommand::Return
        } else {
            VacancyCommand::Reject
        };
        let Some(email) = employers[vacancy.employer].record.profile.email.as_ref() else {
            continue;
        };
        let url = format!("{base}/ntd/tin/{}", vacancy.record.id);
        let notice = Notice::VacancyMoved {
            title: &vacancy.record.content.title,
            command,
            reasons: &case.reasons,
            message: &case.message,
            url: &url,
        };
        let letter = compose(scene.exchange, &notice, Locale::Vi)?;
        drafts.push(Draft {
            at: case.decided_at.unwrap_or(case.created_at),
            channel: Channel::Email,
            recipient: email.to_string(),
            locale: Locale::Vi,
            kind: "vacancy",
            letter,
        });
    }
    drafts.sort_by_key(|draft| draft.at);
    let records = drafts.into_iter().enumerate().map(|(index, draft)| {
        // The oldest did not go through, for the administrator to see.
        let failed = index == 0;
        MessageRecord {
            id: MessageId(scene.uuid(draft.at)),
            channel: draft.channel,
            recipient: draft.recipient,
            locale: draft.locale,
            subject: draft.letter.subject,
            text: if draft.channel == Channel::Email { draft.letter.text } else { draft.letter.short },
            html: draft.letter.html.filter(|_| draft.channel == Channel::Email),
            kind: draft.kind.to_owned(),
            state: if failed { MessageState::Failed } else { MessageState::Sent },
            attempts: if failed { 12 } else { 1 },
            last_error: failed.then(|| "550 5.1.1 mailbox unavailable (mẫu)".to_owned()),
            created_at: draft.at,
            sent_at: (!failed).then(|| scene.past(draft.at + TimeDelta::seconds(2))),
        }
    });
    Ok(records.collect())
}

/// The applications that moved last, those of the demo seeker among them.
fn told_of(province: &Province) -> Vec<&ApplicationRecord> {
    let phone = Account::Seeker.phone();
    let mut latest: Vec<&ApplicationRecord> = province.applications.iter().collect();
    latest.sort_by_key(|application| std::cmp::Reverse((application.content.phone == phone, application.updated_at)));
    latest.truncate(APPLICATIONS);
    latest
}
