//! The mix: employers post, an officer decides, people apply, files are imported, all at once, until
//! the program is killed under them. What was acknowledged is written down; what was not, too.

use crate::checks::{Sessions, titles_with};
use crate::http::{Answer, Browser};
use crate::promises::{Applicant, Import, Known, Posting, Promises};
use crate::random::Random;
use crate::site::{Folder, Site, wait};
use std::io::{self, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Rows of an imported file.
const ROWS: usize = 12;
/// Vacancies in the queue at which employers wait.
const BACKLOG: usize = 12;
/// One of so many lives has an import beside it.
const IMPORTS: u64 = 3;

/// What the threads of one life share.
struct Life<'a> {
    promises: Mutex<&'a mut Promises>,
    over: AtomicBool,
    folder: &'a Folder,
}

/// Lets people loose on the site for so long, then kills it.
pub fn run(site: Site, folder: &Folder, promises: &mut Promises, sessions: &Sessions, random: &mut Random, life: Duration) {
    let shared = Life {
        promises: Mutex::new(promises),
        over: AtomicBool::new(false),
        folder,
    };
    let address = site.address;
    let mut importing = (random.below(IMPORTS) == 0).then(|| random.split());
    std::thread::scope(|scope| {
        // An error is the kill: whoever was in the middle of something has noted that already.
        scope.spawn(|| while !shared.is_over() && employer(&shared, sessions.employer.at(address)).is_ok() {});
        scope.spawn(|| while !shared.is_over() && officer(&shared, sessions.officer.at(address)).is_ok() {});
        scope.spawn(|| while !shared.is_over() && applicant(&shared, Browser::new(address)).is_ok() {});
        scope.spawn(|| while !shared.is_over() && applicant(&shared, Browser::new(address)).is_ok() {});
        if let Some(random) = &mut importing {
            scope.spawn(|| import(&shared, random));
        }
        std::thread::sleep(life);
        site.kill();
        shared.over.store(true, Ordering::SeqCst);
    });
}

impl Life<'_> {
    fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    fn with<T>(&self, look: impl FnOnce(&mut Promises) -> T) -> T {
        look(&mut self.promises.lock().unwrap())
    }

    fn posting<T>(&self, key: &str, look: impl FnOnce(&mut Posting) -> T) -> T {
        self.with(|promises| look(promises.postings.get_mut(key).expect("postings are never taken away")))
    }
}

/// A redirect is what a form answers with when it did what was asked; anything else fails the test.
fn done(answer: &Answer, what: &str) {
    assert!(answer.status == 303, "{what} was answered with {}: {}", answer.status, summary(&answer.body));
}

/// What a page says went wrong.
fn summary(body: &str) -> String {
    let from = body.find("id=\"loi\"").or_else(|| body.find("<h1")).unwrap_or(0);
    body[from..].chars().take(600).collect()
}

/// Writes a vacancy, or hands in the last one that is still a draft; waits while the officer has
/// enough to do.
fn employer(life: &Life, mut browser: Browser) -> io::Result<()> {
    let waiting = life.with(|promises| {
        promises
            .postings
            .values()
            .filter(|posting| posting.submitted == Known::Yes && posting.published == Known::No)
            .count()
    });
    if waiting > BACKLOG {
        std::thread::sleep(Duration::from_millis(5));
        return Ok(());
    }
    let draft = life.with(|promises| {
        promises
            .postings
            .iter()
            .find(|(_, posting)| posting.created == Known::Yes && posting.submitted == Known::No)
            .map(|(key, posting)| (key.clone(), posting.id.clone()))
    });
    let (key, id) = if let Some((key, Some(id))) = draft {
        (key, id)
    } else {
        let key = life.with(|promises| {
            let key = promises.word();
            promises.postings.insert(
                key.clone(),
                Posting {
                    title: format!("Thợ may {key}"),
                    created: Known::Maybe,
                    ..Posting::default()
                },
            );
            key
        });
        let title = life.posting(&key, |posting| posting.title.clone());
        let answer = browser.post("/ntd/tin/moi", &posting_form(&title, &life.with(|promises| promises.deadline.clone())))?;
        done(&answer, "a new vacancy");
        let id = answer.location.split('/').nth(3).unwrap_or_else(|| panic!("no id in {}", answer.location)).to_owned();
        life.posting(&key, |posting| (posting.created, posting.id) = (Known::Yes, Some(id.clone())));
        (key, id)
    };
    life.posting(&key, |posting| posting.submitted = Known::Maybe);
    done(&browser.post(&format!("/ntd/tin/{id}/gui-duyet"), &[])?, "a submission");
    life.posting(&key, |posting| posting.submitted = Known::Yes);
    Ok(())
}

/// The form of a vacancy that nothing speaks against.
fn posting_form<'f>(title: &'f str, deadline: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("job_title", title),
        ("quantity", "12"),
        ("job_description", "May theo chuyền, ngồi máy."),
        ("commune", "12826"),
        ("wage_basic", "6500000"),
        ("wage_from", "9000000"),
        ("wage_to", "12000000"),
        ("work_time", "full_time"),
        ("shift", "day"),
        ("deadline", deadline),
        ("contact_name", "Phạm Thị Hoa"),
        ("contact_phone", "0912345678"),
        ("contact_email", "tuyendung@mau.example"),
        ("notify_email", "1"),
        ("action", "preview"),
    ]
}

