//! Points in time as people write them: 2026-01-31, 2026年12月底, 二〇二六年, 9月, 一季度末, 上半年.

use jibiao_model::{Day, PartialDate, TimeSpan};

use crate::{
    number::{after, digit_run},
    numeral,
};

/// How a point in time is written, which decides what may follow it and how sure the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// With 年, 月, 日, or three parts: nothing else can be meant.
    Plain,
    /// `2023.07`, `202307`, `20230731`: could be a decimal or a count as well.
    Digits,
    /// `2026` alone.
    BareYear,
}

/// A point in time: a day, a month, a quarter, a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) from: PartialDate,
    pub(crate) to: PartialDate,
    pub(crate) style: Style,
    /// Whether 底 or 末 is written.
    pub(crate) end: bool,
}

impl Point {
    fn at(date: PartialDate) -> Self {
        Self { from: date, to: date, style: Style::Plain, end: false }
    }

    pub(crate) fn span(self) -> TimeSpan {
        TimeSpan { from: Some(self.from), to: Some(self.to) }
    }

    fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

/// A point in time at the start of the text, and what follows.
pub(crate) fn point(text: &str) -> Option<(Point, &str)> {
    if let Some(found) = compact(text) {
        return Some(found);
    }
    match year(text) {
        Some((year, rest)) => Some(in_year(year, rest)),
        None => without_year(text),
    }
}

/// The rest of a point after its year.
fn in_year(year: u16, rest: &str) -> (Point, &str) {
    let spaced = rest.trim_start_matches(' ');
    if let Some(rest) = spaced.strip_prefix('年') {
        let rest = rest.strip_prefix('度').unwrap_or(rest).trim_start_matches(' ');
        if let Some((point, rest)) = without_year(rest) {
            return (with_year(point, year), rest);
        }
        if let Some(rest) = rest.strip_prefix(['底', '末']) {
            return (Point { end: true, ..Point::at(date(Some(year), Some(12), None)) }, rest);
        }
        let rest = rest.strip_prefix("全年").or_else(|| rest.strip_prefix('内')).unwrap_or(rest);
        return (Point::at(date(Some(year), None, None)), rest);
    }
    let bare = (Point::at(date(Some(year), None, None)).styled(Style::BareYear), rest);
    let Some(sign) = rest.chars().next().filter(|c| matches!(c, '.' | '-' | '/')) else { return bare };
    let Some((month, rest)) = rest.strip_prefix(sign).and_then(|rest| small(rest, 12)) else { return bare };
    match rest.strip_prefix(sign).and_then(|rest| small(rest, 31)) {
        Some((day, rest)) if real(Some(year), month, day) => {
            (Point::at(date(Some(year), Some(month), Some(day))), rest.strip_prefix('日').unwrap_or(rest))
        }
        _ => {
            let style = if sign == '.' && !rest.starts_with('月') { Style::Digits } else { Style::Plain };
            (Point::at(date(Some(year), Some(month), None)).styled(style), rest.strip_prefix('月').unwrap_or(rest))
        }
    }
}

fn with_year(point: Point, year: u16) -> Point {
    let set = |date: PartialDate| PartialDate { year: Some(year), ..date };
    Point { from: set(point.from), to: set(point.to), ..point }
}

/// Months, days, quarters and halves that name no year.
fn without_year(text: &str) -> Option<(Point, &str)> {
    month(text).or_else(|| quarter(text)).or_else(|| year_part(text))
}

/// `9月`, `九月份`, `12月底`, `10月31日`.
fn month(text: &str) -> Option<(Point, &str)> {
    let (month, rest) = small(text, 12)?;
    let rest = rest.trim_start_matches(' ').strip_prefix('月')?;
    let month_only = Point::at(date(None, Some(month), None));
    if let Some((day, after)) = small(rest.trim_start_matches(' '), 31)
        && let Some(after) = after.trim_start_matches(' ').strip_prefix(['日', '号'])
        && real(None, month, day)
    {
        return Some((Point::at(date(None, Some(month), Some(day))), after));
    }
    let rest = rest.strip_prefix('份').unwrap_or(rest);
    match rest.strip_prefix(['底', '末']) {
        Some(rest) => Some((Point { end: true, ..month_only }, rest)),
        None => {
            let tenth = ["初", "上旬", "中旬", "下旬", "中"].iter().find_map(|word| rest.strip_prefix(word));
            Some((month_only, tenth.unwrap_or(rest)))
        }
    }
}

/// `一季度`, `第4季度末`: the months of a quarter; its end is its last month.
fn quarter(text: &str) -> Option<(Point, &str)> {
    let (number, rest) = small(text.strip_prefix('第').unwrap_or(text), 4)?;
    let rest = rest.trim_start_matches(' ').strip_prefix("季度")?;
    let last = number.checked_mul(3)?;
    Some(stretch(last.checked_sub(2)?, last, rest))
}

/// `上半年`, `年底`, `全年`, `年内`: parts of a year that is not named.
fn year_part(text: &str) -> Option<(Point, &str)> {
    let halves = [("上半年", 1, 6), ("下半年", 7, 12)];
    if let Some((rest, from, to)) =
        halves.iter().find_map(|(word, from, to)| Some((text.strip_prefix(word)?, *from, *to)))
    {
        return Some(stretch(from, to, rest));
    }
    let this = ["本年度", "本年", "当年度", "当年"].iter().find_map(|word| text.strip_prefix(word));
    let part = this.unwrap_or(text);
    // 当年12月31日: the year is the form's.
    if let Some(found) = this.and_then(|rest| month(rest.trim_start_matches(' '))) {
        return Some(found);
    }
    if let Some(rest) = ["年底", "年末", "年终"].iter().find_map(|word| part.strip_prefix(word)) {
        return Some((Point { end: true, ..Point::at(date(None, Some(12), None)) }, rest));
    }
    let rest = match this {
        Some(_) => part.strip_prefix('内').unwrap_or(part),
        None => ["全年度", "全年", "年度内", "年内"].iter().find_map(|word| text.strip_prefix(word))?,
    };
    Some(stretch(1, 12, rest))
}

/// The months from one to another, or only the last one where 底 or 末 follows.
fn stretch(from: u8, to: u8, rest: &str) -> (Point, &str) {
    let last = Point::at(date(None, Some(to), None));
    match rest.strip_prefix(['底', '末']) {
        Some(rest) => (Point { end: true, ..last }, rest),
        None => (Point { from: date(None, Some(from), None), ..last }, rest),
    }
}

/// `20260131`, `202601`.
fn compact(text: &str) -> Option<(Point, &str)> {
    let length = digit_run(text);
    let year: u16 = text.get(..4)?.parse().ok().filter(|year| is_year(*year))?;
    let month: u8 = text.get(4..6)?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = match length {
        6 => None,
        8 => Some(text.get(6..8)?.parse().ok().filter(|day| real(Some(year), month, *day))?),
        _ => return None,
    };
    Some((Point::at(date(Some(year), Some(month), day)).styled(Style::Digits), after(text, length)))
}

/// A year of four digits at the start of the text, Arabic or Chinese, and what follows.
pub(crate) fn year(text: &str) -> Option<(u16, &str)> {
    if digit_run(text) == 4 {
        let year = text.get(..4)?.parse().ok().filter(|year| is_year(*year))?;
        return Some((year, after(text, 4)));
    }
    let (digits, rest) = numeral::positional(text)?;
    let year = digits.parse().ok().filter(|year| digits.len() == 4 && is_year(*year))?;
    Some((year, rest))
}

/// A number of one or two digits from 1 to `most`, Arabic or Chinese, and what follows.
pub(crate) fn small(text: &str, most: u8) -> Option<(u8, &str)> {
    let run = digit_run(text);
    let (value, rest) = match run {
        1 | 2 => (text.get(..run)?.parse().ok()?, after(text, run)),
        0 => {
            let (number, rest) = numeral::numeral(text)?;
            (number.to_string().parse().ok()?, rest)
        }
        _ => return None,
    };
    (1..=most).contains(&value).then_some((value, rest))
}

/// The first date of a folded text that no calendar has: `2026年13月`, `2月30日`, `2026-02-30`.
///
/// Durations (`13个月`) and numbers with two points (`2026.13`) may mean something else.
pub(crate) fn no_such_date(text: &str) -> Option<&str> {
    let written = |start: usize, end: usize| text.get(start..end);
    for (at, c) in text.char_indices() {
        let found = match c {
            '月' => month_and_day(text, at),
            '-' | '/' | '.' => three_parts(text, at),
            _ => None,
        };
        if let Some((start, end)) = found {
            return written(start, end);
        }
    }
    None
}

/// A month with or without its day, none of which is in the calendar: where it starts and ends. `at`: of 月.
fn month_and_day(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text.get(..at)?.trim_end_matches(' ');
    let start = digits_before(before)?;
    let month: u8 = before.get(start..)?.parse().ok()?;
    let ahead = before.get(..start)?.trim_end_matches(' ');
    let year = ahead.strip_suffix('年').and_then(|ahead| {
        let start = ahead.trim_end_matches(' ').len().checked_sub(4)?;
        let year: u16 = ahead.get(start..)?.trim_end_matches(' ').parse().ok().filter(|year| is_year(*year))?;
        Some((year, start))
    });
    let end = at.saturating_add('月'.len_utf8());
    let start = year.map_or(start, |(_, start)| start);
    let rest = text.get(end..)?.trim_start_matches(' ');
    let day = small_digits(rest).and_then(|(day, rest)| Some((day, rest.strip_prefix(['日', '号'])?)));
    match day {
        _ if !(1..=12).contains(&month) => Some((start, end)),
        Some((day, after)) if !real(year.map(|(year, _)| year), month, day) => {
            Some((start, text.len().saturating_sub(after.len())))
        }
        _ => None,
    }
}

/// `2026-02-30`, where `at` is the first of two equal signs.
fn three_parts(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = at.checked_sub(4)?;
    let year: u16 = text.get(start..at)?.parse().ok().filter(|year| is_year(*year))?;
    if text.get(..start)?.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let rest = text.get(at..)?;
    let sign = rest.chars().next()?;
    let (month, rest) = small_digits(rest.strip_prefix(sign)?)?;
    let (day, after) = small_digits(rest.strip_prefix(sign)?)?;
    let other = after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == sign);
    let off = !other && !real(Some(year), month, day);
    off.then(|| (start, text.len().saturating_sub(after.len())))
}

