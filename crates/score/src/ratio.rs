//! The formulas. Each gives points between 0 and the weight, or `None` where the ratio means nothing: a missed
//! target below zero, or a calculation beyond exact decimals.

use jibiao_model::{Direction, Formula, Number, Overflow};

use crate::{LowerMethod, Method, OverTarget};

/// Target and actual in one unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compared {
    pub(crate) direction: Direction,
    pub(crate) target: Number,
    pub(crate) actual: Number,
    /// How many of the numbers above one counted thing of the target is; `None` where nothing is counted.
    pub(crate) counted: Option<Number>,
    /// Whether the row gives a reason.
    pub(crate) explained: bool,
}

/// The formula of a pack for a row, and its points, not rounded.
pub(crate) fn by_method(method: &Method, weight: Number, row: Compared) -> Option<(Formula, Number)> {
    let Compared { direction, target, actual, .. } = row;
    match direction {
        Direction::Exact => {
            let formula = if method.equal.all_or_nothing { Formula::ExactOnly } else { Formula::Exact };
            if is_within(target, actual, method.equal.within) {
                return Some((formula, weight));
            }
            match formula {
                Formula::ExactOnly => Some((formula, Number::ZERO)),
                _ => Some((formula, passed(method, weight, points(direction, weight, target, actual)?))),
            }
        }
        Direction::Lower if method.lower == LowerMethod::Excess && actual > target => {
            // Above a target of 0 nothing is left; below zero there are no shares.
            let points = match target {
                target if target.is_negative() => return None,
                target if target.is_zero() => Number::ZERO,
                target => {
                    let excess = share(weight, actual.minus(target).ok()?, target).ok()?;
                    weight.minus(excess).ok()?.max(Number::ZERO)
                }
            };
            Some((Formula::LowerExcess, passed(method, weight, points)))
        }
        Direction::Lower if method.lower == LowerMethod::Excess => Some((Formula::LowerExcess, weight)),
        Direction::Lower => Some((Formula::Lower, passed(method, weight, points(direction, weight, target, actual)?))),
        Direction::Higher => {
            if let Some(taken) = method.over.as_ref().filter(|over| !(over.unless_explained && row.explained))
                && let Some(points) = beyond(taken, weight, target, actual)
            {
                return Some((Formula::OverTarget, points));
            }
            if let Some((minus, one)) = method.step.zip(row.counted) {
                let missing = target.minus(actual).ok()?.max(Number::ZERO);
                let off = minus.times(missing).ok()?.over(one).ok()?;
                return Some((Formula::Step, weight.minus(off).ok()?.max(Number::ZERO)));
            }
            Some((Formula::Higher, passed(method, weight, points(direction, weight, target, actual)?)))
        }
    }
}

/// Whether a result misses its target by at most this many per cent of it.
fn is_within(target: Number, actual: Number, within: Number) -> bool {
    let gap = actual.minus(target).map(Number::magnitude);
    let (Ok(gap), Ok(most)) = (gap, target.magnitude().times(within)) else { return actual == target };
    gap.times(Number::HUNDRED).is_ok_and(|gap| gap <= most)
}

/// Points, or none below the pass mark.
fn passed(method: &Method, weight: Number, points: Number) -> Number {
    let least = method.pass.and_then(|pass| share(weight, pass, Number::HUNDRED).ok());
    if least.is_some_and(|least| points < least) { Number::ZERO } else { points }
}

/// What a result beyond the latitude of its target keeps; `None` where it is not beyond.
fn beyond(over: &OverTarget, weight: Number, target: Number, actual: Number) -> Option<Number> {
    if target <= Number::ZERO || actual <= target {
        return None;
    }
    let above = share(Number::HUNDRED, actual.minus(target).ok()?, target).ok()?;
    let beyond = above.minus(over.beyond).ok()?;
    if beyond <= Number::ZERO {
        return None;
    }
    let off = beyond.times(over.rate).ok()?.min(over.most).min(Number::HUNDRED);
    weight.minus(share(weight, off, Number::HUNDRED).ok()?).ok()
}

