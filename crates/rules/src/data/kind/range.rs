//! `range`: numbers, amounts and dates within bounds.

use jibiao_model::{Arg, Known, Number};

use super::{Args, Found, Item, args, text};
use crate::{
    Halt,
    data::{
        Fields,
        look::Look,
        measure::Relation,
        names::Names,
        operand::{self, Operand},
    },
};

#[derive(Clone, Debug)]
pub(in crate::data) struct Range {
    /// The smallest number allowed.
    from: Option<Operand>,
    /// The largest number allowed.
    to: Option<Operand>,
    /// One number that is not allowed although it lies within.
    never: Option<Operand>,
}

impl Range {
    pub(super) fn read(fields: &mut Fields<'_>, look: &Look, names: &mut Names<'_>) -> Self {
        let unit = operand::unit(fields);
        let sorts = look.sorts(names);
        let mut fits = true;
        let mut bound = |key| {
            if !fields.has(key) {
                return None;
            }
            let told = fields.told();
            let operand = Operand::read(fields, key, names, look.scope(), unit.as_ref())?;
            // What fits neither bound is told once.
            fits = fits && fields.told() == told && operand.examine_all(&sorts, names, fields);
            Some(operand)
        };
        let range = Self { from: bound("from"), to: bound("to"), never: bound("never") };
        if !["from", "to", "never"].into_iter().any(|key| fields.has(key)) {
            fields.tell(["a range states `from`, `to`, or `never`"]);
        }
        range
    }

    pub(super) fn args(&self) -> Args {
        match (&self.from, &self.to) {
            (Some(_), Some(_)) => args!("text", "from", "to"),
            (Some(_), None) => args!("text", "from"),
            (None, Some(_)) => args!("text", "to"),
            (None, None) => args!("text"),
        }
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Result<Option<Found>, Halt> {
        let Known::Answered(measure) = item.measure() else { return Ok(None) };
        let unit = item.at.view.reading.money_unit;
        let mut outside = false;
        let bounds = [
            ("from", &self.from, Relation::AtLeast),
            ("to", &self.to, Relation::AtMost),
            ("", &self.never, Relation::Differs),
        ];
        for (_, bound, relation) in &bounds {
            let Some(bound) = bound else { continue };
            if let Known::Answered(bound) = bound.measure(&item.at, item.row)? {
                outside |= relation.holds(measure.clone(), bound, Number::ZERO, unit)? == Some(false);
            }
        }
        if !outside {
            return Ok(None);
        }
        let mut args = vec![text(item)];
        for (name, bound, _) in bounds {
            let Some(bound) = bound.as_ref().filter(|_| !name.is_empty()) else { continue };
            // A message names its bounds even where one of them is not known.
            let arg = match bound.measure(&item.at, item.row)? {
                Known::Answered(bound) => bound.args(unit)?.0,
                _ => Arg::Text(String::new()),
            };
            args.push((name, arg));
        }
        Ok(Some(Found { args, ..Found::default() }))
    }
}
