//! What officers tell each other about a case, and passing one on for a second opinion.

use super::queue::{holds, name_of};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::CaseId;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::{CaseCommand, CaseGuard, CaseLife};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::{Entity, Unit};

/// The most characters of a note.
pub const NOTE: usize = 2_000;
/// How many notes of a case are shown.
const SHOWN: u64 = 100;

/// A note with its author's name.
pub struct Note {
    /// Who wrote it.
    pub author: String,
    /// What.
    pub words: String,
    /// When.
    pub at: Instant,
}

/// The notes of a case, the oldest first.
pub(super) async fn of(exchange: &Exchange, case: CaseId) -> Result<Vec<Note>> {
    let records = sanviec_store::notes::of_case(exchange.store.reader(), case, SHOWN).await?;
    let mut notes = Vec::with_capacity(records.len());
    for record in records {
        notes.push(Note {
            author: name_of(exchange, record.author).await?.unwrap_or_default(),
            words: record.words,
            at: record.at,
        });
    }
    Ok(notes)
}

/// Writes a note for colleagues. Whoever reads the queue may.
pub async fn write(exchange: &Exchange, actor: &Actor, id: CaseId, words: &str) -> Result<()> {
    allows(actor, Action::ReadQueue)?;
    let unit = exchange.begin(actor).await?;
    let case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    put(&unit, case.id, words).await?;
    unit.save().await?;
    Ok(())
}

/// Asks for a second opinion: the case goes back to the queue with the question, and a colleague decides.
pub async fn pass_on(exchange: &Exchange, actor: &Actor, id: CaseId, question: &str) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    let mut case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let (now, person) = (unit.now(), actor.person());
    let moved = decide::<CaseLife>(case.state, CaseCommand::PassOn, Party::Officer, |guard| match guard {
        CaseGuard::HoldsClaim => case.claimed_by == person && holds(&case, now),
        CaseGuard::FirstOpinion => case.passed_by.is_none(),
        CaseGuard::QuestionGiven => !question.trim().is_empty(),
        CaseGuard::ClaimOver | CaseGuard::ReasonGiven | CaseGuard::AnotherOfficer => false,
    })?;
    case.passed_by = person;
    super::queue::let_go(&mut case, moved.to);
    sanviec_store::cases::update(&unit, &case).await?;
    unit.history(Entity::Case, id.0, Some(moved.from.key()), CaseCommand::PassOn.key(), moved.to.key(), None);
    put(&unit, id, question).await?;
    unit.save().await?;
    Ok(())
}

async fn put(unit: &Unit, case: CaseId, words: &str) -> Result<()> {
    let words: String = sanviec_domain::text::tidy(words).chars().take(NOTE).collect();
    let Some(author) = unit.actor().person().filter(|_| !words.is_empty()) else {
        return Ok(());
    };
    sanviec_store::notes::add(unit, case, author, &words).await?;
    unit.audit("case.note", Entity::Case, case.0, serde_json::Value::Null);
    Ok(())
}
