//! `compare`: a cell held against another one, a number, a sum or a count.

use jibiao_model::{Known, Number};

use super::{Args, Found, Item, args, text};
use crate::{
    Halt,
    data::{
        Fields,
        case::Shared,
        fix::{Way, fill},
        look::Look,
        measure::{Relation, Scale},
        names::{Bound, Names},
        test::Claim,
    },
};

#[derive(Clone, Debug)]
pub(in crate::data) struct Compare {
    claim: Option<Claim>,
    /// A difference up to it is none.
    tolerance: Number,
}

impl Compare {
    pub(super) fn read(fields: &mut Fields<'_>, look: &Look, names: &mut Names<'_>, shared: Shared) -> Self {
        let mut claims = Claim::list(fields, names, look.scope(), &[]);
        if claims.len() > 1 {
            fields.tell(["a case compares in one way; make it two cases"]);
        }
        let claim = (!claims.is_empty()).then(|| claims.remove(0));
        match &claim {
            Some(claim) => {
                claim.operand.examine_all(&look.sorts(names), names, fields);
            }
            None => fields.tell(["say what it is held against: `at-least`, `at-most`, `equals` …"]),
        }
        Self { claim, tolerance: shared.tolerance }
    }

    pub(super) fn args(&self) -> Args {
        if self.claim.as_ref().is_some_and(|claim| claim.operand.has_other()) {
            args!("text", "value", "other", "limit", "unit")
        } else {
            args!("text", "value", "limit", "unit")
        }
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Result<Option<Found>, Halt> {
        let Some(claim) = &self.claim else { return Ok(None) };
        let Known::Answered(measure) = item.measure() else { return Ok(None) };
        let Known::Answered(limit) = claim.operand.measure(&item.at, item.row)? else { return Ok(None) };
        let unit = item.at.view.reading.money_unit;
        let holds = claim.relation.holds(measure.clone(), limit.clone(), self.tolerance, unit)?;
        if holds != Some(false) {
            return Ok(None);
        }
        let (value, label) = measure.args(unit)?;
        let (said, _) = limit.args(unit)?;
        let mut args = vec![text(item), ("value", value), ("limit", said), ("unit", label)];
        if let Some(other) = claim.operand.other(&item.at, item.row) {
            args.push(("other", other));
        }
        // Only an amount or a plain number can be written as it is computed.
        let same = measure.scale == limit.scale || limit.scale == Scale::Bare;
        let instead = if same { fill(&limit, item.kind(), unit)? } else { None };
        Ok(Some(Found { args, instead, ..Found::default() }))
    }

    pub(super) fn ways(&self) -> &'static [Way] {
        let equals = self.claim.as_ref().is_some_and(|claim| claim.relation == Relation::Equals);
        if equals { &[Way::Clear, Way::Fill] } else { &[Way::Clear] }
    }

    pub(super) fn binds(&self, bound: &Bound) -> bool {
        self.claim.as_ref().is_none_or(|claim| claim.operand.binds(bound))
    }
}
