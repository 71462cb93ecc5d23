//! One cell that a rule tests: outside tables, or in a column of a row.

use jibiao_model::{Arg, Concept, Kind, Known, Meaning, Place};

use super::{
    at::{At, RowAt},
    measure::Measure,
    names::{CellRef, ColumnRef, Slot},
};

pub(super) struct Item<'i, 'v> {
    pub(super) at: At<'v>,
    pub(super) row: Option<&'i RowAt<'v>>,
    slot: &'v Slot,
    column: Option<ColumnRef>,
    /// As typed; where the form prints answers, the one that was chosen.
    pub(super) text: &'v str,
}

impl<'i, 'v> Item<'i, 'v> {
    /// A cell outside tables; `None` where the form has none.
    pub(super) fn cell(at: &At<'v>, cell: CellRef) -> Option<Self> {
        let (slot, text) = at.cell(cell)?;
        Some(Self { at: *at, row: None, slot, column: None, text: slot.said(text) })
    }

    /// A column of a row; `None` where the row has no such cell.
    pub(super) fn column(row: &'i RowAt<'v>, column: ColumnRef) -> Option<Self> {
        let (slot, text) = (row.at.bound.column(column)?, row.text(column)?);
        Some(Self { at: row.at, row: Some(row), slot, column: Some(column), text: slot.said(text) })
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the cell was seen: in an excerpt, a cell that is not there is not known.
    pub(super) fn is_seen(&self) -> bool {
        let id = &self.slot.id;
        self.at.view.reading.is_whole()
            || match self.row {
                Some(row) => row.row.cells.contains_key(id.as_str()),
                None => self.at.view.document.cells.contains_key(id.as_str()),
            }
    }

    pub(super) fn kind(&self) -> Kind {
        self.slot.kind
    }

    pub(super) fn measure(&self) -> Known<Measure> {
        match (self.row, self.column) {
            (Some(row), Some(column)) => row.measure(column),
            _ => self.at.measure_text(self.text, self.slot.kind),
        }
    }

    /// What the text says, read as a target or a result.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        let value = match (self.row.and_then(|row| row.indicator), self.slot.concept) {
            (Some(indicator), Some(Concept::Target)) => indicator.target.clone(),
            (Some(indicator), Some(Concept::Actual)) => indicator.actual.clone(),
            _ => jibiao_reading::read_value(self.text, None, None),
        };
        match value {
            Known::Answered(value) => Some(value.meaning),
            _ => None,
        }
    }

    pub(super) fn place(&self) -> Place {
        match (self.row, self.column) {
            (Some(row), Some(column)) => row.place(column),
            _ => self.at.view.at_cell(&self.slot.id),
        }
    }

    /// The name of the row, where there is one.
    pub(super) fn row_name(&self) -> Option<(&'static str, Arg)> {
        let row = self.row?;
        Some((if row.table.indicators { "indicator" } else { "row" }, row.name()))
    }
}
