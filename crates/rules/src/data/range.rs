//! `range`: numbers within bounds.

use jibiao_model::{Arg, Concept, Known, Number};
use serde::Deserialize;

use super::{
    Case, Out,
    names::{CellName, Names, column_text},
};
use crate::View;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    #[serde(default)]
    cells: Vec<String>,
    #[serde(default)]
    columns: Vec<String>,
    /// The smallest number allowed.
    #[serde(default)]
    from: Option<Number>,
    /// The largest number allowed.
    #[serde(default)]
    to: Option<Number>,
}

#[derive(Clone, Debug)]
pub(super) struct Range {
    cells: Vec<CellName>,
    columns: Vec<Concept>,
    from: Option<Number>,
    to: Option<Number>,
}

impl Source {
    pub(super) fn resolve(self, names: &mut Names<'_>) -> Range {
        if self.from.is_none() && self.to.is_none() {
            names.problem("a range states `from`, `to`, or both".to_owned());
        }
        Range { cells: names.cells(&self.cells), columns: names.columns(&self.columns), from: self.from, to: self.to }
    }
}

impl Range {
    pub(super) fn cases(&self) -> Vec<Case<'static>> {
        let mut cases: Vec<Case<'static>> = Vec::new();
        if !self.cells.is_empty() {
            cases.push(("", &["cell", "text"]));
        }
        if !self.columns.is_empty() {
            cases.push(("row", &["indicator", "cell", "text"]));
        }
        cases
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) {
        for cell in &self.cells {
            if let Some((id, text)) = cell.text(view)
                && self.outside(text)
            {
                let args = [("cell", Arg::Cell(id.clone())), ("text", Arg::Text(text.to_owned()))];
                out.report(cell.place(view), "", args);
            }
        }
        for indicator in view.indicators().filter(|_| !self.columns.is_empty()) {
            for column in &self.columns {
                if let Some(text) = column_text(view, indicator, *column)
                    && self.outside(text)
                    && let Some(id) = view.column(*column)
                {
                    let args = [
                        ("indicator", view.name(indicator)),
                        ("cell", Arg::Cell(id.clone())),
                        ("text", Arg::Text(text.to_owned())),
                    ];
                    out.report(view.at_row_cell(indicator, *column), "row", args);
                }
            }
        }
    }

    fn outside(&self, text: &str) -> bool {
        match jibiao_reading::read_number(text) {
            Known::Answered(number) => {
                self.from.is_some_and(|from| number < from) || self.to.is_some_and(|to| number > to)
            }
            Known::NotYet | Known::NotApplicable | Known::Unreadable => false,
        }
    }
}
