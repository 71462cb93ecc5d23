//! 绩效得分: every line by its formula, rounded, then added.

use jibiao_model::{Concept, Line, Number, Overflow, Points, Scorecard};
use jibiao_reading::Reading;

use crate::{
    Scoring, execution,
    grade::grade,
    line::{self, outside},
    place::Rows,
};

/// The scorecard of a self-evaluation.
///
/// The first line is the execution rate, then one line for each row with points of its own. Where inputs are
/// missing, lines and total are undetermined and carry their bounds. The total of an excerpt is never determined:
/// rows that are not there may hold points.
pub fn performance(reading: &Reading<'_>, scoring: &Scoring) -> Scorecard {
    let places = Rows::of(reading);
    let rows: Vec<Line> =
        reading.indicators.iter().filter_map(|indicator| line::of_indicator(&places, indicator, scoring)).collect();
    let has_rows = !rows.is_empty();
    let of_rows = weights(&rows);
    let mut lines: Vec<Line> = execution::line(reading, scoring, of_rows).into_iter().collect();
    lines.extend(rows);
    let weight = weights(&lines);
    let total = total(&lines, reading.is_whole() && has_rows, weight, scoring);
    let printed_total = reading.number(Concept::TotalScore).answered().copied();
    Scorecard {
        total_differs: printed_total.is_some_and(|printed| outside(&total, printed, scoring.tolerance)),
        printed_sum: printed_sum(&lines),
        grade: total.rounded().and_then(|points| grade(&scoring.grades, points)),
        lines,
        total,
        printed_total,
        weight,
        basis: scoring.basis.clone(),
        scale: scoring.scale,
    }
}

fn weights(lines: &[Line]) -> Number {
    sum(lines.iter().filter_map(|line| line.weight)).unwrap_or_default()
}

fn sum(numbers: impl IntoIterator<Item = Number>) -> Result<Number, Overflow> {
    numbers.into_iter().try_fold(Number::ZERO, Number::plus)
}

/// Sum of the printed points, where every line has some.
fn printed_sum(lines: &[Line]) -> Option<Number> {
    let printed: Option<Vec<Number>> = lines.iter().map(|line| line.printed).collect();
    printed.filter(|printed| !printed.is_empty()).and_then(|printed| sum(printed).ok())
}

/// The sum of the rounded lines. Where the table may hold more than these lines, the points that they leave of a
/// hundred may still be given.
fn total(lines: &[Line], complete: bool, weight: Number, scoring: &Scoring) -> Points {
    let bounds = |line: &Line| match line.points {
        Points::Determined { rounded, .. } => (rounded, rounded),
        Points::Undetermined { low, high } => (low, high),
    };
    let low = sum(lines.iter().map(|line| bounds(line).0));
    let high = sum(lines.iter().map(|line| bounds(line).1));
    let (Ok(low), Ok(high)) = (low, high) else {
        return Points::Undetermined { low: Number::ZERO, high: Number::HUNDRED };
    };
    let determined = lines.iter().all(|line| line.points.rounded().is_some());
    if complete && determined {
        return Points::Determined { exact: low, rounded: low.rounded(scoring.scale, scoring.rounding) };
    }
    let rest = if complete { Number::ZERO } else { Number::HUNDRED.minus(weight).unwrap_or_default() };
    let high = high.plus(rest.max(Number::ZERO)).unwrap_or(high);
    Points::Undetermined { low, high }
}
