//! Texts of the document with what they state in figures, read once for all rules that ask.

use std::ops::Range;

use jibiao_model::{Cell, Concept, Number, Place};
use jibiao_reading::{Aspect, Statement, Statements, factor, value};

use crate::{View, row};

/// Whether a text tells a plan, a result, or either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Plan,
    Result,
    /// What the project is, and the form's own cells whose label says neither.
    Open,
}

/// A text cell and what it states.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prose<'a> {
    pub(crate) cell: &'a Cell,
    pub(crate) text: &'a str,
    pub(crate) stated: &'a Statements,
}

impl<'a> Prose<'a> {
    pub(crate) fn tense(&self) -> Tense {
        tense(self.cell)
    }

    /// The words before the number.
    pub(crate) fn label(&self, statement: &Statement) -> &'a str {
        self.text.get(statement.label.clone()).unwrap_or_default()
    }

    /// The words after the number and its unit.
    pub(crate) fn tail(&self, statement: &Statement) -> &'a str {
        self.text.get(statement.tail.clone()).unwrap_or_default()
    }

    /// Number and unit as typed.
    pub(crate) fn figure(&self, statement: &Statement) -> &'a str {
        self.text.get(statement.span.clone()).unwrap_or_default().trim()
    }

    /// The words and the number, as a message quotes them.
    pub(crate) fn quote(&self, statement: &Statement) -> &'a str {
        quote(self.text, statement)
    }

    pub(crate) fn place(&self, view: &View<'_>) -> Place {
        view.at_cell(&self.cell.id)
    }
}

/// The words before a number and the number with its unit, where they stand in one piece.
pub(crate) fn quote<'t>(text: &'t str, statement: &Statement) -> &'t str {
    let whole = range(statement).start..statement.span.end;
    text.get(whole).unwrap_or_default().trim().trim_start_matches("其中").trim_start_matches(['：', ':', '，', ','])
}

fn range(statement: &Statement) -> Range<usize> {
    let from = if statement.label.is_empty() { statement.span.start } else { statement.label.start };
    from.min(statement.span.start)..statement.span.end
}

/// A number given in base units, in the unit of a statement.
pub(crate) fn in_unit_of(base: Number, statement: &Statement) -> Option<Number> {
    match &statement.unit {
        Some(unit) => base.over(factor(unit)?).ok(),
        None => Some(base),
    }
}

/// A number in base units as a message says it: in the unit of a statement.
pub(crate) fn said(base: Number, statement: &Statement) -> String {
    let number = in_unit_of(base, statement).unwrap_or(base);
    let unit = statement.unit.as_ref().map_or("", |unit| unit.text.as_str());
    format!("{number}{unit}")
}

/// The numbers of several statements with signs between, in the unit of one of them. The flag is for a term that is
/// taken away.
pub(crate) fn terms<'s>(parts: impl Iterator<Item = (&'s Statement, bool)>, unit: &Statement) -> String {
    let mut text = String::new();
    for (part, minus) in parts {
        if !text.is_empty() {
            text.push_str(if minus { " − " } else { " + " });
        }
        let number = value(part).and_then(|base| in_unit_of(base, unit)).unwrap_or(part.number);
        text.push_str(&number.to_string());
    }
    text
}

/// Whether a number in base units is within a share of another one, in percent.
pub(crate) fn within(difference: Number, whole: Number, percent: i64) -> bool {
    let (Ok(scaled), Ok(bound)) =
        (difference.magnitude().times(Number::HUNDRED), whole.magnitude().times(Number::whole(percent)))
    else {
        return false;
    };
    scaled <= bound
}

/// Whether two texts share a run of at least so many characters of words.
pub(crate) fn shares_words(a: &str, b: &str, length: usize) -> bool {
    let letters = |text: &str| text.chars().all(row::is_letter);
    a.char_indices().any(|(from, _)| {
        let rest = a.get(from..).unwrap_or_default();
        let end = rest.char_indices().nth(length.saturating_sub(1)).map(|(at, c)| at.saturating_add(c.len_utf8()));
        end.and_then(|end| rest.get(..end)).is_some_and(|run| letters(run) && b.contains(run))
    })
}

/// Whether a number has a part in a sum or a comparison of plain amounts: no share, no difference, no mean.
pub(crate) fn is_plain(statement: &Statement) -> bool {
    use Aspect::{Bound, Change, Cumulative, Each, Earlier, Points, Share};
    !statement.aspects.any(&[Share, Change, Each, Points, Bound, Cumulative, Earlier])
}

fn tense(cell: &Cell) -> Tense {
    match cell.concept {
        Some(Concept::YearGoal | Concept::WholeGoal | Concept::Schedule | Concept::UseOfFunds) => Tense::Plan,
        Some(Concept::GoalResult) => Tense::Result,
        Some(_) => Tense::Open,
        None => {
            const RESULTS: &[&str] =
                &["完成", "结果", "成效", "实现", "执行情况", "实际", "到位", "使用情况", "成果", "支出情况"];
            const PLANS: &[&str] = &["目标", "计划", "预期", "任务"];
            let named = |words: &[&str]| words.iter().any(|word| cell.label.zh.contains(word));
            if named(RESULTS) {
                Tense::Result
            } else if named(PLANS) {
                Tense::Plan
            } else {
                Tense::Open
            }
        }
    }
}
