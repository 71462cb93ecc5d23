//! Amounts of money.

use jibiao_model::{Amount, Known, MoneyUnit, Number};

use crate::{fold::fold, mark::stated, number::leading};

/// An amount: `418,205.36`, `3.5万元`, `¥1,000.00`. Where no unit is written, the form's unit counts.
pub fn read_amount(text: &str, default: MoneyUnit) -> Known<Amount> {
    let folded = fold(text);
    let text = match stated(folded.as_str()) {
        Ok(text) => text,
        Err(why) => return why,
    };
    let written = text.strip_prefix("人民币").unwrap_or(text).trim_start_matches(['¥', ' ']);
    let amount = leading(written).and_then(|(number, rest)| {
        let (number, unit) = in_unit(number, rest, default)?;
        Amount::new(number, unit).ok()
    });
    amount.map_or(Known::Unreadable, Known::Answered)
}

/// The number and its money unit; 千元 and its like are brought to 元.
fn in_unit(number: Number, rest: &str, default: MoneyUnit) -> Option<(Number, MoneyUnit)> {
    let rest = rest.strip_suffix("(人民币)").unwrap_or(rest).trim_end();
    let rest = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(rest);
    let scaled = |size: i64| Some((number.times(Number::whole(size)).ok()?, MoneyUnit::Yuan));
    match rest.trim_end_matches('整') {
        "" => Some((number, default)),
        "元" => Some((number, MoneyUnit::Yuan)),
        "万元" | "万" => Some((number, MoneyUnit::TenThousandYuan)),
        "亿元" | "亿" => Some((number, MoneyUnit::HundredMillionYuan)),
        "百元" => scaled(100),
        "千元" => scaled(1_000),
        "十万元" => scaled(100_000),
        "百万元" => scaled(1_000_000),
        "千万元" => scaled(10_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn yuan(text: &str, default: MoneyUnit) -> Known<String> {
        read_amount(text, default).map(|amount| amount.yuan().to_string())
    }

    #[test]
    fn the_written_unit_wins_over_the_forms_unit() {
        for (text, value) in [
            ("418,205.36", "4182053600"),
            ("3.5万元", "35000"),
            ("350元", "350"),
            ("2.6亿", "260000000"),
            ("¥1,000.00", "10000000"),
            ("￥ 1,000.00 元整", "1000"),
            ("人民币12万元（人民币）", "120000"),
            ("20（万元）", "200000"),
            ("3千元", "3000"),
            ("-5.2", "-52000"),
            ("0", "0"),
        ] {
            assert_eq!(yuan(text, MoneyUnit::TenThousandYuan), Known::Answered(value.into()), "{text}");
        }
        assert_eq!(yuan("418,205.36", MoneyUnit::Yuan), Known::Answered("418205.36".into()));
    }

    #[test]
    fn other_text_is_unreadable_and_a_dash_is_not_zero() {
        for text in ["约3万元", "3万美元", "95%", "三万", "3万5千元", "1,23"] {
            assert_eq!(yuan(text, MoneyUnit::Yuan), Known::Unreadable, "{text}");
        }
        assert_eq!(yuan("—", MoneyUnit::Yuan), Known::NotApplicable);
        assert_eq!(yuan("", MoneyUnit::Yuan), Known::NotYet);
    }

    #[test]
    fn an_amount_beyond_28_digits_is_unreadable() {
        assert_eq!(yuan("9999999999999999999999999999亿元", MoneyUnit::Yuan), Known::Unreadable);
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "\\PC*") {
            let _ = read_amount(&text, MoneyUnit::TenThousandYuan);
        }
    }
}
