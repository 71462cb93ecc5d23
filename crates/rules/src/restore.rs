//! Edits that put a text back where it belongs.

use jibiao_model::{CellId, Edit, Row, RowId, Table, TableId};

use crate::View;

/// The edit that gives a cell of a row this text. A cell that is there and blank (in an excerpt: one that was seen blank)
/// would be gone when the edit is taken back; there the row is taken out and put in again.
pub(crate) fn row_cell(table: &TableId, index: usize, row: &Row, cell: &CellId, text: &str) -> Edit {
    let text = text.to_owned();
    if row.cells.get(cell).is_none_or(|before| !before.is_empty()) {
        return Edit::SetRowCell { table: table.clone(), row: row.id.clone(), cell: cell.clone(), text };
    }
    let mut with = row.clone();
    with.cells.insert(cell.clone(), text);
    let out = Edit::RemoveRow { table: table.clone(), row: row.id.clone() };
    Edit::All { edits: vec![out, Edit::InsertRow { table: table.clone(), at: index, row: with }] }
}

/// Whether a table lacks rows that its form prints, or that it took over. Where none of the printed rows is there, the
/// table has rows of its own, and lacks nothing.
pub(crate) fn lacks_rows(view: &View<'_>, table: &Table) -> bool {
    let gone = |row: &RowId| view.document.row(table.id.as_str(), row.as_str()).is_none();
    let taken = view.document.origins.iter().filter_map(|origin| origin.frozen.tables.get(&table.id));
    let printed = table.printed.iter().filter(|row| gone(&row.id)).count();
    (printed > 0 && printed < table.printed.len()) || taken.flat_map(|rows| rows.keys()).any(gone)
}
