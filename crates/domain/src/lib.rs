//! What the exchange is: its types, life cycles, rules and access policy.
//!
//! Pure by design: no input or output, no clock, no randomness of its own. Time and ids come in
//! from outside ([`time::Clock`], [`time::IdSource`]), so every rule here can be walked by a test.
#![warn(missing_docs)]

pub mod access;
pub mod account;
pub mod agreement;
pub mod application;
pub mod batch;
pub mod calendar;
pub mod consent;
pub mod contact;
pub mod demand;
pub mod event;
pub mod file;
pub mod identity_card;
pub mod ids;
pub mod language;
pub mod lifecycle;
pub mod matching;
pub mod membership;
pub mod moderation;
pub mod money;
pub mod month;
pub mod organisation;
pub mod partnership;
pub mod pay;
pub mod place;
pub mod placement;
pub mod program;
pub mod query;
pub mod reference;
pub mod text;
pub mod time;
pub mod training;
pub mod vacancy;
pub mod vocabulary;
pub mod written;
