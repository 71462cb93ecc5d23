//! What several rules ask of a monitoring sheet: a figure beyond its bound, and a word on why.

use jibiao_model::{CellId, Concept, Direction, Light, Measure, MeasureName, Number, Place, Points, UnitFamily};
use jibiao_reading::Indicator;

use crate::{Halt, View, reason::letters_said, row};

/// A figure of the card that lies beyond its bound.
pub(crate) struct Beyond {
    pub(crate) value: Number,
    pub(crate) bound: Number,
}

/// The figure of a measure, where it is certain.
pub(crate) fn exact(view: &View<'_>, name: MeasureName) -> Option<Number> {
    match view.monitoring()?.measure(name)?.value {
        Some(Points::Determined { exact, .. }) => Some(exact),
        _ => None,
    }
}

/// A measure above its bound: that of the pack's lights where they have some for it, so that a light and a finding
/// never disagree; else the number `otherwise` of the policy.
pub(crate) fn beyond(view: &View<'_>, name: MeasureName, otherwise: &str) -> Result<Option<Beyond>, Halt> {
    let Some(value) = exact(view, name) else { return Ok(None) };
    let bound = if is_lit(view, name) {
        let passed = |measure: &Measure| measure.bound.as_ref().filter(|bound| bound.light != Light::Green)?.above;
        let Some(bound) = view.monitoring().and_then(|card| card.measure(name)).and_then(passed) else {
            return Ok(None);
        };
        bound
    } else {
        view.number(otherwise)?
    };
    Ok((value > bound).then_some(Beyond { value, bound }))
}

/// Whether the pack's lights have an upper bound for a measure.
pub(crate) fn is_lit(view: &View<'_>, name: MeasureName) -> bool {
    let lights = &view.book.scoring.of(view.form).monitoring.lights;
    lights.iter().any(|light| light.measure == name && light.above.is_some())
}

/// Whether a row counts what adds up in the year: of which more is better, and no rate.
pub(crate) fn is_accumulated(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    indicator.direction != Some(Direction::Lower)
        && row::target(indicator).is_none_or(|quantity| row::family(quantity) != Some(UnitFamily::Ratio))
        && !row::is_rate_name(view, indicator.name)
}

/// Where the sheet says why something is behind: among the remedies and notes, or beside a row.
pub(crate) fn explained(view: &View<'_>) -> Result<Option<(CellId, Place)>, Halt> {
    let least = view.count("explanation-length")?;
    let fillers = [view.words("reason-fillers")];
    let says = |text: &str| letters_said(text, &fillers) >= least;
    let told = [Concept::Remedy, Concept::OtherNotes].into_iter().find(|concept| says(view.reading.text(*concept)));
    if let Some(cell) = told.and_then(|concept| view.form.cell_of(concept)) {
        return Ok(Some((cell.clone(), view.at_cell(cell))));
    }
    let row = view.indicators().find(|indicator| says(indicator.reason));
    let column = view.column(Concept::Reason);
    Ok(row.zip(column).map(|(row, column)| (column.clone(), view.at_row_cell(row, Concept::Reason))))
}
