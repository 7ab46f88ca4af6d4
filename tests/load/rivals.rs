//! SQLite FTS5 and PostgreSQL full text over the same texts.

use crate::Outcome;
use crate::queries::Drawn;
use crate::report::{FTS5_BUILD, POSTGRES_BUILD, Report};
use sanviec_domain::text::fold;
use sanviec_search::VacancyDocument;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait, Value};
use std::path::Path;
use std::time::{Duration, Instant};

/// Rows of an INSERT.
const ROWS: usize = 200;
/// Rows of a page.
const LIMIT: usize = 20;

/// What a rival keeps of a vacancy.
#[expect(clippy::struct_field_names, reason = "the column is called text")]
pub struct Text {
    id: i64,
    text: String,
    pay: Option<i64>,
    park: Option<String>,
}

/// A rival with its index.
pub struct Rival {
    pub name: &'static str,
    conn: DatabaseConnection,
    backend: DbBackend,
}

/// The rivals that are there.
pub struct Rivals(pub Vec<Rival>);

/// What the index finds by, as one folded text for each vacancy.
pub struct Texts {
    rows: Vec<Text>,
    /// How long the folding took: it belongs to a rival's build as the analysis belongs to ours.
    folding: Duration,
}

/// Folds what the index finds by.
pub fn texts(documents: &[VacancyDocument], report: &mut Report) -> Texts {
    let began = Instant::now();
    let text = |document: &VacancyDocument| {
        let mut parts = vec![document.title.as_str(), &document.employer_name, &document.description, &document.requirements];
        for list in [&document.occupation_names, &document.place_names, &document.extra] {
            parts.extend(list.iter().map(String::as_str));
        }
        Text {
            id: document.number.0,
            text: fold(&parts.join("\n")),
            pay: document.pay_to,
            park: document.place.park.as_ref().map(|park| park.0.clone()),
        }
    };
    let rows: Vec<Text> = documents.iter().map(text).collect();
    let folding = began.elapsed();
    report.figure("Folded text", rows.iter().map(|text| text.text.len()).sum::<usize>() as f64 / 1e6, "MB");
    Texts { rows, folding }
}

/// Builds both. Their clocks run while the texts are indexed, not while they are brought there.
pub async fn build(folder: &Path, texts: Texts, report: &mut Report) -> Outcome<Rivals> {
    let mut rivals = vec![fts5(&folder.join("fts5.sqlite"), &texts, report).await?];
    match std::env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty()) {
        Some(url) => rivals.push(postgres(&url, &texts, report).await?),
        None => report.note("PostgreSQL was left out: TEST_POSTGRES_URL names no server."),
    }
    Ok(Rivals(rivals))
}

async fn fts5(file: &Path, Texts { rows: texts, folding }: &Texts, report: &mut Report) -> Outcome<Rival> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options.max_connections(1).sqlx_logging(false).test_before_acquire(false);
    let conn = Database::connect(options).await?;
    for setting in [
        "journal_mode = wal",
        "synchronous = normal",
        "cache_size = -65536",
        "mmap_size = 1073741824",
        "temp_store = memory",
    ] {
        conn.execute_unprepared(&format!("PRAGMA {setting}")).await?;
    }
    conn.execute_unprepared("CREATE TABLE kept (id INTEGER PRIMARY KEY, pay INTEGER, park TEXT)").await?;
    conn.execute_unprepared("CREATE VIRTUAL TABLE found USING fts5(text, content = '', tokenize = 'unicode61')")
        .await?;
    let began = Instant::now();
    let all = conn.begin().await?;
    for rows in texts.chunks(ROWS) {
        let values = rows.iter().flat_map(|row| [Value::from(row.id), Value::from(row.text.clone())]);
        let sql = format!("INSERT INTO found (rowid, text) VALUES {}", vec!["(?, ?)"; rows.len()].join(", "));
        all.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
    }
    all.commit().await?;
    let building = began.elapsed();
    report.rate("FTS5 build, texts already folded", texts.len() as u64, building, "docs/s");
    report.rate(FTS5_BUILD, texts.len() as u64, *folding + building, "docs/s");
    let all = conn.begin().await?;
    for rows in texts.chunks(ROWS) {
        let values = rows.iter().flat_map(|row| [Value::from(row.id), Value::from(row.pay), Value::from(row.park.clone())]);
        let sql = format!("INSERT INTO kept (id, pay, park) VALUES {}", vec!["(?, ?, ?)"; rows.len()].join(", "));
        all.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
    }
    all.commit().await?;
    conn.execute_unprepared("INSERT INTO found (found) VALUES ('optimize')").await?;
    conn.execute_unprepared("PRAGMA wal_checkpoint(truncate)").await?;
    conn.execute_unprepared("ANALYZE").await?;
    Ok(Rival {
        name: "FTS5",
        conn,
        backend: DbBackend::Sqlite,
    })
}

