//! `count` and `subtotal`: how many rows there are, or what they add up to; in all, or for each text or level of a
//! column; as numbers, or as a share of other rows.

use jibiao_model::{Arg, Known, Number, Rounding};

use super::Saying;
use crate::{
    Halt,
    data::{
        Fields,
        at::At,
        condition::{Condition, Scope},
        measure::{Measure, Relation, Scale},
        names::{Bound, ColumnRef, Names},
        operand::{self, Operand},
        run::Out,
        tally::Tally,
    },
};

#[derive(Clone, Debug)]
pub(in crate::data) struct Subtotal {
    tally: Tally,
    per: Option<ColumnRef>,
    least: Option<Operand>,
    most: Option<Operand>,
    /// The rows of which those of `tally` are a share; bounds are then percentages of their number or sum.
    of: Option<Tally>,
    tolerance: Number,
}

impl Subtotal {
    /// A `count`, or with `summed` a `subtotal`.
    pub(in crate::data) fn read(
        fields: &mut Fields<'_>,
        names: &mut Names<'_>,
        summed: bool,
        tolerance: Number,
    ) -> Self {
        if summed && !fields.has("column") {
            fields.text("column");
        }
        let tally = Tally::read(fields, if summed { "column" } else { "" }, names, Scope::DOCUMENT);
        let scope = Scope::rows(tally.table);
        let per = fields.optional_text("per").and_then(|per| names.column(&per, tally.table, fields));
        let of = fields.has("share-of").then(|| tally.with(Condition::list(fields, "share-of", names, scope)));
        if of.is_some() && per.is_some() {
            fields.tell(["a share is one of all rows: leave out `per`"]);
        }
        let unit = operand::unit(fields);
        // A share is a percentage of what stands in the column, whatever that is.
        let sorts = if of.is_none() { Operand::of_rows(tally.clone()).sorts(names) } else { Vec::new() };
        let mut bound = |key| {
            let operand =
                fields.has(key).then(|| Operand::read(fields, key, names, Scope::DOCUMENT, unit.as_ref()))??;
            operand.examine(&sorts, names, fields);
            Some(operand)
        };
        let (least, most, equal) = (bound("at-least"), bound("at-most"), bound("equals"));
        if !["at-least", "at-most", "equals"].into_iter().any(|key| fields.has(key)) {
            fields.tell(["say how much is right: `at-least`, `at-most` or `equals`"]);
        }
        Self { tally, per, least: least.or_else(|| equal.clone()), most: most.or(equal), of, tolerance }
    }

    pub(in crate::data) fn sayings(&self) -> Vec<Saying> {
        let args: &'static [&'static str] = match (&self.of, &self.per) {
            (Some(_), _) => &["value", "of", "share", "limit", "unit"],
            (None, Some(_)) => &["group", "value", "limit", "unit"],
            (None, None) => &["value", "limit", "unit"],
        };
        let below = self.least.as_ref().map(|_| ("below", args));
        below.into_iter().chain(self.most.as_ref().map(|_| ("above", args))).collect()
    }

    pub(in crate::data) fn check(&self, at: &At<'_>, out: &mut Out<'_, '_>) -> Result<(), Halt> {
        for group in self.tally.groups(at, self.per)? {
            let Known::Answered(measure) = group.measure else { continue };
            let mut args: Vec<_> = group.name.into_iter().map(|name| ("group", name)).collect();
            match &self.of {
                None => self.hold(at, measure.clone(), &measure, &args, out)?,
                Some(of) => {
                    let Known::Answered(whole) = of.measure(at)? else { continue };
                    let unit = at.view.reading.money_unit;
                    let Some(share) = share(&measure, &whole)? else { continue };
                    args.push(("of", whole.args(unit)?.0));
                    let said = share.number().unwrap_or(Number::ZERO).rounded(1, Rounding::HalfUp);
                    args.push(("share", Arg::Number(said)));
                    self.hold(at, share, &measure, &args, out)?;
                }
            }
        }
        Ok(())
    }

    /// Reports a measure outside the bounds; `said` is what the message says of it.
    fn hold(
        &self,
        at: &At<'_>,
        measure: Measure,
        said: &Measure,
        args: &[(&'static str, Arg)],
        out: &mut Out<'_, '_>,
    ) -> Result<(), Halt> {
        let unit = at.view.reading.money_unit;
        let bounds = [("below", &self.least, Relation::AtLeast), ("above", &self.most, Relation::AtMost)];
        for (case, bound, relation) in bounds {
            let Some(bound) = bound else { continue };
            let Known::Answered(limit) = bound.measure(at, None)? else { continue };
            if relation.holds(measure.clone(), limit.clone(), self.tolerance, unit)? == Some(false) {
                let (value, label) = said.args(unit)?;
                let mut args = args.to_vec();
                args.extend([("value", value), ("limit", limit.args(unit)?.0), ("unit", label)]);
                out.report(at.table_place(self.tally.table), case, args, None);
            }
        }
        Ok(())
    }

    pub(in crate::data) fn binds(&self, bound: &Bound) -> bool {
        self.tally.binds(bound)
            && self.per.is_none_or(|per| bound.column(per).is_some())
            && [&self.least, &self.most].into_iter().flatten().all(|operand| operand.binds(bound))
    }
}

/// A hundred times the part over the whole; `None` where there is no whole, or where rows may be missing.
fn share(part: &Measure, whole: &Measure) -> Result<Option<Measure>, Halt> {
    let Some(whole) = whole.low.filter(|low| whole.high == Some(*low) && !low.is_zero()) else { return Ok(None) };
    if part.high.is_none() {
        return Ok(None);
    }
    let percent = |number: Number| Ok(number.times(Number::HUNDRED)?.over(whole)?);
    let share = part.clone().each(percent)?;
    Ok(Some(Measure { scale: Scale::Bare, ..share }))
}
