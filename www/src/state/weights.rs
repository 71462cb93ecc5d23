//! The running sum of the points, by level, beside what the frame gives: a counter for the person who distributes
//! them, not a check.

use jibiao_kit::{
    Concept, FormPurpose, Known, Row,
    model::{Frame, LevelOne, Number},
    reading::{Vocabulary, read_number},
};
use yew::AttrValue;

use super::spec::TableSpec;

/// Points of one level.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LevelWeight {
    pub(crate) label: AttrValue,
    pub(crate) sum: Number,
    pub(crate) given: Option<Number>,
    pub(crate) level: LevelOne,
    /// How many rows have no points yet.
    pub(crate) waiting: usize,
}

/// Points of all levels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    pub(crate) levels: Vec<LevelWeight>,
    pub(crate) sum: Number,
    /// What is left for indicators beside the execution rate.
    pub(crate) given: Option<Number>,
}

/// `None` where the table has no points, or the sums leave the range of exact decimals.
pub(crate) fn of(
    spec: &TableSpec,
    rows: &[Row],
    vocabulary: &Vocabulary,
    frame: &Frame,
    purpose: FormPurpose,
) -> Option<Weights> {
    if purpose != FormPurpose::SelfEvaluation {
        return None;
    }
    let column = |concept| spec.columns.iter().find(|c| c.field.concept == Some(concept)).map(|c| c.field.id.as_str());
    let (weight, one) = (column(Concept::Weight)?, column(Concept::LevelOne)?);
    let mut levels: Vec<LevelWeight> = (spec.levels.iter())
        .map(|level| LevelWeight {
            label: level.label.clone(),
            sum: Number::ZERO,
            level: level.level,
            waiting: 0,
            given: frame.one(level.level).and_then(|spec| spec.weight),
        })
        .collect();
    let mut sum = Number::ZERO;
    for row in rows {
        let text = row.text(weight);
        let level = vocabulary.level_one(row.text(one));
        let at = level.and_then(|level| spec.levels.iter().position(|spec| spec.level == level));
        let mut level = at.and_then(|at| levels.get_mut(at));
        if text.trim().is_empty()
            && let Some(level) = &mut level
        {
            level.waiting = level.waiting.saturating_add(1);
        }
        let Known::Answered(points) = read_number(text) else { continue };
        sum = sum.plus(points).ok()?;
        if let Some(level) = level {
            level.sum = level.sum.plus(points).ok()?;
        }
    }
    let given = Number::HUNDRED.minus(frame.execution_weight).ok();
    Some(Weights { levels, sum, given })
}
