//! How a target is written, with a blank where the number belongs.

use jibiao_model::{Known, Meaning, Operator, Value};
use jibiao_reading::{fold, read_unit, read_value};

use crate::Sought;

/// Stands where the person who plans the project puts the number.
pub const BLANK: &str = "__";

/// The pattern that direction and unit make: `≥__人次`.
pub(crate) fn made_of(sought: Sought, unit: &str) -> String {
    match sought {
        Sought::Number(operator) => [operator.map_or("", Operator::sign), BLANK, unit].concat(),
        Sought::Date => [BLANK, "月底前"].concat(),
        Sought::Grade => String::new(),
    }
}

/// A pattern as typed, with one kind of blank: `≥**个` and `≥____个` are `≥__个`.
pub(crate) fn with_blanks(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    let mut blank = false;
    for c in fold(text).as_str().trim().chars() {
        if matches!(c, '_' | '*' | 'X' | 'x' | '×' | '★') {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            pattern.push_str(BLANK);
        }
        pattern.push(c);
    }
    if blank {
        pattern.push_str(BLANK);
    }
    pattern
}

/// Whether the value reader takes the pattern, with numbers in its blanks, for what direction and unit say.
pub(crate) fn agrees(pattern: &str, sought: Sought, unit: &str) -> bool {
    // Both are possible months; one of them fits every pattern.
    ["6", "12"].iter().any(|number| {
        let Known::Answered(value) = read_value(&pattern.replace(BLANK, number), None, None) else { return false };
        match sought {
            Sought::Number(operator) => reads_as_number(&value, operator, unit),
            Sought::Date => matches!(value.meaning, Meaning::Date(_)),
            Sought::Grade => pattern.contains(BLANK) || value.is_words(),
        }
    })
}

fn reads_as_number(value: &Value, operator: Option<Operator>, unit: &str) -> bool {
    let Some(quantity) = value.quantity() else { return false };
    value.operator == operator && quantity.unit == read_unit(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_LEAST: Sought = Sought::Number(Some(Operator::AtLeast));

    #[test]
    fn blanks_of_templates_become_one_kind() {
        assert_eq!(with_blanks("≥**个"), "≥__个");
        assert_eq!(with_blanks(" ＞＝XX％ "), "≥__%");
        assert_eq!(with_blanks("__月__日前"), "__月__日前");
    }

    #[test]
    fn a_pattern_agrees_with_what_the_value_reader_makes_of_it() {
        assert!(agrees("≥__人次", AT_LEAST, "人次"));
        assert!(agrees("不低于__%", AT_LEAST, "%"));
        assert!(!agrees("≤__人次", AT_LEAST, "人次"));
        assert!(!agrees("≥__人次", AT_LEAST, "户"));
        assert!(agrees("__月底前", Sought::Date, ""));
        assert!(!agrees("及时", Sought::Date, ""));
        assert!(agrees("达到__级", Sought::Grade, ""));
    }
}
