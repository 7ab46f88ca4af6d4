//! The store on both engines: every test runs on SQLite, and on PostgreSQL where
//! `TEST_POSTGRES_URL` names a server on which databases may be made.

#[macro_use]
mod world;
mod feed;
mod growth;
mod housekeeping;
mod jobs;
mod queue;
mod records;
mod schema;
mod sessions;
mod unit;
