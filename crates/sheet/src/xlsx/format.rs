//! What a person sees of a number: the format codes of spreadsheets, as far as forms use them.

use super::{
    date::{Moment, moment},
    decimal::Decimal,
};

/// A number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    /// The format is one that is not known here: the number is given plainly.
    pub(crate) unknown: bool,
    /// Digits are hidden that the number has.
    pub(crate) rounded: bool,
}

/// The format codes that files name by number alone, as spreadsheets in Chinese show them.
pub(crate) fn builtin(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 | 13 => "# ?/?",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m/d/yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        49 => "@",
        _ => "",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Literal(String),
    /// Digits: least and most places behind the point (none: whole), least before it, whether thousands are parted.
    Digits {
        least: usize,
        most: usize,
        whole: usize,
        grouped: bool,
        thousands: i64,
    },
    Percent,
    General,
    /// `y`, `m`, `d`, `h`, `s`, `a` (weekday), and how often; `n` is a minute.
    Time(char, usize),
    /// `[h]`: hours beyond a day.
    Elapsed(char),
    HalfDay(&'static str, &'static str),
    Text,
}

/// Shows a number. A code that is not understood gives it plainly.
pub(crate) fn show(number: &Decimal, code: &str, since_1904: bool) -> Shown {
    let plain = |unknown: bool| {
        let kept = number.clone().kept();
        Shown { text: kept.plain(), unknown, rounded: false }
    };
    if code.is_empty() || code.eq_ignore_ascii_case("general") {
        return plain(false);
    }
    let sections = sections(code);
    let (section, own_sign) = match (sections.as_slice(), number.negative, number.is_zero()) {
        ([_, negative, ..], true, _) => (*negative, true),
        ([_, _, zero, ..], _, true) => (*zero, false),
        ([first, ..], ..) => (*first, false),
        ([], ..) => return plain(false),
    };
    // A condition of its own (`[>=10000]`) decides otherwise than the sign does.
    if ["[<", "[>", "[="].iter().any(|condition| code.contains(condition)) {
        return plain(true);
    }
    let Some(tokens) = tokens(section) else { return plain(true) };
    let is_time = tokens.iter().any(|token| matches!(token, Token::Time(..) | Token::Elapsed(_) | Token::HalfDay(..)));
    if is_time {
        return dated(number, &tokens, since_1904).unwrap_or_else(|| plain(true));
    }
    numbered(number, &tokens, own_sign).unwrap_or_else(|| plain(true))
}

/// The parts of a code for numbers above, below and at zero.
fn sections(code: &str) -> Vec<&str> {
    let (mut out, mut begin, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (at, sign) in code.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                out.push(code.get(begin..at).unwrap_or_default());
                begin = at.saturating_add(1);
            }
            _ => {}
        }
    }
    out.push(code.get(begin..).unwrap_or_default());
    out
}

/// The tokens of one section; `None` where something in it is not understood.
fn tokens(section: &str) -> Option<Vec<Token>> {
    let mut out: Vec<Token> = Vec::new();
    let mut rest = section;
    while let Some(sign) = rest.chars().next() {
        let after = rest.get(sign.len_utf8()..)?;
        let length = match sign {
            '"' => {
                let (text, _) = after.split_once('"')?;
                literal(&mut out, text);
                text.len().checked_add(2)?
            }
            '\\' | '!' => {
                let escaped = after.chars().next()?;
                literal(&mut out, escaped.encode_utf8(&mut [0; 4]));
                escaped.len_utf8().checked_add(1)?
            }
            // As wide as the sign behind it; filled up with it.
            '_' | '*' => after.chars().next()?.len_utf8().checked_add(1)?,
            '[' => {
                let (inner, _) = after.split_once(']')?;
                match inner.chars().next() {
                    Some('$') => literal(&mut out, inner.get(1..)?.split('-').next()?),
                    Some(hour @ ('h' | 'H' | 'm' | 'M' | 's' | 'S')) if inner.len() <= 2 => {
                        out.push(Token::Elapsed(hour.to_ascii_lowercase()));
                    }
                    // Colours, and digits written as words: what is shown is the same number.
                    _ if inner.starts_with("DBNum") => return None,
                    _ => {}
                }
                inner.len().checked_add(2)?
            }
            '0' | '#' | '?' | '.' => digits(&mut out, rest)?,
            '%' => {
                out.push(Token::Percent);
                1
            }
            '@' => {
                out.push(Token::Text);
                1
            }
            'G' | 'g' if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("general")) => {
                out.push(Token::General);
                7
            }
            // WPS and Excel write `General` in the language of the system.
            'G' if rest.starts_with("G/通用格式") => {
                out.push(Token::General);
                "G/通用格式".len()
            }
            'A' | 'a' if rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("AM/PM")) => {
                out.push(Token::HalfDay("AM", "PM"));
                5
            }
            '上' if rest.starts_with("上午/下午") => {
                out.push(Token::HalfDay("上午", "下午"));
                "上午/下午".len()
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'a' | 'A' | 'e' => {
                let count = rest.chars().take_while(|other| other.eq_ignore_ascii_case(&sign)).count();
                let letter = if sign == 'e' { 'y' } else { sign.to_ascii_lowercase() };
                if letter == 'a' && count < 3 {
                    return None;
                }
                out.push(Token::Time(letter, if sign == 'e' { 4 } else { count }));
                count
            }
            'E' => return None,
            sign => {
                literal(&mut out, sign.encode_utf8(&mut [0; 4]));
                sign.len_utf8()
            }
        };
        rest = rest.get(length..)?;
    }
    minutes(&mut out);
    Some(out)
}

