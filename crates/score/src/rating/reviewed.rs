//! 抽查复核 row by row: the points of a self-evaluation beside those of whoever looks at it again.

use jibiao_model::{Concept, Deviation, Form, Formula, Known, Number, Points, RatingLine, Row, Table};
use jibiao_reading::{Reading, read_number};

use super::worth;
use crate::{
    Method,
    line::outside,
    performance::sum,
    place::{self, Rows},
};

/// The table of indicators, where each row has points of a reviewer.
pub(super) fn table(form: &Form) -> Option<&Table> {
    form.indicators().filter(|table| table.column(Concept::ReviewScore).is_some())
}

/// The line of the execution rate, then one for each row with points of its own.
pub(super) fn lines(reading: &Reading<'_>, table: &Table, method: &Method) -> Vec<RatingLine> {
    let places = Rows::of(reading);
    let typed: &[Row] = reading.document.rows(table.id.as_str());
    let given = table.column(Concept::ReviewScore).map(|column| &column.id);
    let rows = reading.indicators.iter().filter_map(|indicator| {
        let weight = indicator.weight.answered().copied().filter(|weight| !weight.is_negative())?;
        let text = given.zip(typed.get(indicator.index)).map_or("", |(column, row)| row.text(column.as_str()));
        let printed = read_number(text).answered().copied();
        Some(line(indicator.level_one_text, indicator.name, places.place(indicator), weight, printed, method))
    });
    let rows: Vec<RatingLine> = rows.collect();
    if rows.is_empty() {
        // The points of the spending alone are no total.
        return rows;
    }
    execution(reading, &rows, method).into_iter().chain(rows).collect()
}

/// The points given for the execution rate; none where those of the rows leave nothing for it.
fn execution(reading: &Reading<'_>, rows: &[RatingLine], method: &Method) -> Option<RatingLine> {
    let cell = reading.form.cell_of(Concept::ReviewExecution)?;
    let of_rows = sum(rows.iter().filter_map(|line| line.weight)).ok()?;
    if !method.execution.scored || of_rows >= Number::HUNDRED {
        return None;
    }
    let weight = method.execution.weight.unwrap_or(reading.form.frame.execution_weight);
    let label = &reading.form.cell(cell.as_str())?.label.zh;
    let printed = reading.number(Concept::ReviewExecution).answered().copied();
    Some(line("", label, place::of_cell(reading, cell), weight, printed, method))
}

fn line(
    part: &str,
    item: &str,
    place: jibiao_model::Place,
    weight: Number,
    printed: Option<Number>,
    method: &Method,
) -> RatingLine {
    let (formula, worth, inputs) = worth(weight, printed, None, method.tolerance);
    let points = worth.close(weight, method);
    let differs =
        formula == Formula::Rated && printed.is_some_and(|printed| outside(&points, printed, method.tolerance));
    RatingLine {
        part: part.trim().to_owned(),
        item: item.trim().to_owned(),
        place,
        weight: Some(weight),
        grade: None,
        formula,
        inputs,
        points: Some(points),
        printed,
        differs,
    }
}

/// 偏离度 = (自评总分 − 复核总分) ÷ 自评总分, of the total that stands in the sheet, or else of the computed one.
///
/// Which of the two is larger can be seen beside it, so that a figure without its sign is taken as well.
pub(super) fn deviation(
    reading: &Reading<'_>,
    total: Option<&Points>,
    printed_total: Option<Number>,
    method: &Method,
) -> Option<Deviation> {
    reading.form.cell_of(Concept::Deviation)?;
    let own = reading.number(Concept::SelfTotal).answered().copied();
    let given = printed_total.or_else(|| total.and_then(Points::rounded));
    let percent = own.zip(given).and_then(|(own, given)| percent(own, given));
    let printed = match reading.percent(Concept::Deviation) {
        Known::Answered(printed) => Some(printed),
        _ => None,
    };
    let differs = percent.zip(printed).is_some_and(|(percent, printed)| {
        let gap = percent.magnitude().minus(printed.magnitude());
        gap.is_ok_and(|gap| gap.magnitude() > method.tolerance)
    });
    Some(Deviation {
        own,
        percent: percent.map(|percent| percent.rounded(method.scale, method.rounding)),
        printed,
        differs,
    })
}

fn percent(own: Number, given: Number) -> Option<Number> {
    if own <= Number::ZERO {
        return None;
    }
    own.minus(given).and_then(|gap| gap.times(Number::HUNDRED)).and_then(|gap| gap.over(own)).ok()
}
