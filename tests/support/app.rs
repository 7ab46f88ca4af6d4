//! The site of one test.

use crate::database::{Fresh, Start, config};
use crate::time::{Still, TestIds, beginning};
use crate::user::User;
use axum::Router;
use chrono::{NaiveDate, TimeDelta};
use sanviec_domain::time::{SharedClock, SharedIds};
use sanviec_exchange::context::{MovableClock, Parts};
use sanviec_exchange::files::Files;
use sanviec_exchange::messages::{self, Channels};
use sanviec_exchange::{Exchange, indexing, jobs};
use sanviec_search::VacancyIndex;
use sanviec_store::{Database, MessageRecord};
use sanviec_web::config::Config;
use sanviec_web::{App, boot, server};
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Messages of the outbox a test looks through.
const OUTBOX: u64 = 500;

/// The site of one test. Cheap to clone.
#[derive(Clone)]
pub struct TestApp(Arc<Inner>);

/// What belongs to a [`TestApp`].
pub struct Inner {
    /// The site as its handlers are given it.
    pub site: App,
    clock: Arc<MovableClock>,
    router: Router,
    fresh: Fresh,
    leaves_jobs: AtomicBool,
    next_phone: AtomicU64,
}

impl Deref for TestApp {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl TestApp {
    /// On SQLite.
    pub async fn sqlite(start: Start) -> Self {
        Self::on(Fresh::sqlite(start).await, start, config()).await
    }

    /// On PostgreSQL, where there is a server.
    pub async fn postgres(start: Start) -> Option<Self> {
        Some(Self::on(Fresh::postgres(start).await?, start, config()).await)
    }

    /// On SQLite under another configuration.
    pub async fn configured(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = config();
        change(&mut config);
        Self::on(Fresh::sqlite(Start::Empty).await, Start::Empty, config).await
    }

    async fn on(fresh: Fresh, start: Start, config: Config) -> Self {
        boot::tls();
        let clock = Arc::new(MovableClock::new(Arc::new(Still(beginning()))));
        let shared: SharedClock = clock.clone();
        // What the template was filled with has lower numbers.
        let ids: SharedIds = Arc::new(TestIds::from(1 << 32));
        let index = VacancyIndex::in_memory(fresh.reference.clone()).expect("an index fits into memory");
        let settings = boot::settings(&config, &fresh.reference);
        let parts = Parts {
            store: fresh.store.clone(),
            index,
            reference: fresh.reference.clone(),
            clock: shared,
            ids,
            settings,
            channels: Channels::demo(),
            files: Files::in_memory(),
        };
        let exchange = Exchange::new(parts);
        if start == Start::Province {
            indexing::rebuild(&exchange).await.expect("the index can be built");
        }
        let site = App::new(exchange, config, Some(clock.clone()));
        let router = server::router(&site);
        Self(Arc::new(Inner {
            site,
            clock,
            router,
            fresh,
            leaves_jobs: AtomicBool::new(false),
            next_phone: AtomicU64::new(1),
        }))
    }

    /// The use cases.
    pub fn exchange(&self) -> &Exchange {
        &self.site.exchange
    }

    /// The store.
    pub fn store(&self) -> &Database {
        &self.site.exchange.store
    }

    /// The router, to ask once.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// A folder that goes away with the test.
    pub fn folder(&self) -> &Path {
        self.fresh.folder.path()
    }

    /// Today in Vietnam.
    pub fn today(&self) -> NaiveDate {
        self.site.exchange.clock.today()
    }

    /// Moves the clock.
    pub fn wait(&self, time: TimeDelta) {
        self.clock.advance(time);
    }

    /// Moves the clock and does what it brings.
    pub async fn later(&self, time: TimeDelta) {
        self.wait(time);
        jobs::periodic::enqueue_due(self.exchange()).await.expect("what is due can be queued");
        self.run_jobs().await;
    }

    /// Runs every job that is due, and those that follow from them.
    pub async fn run_jobs(&self) {
        while jobs::run_due(self.exchange(), "test").await.expect("the queue can be read") > 0 {}
    }

    /// Lets the index catch up with the feed.
    pub async fn catch_up(&self) {
        while indexing::catch_up(self.exchange()).await.expect("the feed can be followed") {}
    }

    /// What follows from everything done so far: messages written and sent, the index caught up.
    pub async fn settle(&self) {
        self.run_jobs().await;
        self.catch_up().await;
    }

    /// The messages of the outbox, the newest first.
    pub async fn outbox(&self) -> Vec<MessageRecord> {
        messages::recent(self.exchange(), OUTBOX).await.expect("the outbox can be read")
    }

    /// The messages to a number or an address, the newest first.
    pub async fn messages_to(&self, recipient: &str) -> Vec<MessageRecord> {
        self.outbox().await.into_iter().filter(|message| message.recipient == recipient).collect()
    }

    /// The one-time code sent last to a number or an address.
    pub async fn code_for(&self, contact: &str) -> String {
        let recipient = &contact.parse::<sanviec_domain::contact::Phone>().map_or_else(|_| contact.to_owned(), String::from);
        let messages = self.messages_to(recipient).await;
        let text = &messages
            .iter()
            .find(|message| message.kind == "code")
            .unwrap_or_else(|| panic!("no code was sent to {recipient}"))
            .text;
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
        let code = text.split(|c: char| !c.is_ascii_alphanumeric()).find(is_code);
        code.unwrap_or_else(|| panic!("no code of six digits in “{text}”")).to_owned()
    }

    /// A mobile number nobody in this test has.
    pub fn phone(&self) -> String {
        format!("09{:08}", 70_000_000 + self.next_phone.fetch_add(1, Ordering::Relaxed))
    }

    /// Somebody who has not signed in.
    pub fn visitor(&self) -> User {
        User::new(self.clone())
    }

    /// Says that this test leaves jobs in the queue on purpose.
    pub fn leaves_jobs(&self) {
        self.leaves_jobs.store(true, Ordering::Relaxed);
    }

    /// Ends the test: what it did is whole. No job unrun, none dead, the index where the feed is, the
    /// audit log unbroken.
    pub async fn end(self) {
        let conn = self.store().reader();
        if !self.leaves_jobs.load(Ordering::Relaxed) {
            let counts = sanviec_store::jobs::counts(conn).await.expect("the queue can be counted");
            assert_eq!(
                (counts.ready, counts.running, counts.dead),
                (0, 0, 0),
                "(ready, running, dead) jobs are left: settle() runs them"
            );
        }
        assert_eq!(
            sanviec_store::audit::verify(conn).await.expect("the audit log can be read"),
            None,
            "the audit log is broken at this line"
        );
        self.fresh.end().await;
    }
}
