//! A monitoring sheet that is no later than the one before it, or tells of less.

use jibiao_model::{Origin, PartialDate, Relation};
use jibiao_reading::{read_amount, read_date, read_value};

use crate::{monitored::is_accumulated, prelude::*};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("progress-going-back"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[],
    messages: &[
        ("progress-going-back-day", &["cell", "text", "before"]),
        ("progress-going-back-money", &["cell", "text", "before"]),
        ("progress-going-back-row", &["indicator", "cell", "text", "before"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-07-31'\n[previous.cells]\nmonitored-to = '2026-07-31'",
        ),
        Example::finds(
            2,
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026年4月'\n'fund.fiscal.so-far' = '42'\n[previous.cells]\nmonitored-to = '2026-07-31'\n'fund.fiscal.so-far' = '60'",
        ),
        Example::finds(
            2,
            "form = 'department-monitoring'\n[cells]\n'fund.total.so-far' = '42万元'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12公里'\n[previous.cells]\n'fund.total.so-far' = '600000元'\n[[previous.rows]]\nso-far = '30公里'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-09-30'\n'fund.total.so-far' = '60.00'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '30公里'\n[previous.cells]\nmonitored-to = '2026年7月'\n'fund.total.so-far' = '60'\n[[previous.rows]]\nso-far = '30公里'",
        ),
        // Rates and what had better be small may fall; so may what is told in another unit.
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '抽检合格率'\ntarget = '≥95%'\nso-far = '96%'\n[[rows]]\nlevel-3 = '安全事故起数'\ntarget = '≤3起'\nso-far = '0起'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12公里'\n[[previous.rows]]\nso-far = '98%'\n[[previous.rows]]\nso-far = '1起'\n[[previous.rows]]\nso-far = '9500米'",
        ),
        // What was approved is no sheet of a period.
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.so-far' = '12'\n[approved.cells]\n'fund.total.so-far' = '60'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(origin) = view.document.origin(Relation::Previous) else { return Ok(()) };
    day(view, sink, origin);
    let unit = view.reading.money_unit;
    for source in FundSource::ALL {
        let Some(cell) = view.form.cell_of(Concept::Fund(source, FundMoment::SoFar)) else { continue };
        let Some(before) = origin.before.cells.get(cell) else { continue };
        let text = view.document.text(cell.as_str());
        let (Known::Answered(now), Known::Answered(was)) = (read_amount(text, unit), read_amount(before, unit)) else {
            continue;
        };
        if now < was {
            let args = [("cell", Arg::Cell(cell.clone())), ("text", said(text)), ("before", said(before))];
            sink.report(view.at_cell(cell), "progress-going-back-money", args);
        }
    }
    rows(view, sink, origin)
}

fn said(text: &str) -> Arg {
    Arg::Text(text.trim().to_owned())
}

fn day(view: &View<'_>, sink: &mut Sink<'_>, origin: &Origin) {
    let Some(cell) = view.form.cell_of(Concept::MonitoredTo) else { return };
    let Some(before) = origin.before.cells.get(cell) else { return };
    let text = view.document.text(cell.as_str());
    let (Known::Answered(now), Known::Answered(was)) = (read_date(text), read_date(before)) else { return };
    let year = view.reading.year.answered().copied();
    if is_no_later(now, was, year) {
        let args = [("cell", Arg::Cell(cell.clone())), ("text", said(text)), ("before", said(before))];
        sink.report(view.at_cell(cell), "progress-going-back-day", args);
    }
}

/// Whether a date is certainly not after another: a month is only where it says no more than the other.
fn is_no_later(now: PartialDate, was: PartialDate, year: Option<u16>) -> bool {
    let ends = now.latest(year).zip(was.earliest(year));
    now == was || ends.is_some_and(|(last, first)| last <= first)
}

/// Counted things of which more is better: what was reached stays reached.
fn rows(view: &View<'_>, sink: &mut Sink<'_>, origin: &Origin) -> Result<(), Halt> {
    let (Some(table), Some(column)) = (view.reading.table.as_ref(), view.column(Concept::SoFar)) else { return Ok(()) };
    let Some(remembered) = origin.before.tables.get(table.as_str()) else { return Ok(()) };
    view.each(sink, |indicator, sink| {
        if !is_accumulated(view, indicator) {
            return Ok(());
        }
        let before = remembered.get(indicator.row.as_str()).and_then(|cells| cells.get(column));
        let (Some(before), Some(text)) = (before, view.row_text(indicator, Concept::SoFar)) else { return Ok(()) };
        let quantity = |text: &str| {
            let value = read_value(text, None, None);
            let quantity = value.answered()?.quantity()?.clone();
            Some((quantity.number, quantity.unit.map(|unit| unit.text)))
        };
        let (Some((now, unit)), Some((was, unit_before))) = (quantity(text), quantity(before)) else { return Ok(()) };
        if unit == unit_before && now < was {
            let args = [
                ("indicator", view.name(indicator)),
                ("cell", Arg::Cell(column.clone())),
                ("text", said(text)),
                ("before", said(before)),
            ];
            sink.report(view.at_row_cell(indicator, Concept::SoFar), "progress-going-back-row", args);
        }
        Ok(())
    })
}
