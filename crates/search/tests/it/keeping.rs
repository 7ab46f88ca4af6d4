//! What is written stays, and is swapped as a whole.

use crate::corpus::{documents, puts, reference, vacancy};
use sanviec_domain::query::VacancyQuery;
use sanviec_search::{IndexChange, PageRequest, SearchError, VacancyIndex};
use std::fs;

fn total(index: &VacancyIndex, text: &str) -> usize {
    index
        .search(
            &VacancyQuery {
                text: text.to_owned(),
                ..VacancyQuery::default()
            },
            &PageRequest::first(10),
            &[],
        )
        .unwrap()
        .total
}

#[test]
fn changes_can_be_found_at_once_and_are_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    {
        let index = VacancyIndex::open(folder.path(), reference()).unwrap();
        assert!(!index.needs_rebuild());
        assert_eq!((index.applied(), index.documents()), (0, 0));
        index.apply(puts(documents()), 12).unwrap();
        assert_eq!((index.applied(), index.documents(), total(&index, "kế toán")), (12, 39, 2));
        // Put again under another title, and taken away.
        index
            .apply(
                vec![IndexChange::Put(Box::new(vacancy(10, "Thủ quỹ", "", ""))), IndexChange::Remove(vacancy(11, "", "", "").id)],
                14,
            )
            .unwrap();
        assert_eq!((index.applied(), index.documents(), total(&index, "kế toán"), total(&index, "thủ quỹ")), (14, 38, 0, 1));
        // Twice the same does no harm.
        index.apply(vec![IndexChange::Remove(vacancy(11, "", "", "").id)], 14).unwrap();
    }
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    assert!(!index.needs_rebuild());
    assert_eq!((index.applied(), index.documents(), total(&index, "thủ quỹ")), (14, 38, 1));
}

#[test]
fn a_rebuild_swaps_the_index_and_removes_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    index.apply(puts(documents()), 1).unwrap();
    let other = index.clone();
    index.rebuild(documents().into_iter().filter(|document| document.number.0 != 14), 9).unwrap();
    assert_eq!((other.documents(), other.applied(), total(&other, "thợ hàn tig")), (38, 9, 0));
    let builds = || {
        fs::read_dir(folder.path())
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("build-"))
            .count()
    };
    assert_eq!(builds(), 1);
    assert!(matches!(
        index.rebuild(documents().into_iter().take(20), 10),
        Err(SearchError::TooFewDocuments { old: 38, new: 20 })
    ));
    assert_eq!((index.documents(), index.applied(), builds()), (38, 9, 1));
    index.rebuild_forced(documents().into_iter().take(20), 10).unwrap();
    assert_eq!((index.documents(), index.applied(), builds()), (20, 10, 1));
    // Changes go on in the new one.
    index.apply(vec![IndexChange::Remove(vacancy(1, "", "", "").id)], 11).unwrap();
    assert_eq!(index.documents(), 19);
    drop((index, other));
    assert_eq!(VacancyIndex::open(folder.path(), reference()).unwrap().documents(), 19);
}

#[test]
fn what_an_interrupted_rebuild_left_is_cleared_away() {
    let folder = tempfile::tempdir().unwrap();
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    index.apply(puts(documents()), 1).unwrap();
    fs::create_dir(folder.path().join("build-2")).unwrap();
    fs::write(folder.path().join("build-2/rubbish"), "x").unwrap();
    fs::write(folder.path().join("current.new"), "build-").unwrap();
    drop(index);
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    assert_eq!(index.documents(), 39);
    index.rebuild(documents().into_iter(), 2).unwrap();
    assert!(!folder.path().join("build-1").exists() && !folder.path().join("build-2/rubbish").exists());
}

#[test]
fn only_one_writes() {
    let folder = tempfile::tempdir().unwrap();
    let one = VacancyIndex::open(folder.path(), reference()).unwrap();
    let two = VacancyIndex::open(folder.path(), reference()).unwrap();
    one.apply(puts(documents()), 1).unwrap();
    assert!(matches!(two.apply(Vec::new(), 2), Err(SearchError::Locked(_))));
    assert!(matches!(two.rebuild(documents().into_iter(), 2), Err(SearchError::Locked(_))));
    two.refresh().unwrap();
    assert_eq!((two.documents(), two.applied()), (39, 1));
    one.release_writer();
    two.rebuild(documents().into_iter(), 3).unwrap();
    one.refresh().unwrap();
    assert_eq!(one.applied(), 3);
    two.release_writer();
    one.apply(Vec::new(), 4).unwrap();
    assert_eq!(one.applied(), 4);
}

#[test]
fn an_index_of_another_version_asks_to_be_built_anew() {
    let folder = tempfile::tempdir().unwrap();
    VacancyIndex::open(folder.path(), reference()).unwrap().apply(puts(documents()), 1).unwrap();
    let signature = folder.path().join("build-1/analysis");
    let made_by = fs::read_to_string(&signature).unwrap();
    // Other lists: still searched, but due.
    fs::write(&signature, format!("{} 0", made_by.split(' ').next().unwrap())).unwrap();
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    assert!(index.needs_rebuild());
    assert_eq!(index.documents(), 39);
    index.rebuild(documents().into_iter(), 2).unwrap();
    assert!(!index.needs_rebuild());
    drop(index);
    // Another version: can't be read, so begun anew.
    fs::write(folder.path().join("build-2/analysis"), "0 0").unwrap();
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    assert!(index.needs_rebuild());
    assert_eq!((index.documents(), index.applied()), (0, 0));
    drop(index);
    assert!(VacancyIndex::open(folder.path(), reference()).unwrap().needs_rebuild(), "until it is built");
    // Broken files: the same.
    let broken = tempfile::tempdir().unwrap();
    VacancyIndex::open(broken.path(), reference()).unwrap().apply(puts(documents()), 1).unwrap();
    fs::write(broken.path().join("build-1/meta.json"), "{").unwrap();
    assert!(VacancyIndex::open(broken.path(), reference()).unwrap().needs_rebuild());
}

#[test]
fn searches_go_on_while_the_index_is_rebuilt_and_changed() {
    let folder = tempfile::tempdir().unwrap();
    let index = VacancyIndex::open(folder.path(), reference()).unwrap();
    index.apply(puts(documents()), 1).unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !done.load(std::sync::atomic::Ordering::Relaxed) {
                    let found = total(&index, "công nhân");
                    assert!(found >= 25, "{found}");
                    assert!(!index.suggest("c", 5).is_empty());
                }
            });
        }
        for round in 2..6 {
            index.rebuild(documents().into_iter(), round).unwrap();
            index.apply(vec![IndexChange::Put(Box::new(vacancy(50 + round, "Công nhân mới", "", "")))], round).unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}
