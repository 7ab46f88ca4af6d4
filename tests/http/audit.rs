//! The audit log proves itself: a line that was changed, taken out or cut off behind the engine's
//! back is named.

use sanviec_exchange::admin::chain::report;
use sanviec_store::ConnectionTrait;
use sanviec_tests::{TestApp, on_both};

async fn execute(app: &TestApp, sql: &str) -> bool {
    app.exchange()
        .begin(&sanviec_domain::access::Actor::System)
        .await
        .unwrap()
        .conn()
        .execute_unprepared(sql)
        .await
        .is_ok()
}

/// Whoever owns the database can take the guards off: that is what the chain is for.
async fn tamper(app: &TestApp, sql: &str) {
    let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
    let off: &[&str] = match app.store().engine() {
        sanviec_store::Engine::Sqlite => &["DROP TRIGGER audit_refuses_update", "DROP TRIGGER audit_refuses_delete"],
        sanviec_store::Engine::Postgres => &["ALTER TABLE audit DISABLE TRIGGER ALL"],
    };
    for statement in off.iter().chain([&sql]) {
        unit.conn().execute_unprepared(statement).await.unwrap();
    }
    unit.save().await.unwrap();
}

async fn signs_in(app: &TestApp) {
    for phone in ["0912345678", "0987654321", "0977000111"] {
        app.seeker(phone).await;
    }
    app.settle().await;
}

on_both! {
    async fn a_whole_log_says_so(app) {
        assert_eq!(report(app.store()).await.unwrap(), ("The audit log is empty.".to_owned(), true));
        signs_in(app).await;
        let (says, whole) = report(app.store()).await.unwrap();
        assert!(whole && says.contains("whole"), "{says}");
        // The engine itself refuses.
        for sql in ["UPDATE audit SET action = 'x'", "DELETE FROM audit"] {
            assert!(!execute(app, sql).await, "{sql}");
        }
    }
}

/// The log stays broken, so these don't end as other tests do.
async fn broken(app: TestApp) {
    signs_in(&app).await;
    tamper(&app, "UPDATE audit SET party = 'officer' WHERE seq = 2").await;
    let (says, whole) = report(app.store()).await.unwrap();
    assert!(!whole && says.contains("line 2 "), "{says}");
}

async fn cut(app: TestApp, sql: &str, line: i64) {
    signs_in(&app).await;
    let last = sanviec_store::audit::recent(app.store().reader(), None, 1).await.unwrap()[0].seq;
    tamper(&app, &sql.replace("LAST", &last.to_string())).await;
    let line = if line == 0 { last } else { line };
    let (says, whole) = report(app.store()).await.unwrap();
    assert!(!whole && says.contains(&format!("line {line} ")), "{says}");
}

#[tokio::test]
async fn a_tampered_line_is_named() {
    use sanviec_tests::Start;
    broken(TestApp::sqlite(Start::Empty).await).await;
    cut(TestApp::sqlite(Start::Empty).await, "DELETE FROM audit WHERE seq = 1", 1).await;
    cut(TestApp::sqlite(Start::Empty).await, "DELETE FROM audit WHERE seq = LAST", 0).await;
    if let Some(app) = TestApp::postgres(Start::Empty).await {
        broken(app).await;
    }
}
