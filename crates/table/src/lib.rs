//! Tables from elsewhere: what a spreadsheet puts on the clipboard, made into edits of a document, and rows out again.
//!
//! Three steps, each of which a person can look at: a [`Grid`] holds the cells as they came, with merged ones expanded;
//! [`recognise`] finds the headers and says which column goes where ([`Mapping`]); [`plan`] says what happens to every row
//! and every cell, and gives the edits. Nothing is dropped without being told.

mod copy;
mod grid;
mod groups;
mod headings;
mod html;
mod mapping;
mod names;
mod plan;
mod taught;
mod text;
mod tsv;

pub use copy::{Copied, copy};
pub use grid::{Grid, Most, Placed};
pub use html::from_html;
pub use mapping::{Mapping, Way, recognise, recognise_under};
pub use names::{bare, plain};
pub use plan::{Doubt, Fate, Plan, PlannedCell, PlannedRow, Tally, Turn, Use, plan};
pub use taught::{Taught, taught};
pub use tsv::{from_csv, from_tsv};

use jibiao_model::{CellId, Document, Form, Row, RowId, Table};
use jibiao_reading::Vocabulary;

/// The table that something goes into.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    pub form: &'a Form,
    pub table: &'a Table,
    pub document: &'a Document,
    pub vocabulary: &'a Vocabulary,
    /// The row and the column that the person stands in.
    pub at: Option<(&'a RowId, &'a CellId)>,
    /// What the person said of headers before.
    pub taught: &'a [Taught],
    /// How many rows a table may have.
    pub most_rows: usize,
    /// How many characters a cell may have.
    pub most_characters: usize,
}

impl<'a> Sheet<'a> {
    /// The rows that the table has now.
    pub fn rows(&self) -> &'a [Row] {
        self.document.rows(self.table.id.as_str())
    }

    fn at_row(&self) -> Option<usize> {
        let (row, _) = self.at?;
        self.document.row(self.table.id.as_str(), row.as_str()).map(|(at, _)| at)
    }

    fn at_column(&self) -> Option<usize> {
        let (_, column) = self.at?;
        self.table.columns.iter().position(|candidate| candidate.id == *column)
    }
}

/// What the clipboard holds as a table: the html where there is a table in it, else the text with tabs between cells.
pub fn from_clipboard(html: &str, text: &str) -> Grid {
    from_html(html).filter(|grid| !grid.is_empty()).unwrap_or_else(|| from_tsv(text))
}
