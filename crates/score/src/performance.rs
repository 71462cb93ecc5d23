//! 绩效得分: every line by its formula, rounded, then added.

use jibiao_model::{Concept, Formula, Line, Number, Overflow, Points, Rescaled, Scorecard};
use jibiao_reading::Reading;

use crate::{
    Inapplicable, Method, Scoring, execution,
    grade::grade,
    line::{self, outside},
    place::Rows,
    ratio, split,
};

/// The scorecard of a self-evaluation.
///
/// The first line is the execution rate, then one line for each row with points of its own. Where inputs are
/// missing, lines and total are undetermined and carry their bounds. The total of an excerpt is never determined:
/// rows that are not there may hold points.
pub fn performance(reading: &Reading<'_>, scoring: &Scoring) -> Scorecard {
    let method = scoring.of(reading.form);
    let places = Rows::of(reading);
    let asks = reading.form.indicators().is_some_and(|table| table.column(Concept::Actual).is_some());
    let mut shares = split::shares(&reading.indicators, method).into_iter();
    let year = reading.year.answered().copied();
    let rows = reading.indicators.iter();
    let rows: Vec<Line> =
        rows.filter_map(|row| line::of_indicator(&places, row, method, asks, shares.next().flatten(), year)).collect();
    let has_rows = !rows.is_empty();
    let of_rows = weights(&rows);
    let mut lines: Vec<Line> = execution::line(reading, method, of_rows).into_iter().collect();
    lines.extend(rows);
    let all = weights(&lines);
    let counted = sum(lines.iter().filter(|line| line.formula != Formula::Inapplicable).filter_map(|line| line.weight));
    let counted = counted.unwrap_or(all);
    let rescaled = (method.inapplicable == Inapplicable::Rescaled && counted < all && counted > Number::ZERO)
        .then_some(Rescaled { from: counted, to: all });
    let weight = if rescaled.is_some() { all } else { counted };
    let total = total(&lines, reading.is_whole() && has_rows, weight, rescaled, method);
    let printed_total = reading.number(Concept::TotalScore).answered().copied();
    Scorecard {
        total_differs: printed_total.is_some_and(|printed| outside(&total, printed, method.tolerance)),
        printed_sum: printed_sum(&lines),
        grade: total.rounded().and_then(|points| grade(&method.grades, points)),
        lines,
        total,
        printed_total,
        weight,
        rescaled,
        basis: method.basis.clone(),
        scale: method.scale,
    }
}

fn weights(lines: &[Line]) -> Number {
    sum(lines.iter().filter_map(|line| line.weight)).unwrap_or_default()
}

pub(crate) fn sum(numbers: impl IntoIterator<Item = Number>) -> Result<Number, Overflow> {
    numbers.into_iter().try_fold(Number::ZERO, Number::plus)
}

/// Sum of the printed points, where every line has some.
fn printed_sum(lines: &[Line]) -> Option<Number> {
    let printed: Option<Vec<Number>> = lines.iter().map(|line| line.printed).collect();
    printed.filter(|printed| !printed.is_empty()).and_then(|printed| sum(printed).ok())
}

/// The sum of the rounded lines, scaled where rows do not apply. Where the table may hold more than these lines, the
/// points that they leave of a hundred may still be given.
fn total(lines: &[Line], complete: bool, weight: Number, rescaled: Option<Rescaled>, method: &Method) -> Points {
    let low = sum(lines.iter().map(|line| bounds(&line.points).0)).and_then(|low| scaled(low, rescaled));
    let high = sum(lines.iter().map(|line| bounds(&line.points).1)).and_then(|high| scaled(high, rescaled));
    let (Ok(low), Ok(high)) = (low, high) else {
        return Points::Undetermined { low: Number::ZERO, high: Number::HUNDRED };
    };
    let (scale, rounding) = method.total;
    let determined = lines.iter().all(|line| line.points.rounded().is_some());
    if complete && determined {
        return Points::Determined { exact: low, rounded: low.rounded(scale, rounding) };
    }
    let rest = if complete { Number::ZERO } else { Number::HUNDRED.minus(weight).unwrap_or_default() };
    let high = high.plus(rest.max(Number::ZERO)).unwrap_or(high);
    // Of points that can't be read (or are below nothing) a row may have any, but all rows together no more than there are.
    let unread = lines.iter().any(|line| line.weight.is_none());
    let high = if unread { high.min(low.max(Number::HUNDRED)) } else { high };
    // What is still to come is rounded as well.
    Points::Undetermined { low: low.rounded(scale, rounding), high: high.rounded(scale, rounding) }
}

/// The rounded points, or their bounds.
pub(crate) fn bounds(points: &Points) -> (Number, Number) {
    match points {
        Points::Determined { rounded, .. } => (*rounded, *rounded),
        Points::Undetermined { low, high } => (*low, *high),
    }
}

fn scaled(points: Number, rescaled: Option<Rescaled>) -> Result<Number, Overflow> {
    rescaled.map_or(Ok(points), |Rescaled { from, to }| ratio::share(points, to, from))
}
