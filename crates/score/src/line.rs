//! One line of a scorecard: what is read, which formula applies, how many points it gives.

use jibiao_model::{
    Direction, Formula, Known, Line, LineSubject, Meaning, Number, Place, Points, Quantity, ScoreInput, Value,
};
use jibiao_reading::{Indicator, comparable, echo, factor};

use crate::{Scoring, place::Rows, ratio};

/// A line before its points are rounded.
pub(crate) struct Open {
    pub(crate) subject: LineSubject,
    pub(crate) place: Place,
    pub(crate) weight: Number,
    pub(crate) formula: Formula,
    pub(crate) inputs: Vec<ScoreInput>,
    /// `None` where some input is missing.
    pub(crate) exact: Option<Number>,
    pub(crate) printed: Option<Number>,
}

impl Open {
    /// Rounds the points and compares them with the printed ones.
    pub(crate) fn close(self, scoring: &Scoring) -> Line {
        let points = match self.exact {
            Some(exact) => Points::Determined { exact, rounded: exact.rounded(scoring.scale, scoring.rounding) },
            None => Points::Undetermined { low: Number::ZERO, high: self.weight },
        };
        let differs = self.printed.is_some_and(|printed| outside(&points, printed, scoring.tolerance));
        Line {
            subject: self.subject,
            place: self.place,
            weight: Some(self.weight),
            formula: self.formula,
            inputs: self.inputs,
            points,
            printed: self.printed,
            differs,
        }
    }
}

/// Whether a printed figure is further from the computed points, or from their bounds, than the tolerance.
pub(crate) fn outside(points: &Points, printed: Number, tolerance: Number) -> bool {
    let (low, high) = match points {
        Points::Determined { rounded, .. } => (*rounded, *rounded),
        Points::Undetermined { low, high } => (*low, *high),
    };
    let beyond = |larger: Number, smaller: Number| larger.minus(smaller).is_ok_and(|gap| gap > tolerance);
    beyond(low, printed) || beyond(printed, high)
}

/// Points that the person gave, kept between 0 and the weight.
pub(crate) fn given(printed: Option<Number>, weight: Number) -> (Formula, Option<Number>) {
    match printed {
        Some(points) => (Formula::Given, Some(points.max(Number::ZERO).min(weight))),
        None => (Formula::Given, None),
    }
}

/// The line of an indicator; none for a row without points of its own.
pub(crate) fn of_indicator(rows: &Rows<'_>, indicator: &Indicator<'_>, scoring: &Scoring) -> Option<Line> {
    if matches!(indicator.weight, Known::NotYet | Known::NotApplicable) {
        return None;
    }
    let printed = indicator.score.answered().copied();
    let subject = LineSubject::Indicator { name: indicator.name.trim().to_owned() };
    let place = rows.place(indicator);
    let inputs = inputs(indicator);
    let weight = match indicator.weight {
        Known::Answered(weight) if !weight.is_negative() => weight,
        // Points that can't be read lie somewhere between nothing and all there is to give.
        _ => {
            let points = Points::Undetermined { low: Number::ZERO, high: Number::HUNDRED };
            return Some(Line {
                subject,
                place,
                weight: None,
                formula: Formula::Open,
                inputs,
                points,
                printed,
                differs: false,
            });
        }
    };
    let (formula, exact) = points(indicator, weight, printed);
    Some(Open { subject, place, weight, formula, inputs, exact, printed }.close(scoring))
}

fn points(indicator: &Indicator<'_>, weight: Number, printed: Option<Number>) -> (Formula, Option<Number>) {
    let (Some(target), Some(direction)) = (indicator.target.answered().and_then(Value::quantity), indicator.direction)
    else {
        return given(printed, weight);
    };
    let actual = match &indicator.actual {
        Known::Answered(value) => value,
        // The result is still to come: nothing to compute with, and nothing to believe either.
        Known::NotYet => return (Formula::Open, None),
        Known::NotApplicable | Known::Unreadable => return given(printed, weight),
    };
    let computed = match &actual.meaning {
        Meaning::Quantity(actual) => on_one_scale(target, actual).and_then(|(target, actual)| {
            let direction = direction_of_zero(direction, indicator.target.answered(), target);
            Some((ratio::formula(direction), ratio::points(direction, weight, target, actual)?))
        }),
        _ => None,
    };
    computed.map_or_else(|| given(printed, weight), |(formula, points)| (formula, Some(points)))
}

/// A target of 0 without a sign can only mean “none of it”: anything would reach “at least 0”.
fn direction_of_zero(direction: Direction, target: Option<&Value>, number: Number) -> Direction {
    let unsigned = target.is_some_and(|value| value.operator.is_none());
    if unsigned && number.is_zero() && direction == Direction::Higher { Direction::Lower } else { direction }
}

/// Target and actual in one unit. A number without a unit is taken in the unit of the other.
fn on_one_scale(target: &Quantity, actual: &Quantity) -> Option<(Number, Number)> {
    match (&target.unit, &actual.unit) {
        (Some(a), Some(b)) if a != b => {
            if !comparable(a, b) {
                return None;
            }
            let (of_target, of_actual) = (factor(a)?, factor(b)?);
            Some((target.number.times(of_target).ok()?, actual.number.times(of_actual).ok()?))
        }
        _ => Some((target.number, actual.number)),
    }
}

fn inputs(indicator: &Indicator<'_>) -> Vec<ScoreInput> {
    let known =
        [("target", &indicator.target, indicator.target_text), ("actual", &indicator.actual, indicator.actual_text)];
    let input = |(name, value, text): (&str, &Known<Value>, &str)| {
        // Words are their own reading.
        let read = value.answered().map(echo).filter(|echo| !echo.is_empty());
        let read = read.unwrap_or_else(|| text.trim().to_owned());
        (!read.is_empty()).then(|| ScoreInput { name: name.to_owned(), read })
    };
    known.into_iter().filter_map(input).collect()
}
