//! Vacancies like a given one, for the foot of its page.

use crate::error::SearchError;
use crate::found::Hit;
use crate::rows::{ONE_DIGIT, Row};
use crate::schema::Fields;
use crate::search::{Surroundings, hit};
use crate::shelves::lines_of_work;
use crate::snapshot::Snapshot;
use sanviec_domain::ids::VacancyId;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

/// As near as can be reached by motorbike every day, in kilometres.
const NEAR_KM: f64 = 12.0;

/// Where a vacancy is in the index.
fn position(snapshot: &Snapshot, fields: &Fields, id: &VacancyId) -> Result<Option<(usize, DocId)>, SearchError> {
    let term = Term::from_field_bytes(fields.id, id.0.as_bytes());
    for (number, reader) in snapshot.searcher.segment_readers().iter().enumerate() {
        let Some(mut postings) = reader.inverted_index(fields.id)?.read_postings(&term, IndexRecordOption::Basic)? else {
            continue;
        };
        while postings.doc() != TERMINATED {
            if !reader.is_deleted(postings.doc()) {
                return Ok(Some((number, postings.doc())));
            }
            postings.advance();
        }
    }
    Ok(None)
}

pub(crate) fn more_like(around: &Surroundings, snapshot: &Snapshot, id: &VacancyId, limit: usize) -> Result<Vec<Hit>, SearchError> {
    let Some((segment, doc)) = position(snapshot, &around.fields, id)? else {
        return Ok(Vec::new());
    };
    let this = snapshot.segments[segment].rows[doc as usize];
    let lists = around.reference.lists();
    let mut near = vec![false; lists.communes.len() + 1];
    if let Some(commune) = lists.communes.get((this.commune as usize).wrapping_sub(1)) {
        for code in around.reference.communes_within(commune.code, NEAR_KM) {
            near[around.places.commune(code) as usize] = true;
        }
        near[0] = false;
    }
    let mut best: Vec<(u32, u64, u64, u32, DocId)> = Vec::new();
    // A nearer line of work always beats a nearer place, so the wider ones are only looked at where
    // the narrower leave room.
    for numbers in lines_of_work(&this) {
        best.clear();
        for (number, (shelf, reader)) in snapshot.segments.iter().zip(snapshot.searcher.segment_readers()).enumerate() {
            let docs = numbers.iter().flat_map(|range| shelf.shelves.occupations(&shelf.rows, range.clone()));
            for other in docs.copied().filter(|other| alive(reader, *other) && (number, *other) != (segment, doc)) {
                let row = &shelf.rows[other as usize];
                best.push((likeness(&this, row, &near), row.published, row.number, number as u32, other));
            }
        }
        if best.len() >= limit {
            break;
        }
    }
    if (1..best.len()).contains(&limit) {
        best.select_nth_unstable_by(limit - 1, |a, b| b.cmp(a));
    }
    best.truncate(limit);
    best.sort_unstable_by(|a, b| b.cmp(a));
    best.into_iter()
        .map(|(score, _, _, segment, doc)| hit(snapshot, &around.fields, segment, doc, u64::from(score)))
        .collect()
}

fn alive(reader: &SegmentReader, doc: DocId) -> bool {
    reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc))
}

/// The same work first, then near, of two in one line of work.
fn likeness(this: &Row, other: &Row, near: &[bool]) -> u32 {
    let work = if this.occupation == other.occupation {
        40
    } else if this.group == other.group && this.group < ONE_DIGIT {
        20
    } else {
        4
    };
    let place = if this.park != 0 && this.park == other.park {
        10
    } else if this.commune != 0 && this.commune == other.commune {
        9
    } else if near[other.commune as usize] {
        6
    } else if this.province == other.province {
        3
    } else {
        0
    };
    work + place
}
