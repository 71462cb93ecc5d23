//! What was understood of a cell, said quietly after the person has left it.

use jibiao_kit::{
    Draft, Known,
    model::{Kind, MoneyUnit},
    reading::{echo, read_amount, read_date, read_number, read_percent, read_period, read_value, read_year},
};

use super::{Field, desk::other_unit};
use crate::words::Text;

/// The echo of a text; `None` where there is nothing to say.
pub(crate) fn of(kind: Kind, text: &str, unit: MoneyUnit, t: Text) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let unread = Some(t.echo_unread().to_owned());
    match kind {
        Kind::Value => match read_value(text, None, None) {
            Known::Answered(value) => {
                let said = echo(&value);
                if said.is_empty() { Some(t.echo_words().to_owned()) } else { Some(t.echo_read(&said)) }
            }
            Known::Unreadable => unread,
            Known::NotYet | Known::NotApplicable => None,
        },
        Kind::Money => match read_amount(text, unit) {
            Known::Answered(amount) if amount.yuan().is_zero() => None,
            Known::Answered(amount) => {
                let yuan = grouped(&amount.yuan().to_string());
                let other = other_unit(unit);
                let typed = amount.in_unit(unit).ok().map(|n| grouped(&n.to_string()));
                let shown = amount.in_unit(other).ok().map(|n| grouped(&n.to_string()));
                match (typed, shown) {
                    (Some(typed), Some(shown)) => Some(t.echo_amount(&shown, other.label(), &typed, unit.label())),
                    _ => Some(t.echo_read(&format!("{yuan} 元"))),
                }
            }
            Known::Unreadable => unread,
            Known::NotYet | Known::NotApplicable => None,
        },
        Kind::Number => unreadable(matches!(read_number(text), Known::Unreadable), unread),
        Kind::Percent => unreadable(matches!(read_percent(text), Known::Unreadable), unread),
        Kind::Year => unreadable(matches!(read_year(text), Known::Unreadable), unread),
        Kind::Date => match read_date(text) {
            Known::Answered(date) => {
                let day = date.earliest(None)?;
                let said = match (date.month, date.day) {
                    (Some(_), Some(_)) => format!("{}-{:02}-{:02}", day.year, day.month, day.day),
                    (Some(_), None) => format!("{}-{:02}", day.year, day.month),
                    (None, _) => day.year.to_string(),
                };
                Some(t.echo_read(&said))
            }
            Known::Unreadable => unread,
            Known::NotYet | Known::NotApplicable => None,
        },
        Kind::Period => match read_period(text) {
            Known::Answered(span) => {
                let value = jibiao_kit::model::Value {
                    operator: None,
                    meaning: jibiao_kit::model::Meaning::Date(span),
                    approximate: false,
                    span: 0..text.len(),
                };
                Some(t.echo_read(&echo(&value)))
            }
            Known::Unreadable => unread,
            Known::NotYet | Known::NotApplicable => None,
        },
        Kind::Line | Kind::Prose | Kind::Choice => None,
    }
}

/// The echo of a field as the document stands; a target is read with the sign and unit beside it.
pub(crate) fn of_field(draft: &Draft, kind: Kind, field: &Field, t: Text) -> Option<String> {
    of(kind, field.text(draft.document()), draft.reading().money_unit, t)
}

fn unreadable(is: bool, said: Option<String>) -> Option<String> {
    if is { said } else { None }
}

/// Thousands separators in a plain decimal.
pub(super) fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, ""), |(whole, fraction)| (whole, fraction));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len().saturating_sub(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jibiao_kit::Language;

    fn said(kind: Kind, text: &str) -> String {
        of(kind, text, MoneyUnit::Yuan, Text(Language::Zh)).unwrap_or_default()
    }

    #[test]
    fn an_amount_is_said_in_both_units() {
        assert_eq!(said(Kind::Money, "318724600.00"), "318,724,600 元 = 31,872.46 万元");
    }

    #[test]
    fn a_target_is_said_as_sign_number_and_unit() {
        assert_eq!(said(Kind::Value, "≧95％"), "已识别：≥ 95 %");
        assert_eq!(said(Kind::Value, ""), "");
    }

    #[test]
    fn what_can_not_be_read_is_said_to_be_so() {
        assert_eq!(said(Kind::Money, "很多"), "未能识别，按原文保留");
        assert_eq!(said(Kind::Number, "十分"), "未能识别，按原文保留");
    }
}
