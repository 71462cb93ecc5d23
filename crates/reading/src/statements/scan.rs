//! The quantities of a text, from left to right, with the words around them.

use std::ops::Range;

use jibiao_model::{Unit, UnitFamily};

use crate::{
    facts::{Fact, What, facts},
    fold::{Folded, fold},
    number::digit_run,
    unit::is_han,
};

use super::{
    Statement,
    aspect::{self, Aspects},
};

/// Whether the text holds a full-width digit.
pub(super) fn has_wide_digit(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '０'..='９'))
}

/// Every quantity of the text. A line is a sentence of its own: forms break lines, not sentences.
pub(super) fn items(text: &str) -> Vec<Statement> {
    let mut place = Place::default();
    let mut items = Vec::new();
    let mut start: usize = 0;
    for line in text.split('\n') {
        let folded = fold(line);
        Line::new(line, &folded, start, &mut place, &mut items).read();
        place.sentence = place.sentence.saturating_add(1);
        place.clause = place.clause.saturating_add(1);
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    items
}

/// Where the scan stands in the order of sentences and clauses.
#[derive(Default)]
struct Place {
    sentence: usize,
    clause: usize,
}

/// The scan of one line.
struct Line<'l> {
    /// As typed, and folded.
    source: &'l str,
    folded: &'l Folded<'l>,
    text: &'l str,
    /// Where the line starts in the whole text.
    offset: usize,
    place: &'l mut Place,
    items: &'l mut Vec<Statement>,
    /// Where the words before the next number start.
    mark: usize,
    /// A colon after `mark`: what stands before it names what follows, unless more words follow.
    colon: Option<usize>,
    /// For each open bracket: the mark outside, and the number of items found before.
    brackets: Vec<(usize, usize)>,
    /// The item that still takes the words after it.
    open: Option<(usize, usize)>,
    /// Whether the clause holds a quantity already.
    follows: bool,
    time: Option<jibiao_model::TimeSpan>,
}

impl<'l> Line<'l> {
    fn new(
        source: &'l str,
        folded: &'l Folded<'l>,
        offset: usize,
        place: &'l mut Place,
        items: &'l mut Vec<Statement>,
    ) -> Self {
        Self {
            source,
            text: folded.as_str(),
            folded,
            offset,
            place,
            items,
            mark: 0,
            colon: None,
            brackets: Vec::new(),
            open: None,
            follows: false,
            time: None,
        }
    }

    fn read(mut self) {
        let first = self.items.len();
        let mut at: usize = 0;
        for fact in facts(self.text, false, None) {
            let start = fact.span.start.max(at);
            self.words(at..start);
            at = fact.span.end.max(start);
            self.fact(fact, start);
        }
        self.words(at..self.text.len());
        self.close(self.text.len());
        self.settle_bare_amounts(first);
    }

