//! The vacancies of a segment by occupation and by employer, for the questions that a vacancy's own
//! page asks: without them each of its views would look at the whole corpus.

use crate::rows::{NO_OCCUPATION, OCCUPATIONS, Row};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;
use tantivy::{DocId, SegmentReader};

/// Made when first asked for; segments never change.
#[derive(Default)]
pub(crate) struct Shelves {
    occupations: OnceLock<Occupations>,
    employers: OnceLock<Employers>,
}

/// The vacancies of each employer, by the halves of its id.
type Employers = HashMap<(u64, u64), Box<[DocId]>>;

/// All vacancies in order of their occupation, and where each occupation begins.
struct Occupations {
    docs: Vec<DocId>,
    begins: Vec<u32>,
}

impl Occupations {
    fn new(rows: &[Row]) -> Self {
        let place = |row: &Row| usize::from(row.occupation).min(OCCUPATIONS);
        let mut begins = vec![0_u32; OCCUPATIONS + 2];
        for row in rows {
            begins[place(row) + 1] += 1;
        }
        for at in 1..begins.len() {
            begins[at] += begins[at - 1];
        }
        let mut next = begins.clone();
        let mut docs = vec![0; rows.len()];
        for (doc, row) in rows.iter().enumerate() {
            let slot = &mut next[place(row)];
            docs[*slot as usize] = doc as DocId;
            *slot += 1;
        }
        Self { docs, begins }
    }
}

impl Shelves {
    /// The vacancies whose occupation numbers (see [`crate::rows::occupation_number`]) lie in a range.
    pub(crate) fn occupations(&self, rows: &[Row], numbers: Range<u16>) -> &[DocId] {
        let all = self.occupations.get_or_init(|| Occupations::new(rows));
        let at = |number: u16| all.begins[usize::from(number).min(OCCUPATIONS)] as usize;
        &all.docs[at(numbers.start)..at(numbers.end)]
    }

    /// The vacancies of an employer, in rising order.
    pub(crate) fn employer(&self, reader: &SegmentReader, employer: (u64, u64)) -> tantivy::Result<&[DocId]> {
        let all = match self.employers.get() {
            Some(all) => all,
            None => {
                let fast = reader.fast_fields();
                let highs = fast.u64("employer_high")?.first_or_default_col(0);
                let lows = fast.u64("employer_low")?.first_or_default_col(0);
                let mut lists: HashMap<(u64, u64), Vec<DocId>> = HashMap::new();
                for doc in 0..reader.max_doc() {
                    lists.entry((highs.get_val(doc), lows.get_val(doc))).or_default().push(doc);
                }
                self.employers.get_or_init(|| lists.into_iter().map(|(employer, docs)| (employer, docs.into())).collect())
            }
        };
        Ok(all.get(&employer).map_or(&[], |docs| docs))
    }
}

/// The occupation numbers that share an occupation's line of work, the nearest first: itself, its
/// two-digit group, its first digit. Each holds the one before.
pub(crate) fn lines_of_work(row: &Row) -> [Vec<Range<u16>>; 3] {
    if row.group == NO_OCCUPATION {
        return [const { Vec::new() }; 3];
    }
    let own = row.occupation..row.occupation + 1;
    // One digit, two, three and four follow one another: 10, 100, 1,000 and 10,000 numbers.
    let under = |code: u16, digits: u32| -> Vec<Range<u16>> {
        let begins = [0, 10, 110, 1_110];
        (digits..=4)
            .map(|length| {
                let (begin, each) = (begins[length as usize - 1], 10_u16.pow(length - digits));
                begin + code * each..begin + (code + 1) * each
            })
            .collect()
    };
    let one_digit = row.occupation < 10;
    let first = if one_digit { row.occupation } else { u16::from(row.group) / 10 };
    let group = if one_digit { vec![own.clone()] } else { under(u16::from(row.group), 2) };
    [vec![own], group, under(first, 1)]
}
