//! The site from outside: requests as browsers and programs send them, on both engines.

mod access;
mod accounts;
mod admin;
mod api;
mod architecture;
mod audit;
mod counter;
mod edges;
mod failures;
mod files;
mod housekeeping;
mod identities;
mod import;
mod lifecycles;
mod limits;
mod merging;
mod organisations;
mod pages;
mod posting;
mod refusals;
mod reindex;
mod revisions;
mod search;
mod tampering;
mod walk;
mod world;