fn literal(out: &mut Vec<Token>, text: &str) {
    match out.last_mut() {
        Some(Token::Literal(before)) => before.push_str(text),
        _ => out.push(Token::Literal(text.to_owned())),
    }
}

/// A run of digit places; `None` where there are two of them: a fraction, or a literal between digits.
fn digits(out: &mut Vec<Token>, rest: &str) -> Option<usize> {
    if matches!(out.last(), Some(Token::Time(..))) && rest.starts_with(".0") {
        // Fractions of a second are not shown.
        return Some(rest.chars().take_while(|sign| matches!(sign, '.' | '0')).count());
    }
    if out.iter().any(|token| matches!(token, Token::Digits { .. } | Token::General)) {
        return None;
    }
    let length = rest.find(|sign| !matches!(sign, '0' | '#' | '?' | '.' | ',')).unwrap_or(rest.len());
    let run = rest.get(..length)?;
    let body = run.trim_end_matches(',');
    let thousands = i64::try_from(run.len().checked_sub(body.len())?).ok()?;
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    out.push(Token::Digits {
        least: fraction.matches(['0', '?']).count(),
        most: fraction.len(),
        whole: whole.matches('0').count(),
        grouped: whole.contains(','),
        thousands,
    });
    Some(length)
}

/// `m` behind hours or before seconds is a minute.
fn minutes(tokens: &mut [Token]) {
    let times: Vec<(usize, char)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| match token {
            Token::Time(letter, _) | Token::Elapsed(letter) => Some((at, *letter)),
            _ => None,
        })
        .collect();
    for (index, (at, letter)) in times.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| times.get(before)).map(|(_, letter)| *letter);
        let after = times.get(index.saturating_add(1)).map(|(_, letter)| *letter);
        if *letter == 'm'
            && (before == Some('h') || after == Some('s'))
            && let Some(Token::Time(letter, _)) = tokens.get_mut(*at)
        {
            *letter = 'n';
        }
    }
}

fn numbered(number: &Decimal, tokens: &[Token], own_sign: bool) -> Option<Shown> {
    let percents = tokens.iter().filter(|token| **token == Token::Percent).count();
    let kept = number.clone().kept();
    let mut text = String::new();
    let mut rounded = false;
    let mut shown_number = false;
    let mut shown_zero = true;
    for token in tokens {
        match token {
            Token::Literal(literal) => text.push_str(literal),
            Token::Percent => text.push('%'),
            Token::General | Token::Text => {
                let (whole, fraction) = kept.parts(0);
                text.push_str(if whole.is_empty() { "0" } else { &whole });
                if !fraction.is_empty() {
                    text.push('.');
                    text.push_str(&fraction);
                }
                shown_number = true;
                shown_zero = kept.is_zero();
            }
            Token::Digits { least, most, whole: least_whole, grouped, thousands } => {
                let places = i64::try_from(percents).ok()?.checked_mul(2)?.checked_sub(thousands.checked_mul(3)?)?;
                let moved = kept.clone().shifted(places);
                let shown = moved.clone().rounded(i64::try_from(*most).ok()?);
                rounded |= shown.plain() != moved.plain();
                let (mut whole, fraction) = shown.parts(*least);
                while whole.len() < *least_whole {
                    whole.insert(0, '0');
                }
                text.push_str(&if *grouped { parted(&whole) } else { whole });
                if !fraction.is_empty() {
                    text.push('.');
                    text.push_str(&fraction);
                }
                shown_number = true;
                shown_zero = shown.is_zero();
            }
            Token::Time(..) | Token::Elapsed(_) | Token::HalfDay(..) => return None,
        }
    }
    if number.negative && !own_sign && shown_number && !shown_zero {
        text.insert(0, '-');
    }
    // A section without a place for digits shows a word, or nothing at all.
    Some(Shown { text: text.trim().to_owned(), unknown: false, rounded: rounded || !shown_number && !kept.is_zero() })
}

