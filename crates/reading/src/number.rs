//! Plain numbers: weights, scores, percentages.

use jibiao_model::{Known, Number, NumberError};

use crate::{fold::fold, mark::stated, numeral};

/// What stands where a number may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    Number(Number),
    /// More than 28 digits.
    TooMany,
    /// Digits with separators that make no decimal: `1.2.3`, `12,34`.
    Broken,
}

/// The unsigned decimal at the start of the text, and what follows; `None` where no digit stands.
pub(crate) fn decimal(text: &str) -> Option<(Digits, &str)> {
    let mut end = digit_run(text);
    if end == 0 {
        return None;
    }
    let mut grouped = false;
    while (end <= 3 || grouped) && after(text, end).strip_prefix(',').is_some_and(|rest| digit_run(rest) == 3) {
        grouped = true;
        end = end.saturating_add(4);
    }
    let fraction = after(text, end).strip_prefix('.').map_or(0, digit_run);
    if fraction > 0 {
        end = end.saturating_add(fraction).saturating_add(1);
    }
    let rest = after(text, end);
    if rest.strip_prefix(['.', ',']).is_some_and(|more| digit_run(more.trim_start_matches(['.', ','])) > 0) {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        return Some((Digits::Broken, rest));
    }
    let digits = text.get(..end).unwrap_or_default();
    let number = if grouped { digits.replace(',', "").parse() } else { digits.parse() };
    let read = match number {
        Ok(number) => Digits::Number(number),
        Err(NumberError::TooManyDigits) => Digits::TooMany,
        Err(NumberError::NotADecimal) => Digits::Broken,
    };
    Some((read, rest))
}

/// A whole text that is one decimal, with a sign or without.
fn signed(text: &str) -> Option<Number> {
    let negative = text.strip_prefix('-');
    let digits = negative.or_else(|| text.strip_prefix('+')).unwrap_or(text);
    match decimal(digits) {
        Some((Digits::Number(number), "")) if negative.is_some() => Number::ZERO.minus(number).ok(),
        Some((Digits::Number(number), "")) => Some(number),
        _ => None,
    }
}

/// A signed decimal at the start of the text, and what follows, spaces skipped.
pub(crate) fn leading(text: &str) -> Option<(Number, &str)> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (_, rest) = decimal(unsigned)?;
    let end = text.len().saturating_sub(rest.len());
    Some((signed(text.get(..end)?)?, rest.trim_start()))
}

/// The number of ASCII digits at the start of the text.
pub(crate) fn digit_run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The text from a byte on; empty beyond the end.
pub(crate) fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// A weight, a score or another plain number: `10`, `10.00`, `１０`, `10分`, `1,234.5`.
pub fn read_number(text: &str) -> Known<Number> {
    let folded = fold(text);
    let text = match stated(folded.as_str()) {
        Ok(text) => text,
        Err(why) => return why,
    };
    match leading(text) {
        Some((number, "" | "分")) => Known::Answered(number),
        _ => Known::Unreadable,
    }
}

/// A percentage, in percent points: `98.5%`, `百分之九十八`; a bare `98.50` is taken as percent points, too.
pub fn read_percent(text: &str) -> Known<Number> {
    let folded = fold(text);
    let text = match stated(folded.as_str()) {
        Ok(text) => text,
        Err(why) => return why,
    };
    let read = match text.strip_prefix("百分之") {
        Some(words) => leading(words).or_else(|| numeral::of_hundred(words)).filter(|(_, rest)| rest.is_empty()),
        None => leading(text).filter(|(_, rest)| matches!(*rest, "" | "%" | "(%)" | "百分比")),
    };
    read.map_or(Known::Unreadable, |(number, _)| Known::Answered(number))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Known<String> {
        read_number(text).map(|number| number.to_string())
    }

    fn percent(text: &str) -> Known<String> {
        read_percent(text).map(|number| number.to_string())
    }

    #[test]
    fn weights_are_read_in_every_spelling() {
        for (text, value) in
            [("10", "10"), ("10.00", "10"), ("１０", "10"), (" 10 分", "10"), ("1,234.5", "1234.5"), ("-3.2", "-3.2")]
        {
            assert_eq!(number(text), Known::Answered(value.into()), "{text}");
        }
    }

    #[test]
    fn a_blank_a_dash_and_a_word_are_three_states() {
        assert_eq!(number(" "), Known::NotYet);
        assert_eq!(number("—"), Known::NotApplicable);
        assert_eq!(number("/"), Known::NotApplicable);
        assert_eq!(number("十分"), Known::Unreadable);
    }

    #[test]
    fn wrong_groups_and_too_many_digits_are_unreadable() {
        for text in ["12,34", "1234,567", "1.2.3", "1234567890123456789012345678901234567890", "1e3", "10个"] {
            assert_eq!(number(text), Known::Unreadable, "{text}");
        }
    }

    #[test]
    fn percentages_are_read_in_percent_points() {
        for text in ["98.5%", "98.50", "９８．５％", "98.5（%）", "百分之九十八点五", "百分之98.5"] {
            assert_eq!(percent(text), Known::Answered("98.5".into()), "{text}");
        }
        assert_eq!(percent("百分之百"), Known::Answered("100".into()));
        assert_eq!(percent("98.5元"), Known::Unreadable);
    }

    proptest! {
        #[test]
        fn no_text_stops_the_readers(text in "\\PC*") {
            let _ = (read_number(&text), read_percent(&text));
        }

        #[test]
        fn a_printed_number_is_read_back(value in -1_000_000_000_i64..1_000_000_000) {
            prop_assert_eq!(read_number(&value.to_string()), Known::Answered(Number::whole(value)));
        }
    }
}
