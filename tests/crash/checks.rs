//! Whether the program kept its word.

use crate::http::Browser;
use crate::messages;
use crate::promises::{Known, Promises};
use crate::site::{Folder, Site, lines, wait};
use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

/// How long the index may take to follow the store after a start.
const CATCH_UP: Duration = Duration::from_secs(10);
/// How long the last messages may take.
const LAST_MESSAGES: Duration = Duration::from_mins(2);

/// Those who stay signed in through every kill.
pub struct Sessions {
    pub employer: Browser,
    pub officer: Browser,
}

pub struct Checks {
    pub promises: Promises,
    pub sessions: Sessions,
    /// Vacancies that were public before anything was done.
    before: usize,
}

impl Checks {
    /// Looks at the fresh province and signs in.
    pub fn begin(site: &Site, folder: &Folder) -> Self {
        let sign_in = |role: &str| {
            let mut browser = Browser::new(site.address);
            let answer = browser.post("/demo/vai-tro", &[("vai-tro", role)]).expect("the site answers");
            assert_eq!(answer.status, 303, "{role} can't sign in");
            browser
        };
        let sessions = Sessions {
            employer: sign_in("employer"),
            officer: sign_in("officer"),
        };
        let rows = exported(folder);
        assert!(rows.len() > 20, "the small province has {} public vacancies", rows.len());
        // The vacancy open longest serves as the pattern of imported rows.
        let row = rows
            .into_iter()
            .max_by_key(|row| row["vacancy"]["deadline"].as_str().unwrap_or_default().to_owned())
            .expect("there are rows");
        let deadline = row["vacancy"]["deadline"].as_str().expect("a public vacancy has a deadline").to_owned();
        let before = total(&mut Browser::new(site.address)).expect("the site answers");
        Self {
            promises: Promises::new(row, deadline),
            sessions,
            before,
        }
    }

    /// After each kill: everything asked for in the life before is there once, or not at all.
    pub fn after_a_kill(&mut self, site: &Site, kill: u64) {
        let mut employer = self.sessions.employer.at(site.address);
        let home = employer.get("/ntd").expect("the site answers");
        assert_eq!(home.status, 200, "kill {kill}: the employer is signed out");
        self.postings(&mut employer, kill);
        self.applicants(&mut employer, kill);
        self.imports(site, kill);
        self.index(site, kill);
    }

    fn postings(&mut self, employer: &mut Browser, kill: u64) {
        for (key, posting) in self.promises.postings.iter_mut().filter(|(_, posting)| !posting.settled) {
            let Some(id) = &posting.id else {
                // Never acknowledged; the whole list is looked through later for one that is there twice.
                posting.settled = true;
                continue;
            };
            let page = employer.get(&format!("/ntd/tin/{id}")).expect("the site answers");
            assert_eq!(page.status, 200, "kill {kill}: the vacancy {key} is lost");
            assert!(page.body.contains(&posting.title), "kill {kill}: {key} has another title");
            let state = state_of(&page.body);
            let (submitted, published) = match state.as_str() {
                "Bản nháp" => (false, false),
                "Chờ duyệt" => (true, false),
                "Đang tuyển" => (true, true),
                other => panic!("kill {kill}: {key} is “{other}”"),
            };
            for (what, known, is) in [("submission", &mut posting.submitted, submitted), ("publication", &mut posting.published, published)] {
                match known {
                    Known::Yes => assert!(is, "kill {kill}: the acknowledged {what} of {key} is lost"),
                    Known::No => assert!(!is, "kill {kill}: nobody asked for the {what} of {key}"),
                    Known::Maybe => *known = if is { Known::Yes } else { Known::No },
                }
            }
            // The history tells what was done, and how often.
            let history = page
                .body
                .split("id=\"lich-su\"")
                .nth(1)
                .and_then(|rest| rest.split("</section>").next())
                .unwrap_or_default();
            assert_eq!(history.matches("Gửi duyệt").count(), usize::from(submitted), "kill {kill}: submissions of {key}: {history}");
            posting.settled = published;
        }
    }

