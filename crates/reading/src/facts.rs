//! The numbers and dates that a text states, found from left to right.

use std::ops::Range;

use jibiao_model::{Number, Operator, PartialDate, TimeSpan, Unit};

use crate::{
    calendar, date,
    number::{after, decimal, digit_run},
    numeral, operator,
    terms::is_alphanumeric,
};

/// One thing stated, with the folded bytes that state it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fact {
    pub(crate) what: What,
    pub(crate) operator: Option<Operator>,
    pub(crate) approximate: bool,
    pub(crate) span: Range<usize>,
    /// Inside brackets: an aside, where something stands outside as well.
    pub(crate) aside: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    Quantity(Number, Option<Unit>),
    Range(Number, Number, Option<Unit>),
    /// Whether the words beside it make it a deadline; whether it is only a year.
    Date {
        time: TimeSpan,
        year_only: bool,
    },
    /// Digits with a meaning that is not read: a fraction, a ratio, a product, a time of day.
    Opaque,
    /// More than 28 digits, or signs that contradict each other.
    Unreadable,
}

/// The whole text and where the scan stands in it.
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    /// End of the last fact: nothing before it belongs to the next one.
    pub(crate) floor: usize,
    /// Whether the columns beside the cell leave room for dates like `2023.07`.
    loose_dates: bool,
    /// The unit column, which may name a measure that the table does not know.
    pub(crate) column: Option<&'a Unit>,
}

pub(crate) enum Step<'a> {
    Fact(Fact, &'a str),
    /// Digits that are part of a name: `G318`, `第3`, `1号`.
    Skip(&'a str),
}

/// Everything stated in the folded text.
pub(crate) fn facts(text: &str, loose_dates: bool, column: Option<&Unit>) -> Vec<Fact> {
    let mut scan = Scan { text, floor: 0, loose_dates, column };
    let mut found = Vec::new();
    let mut depth: u32 = 0;
    let mut rest = text;
    let mut previous = None;
    while let Some(c) = rest.chars().next() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let step = if may_start(c) { scan.step(rest, previous) } else { None };
        let shorter = match step {
            Some(Step::Fact(mut fact, after)) if after.len() < rest.len() => {
                fact.aside = depth > 0;
                scan.floor = fact.span.end;
                found.push(fact);
                after
            }
            Some(Step::Skip(after)) if after.len() < rest.len() => after,
            _ => rest.strip_prefix(c).unwrap_or_default(),
        };
        let consumed = rest.len().saturating_sub(shorter.len());
        previous = rest.get(..consumed).and_then(|text| text.chars().next_back());
        rest = shorter;
    }
    found
}

/// Whether a number or a date may start with this character.
fn may_start(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '十' | '百' | '千' | '万' | '第' | '上' | '下' | '本' | '当' | '年' | '全' | '半')
        || numeral::digit(c).is_some()
}

impl<'a> Scan<'a> {
    pub(crate) fn at(&self, rest: &str) -> usize {
        self.text.len().saturating_sub(rest.len())
    }

