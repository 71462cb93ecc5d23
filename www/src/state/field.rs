//! Which input is meant, as the document names it and as the DOM carries it.

use std::cmp::Ordering;

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

/// Where something stands, without owning the names: every cell of a long table is looked up after every key.
///
/// Ordered so that what stands in one row is together; fields are ordered alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spot<'a> {
    Section(&'a str),
    Table(&'a str),
    Cell(&'a str),
    /// A row as a whole, or a cell of it.
    Row(&'a str, &'a str, Option<&'a str>),
}

impl<'a> Spot<'a> {
    /// Where a finding stands; `None` for the form as a whole.
    pub(crate) fn at(place: &'a Place) -> Option<Self> {
        let (table, row) = (place.table.as_ref(), place.row.as_ref());
        Some(match (table, row, &place.cell, &place.section) {
            (Some(table), Some(row), cell, _) => {
                Self::Row(table.as_str(), row.as_str(), cell.as_ref().map(CellId::as_str))
            }
            (None, None, Some(cell), _) => Self::Cell(cell.as_str()),
            (Some(table), ..) => Self::Table(table.as_str()),
            (None, .., Some(section)) => Self::Section(section.as_str()),
            (None, .., None) => return None,
        })
    }

    /// On which side of a row and its cells this lies.
    pub(crate) fn beside_row(self, table: &str, row: &str) -> Ordering {
        match self {
            Self::Row(of, id, _) => (of, id).cmp(&(table, row)),
            // All else comes before the rows.
            Self::Section(_) | Self::Table(_) | Self::Cell(_) => Ordering::Less,
        }
    }
}

impl Field {
    pub(crate) fn spot(&self) -> Spot<'_> {
        match self {
            Self::Cell(cell) => Spot::Cell(cell.as_str()),
            Self::Row { table, row, column } => Spot::Row(table.as_str(), row.as_str(), Some(column.as_str())),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_their_spots_have_one_order() {
        let row = |row: &str, column: &str| Field::Row {
            table: TableId::new("t"),
            row: RowId::new(row),
            column: CellId::new(column),
        };
        let fields = [Field::Cell(CellId::new("b")), row("r1", "z"), row("r10", "a"), row("r2", "a"), row("r2", "b")];
        for (a, b) in fields.iter().flat_map(|a| fields.iter().map(move |b| (a, b))) {
            assert_eq!(a.cmp(b), a.spot().cmp(&b.spot()));
        }
    }

    #[test]
    fn a_row_and_its_cells_stand_together_behind_all_else() {
        let spots = [
            Spot::Section("z"),
            Spot::Table("z"),
            Spot::Cell("z"),
            Spot::Row("t", "r1", Some("z")),
            Spot::Row("t", "r2", None),
            Spot::Row("t", "r2", Some("a")),
            Spot::Row("t", "r3", None),
        ];
        assert!(spots.is_sorted());
        let sides: Vec<Ordering> = spots.iter().map(|spot| spot.beside_row("t", "r2")).collect();
        use Ordering::{Equal, Greater, Less};
        assert_eq!(sides, [Less, Less, Less, Less, Equal, Equal, Greater]);
    }
}
