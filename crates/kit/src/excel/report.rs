//! What became of each text of a workbook: the mapping report.

use jibiao_model::{CellId, RowId, TableId};
use jibiao_table::{Doubt, Turn};
use serde::Serialize;

use crate::Draft;

/// How a sheet was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A document of ours that comes back.
    Own,
    /// A blank form of ours that was filled in.
    Template,
    /// A table from elsewhere, by the words printed in it.
    Recognised,
    /// One row of a list from elsewhere.
    Listed,
}

impl Origin {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Own, Self::Template, Self::Recognised, Self::Listed];

    /// The name on wires and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Template => "template",
            Self::Recognised => "recognised",
            Self::Listed => "listed",
        }
    }
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It went into a cell that was blank.
    Placed,
    /// It took the place of another: somebody changed the cell in the spreadsheet.
    Changed,
    /// Its row was added in the spreadsheet.
    RowAdded,
    /// Its row was taken out in the spreadsheet.
    RowRemoved,
    /// The rows of the table stand in another order now.
    RowsMoved,
    /// It has no place in the form. It is kept with the document, beside the form.
    NoPlace,
    /// The cell is gone from the sheet; the document's own text stays.
    Gone,
    /// The hidden sheet was changed by hand; what it says was taken.
    RecordChanged,
    /// The table takes no more rows.
    Homeless,
    /// It is longer than a cell of the form may be.
    TooLong,
    /// It stands for a cell that was approved or is printed, and stays as it is.
    Locked,
}

impl Fate {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Placed,
        Self::Changed,
        Self::RowAdded,
        Self::RowRemoved,
        Self::RowsMoved,
        Self::NoPlace,
        Self::Gone,
        Self::RecordChanged,
        Self::Homeless,
        Self::TooLong,
        Self::Locked,
    ];

    /// The name on wires and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Changed => "changed",
            Self::RowAdded => "row-added",
            Self::RowRemoved => "row-removed",
            Self::RowsMoved => "rows-moved",
            Self::NoPlace => "no-place",
            Self::Gone => "gone",
            Self::RecordChanged => "record-changed",
            Self::Homeless => "homeless",
            Self::TooLong => "too-long",
            Self::Locked => "locked",
        }
    }
}

/// A text of a workbook, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Arrival {
    pub fate: Fate,
    /// Row and column on the sheet, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<(u32, u32)>,
    /// Where it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<TableId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<CellId>,
    /// The text as it stands in the document now; of a text without a place, as it stood on the sheet.
    pub text: String,
    /// What stood there before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// How it was changed on the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
    /// Why it may not be what somebody typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
}

impl Arrival {
    pub(super) fn new(fate: Fate, text: &str) -> Self {
        Self {
            fate,
            at: None,
            table: None,
            row: None,
            cell: None,
            text: text.to_owned(),
            before: String::new(),
            turn: None,
            doubt: None,
        }
    }

    pub(super) fn at(self, row: u32, column: u32) -> Self {
        Self { at: Some((row, column)), ..self }
    }

    pub(super) fn cell(self, cell: &CellId) -> Self {
        Self { cell: Some(cell.clone()), ..self }
    }

    pub(super) fn in_row(self, table: &TableId, row: &RowId) -> Self {
        Self { table: Some(table.clone()), row: Some(row.clone()), ..self }
    }

    pub(super) fn before(self, before: &str) -> Self {
        Self { before: before.to_owned(), ..self }
    }
}

/// A document that a sheet became.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The name of the sheet.
    pub sheet: String,
    pub origin: Origin,
    pub draft: Draft,
    /// Nothing where a document of ours came back as it was.
    pub arrivals: Vec<Arrival>,
}