    /// The text between the last fact and `rest`.
    pub(crate) fn before(&self, rest: &str) -> &'a str {
        self.text.get(self.floor..self.at(rest)).unwrap_or_default()
    }

    fn step(&self, rest: &'a str, previous: Option<char>) -> Option<Step<'a>> {
        if let Some(found) = self.date(rest, previous) {
            return Some(found);
        }
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            // T+3 is a name, +3% is a number.
            let named = self.before(rest).strip_suffix('+').unwrap_or_default();
            if previous.is_some_and(|c| c.is_ascii_alphabetic() || c == '第')
                || named.ends_with(|c: char| c.is_ascii_alphabetic())
            {
                return Some(Step::Skip(rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '.')));
            }
            // GB/T 19001-2016: the number of a standard and its year.
            let digits = digit_run(rest);
            if previous == Some(' ')
                && self.before(rest).trim_end().ends_with(|c: char| c.is_ascii_uppercase())
                && after(rest, digits).starts_with(['-', '.'])
            {
                let end = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
                return Some(Step::Skip(end));
            }
            let (digits, after) = decimal(rest)?;
            return self.number(rest, after, digits);
        }
        // Inside a numeral no other one starts.
        let inside = previous.is_some_and(|c| numeral::digit(c).is_some());
        if inside { None } else { self.words(rest) }
    }

    fn date(&self, rest: &'a str, previous: Option<char>) -> Option<Step<'a>> {
        let digits = digit_run(rest);
        let inside = match previous {
            Some('-') => !after(rest, digits).trim_start_matches(' ').starts_with(['年', '月']),
            Some(c) => c.is_ascii_alphanumeric() || c == '.' || (digits == 0 && numeral::digit(c).is_some()),
            None => false,
        };
        if inside {
            return None;
        }
        if !may_be_date(rest) {
            return None;
        }
        let (span, mut after) = match date::span(rest) {
            Some(found) => found,
            None => self.short_day(rest)?,
        };
        // 2026年13月, 2月30日: no day of the calendar, and no number of months or days either.
        if beyond_calendar(written_until(rest, after), after) {
            let end = after.trim_start_matches(' ');
            let end = end.get(digit_run(end)..).unwrap_or_default();
            return Some(self.fact(rest, end, What::Unreadable, operator::After::default()));
        }
        let before = self.before(rest);
        let deadline = ["之前", "以前", "前"].iter().find_map(|word| after.trim_start_matches(' ').strip_prefix(word));
        // 2023.07 and 20230731 are dates only where they stand alone or as a deadline.
        if !span.certain && deadline.is_none() {
            let alone = !before.contains(is_alphanumeric)
                && operator::before(before).length == 0
                && !after.contains(|c: char| is_alphanumeric(c) || c == '%');
            if !(self.loose_dates && alone && loose(rest)) {
                return None;
            }
        }
        let words = operator::before(before);
        // 2026年内完成 is a deadline, 2026年完成 a task of that year.
        let within = self.text.get(..self.at(after)).is_some_and(|text| text.ends_with('内'));
        let year_only = span.year_only && !within;
        let done = deadline.is_none() && !year_only && starts_with_done(after);
        let own = words.operator.or(match (deadline.is_some(), done) {
            (true, _) if span.end || span.time.to.is_some_and(|to| to.day.is_some()) => Some(Operator::AtMost),
            (true, _) => Some(Operator::Below),
            (false, true) => Some(Operator::AtMost),
            (false, false) => None,
        });
        after = deadline.unwrap_or(after);
        let bounded = span.single && matches!(own, Some(Operator::AtMost | Operator::Below));
        let time = if bounded { TimeSpan { from: None, ..span.time } } else { span.time };
        let every = ["每年度", "每年", "每月", "每季度"].iter().find(|word| before.ends_with(**word));
        let start = self.at(rest).saturating_sub(words.length.max(every.map_or(0, |word| word.len())));
        let fact = Fact {
            what: What::Date { time, year_only },
            operator: own,
            approximate: words.approximate,
            span: start..self.at(after),
            aside: false,
        };
        Some(Step::Fact(fact, after))
    }

    /// `10日前`, `每月15日`: a day without its month; `12.31前`: without 月 and 日.
    fn short_day(&self, rest: &'a str) -> Option<(date::Span, &'a str)> {
        let deadline = |text: &str| text.starts_with('前') || text.starts_with("之前") || text.starts_with("以前");
        let (first, after) = calendar::small(rest, 31)?;
        let (month, day, after) = match after.strip_prefix(['.', '/', '-']) {
            Some(after) => {
                let (day, after) = calendar::small(after, 31).filter(|(day, _)| calendar::real(None, first, *day))?;
                (Some(first), day, after)
            }
            None => (None, first, after.strip_prefix(['日', '号'])?),
        };
        if !deadline(after) && (month.is_some() || !self.before(rest).ends_with("每月")) {
            return None;
        }
        let date = Some(PartialDate { year: None, month, day: Some(day) });
        let time = TimeSpan { from: date, to: date };
        Some((date::Span { time, single: true, end: false, certain: true, year_only: false }, after))
    }
}

/// What has been read of `text` when `rest` follows.
fn written_until<'t>(text: &'t str, rest: &str) -> &'t str {
    text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default()
}

/// Whether a date is followed at once by a month or a day that no calendar has.
fn beyond_calendar(date: &str, after: &str) -> bool {
    let digits = digit_run(after);
    let name = after.get(digits..).unwrap_or_default();
    let day = || name.starts_with(['日', '号']) && !name.starts_with("日内") && !name.starts_with("日起");
    (1..=2).contains(&digits) && ((date.ends_with('年') && name.starts_with('月')) || (date.ends_with('月') && day()))
}

/// Whether the digits at the start can open a date: told by their count and by what follows them.
fn may_be_date(text: &str) -> bool {
    let digits = digit_run(text);
    let next = after(text, digits).trim_start_matches(' ').chars().next();
    match (digits, next) {
        (0 | 6 | 8, _) => true,
        (1 | 2 | 4, Some(c)) => ".-/~年月日号至到季".contains(c),
        _ => false,
    }
}

/// Two forms of digits that read as a date where they stand alone: `2023.07`, `20230731`, `2026-2028`.
fn loose(text: &str) -> bool {
    match text.split_once('.') {
        Some((_, month)) => digit_run(month) == 2 || month.contains(['-', '~']),
        None => digit_run(text) == 8 || text.contains(['-', '~', '至', '到']),
    }
}

/// Words after a date that make it the day by which something is done.
fn starts_with_done(text: &str) -> bool {
    ["完成", "完工", "竣工", "到位", "交付", "建成", "办结", "完毕", "结束", "止"]
        .iter()
        .any(|word| text.trim_start_matches(['日', ' ', '全', '部']).starts_with(word))
}
