//! Years, ranges of years and months that a text names.

/// A year that a text names, or the first and last of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Years {
    pub(crate) from: u16,
    pub(crate) to: u16,
    /// Where it stands in the text, in bytes.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The years of a text from left to right: `2023年`, `2021—2022年`, `2020年9月—2021年6月`. Digits of a document number
/// are none, and neither are counts.
pub(crate) fn years(text: &str) -> Vec<Years> {
    let mut found: Vec<Years> = Vec::new();
    let mut at = 0_usize;
    while let Some((start, year, end)) = four_digits(text, at) {
        at = end;
        let rest = text.get(end..).unwrap_or_default();
        let after_year = rest.trim_start_matches(' ').strip_prefix('年');
        let body = after_year.map_or(rest, after_month);
        let joined =
            body.trim_start_matches([' ', '度']).trim_start_matches(['—', '–', '-', '~', '～', '至', '到', '－', ' ']);
        let separated = joined.len() < body.trim_start_matches([' ', '度']).len();
        let second = four_digits(joined, 0).filter(|(start, _, _)| *start == 0 && separated);
        match second {
            Some((_, last, length)) if last > year => {
                let end = text.len().saturating_sub(joined.len()).saturating_add(length);
                let tail = text.get(end..).unwrap_or_default().trim_start_matches(' ');
                // 2021-2022 alone may be a number of a document.
                if after_year.is_some() || tail.starts_with(['年', '学']) {
                    found.push(Years { from: year, to: last, start, end });
                    at = end;
                }
            }
            _ if after_year.is_some() => found.push(Years { from: year, to: year, start, end }),
            _ => {}
        }
    }
    found
}

/// What follows a month and a day, if they are there.
fn after_month(text: &str) -> &str {
    let part = |text: &'_ str, unit: &[char]| -> Option<usize> {
        let spaced = text.trim_start_matches(' ');
        let digits = spaced.bytes().take_while(u8::is_ascii_digit).count();
        let rest = spaced.get(digits..)?.trim_start_matches(' ');
        let rest = rest.strip_prefix(unit).filter(|_| (1..=2).contains(&digits))?;
        Some(text.len().saturating_sub(rest.len()))
    };
    let month = part(text, &['月']).and_then(|end| text.get(end..)).unwrap_or(text);
    part(month, &['日', '号']).and_then(|end| month.get(end..)).unwrap_or(month)
}

/// The next run of exactly four digits that can be a year, from a byte on: start, year, end. Years in characters are
/// followed by 年, as every 一 and 二 would be looked at otherwise.
fn four_digits(text: &str, from: usize) -> Option<(usize, u16, usize)> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let start = at.saturating_add(rest.find(|c: char| c.is_ascii_digit() || matches!(c, '一' | '二'))?);
        let run = text.get(start..)?;
        if !run.starts_with(|c: char| c.is_ascii_digit()) {
            let (year, end) = match in_characters(run) {
                Some((year, length)) => (Some(year), start.saturating_add(length)),
                None => (None, start.saturating_add('一'.len_utf8())),
            };
            match year.filter(|year| (1990..=2100).contains(year)) {
                Some(year) => return Some((start, year, end)),
                None => at = end,
            }
            continue;
        }
        let digits = run.bytes().take_while(u8::is_ascii_digit).count();
        let end = start.saturating_add(digits);
        let year: Option<u16> = (digits == 4).then(|| text.get(start..end)?.parse().ok()).flatten();
        let numbered = text.get(..start)?.ends_with(['〔', '[', '［', '.']);
        match year {
            Some(year) if (1990..=2100).contains(&year) && !numbered => return Some((start, year, end)),
            _ => at = end,
        }
    }
}

/// A year in four characters before 年, and how many bytes it takes: 二〇二四.
fn in_characters(text: &str) -> Option<(u16, usize)> {
    let mut year = 0_u16;
    let mut length = 0_usize;
    let mut letters = text.chars();
    for c in letters.by_ref().take(4) {
        let digit = match c {
            '〇' | '○' | '零' | 'Ｏ' | 'O' => 0,
            _ => u16::try_from("一二三四五六七八九".chars().position(|digit| digit == c)?.checked_add(1)?).ok()?,
        };
        year = year.checked_mul(10)?.checked_add(digit)?;
        length = length.saturating_add(c.len_utf8());
    }
    (letters.next() == Some('年')).then_some((year, length))
}

/// Months that a text names: `3月`, `4—10月`, `2026年5月至8月`, `一季度`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Months {
    /// As written, or of the month before it.
    pub(crate) year: Option<u16>,
    pub(crate) from: u8,
    pub(crate) to: u8,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The months of a text, from left to right.
