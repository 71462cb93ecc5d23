//! A project that ends before it begins, or whose period leaves out the year of the form.

use jibiao_model::{Day, TimeSpan};
use jibiao_reading::ends_before_it_starts;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("period-reversed"),
    dimension: Dimension::Feasibility,
    purposes: TOLD,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("period-reversed", &[]), ("period-reversed-year", &["year"])],
    examples: examples![
        Example::finds(1, "[cells]\nstart-date = '2026-12-31'\nend-date = '2026-01-01'"),
        Example::finds(1, "[cells]\nyear = '2026'\nstart-date = '2025-01-01'\nend-date = '2025-12-31'"),
        Example::clean("[cells]\nyear = '2026'\nstart-date = '2025-01-01'\nend-date = '2027-12-31'"),
        Example::finds(1, "[cells]\nyear = '2026'\nend-date = '2025-12-31'"),
        Example::finds(1, "[cells]\nyear = '2026'\nstart-date = '2027-01-01'\nend-date = '到完工为止'"),
        // Both days stand in one cell.
        Example::finds(1, "form = 'project-declaration-2015'\n[cells]\nproject-period = '2028年12月—2027年1月'"),
        Example::finds(1, "form = 'ex-ante-five-questions'\n[cells]\nproject-period = '2027.12.31-2027.1.1'"),
        Example::clean("form = 'project-declaration-2015'\n[cells]\nproject-period = '2026年1月—2027年1月'"),
        Example::clean("[cells]\nyear = '2026'\nstart-date = '2026-05-01'"),
        Example::clean("[cells]\nyear = '2026'\nend-date = '2027-12-31'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    if view.reading.has(Concept::ProjectPeriod) && ends_before_it_starts(view.reading.text(Concept::ProjectPeriod)) {
        sink.report(view.at(Concept::ProjectPeriod), "period-reversed", []);
        return Ok(());
    }
    let (begins, ends) = bounds(view);
    let cell = match (view.reading.has(Concept::ProjectPeriod), ends) {
        (true, _) => Concept::ProjectPeriod,
        (false, Some(_)) => Concept::EndDate,
        (false, None) => Concept::StartDate,
    };
    if let (Some(begins), Some(ends)) = (begins, ends)
        && ends < begins
    {
        sink.report(view.at(cell), "period-reversed", []);
    } else if let Known::Answered(year) = view.reading.year
        && (begins.is_some_and(|begins| begins.year > year) || ends.is_some_and(|ends| ends.year < year))
    {
        sink.report(view.at(cell), "period-reversed-year", [("year", Arg::Text(year.to_string()))]);
    }
    Ok(())
}

/// First and last day. Of two dates, one may be blank or unreadable; the other still says something.
fn bounds(view: &View<'_>) -> (Option<Day>, Option<Day>) {
    let (from, to) = if view.reading.has(Concept::ProjectPeriod) {
        let Known::Answered(TimeSpan { from, to }) = &view.reading.period else { return (None, None) };
        (*from, *to)
    } else {
        let date = |concept| view.reading.date(concept).answered().copied();
        (date(Concept::StartDate), date(Concept::EndDate))
    };
    (from.and_then(|date| date.earliest(None)), to.and_then(|date| date.latest(None)))
}
