//! As much HTTP as the test speaks: one request a connection, forms and cookies. A killed server
//! shows as an error, never as a retry behind the test's back.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub cookie: Option<String>,
    pub body: String,
}

/// Somebody with a browser: an address and a session.
#[derive(Clone, Debug)]
pub struct Browser {
    pub address: SocketAddr,
    pub cookie: String,
}

impl Browser {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookie: String::new() }
    }

    /// The same session at another address: the program listens elsewhere after each start.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self {
            address,
            cookie: self.cookie.clone(),
        }
    }

    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, None)
    }

    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> io::Result<Answer> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.send("POST", path, Some(&body))
    }

    fn send(&mut self, method: &str, path: &str, body: Option<&str>) -> io::Result<Answer> {
        let stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nAccept: text/html, application/json\r\n",
            self.address
        );
        if !self.cookie.is_empty() {
            request.extend(["Cookie: ", &self.cookie, "\r\n"]);
        }
        if let Some(body) = body {
            request.extend(["Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ", &body.len().to_string(), "\r\n"]);
        }
        request.push_str("\r\n");
        request.push_str(body.unwrap_or_default());
        (&stream).write_all(request.as_bytes())?;
        let answer = read(stream)?;
        if let Some(cookie) = &answer.cookie {
            self.cookie.clone_from(cookie);
        }
        Ok(answer)
    }
}

/// Reads an answer to its very end: one that breaks off is no acknowledgement.
fn read(stream: TcpStream) -> io::Result<Answer> {
    let cut = |what: &str| io::Error::new(io::ErrorKind::UnexpectedEof, what.to_owned());
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(|| cut("no status line"))?;
    let mut answer = Answer {
        status,
        location: String::new(),
        cookie: None,
        body: String::new(),
    };
    let (mut length, mut chunked) = (None, false);
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Err(cut("the head breaks off"));
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "location" => value.trim().clone_into(&mut answer.location),
            "set-cookie" => answer.cookie = value.trim().split(';').next().map(str::to_owned),
            "content-length" => length = value.trim().parse::<usize>().ok(),
            "transfer-encoding" => chunked = value.contains("chunked"),
            _ => {}
        }
    }
    let mut body = Vec::new();
    if chunked {
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16).map_err(|_| cut("no chunk"))?;
            let mut chunk = vec![0; size + 2];
            reader.read_exact(&mut chunk)?;
            if size == 0 {
                break;
            }
            body.extend_from_slice(&chunk[..size]);
        }
    } else {
        reader.read_to_end(&mut body)?;
        if length.is_some_and(|length| length != body.len()) {
            return Err(cut("the body breaks off"));
        }
    }
    answer.body = String::from_utf8_lossy(&body).into_owned();
    Ok(answer)
}
