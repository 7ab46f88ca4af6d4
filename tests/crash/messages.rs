//! What left the house: mails as files, text messages at a gateway of our own. Each by its id.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use base64::Engine as _;

/// A text message as the gateway got it.
#[derive(Clone, Debug)]
pub struct Text {
    pub id: String,
    pub to: String,
    pub words: String,
}

/// The SMS provider: takes everything, remembers everything.
pub struct Gateway {
    address: SocketAddr,
    got: Arc<Mutex<Vec<Text>>>,
}

impl Gateway {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let got = Arc::new(Mutex::new(Vec::new()));
        let all = got.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let all = all.clone();
                std::thread::spawn(move || while take(&stream, &all).is_some() {});
            }
        });
        Self { address, got }
    }

    pub fn url(&self) -> String {
        format!("http://{}/messages", self.address)
    }

    pub fn all(&self) -> Vec<Text> {
        self.got.lock().unwrap().clone()
    }

    /// The newest one-time code sent to a number.
    pub fn code_for(&self, phone: &str) -> Option<String> {
        let got = self.got.lock().unwrap();
        let text = got.iter().rev().find(|text| text.to == phone)?;
        text.words.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).map(str::to_owned)
    }
}

/// One request of a kept connection: read whole, remembered, then answered.
fn take(mut stream: &TcpStream, got: &Mutex<Vec<Text>>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let (mut length, mut key, mut line) = (0, String::new(), String::new());
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            if line.trim_end().is_empty() {
                break;
            }
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().ok()?,
            "idempotency-key" => value.trim().clone_into(&mut key),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let body: serde_json::Value = serde_json::from_slice(&body).ok()?;
    let word = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    assert_eq!(word("id"), key, "the gateway is told one id in the body and another in the header");
    got.lock().unwrap().push(Text {
        id: word("id"),
        to: word("to"),
        words: word("text"),
    });
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").ok()
}

/// The ids of the mails in a folder, by recipient and subject. A mail whose writing was cut off by a
/// kill counts as not sent.
pub fn mails(folder: &Path) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut mails: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for file in std::fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("it can be read").path()) {
        if file.extension().is_none_or(|ending| ending != "eml") {
            continue;
        }
        let raw = String::from_utf8_lossy(&std::fs::read(&file).expect("it can be read")).replace("\r\n", "\n");
        let Some((head, _)) = raw.split_once("\n\n") else { continue };
        let head = head.replace("\n ", " ").replace("\n\t", " ");
        let header = |name: &str| {
            head.lines()
                .find_map(|line| line.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| decode(value.trim())))
        };
        let (Some(id), Some(to), Some(subject)) = (header("Message-ID"), header("To"), header("Subject")) else {
            panic!("{} has no id, recipient or subject", file.display());
        };
        mails.entry((to, subject)).or_default().insert(id);
    }
    mails
}

/// A header's words in UTF-8 (RFC 2047, base64).
fn decode(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(start) = rest.find("=?utf-8?b?") {
        let before = &rest[..start];
        // Space between two encoded words is none.
        if !before.trim().is_empty() {
            out.push_str(before);
        }
        let coded = &rest[start + 10..];
        let Some(end) = coded.find("?=") else { break };
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(&coded[..end])
            .unwrap_or_else(|error| panic!("{value}: {error}"));
        out.push_str(&String::from_utf8_lossy(&bytes));
        rest = &coded[end + 2..];
    }
    out.push_str(rest);
    out
}

#[test]
fn subjects_are_read_as_they_were_written() {
    assert_eq!(decode("plain words"), "plain words");
    assert_eq!(decode("=?utf-8?b?VGluIMSRw6M=?= =?utf-8?b?IMSRxrDhu6Nj?= x"), "Tin đã được x");
}