pub(crate) fn months(text: &str) -> Vec<Months> {
    const QUARTERS: [(&str, u8); 4] = [("一季度", 1), ("二季度", 4), ("三季度", 7), ("四季度", 10)];
    let mut found: Vec<Months> = Vec::new();
    let mut year = None;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '月' | '季')) {
        let before = text.get(..at).unwrap_or_default();
        let end = at.saturating_add(c.len_utf8());
        let named = if c == '月' {
            month_before(before)
        } else {
            let start = before.len().saturating_sub('一'.len_utf8());
            let rest = text.get(start..).unwrap_or_default();
            QUARTERS
                .iter()
                .find(|(name, _)| rest.starts_with(name))
                .map(|(_, first)| (*first, first.saturating_add(2), start))
        };
        let Some((from, to, start)) = named else { continue };
        let ahead = before.get(..start).unwrap_or_default().trim_end_matches(' ');
        let own = ahead.strip_suffix('年').and_then(|rest| {
            let digits = rest.trim_end_matches(' ');
            digits.get(digits.len().checked_sub(4)?..)?.parse().ok().filter(|year| (1990..=2100).contains(year))
        });
        year = own.or(year);
        // 4月至10月: one stretch.
        let gap = found.last().and_then(|last| text.get(last.end..start));
        let joined = gap
            .map(|gap| gap.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '日' | '底' | '初' | ' ')));
        if joined.is_some_and(|gap| matches!(gap, "—" | "–" | "-" | "~" | "～" | "至" | "到" | "——" | "－"))
            && let Some(last) = found.last_mut()
            && (own.is_none() || last.year == own)
        {
            (last.to, last.end) = (to.max(last.to), end);
            continue;
        }
        found.push(Months { year, from, to, start, end });
    }
    found
}

/// The month, or the months, whose number ends the text: first, last, and where they start.
fn month_before(text: &str) -> Option<(u8, u8, usize)> {
    let (to, start) = small_number(text.trim_end_matches(' '))?;
    let ahead = text.get(..start)?;
    let joined = ahead.trim_end_matches(['—', '–', '-', '~', '～', '至', '到', '－', ' ']);
    match small_number(joined).filter(|_| joined.len() < ahead.len()) {
        Some((from, start)) if from < to => Some((from, to, start)),
        _ => Some((to, to, start)),
    }
}

/// A number from 1 to 12 at the end of the text, and where it starts.
fn small_number(text: &str) -> Option<(u8, usize)> {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = text.len().checked_sub(digits).filter(|_| (1..=2).contains(&digits))?;
    let number = text.get(start..)?.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some((number, start))
}

#[cfg(test)]
mod tests {
    use super::{months, years};

    fn of_years(text: &str) -> Vec<(u16, u16)> {
        years(text).iter().map(|years| (years.from, years.to)).collect()
    }

    fn of_months(text: &str) -> Vec<(Option<u16>, u8, u8)> {
        months(text).iter().map(|months| (months.year, months.from, months.to)).collect()
    }

    #[test]
    fn years_and_ranges_are_found_and_numbers_are_not() {
        assert_eq!(of_years("2023年12月31日前完成，较 2022 年增加"), [(2023, 2023), (2022, 2022)]);
        assert_eq!(of_years("2021—2022 年冬春救助（2022〔2022〕225号）"), [(2021, 2022)]);
        assert_eq!(of_years("建设工期：2020年9月—2021年6月。"), [(2020, 2021)]);
        assert_eq!(of_years("2022-2023学年"), [(2022, 2023)]);
        assert_eq!(
            of_years("二〇二四年完成，二零二五年验收，一九九八年建成"),
            [(2024, 2024), (2025, 2025), (1998, 1998)]
        );
        assert_eq!(of_years("二〇二四年至二○二六年实施"), [(2024, 2026)]);
        assert_eq!(of_years("一二三四年级，一年两次，二十年一遇"), []);
        assert_eq!(of_years("某政办〔2025〕12号，补助2000人，面积2022平方米"), []);
    }

    #[test]
    fn months_and_stretches_are_found() {
        assert_eq!(of_months("3月完成招标，4—10月施工，11月验收"), [(None, 3, 3), (None, 4, 10), (None, 11, 11)]);
        assert_eq!(of_months("2026年5月至8月施工；9月验收"), [(Some(2026), 5, 8), (Some(2026), 9, 9)]);
        assert_eq!(of_months("第一季度结算，第四季度付清余款"), [(None, 1, 3), (None, 10, 12)]);
        assert_eq!(of_months("每月巡查，月均3次，6个月"), []);
    }
}
