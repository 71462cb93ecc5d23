//! The quiet echo of what was understood: `≥ 95 %`, `≤ 2026-12-31`, `80–90 %`.

use std::fmt::Write as _;

use jibiao_model::{Meaning, PartialDate, TimeSpan, Unit, Value};

/// Sign, number and unit as tokens without a sentence around them; empty for words and for an unanswered question.
///
/// Reading the echo of a number gives the same meaning again.
pub fn echo(value: &Value) -> String {
    let mut out = String::new();
    if let Some(operator) = value.operator {
        out.push_str(operator.sign());
        out.push(' ');
    }
    if value.approximate {
        out.push_str("≈ ");
    }
    // Writing to a String does not fail.
    let _ = match &value.meaning {
        Meaning::Quantity(quantity) => write!(out, "{}{}", quantity.number, spaced(quantity.unit.as_ref())),
        Meaning::Range { low, high, unit } => write!(out, "{low}–{high}{}", spaced(unit.as_ref())),
        Meaning::Date(time) => {
            out.push_str(&span(*time));
            Ok(())
        }
        Meaning::Unit(unit) => {
            out.push_str(&unit.text);
            Ok(())
        }
        Meaning::YesNo(Some(true)) => return "✓".to_owned(),
        Meaning::YesNo(Some(false)) => return "✗".to_owned(),
        Meaning::YesNo(None) | Meaning::Words => return String::new(),
    };
    out
}

/// 12 月 would be read as December; a duration is said with 个月.
fn spaced(unit: Option<&Unit>) -> String {
    unit.map_or_else(String::new, |unit| {
        let months = if unit.text.starts_with('月') { "个" } else { "" };
        format!(" {months}{}", unit.text)
    })
}

fn span(time: TimeSpan) -> String {
    match (time.from, time.to) {
        (Some(from), Some(to)) if from == to => date(to),
        (Some(from), Some(to)) => format!("{} – {}", date(from), date(to)),
        (None, Some(to)) => date(to),
        (Some(from), None) => format!("{} –", date(from)),
        (None, None) => String::new(),
    }
}

/// ISO 8601 where the year is known, otherwise the parts with their measure.
fn date(date: PartialDate) -> String {
    match (date.year, date.month, date.day) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(year), Some(month), None) => format!("{year}-{month:02}"),
        (Some(year), None, _) => format!("{year}年"),
        (None, Some(month), Some(day)) => format!("{month}月{day}日"),
        (None, Some(month), None) => format!("{month}月"),
        (None, None, Some(day)) => format!("{day}日"),
        (None, None, None) => String::new(),
    }
}
