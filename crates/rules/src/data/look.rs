//! What a case looks at: cells outside tables, and columns of rows.

use super::{
    Fields,
    at::RowAt,
    condition::{Condition, Levels, Scope, all},
    kind::Of,
    names::{Bound, CellRef, ColumnRef, Names, TableRef},
    operand::{Sort, sorts_of_cell, sorts_of_column},
};
use crate::Halt;

#[derive(Clone, Debug)]
pub(super) struct Look {
    pub(super) cells: Vec<CellRef>,
    pub(super) table: TableRef,
    /// Whether every table with one of the columns is looked at.
    pub(super) every: bool,
    pub(super) columns: Vec<ColumnRef>,
    /// Only rows for which all of these hold.
    rows: Vec<Condition>,
    under: Levels,
    /// Whether the table is that of the indicators.
    indicators: bool,
}

impl Look {
    pub(super) fn read(fields: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        let (cells, columns) = (fields.optional_texts("cells"), fields.optional_texts("columns"));
        if cells.is_empty() && columns.is_empty() {
            fields.tell(["the rule looks at nothing: name `cells` or `columns`"]);
        }
        if columns.is_empty() {
            for key in ["rows", "under", "table", "every-table"].into_iter().filter(|key| fields.has(key)) {
                fields.tell(["`", key, "` picks rows, but no `columns` are named"]);
            }
        }
        let every = fields.flag("every-table");
        if every && fields.optional_text("table").is_some() {
            fields.tell(["`every-table` and `table` exclude each other"]);
        }
        let table = if every { names.every_table(&columns) } else { names.table(fields, columns.first()) };
        Self {
            cells: names.cells(&cells, fields),
            table,
            every,
            columns: names.columns(&columns, table, fields),
            rows: Condition::list(fields, "rows", names, Scope::rows(table)),
            under: Levels::read(fields),
            indicators: names.is_indicators(table),
        }
    }

    /// Whether a row is looked at.
    pub(super) fn takes(&self, row: &RowAt<'_>) -> Result<bool, Halt> {
        if !self.under.is_empty() && self.under.holds(row) != Some(true) {
            return Ok(false);
        }
        Ok(all(&self.rows, |condition| condition.holds(&row.at, Some(row)))? == Some(true))
    }

    /// Where operands of the case stand.
    pub(super) fn scope(&self) -> Scope {
        if self.columns.is_empty() { Scope::DOCUMENT } else { Scope::rows(self.table) }
    }

    /// The kinds of places that are looked at.
    pub(super) fn places(&self) -> Vec<Of> {
        let rows = if self.indicators { Of::Indicator } else { Of::Row };
        let cells = (!self.cells.is_empty()).then_some(Of::Cell);
        cells.into_iter().chain((!self.columns.is_empty()).then_some(rows)).collect()
    }

    /// What each cell and column is in each form.
    pub(super) fn sorts(&self, names: &Names<'_>) -> Vec<Vec<Option<Sort>>> {
        let cells = self.cells.iter().map(|cell| sorts_of_cell(*cell, names));
        cells.chain(self.columns.iter().map(|column| sorts_of_column(*column, names))).collect()
    }

    /// Whether there is anything to look at in a form.
    pub(super) fn binds(&self, bound: &Bound) -> bool {
        let rows = self.columns.iter().any(|column| bound.column(*column).is_some())
            && self.rows.iter().all(|condition| condition.binds(bound));
        rows || self.cells.iter().any(|cell| bound.cell(*cell).is_some())
    }
}
