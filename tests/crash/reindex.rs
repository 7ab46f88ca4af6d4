//! `sanviec reindex` beside the running site: nobody who searches notices, and the same is found.

use crate::http::Browser;
use crate::site::{Folder, Site, wait};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// Times the index is built anew.
const TIMES: usize = 3;
/// People who search meanwhile.
const PEOPLE: usize = 4;

/// Every vacancy that can be found, by the interface's own paging.
fn found(address: SocketAddr) -> BTreeSet<String> {
    let (mut browser, mut all, mut next) = (Browser::new(address), BTreeSet::new(), String::new());
    loop {
        let path = format!("/api/v1/vacancies?limit=100&sort=newest{next}");
        let answer = browser.get(&path).expect("the site answers");
        assert_eq!(answer.status, 200, "{path}");
        let page: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        let items = page["items"].as_array().expect("items");
        all.extend(items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()));
        match page["next"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => break,
        }
    }
    all
}

#[test]
#[ignore = "needs the built program: make test-crash"]
fn a_new_index_beside_the_running_site_loses_no_request_and_no_vacancy() {
    let folder = Folder::new();
    let site = Site::start(&folder);
    let address = site.address;
    let before = found(address);
    assert!(before.len() > 20, "the small province has {} public vacancies", before.len());
    let (stop, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for person in 0..PEOPLE {
            let (stop, answered, least) = (&stop, &answered, before.len());
            scope.spawn(move || {
                let mut browser = Browser::new(address);
                let mut turn = person;
                while !stop.load(Ordering::Relaxed) {
                    let path = ["/viec-lam?q=cong+nhan", "/api/v1/vacancies?limit=1", "/viec-lam", "/goi-y?q=cong"][turn % 4];
                    let answer = browser.get(path).unwrap_or_else(|error| panic!("{path} was lost: {error}"));
                    assert_eq!(answer.status, 200, "{path}");
                    if path.starts_with("/api") {
                        let page: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
                        assert_eq!(page["total"].as_u64(), Some(least as u64), "vacancies were missing meanwhile");
                    }
                    answered.fetch_add(1, Ordering::Relaxed);
                    turn += 1;
                }
            });
        }
        for time in 0..TIMES {
            let asked = answered.load(Ordering::Relaxed);
            folder.run(&["reindex"]);
            // The site takes the new index over while it is asked on.
            std::thread::sleep(Duration::from_secs(2));
            assert!(answered.load(Ordering::Relaxed) > asked + 20, "build {time} was hardly watched");
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(wait(Duration::from_secs(5), || found(address) == before), "another index than before");
    println!("{TIMES} new indexes of {} vacancies while {} requests were answered", before.len(), answered.into_inner());
    site.stop();
    folder.remove();
}