    fn applicants(&mut self, employer: &mut Browser, kill: u64) {
        for applicant in self.promises.applicants.iter_mut().filter(|applicant| !applicant.settled) {
            // A person whose answer never came presses the button again.
            let mut retried = false;
            if let (Known::Maybe, Some((path, request, code))) = (applicant.sent, &applicant.proof) {
                let answer = Browser::new(employer.address).post(path, &[("yeu-cau", request), ("ma", code)]).expect("the site answers");
                assert!(matches!(answer.status, 303 | 422), "kill {kill}: pressing again was answered with {}", answer.status);
                retried = answer.status == 303;
            }
            let id = self.promises.postings[&applicant.posting].id.as_ref().expect("only acknowledged vacancies are applied for");
            let list = employer.get(&format!("/ntd/tin/{id}/ung-vien")).expect("the site answers");
            assert_eq!(list.status, 200, "kill {kill}: the list of applicants is gone");
            let times = list.body.matches(&format!(">{}<", applicant.name)).count();
            match applicant.sent {
                Known::Yes => assert_eq!(times, 1, "kill {kill}: the acknowledged application of {}", applicant.name),
                Known::Maybe if retried => assert_eq!(times, 1, "kill {kill}: the application of {} that was sent again", applicant.name),
                Known::Maybe => assert!(times <= 1, "kill {kill}: {} is there {times} times", applicant.name),
                Known::No => assert_eq!(times, 0, "kill {kill}: {} has not applied", applicant.name),
            }
            applicant.sent = if times == 1 { Known::Yes } else { Known::No };
            applicant.settled = true;
        }
    }

    fn imports(&mut self, site: &Site, kill: u64) {
        let mut visitor = Browser::new(site.address);
        for import in self.promises.imports.iter_mut().filter(|import| !import.settled) {
            let mut there = 0;
            // All rows of a unit of work or none; of a file whose import was killed, the index may
            // be about to learn.
            let found = wait(if import.done == Known::Yes { CATCH_UP } else { Duration::from_secs(2) }, || {
                there = titles_with(&mut visitor, &import.word).expect("the site answers").len();
                there == import.rows
            });
            match import.done {
                Known::Yes => assert!(found, "kill {kill}: of {} imported rows, {there} are found", import.rows),
                _ => assert!(found || there == 0, "kill {kill}: a killed import left {there} of {} rows", import.rows),
            }
            import.there = there;
            import.settled = true;
        }
    }

    /// The index holds exactly what is public.
    fn index(&self, site: &Site, kill: u64) {
        let mut visitor = Browser::new(site.address);
        let expected = self.before + self.promises.public();
        let mut counted = 0;
        let equal = wait(CATCH_UP, || {
            counted = total(&mut visitor).expect("the site answers");
            counted == expected
        });
        assert!(equal, "kill {kill}: the search finds {counted} vacancies, {expected} are public");
        let recent = self.promises.postings.iter().rev().take(6);
        for (key, posting) in recent {
            let found = titles_with(&mut visitor, key).expect("the site answers").len();
            assert_eq!(found, usize::from(posting.published == Known::Yes), "kill {kill}: {key} is found {found} times");
        }
    }

