//! What happened to a record, in words.

use crate::Texts;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// One step of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryStep {
    /// When.
    pub at: Instant,
    /// What was done: "Gửi duyệt".
    pub what: String,
    /// Who did it: "Doanh nghiệp", or a name where the reader may know it.
    pub who: String,
    /// A word on it; empty where there is none.
    pub note: String,
}

impl HistoryStep {
    /// A step as the store keeps it: the command's key (of the machine's commands `C`) and the
    /// party's. A command that is none of them reads as the sending of an application.
    pub fn of<C: Vocabulary>(t: &Texts, command: &str, party: &str, at: Instant) -> Self {
        let what = C::from_key(command).map_or_else(|| t.get("history-apply").to_owned(), |command| command.label(t.locale()).to_owned());
        let who = match party {
            "seeker" => t.get("party-seeker"),
            "owner" => t.get("party-owner"),
            "officer" => t.get("party-officer"),
            _ => t.get("party-system"),
        };
        Self {
            at,
            what,
            who: who.to_owned(),
            note: String::new(),
        }
    }

    /// The step with a word on it.
    #[must_use]
    pub fn with_note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}
