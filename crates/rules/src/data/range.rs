//! `range`: numbers within bounds.

use jibiao_model::{Arg, Concept, Known, Number};

use super::{
    Case, Fields, Out,
    names::{CellName, Names, column_text},
};
use crate::View;

#[derive(Clone, Debug)]
pub(super) struct Range {
    cells: Vec<CellName>,
    columns: Vec<Concept>,
    /// The smallest number allowed.
    from: Option<Number>,
    /// The largest number allowed.
    to: Option<Number>,
}

impl Range {
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        let range = Self {
            cells: names.cells(&rule.optional_texts("cells")),
            columns: names.columns(&rule.optional_texts("columns")),
            from: rule.optional_number("from"),
            to: rule.optional_number("to"),
        };
        if range.from.is_none() && range.to.is_none() {
            rule.tell(["a range states `from`, `to`, or both"]);
        }
        range
    }

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
