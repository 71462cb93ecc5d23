//! `required`: cells and columns that are not left blank.
//!
//! In an excerpt a cell of the head that is not there is unknown, one that is there without text was seen blank, and a
//! blank cell of a row is known to be blank only where it stands between two filled ones of the same row.

use jibiao_model::{Arg, Concept, Known};
use jibiao_reading::{Horizon, Indicator};

use super::{
    Case, Fields, Out,
    names::{CellName, Names, column_text},
};
use crate::View;

#[derive(Clone, Debug)]
pub(super) struct Required {
    /// Cells outside tables.
    cells: Vec<CellName>,
    /// `无` and its like answer none of `cells`.
    never_absent: bool,
    /// Columns of every row that is used, in the order printed; one finding for each row lists what is blank.
    columns: Vec<Concept>,
    /// Those of `columns` that are reported once for the table where no row has them.
    together: Vec<Concept>,
}

impl Required {
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        let required = Self {
            cells: names.cells(&rule.optional_texts("cells")),
            never_absent: rule.flag("never-absent"),
            columns: names.columns(&rule.optional_texts("columns")),
            together: names.columns(&rule.optional_texts("together")),
        };
        if required.together.iter().any(|column| !required.columns.contains(column)) {
            rule.tell(["`together` names a column that is not among `columns`"]);
        }
        required
    }

    pub(super) fn cases(&self) -> Vec<Case<'static>> {
        let mut cases: Vec<Case<'static>> = Vec::new();
        if !self.cells.is_empty() {
            cases.push(("", &["cell"]));
        }
        if self.never_absent {
            cases.push(("absent", &["cell", "text"]));
        }
        if !self.columns.is_empty() {
            cases.push(("row", &["indicator", "cell"]));
        }
        if !self.together.is_empty() {
            cases.push(("column", &["cell"]));
        }
        cases
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) {
        for cell in &self.cells {
            let Some((id, text)) = cell.text(view) else { continue };
            if !view.reading.is_whole() && !view.document.cells.contains_key(id.as_str()) {
                continue;
            }
            let name = ("cell", Arg::Cell(id.clone()));
            match jibiao_reading::read_number(text) {
                Known::NotYet => out.report(cell.place(view), "", [name]),
                Known::NotApplicable if self.never_absent => {
                    out.report(cell.place(view), "absent", [name, ("text", Arg::Text(text.trim().to_owned()))]);
                }
                Known::NotApplicable | Known::Unreadable | Known::Answered(_) => {}
            }
        }
        if self.columns.is_empty() {
            return;
        }
        let nowhere = self.nowhere(view);
        for column in &nowhere {
            if let Some(id) = view.column(*column)
                && view.reading.is_whole()
            {
                out.report(view.at_indicators(), "column", [("cell", Arg::Cell(id.clone()))]);
            }
        }
        for indicator in view.indicators() {
            self.row(view, indicator, &nowhere, out);
        }
    }

    /// The columns that are reported for the table as a whole, because no row has them.
    fn nowhere(&self, view: &View<'_>) -> Vec<Concept> {
        if view.reading.indicators.is_empty() {
            return Vec::new();
        }
        self.together
            .iter()
            .copied()
            .filter(|column| view.column(*column).is_some())
            .filter(|column| view.indicators().all(|indicator| is_blank(view, indicator, *column)))
            .collect()
    }

    fn row(&self, view: &View<'_>, indicator: &Indicator<'_>, nowhere: &[Concept], out: &mut Out<'_, '_>) {
        let whole = view.reading.is_whole();
        let asked = self.columns.iter().filter(|column| indicator.horizon == Horizon::Year || is_own(**column));
        for (index, column) in asked.enumerate() {
            if nowhere.contains(column) || !is_blank(view, indicator, *column) {
                continue;
            }
            let filled = |at: Option<usize>| {
                at.and_then(|at| self.columns.get(at)).is_some_and(|other| !is_blank(view, indicator, *other))
            };
            let surely = whole || (filled(index.checked_sub(1)) && filled(index.checked_add(1)));
            if !surely {
                continue;
            }
            if let Some(id) = view.column(indicator.column(*column)) {
                let args = [("indicator", view.name(indicator)), ("cell", Arg::Cell(id.clone()))];
                out.report(view.at_row_cell(indicator, *column), "row", args);
            }
        }
    }
}

/// Whether the whole-period half of a row has a column of its own for it.
fn is_own(column: Concept) -> bool {
    matches!(column, Concept::LevelTwo | Concept::LevelThree | Concept::Target)
}

fn is_blank(view: &View<'_>, indicator: &Indicator<'_>, column: Concept) -> bool {
    column_text(view, indicator, column).is_some_and(|text| text.trim().is_empty())
}
