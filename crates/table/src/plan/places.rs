//! Where the rows go: over one that is there, or behind one.

use jibiao_model::{Row, order::order_of_texts};

use super::PlannedCell;
use crate::{Sheet, Way, groups::is_group, mapping::naming, names::bare};

/// Where a row goes.
pub(super) enum Place {
    /// Over the row at this position.
    Over(usize),
    /// Behind this many of the rows that are there.
    New(usize),
    /// Nowhere.
    None,
}

/// Gives a place to row after row; no place is given twice.
pub(super) struct Places<'a> {
    sheet: &'a Sheet<'a>,
    way: Way,
    /// The next row to be laid over, where rows are taken one after the other.
    next: usize,
    naming: Option<usize>,
    /// Rows that are there and have a name: the name and the position, in the order of the names.
    named: Vec<(String, usize)>,
    taken: Vec<bool>,
    /// Rows that are there and hold nothing but their group.
    free: Vec<usize>,
    added: usize,
    /// The group and the place of the last row that was added.
    last: Option<(Vec<String>, usize)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>, way: Way) -> Self {
        let rows = sheet.rows();
        let naming = naming(sheet);
        let name = naming.and_then(|at| sheet.table.columns.get(at));
        let names: Vec<(String, usize)> = match (way, name) {
            (Way::Match, Some(column)) => {
                let names = rows.iter().map(|row| bare(row.text(column.id.as_str()))).enumerate();
                names.filter(|(_, name)| !name.is_empty()).map(|(at, name)| (name, at)).collect()
            }
            _ => Vec::new(),
        };
        let order = order_of_texts(&names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
        let named = jibiao_model::order::arranged(names, &order);
        let groups_only = |row: &Row| {
            let own = sheet.table.columns.iter().filter(|column| !is_group(column));
            own.into_iter().all(|column| row.text(column.id.as_str()).trim().is_empty())
        };
        let free = if way == Way::Over || !sheet.table.printed.is_empty() {
            Vec::new()
        } else {
            (0..rows.len()).filter(|at| rows.get(*at).is_some_and(groups_only)).collect()
        };
        Self {
            sheet,
            way,
            next: sheet.at_row().unwrap_or(rows.len()),
            naming,
            named,
            taken: vec![false; rows.len()],
            free,
            added: 0,
            last: None,
        }
    }

    /// The place of a row with these cells.
    pub(super) fn of(&mut self, cells: &[PlannedCell]) -> Place {
        let there = match self.way {
            Way::Over => {
                let next = self.next;
                self.next = next.saturating_add(1);
                Some(next).filter(|next| *next < self.sheet.rows().len())
            }
            Way::Match => self.of_name(cells).or_else(|| self.unused(cells)),
            Way::Add => self.unused(cells),
        };
        if let Some(at) = there {
            if let Some(taken) = self.taken.get_mut(at) {
                *taken = true;
            }
            return Place::Over(at);
        }
        let rows = self.sheet.rows().len();
        if !self.sheet.table.printed.is_empty() || rows.saturating_add(self.added) >= self.sheet.most_rows {
            return Place::None;
        }
        self.added = self.added.saturating_add(1);
        Place::New(if self.way == Way::Over { rows } else { self.behind(cells) })
    }

    /// The row that is there and has the same name.
    fn of_name(&self, cells: &[PlannedCell]) -> Option<usize> {
        let cell = cells.iter().find(|cell| Some(cell.to) == self.naming)?;
        let name = bare(&cell.text);
        let from = self.named.partition_point(|(known, _)| *known < name);
        let alike = self.named.iter().skip(from).take_while(|(known, _)| *known == name);
        let free = |at: &usize| self.taken.get(*at) == Some(&false);
        let places: Vec<usize> = alike.map(|(_, at)| *at).filter(free).collect();
        // Of several with this name the one in the same group is meant.
        let same = places.iter().find(|at| self.sheet.rows().get(**at).is_some_and(|row| self.is_of(row, cells)));
        same.or(places.first()).copied()
    }

    /// Whether a row that is there stands in the group that these cells name; a blank group is any.
    fn is_of(&self, row: &Row, cells: &[PlannedCell]) -> bool {
        cells.iter().all(|cell| match self.sheet.table.columns.get(cell.to) {
            Some(column) if is_group(column) => {
                let stands = row.text(column.id.as_str()).trim();
                stands.is_empty() || stands == cell.text
            }
            _ => true,
        })
    }

    /// A row that is there, holds nothing of its own, and stands in the same group.
    fn unused(&mut self, cells: &[PlannedCell]) -> Option<usize> {
        let rows = self.sheet.rows();
        let fits = |at: &usize| rows.get(*at).is_some_and(|row| self.is_of(row, cells));
        let found = self.free.iter().position(fits)?;
        Some(self.free.remove(found))
    }

    /// Behind which row a new one goes: the last of its group that is there, else the end.
    fn behind(&mut self, cells: &[PlannedCell]) -> usize {
        let groups = self.groups(cells);
        if let Some((_, place)) = self.last.as_ref().filter(|(last, _)| *last == groups) {
            return *place;
        }
        let place = self.end_of(&groups);
        self.last = Some((groups, place));
        place
    }

    fn groups(&self, cells: &[PlannedCell]) -> Vec<String> {
        let columns = self.sheet.table.columns.iter().enumerate().filter(|(_, column)| is_group(column));
        let text = |at: usize| cells.iter().find(|cell| cell.to == at).map(|cell| cell.text.clone());
        columns.map(|(at, _)| text(at).unwrap_or_default()).collect()
    }

    fn end_of(&self, groups: &[String]) -> usize {
        let rows = self.sheet.rows();
        let columns: Vec<_> = self.sheet.table.columns.iter().filter(|column| is_group(column)).collect();
        // The whole group first, then the outer ones of it.
        for depth in (1..=groups.len()).rev() {
            let named = groups.iter().take(depth).any(|group| !group.is_empty());
            let of = |row: &Row| {
                let mut both = columns.iter().zip(groups).take(depth);
                both.all(|(column, group)| group.is_empty() || row.text(column.id.as_str()) == group)
            };
            if let Some(at) = rows.iter().rposition(of).filter(|_| named) {
                return at.saturating_add(1);
            }
        }
        rows.len()
    }
}
