//! A figure in the goal that differs from the row about the same thing.

use jibiao_reading::read_number;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-number-contradicted"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("goal-number-contradicted", &["indicator", "goal", "target"])],
    examples: &[
        Example::finds(
            1,
            "[cells]\nyear-goal = '年内新建农村公共厕所45座，改善人居环境。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建农村公共厕所'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '年内新建农村公共厕所50座，改善人居环境。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建农村公共厕所'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '三年新建农村公共厕所90座，其中本年新建农村公共厕所50座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建农村公共厕所'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '年内拆除农村旧厕所45座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建农村公共厕所'\ntarget = '50座'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let goal = view.reading.text(Concept::YearGoal);
    if goal.trim().is_empty() {
        return Ok(());
    }
    for indicator in view.indicators().filter(|indicator| indicator.horizon == Horizon::Year) {
        let (Some(target), name) = (row::target(indicator), row::bare(indicator.name)) else { continue };
        let Some(unit) = &target.unit else { continue };
        // Only where the goal names the very thing of the row, once or more, and never with the row's number.
        if name.chars().count() < 4 || !goal.contains(name) {
            continue;
        }
        let mut figures = goal.match_indices(name).filter_map(|(at, _)| {
            let rest = goal.get(at.checked_add(name.len())?..)?;
            figure(rest, &unit.text)
        });
        let Some(first) = figures.next() else { continue };
        if first != target.number && figures.all(|figure| figure != target.number) {
            let args = [
                ("indicator", view.name(indicator)),
                ("goal", Arg::Text(format!("{first}{}", unit.text))),
                ("target", row::target_said(view, indicator)),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Target), "goal-number-contradicted", args);
        }
    }
    Ok(())
}

/// The number right after a name, up to a few characters on, where the row's own unit follows it.
fn figure(rest: &str, unit: &str) -> Option<Number> {
    const GAP: usize = 6;
    let (start, _) = rest
        .char_indices()
        .take(GAP)
        .take_while(|(_, c)| !matches!(c, '，' | '。' | '；' | ',' | ';' | '、' | '\n'))
        .find(|(_, c)| c.is_ascii_digit())?;
    let digits = rest.get(start..)?;
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(digits.len());
    let (number, after) = digits.split_at(end);
    if !after.trim_start().starts_with(unit) {
        return None;
    }
    read_number(number).answered().copied()
}
