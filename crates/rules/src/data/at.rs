//! What a rule looks at while a document is checked: cells and rows, by the names that were resolved at load.

use std::cell::Cell;

use jibiao_model::{Arg, Concept, Kind, Known, Place, Row, Table};
use jibiao_reading::{Horizon, Indicator};

use super::{
    measure::Measure,
    names::{Bound, BoundTable, CellRef, ColumnRef, Slot, TableRef},
};
use crate::{Halt, Sink, View, restore};

/// The document, and what the rule's names stand for in its form.
#[derive(Clone, Copy)]
pub(super) struct At<'v> {
    pub(super) view: &'v View<'v>,
    pub(super) bound: &'v Bound,
    pub(super) read: &'v Read,
}

/// Cells outside tables that rows are held against, as they were read for the first row.
#[derive(Default)]
pub(super) struct Read(Cell<Vec<(CellRef, Known<Measure>)>>);

impl<'v> At<'v> {
    /// A cell and its text; `None` where the form has no such cell.
    pub(super) fn cell(&self, cell: CellRef) -> Option<(&'v Slot, &'v str)> {
        let slot = self.bound.cell(cell)?;
        Some((slot, self.view.document.text(slot.id.as_str())))
    }

    /// What a cell amounts to; not applicable where the form has none.
    pub(super) fn measure(&self, cell: CellRef) -> Known<Measure> {
        self.cell(cell).map_or(Known::NotApplicable, |(slot, text)| self.measure_text(text, slot.kind))
    }

    /// The same for one row of many: the cell is read for the first of them.
    pub(super) fn measure_again(&self, cell: CellRef) -> Known<Measure> {
        let mut kept = self.read.0.take();
        let known = kept.iter().find(|(other, _)| *other == cell).map(|(_, known)| known.clone());
        let known = known.unwrap_or_else(|| {
            let known = self.measure(cell);
            kept.push((cell, known.clone()));
            known
        });
        self.read.0.set(kept);
        known
    }

    pub(super) fn measure_text(&self, text: &str, kind: Kind) -> Known<Measure> {
        Measure::of_text(text, kind, self.view.reading.money_unit, self.year())
    }

    fn year(&self) -> Option<u16> {
        self.view.reading.year.answered().copied()
    }

    /// The table as a whole.
    pub(super) fn table_place(&self, table: TableRef) -> Place {
        let table = self.bound.table(table).and_then(|table| self.form_table(table));
        table.map_or_else(|| self.view.at_document(), |table| self.view.at_table(table))
    }

    /// Whether rows of the table are gone that its form prints, or that it took over.
    pub(super) fn lacks_rows(&self, table: TableRef) -> bool {
        let table = self.bound.table(table).and_then(|table| self.form_table(table));
        table.is_some_and(|table| restore::lacks_rows(self.view, table))
    }

    fn form_table(&self, table: &BoundTable) -> Option<&'v Table> {
        self.view.form.table(table.id.as_str())
    }

    /// Looks at the rows of a table that hold anything, one by one and each by itself; indicators stand one by one also where
    /// a row has two.
    pub(super) fn each(
        &self,
        table: TableRef,
        sink: &mut Sink<'_>,
        check: &dyn Fn(&RowAt<'_>, &mut Sink<'_>) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        let Some(bound) = self.bound.table(table) else { return Ok(()) };
        if !bound.indicators {
            return self.rows(table, &mut |row| check(row, sink));
        }
        let at = *self;
        at.view.each(sink, |indicator, sink| {
            let (row, index) = (indicator.typed, indicator.index);
            check(&RowAt { at, table: bound, row, index, indicator: Some(indicator) }, sink)
        })
    }

    /// Goes through the rows of a table that hold anything; indicators stand one by one also where a row has two.
    pub(super) fn rows(
        &self,
        table: TableRef,
        each: &mut dyn FnMut(&RowAt<'v>) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        let Some(table) = self.bound.table(table) else { return Ok(()) };
        let rows = self.view.document.rows(table.id.as_str());
        let at = *self;
        if table.indicators {
            let mut indicators = self.view.indicators();
            return indicators.try_for_each(|indicator| match rows.get(indicator.index) {
                Some(row) => each(&RowAt { at, table, row, index: indicator.index, indicator: Some(indicator) }),
                None => Ok(()),
            });
        }
        let mut rows = rows.iter().enumerate().filter(|(_, row)| !row.is_blank());
        rows.try_for_each(|(index, row)| each(&RowAt { at, table, row, index, indicator: None }))
    }
}

