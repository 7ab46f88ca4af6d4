//! One state of the index, as searches see it.

use crate::analysis::tier;
use crate::found::FacetCounts;
use crate::plan::{Vocabulary, Wanted};
use crate::rows::{self, Places, Row};
use crate::schema::{self, Fields, ONLY, READ, bare, is_code, only};
use crate::shelves::Shelves;
use sanviec_domain::query::Facet;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::index::SegmentId;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, InvertedIndexReader, Searcher, SegmentReader};

/// Terms in at least one of so many vacancies are held as one byte a vacancy, once asked for.
const DENSE: u32 = 12;
/// Bytes that a segment's dense terms may take.
const DENSE_BYTES: usize = 12 << 20;

/// What is kept in memory of a segment. Segments never change, so this outlives commits.
pub(crate) struct Segment {
    pub(crate) rows: Vec<Row>,
    words: Arc<InvertedIndexReader>,
    pairs: Arc<InvertedIndexReader>,
    /// How often each folded word occurs, however it is read. Codes are left out: there are many.
    folded: HashMap<Box<str>, u32>,
    dense: Mutex<Dense>,
    pub(crate) shelves: Shelves,
}

#[derive(Default)]
struct Dense {
    terms: HashMap<Vec<Wanted>, (Postings, u64)>,
    uses: u64,
    bytes: usize,
}

impl Segment {
    fn open(reader: &SegmentReader, fields: &Fields, places: &Places) -> tantivy::Result<Self> {
        let words = reader.inverted_index(fields.words)?;
        let mut folded: HashMap<Box<str>, u32> = HashMap::new();
        let mut stream = words.terms().stream()?;
        let (mut last, mut sum) = (String::new(), 0);
        while stream.advance() {
            let Some((word, _)) = std::str::from_utf8(stream.key()).ok().and_then(|term| term.split_once(READ)) else {
                continue;
            };
            if word != last {
                if sum > 0 && !is_code(&last) {
                    folded.insert(last.as_str().into(), sum);
                }
                word.clone_into(&mut last);
                sum = 0;
            }
            sum += stream.value().doc_freq;
        }
        if sum > 0 && !is_code(&last) {
            folded.insert(last.into(), sum);
        }
        let pairs = reader.inverted_index(fields.pair)?;
        Ok(Self {
            rows: rows::read(reader, places)?,
            words,
            pairs,
            folded,
            dense: Mutex::default(),
            shelves: Shelves::default(),
        })
    }

    /// The terms of what is wanted.
    fn terms(&self, wanted: &Wanted, each: &mut dyn FnMut(TermInfo)) -> tantivy::Result<()> {
        let words = self.words.terms();
        match wanted {
            Wanted::Folded(word) => {
                if !is_code(word) && !self.folded.contains_key(word.as_str()) {
                    return Ok(());
                }
                let mut stream = words.range().ge(format!("{word}{READ}")).lt(format!("{word}{ONLY}")).into_stream()?;
                while stream.advance() {
                    each(stream.value().clone());
                }
            }
            Wanted::Exact(folded, exact) => {
                for term in [schema::read(folded, exact), only(folded, exact)] {
                    words.get(term)?.map(&mut *each);
                }
            }
            Wanted::Bare(folded) => {
                words.get(bare(folded))?.map(each);
            }
            Wanted::Pair(two) => {
                self.pairs.terms().get(two)?.map(each);
            }
        }
        Ok(())
    }

    fn frequency(&self, wanted: &Wanted) -> u64 {
        if let Wanted::Folded(word) = wanted
            && !is_code(word)
        {
            return self.folded.get(word.as_str()).copied().map_or(0, u64::from);
        }
        let mut sum = 0;
        // A dictionary that can't be read has nothing; reading its postings will say why.
        let _ = self.terms(wanted, &mut |info| sum += u64::from(info.doc_freq));
        sum
    }

    /// Where and how prominently any of these stand; `None` where none does.
    pub(crate) fn postings(&self, any: &[Wanted]) -> tantivy::Result<Option<Postings>> {
        let mut found: Vec<(TermInfo, u8)> = Vec::new();
        for wanted in any {
            // A text without marks may mean the word, one with marks says so.
            let most = if matches!(wanted, Wanted::Bare(_)) && any.len() > 1 { tier::PLACE } else { u8::MAX };
            self.terms(wanted, &mut |info| found.push((info, most)))?;
        }
        let inverted = if matches!(any, [Wanted::Pair(_), ..]) { &self.pairs } else { &self.words };
        let frequency: u32 = found.iter().map(|(info, _)| info.doc_freq).sum();
        let often = frequency.saturating_mul(DENSE) as usize >= self.rows.len() && self.rows.len() >= 1024;
        match found.as_slice() {
            [] => return Ok(None),
            [(info, _)] if !often => {
                let blocks = inverted.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
                return Ok(Some(Postings::Listed(Listed { blocks: Box::new(blocks), at: 0 })));
            }
            _ => {}
        }
        let spread = || -> tantivy::Result<Postings> {
            let mut tiers = vec![0_u8; self.rows.len()];
            for (info, most) in &found {
                fill(&mut tiers, &mut inverted.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?, *most);
            }
            Ok(Postings::Dense { tiers: tiers.into(), frequency })
        };
        if !often {
            return spread().map(Some);
        }
        {
            let mut dense = self.dense.lock().unwrap_or_else(PoisonError::into_inner);
            dense.uses += 1;
            let now = dense.uses;
            if let Some((postings, used)) = dense.terms.get_mut(any) {
                *used = now;
                return Ok(postings.share());
            }
        }
        let postings = spread()?;
        let mut dense = self.dense.lock().unwrap_or_else(PoisonError::into_inner);
        while dense.bytes + self.rows.len() > DENSE_BYTES
            && let Some(oldest) = dense.terms.iter().min_by_key(|(_, (_, used))| *used).map(|(key, _)| key.clone())
        {
            dense.terms.remove(&oldest);
            dense.bytes -= self.rows.len();
        }
        let now = dense.uses;
        let shared = postings.share();
        if dense.terms.insert(any.to_vec(), (postings, now)).is_none() {
            dense.bytes += self.rows.len();
        }
        Ok(shared)
    }
}

