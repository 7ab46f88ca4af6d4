//! A load generator that costs little: one thread, connections kept open, nothing parsed but where an
//! answer ends.

use crate::Outcome;
use crate::figures::Times;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Connections, where nothing else is said.
pub const CLIENTS: usize = 8;
/// Before it counts.
const WARM: Duration = Duration::from_millis(700);

/// What came of it.
#[derive(Debug, Default)]
pub struct Load {
    pub per_second: f64,
    pub times: Times,
    /// Bytes of an answer, head and body, on average.
    pub bytes: f64,
}

/// What is asked, and the status of its answer.
#[derive(Clone, Debug)]
pub struct Request {
    bytes: Vec<u8>,
    expected: u16,
}

impl Request {
    /// A page.
    pub fn get(address: SocketAddr, path: &str, gzip: bool) -> Self {
        let encoding = if gzip { "accept-encoding: gzip, br\r\n" } else { "" };
        Self {
            bytes: format!("GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\nuser-agent: bench\r\n{encoding}\r\n").into_bytes(),
            expected: 200,
        }
    }

    /// A form of this site that leads on to another page.
    pub fn form(address: SocketAddr, path: &str, body: &str) -> Self {
        let head = format!("POST {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\nuser-agent: bench\r\nsec-fetch-site: same-origin\r\n");
        let body = format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        Self {
            bytes: (head + &body).into_bytes(),
            expected: 303,
        }
    }
}

/// So many ask over and over for so long. An answer of another status than expected is an error.
pub async fn load(address: SocketAddr, requests: Vec<Request>, clients: usize, time: Duration) -> Outcome<Load> {
    tokio::task::spawn_blocking(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(all(address, requests, clients, time))
    })
    .await?
}

async fn all(address: SocketAddr, requests: Vec<Request>, clients: usize, time: Duration) -> Outcome<Load> {
    let requests: Arc<[Request]> = requests.into();
    let from = Instant::now() + WARM;
    let clients: Vec<_> = (0..clients)
        .map(|number| tokio::spawn(client(address, requests.clone(), number * requests.len() / clients, from, from + time)))
        .collect();
    let mut load = Load::default();
    let (mut answers, mut bytes) = (0_u64, 0_u64);
    for client in clients {
        let (times, count, read) = client.await??;
        load.times.extend(&times);
        answers += count;
        bytes += read;
    }
    load.per_second = answers as f64 / time.as_secs_f64();
    load.bytes = bytes as f64 / answers.max(1) as f64;
    Ok(load)
}

/// `at`: where in the list this one begins.
async fn client(address: SocketAddr, requests: Arc<[Request]>, mut at: usize, from: Instant, to: Instant) -> Outcome<(Times, u64, u64)> {
    let mut connection = Connection::open(address).await?;
    let (mut times, mut answers, mut bytes) = (Times::default(), 0, 0);
    loop {
        let began = Instant::now();
        if began >= to {
            return Ok((times, answers, bytes));
        }
        let request = &requests[at % requests.len()];
        let (status, read) = connection.ask(request).await?;
        if status != request.expected {
            return Err(format!("{status} for {}", String::from_utf8_lossy(&request.bytes)).into());
        }
        if began >= from {
            times.add(began.elapsed());
            answers += 1;
            bytes += read as u64;
        }
        at += 1;
    }
}

/// A connection that is kept open.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(1 << 18),
        })
    }

    /// Asks and reads the whole answer: its status and length.
    pub async fn ask(&mut self, request: &Request) -> Outcome<(u16, usize)> {
        self.stream.write_all(&request.bytes).await?;
        self.buffer.clear();
        let mut head = None;
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if head.is_none() {
                head = Head::read(&self.buffer);
            }
            if let Some(head) = &head {
                let ended = match head.length {
                    Some(length) => self.buffer.len() >= head.end + length,
                    None => self.buffer.ends_with(b"\r\n0\r\n\r\n"),
                };
                if ended {
                    return Ok((head.status, self.buffer.len()));
                }
            }
        }
    }
}

struct Head {
    status: u16,
    end: usize,
    /// `None` where the body comes in chunks.
    length: Option<usize>,
}

impl Head {
    fn read(buffer: &[u8]) -> Option<Self> {
        let end = buffer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
        let text = std::str::from_utf8(&buffer[..end]).ok()?;
        let mut lines = text.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let length = lines.find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        Some(Self { status, end, length })
    }
}

impl Load {
    /// Of several loads, as if they were one.
    pub fn mean(loads: Vec<Self>) -> Self {
        let count = loads.len().max(1) as f64;
        let mut mean = Self::default();
        for load in loads {
            mean.per_second += load.per_second / count;
            mean.bytes += load.bytes / count;
            mean.times.extend(&load.times);
        }
        mean
    }
}
