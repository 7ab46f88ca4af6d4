//! What is indexed, and how.
//!
//! Two layers of words, each with the *tier* of the best place where a word stands (title,
//! occupation, place and employer, body) as its term frequency, so that one posting list both finds
//! and ranks:
//!
//! - `words`: everything that the vacancy can be found by. A term is the folded word, a separator,
//!   and the word with its marks: looked up whole for somebody who types marks, by its first part
//!   (all the ways to read it) for somebody who doesn't. So no word is indexed twice.
//! - `pair`: neighbouring folded words of title, occupation, place and employer.

use tantivy::schema::{Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::store::Compressor;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy::{Index, IndexSettings};

/// Goes up when fields or the analysis change.
pub(crate) const VERSION: u32 = 3;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub(crate) id: Field,
    pub(crate) words: Field,
    pub(crate) pair: Field,
    pub(crate) said: Field,
    /// What a result shows: the vacancy's id (16 bytes) and its card, read together.
    pub(crate) card: Field,
    pub(crate) columns: [Field; COLUMNS.len()],
}

/// The packed columns: see [`crate::rows`].
pub(crate) const COLUMNS: [&str; 7] = ["number", "published", "pay", "place", "kind", "employer_high", "employer_low"];

/// Two neighbouring words as a term.
pub(crate) fn pair(first: &str, second: &str) -> String {
    format!("{first} {second}")
}

/// Between the folded word and the word as it is read.
pub(crate) const READ: char = '\u{1}';
/// The same, for a word that is only found with its marks.
pub(crate) const ONLY: char = '\u{2}';

/// A word as a term.
pub(crate) fn read(folded: &str, exact: &str) -> String {
    // Numbers and codes have no marks to tell apart.
    if is_code(folded) { format!("{folded}{READ}") } else { format!("{folded}{READ}{exact}") }
}

/// A word of a text without any marks as a term: nobody knows how it is read.
pub(crate) fn bare(folded: &str) -> String {
    if is_code(folded) { read(folded, "") } else { format!("{folded}{READ}~") }
}

/// A word as a term that is only found with its marks.
pub(crate) fn only(folded: &str, exact: &str) -> String {
    format!("{folded}{ONLY}{exact}")
}

/// Numbers and codes: nothing that marks could tell apart.
pub(crate) fn is_code(folded: &str) -> bool {
    folded.bytes().any(|b| b.is_ascii_digit())
}

pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |record| TextOptions::default().set_indexing_options(TextFieldIndexing::default().set_tokenizer(TIERED).set_fieldnorms(false).set_index_option(record));
    let id = builder.add_bytes_field("id", tantivy::schema::BytesOptions::default().set_indexed());
    let read = builder.add_text_field("words", words(IndexRecordOption::WithFreqs));
    let pair = builder.add_text_field("pair", words(IndexRecordOption::WithFreqs));
    let said = builder.add_text_field("said", words(IndexRecordOption::Basic));
    let card = builder.add_bytes_field("card", tantivy::schema::BytesOptions::default().set_stored());
    let columns = COLUMNS.map(|name| builder.add_u64_field(name, NumericOptions::default().set_fast()));
    (
        builder.build(),
        Fields {
            id,
            words: read,
            pair,
            said,
            card,
            columns,
        },
    )
}

/// Cards are short and read at random, so their blocks are small.
pub(crate) fn settings() -> IndexSettings {
    IndexSettings {
        docstore_compression: Compressor::Lz4,
        docstore_blocksize: 4096,
        ..IndexSettings::default()
    }
}

pub(crate) fn register(index: &Index) {
    index.tokenizers().register(TIERED, Tiered::default());
}

const TIERED: &str = "tiered";

/// Reads what [`crate::analysis`] wrote: one term a line, the digit before it says how often.
#[derive(Clone, Default)]
struct Tiered {
    token: Token,
}

struct Terms<'a> {
    rest: &'a str,
    token: &'a mut Token,
    left: u8,
}

impl Tokenizer for Tiered {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        self.token.reset();
        self.token.position = 0;
        Terms {
            rest: text,
            token: &mut self.token,
            left: 0,
        }
    }
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        if self.left > 0 {
            self.left -= 1;
            return true;
        }
        // Terms are short: a plain walk beats a search machine set up for each.
        let end = self.rest.bytes().position(|byte| byte == b'\n').unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest.get(1..).unwrap_or_default();
        let Some((times, term)) = line.split_at_checked(1) else {
            return false;
        };
        self.token.text.clear();
        self.token.text.push_str(term);
        self.left = times.as_bytes().first().map_or(0, |digit| digit.wrapping_sub(b'1').min(8));
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
