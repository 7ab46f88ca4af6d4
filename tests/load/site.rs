//! The program as people reach it: started on existing data, asked over loopback.

use crate::Outcome;
use crate::client::{CLIENTS, Connection, Load, Request, load};
use crate::corpus::House;
use crate::figures::Times;
use crate::queries::Drawn;
use crate::report::Report;
use crate::sign_in;
use axum::Router;
use axum::routing::get;
use sanviec_domain::ids::VacancyNumber;
use sanviec_domain::query::VacancyQuery;
use sanviec_exchange::Exchange;
use sanviec_exchange::vacancies::{find, read};
use sanviec_search::PageRequest;
use sanviec_web::pages::public::search::FACETS;
use sanviec_web::queries::ROWS;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The argument that makes this program the trivial server.
pub const TRIVIAL: &str = "--trivial";
/// How long each load lasts.
pub const TIME: Duration = Duration::from_secs(4);
/// How long a start may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// A server with one handler that does nothing.
pub async fn serve_trivial() -> Outcome<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    Ok(axum::serve(listener, Router::new().route("/", get(|| async { "Xin chào" }))).await?)
}

/// Requests a second, memory and start-up over the whole corpus.
pub async fn run(house: &House, queries: &[Drawn], pages: &[String], is_small: bool, report: &mut Report) -> Outcome<()> {
    let began = Instant::now();
    let server = Server::start(Command::new(program()?).arg("serve").arg("--config").arg(&house.config_file))?;
    server.first_page("/viec-lam").await?;
    report.start(began.elapsed());
    let trivial = Server::start(Command::new(std::env::current_exe()?).arg(TRIVIAL))?;
    let search: Vec<String> = queries.iter().map(Drawn::path).collect();
    let asked: Vec<VacancyQuery> = queries.iter().map(|drawn| drawn.query.clone()).collect();
    // Twice in turn, so that a disturbance from outside doesn't meet one of them alone.
    let mut alone = 0.0;
    let (mut found, mut vacancy, mut nothing) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..2 {
        alone += searches_alone(&house.exchange, &asked)? / 2.0;
        found.push(server.load(&search, false).await?);
        vacancy.push(server.load(pages, false).await?);
        nothing.push(trivial.load(&["/".to_owned()], false).await?);
    }
    let packed = server.load(&search, true).await?;
    sign_in::run(server.address, &house.exchange, &search, report).await?;
    vacancy_page_parts(&house.exchange, pages, report).await?;
    report.requests(alone, &Load::mean(found), &Load::mean(vacancy), &Load::mean(nothing), &packed, is_small);
    report.memory(server.memory("VmHWM:")?, server.memory("VmRSS:")?, server.memory("RssAnon:")?);
    Ok(())
}

/// Where the time of a vacancy's page goes, each use case by itself.
async fn vacancy_page_parts(exchange: &Exchange, pages: &[String], report: &mut Report) -> Outcome<()> {
    let (mut record, mut open, mut similar) = (Times::default(), Times::default(), Times::default());
    for page in pages.iter().take(200) {
        let number = page.trim_start_matches("/viec-lam/").split('-').next().unwrap_or_default().parse().map(VacancyNumber)?;
        let began = Instant::now();
        let view = read::public(exchange, number).await?;
        record.add(began.elapsed());
        let began = Instant::now();
        find::count_of_employer(exchange, view.employer.id)?;
        open.add(began.elapsed());
        let began = Instant::now();
        find::similar(exchange, view.vacancy.id, 4)?;
        similar.add(began.elapsed());
    }
    report.figure("Of a vacancy page: the record, p50", record.quantile(0.5), "µs");
    report.figure("Of a vacancy page: the employer's count, p50", open.quantile(0.5), "µs");
    report.figure("Of a vacancy page: similar vacancies, p50", similar.quantile(0.5), "µs");
    Ok(())
}

/// The search page of a small site.
pub async fn run_small(house: &House, queries: &[Drawn], report: &mut Report) -> Outcome<()> {
    let server = Server::start(Command::new(program()?).arg("serve").arg("--config").arg(&house.config_file))?;
    let search: Vec<String> = queries.iter().map(Drawn::path).collect();
    let loads = [server.load(&search, false).await?, server.load(&search, false).await?];
    report.small(&Load::mean(loads.into()));
    Ok(())
}

/// The searches a second that the process does by itself: what the page asks, on as many threads as
/// the server has, without HTTP, session, or template.
fn searches_alone(exchange: &Exchange, queries: &[VacancyQuery]) -> Outcome<f64> {
    let threads = std::thread::available_parallelism()?.get();
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let request = PageRequest::first(ROWS);
    let began = Instant::now();
    std::thread::scope(|scope| {
        let working: Vec<_> = (0..threads)
            .map(|number| {
                let (stop, done, request) = (&stop, &done, &request);
                scope.spawn(move || {
                    let mut at = number * queries.len() / threads;
                    while !stop.load(Ordering::Relaxed) {
                        find::search(exchange, &queries[at % queries.len()], request, &FACETS).map_err(|error| error.to_string())?;
                        done.fetch_add(1, Ordering::Relaxed);
                        at += 1;
                    }
                    Ok::<(), String>(())
                })
            })
            .collect();
        std::thread::sleep(TIME);
        stop.store(true, Ordering::Relaxed);
        for thread in working {
            thread.join().map_err(|_| "a search panicked")??;
        }
        Outcome::Ok(())
    })?;
    Ok(done.into_inner() as f64 / began.elapsed().as_secs_f64())
}

/// `sanviec`, built beside this program unless SANVIEC_BIN names another.
fn program() -> Outcome<PathBuf> {
    let program = match std::env::var_os("SANVIEC_BIN") {
        Some(program) => program.into(),
        None => std::env::current_exe()?.parent().unwrap_or(Path::new(".")).join("sanviec"),
    };
    if program.is_file() {
        Ok(program)
    } else {
        Err(format!("{} is not there", program.display()).into())
    }
}

/// A server as a process of its own; ends with this value.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts it and waits for the address it prints.
    fn start(command: &mut Command) -> Outcome<Self> {
        let mut process = command.env("RUST_LOG", "warn").stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let out = process.stdout.take().ok_or("no output")?;
        let mut server = Self {
            process,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        };
        let printed = BufReader::new(out)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.trim().strip_prefix("http://")?.trim_end_matches('/').parse().ok());
        server.address = printed.ok_or("the server ended without printing its address")?;
        Ok(server)
    }

    async fn first_page(&self, path: &str) -> Outcome<()> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Ok(mut connection) = Connection::open(self.address).await
                && let Ok((200, _)) = connection.ask(&Request::get(self.address, path, false)).await
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Err(format!("{path} did not answer").into())
    }

    async fn load(&self, paths: &[String], packed: bool) -> Outcome<Load> {
        let requests = paths.iter().map(|path| Request::get(self.address, path, packed)).collect();
        load(self.address, requests, CLIENTS, TIME).await
    }

    /// A figure of the process in megabytes.
    fn memory(&self, name: &str) -> Outcome<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such figure")?;
        let kilobytes: f64 = line.split_whitespace().next().ok_or("no number")?.parse()?;
        Ok(kilobytes * 1024.0 / 1e6)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
