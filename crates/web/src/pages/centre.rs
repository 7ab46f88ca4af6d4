//! `/tt`: the officers' queue and cases.

pub mod case;
pub mod counter;
pub mod desk;
pub mod figures;
pub mod organisations;
pub mod queue;
pub mod templates;
