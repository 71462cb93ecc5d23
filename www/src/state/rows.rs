//! What the row tools do. Each is one step that can be taken back.

use jibiao_kit::{
    Edit, Row, RowId,
    model::{CellId, TableId},
};

use super::{Desk, Field, desk::Target, spec::LevelSpec};
use crate::browser::clock::Moment;

/// A tool that works on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Below,
    Copy,
    Up,
    Down,
    Remove,
    /// The cell gets the text of the cell above.
    Fill,
}

impl Desk {
    fn position(&self, table: &TableId, row: &RowId) -> Option<usize> {
        self.draft.document().row(table.as_str(), row.as_str()).map(|(at, _)| at)
    }

    /// Whether a row stays: it is printed, or holds what was taken over and may not change.
    pub(crate) fn is_held(&self, table: &TableId, row: &RowId) -> bool {
        let state = self.sheet.tables.get(table);
        state.and_then(|state| state.rows.iter().find(|state| state.id == *row)).is_some_and(|row| row.held)
    }

    /// Whether the form prints the rows of a table, and takes no others.
    pub(crate) fn is_printed(&self, table: &TableId) -> bool {
        self.spec.table(table).is_some_and(|spec| !spec.printed.is_empty())
    }

    pub(crate) fn first_column(&self, table: &TableId) -> Option<CellId> {
        let state = self.sheet.tables.get(table)?;
        let spec = self.spec.table(table)?;
        let mut columns = spec.columns.iter().zip(state.visible.iter());
        columns.find(|(_, visible)| **visible).map(|(column, _)| column.field.id.clone())
    }

    /// Puts a row in and moves the focus into it.
    fn insert(&mut self, table: &TableId, at: usize, cells: impl IntoIterator<Item = (CellId, String)>, now: Moment) {
        let mut row = Row::new(self.draft.document().fresh_row_id());
        row.cells.extend(cells);
        let id = row.id.clone();
        if self.apply(Edit::InsertRow { table: table.clone(), at, row }, now) {
            self.row = Some((table.clone(), id.clone()));
            self.focus = self
                .first_column(table)
                .map(|column| Target::Field(Field::Row { table: table.clone(), row: id, column }));
        }
    }

    /// A blank row at the end.
    pub(crate) fn add_row(&mut self, table: &TableId, now: Moment) {
        self.insert(table, usize::MAX, [], now);
    }

    /// Rows for the 二级指标 that a whole table is expected to have, as one step.
    pub(crate) fn starter_rows(&mut self, table: &TableId, now: Moment) {
        let Some(spec) = self.spec.table(table).cloned() else { return };
        let column = |concept| {
            spec.columns.iter().find(|column| column.field.concept == Some(concept)).map(|c| c.field.id.clone())
        };
        let (Some(one), Some(two)) = (column(jibiao_kit::Concept::LevelOne), column(jibiao_kit::Concept::LevelTwo))
        else {
            return;
        };
        let mut copy = self.draft.document().clone();
        let mut edits = Vec::new();
        for level in &spec.levels {
            for name in starters(level) {
                let mut row = Row::new(copy.fresh_row_id());
                row.cells.insert(one.clone(), level.text.to_string());
                row.cells.insert(two.clone(), name);
                let edit = Edit::InsertRow { table: table.clone(), at: usize::MAX, row };
                if copy.apply(edit.clone()).is_ok() {
                    edits.push(edit);
                }
            }
        }
        let mut rows = Vec::new();
        super::field::rows_of(&Edit::All { edits: edits.clone() }, &mut rows);
        if self.apply(Edit::All { edits }, now) {
            let name = column(jibiao_kit::Concept::LevelThree);
            self.row = rows.into_iter().next();
            if let (Some((table, row)), Some(column)) = (self.row.clone(), name) {
                self.focus = Some(Target::Field(Field::Row { table, row, column }));
            }
        }
    }

