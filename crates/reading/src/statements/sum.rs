//! Whether parts add up to their whole, with the latitude that rounded figures have.

use jibiao_model::Number;

use super::{Listing, ListingForm, Statement, Statements, value};
use crate::unit::factor;

/// What the parts of a listing come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Of the parts that come nearest to the whole, in the base of their units.
    pub parts: Number,
    /// How many parts these are, from the first on; for sums that follow their parts, from the last back.
    pub count: usize,
    /// In the base of its unit.
    pub whole: Number,
}

impl Statements {
    /// The sum of the parts of a listing where it differs from the whole; `None` where some reading of the listing
    /// adds up.
    pub fn sum_off(&self, listing: &Listing) -> Option<Sum> {
        let whole = self.items.get(listing.whole)?;
        let parts: Vec<&Statement> = listing.parts.iter().filter_map(|index| self.items.get(*index)).collect();
        let latitude = latitude(whole, &parts)?;
        let value_of = |index: &usize| self.items.get(*index).and_then(value);
        let wholes: Vec<Number> = [&listing.whole].into_iter().chain(&listing.others).filter_map(value_of).collect();
        let own = value(whole)?;
        let mut sum = Number::ZERO;
        let mut nearest: Option<(Number, Sum)> = None;
        let back = matches!(listing.form, ListingForm::Summed | ListingForm::Together);
        for count in 1..=parts.len() {
            let at = if back { parts.len().checked_sub(count)? } else { count.checked_sub(1)? };
            sum = sum.plus(value(parts.get(at)?)?).ok()?;
            let meets = |whole: &Number| sum.minus(*whole).is_ok_and(|gap| gap.magnitude() <= latitude);
            if wholes.iter().any(meets) {
                return None;
            }
            let gap = sum.minus(own).ok()?.magnitude();
            if count >= 2 && nearest.is_none_or(|(least, _)| gap <= least) {
                nearest = Some((gap, Sum { parts: sum, count, whole: own }));
            }
        }
        nearest.map(|(_, sum)| sum)
    }
}

/// By how much a sum of rounded figures may miss: half of the last digit of a whole that is less exact than its
/// parts, and of every figure with decimals half of the finest digit.
fn latitude(whole: &Statement, parts: &[&Statement]) -> Option<Number> {
    let half = |number: Number| number.over(Number::whole(2)).ok();
    let own = grain(whole)?;
    let mut finest = own;
    for part in parts {
        finest = finest.min(grain(part)?);
    }
    let mut latitude = if own > finest { half(own)? } else { Number::ZERO };
    for _ in parts.iter().copied().chain([whole]).filter(|figure| figure.decimals > 0) {
        latitude = latitude.plus(half(finest)?).ok()?;
    }
    Some(latitude)
}

/// The size of the last digit that a figure states, in the base of its unit. Of an approximate figure, the zeros at
/// the end are not stated.
pub fn grain(figure: &Statement) -> Option<Number> {
    let ten = Number::whole(10);
    let mut grain = figure.unit.as_ref().map_or(Some(Number::ONE), factor)?;
    for _ in 0..figure.decimals.min(12) {
        grain = grain.over(ten).ok()?;
    }
    if figure.approximate && figure.decimals == 0 {
        let mut rest = figure.number;
        while !rest.is_zero() {
            rest = rest.over(ten).ok()?;
            if !rest.is_whole() {
                break;
            }
            grain = grain.times(ten).ok()?;
        }
    }
    Some(grain)
}
