//! Chinese numerals: 十二, 两百, 三万五千, 二〇二六, 九十五点五.

use jibiao_model::Number;

/// A number written in Chinese numerals at the start of the text, and what follows.
///
/// 万 and 亿 belong to the numeral only where more numerals follow (三万五千); otherwise they are left to the unit
/// (三万元). Colloquial short forms (两百五 for 250) are not read, because the written sum differs.
pub(crate) fn numeral(text: &str) -> Option<(Number, &str)> {
    if let Some((digits, rest)) = positional(text).filter(|(digits, _)| digits.chars().count() > 1) {
        return decimals(&digits, rest).or_else(|| Some((digits.parse().ok()?, rest)));
    }
    let (mut value, mut rest) = section(text)?;
    for (word, size) in [('亿', 100_000_000), ('万', 10_000)] {
        let more = rest.strip_prefix(word).and_then(|after| section(after).map(|low| (after, low)));
        if let Some((after, (low, after_low))) = more {
            // 三万五: the 五 stands for five thousand in speech and for five in writing.
            if low < 10 && !after.starts_with(['零', '〇']) {
                return None;
            }
            value = value.checked_mul(size)?.checked_add(low)?;
            rest = after_low;
        }
    }
    decimals(&value.to_string(), rest).or_else(|| Some((Number::whole(value), rest)))
}

/// `百分之九十五`: the number after the fraction word, and what follows.
pub(crate) fn of_hundred(text: &str) -> Option<(Number, &str)> {
    match text.strip_prefix('百') {
        Some(rest) => Some((Number::HUNDRED, rest)),
        None => numeral(text),
    }
}

/// The value of one Chinese digit.
pub(crate) fn digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Digits standing side by side, as in a year: `二〇二六` gives `2026`.
pub(crate) fn positional(text: &str) -> Option<(String, &str)> {
    let mut digits = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next()
        && let Some(value) = digit(c)
    {
        digits.push(char::from(b'0'.saturating_add(value)));
        rest = rest.strip_prefix(c)?;
    }
    (!digits.is_empty() && !rest.starts_with(['十', '百', '千'])).then_some((digits, rest))
}

/// A numeral below ten thousand.
fn section(text: &str) -> Option<(i64, &str)> {
    let mut total: i64 = 0;
    let mut pending: Option<i64> = None;
    let mut after_zero = true;
    let mut last_size = i64::MAX;
    let mut rest = text;
    let mut any = false;
    while let Some(c) = rest.chars().next() {
        if let Some(value) = digit(c) {
            if pending.is_some_and(|value| value != 0) {
                return None;
            }
            after_zero |= value == 0;
            pending = Some(value.into());
        } else {
            let size: i64 = match c {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                _ => break,
            };
            if size >= last_size {
                break;
            }
            last_size = size;
            // 百人, 千元 are measures, not numerals; 十人 is a numeral.
            let count = match pending.take() {
                Some(value) if value > 0 => value,
                _ if size == 10 => 1,
                _ => return any.then_some((total, rest)),
            };
            total = total.checked_add(count.checked_mul(size)?)?;
            after_zero = size == 10;
        }
        any = true;
        rest = rest.strip_prefix(c)?;
    }
    if pending.is_some_and(|value| value > 0) && !after_zero {
        return None;
    }
    any.then_some((total.checked_add(pending.unwrap_or(0))?, rest))
}

/// `点五` after the whole part.
fn decimals<'a>(whole: &str, rest: &'a str) -> Option<(Number, &'a str)> {
    let (digits, rest) = positional(rest.strip_prefix('点')?)?;
    Some((format!("{whole}.{digits}").parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        numeral(text).map(|(number, rest)| (number.to_string(), rest))
    }

    #[test]
    fn written_numerals_are_read() {
        for (text, value, rest) in [
            ("三次", "3", "次"),
            ("十二个", "12", "个"),
            ("二十人", "20", "人"),
            ("两百人", "200", "人"),
            ("一百零五户", "105", "户"),
            ("一千二百三十四", "1234", ""),
            ("三万五千元", "35000", "元"),
            ("三万元", "3", "万元"),
            ("二〇二六年", "2026", "年"),
            ("九十五点五", "95.5", ""),
            ("零起", "0", "起"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn short_forms_of_speech_are_not_guessed() {
        assert_eq!(read("两百五"), None);
        assert_eq!(read("三万五"), None);
    }

    #[test]
    fn a_measure_alone_is_no_numeral() {
        assert_eq!(read("百人"), None);
        assert_eq!(read("万元"), None);
    }
}
