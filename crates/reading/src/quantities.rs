//! Quantities and ranges in a text: the number, the words of comparison around it, and its unit.

use jibiao_model::{Number, Unit, UnitFamily};

use crate::{
    facts::{Fact, Scan, Step, What},
    measures::SCALES,
    number::{Digits, decimal},
    numeral,
    operator::{self, After},
    unit::{self, is_han},
};

/// Measures that make a rank, a name or an adverb with a Chinese numeral (三期, 一类, 十分, 一点, 进一步), not a count.
const NAMES_RANK: &[&str] =
    &["期", "类", "区", "段", "本", "班", "样", "面", "道", "度", "部", "方", "分", "时", "点", "线", "行", "步"];

impl<'a> Scan<'a> {
    /// Whether the dash before a digit is a minus: nothing, a comparison or a blank stands before it.
    fn is_sign(&self, rest: &str) -> bool {
        let earlier = self.before(rest).strip_suffix('-').unwrap_or_default();
        match earlier.chars().next_back() {
            None => self.floor == 0,
            Some(c) => matches!(c, ' ' | '(' | '≥' | '≤' | '>' | '<' | '=' | '≈' | '±'),
        }
    }

    /// Numbers in words: 百分之九十五, 三次.
    pub(crate) fn words(&self, rest: &'a str) -> Option<Step<'a>> {
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
        if let Some(after) = rest.strip_prefix('半') {
            return self.half(rest, after);
        }
        let (number, after) = numeral::numeral(rest)?;
        if let Some(step) = self.words_range(rest, number, after) {
            return Some(step);
        }
        // In prose 一 and 三 are rarely counts (统一, 一次性, 三公): only where the unit is known and closes the clause.
        let (unit, rest_of_clause) =
            unit::known_at(after).filter(|(unit, _)| !NAMES_RANK.contains(&unit.text.as_str()))?;
        let unit = self.scaled_column(written(after, rest_of_clause)).unwrap_or(unit);
        let after = rest_of_clause;
        let (_, following) = operator::after(after, true);
        let earlier = self.before(rest).trim_end();
        let named = earlier.ends_with(['第', '之', '统', '唯', '其', '数', '几', '好', '上', '十', '百', '千', '万']);
        // 第一至三批
        let ranked = earlier.ends_with(['至', '到']) && earlier.contains('第');
        if named || ranked || following.trim_start().starts_with(|c: char| is_han(c) || c.is_ascii_digit() || c == '、')
        {
            return None;
        }
        Some(self.quantity(rest, after, number, Some(unit)))
    }

    /// `二至三次`: both ends in words, the unit after the second, which closes the clause.
    fn words_range(&self, rest: &'a str, low: Number, after: &'a str) -> Option<Step<'a>> {
        let (high, after) = numeral::numeral(after.strip_prefix(['至', '到', '-', '~'])?)?;
        let (unit, after) = unit::known_at(after).filter(|(unit, _)| !NAMES_RANK.contains(&unit.text.as_str()))?;
        let (words, end) = self.words_after(after, Some(&unit));
        let closes = !end.trim_start().starts_with(|c: char| is_han(c) || c.is_ascii_digit());
        (high > low && closes && !self.before(rest).trim_end().ends_with('第'))
            .then(|| self.fact(rest, end, What::Range(low, high, Some(unit)), words))
    }

