//! A sign that points the wrong way: at least so many accidents, at most so many roads.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("target-direction-odd"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("lower-is-better"),
        Need::Words("bad-made-good"),
        Need::Words("things-done"),
        Need::Words("higher-is-better"),
        Need::Words("turned-rates"),
    ],
    messages: &[
        ("target-direction-odd-good", &["indicator", "target"]),
        ("target-direction-odd-all", &["indicator", "target"]),
        ("target-direction-odd-bad", &["indicator", "target"]),
        ("target-direction-odd-output", &["indicator", "target"]),
        ("target-direction-odd-cost", &["indicator", "target"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '贷款逾期率'\ntarget = '≥5%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '建设示范村数量'\ntarget = '≤4个'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≥800万元'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '群众满意度'\ntarget = '≤90%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '苗木成活率'\ntarget = '不超过85%'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '补贴逾期发放率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '数据差错率'\ntarget = '=100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '审批办理时限'\ntarget = '≥5个工作日'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '产品不合格率'\ntarget = '≤2%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '成本费用使用率'\ntarget = '≤100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '事故处理率'\ntarget = '=100%'",
        ),
        Example::clean("[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '投诉处理率'\ntarget = '≥95%'"),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '安全事故起数'\ntarget = '≤1起'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let (bad, turned) = (view.words("lower-is-better"), view.words("bad-made-good"));
    let done = view.words("things-done");
    view.each(sink, |indicator, sink| {
        let Some(quantity) = row::target(indicator) else { return Ok(()) };
        let operator = indicator.target.answered().and_then(|value| value.operator);
        let least = matches!(operator, Some(Operator::AtLeast | Operator::Above));
        let most = matches!(operator, Some(Operator::AtMost | Operator::Below));
        let all = !least && !most && quantity.number == Number::HUNDRED;
        if operator.is_none() && !all {
            return Ok(());
        }
        // 投诉处理率, 事故下降率: a bad thing made better. 投诉办理时限 is a time all the same.
        let name = row::bare(indicator.name);
        let timed = row::family(quantity) == Some(UnitFamily::Time);
        let is_bad = || bad.is_in(name) && (timed || !turned.is_in(name));
        let good = view.words("higher-is-better");
        let is_good = || good.is_in(indicator.name) && !view.words("turned-rates").is_in(indicator.name);
        let family = row::family(quantity);
        let counted = matches!(family, None | Some(UnitFamily::Count | UnitFamily::Length | UnitFamily::Area));
        let money = matches!(family, Some(UnitFamily::Money | UnitFamily::MoneyPer));
        let key = if least && !quantity.number.is_zero() && is_bad() {
            "target-direction-odd-bad"
        } else if all && row::is_ratio(view, indicator, quantity) && is_bad() {
            "target-direction-odd-all"
        } else if most && !quantity.number.is_zero() && row::is_ratio(view, indicator, quantity) && is_good() {
            "target-direction-odd-good"
        } else if most
            && counted
            && row::is_under(indicator, LevelTwo::Quantity)
            && done.is_in(indicator.name)
            && !bad.is_in(indicator.name)
        {
            "target-direction-odd-output"
        } else if least && money && row::is_cost(indicator) && !turned.is_in(indicator.name) {
            "target-direction-odd-cost"
        } else {
            return Ok(());
        };
        let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
        sink.report(view.at_row_cell(indicator, Concept::Target), key, args);
        Ok(())
    })
}
