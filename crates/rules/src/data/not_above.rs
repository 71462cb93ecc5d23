//! `not-above`: an amount that stays within another one.

use jibiao_model::{Arg, Known};

use super::{
    Case, Fields, Out,
    names::{CellName, Names},
};
use crate::{Halt, View};

pub(super) const CASES: &[Case<'static>] = &[("", &["cell", "amount", "other", "most", "unit"])];

#[derive(Clone, Debug)]
pub(super) struct NotAbove {
    pairs: Vec<(CellName, CellName)>,
}

impl NotAbove {
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        Self { pairs: names.pairs(rule.list("pairs"), "cell", "within") }
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) -> Result<(), Halt> {
        for (cell, within) in &self.pairs {
            let (Some((id, text)), Some((other, limit))) = (cell.text(view), within.text(view)) else { continue };
            let unit = view.reading.money_unit;
            let (amount, most) = (jibiao_reading::read_amount(text, unit), jibiao_reading::read_amount(limit, unit));
            let (Known::Answered(amount), Known::Answered(most)) = (amount, most) else { continue };
            if amount > most {
                let args = [
                    ("cell", Arg::Cell(id.clone())),
                    ("amount", Arg::Number(amount.in_unit(unit)?)),
                    ("other", Arg::Cell(other.clone())),
                    ("most", Arg::Number(most.in_unit(unit)?)),
                    ("unit", Arg::Text(unit.label().to_owned())),
                ];
                out.report(cell.place(view), "", args);
            }
        }
        Ok(())
    }
}