    /// `甲340万,乙30万`: where one bare 万 is money by its words, the others of the line are as well.
    fn settle_bare_amounts(&mut self, first: usize) {
        let bare = |item: &Statement| {
            let written = item.span.start.checked_sub(self.offset).zip(item.span.end.checked_sub(self.offset));
            let written = written.and_then(|(start, end)| self.source.get(start..end));
            written.is_some_and(|text| text.trim_end().ends_with(['万', '亿']))
        };
        let Some(own) = self.items.get(first..) else { return };
        let money = |item: &&Statement| item.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Money);
        if !own.iter().filter(money).any(bare) {
            return;
        }
        let bare: Vec<bool> = own.iter().map(|item| item.unit.is_none() && bare(item)).collect();
        for (item, _) in self.items.iter_mut().skip(first).zip(bare).filter(|(_, bare)| *bare) {
            item.unit = Some(Unit { text: "元".to_owned(), family: UnitFamily::Money });
        }
    }

    /// Stops and brackets between two facts.
    fn words(&mut self, range: Range<usize>) {
        let Some(words) = self.text.get(range.clone()) else { return };
        let mut previous = ' ';
        for (index, c) in words.char_indices() {
            let at = range.start.saturating_add(index);
            let next = at.saturating_add(c.len_utf8());
            match c {
                ',' | ';' | '、' | '…' => self.stop(at, next),
                '。' | '!' | '?' => {
                    self.stop(at, next);
                    self.place.sentence = self.place.sentence.saturating_add(1);
                    self.time = None;
                }
                // 1.培训: the number of a list item.
                '.' if previous.is_ascii_digit() => self.stop(at, next),
                ':' => {
                    self.close(at);
                    self.colon = Some(at);
                }
                '(' => {
                    self.close(at);
                    self.brackets.push((self.mark, self.items.len()));
                    self.next_clause(next);
                }
                ')' => {
                    self.close(at);
                    match self.brackets.pop() {
                        // 总投资(概算)500万元: a bracket without a number belongs to the words.
                        Some((mark, before)) if before == self.items.len() => self.mark = mark,
                        _ => self.next_clause(next),
                    }
                }
                _ => {}
            }
            previous = c;
        }
    }

    fn stop(&mut self, at: usize, next: usize) {
        self.close(at);
        self.next_clause(next);
    }

    fn next_clause(&mut self, mark: usize) {
        self.mark = mark;
        self.colon = None;
        self.follows = false;
        self.place.clause = self.place.clause.saturating_add(1);
    }

    /// The words after the last quantity end here.
    fn close(&mut self, at: usize) {
        if let Some((index, from)) = self.open.take() {
            let words = self.text.get(from..at).map_or(0, |words| words.trim_end().len());
            let tail = self.original(from..from.saturating_add(words));
            if let Some(item) = self.items.get_mut(index) {
                item.tail = tail;
            }
        }
    }

    fn fact(&mut self, fact: Fact, start: usize) {
        match fact.what {
            // 新建道路5公里 2.完成验收: the number of the next item, which begins a sentence.
            What::Quantity(_, None) if self.is_list_number(&fact.span) => {
                self.stop(start, fact.span.end);
                self.place.sentence = self.place.sentence.saturating_add(1);
            }
            What::Quantity(number, unit) => {
                self.close(start);
                let label = self.label(start);
                let words = self.text.get(label.clone()).unwrap_or_default();
                let inherited = self.items.last().filter(|_| self.follows && words.is_empty());
                let inherited = inherited.map_or(Aspects::default(), |item| item.aspects);
                let aspects = aspect::aspects(words).and(inherited);
                let (label, span) = (self.original(label), self.original(start..fact.span.end));
                self.open = Some((self.items.len(), fact.span.end));
                self.items.push(Statement {
                    number,
                    unit,
                    operator: fact.operator,
                    approximate: fact.approximate,
                    decimals: decimals(self.text.get(start..fact.span.end).unwrap_or_default()),
                    tail: span.end..span.end,
                    span,
                    label,
                    aspects,
                    time: self.time,
                    sentence: self.place.sentence,
                    clause: self.place.clause,
                    depth: self.brackets.len(),
                    follows: self.follows,
                });
                self.mark = fact.span.end;
                self.colon = None;
                self.follows = true;
            }
            What::Date { time, .. } => {
                // 2023年新建…: when, not what.
                let leads = self.text.get(self.mark..start).is_some_and(|words| words.trim().is_empty());
                if leads {
                    self.mark = fact.span.end;
                }
                self.time = Some(time);
            }
            What::Range(..) | What::Opaque | What::Unreadable => {}
        }
    }

    /// `2.完成`, `3、培训`: a small number and a stop, and then words.
    fn is_list_number(&self, span: &Range<usize>) -> bool {
        let after = self.text.get(span.end..).unwrap_or_default();
        let words = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(is_han));
        words && self.text.get(span.clone()).is_some_and(|number| number.trim().len() <= 2)
    }

    /// The words before a number: after a colon, or before it where nothing follows it.
    fn label(&self, start: usize) -> Range<usize> {
        let range = match self.colon {
            Some(colon) if self.text.get(colon..start).is_some_and(|words| !words.trim_matches(ENDS).is_empty()) => {
                colon.saturating_add(1)..start
            }
            Some(colon) => self.mark..colon,
            None => self.mark..start,
        };
        let Some(words) = self.text.get(range.clone()) else { return start..start };
        let trimmed = words.trim_start_matches(ENDS);
        let from = range.end.saturating_sub(trimmed.len());
        from..from.saturating_add(trimmed.trim_end_matches(ENDS).len())
    }

    fn original(&self, range: Range<usize>) -> Range<usize> {
        let found = self.folded.original(range);
        found.start.saturating_add(self.offset)..found.end.saturating_add(self.offset)
    }
}

/// How many digits the number in a text has after its decimal point.
fn decimals(text: &str) -> u32 {
    let digits = text.find(|c: char| c.is_ascii_digit()).and_then(|start| text.get(start..)).unwrap_or_default();
    let digits = digits.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    let after = digits.strip_prefix('.').map_or(0, digit_run);
    u32::try_from(after).unwrap_or(u32::MAX)
}

/// What is no part of the words before a number.
const ENDS: &[char] = &[' ', ':', '“', '”', '"', '‘', '’', '=', '-', '·', '.'];