    /// Everything against everything: what the store exports, what the search lists, what was promised.
    pub fn of_the_whole(&self, site: &Site, folder: &Folder) {
        let stored: Vec<String> = exported(folder)
            .iter()
            .map(|row| row["external_reference"].as_str().expect("a row has its reference").to_owned())
            .collect();
        let mut listed = Vec::new();
        let mut visitor = Browser::new(site.address);
        let mut path = "/api/v1/vacancies?limit=100&sort=newest".to_owned();
        loop {
            let page = json(&mut visitor, &path).expect("the site answers");
            for item in page["items"].as_array().expect("a list has items") {
                let reference = item["external_reference"].as_str().map_or_else(|| format!("SV-{}", item["number"]), str::to_owned);
                listed.push((reference, item["title"].as_str().unwrap_or_default().to_owned()));
            }
            let Some(next) = page["next"].as_str() else { break };
            path = format!(
                "/api/v1/vacancies?limit=100&sort=newest&cursor={}",
                url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()
            );
        }
        let in_store: BTreeSet<&String> = stored.iter().collect();
        let in_index: BTreeSet<&String> = listed.iter().map(|(reference, _)| reference).collect();
        assert_eq!(in_store.len(), stored.len(), "a reference is public twice");
        assert_eq!(in_index.len(), listed.len(), "the search lists a vacancy twice");
        assert_eq!(in_index, in_store, "the index and the store differ");
        for (key, posting) in self.promises.postings.iter().filter(|(_, posting)| posting.published == Known::Yes) {
            let times = listed.iter().filter(|(_, title)| *title == posting.title).count();
            assert_eq!(times, 1, "the published vacancy {key} is listed {times} times");
        }

        // The employer's own list, to its end: nothing was written twice.
        let mut employer = self.sessions.employer.at(site.address);
        let (mut own, mut path) = (String::new(), Some("/ntd".to_owned()));
        while let Some(page) = path {
            let answer = employer.get(&page).expect("the site answers");
            assert_eq!(answer.status, 200, "{page}");
            path = answer
                .body
                .find("href=\"/ntd?")
                .map(|from| answer.body[from + 6..].split('"').next().unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&"));
            own.push_str(&answer.body);
        }
        for (key, posting) in &self.promises.postings {
            let times = own.matches(&format!(">{}<", posting.title)).count();
            let right = if posting.created == Known::Yes { times == 1 } else { times <= 1 };
            assert!(right, "the vacancy {key} stands {times} times in its employer's list");
        }
    }

    /// A second run of every file that was taken in changes nothing.
    pub fn of_imports(&self, site: &Site, folder: &Folder) {
        let public = total(&mut Browser::new(site.address)).expect("the site answers");
        let again = folder.path().join("again.jsonl");
        let done: Vec<_> = self.promises.imports.iter().filter(|import| import.there > 0).collect();
        let rows: Vec<String> = done.iter().flat_map(|import| lines(&folder.path().join(format!("{}.jsonl", import.word)))).collect();
        std::fs::write(&again, rows.join("\n")).expect("the file can be written");
        let said = folder.run(&["import", "vacancies", &again.display().to_string()]);
        assert!(
            said.contains(&format!("imported 0, updated 0, unchanged {}, refused 0", rows.len())),
            "a second import: {said}"
        );
        assert_eq!(total(&mut Browser::new(site.address)).expect("the site answers"), public);
    }

    /// Every message that something acknowledged asks for was sent, and always under one id.
    pub fn of_messages(&self, site: &Site, folder: &Folder) {
        // Jobs that a killed worker had in hand are taken over once its lease is over.
        let moved = Browser::new(site.address).post("/demo/dong-ho", &[("buoc", "1h")]).expect("the site answers");
        assert_eq!(moved.status, 303, "the demo's clock can't be moved");
        let mut missing = Vec::new();
        let all = wait(LAST_MESSAGES, || {
            missing = self.missing(folder);
            std::thread::sleep(Duration::from_millis(if missing.is_empty() { 0 } else { 500 }));
            missing.is_empty()
        });
        assert!(all, "{} messages were never sent, the first: {:?}", missing.len(), &missing[..missing.len().min(5)]);
        // Once more after a pause: a message sent late under another id would come now.
        std::thread::sleep(Duration::from_secs(2));
        let words: Vec<&String> = self.promises.postings.keys().collect();
        let mails = messages::mails(&folder.mail());
        for ((to, subject), ids) in mails.iter().filter(|((_, subject), _)| words.iter().any(|word| subject.contains(*word))) {
            assert_eq!(ids.len(), 1, "“{subject}” went to {to} under {} ids", ids.len());
        }
        let texts = folder.gateway.all();
        for applicant in &self.promises.applicants {
            let ids: BTreeSet<&str> = texts.iter().filter(|text| text.to == applicant.phone).map(|text| text.id.as_str()).collect();
            let most = 1 + usize::from(applicant.sent == Known::Yes);
            assert!(ids.len() <= most, "{} was sent {} different texts for {most} reasons", applicant.phone, ids.len());
        }
        let distinct: BTreeSet<&str> = texts.iter().map(|text| text.id.as_str()).collect();
        println!(
            "{} mails, {} texts of which {} were sent again under the same id",
            mails.values().map(BTreeSet::len).sum::<usize>(),
            texts.len(),
            texts.len() - distinct.len()
        );
    }

    fn missing(&self, folder: &Folder) -> Vec<String> {
        let mails = messages::mails(&folder.mail());
        let subjects: BTreeSet<&str> = mails.keys().map(|(_, subject)| subject.as_str()).collect();
        let texts = folder.gateway.all();
        let mut missing = Vec::new();
        let mut expect_mail = |subject: String| {
            if !subjects.contains(subject.as_str()) {
                missing.push(subject);
            }
        };
        for posting in self.promises.postings.values() {
            if posting.submitted == Known::Yes {
                expect_mail(format!("Tin chờ duyệt: {}", posting.title));
            }
            if posting.published == Known::Yes {
                expect_mail(format!("Tin đã được duyệt: {}", posting.title));
            }
        }
        for applicant in self.promises.applicants.iter().filter(|applicant| applicant.sent == Known::Yes) {
            expect_mail(format!("Ứng viên mới: {} – {}", applicant.name, self.promises.postings[&applicant.posting].title));
        }
        for applicant in &self.promises.applicants {
            let got: BTreeSet<&str> = texts.iter().filter(|text| text.to == applicant.phone).map(|text| text.id.as_str()).collect();
            let owed = usize::from(applicant.code_asked == Known::Yes) + usize::from(applicant.sent == Known::Yes);
            if got.len() < owed {
                missing.push(format!("{} of {owed} texts to {}", got.len(), applicant.phone));
            }
        }
        missing
    }
}

/// The public vacancies with a word in their titles: (title, number).
pub fn titles_with(browser: &mut Browser, word: &str) -> io::Result<Vec<(String, String)>> {
    let page = json(browser, &format!("/api/v1/vacancies?limit=100&q={word}"))?;
    let items = page["items"].as_array().cloned().unwrap_or_default();
    Ok(items
        .iter()
        .filter_map(|item| Some((item["title"].as_str()?.to_owned(), item["number"].to_string())))
        .filter(|(title, _)| title.contains(word))
        .collect())
}

/// How many vacancies a search for everything finds.
fn total(browser: &mut Browser) -> io::Result<usize> {
    Ok(json(browser, "/api/v1/vacancies?limit=1")?["total"].as_u64().expect("a list has a total") as usize)
}

fn json(browser: &mut Browser, path: &str) -> io::Result<serde_json::Value> {
    let answer = browser.get(path)?;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    Ok(serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// The public vacancies as the store exports them.
fn exported(folder: &Folder) -> Vec<serde_json::Value> {
    let file = folder.path().join("export.jsonl");
    folder.run(&["export", "vacancies", &file.display().to_string()]);
    lines(&file).iter().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// The state's word under the heading of an employer's vacancy.
fn state_of(page: &str) -> String {
    let after = page.split("<h1").nth(1).unwrap_or_default();
    let tag = after.split("class=\"tag").nth(1).unwrap_or_default();
    tag.split_once('>').and_then(|(_, rest)| rest.split('<').next()).unwrap_or_default().to_owned()
}
