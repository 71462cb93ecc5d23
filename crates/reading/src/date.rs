//! Years, dates and periods.

use jibiao_model::{Known, PartialDate, TimeSpan};

use crate::{
    calendar::{self, Point, Style, date, point, real, small},
    fold::fold,
    mark::stated,
};

/// The first date of a text that no calendar has: `2026年13月`, `2月30日`.
pub fn no_such_date(text: &str) -> Option<String> {
    // Every Chinese text has a full-width comma to fold; here only digits matter.
    let wide = text.contains(|c| ('０'..='９').contains(&c));
    let folded = wide.then(|| fold(text));
    calendar::no_such_date(folded.as_ref().map_or(text, |folded| folded.as_str())).map(str::to_owned)
}

/// A budget year: `2026`, `2026年`, `２０２６年度`, `二〇二六年`.
pub fn read_year(text: &str) -> Known<u16> {
    let folded = fold(text);
    let text = match stated(folded.as_str()) {
        Ok(text) => text,
        Err(why) => return why,
    };
    match calendar::year(text) {
        Some((year, rest)) if matches!(rest.trim_start(), "" | "年" | "年度") => Known::Answered(year),
        _ => Known::Unreadable,
    }
}

/// A date of which parts may be unsaid: `2026/1/1`, `20260131`, `2026.1`, `2026年1月31日`, `9月`, `12月底`.
///
/// Only days of the calendar are read. A quarter, a half year and a period are not dates.
pub fn read_date(text: &str) -> Known<PartialDate> {
    let folded = fold(text);
    let text = match stated(folded.as_str()) {
        Ok(text) => text,
        Err(why) => return why,
    };
    match point(text) {
        Some((point, "" | "。")) if point.from == point.to => Known::Answered(point.to),
        _ => Known::Unreadable,
    }
}

/// A period: `202001-202012`, `2026年—2028年`, `2021.1.1-12.31`, `2026年1月至2027年12月`, `2026年内`, `全年`.
///
/// A single date is a period from itself to itself; `2026年12月底前` has only an end, `2026年1月至今` only a start.
/// `长期`, `常年` and their like say that there is no period: [`Known::NotApplicable`].
pub fn read_period(text: &str) -> Known<TimeSpan> {
    let folded = fold(text);
    let text = match stated(folded.as_str()) {
        Ok(text) => text.trim_end_matches(['。', ' ']),
        Err(why) => return why,
    };
    if matches!(text, "长期" | "长期有效" | "长期坚持" | "长期执行" | "常年" | "持续" | "经常性" | "无固定期限")
    {
        return Known::NotApplicable;
    }
    // 2026年1月-2026年12月(一年)
    let text =
        text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(text, |(dates, _)| dates.trim_end());
    let text = text.strip_prefix(['自', '从']).unwrap_or(text);
    match span(text) {
        Some((span, "")) => Known::Answered(span.time),
        Some((span, rest)) => match rest.trim_start_matches(['-', '~', '至', '到', ' ']) {
            "前" | "之前" | "以前" | "前完成" | "前完工" | "前竣工" | "前结束" | "前建成" | "前全部完成" => {
                Known::Answered(TimeSpan { from: None, ..span.time })
            }
            "今" | "长期" | "起" | "以来" | "开始" if span.single => {
                Known::Answered(TimeSpan { to: None, ..span.time })
            }
            _ => Known::Unreadable,
        },
        None => Known::Unreadable,
    }
}

/// Whether a text is two dates of the calendar of which the second lies before the first: `2028年12月—2027年1月`.
pub fn ends_before_it_starts(text: &str) -> bool {
    let folded = fold(text);
    let Ok(text) = stated::<()>(folded.as_str()) else { return false };
    let text = text.strip_prefix(['自', '从']).unwrap_or(text);
    let two = || {
        let (first, rest) = point(text)?;
        let (last, rest) = point(until(rest)?)?;
        let years = first.from.year.is_some() && last.to.year.is_some();
        (years && rest.trim_matches(['。', ' ', '止']).is_empty()).then(|| !ordered(first.from, last.to))
    };
    two().unwrap_or(false)
}

/// A date or period found at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) time: TimeSpan,
    /// One point in time, not two.
    pub(crate) single: bool,
    /// Whether 底 or 末 is written.
    pub(crate) end: bool,
    /// Whether nothing but a date can be meant.
    pub(crate) certain: bool,
    /// A year and nothing else.
    pub(crate) year_only: bool,
}

/// A date or period at the start of the text, and what follows.
pub(crate) fn span(text: &str) -> Option<(Span, &str)> {
    // 1-12月
    if let Some((first, rest)) = small(text, 12)
        && let Some((to, rest)) = months_to(first, rest)
    {
        return Some((two(date(None, Some(first), None), to, true), rest));
    }
    if let Some(found) = quarters(text) {
        return Some(found);
    }
    let (first, rest) = point(text)?;
    if let Some(found) = second(first, rest) {
        return Some(found);
    }
    let year_only = first.to.month.is_none();
    let certain = first.style == Style::Plain;
    Some((Span { time: first.span(), single: true, end: first.end, certain, year_only }, rest))
}

