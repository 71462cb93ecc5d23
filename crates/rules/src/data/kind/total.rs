//! `sum`: a cell that equals the sum of other cells, or of a column of a table.

use jibiao_model::{Arg, Known, Number};

use super::Saying;
use crate::{
    Halt,
    data::{
        Fields,
        at::At,
        case::Shared,
        condition::Scope,
        fix::{Offer, Way, fill},
        measure::Relation,
        names::{Bound, CellRef, Names},
        operand::{Operand, sorts_of_cell},
        run::Out,
        tally::Tally,
    },
};

#[derive(Clone, Debug)]
pub(in crate::data) struct Total {
    total: Option<CellRef>,
    sum: Operand,
    fix: Option<Offer>,
    /// A difference up to it is none.
    tolerance: Number,
    /// A difference up to it is the case `close`.
    close: Option<Number>,
}

impl Total {
    pub(in crate::data) fn read(fields: &mut Fields<'_>, names: &mut Names<'_>, shared: Shared) -> Self {
        let total = fields.text("total");
        let total = if total.is_empty() { None } else { names.cell(&total, fields) };
        let sum = if fields.has("column") {
            Operand::of_rows(Tally::read(fields, "column", names, Scope::DOCUMENT))
        } else {
            let parts = fields.texts("parts");
            Operand::of_cells(names.cells(&parts, fields))
        };
        if let Some(total) = total {
            sum.examine(&sorts_of_cell(total, names), names, fields);
        }
        let fix = Offer::read(fields, &[Way::Fill]);
        Self { total, sum, fix, tolerance: shared.tolerance, close: shared.close }
    }

    pub(in crate::data) fn sayings(&self) -> Vec<Saying> {
        let close = self.close.map(|_| ("close", ["cell", "total", "sum", "unit"].as_slice()));
        let all: [Saying; 2] = [("", &["cell", "total", "sum", "unit"]), ("zero", &["cell", "sum", "unit"])];
        all.into_iter().chain(close).collect()
    }

    pub(in crate::data) fn fix(&self) -> Option<&Offer> {
        self.fix.as_ref()
    }

    pub(in crate::data) fn check(&self, at: &At<'_>, out: &mut Out<'_, '_>) -> Result<(), Halt> {
        let Some((cell, (slot, _))) = self.total.and_then(|cell| Some((cell, at.cell(cell)?))) else { return Ok(()) };
        let (Known::Answered(total), Known::Answered(sum)) = (at.measure(cell), self.sum.measure(at, None)?) else {
            return Ok(());
        };
        let unit = at.view.reading.money_unit;
        let equals = |tolerance| Relation::Equals.holds(total.clone(), sum.clone(), tolerance, unit);
        if equals(self.tolerance)? != Some(false) {
            return Ok(());
        }
        let place = at.view.at_cell(&slot.id);
        let instead = fill(&sum, slot.kind, unit)?;
        let fix = self.fix.as_ref().zip(instead).and_then(|(fix, text)| fix.filled(&place, text));
        let (printed, label) = total.args(unit)?;
        let (sum, _) = sum.args(unit)?;
        let cell = ("cell", Arg::Cell(slot.id.clone()));
        if total.number().is_some_and(Number::is_zero) {
            out.report(place, "zero", vec![cell, ("sum", sum), ("unit", label)], fix);
        } else {
            let close = match self.close {
                Some(close) => equals(close)? == Some(true),
                None => false,
            };
            let args = vec![cell, ("total", printed), ("sum", sum), ("unit", label)];
            out.report(place, if close { "close" } else { "" }, args, fix);
        }
        Ok(())
    }

    pub(in crate::data) fn binds(&self, bound: &Bound) -> bool {
        self.total.is_some_and(|total| bound.cell(total).is_some()) && self.sum.binds(bound)
    }
}
