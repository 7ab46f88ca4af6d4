//! The use cases: what an actor can do, one function each, and the jobs that follow from them.
//!
//! A use case loads through the actor's own scope, asks [`sanviec_domain::access`], lets the domain
//! decide, and saves one unit of work. Nothing else is done before the commit; nothing that matters
//! is done only after it.

pub mod accounts;
pub mod admin;
pub mod agreements;
pub mod announcements;
pub mod applications;
pub mod batches;
pub mod branches;
pub mod context;
pub mod counter;
pub mod demands;
pub mod doctor;
pub mod error;
pub mod events;
pub mod export;
pub mod feed;
pub mod figures;
pub mod files;
pub mod generate;
pub mod import;
pub mod importing;
pub mod indexing;
pub mod jobs;
mod life;
pub mod limits;
pub mod matching;
pub mod messages;
pub mod moderation;
pub mod organisations;
mod outgoing;
pub mod partnerships;
pub mod placements;
mod pool;
pub mod program;
pub mod province;
pub mod referencing;
pub mod system;
pub mod table;
pub mod token;
pub mod training;
pub mod vacancies;

/// The target of log lines about tries to get in or past a rule that were refused (ASVS 5.0 V16.3);
/// they say whose account, never what was typed. Who was let in stands in the audit log.
pub const SECURITY: &str = "security";

pub use context::{Exchange, Settings};
pub use error::ExchangeError;