async fn postgres(url: &str, Texts { rows: texts, folding }: &Texts, report: &mut Report) -> Outcome<Rival> {
    let mut options = ConnectOptions::new(url.to_owned());
    options.max_connections(1).sqlx_logging(false).test_before_acquire(false);
    let conn = Database::connect(options).await?;
    conn.execute_unprepared("DROP SCHEMA IF EXISTS sanviec_bench CASCADE").await?;
    conn.execute_unprepared("CREATE SCHEMA sanviec_bench").await?;
    conn.execute_unprepared("SET search_path = sanviec_bench").await?;
    conn.execute_unprepared("CREATE UNLOGGED TABLE raw (id BIGINT, text TEXT, pay BIGINT, park TEXT)").await?;
    for rows in texts.chunks(ROWS) {
        let values = rows
            .iter()
            .flat_map(|row| [Value::from(row.id), Value::from(row.text.clone()), Value::from(row.pay), Value::from(row.park.clone())]);
        let places: Vec<String> = (0..rows.len())
            .map(|row| row * 4)
            .map(|at| format!("(${}, ${}, ${}, ${})", at + 1, at + 2, at + 3, at + 4))
            .collect();
        let sql = format!("INSERT INTO raw (id, text, pay, park) VALUES {}", places.join(", "));
        conn.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
    }
    let began = Instant::now();
    conn.execute_unprepared("CREATE TABLE kept AS SELECT id, to_tsvector('simple', text) AS text, pay, park FROM raw")
        .await?;
    conn.execute_unprepared("CREATE INDEX ON kept USING gin (text)").await?;
    report.rate(POSTGRES_BUILD, texts.len() as u64, *folding + began.elapsed(), "docs/s");
    conn.execute_unprepared("DROP TABLE raw").await?;
    conn.execute_unprepared("VACUUM ANALYZE kept").await?;
    Ok(Rival {
        name: "PostgreSQL",
        conn,
        backend: DbBackend::Postgres,
    })
}

impl Rivals {
    /// Takes away what was made.
    pub async fn close(self) -> Outcome<()> {
        for rival in self.0 {
            if rival.backend == DbBackend::Postgres {
                rival.conn.execute_unprepared("DROP SCHEMA sanviec_bench CASCADE").await?;
            }
            rival.conn.close().await?;
        }
        Ok(())
    }
}

impl Rival {
    /// The best twenty and how many there are.
    pub async fn search(&self, asked: &Drawn) -> Outcome<(Vec<i64>, i64)> {
        let (text, from, order) = match self.backend {
            DbBackend::Sqlite => {
                let words: Vec<String> = asked.words.iter().map(|word| format!("\"{word}\"")).collect();
                let filtered = asked.pay_from.is_some() || asked.park.is_some();
                let from = if filtered {
                    "found JOIN kept ON kept.id = found.rowid WHERE found MATCH ?"
                } else {
                    "found WHERE found MATCH ?"
                };
                (words.join(" "), from.to_owned(), "ORDER BY found.rank")
            }
            _ => (
                asked.words.join(" "),
                "kept, plainto_tsquery('simple', $1) AS asked WHERE text @@ asked".to_owned(),
                "ORDER BY ts_rank(text, asked) DESC",
            ),
        };
        let (mut condition, mut values) = (from, vec![Value::from(text)]);
        let mut require = |column: &str, value: Value| {
            values.push(value);
            let place = if self.backend == DbBackend::Sqlite {
                "?".to_owned()
            } else {
                format!("${}", values.len())
            };
            let _ = std::fmt::Write::write_fmt(&mut condition, format_args!(" AND kept.{column} {place}"));
        };
        if let Some(pay) = asked.pay_from {
            require("pay >=", pay.into());
        }
        if let Some(park) = &asked.park {
            require("park =", park.clone().into());
        }
        let id = if self.backend == DbBackend::Sqlite { "found.rowid" } else { "id" };
        let page = format!("SELECT {id} FROM {condition} {order} LIMIT {LIMIT}");
        let rows = self.conn.query_all_raw(Statement::from_sql_and_values(self.backend, page, values.clone())).await?;
        let count = format!("SELECT count(*) FROM {condition}");
        let count = self
            .conn
            .query_one_raw(Statement::from_sql_and_values(self.backend, count, values))
            .await?
            .ok_or("no count")?;
        let ids = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
        Ok((ids, count.try_get_by_index(0)?))
    }
}
