//! A document on the table: which cell a field is about, what stands there, and what is put there.

use std::collections::BTreeMap;

use jibiao_model::{CellId, Concept, Document, Edit, Form, MoneyUnit, Row, RowId, TableId};
use jibiao_packs::{
    Profile,
    profile::{Bound, RecordKind},
};
use jibiao_reading::read_money_unit;

use super::{codes::Codes, hitch::Spot};

/// A document, with all that says how its cells stand in fields.
pub(super) struct Desk<'a> {
    pub(super) form: &'a Form,
    pub(super) profile: &'a Profile,
    pub(super) codes: &'a Codes,
    pub(super) document: Document,
    /// Where the rows of each table stand: there are thousands of them, and each is asked for often.
    rows: BTreeMap<(TableId, RowId), usize>,
    /// What was changed so far.
    pub(super) edits: Vec<Edit>,
}

/// What a cell is called in its row or outside tables, before it is said which row.
pub(super) struct Cell {
    pub(super) table: Option<TableId>,
    pub(super) cell: CellId,
}

impl Cell {
    pub(super) fn spot(&self, row: Option<&RowId>) -> Spot {
        let row = self.table.as_ref().and(row).cloned();
        Spot { table: self.table.clone(), row, cell: self.cell.clone() }
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(form: &'a Form, profile: &'a Profile, codes: &'a Codes, document: Document) -> Self {
        let rows = document.tables.iter().flat_map(|(table, rows)| {
            rows.iter().zip(0_usize..).map(|(row, at)| ((table.clone(), row.id.clone()), at))
        });
        Self { form, profile, codes, rows: rows.collect(), document, edits: Vec::new() }
    }

    /// The table whose rows are records of this kind.
    pub(super) fn table(&self, kind: &RecordKind) -> Option<&'a TableId> {
        let each = kind.each?;
        self.form.tables().map(|(_, table)| table).find(|table| table.column(each).is_some()).map(|table| &table.id)
    }

    /// The cell that a field of a kind of records is about; none where the form has none.
    pub(super) fn cell(&self, kind: &RecordKind, bound: &Bound) -> Option<Cell> {
        let table = self.table(kind).and_then(|id| self.form.table(id.as_str()));
        let column = table.and_then(|table| {
            let column = table.columns.iter().find(|column| match bound {
                Bound::Concept(concept) => column.concept == Some(*concept),
                Bound::Cell(id) => column.id == *id,
            });
            column.map(|column| Cell { table: Some(table.id.clone()), cell: column.id.clone() })
        });
        column.or_else(|| {
            let cell = match bound {
                Bound::Concept(concept) => self.form.cell_of(*concept).cloned(),
                Bound::Cell(id) => self.form.cell(id.as_str()).map(|cell| cell.id.clone()),
            };
            cell.map(|cell| Cell { table: None, cell })
        })
    }

    /// The cell in the column of a concept beside another cell: sign or unit of a value.
    pub(super) fn beside(&self, cell: &Cell, concept: Concept) -> Option<Cell> {
        let table = self.form.table(cell.table.as_ref()?.as_str())?;
        let column = table.column(concept)?;
        Some(Cell { table: Some(table.id.clone()), cell: column.id.clone() })
    }

    fn row(&self, table: &TableId, row: &RowId) -> Option<&Row> {
        let at = self.rows.get(&(table.clone(), row.clone()))?;
        self.document.tables.get(table)?.get(*at)
    }

    /// The text of a cell; blank where nothing was typed.
    pub(super) fn text(&self, cell: &Cell, row: Option<&RowId>) -> &str {
        match (&cell.table, row) {
            (Some(table), Some(row)) => self.row(table, row).map_or("", |row| row.text(cell.cell.as_str())),
            (Some(_), None) => "",
            (None, _) => self.document.text(cell.cell.as_str()),
        }
    }

    /// The unit of the document's amounts.
    pub(super) fn money_unit(&self) -> MoneyUnit {
        let cell = self.form.cell_of(Concept::MoneyUnit);
        cell.and_then(|cell| read_money_unit(self.document.text(cell.as_str()))).unwrap_or(self.form.money_unit)
    }

    /// Puts a text into a cell.
    pub(super) fn put(&mut self, cell: &Cell, row: Option<&RowId>, text: &str) {
        let (id, text) = (cell.cell.clone(), text.to_owned());
        let edit = match (&cell.table, row) {
            (Some(table), Some(row)) => {
                let at = self.rows.get(&(table.clone(), row.clone())).copied();
                let cells =
                    at.and_then(|at| self.document.tables.get_mut(table)?.get_mut(at)).map(|row| &mut row.cells);
                let Some(cells) = cells else { return };
                set(cells, &id, &text);
                Edit::SetRowCell { table: table.clone(), row: row.clone(), cell: id, text }
            }
            (Some(_), None) => return,
            (None, _) => {
                set(&mut self.document.cells, &id, &text);
                Edit::SetCell { cell: id, text }
            }
        };
        self.edits.push(edit);
    }

    /// The row with this id, which is put in at the end where there is none.
    pub(super) fn ensure(&mut self, table: &TableId, row: &RowId) {
        let key = (table.clone(), row.clone());
        if !self.rows.contains_key(&key) {
            let rows = self.document.tables.get_or_default(table.clone());
            let at = rows.len();
            rows.push(Row::new(row.clone()));
            self.rows.insert(key, at);
            self.edits.push(Edit::InsertRow { table: table.clone(), at, row: Row::new(row.clone()) });
        }
    }
}

fn set(cells: &mut jibiao_model::SortedMap<CellId, String>, cell: &CellId, text: &str) {
    if text.is_empty() {
        cells.remove(cell);
    } else {
        cells.insert(cell.clone(), text.to_owned());
    }
}