fn fill(tiers: &mut [u8], blocks: &mut BlockSegmentPostings, most: u8) {
    loop {
        let length = blocks.block_len();
        if length == 0 {
            return;
        }
        for (doc, tier) in blocks.docs().iter().zip(blocks.freqs()) {
            let slot = &mut tiers[*doc as usize];
            *slot = (*slot).max((*tier as u8).min(most));
        }
        blocks.advance();
    }
}

/// The vacancies of a term with its tier in each.
pub(crate) enum Postings {
    Listed(Listed),
    Dense { tiers: Arc<[u8]>, frequency: u32 },
}

pub(crate) struct Listed {
    pub(crate) blocks: Box<BlockSegmentPostings>,
    at: usize,
}

impl Listed {
    /// The tier of the term in a vacancy, 0 where it isn't. Asked in rising order.
    #[inline]
    pub(crate) fn tier(&mut self, doc: DocId) -> u8 {
        let here = self.blocks.doc(self.at);
        if here < doc {
            self.at = (self.at + 1).min(127);
            if self.blocks.doc(self.at) < doc {
                self.at = self.blocks.seek(doc);
            }
        }
        if self.blocks.doc(self.at) == doc { self.blocks.freq(self.at) as u8 } else { 0 }
    }
}

impl Postings {
    pub(crate) fn frequency(&self) -> u32 {
        match self {
            Self::Listed(list) => list.blocks.doc_freq(),
            Self::Dense { frequency, .. } => *frequency,
        }
    }

    #[inline]
    pub(crate) fn tier(&mut self, doc: DocId) -> u8 {
        match self {
            Self::Listed(list) => list.tier(doc),
            Self::Dense { tiers, .. } => tiers[doc as usize],
        }
    }

    /// The same once more; lists, which remember where they are, can't be shared.
    fn share(&self) -> Option<Self> {
        match self {
            Self::Listed(_) => None,
            Self::Dense { tiers, frequency } => Some(Self::Dense {
                tiers: tiers.clone(),
                frequency: *frequency,
            }),
        }
    }
}

/// One state of the index.
pub(crate) struct Snapshot {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Arc<Segment>>,
    pub(crate) documents: u64,
    /// The facets of everything: asked for by the first page of everybody, and the dearest to count.
    pub(crate) whole: Mutex<HashMap<Vec<Facet>, Vec<FacetCounts>>>,
}

impl Snapshot {
    /// The state of a searcher; what is known of its segments from the last state is taken over.
    pub(crate) fn new(searcher: Searcher, fields: &Fields, places: &Places, last: Option<&Self>) -> tantivy::Result<Self> {
        let known: HashMap<SegmentId, &Arc<Segment>> = last
            .map(|last| last.searcher.segment_readers().iter().map(SegmentReader::segment_id).zip(&last.segments).collect())
            .unwrap_or_default();
        let mut segments = Vec::new();
        for reader in searcher.segment_readers() {
            segments.push(match known.get(&reader.segment_id()) {
                Some(segment) => (*segment).clone(),
                None => Arc::new(Segment::open(reader, fields, places)?),
            });
        }
        let documents = searcher.num_docs();
        Ok(Self {
            searcher,
            segments,
            documents,
            whole: Mutex::default(),
        })
    }
}

impl Vocabulary for Snapshot {
    fn frequency(&self, wanted: &Wanted) -> u64 {
        self.segments.iter().map(|segment| segment.frequency(wanted)).sum()
    }

    fn folded(&self, word: &str) -> u64 {
        if is_code(word) {
            return self.frequency(&Wanted::Folded(word.to_owned()));
        }
        self.segments
            .iter()
            .filter_map(|segment| segment.folded.get(word))
            .map(|frequency| u64::from(*frequency))
            .sum()
    }

    fn followers(&self, first: &str, each: &mut dyn FnMut(&str, u64)) {
        let (from, to) = (format!("{first} "), format!("{first}!"));
        let mut sums: HashMap<String, u64> = HashMap::new();
        for segment in &self.segments {
            let Ok(mut stream) = segment.pairs.terms().range().ge(&from).lt(&to).into_stream() else {
                continue;
            };
            while stream.advance() {
                if let Some(second) = stream.key().get(from.len()..).and_then(|second| std::str::from_utf8(second).ok()) {
                    let frequency = u64::from(stream.value().doc_freq);
                    if self.segments.len() == 1 {
                        each(second, frequency);
                    } else {
                        *sums.entry(second.to_owned()).or_default() += frequency;
                    }
                }
            }
        }
        let mut sums: Vec<_> = sums.into_iter().collect();
        sums.sort();
        for (second, frequency) in sums {
            each(&second, frequency);
        }
    }

    fn documents(&self) -> u64 {
        self.documents
    }
}
