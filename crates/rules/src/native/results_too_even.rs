//! Results that equal their targets to the last digit in every row, or full points everywhere beside problems in words.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("results-too-even"),
    dimension: Dimension::Feasibility,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Words("problem-labels")],
    messages: &[("results-too-even-targets", &["count"]), ("results-too-even-full", &["count", "cell"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '甲'\ntarget = '≥12公里'\nactual = '12公里'\n[[rows]]\nlevel-3 = '乙'\ntarget = '≥85%'\nactual = '85%'\n[[rows]]\nlevel-3 = '丙'\ntarget = '3座'\nactual = '3座'\n[[rows]]\nlevel-3 = '丁'\ntarget = '≤30.5万元'\nactual = '30.5万元'\n[[rows]]\nlevel-3 = '戊'\ntarget = '≥90%'\nactual = '90%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nother-notes = '存在问题：设备到货较晚，部分村的验收推迟到次年。'\n[[rows]]\nlevel-3 = '甲'\nweight = '20'\nscore = '20'\n[[rows]]\nlevel-3 = '乙'\nweight = '20'\nscore = '20'\n[[rows]]\nlevel-3 = '丙'\nweight = '50'\nscore = '50'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '甲'\ntarget = '≥12公里'\nactual = '12公里'\n[[rows]]\nlevel-3 = '乙'\ntarget = '≥85%'\nactual = '92.4%'\n[[rows]]\nlevel-3 = '丙'\ntarget = '3座'\nactual = '3座'\n[[rows]]\nlevel-3 = '丁'\ntarget = '≤30.5万元'\nactual = '29.8万元'\n[[rows]]\nlevel-3 = '戊'\ntarget = '≥90%'\nactual = '95%'",
        ),
        // All of it done: counts and full rates come out even.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '甲'\ntarget = '12个'\nactual = '12个'\n[[rows]]\nlevel-3 = '乙'\ntarget = '=100%'\nactual = '100%'\n[[rows]]\nlevel-3 = '丙'\ntarget = '3座'\nactual = '3座'\n[[rows]]\nlevel-3 = '丁'\ntarget = '=100%'\nactual = '100%'\n[[rows]]\nlevel-3 = '戊'\ntarget = '5户'\nactual = '5户'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nother-notes = '无'\n[[rows]]\nlevel-3 = '甲'\nweight = '20'\nscore = '20'\n[[rows]]\nlevel-3 = '乙'\nweight = '20'\nscore = '20'\n[[rows]]\nlevel-3 = '丙'\nweight = '50'\nscore = '50'",
        ),
    ],
    check,
};

/// With fewer rows, equality is chance.
const LEAST: usize = 5;
/// Letters of a text that tells of a problem.
const TOLD: usize = 10;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let (mut even, mut open, mut full) = (0_usize, 0_usize, 0_usize);
    let (mut differs, mut lost) = (false, false);
    for indicator in view.indicators() {
        if let (Some(target), Some(actual)) = (row::target(indicator), row::actual(indicator)) {
            even = even.saturating_add(1);
            differs |= target.number != actual.number;
            // A floor or ceiling short of everything leaves room for another result.
            let bound = indicator.target.answered().and_then(|value| value.operator);
            let room = bound.is_some_and(|bound| bound != Operator::Equal) && target.number != Number::HUNDRED;
            open = open.saturating_add(usize::from(room));
        }
        match (&indicator.score, &indicator.weight) {
            (Known::Answered(score), Known::Answered(weight)) if score >= weight => full = full.saturating_add(1),
            _ => lost = true,
        }
    }
    if even >= LEAST && !differs && open >= 3 {
        sink.report(view.at_indicators(), "results-too-even-targets", [("count", count(even))]);
    }
    if full >= 3
        && !lost
        && let Some(cell) = problems(view)
    {
        let args = [("count", count(full)), ("cell", Arg::Cell(cell))];
        sink.report(view.at_indicators(), "results-too-even-full", args);
    }
    Ok(())
}

/// A cell that tells of problems.
fn problems(view: &View<'_>) -> Option<jibiao_model::CellId> {
    let labels = view.words("problem-labels");
    view.texts().find_map(|(cell, text)| {
        let named = labels.is_in(&cell.label.zh) || labels.find(text).is_some_and(|(at, _)| at == 0);
        let told = text.chars().filter(|c| row::is_letter(*c)).count() >= TOLD;
        (named && told).then(|| cell.id.clone())
    })
}

fn count(rows: usize) -> Arg {
    Arg::Number(Number::whole(i64::try_from(rows).unwrap_or(i64::MAX)))
}
