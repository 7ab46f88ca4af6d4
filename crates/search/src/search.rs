//! One pass over the vacancies that have all the words: exact count, facets and the best of them.

use crate::cursor::{Cursor, Rank};
use crate::error::SearchError;
use crate::filter::{Counters, Filters};
use crate::found::{Found, Hit, PageRequest};
use crate::lexicon::Lexicon;
use crate::plan::{Plan, WORTH};
use crate::rows::{Places, Row, unordered};
use crate::schema::Fields;
use crate::snapshot::{Listed, Postings, Segment, Snapshot};
use sanviec_domain::ids::{VacancyId, VacancyNumber};
use sanviec_domain::query::{Facet, Sort, VacancyQuery};
use sanviec_domain::reference::Reference;
use std::sync::{Arc, PoisonError};
use tantivy::schema::Value;
use tantivy::{DocId, SegmentReader, TERMINATED, TantivyDocument, TantivyError};
use uuid::Uuid;

/// What every search needs beside the index.
pub(crate) struct Surroundings {
    pub(crate) reference: Arc<Reference>,
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) places: Places,
    pub(crate) fields: Fields,
}

/// So many vacancies are looked at together.
const BATCH: usize = 512;

/// A vacancy that may be on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    rank: Rank,
    segment: u32,
    doc: DocId,
}

/// Keeps the best so many.
struct Best {
    most: usize,
    /// Only what comes after this.
    below: Option<Rank>,
    /// What a newcomer must exceed.
    least: Option<Rank>,
    kept: Vec<Candidate>,
}

impl Best {
    fn new(most: usize, below: Option<Rank>) -> Self {
        Self {
            most,
            below,
            least: None,
            kept: Vec::new(),
        }
    }

    #[inline]
    fn wants(&self, rank: &Rank) -> bool {
        self.least.is_none_or(|least| *rank > least)
    }

    #[inline]
    fn offer(&mut self, candidate: Candidate) {
        if !self.wants(&candidate.rank) || self.below.is_some_and(|below| candidate.rank >= below) {
            return;
        }
        self.kept.push(candidate);
        if self.kept.len() >= (self.most * 2).max(64) {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        if self.kept.len() > self.most && self.most > 0 {
            self.kept.select_nth_unstable_by(self.most - 1, |a, b| b.cmp(a));
            self.kept.truncate(self.most);
            self.least = self.kept.last().map(|candidate| candidate.rank);
        }
    }

    fn finish(mut self) -> Vec<Candidate> {
        self.kept.sort_unstable_by(|a, b| b.cmp(a));
        self.kept.truncate(self.most);
        self.kept
    }
}

/// One search while it runs.
struct Run<'s> {
    sort: Sort,
    filters: Filters,
    employer: Option<(u64, u64)>,
    plan: &'s Plan,
    counters: Counters,
    best: Best,
    total: usize,
    docs: Vec<DocId>,
    scores: Vec<u64>,
    refused: Vec<u16>,
}

pub(crate) fn search(around: &Surroundings, snapshot: &Snapshot, query: &VacancyQuery, page: &PageRequest, facets: &[Facet]) -> Result<Found, SearchError> {
    if page.offset > PageRequest::MOST_OFFSET {
        return Err(SearchError::OffsetTooLarge);
    }
    let query = query.clone().bounded();
    let sort = query.order();
    if page.after.is_some_and(|cursor| cursor.sort != sort) {
        return Err(SearchError::BadCursor);
    }
    let plan = Plan::new(&query.text, &around.lexicon, snapshot);
    let limit = page.limit.min(PageRequest::MOST);
    let filters = Filters::new(&query, &around.reference, &around.places);
    let everything = plan.required.is_empty() && filters.none() && query.employer.is_none();
    let known = if everything {
        snapshot.whole.lock().unwrap_or_else(PoisonError::into_inner).get(facets).cloned()
    } else {
        None
    };
    let to_count = if known.is_some() { &[] } else { facets };
    let mut run = Run {
        sort,
        filters,
        employer: query.employer.map(|employer| employer.0.as_u64_pair()),
        plan: &plan,
        counters: Counters::new(to_count, &around.reference),
        best: Best::new(page.offset + limit + 1, page.after.map(|cursor| cursor.rank)),
        total: 0,
        docs: Vec::with_capacity(BATCH),
        scores: Vec::with_capacity(BATCH),
        refused: Vec::with_capacity(BATCH),
    };
    for (number, (segment, reader)) in snapshot.segments.iter().zip(snapshot.searcher.segment_readers()).enumerate() {
        run.segment(number as u32, segment, reader)?;
    }
    let Run { total, counters, best, .. } = run;
    let candidates = best.finish();
    let shown: Vec<Candidate> = candidates.iter().skip(page.offset).take(limit).copied().collect();
    let next = match shown.last() {
        Some(last) if candidates.len() > page.offset + shown.len() => Some(Cursor { sort, rank: last.rank }),
        _ => None,
    };
    let mut hits = Vec::with_capacity(shown.len());
    for candidate in shown {
        let score = if sort == Sort::Relevance { candidate.rank.primary } else { 0 };
        hits.push(hit(snapshot, &around.fields, candidate.segment, candidate.doc, score)?);
    }
    let counted = known.unwrap_or_else(|| {
        let counted = counters.finish(&around.reference);
        if everything {
            let mut whole = snapshot.whole.lock().unwrap_or_else(PoisonError::into_inner);
            // A few pages ask, always for the same facets.
            if whole.len() < 16 {
                whole.insert(facets.to_vec(), counted.clone());
            }
        }
        counted
    });
    Ok(Found {
        total,
        hits,
        next,
        facets: counted,
        corrected: plan.corrected,
    })
}

