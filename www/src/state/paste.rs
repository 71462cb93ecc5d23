//! A table from a spreadsheet on its way into the document: how it is understood, and what would happen.

use jibiao_kit::{
    Edit, RowId,
    model::{CellId, TableId},
    table::{Fate, Grid, Mapping, Plan, Sheet, Taught, Way, plan, recognise, recognise_under, taught},
};

use super::{Desk, desk::Target, field::rows_of};
use crate::{browser::clock::Moment, store::settings};

/// What the person says while a table is on its way.
#[derive(Debug)]
pub(crate) enum Paste {
    /// Asks for a table to be pasted.
    Ask(TableId),
    /// A table came: for which table of the form (blank: the one with the indicators) and where the person stands.
    Came {
        table: Option<TableId>,
        row: Option<RowId>,
        column: Option<CellId>,
        grid: Box<Grid>,
    },
    /// Its headers stand in another row than was thought, or nowhere.
    Head(Option<usize>),
    /// A column of it goes somewhere else, or nowhere.
    Column(usize, Option<usize>),
    Way(Way),
    /// A row of it is left out, or taken again.
    Row(usize),
    /// Yes.
    Take,
}

/// A table from a spreadsheet on its way into the document.
#[derive(Debug)]
pub(crate) struct Pasting {
    pub(crate) table: TableId,
    at: Option<(RowId, CellId)>,
    /// How it was understood before the person changed anything.
    recognised: Mapping,
    pub(crate) grid: Grid,
    pub(crate) mapping: Mapping,
    pub(crate) plan: Plan,
    /// Whether the table has rows already, so that it matters what becomes of them.
    pub(crate) has_rows: bool,
    /// Whether the person stands in a row that others could be laid over.
    pub(crate) stands: bool,
}

impl Desk {
    /// Takes a table from a spreadsheet up; whether there is a table of the form for it.
    pub(crate) fn begin_paste(
        &mut self,
        table: Option<TableId>,
        row: Option<RowId>,
        column: Option<CellId>,
        grid: Grid,
    ) -> bool {
        let form = self.draft.form();
        let usual = || form.indicators().or(form.tables().map(|(_, table)| table).next()).map(|table| table.id.clone());
        let Some(table) = table.or_else(usual).filter(|_| self.can_write()) else { return false };
        let column = column.or_else(|| self.first_column(&table));
        let at = row.zip(column);
        let Some(sheet) = self.draft.sheet(table.as_str(), at.as_ref().map(|(row, column)| (row, column))) else {
            return false;
        };
        let said: Vec<Taught> = settings::columns(self.draft.form().id.as_str());
        let mapping = recognise(&Sheet { taught: &said, ..sheet }, &grid);
        let (plan, has_rows) = (plan(&sheet, &grid, &mapping), sheet.rows().iter().any(|row| !row.is_blank()));
        let stands = at.is_some();
        let recognised = mapping.clone();
        self.pasting = Some(Pasting { table, at, recognised, grid, mapping, plan, has_rows, stands });
        true
    }

    /// Changes how the table is understood.
    pub(crate) fn understand(&mut self, change: impl FnOnce(&mut Mapping)) {
        let Some(pasting) = &mut self.pasting else { return };
        change(&mut pasting.mapping);
        let at = pasting.at.as_ref().map(|(row, column)| (row, column));
        if let Some(sheet) = self.draft.sheet(pasting.table.as_str(), at) {
            pasting.plan = plan(&sheet, &pasting.grid, &pasting.mapping);
        }
    }

    /// Understands the table anew, with its headers in this row or without any.
    pub(crate) fn head_paste(&mut self, head: Option<usize>) {
        let Some(pasting) = &mut self.pasting else { return };
        let at = pasting.at.as_ref().map(|(row, column)| (row, column));
        if let Some(sheet) = self.draft.sheet(pasting.table.as_str(), at) {
            let said: Vec<Taught> = settings::columns(self.draft.form().id.as_str());
            let under = |head| recognise_under(&Sheet { taught: &said, ..sheet }, &pasting.grid, head);
            let mut mapping = under(head);
            // Headers that say nothing of the form's columns: what stands under them goes where it would without any.
            if mapping.columns.iter().all(Option::is_none) {
                mapping.columns = under(None).columns;
            }
            pasting.mapping = mapping;
            pasting.recognised = pasting.mapping.clone();
            pasting.plan = plan(&sheet, &pasting.grid, &pasting.mapping);
        }
    }

