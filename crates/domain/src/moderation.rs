//! Moderation: one queue for everything that becomes public, findings beside the words that raised
//! them, decisions with coded reasons.

mod abroad;
pub mod case;
pub mod check;
pub mod likeness;
pub mod reasons;
pub mod words;

pub use case::{CaseCommand, CaseEvent, CaseGuard, CaseKind, CaseLife, CaseState, Outcome};
pub use check::{CheckFacts, Finding, Severity, check};
pub use reasons::Reason;
