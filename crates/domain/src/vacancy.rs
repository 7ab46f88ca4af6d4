//! A vacancy: one job at one employer, with every field of form 03a as a typed value.

pub mod content;
pub mod draft;
pub mod life;
pub mod result;
pub mod revision;

pub use content::*;
pub use draft::{DraftError, Fault, Field, validate};
pub use life::{ClosedReason, VacancyCommand, VacancyEvent, VacancyGuard, VacancyLife, VacancyState};
pub use revision::{RevisionCommand, RevisionEvent, RevisionGuard, RevisionLife, RevisionState};
