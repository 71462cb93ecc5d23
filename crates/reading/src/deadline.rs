//! Whether what was to be done by a day was done by then.

use jibiao_model::{Meaning, Operator, Value};

/// Whether a dated result keeps the date of its target; `None` where one of them is no date, or where the result says too
/// little: of a year that a June lies in nobody knows whether it was before the June.
///
/// Months and days without a year are of the `year` of the form; where that is not known either, of one and the same.
pub fn in_time(target: &Value, actual: &Value, year: Option<u16>) -> Option<bool> {
    let (Meaning::Date(target_span), Meaning::Date(actual)) = (&target.meaning, &actual.meaning) else { return None };
    // Not before a day: a date that opens something is no deadline.
    if matches!(target.operator, Some(Operator::AtLeast | Operator::Above)) {
        return None;
    }
    let (due, done) = (target_span.to?, actual.to?);
    let year = year.or(due.year).or(done.year).or(Some(ANY));
    let last = due.latest(year)?;
    match () {
        () if done.latest(year)? <= last => Some(true),
        () if done.earliest(year)? > last => Some(false),
        () => None,
    }
}

/// A leap year, for dates of which none names one.
const ANY: u16 = 2024;

#[cfg(test)]
mod tests {
    use jibiao_model::Known;

    use super::*;
    use crate::read_value;

    fn kept(target: &str, actual: &str, year: Option<u16>) -> Option<bool> {
        let value = |text| match read_value(text, None, None) {
            Known::Answered(value) => value,
            other => panic!("{text}: {other:?}"),
        };
        in_time(&value(target), &value(actual), year)
    }

    #[test]
    fn a_day_after_the_deadline_is_late_and_the_deadline_itself_is_not() {
        for (target, actual, due) in [
            ("≤2026年12月", "2027年3月", Some(false)),
            ("2026年12月前完成", "2027年3月", Some(false)),
            ("2026-11-30", "2026年12月1日", Some(false)),
            ("2026年12月前完成", "2026年12月", Some(true)),
            ("2026年12月底前", "2026年10月20日完成", Some(true)),
            ("12月底前", "11月", Some(true)),
            ("6月底前", "9月", Some(false)),
            ("2026年1月-12月", "2026年11月", Some(true)),
            // As much as is said.
            ("2026年6月", "2026年", None),
            ("2026年6月15日前", "2026年6月", None),
            ("≥2026年12月", "2027年3月", None),
            ("2026年6月", "已完成", None),
        ] {
            assert_eq!(kept(target, actual, None), due, "{target} {actual}");
        }
    }

    #[test]
    fn a_month_without_a_year_is_of_the_year_of_the_form() {
        assert_eq!(kept("12月底前", "2027年1月", Some(2026)), Some(false));
        assert_eq!(kept("2026年6月前", "5月", Some(2026)), Some(true));
        assert_eq!(kept("2026年6月前", "9月", Some(2026)), Some(false));
    }
}
