//! The program as a process: started, killed, told to stop; and the folder it lives in.

use crate::http::Browser;
use crate::messages::Gateway;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long a start may take before it counts as hanging. The first seeds the demo.
const PATIENCE: Duration = Duration::from_mins(3);

/// Where the program keeps its things, its mails and its log; and the gateway its text messages go to.
pub struct Folder {
    path: PathBuf,
    pub gateway: Gateway,
}

impl Folder {
    /// A new one. It stays after a failure, to be looked at.
    pub fn new() -> Self {
        let path = tempfile::Builder::new().prefix("sanviec-crash-").tempdir().expect("a folder can be made").keep();
        std::fs::create_dir(path.join("mail")).expect("a folder can be made");
        Self { path, gateway: Gateway::start() }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn mail(&self) -> PathBuf {
        self.path.join("mail")
    }

    pub fn remove(self) {
        std::fs::remove_dir_all(&self.path).expect("the folder can be taken away");
    }

    /// The program with this folder's settings.
    pub fn command(&self) -> Command {
        let binary = std::env::var("SANVIEC_BIN").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../target/debug/sanviec").to_owned());
        assert!(
            Path::new(&binary).is_file(),
            "{binary} is not there: cargo build --package sanviec-web, or name it in SANVIEC_BIN"
        );
        let mut command = Command::new(binary);
        let log = OpenOptions::new().create(true).append(true).open(self.path.join("log")).expect("the log can be written");
        command
            .current_dir(&self.path)
            .env("SANVIEC__DATA__FOLDER", self.path.join("demo"))
            .env("SANVIEC__MESSAGES__EMAIL", "file")
            .env("SANVIEC__MESSAGES__FOLDER", self.mail())
            .env("SANVIEC__MESSAGES__TEXT", "gateway")
            .env("SANVIEC__MESSAGES__GATEWAY_URL", self.gateway.url())
            .env("SANVIEC__MESSAGES__GATEWAY_TOKEN", "for-the-test")
            .env("SANVIEC__LIMITS__RATES__CODE_CONTACT", "100000/1h")
            .env("SANVIEC__LIMITS__RATES__APPLY_ACCOUNT", "100000/1h")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        command
    }

    /// Runs a command of the program to its end; what it prints.
    pub fn run(&self, arguments: &[&str]) -> String {
        let out = self.command().args(arguments).stdout(Stdio::piped()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "sanviec {arguments:?} ended with {}: {said}", out.status);
        said
    }
}

/// The running program.
pub struct Site {
    process: Child,
    pub address: SocketAddr,
    took: Duration,
}

impl Site {
    fn spawn(folder: &Folder) -> Child {
        folder
            .command()
            .args(["demo", "--small", "--listen", "127.0.0.1:0", "--dir"])
            .arg(folder.path().join("demo"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts")
    }

    /// Starts it and waits until it answers.
    pub fn start(folder: &Folder) -> Self {
        let began = Instant::now();
        let mut process = Self::spawn(folder);
        let out = process.stdout.take().expect("it was piped");
        let (found, address) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if let Some(address) = line.trim().strip_prefix("http://").and_then(|rest| rest.trim_end_matches('/').parse().ok()) {
                    let _ = found.send(address);
                }
            }
        });
        let mut site = match address.recv_timeout(PATIENCE) {
            Ok(address) => Self {
                process,
                address,
                took: Duration::ZERO,
            },
            Err(error) => {
                let _ = process.kill();
                panic!("no address was printed ({error}); {} has the log", folder.path().display());
            }
        };
        let mut status = 0;
        wait(PATIENCE, || {
            status = Browser::new(site.address).get("/viec-lam").map_or(0, |answer| answer.status);
            status != 0
        });
        assert_eq!(status, 200, "the search page after a start; {} has the log", folder.path().display());
        site.took = began.elapsed();
        site
    }

    /// Starts it and kills it after so long, whatever it is doing then.
    pub fn start_and_kill(folder: &Folder, life: Duration) {
        let mut process = Self::spawn(folder);
        std::thread::sleep(life);
        process.kill().expect("it is ours to kill");
        process.wait().expect("it is ours to wait for");
    }

    /// How long the start took, until it answered.
    pub fn start_took(&self) -> Duration {
        self.took
    }

    /// SIGKILL: nothing is flushed, nothing is said.
    pub fn kill(mut self) {
        self.process.kill().expect("it is ours to kill");
        self.process.wait().expect("it is ours to wait for");
    }

    /// SIGTERM, and waits for it to end well.
    pub fn stop(mut self) {
        let told = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status().expect("kill is there");
        assert!(told.success());
        let mut ended = None;
        wait(Duration::from_secs(20), || {
            ended = self.process.try_wait().expect("it is ours to wait for");
            ended.is_some()
        });
        assert!(ended.is_some_and(|status| status.success()), "it did not end well when told to: {ended:?}");
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // A failed check must not leave a server behind.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits until something holds; whether it did in time.
pub fn wait(longest: Duration, mut holds: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    loop {
        if holds() {
            return true;
        }
        if began.elapsed() > longest {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Reads a whole file.
pub fn lines(path: &Path) -> Vec<String> {
    BufReader::new(File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .lines()
        .map(|line| line.expect("text"))
        .collect()
}
