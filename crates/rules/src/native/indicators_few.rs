//! A whole table with fewer indicators than a project can be judged by.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicators-few"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[Need::Number("indicators-least")],
    messages: &[("indicators-few", &["count", "least"])],
    examples: examples![
        Example::finds(1, "[[rows]]\nlevel-3 = '养护里程'\n[[rows]]\nlevel-3 = '群众满意度'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2015'\n[[rows]]\nlevel-3 = '养护里程'\n[[rows]]\nlevel-3 = '完好率'\n[[rows]]\nlevel-3 = '完成时间'\n[[rows]]\nlevel-3 = '满意度'",
        ),
        Example::clean("extent = 'excerpt'\n[[rows]]\nlevel-3 = '养护里程'"),
        Example::clean(
            "[[rows]]\nlevel-3 = '养护里程'\n[[rows]]\nlevel-3 = '路面完好率'\n[[rows]]\nlevel-3 = '完成时间'\n[[rows]]\nlevel-3 = '每公里成本'\n[[rows]]\nlevel-3 = '受益人口'\n[[rows]]\nlevel-3 = '群众满意度'",
        ),
        Example::clean("[cells]\nyear = '2026'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let least = view.number("indicators-least")?;
    let rows = view.indicators().filter(|indicator| indicator.horizon == Horizon::Year).count();
    let count = Number::whole(i64::try_from(rows).unwrap_or(i64::MAX));
    // None at all is another rule's finding.
    if view.reading.is_whole() && rows > 0 && count < least {
        let args = [("count", Arg::Number(count)), ("least", Arg::Number(least))];
        sink.report(view.at_indicators(), "indicators-few", args);
    }
    Ok(())
}