/// A row of a table.
pub(super) struct RowAt<'v> {
    pub(super) at: At<'v>,
    pub(super) table: &'v BoundTable,
    pub(super) row: &'v Row,
    pub(super) index: usize,
    pub(super) indicator: Option<&'v Indicator<'v>>,
}

impl<'v> RowAt<'v> {
    /// The text in a column; `None` where the form has no such column, or this half of the row no such cell.
    pub(super) fn text(&self, column: ColumnRef) -> Option<&'v str> {
        let slot = self.at.bound.column(column)?;
        let Some(indicator) = self.indicator else { return Some(self.row.text(slot.id.as_str())) };
        match slot.concept {
            Some(Concept::LevelOne) => Some(indicator.level_one_text),
            Some(Concept::LevelTwo) => Some(indicator.level_two_text),
            Some(Concept::LevelThree) => Some(indicator.name),
            Some(Concept::Target) => Some(indicator.target_text),
            Some(Concept::Actual) => (indicator.horizon == Horizon::Year).then_some(indicator.actual_text),
            _ => (indicator.horizon == Horizon::Year).then(|| self.row.text(slot.id.as_str())),
        }
    }

    /// What a column of this row amounts to.
    pub(super) fn measure(&self, column: ColumnRef) -> Known<Measure> {
        let Some(slot) = self.at.bound.column(column) else { return Known::NotApplicable };
        if let (Some(indicator), Some(Concept::Target | Concept::Actual)) = (self.indicator, slot.concept) {
            // Sign and unit may stand in columns of their own, so what was read counts.
            let value = if slot.concept == Some(Concept::Target) { &indicator.target } else { &indicator.actual };
            return match value {
                Known::Answered(value) => Measure::of_meaning(&value.meaning, self.at.year()),
                Known::NotYet => Known::NotYet,
                Known::NotApplicable => Known::NotApplicable,
                Known::Unreadable => Known::Unreadable,
            };
        }
        // Points were read with the document.
        if let Some(indicator) = self.indicator.filter(|own| own.horizon == Horizon::Year && slot.kind == Kind::Number)
        {
            let number = match slot.concept {
                Some(Concept::Weight) => Some(&indicator.weight),
                Some(Concept::Score) => Some(&indicator.score),
                _ => None,
            };
            if let Some(number) = number {
                return number.clone().map(Measure::plain);
            }
        }
        self.text(column).map_or(Known::NotApplicable, |text| self.at.measure_text(text, slot.kind))
    }

    /// Whether this half of the row has nothing in the column, though it could.
    pub(super) fn is_blank(&self, column: ColumnRef) -> bool {
        self.text(column).is_some_and(|text| text.trim().is_empty())
    }

    /// How a message names the row: an indicator by its name, another row by its first text, else by its position.
    pub(super) fn name(&self) -> Arg {
        if let Some(indicator) = self.indicator {
            return self.at.view.name(indicator);
        }
        match self.at.form_table(self.table) {
            Some(table) => self.at.view.line_name(table, self.row, self.index),
            None => Arg::Text(format!("#{}", self.index.saturating_add(1))),
        }
    }

    /// The column as the form has it: a whole-period indicator has columns of its own.
    pub(super) fn slot(&self, column: ColumnRef) -> Option<&'v Slot> {
        self.at.bound.column(column)
    }

    /// The place of a column of this row; the whole document where the form has no such cell.
    pub(super) fn place(&self, column: ColumnRef) -> Place {
        let view = self.at.view;
        let Some((slot, table)) = self.slot(column).zip(self.at.form_table(self.table)) else {
            return view.at_document();
        };
        match (self.indicator, slot.concept) {
            (Some(indicator), Some(concept)) => view.at_row_cell(indicator, concept),
            _ => view.at_line(table, self.index, &self.row.id, &slot.id),
        }
    }
}
