//! A goal of the year that speaks of earlier years only.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-of-another-year"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("goal-of-another-year", &["cell", "found", "year"])],
    examples: &[
        Example::finds(1, "[cells]\nyear = '2023'\nyear-goal = '2022年12月31日前完成全县农户收支抽样调查，上报数据。'"),
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '2023年12月31日前完成调查，样本量较2022年增加120户。'"),
        Example::clean("[cells]\nyear-goal = '2022年12月31日前完成调查'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(year) = view.reading.year else { return Ok(()) };
    let Some(cell) = view.form.cell_of(Concept::YearGoal) else { return Ok(()) };
    let Some(latest) = latest_year(view.reading.text(Concept::YearGoal)) else { return Ok(()) };
    if latest < year {
        let args = [
            ("cell", Arg::Cell(cell.clone())),
            ("found", Arg::Text(latest.to_string())),
            ("year", Arg::Text(year.to_string())),
        ];
        sink.report(view.at(Concept::YearGoal), "goal-of-another-year", args);
    }
    Ok(())
}

/// The latest year named: four digits before 年.
fn latest_year(text: &str) -> Option<u16> {
    text.match_indices('年')
        .filter_map(|(at, _)| {
            let before = text.get(..at)?;
            let digits = before.get(before.len().checked_sub(4)?..)?;
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
        })
        .max()
}