/// Takes a case out of the queue and publishes what it is about.
fn officer(life: &Life, mut browser: Browser) -> io::Result<()> {
    let waiting = life.with(|promises| {
        let mut all = promises
            .postings
            .iter()
            .filter(|(_, posting)| posting.submitted == Known::Yes && posting.published == Known::No);
        all.next().map(|(key, posting)| (key.clone(), posting.title.clone()))
    });
    let Some((key, title)) = waiting else {
        std::thread::sleep(Duration::from_millis(5));
        return Ok(());
    };
    let queue = browser.get("/tt/duyet")?;
    assert!(queue.status == 200, "the officer's queue was answered with {}", queue.status);
    let case = case_of(&queue.body, &title).unwrap_or_else(|| panic!("“{title}” was submitted and is not in the queue"));
    done(&browser.post(&format!("{case}/nhan"), &[])?, "a claim");
    life.posting(&key, |posting| posting.published = Known::Maybe);
    done(&browser.post(&case, &[("outcome", "approved"), ("then", "stay")])?, "a decision");
    life.posting(&key, |posting| posting.published = Known::Yes);
    Ok(())
}

/// The address of the case whose link bears a title.
fn case_of(queue: &str, title: &str) -> Option<String> {
    let end = queue.find(&format!(">{title}<"))?;
    let from = queue[..end].rfind("href=\"/tt/duyet/")? + 6;
    Some(queue[from..].split('"').next()?.to_owned())
}

/// Applies for a published vacancy and proves the number.
fn applicant(life: &Life, mut browser: Browser) -> io::Result<()> {
    let chosen = life.with(|promises| {
        // Each vacancy in turn, so that the newest is met, too.
        let turn = promises.applicants.len();
        let published: Vec<_> = promises
            .postings
            .iter()
            .filter(|(_, posting)| posting.published == Known::Yes)
            .map(|(key, _)| key.clone())
            .collect();
        published.get(turn % published.len().max(1)).cloned()
    });
    let Some(key) = chosen else {
        std::thread::sleep(Duration::from_millis(5));
        return Ok(());
    };
    let found = titles_with(&mut browser, &key)?;
    let Some((_, number)) = found.first() else {
        // Published a moment ago: the index is still on its way.
        std::thread::sleep(Duration::from_millis(10));
        return Ok(());
    };
    let (index, name, phone) = life.with(|promises| {
        let (word, phone) = (promises.word(), promises.phone());
        let name = format!("Trần Thị {word}");
        promises.applicants.push(Applicant {
            name: name.clone(),
            phone: phone.clone(),
            posting: key,
            code_asked: Known::Maybe,
            proof: None,
            sent: Known::No,
            settled: false,
        });
        (promises.applicants.len() - 1, name, phone)
    });
    let form = [("ho-ten", name.as_str()), ("dien-thoai", &phone), ("goi-luc", "any"), ("dong-y", "co")];
    let answer = browser.post(&format!("/viec-lam/{number}/ung-tuyen"), &form)?;
    done(&answer, "an application's first screen");
    let request = answer
        .location
        .split("yeu-cau=")
        .nth(1)
        .unwrap_or_else(|| panic!("no code was asked for: {}", answer.location))
        .to_owned();
    life.with(|promises| promises.applicants[index].code_asked = Known::Yes);
    let mut code = None;
    wait(Duration::from_secs(1), || {
        code = life.folder.gateway.code_for(&phone);
        code.is_some() || life.is_over()
    });
    // It comes later: the worker that had it in hand was killed. This person has gone home.
    let Some(code) = code else { return Ok(()) };
    let path = format!("/viec-lam/{number}/xac-nhan");
    life.with(|promises| {
        promises.applicants[index].proof = Some((path.clone(), request.clone(), code.clone()));
        promises.applicants[index].sent = Known::Maybe;
    });
    let answer = browser.post(&path, &[("yeu-cau", &request), ("ma", &code)])?;
    done(&answer, "an application's code");
    assert!(answer.location.starts_with("/toi/don/"), "an application leads to {}", answer.location);
    life.with(|promises| promises.applicants[index].sent = Known::Yes);
    Ok(())
}

/// Imports a file by the command line, beside the server, and sometimes kills that as well.
fn import(life: &Life, random: &mut Random) {
    let (index, word, row) = life.with(|promises| {
        let word = promises.word();
        promises.imports.push(Import {
            word: word.clone(),
            rows: ROWS,
            done: Known::Maybe,
            there: 0,
            settled: false,
        });
        (promises.imports.len() - 1, word, promises.row.clone())
    });
    let path = life.folder.path().join(format!("{word}.jsonl"));
    let mut file = std::fs::File::create(&path).expect("the file can be written");
    for number in 0..ROWS {
        let mut row = row.clone();
        row["external_reference"] = format!("{word}-{number}").into();
        row["vacancy"]["title"] = format!("Công nhân đóng gói {word}").into();
        writeln!(file, "{row}").expect("the file can be written");
    }
    let mut process = life.folder.command().args(["import", "vacancies"]).arg(&path).spawn().expect("the program starts");
    if random.below(2) == 0 {
        std::thread::sleep(random.within(Duration::from_millis(1_500)));
        let _ = process.kill();
    }
    let status = process.wait().expect("it is ours to wait for");
    if status.success() {
        life.with(|promises| promises.imports[index].done = Known::Yes);
    } else {
        use std::os::unix::process::ExitStatusExt as _;
        assert!(status.signal().is_some(), "an import ended with {status} by itself");
    }
}
