//! `same-text`: a cell that repeats another one it should differ from; `other-text`: one that differs from another it
//! should repeat. Spaces and punctuation don't count.

use jibiao_model::Arg;
use jibiao_reading::is_alphanumeric;

use super::{Found, Item};
use crate::data::{
    Fields,
    fix::Way,
    look::Look,
    names::{Bound, CellRef, ColumnRef, Names},
};

#[derive(Clone, Debug)]
pub(in crate::data) struct SameText {
    with: With,
    /// Whether being the same is what is found.
    same: bool,
}

#[derive(Clone, Debug)]
enum With {
    Cell(CellRef),
    Column(ColumnRef),
    /// What the file names is told to be nowhere.
    Nothing,
}

impl SameText {
    /// `repeats` or `differs-from` names a cell, or as `{ column = "…" }` a column of the same row.
    pub(super) fn read(fields: &mut Fields<'_>, look: &Look, names: &mut Names<'_>, same: bool) -> Self {
        let key = if same { "repeats" } else { "differs-from" };
        let with = if fields.has(key) && !fields.is_text(key) {
            let mut other = fields.fields(key);
            let column = other.text("column");
            look.scope().column(&column, names, &other).map(With::Column)
        } else {
            let cell = fields.text(key);
            if cell.is_empty() { None } else { names.cell(&cell, fields).map(With::Cell) }
        };
        Self { with: with.unwrap_or(With::Nothing), same }
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        let (other, id) = match self.with {
            With::Cell(cell) => item.at.cell(cell).map(|(slot, text)| (text, slot.id.clone()))?,
            With::Column(column) => (item.row?.text(column)?, item.row?.place(column).cell?),
            With::Nothing => return None,
        };
        // A blank repeats nothing and differs from nothing.
        let said = |text: &str| text.chars().any(is_alphanumeric);
        // 2026年河道保洁 is 河道保洁 once more; what should be alike is, to the year.
        let alike = same(item.text, other) || (self.same && same(undated(item.text), undated(other)));
        let found = said(item.text) && said(other) && alike == self.same;
        found.then(|| Found {
            args: vec![("other", Arg::Cell(id))],
            instead: (!self.same).then(|| other.trim().to_owned()),
            ..Found::default()
        })
    }

    pub(super) fn ways(&self) -> &'static [Way] {
        if self.same { &[Way::Clear] } else { &[Way::Clear, Way::Fill] }
    }

    pub(super) fn binds(&self, bound: &Bound) -> bool {
        match self.with {
            With::Cell(cell) => bound.cell(cell).is_some(),
            With::Column(column) => bound.column(column).is_some(),
            With::Nothing => true,
        }
    }
}

/// A text without the year that stands before it.
fn undated(text: &str) -> &str {
    let text = text.trim();
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇○零一二三四五六七八九".contains(c);
    let rest = text.trim_start_matches(digit);
    let year = text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default();
    match rest.strip_prefix('年') {
        Some(rest) if year.chars().count() == 4 => rest.strip_prefix('度').unwrap_or(rest),
        _ => text,
    }
}

/// Whether two texts have the same letters and digits.
fn same(a: &str, b: &str) -> bool {
    a.chars().filter(|c| is_alphanumeric(*c)).eq(b.chars().filter(|c| is_alphanumeric(*c)))
}
