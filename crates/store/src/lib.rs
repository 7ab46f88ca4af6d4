//! The truth: one SQL database, SQLite or PostgreSQL, behind one set of functions.
//!
//! - [`Database`] holds the connections; [`Unit`] is a unit of work: a transaction with a clock, an
//!   id source and the actor. What happened is collected in the unit and written by
//!   [`Unit::save`]: history, audit, jobs and, last of all, the numbers of the change feed.
//! - One module per noun. Functions that read take any connection ([`Database::reader`] or
//!   [`Unit::conn`]); functions that write take the [`Unit`].
//! - Records are plain structs of domain types. The rows behind them ([`sea_orm`] entities) stay
//!   inside this crate.
//! - What belongs to somebody is read through its owner's scope ([`vacancies::of`],
//!   [`applications::of_employer`], [`applications::of_seeker`]): a query that can't forget whose
//!   it is.
//!
//! Lists are read by cursor; a cursor is the id (or the sort key and the id) of the last row seen.
#![warn(missing_docs)]

pub mod agreements;
pub mod announcements;
pub mod api_keys;
pub mod applications;
pub mod audit;
pub mod batches;
pub mod cases;
pub mod codes;
pub mod consents;
mod convert;
mod counter;
pub mod credentials;
mod database;
pub mod demands;
mod error;
pub mod events;
pub mod feed;
pub mod files;
pub mod fulfilment;
pub mod history;
pub mod identities;
pub mod invitations;
pub mod jobs;
pub mod joining;
pub mod likeness;
pub mod limits;
pub mod meetings;
pub mod merged_people;
pub mod messages;
pub mod notes;
pub mod organisation_facts;
pub mod organisations;
pub mod partnership_files;
pub mod partnership_meetings;
pub mod partnerships;
pub mod passkeys;
pub mod people;
pub mod placements;
pub mod programmes;
pub mod reference;
pub mod registrations;
pub mod reminders;
pub mod reports;
pub mod results;
pub mod reviews;
pub mod revisions;
pub mod schedules;
pub mod sessions;
mod tables;
pub mod test_vacancies;
mod unit;
mod updates;
pub mod vacancies;
pub mod webhooks;
mod words;

pub use announcements::AnnouncementRecord;
pub use applications::ApplicationRecord;
pub use cases::CaseRecord;
pub use codes::CodeRecord;
pub use database::{Database, DatabaseOptions, Engine};
pub use error::{Result, StoreError};
pub use feed::{Change, ChangeKind, Entity};
pub use jobs::{JobRecord, JobState, NewJob};
pub use messages::{Channel, MessageRecord, MessageState};
pub use organisations::OrganisationRecord;
pub use people::{Membership, PersonRecord};
pub use revisions::RevisionRecord;
pub use sanviec_domain::vacancy::RevisionState;
pub use sea_orm::ConnectionTrait;
pub use sessions::SessionStore;
pub use unit::Unit;
pub use vacancies::VacancyRecord;
