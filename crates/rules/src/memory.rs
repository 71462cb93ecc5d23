//! What a check found, kept for the next one: a key changes one cell of one row, and most rules then find what they found.
//!
//! Nothing is told of what a rule reads; it is watched. A rule that did not look at the rows of the indicators finds the same
//! while everything around them is the same. A rule that looks at them one by one ([`crate::View::each`]) finds the same in
//! each row that is the same, at the same position. Every other rule runs again.

use std::sync::Arc;

use jibiao_model::{Document, Entry, Form, FormId, PackRef, Row, Stage, TableId};
use jibiao_reading::{Horizon, Indicator, Meant, Reading, Vocabulary};

/// What the last check of a document read and found.
///
/// One memory belongs to one document, and to the pack and form that it is bound to; what another pack or form made of the
/// rows is not used.
#[derive(Debug, Default)]
pub struct Memory(Option<Past>);

#[derive(Debug)]
pub(crate) struct Past {
    pack: PackRef,
    form: FormId,
    /// Of the table of indicators.
    rows: Vec<Row>,
    /// What the indicators mean, with the positions of their rows.
    meant: Vec<(usize, Horizon, Arc<Meant>)>,
    stage: Stage,
    /// Everything but the rows of the indicators.
    around: Document,
    /// By the position of the rule among those that run.
    found: Vec<Found>,
}

/// What one rule found. Nothing is kept that other rows may change.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// All of it, where it looked at no row of the indicators.
    pub(crate) lasting: Option<Vec<Entry>>,
    /// What it found each time that it went through them one by one.
    pub(crate) by_row: Vec<Option<ByRow>>,
}

/// What was found row by row, with the positions of the rows.
pub(crate) type ByRow = Vec<(usize, Entry)>;

/// Which rows are as they were.
#[derive(Debug)]
pub(crate) struct Changes<'d> {
    same: &'d [bool],
    /// The indicators of the other rows.
    pub(crate) indicators: Vec<&'d Indicator<'d>>,
}

impl<'d> Changes<'d> {
    /// `same` says of each row, by its position, whether it is as it was.
    pub(crate) fn new(same: &'d [bool], indicators: &'d [Indicator<'d>]) -> Self {
        let mut changes = Self { same, indicators: Vec::new() };
        changes.indicators = indicators.iter().filter(|indicator| !changes.is_same(indicator.index)).collect();
        changes
    }

    pub(crate) fn is_same(&self, row: usize) -> bool {
        self.same.get(row).copied().unwrap_or(false)
    }
}

impl Memory {
    /// What is left of the last check, if the same pack and form made it.
    pub(crate) fn take(&mut self, now: &Now<'_>) -> Option<Past> {
        self.0.take().filter(|past| (&past.pack, &past.form) == (now.pack, &now.form.id))
    }

    /// Keeps what was read and found. `past` is what [`Memory::take`] gave, `same` what it says of the rows.
    pub(crate) fn keep(
        &mut self,
        now: &Now<'_>,
        past: Option<Past>,
        same: &[bool],
        indicators: &[Indicator<'_>],
        found: Vec<Found>,
    ) {
        let mut past = past.unwrap_or_else(|| Past::new(now));
        past.take_rows(now.rows(), same);
        past.meant.clear();
        past.meant.extend(indicators.iter().map(|own| (own.index, own.horizon, Arc::clone(&own.meant))));
        if !past.is_around(now) {
            (past.around, past.stage) = (without_rows(now), now.stage);
        }
        past.found = found;
        self.0 = Some(past);
    }
}

/// What is checked now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Now<'a> {
    pub(crate) pack: &'a PackRef,
    pub(crate) form: &'a Form,
    pub(crate) stage: Stage,
    pub(crate) document: &'a Document,
}

impl<'a> Now<'a> {
    /// The table of the indicators.
    fn table(&self) -> Option<&'a TableId> {
        self.form.indicators().map(|table| &table.id)
    }

    fn rows(&self) -> &'a [Row] {
        self.table().map_or(&[], |table| self.document.rows(table.as_str()))
    }
}

impl Past {
    fn new(now: &Now<'_>) -> Self {
        Self {
            pack: now.pack.clone(),
            form: now.form.id.clone(),
            rows: Vec::new(),
            meant: Vec::new(),
            stage: now.stage,
            around: without_rows(now),
            found: Vec::new(),
        }
    }

    /// Of each row, by its position, whether it is as it was.
    pub(crate) fn same_rows(&self, now: &Now<'_>) -> Vec<bool> {
        now.rows().iter().enumerate().map(|(at, row)| self.rows.get(at) == Some(row)).collect()
    }

    /// Reads the document; rows that are as they were mean what they meant.
    pub(crate) fn read<'d>(&self, now: &Now<'d>, same: &[bool], vocabulary: &Vocabulary) -> Reading<'d> {
        let mut meant = self.meant.iter().peekable();
        let mut known = |row: usize, horizon: Horizon| {
            while meant.next_if(|(at, ..)| *at < row).is_some() {}
            let same = same.get(row).copied().unwrap_or(false);
            let (.., known) = meant.next_if(|(at, its, _)| same && (*at, *its) == (row, horizon))?;
            Some(Arc::clone(known))
        };
        Reading::again(now.form, now.document, vocabulary, &mut known)
    }

    /// Whether everything around the rows is as it was.
    pub(crate) fn is_around(&self, now: &Now<'_>) -> bool {
        self.stage == now.stage && is_same_around(&self.around, now.document, now.table())
    }

    pub(crate) fn found(&self, rule: usize) -> Option<&Found> {
        self.found.get(rule)
    }

    fn take_rows(&mut self, rows: &[Row], same: &[bool]) {
        self.rows.truncate(rows.len());
        for (at, row) in rows.iter().enumerate() {
            match self.rows.get_mut(at) {
                Some(_) if same.get(at) == Some(&true) => {}
                Some(kept) => *kept = row.clone(),
                None => self.rows.push(row.clone()),
            }
        }
    }
}

/// A document without the rows of the indicators.
fn without_rows(now: &Now<'_>) -> Document {
    let mut around = now.document.clone();
    if let Some(table) = now.table() {
        around.tables.remove(table);
    }
    around
}

/// Whether two documents differ in nothing but the rows of a table, which the first does not hold.
fn is_same_around(past: &Document, now: &Document, table: Option<&TableId>) -> bool {
    // Taken apart, so that a new field can't be forgotten. A number of a save is nothing that a rule looks at, but it is
    // part of what rules are given.
    let Document { id, revision, pack, form, extent, cells, tables, waivers, origins, rest } = past;
    let others = now.tables.iter().filter(|(other, _)| Some(*other) != table);
    (id, *revision, pack, form, *extent) == (&now.id, now.revision, &now.pack, &now.form, now.extent)
        && *cells == now.cells
        && tables.iter().eq(others)
        && (waivers, origins, rest) == (&now.waivers, &now.origins, &now.rest)
}

#[cfg(test)]
mod tests;
