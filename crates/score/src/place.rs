//! Where a line of a scorecard stands.

use jibiao_model::{CellId, Place, RowId, SectionId, TableId};
use jibiao_reading::{Indicator, Reading};

/// The table of indicators: what the places of all its rows share, looked up once.
pub(crate) struct Rows<'r> {
    table: Option<&'r TableId>,
    section: Option<&'r SectionId>,
    pointer: String,
}

impl<'r> Rows<'r> {
    pub(crate) fn of(reading: &Reading<'r>) -> Self {
        Self::made(reading, reading.table)
    }

    /// Another table.
    pub(crate) fn of_table(reading: &Reading<'r>, table: &'r TableId) -> Self {
        Self::made(reading, Some(table))
    }

    fn made(reading: &Reading<'r>, table: Option<&'r TableId>) -> Self {
        let section = reading.form.tables().find(|(_, candidate)| Some(&candidate.id) == table);
        Self {
            table,
            section: section.map(|(section, _)| &section.id),
            pointer: table.map_or_else(String::new, |table| format!("/tables/{}", escaped(table.as_str()))),
        }
    }

    /// The row of an indicator.
    pub(crate) fn place(&self, indicator: &Indicator<'_>) -> Place {
        self.at(indicator.index, indicator.row)
    }

    /// A row by its position.
    pub(crate) fn at(&self, index: usize, row: &RowId) -> Place {
        Place {
            pointer: format!("{}/{index}", self.pointer),
            section: self.section.cloned(),
            table: self.table.cloned(),
            row: Some(row.clone()),
            cell: None,
        }
    }
}

/// A cell outside tables.
pub(crate) fn of_cell(reading: &Reading<'_>, cell: &CellId) -> Place {
    let section = reading.form.cells().find(|(_, candidate)| candidate.id == *cell);
    Place {
        pointer: format!("/cells/{}", escaped(cell.as_str())),
        section: section.map(|(section, _)| section.id.clone()),
        table: None,
        row: None,
        cell: Some(cell.clone()),
    }
}

/// A reference token of a JSON Pointer (RFC 6901, section 3).
fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}
