//! Moderation: one queue for everything that becomes public, findings beside the words that raised
//! them, decisions with coded reasons.

mod abbreviations;
pub mod case;
pub mod check;
mod classes;
mod joined;
#[cfg(test)]
mod labelled;
pub mod likeness;
pub mod names;
mod numbers;
mod pattern;
mod phrases;
mod pieces;
mod reading;
pub mod reasons;
pub mod report;
pub mod rules;
mod spelling;
mod syllable;
pub mod wages;

pub use case::{CaseCommand, CaseEvent, CaseGuard, CaseKind, CaseLife, CaseState, Outcome};
pub use check::{CheckFacts, Finding, Severity, check};
pub use reasons::Reason;
pub use report::ReportReason;
