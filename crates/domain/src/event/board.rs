//! The board of supply and demand of an event: "Cơ điện tử: cần 180, có 96".

/// A row of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// VSCO code of the work.
    pub occupation: String,
    /// How many are needed.
    pub needed: u32,
    /// How many graduates without work could do it.
    pub available: u32,
}

/// Whether two codes name the same work: a shorter one names all that begin with it.
fn is_same_work(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && (one.starts_with(other) || other.starts_with(one))
}

/// The rows: for each occupation that is needed those who could do it, then what is taught and nobody asked for.
/// Who could do several kinds of work stands in several rows. The greatest need first.
pub fn board(needs: &[(&str, u32)], supplies: &[(&[String], u32)]) -> Vec<BoardRow> {
    let mut rows: Vec<BoardRow> = Vec::new();
    let mut add = |occupation: &str, needed: u32, available: u32| match rows.iter_mut().find(|row| row.occupation == occupation) {
        Some(row) => {
            row.needed += needed;
            row.available += available;
        }
        None => rows.push(BoardRow {
            occupation: occupation.to_owned(),
            needed,
            available,
        }),
    };
    for (occupation, people) in needs {
        add(occupation, *people, 0);
    }
    for (occupations, people) in supplies {
        let mut asked: Vec<&str> = needs.iter().map(|(needed, _)| *needed).collect();
        asked.sort_unstable();
        asked.dedup();
        asked.retain(|needed| occupations.iter().any(|code| is_same_work(code, needed)));
        if let (true, Some(first)) = (asked.is_empty(), occupations.first()) {
            asked.push(first);
        }
        for occupation in asked {
            add(occupation, 0, *people);
        }
    }
    rows.sort_by(|one, other| {
        let key = |row: &BoardRow| (std::cmp::Reverse(row.needed), std::cmp::Reverse(row.available));
        key(one).cmp(&key(other)).then_with(|| one.occupation.cmp(&other.occupation))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(written: &[&str]) -> Vec<String> {
        written.iter().map(|code| (*code).to_owned()).collect()
    }

    #[test]
    fn needs_and_graduates_stand_side_by_side() {
        let (mechatronics, welding, sewing) = (codes(&["7412", "3114"]), codes(&["721"]), codes(&["7531"]));
        let rows = board(
            &[("7412", 120), ("7412", 60), ("7212", 20)],
            &[(&mechatronics, 46), (&mechatronics, 50), (&welding, 12), (&sewing, 30)],
        );
        let row = |occupation: &str, needed, available| BoardRow {
            occupation: occupation.to_owned(),
            needed,
            available,
        };
        assert_eq!(rows, [row("7412", 180, 96), row("7212", 20, 12), row("7531", 0, 30)]);
    }

    #[test]
    fn who_could_do_two_kinds_of_work_stands_in_both_rows() {
        let both = codes(&["7412", "7411"]);
        let rows = board(&[("7411", 5), ("7412", 10)], &[(&both, 7)]);
        assert_eq!(rows.iter().map(|row| (row.needed, row.available)).collect::<Vec<_>>(), [(10, 7), (5, 7)]);
        assert_eq!(board(&[], &[]), []);
    }
}
