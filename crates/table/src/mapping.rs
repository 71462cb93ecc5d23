//! Which column goes where, and what the rows become.

use std::ops::Range;

use jibiao_model::{Column, Concept};
use jibiao_reading::{fold, read_unit};
use serde::{Deserialize, Serialize};

use crate::{Grid, Sheet, groups::is_level_one, headings, headings::Headings};

/// What the rows of a table from elsewhere become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// A row with the name of one that is there changes that one; others are added.
    Match,
    /// They are laid over the rows from the person's own row on.
    Over,
    /// All are added.
    Add,
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::Match, Self::Over, Self::Add];

    /// The name on wires and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Over => "over",
            Self::Add => "add",
        }
    }
}

/// How a table from elsewhere is understood. A person may change any of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// The rows of headers; without any it is empty.
    pub head: Range<usize>,
    /// For each column of the grid the position of a column of the form's table; each one at most once.
    pub columns: Vec<Option<usize>>,
    pub way: Way,
    /// Rows of the grid that the person left out.
    pub left_out: Vec<usize>,
}

impl Mapping {
    /// Gives a column of the grid another column of the form; the one that had it has none any more.
    pub fn set(&mut self, column: usize, to: Option<usize>) {
        for other in self.columns.iter_mut().filter(|other| to.is_some() && **other == to) {
            *other = None;
        }
        if let Some(column) = self.columns.get_mut(column) {
            *column = to;
        }
    }

    /// Leaves a row out, or takes it again.
    pub fn toggle(&mut self, row: usize) {
        match self.left_out.iter().position(|left| *left == row) {
            Some(at) => {
                self.left_out.remove(at);
            }
            None => self.left_out.push(row),
        }
    }
}

/// Understands a table from elsewhere: by its headers where it has some, else by what its columns hold and where the
/// person stands.
pub fn recognise(sheet: &Sheet<'_>, grid: &Grid) -> Mapping {
    understood(sheet, grid, headings::find(sheet, grid))
}

/// Understands a table whose headers stand where a person says: in this row, or nowhere.
pub fn recognise_under(sheet: &Sheet<'_>, grid: &Grid, head: Option<usize>) -> Mapping {
    understood(sheet, grid, head.map(|row| headings::said(sheet, grid, row)))
}

fn understood(sheet: &Sheet<'_>, grid: &Grid, found: Option<Headings>) -> Mapping {
    let named = |columns: &[Option<usize>]| {
        let naming = naming(sheet);
        naming.is_some() && columns.iter().flatten().any(|to| Some(*to) == naming)
    };
    let (head, columns, headed) = match found {
        Some(found) => (found.rows, found.columns, true),
        None => (0..0, by_position(sheet, grid), false),
    };
    let printed = !sheet.table.printed.is_empty();
    let way = match (sheet.at_row().is_some(), named(&columns)) {
        (_, true) if headed || printed => Way::Match,
        (true, _) => Way::Over,
        (false, true) => Way::Match,
        (false, false) => Way::Add,
    };
    Mapping { head, columns, way, left_out: Vec::new() }
}

/// The column that names a row.
pub(crate) fn naming(sheet: &Sheet<'_>) -> Option<usize> {
    let names = [Concept::LevelThree, Concept::RatingItem, Concept::Task, Concept::LineItem];
    let column = |name: Concept| sheet.table.columns.iter().position(|column| column.concept == Some(name));
    names.into_iter().find_map(column)
}

/// Columns one after the other from where the person stands, or from the first where the texts are 一级指标.
fn by_position(sheet: &Sheet<'_>, grid: &Grid) -> Vec<Option<usize>> {
    let columns = &sheet.table.columns;
    let used = |column: &Column| sheet.rows().iter().any(|row| !row.text(column.id.as_str()).trim().is_empty());
    let own = sheet.at_column();
    let shown: Vec<usize> = (columns.iter().enumerate())
        .filter(|(at, column)| !column.optional || Some(*at) == own || used(column))
        .map(|(at, _)| at)
        .collect();
    let of = |concept: Concept| columns.iter().position(|column| column.concept == Some(concept));
    let (level, operator, target, unit) =
        (of(Concept::LevelOne), of(Concept::Operator), of(Concept::Target), of(Concept::Unit));
    let begin = match level.filter(|_| mostly(grid, 0, |text| is_level_one(sheet, text))) {
        Some(level) => Some(level),
        None => own,
    };
    let mut next = begin.and_then(|begin| shown.iter().position(|at| *at == begin)).unwrap_or(0);
    let mut taken: Vec<usize> = Vec::new();
    let mut mapped = Vec::with_capacity(grid.width());
    for column in 0..grid.width() {
        let mut to = shown.get(next).copied();
        if to.is_some() && to == target && operator.is_some_and(|operator| !shown.contains(&operator)) {
            // Sign and unit stand in columns of their own, which the form has too, but does not show yet.
            if let Some(operator) = operator.filter(|at| !taken.contains(at)).filter(|_| mostly(grid, column, is_sign))
            {
                taken.push(operator);
                mapped.push(Some(operator));
                continue;
            }
        }
        let after_target = target.is_some_and(|target| taken.contains(&target));
        // Where the values have signs of their own, what stands behind them is something else.
        let bare =
            |from: usize| mostly(grid, from, |text| text.chars().all(|sign| !sign.is_alphabetic() && sign != '%'));
        let after_target = after_target && mapped.iter().position(|to| *to == target).is_some_and(bare);
        if let Some(unit) = unit.filter(|at| after_target && !shown.contains(at) && !taken.contains(at))
            && mostly(grid, column, |text| read_unit(text).is_some())
        {
            taken.push(unit);
            mapped.push(Some(unit));
            continue;
        }
        to = to.filter(|at| !taken.contains(at));
        taken.extend(to);
        mapped.push(to);
        next = next.saturating_add(1);
    }
    mapped
}

/// Whether most texts of a column are of a kind.
fn mostly(grid: &Grid, column: usize, is: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut some) = (0usize, 0usize);
    // The first rows say enough.
    for row in 0..grid.height().min(100) {
        let text = grid.own(row, column);
        all = all.saturating_add(usize::from(!text.is_empty()));
        some = some.saturating_add(usize::from(!text.is_empty() && is(text)));
    }
    some > 0 && some.saturating_mul(2) > all
}

fn is_sign(text: &str) -> bool {
    matches!(fold(text.trim()).as_str(), "≥" | "≤" | "=" | ">" | "<") || text.trim() == "定性"
}
