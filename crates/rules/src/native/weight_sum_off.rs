//! Points of the rows and of the execution rate that don't add up to 100.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("weight-sum-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("weight-sum-tolerance")],
    messages: &[
        ("weight-sum-off", &["rows", "execution", "sum"]),
        ("weight-sum-off-unfilled", &["rows"]),
        ("weight-sum-off-rows", &["rows"]),
        ("weight-sum-off-printed", &["printed", "sum"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.weight' = '10'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '40'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '20'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.weight' = '无'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '20'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.weight' = '10'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '30'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.weight' = '10'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.weight' = '10'\ntotal-weight = '110'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '30'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.weight' = '10'\ntotal-weight = '90'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '30'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    if !view.reading.is_whole() {
        return Ok(());
    }
    let Some(rows) = sum(view)? else { return Ok(()) };
    let tolerance = view.number("weight-sum-tolerance")?;
    let near = |sum: Number| Ok::<bool, Halt>(sum.minus(Number::HUNDRED)?.magnitude() <= tolerance);
    if let Known::Answered(execution) = view.reading.number(EXECUTION) {
        let sum = rows.plus(execution)?;
        let off = |printed: Number, sum: Number| Ok::<bool, Halt>(printed.minus(sum)?.magnitude() > tolerance);
        // Some places print the points of the rows alone.
        if let Known::Answered(printed) = view.reading.number(Concept::TotalWeight)
            && near(sum)?
            && off(printed, sum)?
            && off(printed, rows)?
        {
            let args = [("printed", Arg::Number(printed)), ("sum", Arg::Number(sum))];
            sink.report(view.at(Concept::TotalWeight), "weight-sum-off-printed", args);
        }
        if !near(sum)? {
            let args = [("rows", Arg::Number(rows)), ("execution", Arg::Number(execution)), ("sum", Arg::Number(sum))];
            sink.report(view.at_indicators(), "weight-sum-off", args);
        }
    // Without points for the execution rate, the rows may make up the whole or leave room for it.
    } else if !near(rows)? && !near(rows.plus(view.form.frame.execution_weight)?)? {
        let unfilled = view.reading.has(EXECUTION) && view.reading.number(EXECUTION) == Known::NotYet;
        let key = if unfilled && rows < Number::HUNDRED { "weight-sum-off-unfilled" } else { "weight-sum-off-rows" };
        sink.report(view.at_indicators(), key, [("rows", Arg::Number(rows))]);
    }
    Ok(())
}

const EXECUTION: Concept = Concept::Fund(FundSource::Total, FundMoment::Weight);

/// The sum of the rows' points; `None` while some row has none.
fn sum(view: &View<'_>) -> Result<Option<Number>, Halt> {
    let mut sum = Number::ZERO;
    for indicator in view.indicators() {
        let Known::Answered(weight) = indicator.weight else { return Ok(None) };
        sum = sum.plus(weight)?;
    }
    Ok((!view.rows().is_empty()).then_some(sum))
}