/// Where the one or two digits begin that end a text; a number of more digits, or with a point, is no month.
fn digits_before(text: &str) -> Option<usize> {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = text.len().checked_sub(digits).filter(|_| matches!(digits, 1 | 2))?;
    (!text.get(..start)?.ends_with(['.', ','])).then_some(start)
}

fn small_digits(text: &str) -> Option<(u8, &str)> {
    let run = digit_run(text);
    let number = text.get(..run).filter(|_| matches!(run, 1 | 2))?.parse().ok()?;
    Some((number, after(text, run)))
}

/// Years that a budget form can mean.
fn is_year(year: u16) -> bool {
    (1900..=2199).contains(&year)
}

/// Whether the day is in the calendar; 29 February is, where no year is named.
pub(crate) fn real(year: Option<u16>, month: u8, day: u8) -> bool {
    Day::new(year.unwrap_or(2024), month, day).is_some()
}

pub(crate) fn date(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> PartialDate {
    PartialDate { year, month, day }
}

#[cfg(test)]
mod tests {
    use super::no_such_date;

    #[test]
    fn days_that_no_calendar_has_are_found_where_they_stand() {
        for (text, found) in [
            ("2026年13月", "2026年13月"),
            ("≤2026年0月", "2026年0月"),
            ("2月30日前完成", "2月30日"),
            ("2026年2月29日", "2026年2月29日"),
            ("11月31号", "11月31号"),
            ("2026-02-30", "2026-02-30"),
            ("2026/13/01前", "2026/13/01"),
            ("3月完成招标，13月验收", "13月"),
        ] {
            assert_eq!(no_such_date(text), Some(found), "{text}");
        }
        for text in [
            "2026年12月31日",
            "2028年2月29日",
            "2月29日",
            "13个月",
            "100.5月",
            "2026.13",
            "2026-2027",
            "每月30日",
            "2026.12.31",
            "12月",
            "192.168.13.45",
            "GB2026-13-45",
        ] {
            assert_eq!(no_such_date(text), None, "{text}");
        }
    }
}
