//! Where a line of a scorecard stands.

use jibiao_model::{CellId, Place};
use jibiao_reading::{Indicator, Reading};

/// The row of an indicator.
pub(crate) fn of_row(reading: &Reading<'_>, indicator: &Indicator<'_>) -> Place {
    let Some(table) = reading.table else { return whole_document() };
    let section = reading.form.tables().find(|(_, candidate)| candidate.id == *table);
    Place {
        pointer: format!("/tables/{}/{}", escaped(table.as_str()), indicator.index),
        section: section.map(|(section, _)| section.id.clone()),
        table: Some(table.clone()),
        row: Some(indicator.row.clone()),
        cell: None,
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

fn whole_document() -> Place {
    Place { pointer: String::new(), section: None, table: None, row: None, cell: None }
}

/// A reference token of a JSON Pointer (RFC 6901, section 3).
fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}
