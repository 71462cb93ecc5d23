//! A result below nothing, of something that can't be less than nothing.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("result-negative"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Words("may-be-negative")],
    messages: &[("result-negative", &["indicator", "actual"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤50万元'\nactual = '-3万元'",
        ),
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '培训人数'\ntarget = '≥300人'\nactual = '－300人'\n[[rows]]\nlevel-3 = '验收合格率'\ntarget = '≥95%'\nactual = '-95%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '能耗同比增长率'\ntarget = '≤-3%'\nactual = '-5%'\n[[rows]]\nlevel-3 = '冷库温度'\ntarget = '≤-18℃'\nactual = '-20℃'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤50万元'\nactual = '0万元'\n[[rows]]\nlevel-3 = '企业净利润'\ntarget = '≥0万元'\nactual = '-2万元'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for indicator in view.indicators() {
        if let Some(quantity) = row::actual(indicator)
            && row::is_below_nothing(view, indicator, quantity)
        {
            let actual = Arg::Text(indicator.actual_text.trim().to_owned());
            let args = [("indicator", view.name(indicator)), ("actual", actual)];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "result-negative", args);
        }
    }
    Ok(())
}
