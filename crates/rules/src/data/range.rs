//! `range`: numbers within bounds.

use jibiao_model::{Arg, Concept, Kind, Known, Number};

use super::{
    Case, Fields, Out,
    names::{CellName, Names, column_text},
};
use crate::{Halt, View};

#[derive(Clone, Debug)]
pub(super) struct Range {
    cells: Vec<CellName>,
    columns: Vec<Concept>,
    /// The smallest number allowed.
    from: Option<Number>,
    /// The largest number allowed.
    to: Option<Number>,
    /// One number that is not allowed although it lies within.
    never: Option<Number>,
}

impl Range {
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        let range = Self {
            cells: names.cells(&rule.optional_texts("cells")),
            columns: names.columns(&rule.optional_texts("columns")),
            from: rule.optional_number("from"),
            to: rule.optional_number("to"),
            never: rule.optional_number("never"),
        };
        if range.from.is_none() && range.to.is_none() && range.never.is_none() {
            rule.tell(["a range states `from`, `to`, or `never`"]);
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

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) -> Result<(), Halt> {
        for cell in &self.cells {
            if let Some((id, text)) = cell.text(view)
                && number(view, cell, text)?.is_some_and(|number| self.outside(number))
            {
                let args = [("cell", Arg::Cell(id.clone())), ("text", Arg::Text(text.to_owned()))];
                out.report(cell.place(view), "", args);
            }
        }
        for indicator in view.indicators().filter(|_| !self.columns.is_empty()) {
            for column in &self.columns {
                if let Some(text) = column_text(view, indicator, *column)
                    && let Known::Answered(number) = jibiao_reading::read_number(text)
                    && self.outside(number)
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
        Ok(())
    }

    fn outside(&self, number: Number) -> bool {
        self.from.is_some_and(|from| number < from)
            || self.to.is_some_and(|to| number > to)
            || self.never == Some(number)
    }
}

/// The number that a cell holds: an amount in the unit of the form, a year, or the number itself.
fn number(view: &View<'_>, cell: &CellName, text: &str) -> Result<Option<Number>, Halt> {
    let kind = match cell {
        CellName::Meaning(concept) => Some(concept.kind()),
        CellName::Own(_) => None,
    };
    let unit = view.reading.money_unit;
    Ok(match kind {
        Some(Kind::Money) => match jibiao_reading::read_amount(text, unit) {
            Known::Answered(amount) => Some(amount.in_unit(unit)?),
            _ => None,
        },
        Some(Kind::Year) => jibiao_reading::read_year(text).answered().map(|year| Number::whole(i64::from(*year))),
        _ => jibiao_reading::read_number(text).answered().copied(),
    })
}
