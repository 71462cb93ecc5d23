//! How far the indicators of a monitoring sheet are.

use jibiao_model::{CellId, Concept, Known, Meaning, MeasureName, Number, Points, Row, RowProgress, Value};
use jibiao_reading::{Horizon, Indicator, Reading, read_value};

use super::{Found, input, known};
use crate::{
    Mean,
    line::{direction_of_zero, on_one_scale},
    performance::sum,
    place::Rows,
    ratio,
};

/// What is known of one row in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// In per cent of the target, at most 100.
    Known(Number),
    /// To be measured, and not there yet.
    Open,
    /// Words, or nothing to compare with.
    Unmeasured,
}

impl Progress {
    fn known(self) -> Option<Number> {
        match self {
            Self::Known(number) => Some(number),
            Self::Open | Self::Unmeasured => None,
        }
    }
}

/// A column with the weights of its rows.
pub(super) type Column = Vec<(Progress, Option<Number>)>;

/// The rows of a monitoring sheet.
pub(super) struct Progresses {
    rows: Vec<RowProgress>,
    so_far: Option<Column>,
    expected: Option<Column>,
}

impl Progresses {
    pub(super) fn column(&self, name: MeasureName) -> Option<&Column> {
        match name {
            MeasureName::GoalCompletion => self.so_far.as_ref(),
            _ => self.expected.as_ref(),
        }
    }

    pub(super) fn into_rows(self) -> Vec<RowProgress> {
        self.rows
    }
}

pub(super) fn rows(reading: &Reading<'_>) -> Progresses {
    let table = reading.form.indicators();
    let column = |concept| table.and_then(|table| table.column(concept)).map(|column| &column.id);
    let (so_far, expected, unit) = (column(Concept::SoFar), column(Concept::Expected), column(Concept::Unit));
    let typed: &[Row] = table.map_or(&[], |table| reading.document.rows(table.id.as_str()));
    let places = Rows::of(reading);
    let mut progresses =
        Progresses { rows: Vec::new(), so_far: so_far.map(|_| Vec::new()), expected: expected.map(|_| Vec::new()) };
    for indicator in reading.indicators.iter().filter(|indicator| indicator.horizon == Horizon::Year) {
        let Some(row) = typed.get(indicator.index) else { continue };
        let of = |column: Option<&CellId>| {
            let text = row.text(column?.as_str());
            let unit = unit.map(|unit| row.text(unit.as_str())).filter(|unit| !unit.trim().is_empty());
            Some(progress(indicator, &read_value(text, None, unit)))
        };
        let weight = indicator.weight.answered().copied().filter(|weight| !weight.is_negative());
        let (now, later) = (of(so_far), of(expected));
        for (column, progress) in [(&mut progresses.so_far, now), (&mut progresses.expected, later)] {
            if let (Some(column), Some(progress)) = (column.as_mut(), progress) {
                column.push((progress, weight));
            }
        }
        progresses.rows.push(RowProgress {
            name: indicator.name.trim().to_owned(),
            place: places.place(indicator),
            weight,
            so_far: now.and_then(Progress::known),
            expected: later.and_then(Progress::known),
        });
    }
    progresses
}

fn progress(indicator: &Indicator<'_>, reached: &Known<Value>) -> Progress {
    let target = indicator.target.answered().and_then(Value::quantity).zip(indicator.direction);
    match reached {
        Known::Answered(value) => match (&value.meaning, target) {
            (Meaning::YesNo(Some(done)), _) => Progress::Known(if *done { Number::HUNDRED } else { Number::ZERO }),
            (Meaning::Quantity(reached), Some((target, direction))) => on_one_scale(target, reached)
                .and_then(|(target, reached, _)| {
                    let direction = direction_of_zero(direction, indicator.target.answered(), target);
                    ratio::points(direction, Number::HUNDRED, target, reached)
                })
                .map_or(Progress::Unmeasured, Progress::Known),
            _ => Progress::Unmeasured,
        },
        Known::NotYet if target.is_some() => Progress::Open,
        Known::NotYet | Known::NotApplicable | Known::Unreadable => Progress::Unmeasured,
    }
}

/// The mean of the rows that can be measured, or its bounds.
pub(super) fn mean(column: &Column, mean: Mean) -> Found {
    let counted: Vec<(Progress, Option<Number>)> =
        column.iter().copied().filter(|(progress, _)| *progress != Progress::Unmeasured).collect();
    let open = counted.iter().filter(|(progress, _)| *progress == Progress::Open).count();
    let mut inputs = vec![input("counted-rows", counted.len().to_string())];
    if open > 0 {
        inputs.push(input("open-rows", open.to_string()));
    }
    let bound = |of_open: Number| -> Option<Number> {
        let mut parts = Vec::with_capacity(counted.len());
        let mut weights = Vec::with_capacity(counted.len());
        for (progress, weight) in &counted {
            let weight = if mean == Mean::Plain { Number::ONE } else { (*weight)? };
            parts.push(progress.known().unwrap_or(of_open).times(weight).ok()?);
            weights.push(weight);
        }
        // No rows, or rows without points: no mean.
        sum(parts).ok()?.over(sum(weights).ok()?).ok()
    };
    let value = match (bound(Number::ZERO), bound(Number::HUNDRED)) {
        (Some(low), Some(high)) if open > 0 => Some(Points::Undetermined { low, high }),
        (low, _) => known(low),
    };
    (value, inputs)
}