/// The points of `actual` against `target`, not rounded.
pub(crate) fn points(direction: Direction, weight: Number, target: Number, actual: Number) -> Option<Number> {
    let hit = match direction {
        Direction::Higher => actual >= target,
        Direction::Lower => actual <= target,
        Direction::Exact => actual == target,
    };
    // A target of 0 is legal (事故 0 起): hit or missed, it never divides.
    if hit {
        return Some(weight);
    }
    match direction {
        Direction::Higher => part(weight, actual, target),
        Direction::Lower => part(weight, target, actual),
        Direction::Exact => part(weight, actual.min(target), actual.max(target)),
    }
}

/// `weight × part ÷ whole` of a missed target, where `part` is the smaller of the two.
fn part(weight: Number, part: Number, whole: Number) -> Option<Number> {
    if whole.is_negative() || whole.is_zero() {
        // Nothing was reached of nothing only when both are below zero; how far is not a share.
        return None;
    }
    if part.is_negative() || part.is_zero() {
        return Some(Number::ZERO);
    }
    share(weight, part, whole).ok().map(|points| points.min(weight))
}

/// `weight × part ÷ whole`, exact as long as the product has at most 28 digits.
pub(crate) fn share(weight: Number, part: Number, whole: Number) -> Result<Number, Overflow> {
    match weight.times(part) {
        Ok(product) => product.over(whole),
        Err(Overflow) => weight.times(part.over(whole)?),
    }
}

#[cfg(test)]
mod tests {
    use Direction::{Exact, Higher, Lower};

    use super::*;

    fn n(text: &str) -> Number {
        text.parse().unwrap()
    }

    fn of(direction: Direction, weight: &str, target: &str, actual: &str) -> Option<String> {
        points(direction, n(weight), n(target), n(actual)).map(|points| points.to_string())
    }

    #[test]
    fn more_is_better_up_to_the_weight() {
        assert_eq!(of(Higher, "10", "100", "98").as_deref(), Some("9.8"));
        assert_eq!(of(Higher, "10", "100", "100").as_deref(), Some("10"));
        assert_eq!(of(Higher, "10", "100", "250").as_deref(), Some("10"));
        assert_eq!(of(Higher, "10", "100", "0").as_deref(), Some("0"));
    }

    #[test]
    fn less_is_better_and_none_at_all_is_full() {
        assert_eq!(of(Lower, "10", "40", "50").as_deref(), Some("8"));
        assert_eq!(of(Lower, "10", "40", "40").as_deref(), Some("10"));
        assert_eq!(of(Lower, "10", "40", "0").as_deref(), Some("10"));
    }

    #[test]
    fn an_exact_value_missed_on_either_side_gives_the_ratio() {
        assert_eq!(of(Exact, "10", "100", "98").as_deref(), Some("9.8"));
        assert_eq!(of(Exact, "10", "80", "100").as_deref(), Some("8"));
        assert_eq!(of(Exact, "10", "80", "80").as_deref(), Some("10"));
    }

    #[test]
    fn a_target_of_zero_never_divides() {
        assert_eq!(of(Higher, "10", "0", "0").as_deref(), Some("10"));
        assert_eq!(of(Higher, "10", "0", "3").as_deref(), Some("10"));
        assert_eq!(of(Lower, "10", "0", "0").as_deref(), Some("10"));
        assert_eq!(of(Lower, "10", "0", "1").as_deref(), Some("0"));
        assert_eq!(of(Exact, "10", "0", "0").as_deref(), Some("10"));
        assert_eq!(of(Exact, "10", "0", "2").as_deref(), Some("0"));
    }

    #[test]
    fn below_zero_a_hit_counts_and_a_miss_is_no_share() {
        assert_eq!(of(Higher, "10", "-5", "-3").as_deref(), Some("10"));
        assert_eq!(of(Higher, "10", "-5", "-8"), None);
        assert_eq!(of(Higher, "10", "5", "-8").as_deref(), Some("0"));
        assert_eq!(of(Lower, "10", "-5", "3").as_deref(), Some("0"));
        assert_eq!(of(Exact, "10", "-5", "5").as_deref(), Some("0"));
    }

    #[test]
    fn a_third_keeps_28_digits() {
        assert_eq!(of(Higher, "10", "3", "1").as_deref(), Some("3.3333333333333333333333333333"));
    }

    #[test]
    fn numbers_of_28_digits_are_divided_first() {
        let large = "9999999999999999999999999998";
        assert_eq!(of(Higher, "100", large, "4999999999999999999999999999").as_deref(), Some("50"));
    }
}
