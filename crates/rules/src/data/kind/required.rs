//! `required`: cells and columns that are not left blank.
//!
//! In an excerpt a blank cell of the head is unknown, and a blank cell of a row is known to be blank only where it
//! stands between two filled ones of the same row.

use jibiao_model::{Arg, Concept, Known};
use jibiao_reading::Horizon;

use super::{Found, Item, Of, Saying, args, text};
use crate::{
    Halt,
    data::{
        Fields,
        at::{At, RowAt},
        look::Look,
        names::{ColumnRef, Names},
        run::Out,
    },
};

#[derive(Clone, Debug)]
pub(in crate::data) struct Required {
    /// `无` and its like answer none of the cells and columns.
    never_absent: bool,
    /// Columns that are reported once for the table where no row has them.
    pub(in crate::data) together: Vec<ColumnRef>,
}

impl Required {
    /// What is said of a column that no row has.
    pub(in crate::data) const COLUMN: Saying = ("column", &["cell"]);

    pub(super) fn read(fields: &mut Fields<'_>, look: &Look, names: &mut Names<'_>) -> Self {
        let together = fields.optional_texts("together");
        let required =
            Self { never_absent: fields.flag("never-absent"), together: names.columns(&together, look.table, fields) };
        if required.together.iter().any(|column| !look.columns.contains(column)) {
            fields.tell(["`together` names a column that is not among `columns`"]);
        }
        required
    }

    pub(super) fn sayings(&self, place: Of) -> Vec<Saying> {
        let absent = self.never_absent.then(|| ("absent", args!("text").of(place)));
        [("", args!().of(place))].into_iter().chain(absent).collect()
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        match jibiao_reading::read_anything(item.text) {
            Known::NotYet => Some(Found::default()),
            Known::NotApplicable if self.never_absent => {
                Some(Found { saying: "absent", args: vec![text(item)], ..Found::default() })
            }
            Known::NotApplicable | Known::Unreadable | Known::Answered(()) => None,
        }
    }

    pub(super) fn refuses(&self, text: &str) -> bool {
        match jibiao_reading::read_anything(text) {
            Known::NotYet => true,
            Known::NotApplicable => self.never_absent,
            Known::Unreadable | Known::Answered(()) => false,
        }
    }

    /// The columns that are reported for the table as a whole, because no row has them.
    pub(in crate::data) fn nowhere(&self, at: &At<'_>, look: &Look) -> Result<Vec<ColumnRef>, Halt> {
        let mut open = self.together.clone();
        open.retain(|column| at.bound.column(*column).is_some());
        let mut rows = false;
        at.rows(look.table, &mut |row| {
            if !open.is_empty() && look.takes(row)? {
                rows = true;
                open.retain(|column| row.is_blank(*column) || row.text(*column).is_none());
            }
            Ok(())
        })?;
        Ok(if rows { open } else { Vec::new() })
    }

    /// Reports columns that no row has, where the whole table is there.
    pub(in crate::data) fn report_columns(at: &At<'_>, look: &Look, nowhere: &[ColumnRef], out: &mut Out<'_, '_>) {
        for column in nowhere.iter().filter(|_| at.view.reading.is_whole()) {
            if let Some(slot) = at.bound.column(*column) {
                let args = vec![("cell", Arg::Cell(slot.id.clone()))];
                out.report(at.table_place(look.table), "column", args, None);
            }
        }
    }

    /// Whether a row should have something in a column, and what it has is to be looked at.
    pub(in crate::data) fn asks(&self, look: &Look, row: &RowAt<'_>, index: usize, column: ColumnRef) -> bool {
        if !is_asked(row, column) {
            return false;
        }
        if !row.is_blank(column) {
            return self.never_absent;
        }
        let asked = |column: &&ColumnRef| is_asked(row, **column);
        let before = look.columns.iter().take(index).rev().find(asked);
        let after = look.columns.iter().skip(index.saturating_add(1)).find(asked);
        // A neighbour that the form does not have is not unknown.
        let known = |column: Option<&ColumnRef>| column.is_some_and(|column| !row.is_blank(*column));
        row.at.view.reading.is_whole() || (known(before) && known(after))
    }
}

/// Whether the row asks for a column: the whole-period half of a row has only some of them.
fn is_asked(row: &RowAt<'_>, column: ColumnRef) -> bool {
    let own = |concept| matches!(concept, Some(Concept::LevelTwo | Concept::LevelThree | Concept::Target));
    match row.indicator {
        Some(indicator) if indicator.horizon == Horizon::Whole => {
            row.slot(column).is_some_and(|slot| own(slot.concept))
        }
        _ => true,
    }
}
