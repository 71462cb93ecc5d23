//! A date in a row that lies outside the year of the form or the period of the project.

use jibiao_model::{Day, TimeSpan};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("deadline-outside-period"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[
        ("deadline-outside-period", &["indicator", "target"]),
        ("deadline-outside-period-year", &["indicator", "target", "year"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nyear = '2023'\nstart-date = '2023-01-01'\nend-date = '2023-11-30'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '2023年底'",
        ),
        Example::finds(
            1,
            "[cells]\nyear = '2023'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '服务期限'\ntarget = '2023.07-2024.01'",
        ),
        Example::clean(
            "[cells]\nyear = '2026'\nstart-date = '2026-07-01'\nend-date = '2026-01-31'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '管网改造完工时间'\ntarget = '2026年10月底前'",
        ),
        Example::clean(
            "[cells]\nyear = '2023'\nstart-date = '2023-01-01'\nend-date = '2023-11-30'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '2023年11月底前'",
        ),
        Example::clean(
            "[cells]\nyear = '2023'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '12月底前'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let year = view.reading.year.answered().copied();
    let (begins, ends) = match &view.reading.period {
        Known::Answered(TimeSpan { from, to }) => {
            (from.and_then(|date| date.earliest(None)), to.and_then(|date| date.latest(None)))
        }
        _ => (None, None),
    };
    // A period that ends before it begins is told elsewhere, and every date is outside of it.
    let reversed = matches!((begins, ends), (Some(begins), Some(ends)) if ends < begins);
    let (begins, ends) = if reversed { (None, None) } else { (begins, ends) };
    view.each(sink, |indicator, sink| {
        let Some(Meaning::Date(span)) = indicator.target.answered().map(|value| &value.meaning) else { return Ok(()) };
        let Some(date) = span.to.or(span.from) else { return Ok(()) };
        let outside = match date.latest(year) {
            // 年底 as the end of a period that ends earlier in the year is outside; a month without a year is not
            // held against a period of several years.
            Some(last) if date.year.is_some() || is_within_one_year(begins, ends) => {
                ends.is_some_and(|end| last > end) || begins.is_some_and(|begin| last < begin)
            }
            _ => false,
        };
        let name = ("indicator", view.name(indicator));
        let said = ("target", row::target_said(view, indicator));
        let place = view.at_row_cell(indicator, Concept::Target);
        if outside {
            sink.report(place, "deadline-outside-period", [name, said]);
        } else if let (Some(year), Some(other), Horizon::Year) = (year, date.year, indicator.horizon)
            && other != year
        {
            let args = [name, said, ("year", Arg::Text(year.to_string()))];
            sink.report(place, "deadline-outside-period-year", args);
        }
        Ok(())
    })
}

fn is_within_one_year(begins: Option<Day>, ends: Option<Day>) -> bool {
    matches!((begins, ends), (Some(begins), Some(ends)) if begins.year == ends.year)
}
