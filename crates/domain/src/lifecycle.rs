//! Life cycles as data. A state machine is one table of [`Rule`]s; from the table come the
//! transition ([`decide`]), what a page may offer ([`offered`]), the walk of every state × command
//! × party in the tests, and the diagram in docs/ ([`diagram`]). No `match` on states elsewhere.

use crate::vocabulary::Vocabulary;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// Who gives a command, as a life cycle sees it. Which person may act for which party is the
/// business of [`crate::access`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The person looking for work whom the record is about.
    Seeker,
    /// A member of the employer (or of the organisation) whom the record belongs to.
    Owner,
    /// An officer of the centre.
    Officer,
    /// The clock, or another record's change.
    System,
}

impl Party {
    /// Every party.
    pub const ALL: [Self; 4] = [Self::Seeker, Self::Owner, Self::Officer, Self::System];

    /// The stable key, kept in histories.
    pub fn key(self) -> &'static str {
        match self {
            Self::Seeker => "seeker",
            Self::Owner => "owner",
            Self::Officer => "officer",
            Self::System => "system",
        }
    }
}

/// One row of a life cycle: in this state, on this command, by one of these, if the guards hold,
/// the record goes to that state and these events follow.
pub struct Rule<M: Machine> {
    /// The state it starts in.
    pub from: M::State,
    /// What is asked.
    pub command: M::Command,
    /// Who may ask.
    pub by: &'static [Party],
    /// What must hold, all of it.
    pub guards: &'static [M::Guard],
    /// The state it ends in.
    pub to: M::State,
    /// What follows.
    pub events: &'static [M::Event],
}

impl<M: Machine> Rule<M> {
    /// A row of a table, its cells in order.
    pub const fn new(from: M::State, command: M::Command, by: &'static [Party], guards: &'static [M::Guard], to: M::State, events: &'static [M::Event]) -> Self {
        Self {
            from,
            command,
            by,
            guards,
            to,
            events,
        }
    }
}

/// A life cycle.
pub trait Machine: Sized + 'static {
    /// The states.
    type State: Vocabulary + Debug;
    /// The commands.
    type Command: Vocabulary + Debug;
    /// Facts a rule may ask for.
    type Guard: Copy + Eq + Debug + 'static;
    /// What follows from a transition.
    type Event: Copy + Eq + Debug + 'static;
    /// The noun, for diagrams and errors: "Vacancy".
    const NAME: &'static str;
    /// The state every record begins in.
    const INITIAL: Self::State;
    /// The table.
    const RULES: &'static [Rule<Self>];
}

