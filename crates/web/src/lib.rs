//! HTTP and the command line: pages, forms, the JSON API, sessions, security, and the commands of
//! the `sanviec` binary. No rule and no query here: handlers take what came, call one use case, and
//! show what it answered.

pub mod api;
pub mod app;
pub mod boot;
pub mod cli;
pub mod clock;
pub mod config;
pub mod device;
pub mod forms;
pub mod limits;
pub mod pages;
pub mod problem;
pub mod queries;
pub mod reason;
pub mod routes;
pub mod security;
pub mod server;
pub mod visit;

pub use app::App;
