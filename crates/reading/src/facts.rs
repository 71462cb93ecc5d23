//! The numbers and dates that a text states, found from left to right.

use std::ops::Range;

use jibiao_model::{Number, Operator, PartialDate, TimeSpan, Unit, UnitFamily};

use crate::{
    calendar, date,
    number::{Digits, decimal, digit_run},
    numeral,
    operator::{self, After},
    unit::{self, is_han},
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
struct Scan<'a> {
    text: &'a str,
    /// End of the last fact: nothing before it belongs to the next one.
    floor: usize,
    /// Whether the columns beside the cell leave room for dates like `2023.07`.
    loose_dates: bool,
    /// The unit column, which may name a measure that the table does not know.
    column: Option<&'a Unit>,
}

enum Step<'a> {
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
        || matches!(c, '-' | '%' | '十' | '百' | '千' | '万' | '第' | '上' | '下' | '本' | '当' | '年' | '全')
        || numeral::digit(c).is_some()
}

impl<'a> Scan<'a> {
    fn at(&self, rest: &str) -> usize {
        self.text.len().saturating_sub(rest.len())
    }

    /// The text between the last fact and `rest`.
    fn before(&self, rest: &str) -> &'a str {
        self.text.get(self.floor..self.at(rest)).unwrap_or_default()
    }

    fn step(&self, rest: &'a str, previous: Option<char>) -> Option<Step<'a>> {
        if let Some(found) = self.date(rest, previous) {
            return Some(found);
        }
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            if previous.is_some_and(|c| c.is_ascii_alphabetic() || c == '第') {
                return Some(Step::Skip(rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '.')));
            }
            let (digits, after) = decimal(rest)?;
            let negative = self.before(rest).ends_with('-');
            // 增长-5%: a minus or a dash, nobody knows.
            if negative && !self.is_sign(rest) {
                return Some(self.fact(rest, after, What::Opaque, After::default()));
            }
            return self.number(rest, after, digits, negative);
        }
        self.words(rest)
    }

    /// Whether the dash before a digit is a minus: nothing, a comparison or a blank stands before it.
    fn is_sign(&self, rest: &str) -> bool {
        let earlier = self.before(rest).strip_suffix('-').unwrap_or_default();
        match earlier.chars().next_back() {
            None => self.floor == 0,
            Some(c) => matches!(c, ' ' | '(' | '≥' | '≤' | '>' | '<' | '=' | '≈' | '±'),
        }
    }

    fn date(&self, rest: &'a str, previous: Option<char>) -> Option<Step<'a>> {
        if previous.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || numeral::digit(c).is_some()) {
            return None;
        }
        let (span, mut after) = match date::span(rest) {
            Some(found) => found,
            None => self.short_day(rest)?,
        };
        let before = self.before(rest);
        let deadline = ["之前", "以前", "前"].iter().find_map(|word| after.trim_start_matches(' ').strip_prefix(word));
        // 2023.07 and 20230731 are dates only where they stand alone or as a deadline.
        if !span.certain && deadline.is_none() {
            let alone = before.trim().is_empty() && after.trim().is_empty();
            if !(self.loose_dates && alone && loose(rest)) {
                return None;
            }
        }
        let words = operator::before(before);
        let done = deadline.is_none() && !span.year_only && starts_with_done(after);
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
            what: What::Date { time, year_only: span.year_only },
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

    /// Numbers in words: 百分之九十五, 三次.
    fn words(&self, rest: &'a str) -> Option<Step<'a>> {
        if rest.starts_with('%') {
            return None;
        }
        for (word, shown) in [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")] {
            let Some(part) = rest.strip_prefix(word) else { continue };
            let (number, after) = match decimal(part) {
                Some((Digits::Number(number), after)) => (number, after),
                Some((_, after)) => return Some(self.fact(rest, after, What::Unreadable, After::default())),
                None => numeral::of_hundred(part)?,
            };
            let unit = Unit { text: shown.to_owned(), family: UnitFamily::Ratio };
            return Some(self.quantity(rest, after, number, Some(unit)));
        }
        if let Some(after) = rest.strip_prefix("百分百") {
            let unit = Unit { text: "%".to_owned(), family: UnitFamily::Ratio };
            return Some(self.quantity(rest, after, Number::HUNDRED, Some(unit)));
        }
        let (number, after) = numeral::numeral(rest)?;
        // In prose 一 and 三 are rarely counts (统一, 一次性, 三公): only where the unit is known and closes the clause.
        let (unit, after) = unit::known_at(after)?;
        let (_, following) = operator::after(after, true);
        let earlier = self.before(rest).trim_end();
        let named = earlier.ends_with(['第', '之', '统', '唯', '其', '十', '百', '千', '万']);
        if named || following.trim_start().starts_with(|c: char| is_han(c) || c.is_ascii_digit() || c == '、') {
            return None;
        }
        Some(self.quantity(rest, after, number, Some(unit)))
    }

    fn number(&self, rest: &'a str, after: &'a str, digits: Digits, negative: bool) -> Option<Step<'a>> {
        let number = match digits {
            Digits::Number(number) if negative => Number::ZERO.minus(number).ok()?,
            Digits::Number(number) => number,
            Digits::TooMany => return Some(self.fact(rest, after, What::Unreadable, After::default())),
            Digits::Broken => return Some(self.fact(rest, after, What::Opaque, After::default())),
        };
        if self.enumerates(rest, after) {
            return Some(Step::Skip(after));
        }
        if let Some(end) = expression(after) {
            return Some(self.fact(rest, end, What::Opaque, After::default()));
        }
        if let Some(step) = self.range(rest, after, number) {
            return Some(step);
        }
        let (unit, more, after_unit) = self.unit(rest, after);
        if unit.is_none() && after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '号' | '级')) {
            return Some(Step::Skip(after.trim_start_matches(|c: char| c.is_ascii_alphanumeric())));
        }
        let step = self.quantity(rest, after_unit, number, unit);
        Some(match step {
            Step::Fact(mut fact, after) => {
                fact.approximate |= more;
                Step::Fact(fact, after)
            }
            skip @ Step::Skip(_) => skip,
        })
    }

    /// `1.`, `1、`, `1)` at the start of a clause, and `指标1:`.
    fn enumerates(&self, rest: &str, after: &str) -> bool {
        let before = self.text.get(..self.at(rest)).unwrap_or_default().trim_end_matches([' ', '(']);
        let starts = before.is_empty() || before.ends_with([';', '。', ',']);
        let Some(sign) = after.chars().next() else { return false };
        let content = after.strip_prefix(sign).is_some_and(|text| !text.trim().is_empty());
        content && ((starts && matches!(sign, '.' | '、' | ')')) || sign == ':')
    }

    /// `80-90%`, `80%~90%`, `3至5次`.
    fn range(&self, rest: &'a str, after: &'a str, low: Number) -> Option<Step<'a>> {
        let (first, _, text) = self.unit(rest, after);
        let spaced = text.trim_start_matches(' ');
        let text = spaced.trim_start_matches(['-', '~', '至', '到']);
        if text.len() == spaced.len() {
            return None;
        }
        let text = text.trim_start_matches([' ', '¥']);
        let (Digits::Number(high), after) = decimal(text)? else { return None };
        if expression(after).is_some() {
            return None;
        }
        let (second, _, after) = self.unit(text, after);
        let unit = match (first, second) {
            (Some(first), Some(second)) if first != second => return None,
            (first, second) => second.or(first),
        };
        if high < low || (high == low && unit.is_none()) {
            return None;
        }
        let (words, after) = self.words_after(after, unit.as_ref());
        Some(self.fact(rest, after, What::Range(low, high, unit), words))
    }

    /// The unit after a number, whether 余 or 多 stands between, and what follows.
    fn unit(&self, rest: &str, after: &'a str) -> (Option<Unit>, bool, &'a str) {
        let text = after.trim_start_matches(' ');
        if let Some((unit, rest)) = unit::more_at(text) {
            return (Some(unit), true, rest);
        }
        if let Some(known) = self.unit_in_brackets(text).or_else(|| unit::known_at(text)) {
            let longer = self.column_unit(text).filter(|(unit, _)| unit.text.len() > known.0.text.len());
            let (unit, rest) = longer.unwrap_or(known);
            return (Some(unit), false, rest);
        }
        // ≥%90
        if let Some(before) = self.before(rest).strip_suffix('%')
            && !before.ends_with(|c: char| c.is_ascii_digit())
        {
            return (Some(Unit { text: "%".to_owned(), family: UnitFamily::Ratio }), false, after);
        }
        let words = operator::before(self.before(rest));
        let alone = words.length == self.before(rest).trim_start().len();
        match self.column_unit(text).or_else(|| unit::unknown_at(text).filter(|_| alone)) {
            Some((unit, rest)) => (Some(unit), false, rest),
            None if words.money => (Some(Unit { text: "元".to_owned(), family: UnitFamily::Money }), false, after),
            None => (None, false, after),
        }
    }

    /// `90.00(%)`.
    fn unit_in_brackets(&self, text: &'a str) -> Option<(Unit, &'a str)> {
        let (unit, rest) = unit::known_at(text.strip_prefix('(')?.trim_start_matches(' '))?;
        Some((unit, rest.trim_start_matches(' ').strip_prefix(')')?))
    }

    fn column_unit(&self, text: &'a str) -> Option<(Unit, &'a str)> {
        let unit = self.column?;
        Some((unit.clone(), text.strip_prefix(unit.text.as_str())?))
    }

    fn words_after(&self, rest: &'a str, unit: Option<&Unit>) -> (After, &'a str) {
        let time = unit.is_some_and(|unit| unit.family == UnitFamily::Time);
        let closes = rest.trim_start().strip_prefix('内').is_some_and(|rest| !rest.starts_with(is_han));
        operator::after(rest, time || closes)
    }

    fn quantity(&self, rest: &'a str, after: &'a str, number: Number, unit: Option<Unit>) -> Step<'a> {
        let (words, end) = self.words_after(after, unit.as_ref());
        // 60岁以上老人: who is meant, not how many.
        if unit.as_ref().is_some_and(|unit| unit.text == "岁" || unit.text == "周岁") && end.starts_with(is_han) {
            return Step::Skip(end);
        }
        let each = self.each(rest);
        let unit = match (unit, &each) {
            (Some(unit), Some((part, _))) if !unit.text.contains('/') => Some(Unit {
                family: if unit.family == UnitFamily::Money { UnitFamily::MoneyPer } else { UnitFamily::Per },
                text: format!("{}/{part}", unit.text),
            }),
            (unit, _) => unit,
        };
        match self.fact(rest, end, What::Quantity(number, unit), words) {
            Step::Fact(mut fact, after) => {
                if let Some((_, start)) = each {
                    fact.span.start = fact.span.start.min(start);
                }
                Step::Fact(fact, after)
            }
            skip @ Step::Skip(_) => skip,
        }
    }

    /// `每月50元`, `每人每天不超过30元`: what the number is for, and where that starts.
    fn each(&self, rest: &str) -> Option<(String, usize)> {
        let before = self.before(rest);
        let length = operator::before(before).length;
        let before = before.get(..before.len().saturating_sub(length))?.trim_end();
        let before = ["补助", "补贴", "奖补", "奖励", "发放", "给予"]
            .iter()
            .find_map(|word| before.strip_suffix(word))
            .unwrap_or(before);
        let mut parts: Vec<&str> = Vec::new();
        let mut text = before;
        while let Some((earlier, part)) = text.rsplit_once('每') {
            let name = part.trim();
            if !matches!(unit::known_at(name), Some((_, ""))) {
                break;
            }
            parts.insert(0, name);
            text = earlier;
        }
        (!parts.is_empty()).then(|| (parts.join("/"), self.floor.saturating_add(text.len())))
    }

    /// The fact that starts at `rest`, with the words of comparison before it.
    fn fact(&self, rest: &'a str, after: &'a str, what: What, words: After) -> Step<'a> {
        let text = self.before(rest);
        let minus = text.strip_suffix('-').filter(|_| self.is_sign(rest));
        let shorter = minus.unwrap_or(text);
        // ≥%90: the percent sign before the number has been read as its unit.
        let shorter = shorter.strip_suffix('%').unwrap_or(shorter);
        let before = operator::before(shorter);
        let taken = text.len().saturating_sub(shorter.len()).saturating_add(before.length);
        let fact = Fact {
            what: if before.contradictory { What::Unreadable } else { what },
            operator: before.with(words),
            approximate: before.approximate || words.approximate,
            span: self.at(rest).saturating_sub(taken)..self.at(after),
            aside: false,
        };
        Step::Fact(fact, after)
    }
}

/// Two forms of digits that read as a date where they stand alone: `2023.07`, `20230731`, `2026-2028`.
fn loose(text: &str) -> bool {
    match text.split_once('.') {
        Some((_, month)) => digit_run(month) == 2 || month.contains(['-', '~']),
        None => digit_run(text) == 8 || text.contains(['-', '~', '至', '到']),
    }
}

/// What follows digits that go on as a product, a ratio, a fraction or a time of day.
fn expression(after: &str) -> Option<&str> {
    const SIGNS: [char; 6] = ['×', '*', 'x', 'X', ':', '/'];
    let more = after.strip_prefix(SIGNS)?;
    more.starts_with(|c: char| c.is_ascii_digit())
        .then(|| after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || SIGNS.contains(&c)))
}

/// Words after a date that make it the day by which something is done.
fn starts_with_done(text: &str) -> bool {
    ["完成", "完工", "竣工", "到位", "交付", "建成", "办结", "完毕", "结束", "止"]
        .iter()
        .any(|word| text.trim_start_matches(['日', ' ', '全', '部']).starts_with(word))
}