/// A transition that was made.
#[derive(Debug)]
pub struct Moved<M: Machine> {
    /// The state before.
    pub from: M::State,
    /// The state after.
    pub to: M::State,
    /// What follows from it.
    pub events: &'static [M::Event],
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused<G: Debug> {
    /// The state knows no such command. A second click ends here: the state has already moved.
    #[error("not possible in this state")]
    NotInThisState,
    /// The command exists, but not for this party.
    #[error("not yours to ask")]
    NotByYou,
    /// A guard does not hold.
    #[error("not yet possible: {0:?}")]
    Unmet(G),
}

/// The one transition function: looks the command up in the machine's table. `holds` answers
/// whether a guard holds.
pub fn decide<M: Machine>(state: M::State, command: M::Command, party: Party, holds: impl Fn(M::Guard) -> bool) -> Result<Moved<M>, Refused<M::Guard>> {
    let mut refusal = Refused::NotInThisState;
    for rule in M::RULES.iter().filter(|rule| rule.from == state && rule.command == command) {
        if !rule.by.contains(&party) {
            if refusal == Refused::NotInThisState {
                refusal = Refused::NotByYou;
            }
            continue;
        }
        match rule.guards.iter().find(|guard| !holds(**guard)) {
            None => {
                return Ok(Moved {
                    from: state,
                    to: rule.to,
                    events: rule.events,
                });
            }
            Some(guard) => refusal = Refused::Unmet(*guard),
        }
    }
    Err(refusal)
}

/// The commands a party may give in a state, guards aside: what a page offers as the next step.
pub fn offered<M: Machine>(state: M::State, party: Party) -> Vec<M::Command> {
    let mut commands = Vec::new();
    for rule in M::RULES {
        if rule.from == state && rule.by.contains(&party) && !commands.contains(&rule.command) {
            commands.push(rule.command);
        }
    }
    commands
}

/// The machine as a Mermaid state diagram, for docs/.
pub fn diagram<M: Machine>() -> String {
    use std::fmt::Write;
    let mut out = format!("stateDiagram-v2\n    [*] --> {}\n", M::INITIAL.key());
    for rule in M::RULES {
        let by: Vec<&str> = rule.by.iter().map(|party| party.key()).collect();
        let guards: Vec<String> = rule.guards.iter().map(|guard| format!("{guard:?}")).collect();
        let guard = if guards.is_empty() { String::new() } else { format!(" [{}]", guards.join(", ")) };
        let _ = writeln!(out, "    {} --> {}: {} ({}){guard}", rule.from.key(), rule.to.key(), rule.command.key(), by.join(", "));
    }
    for state in M::State::ALL {
        if !M::RULES.iter().any(|rule| rule.from == *state) {
            let _ = writeln!(out, "    {} --> [*]", state.key());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        agreement::AgreementLife,
        agreement::review::ReviewLife,
        application::ApplicationLife,
        demand::DemandLife,
        event::{EventLife, registration::RegistrationLife},
        membership::{InvitationLife, JoinLife},
        moderation::CaseLife,
        organisation::OrganisationLife,
        partnership::PartnershipLife,
        partnership::meeting::MeetingLife,
        placement::PlacementLife,
        training::ProgrammeLife,
        vacancy::RevisionLife,
        vacancy::VacancyLife,
    };
    use std::fmt::Write;

    /// Walks every state × command × party of a machine with every guard holding and with each
    /// guard failing, and holds the answer against the table.
    fn walk<M: Machine>() -> usize {
        let mut walked = 0;
        for state in M::State::ALL {
            for command in M::Command::ALL {
                for party in Party::ALL {
                    walked += 1;
                    let rules: Vec<_> = M::RULES.iter().filter(|rule| rule.from == *state && rule.command == *command).collect();
                    let mine: Vec<_> = rules.iter().filter(|rule| rule.by.contains(&party)).collect();
                    match decide::<M>(*state, *command, party, |_| true) {
                        Ok(moved) => {
                            assert_eq!(moved.to, mine[0].to, "{}: {state:?} {command:?} {party:?}", M::NAME);
                            assert!(offered::<M>(*state, party).contains(command));
                        }
                        Err(Refused::NotByYou) => assert!(!rules.is_empty() && mine.is_empty()),
                        Err(Refused::NotInThisState) => assert!(rules.is_empty()),
                        Err(Refused::Unmet(guard)) => panic!("{guard:?} refused although every guard holds"),
                    }
                    if mine.iter().all(|rule| !rule.guards.is_empty()) && !mine.is_empty() {
                        let refused = decide::<M>(*state, *command, party, |_| false);
                        assert!(matches!(refused, Err(Refused::Unmet(_))), "{}: {state:?} {command:?} {party:?}", M::NAME);
                    }
                }
            }
        }
        walked
    }

    /// Every state can be reached from the first, and no two rules contradict each other.
    fn is_sound<M: Machine>() {
        let mut reached = vec![M::INITIAL];
        while let Some(rule) = M::RULES.iter().find(|rule| reached.contains(&rule.from) && !reached.contains(&rule.to)) {
            reached.push(rule.to);
        }
        for state in M::State::ALL {
            assert!(reached.contains(state), "{}: {state:?} can't be reached", M::NAME);
        }
        for (index, rule) in M::RULES.iter().enumerate() {
            for other in &M::RULES[index + 1..] {
                let same = rule.from == other.from && rule.command == other.command && rule.guards == other.guards;
                assert!(
                    !(same && rule.by.iter().any(|party| other.by.contains(party))),
                    "{}: two rules for {:?} {:?}",
                    M::NAME,
                    rule.from,
                    rule.command
                );
            }
        }
    }

    #[test]
    fn every_state_command_and_party_of_every_table() {
        assert!(walk::<VacancyLife>() > 300);
        assert!(walk::<RevisionLife>() > 90);
        assert!(walk::<ApplicationLife>() > 300);
        assert!(walk::<OrganisationLife>() > 60);
        assert!(walk::<CaseLife>() > 40);
        assert!(walk::<InvitationLife>() >= 36);
        assert!(walk::<JoinLife>() >= 48);
        assert!(walk::<ProgrammeLife>() >= 120);
        assert!(walk::<DemandLife>() >= 80);
        assert!(walk::<PartnershipLife>() >= 320);
        assert!(walk::<AgreementLife>() >= 168);
        assert!(walk::<EventLife>() >= 168);
        assert!(walk::<RegistrationLife>() >= 100);
        assert!(walk::<PlacementLife>() >= 64);
        assert!(walk::<ReviewLife>() >= 24);
        assert!(walk::<MeetingLife>() >= 48);
    }

    #[test]
    fn every_table_is_sound() {
        is_sound::<VacancyLife>();
        is_sound::<RevisionLife>();
        is_sound::<ApplicationLife>();
        is_sound::<OrganisationLife>();
        is_sound::<CaseLife>();
        is_sound::<InvitationLife>();
        is_sound::<JoinLife>();
        is_sound::<ProgrammeLife>();
        is_sound::<DemandLife>();
        is_sound::<PartnershipLife>();
        is_sound::<AgreementLife>();
        is_sound::<EventLife>();
        is_sound::<RegistrationLife>();
        is_sound::<PlacementLife>();
        is_sound::<ReviewLife>();
        is_sound::<MeetingLife>();
    }

    #[test]
    fn the_diagrams_in_docs_are_those_of_the_tables() {
        let diagrams = [
            ("Vacancy", diagram::<VacancyLife>()),
            ("Change of a published vacancy", diagram::<RevisionLife>()),
            ("Application", diagram::<ApplicationLife>()),
            ("Organisation", diagram::<OrganisationLife>()),
            ("Moderation case", diagram::<CaseLife>()),
            ("Invitation into an organisation", diagram::<InvitationLife>()),
            ("Request to join an organisation", diagram::<JoinLife>()),
            ("Training programme", diagram::<ProgrammeLife>()),
            ("Workforce demand", diagram::<DemandLife>()),
            ("Partnership", diagram::<PartnershipLife>()),
            ("Agreement", diagram::<AgreementLife>()),
            ("Event", diagram::<EventLife>()),
            ("Registration for an event", diagram::<RegistrationLife>()),
            ("Placement", diagram::<PlacementLife>()),
            ("Yearly review of an agreement", diagram::<ReviewLife>()),
            ("Meeting in a partnership", diagram::<MeetingLife>()),
        ];
        let mut page = "# Life cycles\n\nMade from the tables in `crates/domain` by its tests; run them with `UPDATE_DOCS=1` after a change.\n".to_owned();
        for (heading, drawn) in diagrams {
            write!(page, "\n## {heading}\n\n```mermaid\n{drawn}```\n").unwrap();
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/LIFE-CYCLES.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "run the tests with UPDATE_DOCS=1");
    }
}
