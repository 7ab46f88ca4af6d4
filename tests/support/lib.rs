//! The site for tests: the real router over a real database and index, spoken to as people speak to
//! it, with a clock that moves only when told to and the sent messages at hand.
//!
//! [`on_both!`] writes a test once and runs it on SQLite, and on PostgreSQL where
//! `TEST_POSTGRES_URL` names a server on which databases may be made.

pub mod app;
pub mod authenticator;
pub mod cast;
pub mod database;
pub mod form;
pub mod page;
pub mod provider;
pub mod time;
pub mod user;
pub mod vacancy;

pub use app::TestApp;
pub use authenticator::Authenticator;
pub use cast::{Employer, Officer};
pub use database::Start;
pub use form::Form;
pub use page::Page;
pub use user::User;
pub use vacancy::{Posted, VacancyForm, vacancy};

/// Writes each test once and runs it on both engines. `(app in province)` begins with the small
/// demo province, `(app)` with nothing but the reference lists. At its end nothing may be left: no
/// job unrun, no index behind, no broken audit log ([`TestApp::end`]).
#[macro_export]
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident $(in $start:ident)?) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, clippy::allow_attributes, reason = "a test's own module sees what is round it, whether it needs it or not")]
            use super::*;

            $(#[$meta])*
            async fn body($app: &$crate::TestApp) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let app = $crate::TestApp::sqlite($crate::start!($($start)?)).await;
                body(&app).await;
                app.end().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(app) = $crate::TestApp::postgres($crate::start!($($start)?)).await {
                    body(&app).await;
                    app.end().await;
                }
            }
        }
    )+};
}

/// What a test begins with, for [`on_both!`].
#[macro_export]
macro_rules! start {
    () => {
        $crate::Start::Empty
    };
    (province) => {
        $crate::Start::Province
    };
}
