//! The proposals against titles that were labelled by hand: `tests/data/occupation_labels.tsv`. `tune` may
//! be looked at while hints are written; `held` judges them and is not.

use crate::reference::Reference;
use std::path::PathBuf;

/// Titles of one split: codes that are right, and the title.
fn titles(split: &str) -> Vec<(Vec<String>, String)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/occupation_labels.tsv");
    let rows = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cells = rows.lines().skip(1).map(|row| row.splitn(3, '\t').collect::<Vec<_>>());
    cells
        .filter(|cells| cells[0] == split)
        .map(|cells| (cells[1].split('|').map(ToOwned::to_owned).collect(), cells[2].to_owned()))
        .collect()
}

/// The shares that are right at the first place and within the first five.
fn judge(split: &str, least: usize) {
    let titles = titles(split);
    assert!(titles.len() >= least, "{split} has {} titles", titles.len());
    let (mut first, mut five) = (0_usize, 0_usize);
    for (codes, title) in &titles {
        let proposals = Reference::embedded().propose_occupations(title, 5);
        let is_right = |code: &str| codes.iter().any(|right| right == code);
        let at = proposals.iter().position(|proposal| is_right(&proposal.code));
        first += usize::from(at == Some(0));
        five += usize::from(at.is_some());
        // The titles that judge are not shown: hints that were written for them would judge themselves.
        if at != Some(0) && split == "tune" {
            let proposed: Vec<_> = proposals.iter().map(|proposal| format!("{} {}", proposal.code, proposal.because)).collect();
            println!("{} {codes:?} {title}: {}", if at.is_some() { "later " } else { "missed" }, proposed.join("; "));
        }
    }
    let share = |count: usize| count as f64 / titles.len() as f64;
    println!("{split}: first {:.1} %, within five {:.1} % of {}", share(first) * 100.0, share(five) * 100.0, titles.len());
    assert!(
        share(first) >= 0.7 && share(five) >= 0.9,
        "{split}: first {:.3}, within five {:.3}",
        share(first),
        share(five)
    );
}

#[test]
fn titles_the_hints_were_written_with_find_their_occupation() {
    judge("tune", 150);
}

#[test]
fn titles_nobody_looked_at_find_their_occupation() {
    judge("held", 300);
}