    /// Uses a tool on a row; `column` is where the focus was.
    pub(crate) fn use_tool(&mut self, tool: Tool, table: &TableId, row: &RowId, column: Option<CellId>, now: Moment) {
        // Printed rows stay as they are; their own cells can still be filled down.
        if self.is_printed(table) && tool != Tool::Fill {
            return;
        }
        let Some(at) = self.position(table, row) else { return };
        let rows = self.draft.document().rows(table.as_str());
        let last = rows.len().saturating_sub(1);
        let next = at.saturating_add(1);
        match tool {
            Tool::Below => self.insert(table, next, [], now),
            Tool::Copy => {
                let cells = rows.get(at).map(|row| row.cells.clone()).unwrap_or_default();
                self.insert(table, next, cells, now);
            }
            Tool::Up if at > 0 => self.move_row(table, row, column, at.saturating_sub(1), now),
            Tool::Down if at < last => self.move_row(table, row, column, next, now),
            Tool::Up | Tool::Down => {}
            Tool::Remove if self.selected(table).len() > 1 => self.remove_selected(table, now),
            Tool::Remove if self.is_held(table, row) => {}
            Tool::Remove => {
                let neighbour = rows.get(next).or_else(|| rows.get(at.checked_sub(1)?)).map(|row| row.id.clone());
                let edit = Edit::RemoveRow { table: table.clone(), row: row.clone() };
                if self.apply(edit, now) {
                    self.row = neighbour.clone().map(|row| (table.clone(), row));
                    let column = column.or_else(|| self.first_column(table));
                    self.focus = match neighbour.zip(column) {
                        Some((row, column)) => Some(Target::Field(Field::Row { table: table.clone(), row, column })),
                        None => Some(Target::AddRow(table.clone())),
                    };
                }
            }
            Tool::Fill => {
                let above = at.checked_sub(1).and_then(|above| rows.get(above));
                if let Some((above, column)) = above.zip(column) {
                    let text = above.text(column.as_str()).to_owned();
                    let field = Field::Row { table: table.clone(), row: row.clone(), column };
                    let free = !self.is_locked(&field) && field.text(self.draft.document()) != text;
                    if free && self.apply(field.set(text), now) {
                        self.focus = Some(Target::Field(field));
                    }
                }
            }
        }
    }

    /// Takes the selected rows out, as one step; rows that stay stay.
    fn remove_selected(&mut self, table: &TableId, now: Moment) {
        let selected = self.selected(table);
        let rows = self.draft.document().rows(table.as_str());
        let first = selected.start;
        let ids = rows.get(selected).unwrap_or_default().iter().map(|row| row.id.clone());
        let free = ids.filter(|row| !self.is_held(table, row));
        let edits: Vec<Edit> = free.map(|row| Edit::RemoveRow { table: table.clone(), row }).collect();
        if edits.is_empty() || !self.apply(Edit::All { edits }, now) {
            return;
        }
        self.anchor = None;
        let rows = self.draft.document().rows(table.as_str());
        let next = rows.get(first).or(rows.last()).map(|row| row.id.clone());
        self.row = next.clone().map(|row| (table.clone(), row));
        self.focus = Some(next.map_or_else(|| Target::AddRow(table.clone()), |row| Target::Row(table.clone(), row)));
    }

    fn move_row(&mut self, table: &TableId, row: &RowId, column: Option<CellId>, to: usize, now: Moment) {
        if self.apply(Edit::MoveRow { table: table.clone(), row: row.clone(), to }, now) {
            self.row = Some((table.clone(), row.clone()));
            // Moving an element takes the focus off it.
            let field = column.map(|column| Field::Row { table: table.clone(), row: row.clone(), column });
            self.focus = field.map(Target::Field);
        }
    }

    /// Brings the rows of each level together, as one step; whether some row moved.
    pub(crate) fn by_level(&mut self, table: &TableId, now: Moment) -> bool {
        let field = crate::browser::dom::active().and_then(|element| Field::of(&element));
        let moved = self.draft.rows_by_level(table).is_some_and(|edit| self.apply(edit, now));
        if moved {
            self.anchor = None;
            // Moving an element takes the focus off it.
            self.focus = field.map(Target::Field);
        }
        moved
    }

    /// The same column of the row above or below; whether there is one.
    pub(crate) fn beside(&mut self, table: &TableId, row: &RowId, column: CellId, down: bool) -> bool {
        let Some(at) = self.position(table, row) else { return false };
        let to = if down { at.checked_add(1) } else { at.checked_sub(1) };
        let rows = self.draft.document().rows(table.as_str());
        let Some(beside) = to.and_then(|to| rows.get(to)) else { return false };
        self.focus = Some(Target::Field(Field::Row { table: table.clone(), row: beside.id.clone(), column }));
        true
    }

    /// Enter: the same column of the next row. After the last row a new one begins, as in a spreadsheet, unless the
    /// last is still blank.
    pub(crate) fn next_row(&mut self, table: &TableId, row: &RowId, column: CellId, now: Moment) {
        let Some(at) = self.position(table, row) else { return };
        let rows = self.draft.document().rows(table.as_str());
        if let Some(next) = rows.get(at.saturating_add(1)) {
            self.focus = Some(Target::Field(Field::Row { table: table.clone(), row: next.id.clone(), column }));
        } else if !self.is_printed(table) && rows.get(at).is_some_and(|row| !row.is_blank()) {
            self.add_row(table, now);
        }
    }
}

fn starters(level: &LevelSpec) -> Vec<String> {
    let mut names: Vec<String> = level.expected.iter().map(ToString::to_string).collect();
    if names.is_empty() {
        // A level without an expectation is still begun with its first entry, which can be changed or removed.
        names.extend(level.twos.first().map(|(text, _)| text.to_string()));
    }
    names
}
