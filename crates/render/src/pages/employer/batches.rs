//! Posting many at once: a file handed in, and what became of each row.

use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::batch::RowState;
use sanviec_domain::ids::BatchId;
use sanviec_domain::time::Instant;

/// A file of the list.
#[derive(Clone, Debug)]
pub struct BatchRow {
    /// Its id.
    pub id: BatchId,
    /// What it was called.
    pub name: String,
    /// How many rows it has.
    pub total: u32,
    /// When it was handed in.
    pub at: Instant,
}

/// `/ntd/tin/nhap`: posts a file `tep` to itself.
#[derive(Template)]
#[template(path = "employer/batches/upload.html")]
pub struct BatchUploadPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What is wrong with the file.
    pub form: &'a FormState,
    /// The most rows.
    pub most_rows: u64,
    /// The largest file, in megabytes.
    pub megabytes: u64,
    /// The latest files.
    pub latest: &'a [BatchRow],
}

/// A cell that can be typed anew.
#[derive(Clone, Debug)]
pub struct CellInput {
    /// The input's name.
    pub name: String,
    /// The column.
    pub label: &'static str,
    /// What is in it.
    pub value: String,
    /// What is wrong with it.
    pub faults: Vec<String>,
    /// Whether it holds a text of several lines.
    pub is_text: bool,
}

/// A row that is to be mended.
#[derive(Clone, Debug)]
pub struct WrongRow {
    /// The line in the file.
    pub line: u32,
    /// The title.
    pub title: String,
    /// The cells to be mended.
    pub cells: Vec<CellInput>,
}

/// `/ntd/tin/nhap/{id}`: posts the mended cells to itself; a row is left out at `…/{line}/bo-qua`.
#[derive(Template)]
#[template(path = "employer/batches/batch.html")]
pub struct BatchPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The file.
    pub id: BatchId,
    /// What it was called.
    pub name: &'a str,
    /// How many rows it has.
    pub total: u64,
    /// How many rows there are in each state.
    pub counts: &'a [(RowState, u64)],
    /// The rows to be mended.
    pub wrong: &'a [WrongRow],
    /// The next page of them.
    pub next: Option<&'a str>,
}

/// `/ntd/tin/nhap/{id}/{line}`: one row, whole.
#[derive(Template)]
#[template(path = "employer/batches/row.html")]
pub struct BatchRowPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The file.
    pub id: BatchId,
    /// The row.
    pub row: &'a WrongRow,
}

crate::html_pages!(BatchUploadPage, BatchPage, BatchRowPage);

impl BatchPage<'_> {
    fn count(&self, state: RowState) -> u64 {
        self.counts.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    }

    fn sent(&self) -> u64 {
        self.count(RowState::Sent)
    }

    fn waiting(&self) -> u64 {
        self.count(RowState::Waiting)
    }

    fn to_mend(&self) -> u64 {
        self.count(RowState::Wrong)
    }

    fn left_out(&self) -> u64 {
        self.count(RowState::LeftOut)
    }
}
