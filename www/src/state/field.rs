//! Which input is meant, as the document names it and as the DOM carries it.

use jibiao_kit::{
    Document, Edit, Place, RowId,
    model::{CellId, TableId},
};
use web_sys::Element;

use crate::browser::dom;

/// An input of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Cell(CellId),
    Row { table: TableId, row: RowId, column: CellId },
}

impl Field {
    /// The field of an input element, by its data attributes.
    pub(crate) fn of(element: &Element) -> Option<Self> {
        if let Some(cell) = element.get_attribute("data-cell") {
            return Some(Self::Cell(CellId::new(cell)));
        }
        Some(Self::Row {
            table: TableId::new(element.get_attribute("data-table")?),
            row: RowId::new(element.get_attribute("data-row")?),
            column: CellId::new(element.get_attribute("data-col")?),
        })
    }

    /// The field a finding stands at, where it stands at one.
    pub(crate) fn at(place: &Place) -> Option<Self> {
        match (&place.table, &place.row, &place.cell) {
            (Some(table), Some(row), Some(cell)) => {
                Some(Self::Row { table: table.clone(), row: row.clone(), column: cell.clone() })
            }
            (None, None, Some(cell)) => Some(Self::Cell(cell.clone())),
            _ => None,
        }
    }

    /// The id of the input element.
    pub(crate) fn dom_id(&self) -> String {
        match self {
            Self::Cell(cell) => dom::id(&["c", cell.as_str()]),
            Self::Row { table, row, column } => dom::id(&["r", table.as_str(), row.as_str(), column.as_str()]),
        }
    }

    pub(crate) fn text<'d>(&self, document: &'d Document) -> &'d str {
        match self {
            Self::Cell(cell) => document.text(cell.as_str()),
            Self::Row { table, row, column } => {
                document.row(table.as_str(), row.as_str()).map_or("", |(_, row)| row.text(column.as_str()))
            }
        }
    }

    /// The change that gives this field a text.
    pub(crate) fn set(&self, text: String) -> Edit {
        match self {
            Self::Cell(cell) => Edit::SetCell { cell: cell.clone(), text },
            Self::Row { table, row, column } => {
                Edit::SetRowCell { table: table.clone(), row: row.clone(), cell: column.clone(), text }
            }
        }
    }

    /// The fields that a change touches, so that the person sees where it happened.
    pub(crate) fn touched_by(edit: &Edit, into: &mut Vec<Self>) {
        match edit {
            Edit::SetCell { cell, .. } => into.push(Self::Cell(cell.clone())),
            Edit::SetRowCell { table, row, cell, .. } => {
                into.push(Self::Row { table: table.clone(), row: row.clone(), column: cell.clone() });
            }
            Edit::All { edits } => edits.iter().for_each(|edit| Self::touched_by(edit, into)),
            Edit::InsertRow { .. }
            | Edit::RemoveRow { .. }
            | Edit::MoveRow { .. }
            | Edit::SetWaiver { .. }
            | Edit::WithdrawWaiver { .. } => {}
        }
    }
}

/// The rows that a change puts in or moves.
pub(crate) fn rows_of(edit: &Edit, into: &mut Vec<(TableId, RowId)>) {
    match edit {
        Edit::InsertRow { table, row, .. } => into.push((table.clone(), row.id.clone())),
        Edit::MoveRow { table, row, .. } => into.push((table.clone(), row.clone())),
        Edit::All { edits } => edits.iter().for_each(|edit| rows_of(edit, into)),
        Edit::RemoveRow { .. }
        | Edit::SetCell { .. }
        | Edit::SetRowCell { .. }
        | Edit::SetWaiver { .. }
        | Edit::WithdrawWaiver { .. } => {}
    }
}
