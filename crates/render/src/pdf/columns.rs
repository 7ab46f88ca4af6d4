//! How wide the columns of a table are.

use super::PdfError;
use super::blocks::Layout;
use super::strips::WIDTH;
use super::table::{CELL, HEAD, SIDE};

/// Left edge and width of a column.
pub type Column = (f32, f32);

impl Layout<'_> {
    /// The widths in points; a column that is narrower than its widest word takes what it lacks from the others, as far as they have it.
    pub fn widths(&self, head: &[String], rows: &[Vec<String>], shares: &[f32]) -> Vec<f32> {
        let sum: f32 = shares.iter().sum();
        let mut widths: Vec<f32> = shares.iter().map(|share| share / sum * WIDTH).collect();
        let least: Vec<f32> = (0..head.len())
            .map(|column| {
                let head = head.get(column).map(|text| (text, HEAD));
                let cells = rows.iter().filter_map(|row| row.get(column)).map(|text| (text, CELL));
                let widest = head
                    .into_iter()
                    .chain(cells)
                    .flat_map(|(text, lettering)| text.split_whitespace().map(move |word| (word, lettering)));
                widest.map(|(word, lettering)| self.run(word, lettering).width * lettering.size).fold(0.0, f32::max) + 2.0 * SIDE + 0.1
            })
            .collect();
        let lacking: f32 = widths.iter().zip(&least).map(|(width, least)| (least - width).max(0.0)).sum();
        let spare: f32 = widths.iter().zip(&least).map(|(width, least)| (width - least).max(0.0)).sum();
        let (granted, taken) = if lacking > spare {
            (spare / lacking, 1.0)
        } else {
            (1.0, lacking / spare.max(f32::MIN_POSITIVE))
        };
        for (width, least) in widths.iter_mut().zip(least) {
            *width += (least - *width).max(0.0) * granted - (*width - least).max(0.0) * taken;
        }
        widths
    }
}

/// Where the columns lie.
pub fn columns(widths: &[f32]) -> Vec<Column> {
    let mut left = 0.0;
    widths
        .iter()
        .map(|width| {
            let column = (left, *width);
            left += column.1;
            column
        })
        .collect()
}

/// Refuses rows, widths and numeric columns that do not fit the head.
pub fn check(head: &[String], rows: &[Vec<String>], widths: &[f32], numeric: &[usize]) -> Result<(), PdfError> {
    let count = head.len();
    if count == 0 {
        return Err(PdfError::Table("it has no columns".into()));
    }
    if widths.len() != count {
        return Err(PdfError::Table(format!("{count} columns have {} widths", widths.len())));
    }
    let sum: f32 = widths.iter().sum();
    if widths.iter().any(|width| !(width / sum * WIDTH).is_finite() || width / sum * WIDTH < 4.0 * SIDE) {
        return Err(PdfError::Table(format!("a column is too narrow: {widths:?}")));
    }
    if let Some(column) = numeric.iter().find(|column| **column >= count) {
        return Err(PdfError::Table(format!("column {column} of {count} is to be numeric")));
    }
    match rows.iter().position(|row| row.len() != count) {
        Some(index) => Err(PdfError::Table(format!("row {index} has {} cells, its head {count}", rows[index].len()))),
        None => Ok(()),
    }
}