/// `第1-4季度`, `一至三季度`: from the first month of one quarter to the last of another.
fn quarters(text: &str) -> Option<(Span, &str)> {
    let (first, rest) = small(text.strip_prefix('第').unwrap_or(text), 4)?;
    let (last, rest) = small(until(rest)?, 4)?;
    let rest = rest.strip_prefix("季度").filter(|_| last > first)?;
    let month = |quarter: u8| quarter.checked_mul(3);
    let from = date(None, Some(month(first)?.checked_sub(2)?), None);
    Some((two(from, date(None, Some(month(last)?), None), true), rest))
}

/// `-12月` after the first month.
fn months_to(first: u8, rest: &str) -> Option<(PartialDate, &str)> {
    let (last, rest) = small(until(rest)?, 12)?;
    let rest = rest.trim_start_matches(' ').strip_prefix('月')?;
    (last > first && !rest.starts_with(|c: char| c.is_ascii_digit())).then_some((date(None, Some(last), None), rest))
}

/// The end of a period after its start.
fn second(first: Point, rest: &str) -> Option<(Span, &str)> {
    let from = first.from;
    // 2023年1-12月: the year is read, the first month is still in the text.
    if from.month.is_none()
        && first.style == Style::Plain
        && let Some((month, after)) = small(rest, 12)
        && let Some((to, after)) = months_to(month, after)
    {
        let from = PartialDate { month: Some(month), ..from };
        return Some((two(from, PartialDate { year: from.year, ..to }, true), after));
    }
    let text = until(rest)?;
    if from.day.is_some() && first.style == Style::Plain {
        // 2021.1.1-12.31 and 3月5-8日: what the end leaves out is as in the start.
        if let Some((month, after)) = small(text, 12)
            && let Some((day, after)) = after.strip_prefix(['.', '/']).and_then(|after| small(after, 31))
            && real(from.year, month, day)
        {
            let to = PartialDate { month: Some(month), day: Some(day), ..from };
            return ordered(from, to).then(|| (two(from, to, true), after));
        }
        if let Some((day, after)) = small(text, 31)
            && let Some(after) = after.strip_prefix(['日', '号'])
            && from.month.is_some_and(|month| real(from.year, month, day))
        {
            let to = PartialDate { day: Some(day), ..from };
            return ordered(from, to).then(|| (two(from, to, true), after));
        }
    }
    // 2023.1-12: the second month of the same year.
    if from.day.is_none()
        && from.month.is_some()
        && let Some((month, after)) = small(text, 12)
        && !after.starts_with(['.', '-', '/', '月'])
    {
        let to = PartialDate { month: Some(month), ..from };
        return ordered(from, to).then(|| (two(from, to, true), after));
    }
    let (last, after) = point(text)?;
    let to = PartialDate { year: last.to.year.or(from.year), ..last.to };
    // A year beside a month is no period (2020-12 is a month), and neither is one that ends before it starts.
    let alike = first.style != Style::BareYear || last.to.month.is_none();
    // Two bare years (2000-2100) may count something as well; two months of named years may not.
    let plain = first.style == Style::Plain || last.style == Style::Plain;
    let certain = plain || (from.month.is_some() && to.month.is_some());
    (alike && ordered(from, to)).then(|| (Span { end: last.end, ..two(from, to, certain) }, after))
}

fn two(from: PartialDate, to: PartialDate, certain: bool) -> Span {
    Span { time: TimeSpan { from: Some(from), to: Some(to) }, single: false, end: false, certain, year_only: false }
}

/// What follows a sign or word between two dates.
fn until(text: &str) -> Option<&str> {
    let spaced = text.trim_start_matches(' ');
    let rest = spaced.trim_start_matches(['-', '~', '至', '到']);
    (rest.len() < spaced.len()).then(|| rest.trim_start_matches(' '))
}

