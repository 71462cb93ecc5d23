//! The formulas. Each gives points between 0 and the weight, or `None` where the ratio means nothing: a missed
//! target below zero, or a calculation beyond exact decimals.

use jibiao_model::{Direction, Formula, Number, Overflow};

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

/// The formula of a direction.
pub(crate) fn formula(direction: Direction) -> Formula {
    match direction {
        Direction::Higher => Formula::Higher,
        Direction::Lower => Formula::Lower,
        Direction::Exact => Formula::Exact,
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
