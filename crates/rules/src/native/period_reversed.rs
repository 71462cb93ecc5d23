//! A project that ends before it begins, or whose period leaves out the year of the form.

use jibiao_model::TimeSpan;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("period-reversed"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("period-reversed", &[]), ("period-reversed-year", &["year"])],
    examples: &[
        Example::finds(1, "[cells]\nstart-date = '2026-12-31'\nend-date = '2026-01-01'"),
        Example::finds(1, "[cells]\nyear = '2026'\nstart-date = '2025-01-01'\nend-date = '2025-12-31'"),
        Example::clean("[cells]\nyear = '2026'\nstart-date = '2025-01-01'\nend-date = '2027-12-31'"),
        Example::clean("[cells]\nyear = '2026'\nstart-date = '2026-05-01'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(TimeSpan { from: Some(from), to: Some(to) }) = &view.reading.period else { return Ok(()) };
    let (Some(begins), Some(ends)) = (from.earliest(None), to.latest(None)) else { return Ok(()) };
    let cell = if view.reading.has(Concept::ProjectPeriod) { Concept::ProjectPeriod } else { Concept::EndDate };
    if ends < begins {
        sink.report(view.at(cell), "period-reversed", []);
    } else if let Known::Answered(year) = view.reading.year
        && !(begins.year..=ends.year).contains(&year)
    {
        sink.report(view.at(cell), "period-reversed-year", [("year", Arg::Text(year.to_string()))]);
    }
    Ok(())
}
