//! A record's way through its life cycle's table, step by step, with the history it leaves.

use crate::error::Result;
use sanviec_domain::ids::PersonId;
use sanviec_domain::lifecycle::{Machine, Party, decide};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::Entity;
use sanviec_store::history::HistoryLine;
use uuid::Uuid;

/// Who takes a step: the party, and the person where it is one.
pub(super) type By = (Party, Option<PersonId>);

/// The program itself.
pub(super) const SYSTEM: By = (Party::System, None);

/// A way through a table.
pub(super) struct Walk<M: Machine> {
    pub state: M::State,
    /// When the last step was made.
    pub last: Instant,
    lines: Vec<HistoryLine>,
}

impl<M: Machine> Walk<M> {
    /// Begins in the table's first state.
    pub fn begin(at: Instant) -> Self {
        Self {
            state: M::INITIAL,
            last: at,
            lines: Vec::new(),
        }
    }

    /// Notes how the record came in, where that is part of its history.
    pub fn entered(&mut self, command: &str, by: By) {
        self.lines.push(HistoryLine {
            from: None,
            command: command.to_owned(),
            to: self.state.key().to_owned(),
            party: by.0.key().to_owned(),
            person: by.1,
            note: None,
            at: self.last,
        });
    }

    /// Takes a step that the table knows; never before the one that was taken last. The guards are
    /// the caller's care.
    pub fn step(&mut self, command: M::Command, by: By, at: Instant, note: Option<String>) -> Result<()> {
        let moved = decide::<M>(self.state, command, by.0, |_| true)?;
        self.last = at.max(self.last);
        self.lines.push(HistoryLine {
            from: Some(moved.from.key().to_owned()),
            command: command.key().to_owned(),
            to: moved.to.key().to_owned(),
            party: by.0.key().to_owned(),
            person: by.1,
            note,
            at: self.last,
        });
        self.state = moved.to;
        Ok(())
    }

    /// Sets the person into the steps of a seeker that were told before the person had an id.
    pub fn belongs_to(&mut self, seeker: PersonId) {
        for line in self.lines.iter_mut().filter(|line| line.party == Party::Seeker.key()) {
            line.person = Some(seeker);
        }
    }

    /// The version of a record that came this way.
    pub fn version(&self) -> i64 {
        self.lines.iter().filter(|line| line.from.is_some()).count() as i64 + 1
    }

    /// Hands the history over.
    pub fn leave(self, entity: Entity, id: Uuid, lines: &mut Vec<(Entity, Uuid, HistoryLine)>) {
        lines.extend(self.lines.into_iter().map(|line| (entity, id, line)));
    }
}
