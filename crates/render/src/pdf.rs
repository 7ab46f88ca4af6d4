//! Draws an agreement as an official Vietnamese document: a tagged PDF/A-2a and PDF/UA-1 file on A4.
//!
//! Margins and letters follow Nghị định 30/2020/NĐ-CP: 30 mm on the left, 20 mm elsewhere, a Times-like face at 13 points.
//! The same [`Document`] always gives the same bytes.

mod articles;
mod blocks;
mod columns;
mod fonts;
mod lines;
mod pages;
mod paint;
mod parties;
mod signatures;
mod strips;
mod table;
mod tags;

use std::collections::BTreeSet;
use std::fmt;

use blocks::Layout;
use fonts::Fonts;

/// Everything that is drawn, in the order of reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The title in the file's properties and in the window of a reader.
    pub title: String,
    /// The language of the text, and of the few words that the drawing adds.
    pub language: Language,
    /// Who made the document, for the file's properties.
    pub author: String,
    /// The number of the agreement, printed under its title.
    pub number: Option<String>,
    /// When the document was made, for the file's properties.
    pub created: Moment,
    /// The content.
    pub blocks: Vec<Block>,
    /// Small print at the foot of each page, beside the page number: for example the hash of what was signed.
    pub footer: String,
}

/// The language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Language {
    /// The language's code (BCP 47).
    pub fn code(self) -> &'static str {
        self.pick("vi-VN", "en")
    }

    fn pick(self, vietnamese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Vi => vietnamese,
            Self::En => english,
        }
    }
}

/// A moment as a clock on a wall shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Year, such as 2026.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Hours ahead of UTC: 7 in Vietnam.
    pub offset_hours: i8,
}

/// A piece of the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The state's name and motto, centred; the last line is underlined.
    Motto {
        /// Usually two lines.
        lines: Vec<String>,
    },
    /// The title of the document, large and centred.
    Title(String),
    /// A line under the title, centred.
    Subtitle(String),
    /// Legal grounds ("Căn cứ …"), each a paragraph in italics.
    Grounds(Vec<String>),
    /// The heading of an article, kept with what follows.
    Heading(String),
    /// A paragraph, justified.
    Paragraph(String),
    /// Numbered clauses: 1., 2., …
    Numbered(Vec<String>),
    /// A table; its head is repeated on each page that it goes on to.
    Table {
        /// One header for each column.
        head: Vec<String>,
        /// Each row has as many cells as the head.
        rows: Vec<Vec<String>>,
        /// Relative widths of the columns.
        widths: Vec<f32>,
        /// Which columns (from 0) hold numbers, set to the right.
        numeric: Vec<usize>,
    },
    /// Who the parties are.
    Parties(Vec<PartyBlock>),
    /// Who signs, in two columns, kept together on one page and never on a page of their own.
    Signatures(Vec<SignatureBlock>),
}

/// One party of an agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyBlock {
    /// The party's role: "BÊN A".
    pub side: String,
    /// Its full name.
    pub name: String,
    /// Where it has its seat.
    pub address: String,
    /// Tax code (mã số thuế).
    pub tax_code: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Who represents it.
    pub representative: String,
    /// The representative's position (chức vụ).
    pub position: Option<String>,
    /// Further lines of label and value, such as a bank account.
    pub more: Vec<(String, String)>,
}

/// Where one party signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureBlock {
    /// For whom: "ĐẠI DIỆN BÊN A".
    pub side: String,
    /// The signatory's position: "GIÁM ĐỐC".
    pub title: String,
    /// The signatory's name.
    pub name: String,
    /// When it was signed electronically, as it is to be printed; none leaves room for a signature by hand.
    pub signed_at: Option<String>,
    /// What else is said about the signature, such as how the signatory was identified.
    pub note: Option<String>,
}

/// Why a document could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// A typeface that is part of the program cannot be read.
    Font(&'static str),
    /// A table's rows, widths or numeric columns do not fit its head.
    Table(String),
    /// The file could not be written, or is not PDF/A-2a and PDF/UA-1.
    Write(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(name) => write!(formatter, "cannot read the typeface {name}"),
            Self::Table(why) => write!(formatter, "a table is not well formed: {why}"),
            Self::Write(why) => write!(formatter, "cannot write the PDF: {why}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Draws the document; the bytes are those of a PDF file.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::load()?;
    let layout = Layout::of(document, &fonts)?;
    paint::write(document, &fonts, layout)
}

/// The letters of the document that the typeface lacks: [`render`] draws each as an empty box (□), so a caller may refuse them first.
pub fn unprintable(document: &Document) -> Result<BTreeSet<char>, PdfError> {
    let fonts = Fonts::load()?;
    Ok(document.texts().into_iter().flat_map(|text| fonts.missing(text)).collect())
}

impl Document {
    /// Every text that is drawn on a page.
    fn texts(&self) -> Vec<&String> {
        let mut texts = vec![&self.footer];
        texts.extend(&self.number);
        for block in &self.blocks {
            match block {
                Block::Motto { lines: several } | Block::Grounds(several) | Block::Numbered(several) => texts.extend(several),
                Block::Title(text) | Block::Subtitle(text) | Block::Heading(text) | Block::Paragraph(text) => texts.push(text),
                Block::Table { head, rows, .. } => texts.extend(head.iter().chain(rows.iter().flatten())),
                Block::Parties(parties) => parties.iter().for_each(|party| texts.append(&mut party.texts())),
                Block::Signatures(signatures) => signatures.iter().for_each(|signature| texts.append(&mut signature.texts())),
            }
        }
        texts
    }
}

impl PartyBlock {
    fn texts(&self) -> Vec<&String> {
        let mut texts = vec![&self.side, &self.name, &self.address, &self.representative];
        texts.extend([&self.tax_code, &self.phone, &self.email, &self.position].into_iter().flatten());
        texts.extend(self.more.iter().flat_map(|(label, value)| [label, value]));
        texts
    }
}

impl SignatureBlock {
    fn texts(&self) -> Vec<&String> {
        let mut texts = vec![&self.side, &self.title, &self.name];
        texts.extend(self.signed_at.iter().chain(&self.note));
        texts
    }
}

#[cfg(test)]
mod tests;
