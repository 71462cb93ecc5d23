//! `sum`: an amount that equals the sum of its parts.

use jibiao_model::{Amount, Arg, Concept, Known, Number, Stage};

use super::{
    Case, Fields, Out,
    names::{CellName, Names},
};
use crate::{Halt, View};

pub(super) const CASES: &[Case<'static>] = &[
    ("", &["cell", "total", "sum", "unit"]),
    ("close", &["cell", "total", "sum", "unit"]),
    ("zero", &["cell", "sum", "unit"]),
];

#[derive(Clone, Debug)]
pub(super) struct Sum {
    sums: Vec<(Concept, Vec<Concept>)>,
    /// In the form's unit: a difference up to it is the case `close`.
    tolerance: Number,
}

impl Sum {
    /// `tolerance` names a number of the policy.
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        let mut sums = Vec::new();
        for mut one in rule.list("sums") {
            let (total, parts) = (amount(&one.text("total"), &one, names), one.texts("parts"));
            if let Some(total) = total {
                sums.push((total, parts.iter().filter_map(|part| amount(part, &one, names)).collect()));
            }
        }
        Self { sums, tolerance: names.number(&rule.text("tolerance")) }
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) -> Result<(), Halt> {
        self.sums.iter().try_for_each(|(total, parts)| self.one(view, *total, parts, out))
    }

    fn one(&self, view: &View<'_>, total: Concept, parts: &[Concept], out: &mut Out<'_, '_>) -> Result<(), Halt> {
        let Known::Answered(printed) = view.reading.money(total) else { return Ok(()) };
        let (mut sum, mut some, mut blank) = (Amount::ZERO, false, false);
        for part in parts {
            match view.reading.money(*part) {
                Known::Answered(amount) => {
                    sum = sum.plus(amount)?;
                    some = true;
                }
                // What can't be read is another rule's finding; nothing can be said about the sum.
                Known::Unreadable => return Ok(()),
                // A source that the form has and that is blank may still be typed.
                Known::NotYet => blank = true,
                Known::NotApplicable => {}
            }
        }
        let open = blank && (view.stage == Stage::Drafting || !view.reading.is_whole());
        if !some || sum == printed || (open && sum < printed) {
            return Ok(());
        }
        let unit = view.reading.money_unit;
        let (printed, sum) = (printed.in_unit(unit)?, sum.in_unit(unit)?);
        let (Some(id), place) = (view.form.cell_of(total), view.at(total)) else { return Ok(()) };
        let cell = Arg::Cell(id.clone());
        let unit = Arg::Text(unit.label().to_owned());
        if printed.is_zero() {
            out.report(place, "zero", [("cell", cell), ("sum", Arg::Number(sum)), ("unit", unit)]);
        } else {
            let case = if printed.minus(sum)?.magnitude() <= self.tolerance { "close" } else { "" };
            let args = [("cell", cell), ("total", Arg::Number(printed)), ("sum", Arg::Number(sum)), ("unit", unit)];
            out.report(place, case, args);
        }
        Ok(())
    }
}

fn amount(name: &str, at: &Fields<'_>, names: &mut Names<'_>) -> Option<Concept> {
    match names.cell(name)? {
        CellName::Meaning(concept) => Some(concept),
        CellName::Own(_) => {
            at.tell(["`", name, "` is not an amount"]);
            None
        }
    }
}