    /// Puts the table in, as one step; how many rows it became or changed.
    pub(crate) fn end_paste(&mut self, now: Moment) -> Option<usize> {
        let pasting = self.pasting.take()?;
        if let Some(sheet) = self.draft.sheet(pasting.table.as_str(), None) {
            // The next of twenty sheets has the same headers.
            let said = taught(&sheet, &pasting.grid, &pasting.recognised, &pasting.mapping);
            if !said.is_empty() {
                settings::teach(self.draft.form().id.as_str(), said);
            }
        }
        let edit = pasting.plan.edit?;
        let mut rows = Vec::new();
        rows_of(&edit, &mut rows);
        let there = self.draft.document().rows(pasting.table.as_str());
        let first = pasting.plan.rows.iter().find_map(|row| match row.fate {
            Fate::Over { row } => Some(there.get(row)?.id.clone()),
            Fate::New => Some(rows.first()?.1.clone()),
            _ => None,
        });
        // What was pasted is checked like what was typed.
        self.touched_rows.extend(rows.into_iter().map(|(_, row)| row));
        self.mark_pasted(&edit);
        if !self.apply(edit, now) {
            return None;
        }
        if let Some(row) = first {
            self.row = Some((pasting.table.clone(), row.clone()));
            // In no cell, so that undoing takes the paste back and not what was typed before.
            self.focus = Some(Target::Row(pasting.table, row));
        }
        let tally = &pasting.plan.tally;
        Some([tally.filled, tally.changed].into_iter().fold(tally.added, usize::saturating_add))
    }

    /// The rows that a paste changes are rows that the person touched, as a whole.
    fn mark_pasted(&mut self, edit: &Edit) {
        if let Edit::All { edits } = edit {
            for edit in edits {
                if let Edit::SetRowCell { row, .. } = edit {
                    self.touched_rows.insert(row.clone());
                }
            }
        }
    }

    /// Selects every row from the one that is selected to this one.
    pub(crate) fn select_to(&mut self, table: TableId, row: RowId) {
        let from = self.row.take().filter(|(of, _)| *of == table).map(|(_, row)| row);
        self.anchor = self.anchor.take().or(from);
        self.row = Some((table, row));
    }

    /// Selects the next row or the one before as well, and goes there.
    pub(crate) fn select_on(&mut self, table: &TableId, row: &RowId, down: bool) {
        let document = self.draft.document();
        let at = document.row(table.as_str(), row.as_str()).map(|(at, _)| at);
        let to = at.and_then(|at| if down { at.checked_add(1) } else { at.checked_sub(1) });
        let Some(next) = to.and_then(|to| document.rows(table.as_str()).get(to)).map(|row| row.id.clone()) else {
            return;
        };
        if self.row.as_ref().is_none_or(|(_, current)| current != row) {
            self.row = Some((table.clone(), row.clone()));
            self.anchor = None;
        }
        self.select_to(table.clone(), next.clone());
        self.focus = Some(Target::Row(table.clone(), next));
    }

    /// The rows that are selected, by position: from the one that was chosen first to the one chosen last.
    pub(crate) fn selected(&self, table: &TableId) -> std::ops::Range<usize> {
        let document = self.draft.document();
        let at = |row: &RowId| document.row(table.as_str(), row.as_str()).map(|(at, _)| at);
        let current = self.row.as_ref().filter(|(of, _)| of == table).and_then(|(_, row)| at(row));
        let Some(current) = current else { return 0..0 };
        let other = self.anchor.as_ref().and_then(at).unwrap_or(current);
        current.min(other)..current.max(other).saturating_add(1)
    }
}