/// Reads what the page shows.
pub(crate) fn hit(snapshot: &Snapshot, fields: &Fields, segment: u32, doc: DocId, score: u64) -> Result<Hit, SearchError> {
    let position = segment as usize;
    let stored: TantivyDocument = snapshot.searcher.doc(tantivy::DocAddress::new(segment, doc))?;
    let kept = stored.get_first(fields.card).and_then(|value| value.as_bytes()).unwrap_or_default();
    let (id, card) = kept
        .split_first_chunk::<16>()
        .ok_or_else(|| TantivyError::InternalError("a vacancy without its card".to_owned()))?;
    Ok(Hit {
        id: VacancyId(Uuid::from_bytes(*id)),
        number: VacancyNumber(unordered(snapshot.segments[position].rows[doc as usize].number)),
        score,
        card: card.to_vec(),
    })
}

impl Run<'_> {
    fn segment(&mut self, number: u32, segment: &Segment, reader: &SegmentReader) -> Result<(), SearchError> {
        let mut words: Vec<(Postings, [u64; WORTH.len()])> = Vec::with_capacity(self.plan.required.len());
        for condition in &self.plan.required {
            let Some(postings) = segment.postings(&condition.any)? else {
                return Ok(());
            };
            words.push((postings, WORTH.map(|worth| worth * condition.weight)));
        }
        words.sort_by_key(|(postings, _)| postings.frequency());
        let relevance = self.sort == Sort::Relevance;
        let mut boosts: Vec<(Postings, [u64; WORTH.len()])> = Vec::new();
        if relevance {
            for boost in &self.plan.boosts {
                boosts.extend(segment.postings(&boost.any)?.map(|postings| (postings, boost.worth.map(|worth| worth * boost.weight))));
            }
        }
        let mut taker = Taker { number, segment, reader, boosts };
        let (first, others) = match words.split_first_mut() {
            None if let Some(employer) = self.employer => {
                for docs in segment.shelves.employer(reader, employer)?.chunks(BATCH) {
                    self.docs.clear();
                    self.docs.extend_from_slice(docs);
                    self.scores.clear();
                    self.scores.resize(docs.len(), 0);
                    self.take(&mut taker)?;
                }
                return Ok(());
            }
            None => {
                let docs = 0..segment.rows.len() as DocId;
                let mut from = docs.start;
                while from < docs.end {
                    let to = (from + BATCH as DocId).min(docs.end);
                    self.docs.clear();
                    self.docs.extend(from..to);
                    self.scores.clear();
                    self.scores.resize(self.docs.len(), 0);
                    self.take(&mut taker)?;
                    from = to;
                }
                return Ok(());
            }
            Some(((first, worth), others)) => ((first, *worth), others),
        };
        match first {
            (Postings::Listed(list), worth) => loop {
                let length = list.blocks.block_len();
                if length == 0 || list.blocks.doc(0) == TERMINATED {
                    break;
                }
                self.docs.clear();
                self.scores.clear();
                for (doc, tier) in list.blocks.docs().iter().zip(list.blocks.freqs()) {
                    self.docs.push(*doc);
                    self.scores.push(worth[(*tier as usize).min(WORTH.len() - 1)]);
                }
                self.require(others);
                self.take(&mut taker)?;
                list.blocks.advance();
            },
            (Postings::Dense { tiers, .. }, worth) => {
                for (batch, tiers) in tiers.chunks(BATCH).enumerate() {
                    self.docs.clear();
                    self.scores.clear();
                    for (eighth, tiers) in tiers.chunks(8).enumerate() {
                        // Mostly there are none: eight are looked at as one number.
                        if <[u8; 8]>::try_from(tiers).is_ok_and(|eight| u64::from_ne_bytes(eight) == 0) {
                            continue;
                        }
                        for (at, tier) in tiers.iter().enumerate().filter(|(_, tier)| **tier > 0) {
                            self.docs.push((batch * BATCH + eighth * 8 + at) as DocId);
                            self.scores.push(worth[(*tier as usize).min(WORTH.len() - 1)]);
                        }
                    }
                    self.require(others);
                    self.take(&mut taker)?;
                }
            }
        }
        Ok(())
    }

    /// Leaves those that have the other words too.
    fn require(&mut self, others: &mut [(Postings, [u64; WORTH.len()])]) {
        for (postings, worth) in others {
            let mut kept = 0;
            match postings {
                Postings::Dense { tiers, .. } => {
                    for at in 0..self.docs.len() {
                        let doc = self.docs[at];
                        let tier = tiers[doc as usize] as usize;
                        self.docs[kept] = doc;
                        self.scores[kept] = self.scores[at] + worth[tier.min(WORTH.len() - 1)];
                        kept += usize::from(tier > 0);
                    }
                }
                Postings::Listed(list) => kept = leave(list, worth, &mut self.docs, &mut self.scores),
            }
            self.docs.truncate(kept);
            self.scores.truncate(kept);
            if kept == 0 {
                return;
            }
        }
    }

    /// Counts a batch and offers it to the page.
    fn take(&mut self, taker: &mut Taker<'_>) -> Result<(), SearchError> {
        if let Some(alive) = taker.reader.alive_bitset() {
            retain(&mut self.docs, &mut self.scores, |doc| alive.is_alive(doc));
        }
        if let Some(employer) = self.employer {
            let theirs = taker.segment.shelves.employer(taker.reader, employer)?;
            retain(&mut self.docs, &mut self.scores, |doc| theirs.binary_search(&doc).is_ok());
        }
        if self.docs.is_empty() {
            return Ok(());
        }
        let all = &taker.segment.rows;
        let plain = self.filters.none();
        if !(plain && self.counters.is_empty()) {
            let rows: Vec<&Row> = self.docs.iter().map(|doc| &all[*doc as usize]).collect();
            self.refused.clear();
            if plain {
                self.refused.resize(rows.len(), 0);
            } else {
                self.refused.extend(rows.iter().map(|row| self.filters.refusing(row)));
            }
            self.counters.count(&rows, &self.refused);
        }
        let ceiling: u64 = taker.boosts.iter().map(|(_, worth)| worth[WORTH.len() - 1]).sum();
        for at in 0..self.docs.len() {
            if !plain && self.refused[at] != 0 {
                continue;
            }
            self.total += 1;
            let doc = self.docs[at];
            let row = &all[doc as usize];
            let mut rank = Rank {
                primary: 0,
                published: row.published,
                number: row.number,
            };
            match self.sort {
                Sort::Newest => {}
                Sort::Wage => rank.primary = row.pay,
                Sort::Deadline => rank.primary = u64::from(!row.deadline),
                Sort::Relevance => {
                    rank.primary = self.scores[at] + ceiling;
                    if !self.best.wants(&rank) {
                        continue;
                    }
                    rank.primary = self.scores[at];
                    for (postings, worth) in &mut taker.boosts {
                        rank.primary += worth[(postings.tier(doc) as usize).min(WORTH.len() - 1)];
                    }
                }
            }
            self.best.offer(Candidate { rank, segment: taker.number, doc });
        }
        Ok(())
    }
}

/// What [`Run::take`] needs of the segment.
struct Taker<'s> {
    number: u32,
    segment: &'s Segment,
    reader: &'s SegmentReader,
    boosts: Vec<(Postings, [u64; WORTH.len()])>,
}

fn leave(list: &mut Listed, worth: &[u64; WORTH.len()], docs: &mut [DocId], scores: &mut [u64]) -> usize {
    let mut kept = 0;
    for at in 0..docs.len() {
        let doc = docs[at];
        let tier = list.tier(doc) as usize;
        if tier > 0 {
            docs[kept] = doc;
            scores[kept] = scores[at] + worth[tier.min(WORTH.len() - 1)];
            kept += 1;
        }
    }
    kept
}

fn retain(docs: &mut Vec<DocId>, scores: &mut Vec<u64>, mut keep: impl FnMut(DocId) -> bool) {
    let mut kept = 0;
    for at in 0..docs.len() {
        if keep(docs[at]) {
            docs[kept] = docs[at];
            scores[kept] = scores[at];
            kept += 1;
        }
    }
    docs.truncate(kept);
    scores.truncate(kept);
}