/// Thousands parted by commas.
fn parted(whole: &str) -> String {
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len().saturating_sub(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn dated(number: &Decimal, tokens: &[Token], since_1904: bool) -> Option<Shown> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const DAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
    let (days, seconds) = number.days()?;
    let at: Moment = moment(days, seconds, since_1904)?;
    let halved = tokens.iter().any(|token| matches!(token, Token::HalfDay(..)));
    let (hour, minute, second) = (seconds / 3600, (seconds / 60) % 60, seconds % 60);
    let shown_hour = if halved { hour.checked_add(11)?.checked_rem(12)?.checked_add(1)? } else { hour };
    let mut text = String::new();
    for token in tokens {
        let (value, width) = match token {
            Token::Literal(literal) => {
                text.push_str(literal);
                continue;
            }
            Token::HalfDay(am, pm) => {
                text.push_str(if hour < 12 { am } else { pm });
                continue;
            }
            Token::Time('y', count) if *count <= 2 => (at.year % 100, 2),
            Token::Time('y', _) => (at.year, 4),
            Token::Time('m', 3..) => {
                let month = usize::try_from(at.month).ok()?.checked_sub(1)?;
                text.push_str(MONTHS.get(month)?);
                continue;
            }
            Token::Time('d', 3..) | Token::Time('a', _) => {
                let day = DAYS.get(usize::try_from(at.weekday).ok()?)?;
                text.push_str(if matches!(token, Token::Time(_, 4..)) { "星期" } else { "周" });
                text.push_str(day);
                continue;
            }
            Token::Time('m', count) => (at.month, *count),
            Token::Time('d', count) => (at.day, *count),
            Token::Time('h', count) => (shown_hour, *count),
            Token::Time('n', count) => (minute, *count),
            Token::Time('s', count) => (second, *count),
            Token::Elapsed('h') => (days.checked_mul(24)?.checked_add(hour)?, 1),
            Token::Elapsed('m') => (days.checked_mul(1440)?.checked_add(seconds / 60)?, 2),
            Token::Elapsed('s') => (days.checked_mul(86_400)?.checked_add(seconds)?, 2),
            _ => return None,
        };
        let digits = value.to_string();
        for _ in digits.len()..width {
            text.push('0');
        }
        text.push_str(&digits);
    }
    Some(Shown { text: text.trim().to_owned(), unknown: false, rounded: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: &str, code: &str) -> String {
        show(&Decimal::read(number).unwrap(), code, false).text
    }

    #[test]
    fn numbers_are_what_a_person_sees() {
        for (number, code, text) in [
            ("0.98499999999999999", "0.0%", "98.5%"),
            ("0.985", "0%", "99%"),
            ("1", "0.00%", "100.00%"),
            ("31872.46", "#,##0.00", "31,872.46"),
            ("31872.46", "#,##0", "31,872"),
            ("-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)"),
            ("-1234.5", "#,##0.0;[Red]-#,##0.0", "-1,234.5"),
            ("0", "0.00;-0.00;\"-\"", "-"),
            ("5", "\"≥\"0\"公里\"", "≥5公里"),
            ("5", "00", "05"),
            ("0.5", "#.##", ".5"),
            ("12.5", "General", "12.5"),
            ("12.5", "G/通用格式\"万元\"", "12.5万元"),
            ("318724600", "#,##0.00,,", "318.72"),
            ("12", "¥#,##0.00", "¥12.00"),
            ("12", "[$¥-804]#,##0.00", "¥12.00"),
            ("-0.001", "0.00", "0.00"),
            ("12", "@", "12"),
            ("100", "0_ ", "100"),
        ] {
            assert_eq!(shown(number, code), text, "{number} {code}");
        }
    }

    #[test]
    fn dates_and_times_are_what_a_person_sees() {
        for (number, code, text) in [
            ("45657", "yyyy/m/d", "2024/12/31"),
            ("45657", "yyyy\"年\"m\"月\"d\"日\";@", "2024年12月31日"),
            ("45657", "[$-804]yyyy\"年\"mm\"月\"", "2024年12月"),
            ("45657.75", "yyyy-mm-dd hh:mm", "2024-12-31 18:00"),
            ("45657.999999", "yyyy-mm-dd hh:mm:ss", "2025-01-01 00:00:00"),
            ("0.25", "h:mm AM/PM", "6:00 AM"),
            ("1.5", "[h]:mm", "36:00"),
            ("45657", "aaaa", "星期二"),
            ("45657", "d-mmm-yy", "31-Dec-24"),
        ] {
            assert_eq!(shown(number, code), text, "{number} {code}");
        }
        let in_1904 = show(&Decimal::read("44196").unwrap(), "yyyy/m/d", true);
        assert_eq!(in_1904.text, "2025/1/1");
    }

    #[test]
    fn what_is_hidden_or_not_understood_is_told() {
        let of = |number: &str, code: &str| show(&Decimal::read(number).unwrap(), code, false);
        assert!(of("12.3456", "0.00").rounded);
        assert!(!of("12.3400", "0.00").rounded);
        assert!(of("12", "\"\"").rounded);
        for code in ["# ?/?", "0.00E+00", "[>=10000]0!.0,\"万\";0", "[DBNum1]0", "0!.0000"] {
            let shown = of("12345", code);
            assert!(shown.unknown && shown.text == "12345", "{code} {shown:?}");
        }
    }

    #[test]
    fn no_code_is_too_odd() {
        for code in
            ["\"", "\\", "[", "[$", "_", "*", "0.0.0", ";;;", ";", "yyyy[", "0,,,,,,,,,,,,,,,,,,,,,,,,,,", "\u{0}"]
        {
            let _ = show(&Decimal::read("1234.5").unwrap(), code, false);
        }
    }
}
