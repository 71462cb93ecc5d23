//! The running sum of the points, by level, beside what the frame gives: a counter for the person who distributes
//! them, not a check.

use jibiao_kit::{
    Concept, FormPurpose, Known, Row,
    model::{Frame, Number},
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
            given: frame.one(level.level).and_then(|spec| spec.weight),
        })
        .collect();
    let mut sum = Number::ZERO;
    for row in rows {
        let Known::Answered(points) = read_number(row.text(weight)) else { continue };
        sum = sum.plus(points).ok()?;
        let level = vocabulary.level_one(row.text(one));
        let at = level.and_then(|level| spec.levels.iter().position(|spec| spec.level == level));
        if let Some(level) = at.and_then(|at| levels.get_mut(at)) {
            level.sum = level.sum.plus(points).ok()?;
        }
    }
    let given = Number::HUNDRED.minus(frame.execution_weight).ok();
    Some(Weights { levels, sum, given })
}