/// Whether the first date does not lie after the second, as far as both say.
fn ordered(from: PartialDate, to: PartialDate) -> bool {
    let (Some(first), Some(last)) = (from.earliest(Some(1)), to.latest(Some(1))) else { return false };
    match (from.year, to.year) {
        (None, Some(_)) => true,
        _ => first <= last,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text_of(date: PartialDate) -> String {
        let part = |value: Option<u16>| value.map_or("_".to_owned(), |value| value.to_string());
        format!("{}/{}/{}", part(date.year), part(date.month.map(Into::into)), part(date.day.map(Into::into)))
    }

    fn day(text: &str) -> Known<String> {
        read_date(text).map(text_of)
    }

    fn period(text: &str) -> Known<String> {
        let end = |date: Option<PartialDate>| date.map_or("open".to_owned(), text_of);
        read_period(text).map(|span| format!("{} – {}", end(span.from), end(span.to)))
    }

    #[test]
    fn a_day_that_is_not_is_found_in_full_width_too() {
        assert_eq!(no_such_date("定于２０２６年２月３０日，").as_deref(), Some("2026年2月30日"));
        assert_eq!(no_such_date("２０２６年２月２８日"), None);
    }

    #[test]
    fn years_are_read_in_every_spelling() {
        for text in ["2026", "2026年", "２０２６年度", "二〇二六年", "二○二六年度", " 2026 年 "] {
            assert_eq!(read_year(text), Known::Answered(2026), "{text}");
        }
        for text in ["26年", "12026", "2026年1月", "明年"] {
            assert_eq!(read_year(text), Known::Unreadable, "{text}");
        }
    }

    #[test]
    fn dates_are_read_as_far_as_they_say() {
        for (text, read) in [
            ("2026/1/1", "2026/1/1"),
            ("2026-01-31", "2026/1/31"),
            ("2026.1", "2026/1/_"),
            ("20260131", "2026/1/31"),
            ("202601", "2026/1/_"),
            ("2026年1月31日", "2026/1/31"),
            ("2026 年 1 月 31 日", "2026/1/31"),
            ("二〇二六年十二月三十一日", "2026/12/31"),
            ("9月", "_/9/_"),
            ("12月底", "_/12/_"),
            ("2026年底", "2026/12/_"),
            ("10月31号", "_/10/31"),
            ("2026年", "2026/_/_"),
        ] {
            assert_eq!(day(text), Known::Answered(read.into()), "{text}");
        }
    }

    #[test]
    fn days_outside_the_calendar_are_unreadable() {
        for text in ["2026-02-29", "20261301", "2026年13月", "2026/4/31", "不日", "2026年一季度"] {
            assert_eq!(day(text), Known::Unreadable, "{text}");
        }
        assert_eq!(day("2028-02-29"), Known::Answered("2028/2/29".into()));
    }

    #[test]
    fn periods_are_read_in_every_spelling() {
        for (text, read) in [
            ("202001-202012", "2020/1/_ – 2020/12/_"),
            ("2026年—2028年", "2026/_/_ – 2028/_/_"),
            ("2026-2028年", "2026/_/_ – 2028/_/_"),
            ("2026-2028", "2026/_/_ – 2028/_/_"),
            ("2023.07-2024.01", "2023/7/_ – 2024/1/_"),
            ("2026年1月至2027年12月", "2026/1/_ – 2027/12/_"),
            ("2020年1月--2020年11月", "2020/1/_ – 2020/11/_"),
            ("2021.1.1-12.31", "2021/1/1 – 2021/12/31"),
            ("2025年1月1日-2025年12月31日", "2025/1/1 – 2025/12/31"),
            ("2025-01-01 至 2025-12-31", "2025/1/1 – 2025/12/31"),
            ("2023年1-12月", "2023/1/_ – 2023/12/_"),
            ("1-12月", "_/1/_ – _/12/_"),
            ("2026年3月5日-8日", "2026/3/5 – 2026/3/8"),
            ("2026年一季度", "2026/1/_ – 2026/3/_"),
            ("2026年内", "2026/_/_ – 2026/_/_"),
            ("全年", "_/1/_ – _/12/_"),
            ("2026年12月底前", "open – 2026/12/_"),
            ("2026年12月31日前完成", "open – 2026/12/31"),
            ("2026年1月至今", "2026/1/_ – open"),
            ("2026年1月-2026年12月（一年）", "2026/1/_ – 2026/12/_"),
        ] {
            assert_eq!(period(text), Known::Answered(read.into()), "{text}");
        }
    }

    #[test]
    fn a_period_does_not_end_before_it_starts() {
        assert_eq!(period("2026年5月-2026年3月"), Known::Unreadable);
        assert_eq!(period("三年"), Known::Unreadable);
        for text in [
            "2026年5月-2026年3月",
            "2028.12—2027.1",
            "2027-12-31至2027-01-01",
            "2028年—2027年",
            "自2028年5月至2027年12月止",
        ] {
            assert!(ends_before_it_starts(text), "{text}");
        }
        // 2020-12 is a month; 12月至1月 may well be that of the year after.
        for text in
            ["2026年3月-2026年5月", "2020-12", "2027年12月至1月", "2027年13月—2026年1月", "三年", "2026年—2026年", ""]
        {
            assert!(!ends_before_it_starts(text), "{text}");
        }
    }

    #[test]
    fn long_term_is_no_period() {
        assert_eq!(period("长期"), Known::NotApplicable);
    }

    proptest! {
        #[test]
        fn no_text_stops_the_readers(text in "[0-9二〇年月日底前\\-./~至一季度上半 ]{0,16}") {
            let _ = (read_year(&text), read_date(&text), read_period(&text));
        }

        #[test]
        fn a_printed_date_is_read_back(year in 1990_u16..2100, month in 1_u8..=12, day in 1_u8..=28) {
            let printed = format!("{year}-{month:02}-{day:02}");
            prop_assert_eq!(read_date(&printed), Known::Answered(date(Some(year), Some(month), Some(day))));
        }
    }
}