    /// `半年内`, `半个月`: half of a stretch of time that closes the clause and follows no other word.
    fn half(&self, rest: &'a str, after: &'a str) -> Option<Step<'a>> {
        let after = after.strip_prefix('个').filter(|rest| rest.starts_with('月')).unwrap_or(after);
        let name = ["年", "月", "天", "小时"].iter().find(|name| after.starts_with(**name))?;
        let unit = unit::read_unit(if *name == "月" { "个月" } else { name })?;
        let after = after.strip_prefix(name)?;
        let (words, end) = self.words_after(after, Some(&unit));
        let alone = operator::before(self.before(rest)).length == self.before(rest).trim_start().len();
        let closes = !end.trim_start().starts_with(|c: char| is_han(c) || c.is_ascii_digit());
        let number = Number::ONE.over(Number::whole(2)).ok()?;
        (alone && closes).then(|| self.fact(rest, end, What::Quantity(number, Some(unit)), words))
    }

    pub(crate) fn number(&self, rest: &'a str, after: &'a str, digits: Digits) -> Option<Step<'a>> {
        let opaque = |after| Some(self.fact(rest, after, What::Opaque, After::default()));
        let dash = self.before(rest).ends_with('-');
        let number = match digits {
            // 增长-5%: a minus or a dash, nobody knows.
            _ if dash && !self.is_sign(rest) => return opaque(after),
            Digits::Number(number) if dash => Number::ZERO.minus(number).ok()?,
            Digits::Number(number) => number,
            Digits::TooMany => return Some(self.fact(rest, after, What::Unreadable, After::default())),
            Digits::Broken => return opaque(after),
        };
        if self.enumerates(rest, after) {
            return Some(Step::Skip(after));
        }
        // 未完成3场: what is missing is not what was done.
        let before = self.before(rest).trim_end();
        if ["未完成", "未达到", "未达", "尚差", "还差"].iter().any(|word| before.ends_with(word)) {
            return opaque(after);
        }
        if let Some(end) = expression(after) {
            return opaque(end);
        }
        let (unit, more, after_unit) = self.unit(rest, after);
        if let Some(step) = self.range(rest, after_unit, number, unit.as_ref()) {
            return Some(step);
        }
        if unit.is_none() && after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '号' | '级')) {
            return Some(Step::Skip(after.trim_start_matches(|c: char| c.is_ascii_alphanumeric())));
        }
        let (number, unit) = match self.counted_scale(rest, written(after, after_unit)) {
            Some(size) => (number.times(Number::whole(size)).ok()?, None),
            None => (number, unit),
        };
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
        content && ((starts && matches!(sign, '.' | '、' | ')')) || (sign == ':' && expression(after).is_none()))
    }

    /// `80-90%`, `80%~90%`, `3至5次`.
    fn range(&self, rest: &'a str, after: &'a str, low: Number, first: Option<&Unit>) -> Option<Step<'a>> {
        let spaced = after.trim_start_matches(' ');
        let text = spaced.trim_start_matches(['-', '~', '至', '到']);
        if text.len() == spaced.len() {
            return None;
        }
        let text = text.trim_start_matches([' ', '¥']);
        let (Digits::Number(high), after) = decimal(text)? else { return None };
        if expression(after).is_some() {
            return None;
        }
        let (second, _, after) = self.unit(rest, after);
        let unit = match (first, second) {
            (Some(first), Some(second)) if *first != second => return None,
            (first, second) => second.or_else(|| first.cloned()),
        };
        if high <= low {
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
            return (Some(self.scaled_column(written(text, rest)).unwrap_or(unit)), false, rest);
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

    /// 30万 beside 人 is 30万人, beside 元/户 it is 30万元/户.
    fn scaled_column(&self, written: &str) -> Option<Unit> {
        let column = self.column.filter(|column| column.family != UnitFamily::Ratio)?;
        scale(written)?;
        let scaled = column.text.starts_with(['万', '亿']);
        let text = if scaled { column.text.clone() } else { format!("{written}{}", column.text) };
        Some(Unit { text, family: column.family })
    }

    /// 覆盖人口60万 is not money: beside words that name none, 万 is only a size.
    fn counted_scale(&self, rest: &str, written: &str) -> Option<i64> {
        const MONEY: &[&str] = &[
            "元", "资金", "经费", "预算", "成本", "投资", "收入", "支出", "金额", "产值", "费", "款", "补", "奖", "价",
        ];
        let size = scale(written).filter(|_| self.column.is_none())?;
        let before = self.before(rest);
        let words = before.get(..before.len().saturating_sub(operator::before(before).length))?;
        let counted = words.contains(is_han) && !MONEY.iter().any(|word| words.contains(word));
        counted.then_some(size)
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
        let average = self.before(rest).contains('均');
        let unit = match (unit, &each) {
            (Some(unit), Some(_)) if average && unit.family != UnitFamily::Money => Some(unit),
            (Some(unit), Some((part, _))) if !unit.text.contains('/') => {
                unit::read_unit(&format!("{}/{part}", unit.text)).or(Some(unit))
            }
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

    /// `每月50元`, `每人每天不超过30元`, `户均4000元`: what the number is for, and where that starts.
    fn each(&self, rest: &str) -> Option<(String, usize)> {
        let before = self.before(rest);
        if before.contains('均') {
            return self.average(rest);
        }
        if !before.contains('每') {
            return None;
        }
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

    /// `人均500元`, `村均达到1万元`: what the money is for on average.
    fn average(&self, rest: &str) -> Option<(String, usize)> {
        let before = self.before(rest);
        let before = before.get(..before.len().saturating_sub(operator::before(before).length))?.trim_end();
        let before = ["达到", "达", "为"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        let named = before.strip_suffix('均')?;
        let part = ["人", "户", "亩", "村", "生", "校", "床"].iter().find(|part| named.ends_with(**part))?;
        let start = named.len().saturating_sub(part.len());
        Some(((*part).to_owned(), self.floor.saturating_add(start)))
    }

    /// The fact that starts at `rest`, with the words of comparison before it.
    pub(crate) fn fact(&self, rest: &'a str, after: &'a str, what: What, words: After) -> Step<'a> {
        let text = self.before(rest);
        let minus = text.strip_suffix('-').filter(|_| self.is_sign(rest));
        let shorter = minus.unwrap_or(text);
        // ≥%90: the percent sign before the number has been read as its unit.
        let shorter = shorter.strip_suffix('%').unwrap_or(shorter);
        let before = operator::before(shorter);
        let taken = text.len().saturating_sub(shorter.len()).saturating_add(before.length);
        let range = matches!(what, What::Range(..));
        let fact = Fact {
            what: if before.contradictory { What::Unreadable } else { what },
            operator: if range { before.with_range(words) } else { before.with(words) },
            approximate: before.approximate || words.approximate,
            span: self.at(rest).saturating_sub(taken)..self.at(after),
            aside: false,
        };
        Step::Fact(fact, after)
    }
}

/// What has been read of `text` when `rest` follows.
fn written<'t>(text: &'t str, rest: &str) -> &'t str {
    text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default().trim()
}

/// The size of 万 or 亿 without a unit.
fn scale(written: &str) -> Option<i64> {
    let (_, size) = SCALES.iter().find(|(word, _)| *word == written)?;
    (*size >= 10_000).then_some(*size)
}

/// What follows digits that go on as a product, a ratio, a fraction or a time of day.
fn expression(after: &str) -> Option<&str> {
    const SIGNS: [char; 6] = ['×', '*', 'x', 'X', ':', '/'];
    let more = after.strip_prefix(SIGNS)?;
    more.starts_with(|c: char| c.is_ascii_digit())
        .then(|| after.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || SIGNS.contains(&c)))
}
