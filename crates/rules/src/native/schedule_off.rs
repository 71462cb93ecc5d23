//! A schedule with a step outside the period of the project, or with steps that do not follow one another.

use jibiao_model::{Day, TimeSpan};
use jibiao_reading::WordSet;

use crate::{
    dates::{Months, months},
    prelude::*,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("schedule-off"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Words("schedule-begins"), Need::Words("schedule-ends"), Need::Words("schedule-parts")],
    messages: &[
        ("schedule-off-outside", &["cell", "step", "period"]),
        ("schedule-off-order", &["cell", "step", "earlier"]),
        ("schedule-off-reversed", &["cell", "step", "earlier"]),
        ("schedule-off-undated", &["cell"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2026-10-31'\nschedule = '3月完成招标，4—10月施工，11月验收。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nstart-date = '2026-03-01'\nend-date = '2027-12-31'\nschedule = '2026年2月完成招标；2026年4月至2027年10月施工；2027年11月验收。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nschedule = '6月完成招标，3月施工，11月验收。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nschedule = '严格按照项目实施方案组织实施，确保如期完成各项任务。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2026-12-31'\nschedule = '3月完成招标，4—10月施工，11月验收。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2027-06-30'\nschedule = '10月完成招标，11月施工，次年5月验收。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2026-12-31'\nschedule = '一季度发放，二季度发放，三季度发放，四季度发放并总结。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nschedule = '3月竣工验收，5月开工建设，11月支付尾款。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nschedule = '一期工程3月验收，二期工程5月开工，11月验收。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nschedule = '2月招标，3月开工，10月完工并验收，12月结算。'",
        ),
        Example::clean("form = 'project-application-2021'\n[cells]\nschedule = '全年按月发放。'"),
        Example::clean("form = 'project-application-2021'\n[cells]\nschedule = '合同签订后60日内完成安装调试。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let text = view.reading.text(Concept::Schedule).trim();
    let Some(cell) = view.form.cell_of(Concept::Schedule).filter(|_| !text.is_empty()) else { return Ok(()) };
    let (name, place) = (("cell", Arg::Cell(cell.clone())), view.at_cell(cell));
    let steps = months(text);
    if steps.is_empty() {
        // A plan without any time; 无 and a pointer are for others to question.
        let timed = text.contains(|c: char| c.is_ascii_digit())
            || ["年", "月", "季", "日", "周", "天", "学期", "阶段"].iter().any(|word| text.contains(word));
        if !timed && text.chars().count() > 4 {
            sink.report(place, "schedule-off-undated", [name]);
        }
        return Ok(());
    }
    let (begins, ends) = bounds(view);
    for step in &steps {
        let (Some(first), Some(last)) = days(view, step, begins, ends) else { continue };
        if ends.is_some_and(|ends| first > ends) || begins.is_some_and(|begins| last < begins) {
            let period =
                [begins, ends].map(|day| day.map_or_else(String::new, |day| format!("{}.{}", day.year, day.month)));
            let args = [name, ("step", quote(text, step)), ("period", Arg::Text(period.join("—")))];
            sink.report(place, "schedule-off-outside", args);
            return Ok(());
        }
    }
    if let Some((end, begin)) = reversed(view, text, &steps) {
        let args = [name, ("step", begin), ("earlier", end)];
        sink.report(place, "schedule-off-reversed", args);
        return Ok(());
    }
    // 次年5月 begins anew.
    if ["次年", "翌年", "下一年", "第二年", "来年"].iter().any(|word| text.contains(word)) {
        return Ok(());
    }
    let backwards = steps.windows(2).find_map(|pair| match pair {
        [a, b] if (a.year == b.year && b.to < a.from) || (b.year < a.year && b.year.is_some()) => Some((a, b)),
        _ => None,
    });
    if let Some((earlier, step)) = backwards {
        let args = [name, ("step", quote(text, step)), ("earlier", quote(text, earlier))];
        sink.report(place, "schedule-off-order", args);
    }
    Ok(())
}

/// What is over before it has begun: 3月验收，5月开工. Of several parts one may be over before the next begins.
fn reversed(view: &View<'_>, text: &str, steps: &[Months]) -> Option<(Arg, Arg)> {
    let (begins, ends) = (view.words("schedule-begins"), view.words("schedule-ends"));
    if !begins.is_in(text) || !ends.is_in(text) || view.words("schedule-parts").is_in(text) {
        return None;
    }
    let starts = steps.iter().skip(1).map(|step| step.start).chain([text.len()]);
    let told: Vec<(&Months, &str)> = steps
        .iter()
        .zip(starts)
        .map(|(step, next)| {
            let clause = text.get(step.end..next).unwrap_or_default();
            (step, clause.split(['。', '；', ';', '\n']).next().unwrap_or_default())
        })
        .collect();
    // A clause with both words goes through the whole work.
    let is = |clause: &str, words: &WordSet, others: &WordSet| words.is_in(clause) && !others.is_in(clause);
    let (begin, work) = told.iter().find(|(_, clause)| is(clause, begins, ends))?;
    let before = |step: &Months| match (step.year, begin.year) {
        (Some(year), Some(other)) if year != other => year < other,
        _ => step.to < begin.from,
    };
    let (end, done) = told.iter().find(|(step, clause)| is(clause, ends, begins) && before(step))?;
    let said = |step: &Months, clause: &str| {
        let clause = clause.split(['，', ',', '、']).next().unwrap_or_default();
        Arg::Text(format!("{}{}", text.get(step.start..step.end).unwrap_or_default(), clause.trim()))
    };
    Some((said(end, done), said(begin, work)))
}

fn quote(text: &str, step: &Months) -> Arg {
    Arg::Text(text.get(step.start..step.end).unwrap_or_default().to_owned())
}

fn bounds(view: &View<'_>) -> (Option<Day>, Option<Day>) {
    match &view.reading.period {
        Known::Answered(TimeSpan { from, to }) => {
            (from.and_then(|date| date.earliest(None)), to.and_then(|date| date.latest(None)))
        }
        _ => (None, None),
    }
}

/// The first and last day of a step. A month without a year is one of a period that lies within one year.
fn days(view: &View<'_>, step: &Months, begins: Option<Day>, ends: Option<Day>) -> (Option<Day>, Option<Day>) {
    let within = matches!((begins, ends), (Some(begins), Some(ends)) if begins.year == ends.year);
    let year = step.year.or_else(|| view.reading.year.answered().copied().filter(|_| within));
    let day = |month, day| Some(Day { year: year?, month, day });
    (day(step.from, 1), day(step.to, 31))
}
