//! A cost row that holds no cost: a rate, a virtue, or the budget total once more.

use jibiao_model::Amount;

use crate::{exemplar, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("cost-without-cost"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("cost-savings"),
        Need::Words("cost-totals"),
        Need::Number("cost-is-budget-within"),
        Need::Number("cost-total-within"),
        Need::Words(exemplar::LIST),
    ],
    messages: &[
        ("cost-without-cost", &["indicator", "target", "example"]),
        ("cost-without-cost-things", &["indicator", "target", "example"]),
        ("cost-without-cost-total", &["indicator", "target", "example"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '补助标准达标率'\ntarget = '=100%'",
        ),
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '75'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤75万元'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '采购办公设备'\ntarget = '≤30台'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '供餐人数'\ntarget = '≥500人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '每公里造价'\ntarget = '≤35万元/公里'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '单位产品耗电量'\ntarget = '≤3度/件'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '施工期道路封闭'\ntarget = '≤2处'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '采购成本节约率'\ntarget = '≥5%'",
        ),
        Example::finds(
            2,
            "[cells]\n'fund.total.year' = '74.968'\n'fund.total.whole' = '6200'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '采购费用'\ntarget = '≤75万元'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总投入（万元）'\ntarget = '6070'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '75'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '设备购置成本'\ntarget = '≤45万元'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let (savings, totals) = (view.words("cost-savings"), view.words("cost-totals"));
    view.each(sink, |indicator, sink| {
        let economic = match indicator.level_two {
            Known::Answered(two) => matches!(two, LevelTwo::Cost | LevelTwo::EconomicCost),
            _ => row::is_cost(indicator),
        };
        if !economic || indicator.target.answered().is_none() {
            return Ok(());
        }
        let ratio = row::target(indicator).is_some_and(|quantity| row::is_ratio(view, indicator, quantity));
        let virtue = row::is_worded(indicator) && row::bare(indicator.name).ends_with('性');
        let rate = ratio || virtue || row::bare(indicator.name).ends_with('率');
        let family = row::target(indicator).and_then(row::family);
        let things = matches!(family, Some(UnitFamily::Count | UnitFamily::Area | UnitFamily::Length));
        let key = if rate && !savings.is_in(indicator.name) {
            "cost-without-cost"
        } else if things && !indicator.name.contains(['本', '费', '价', '耗']) {
            "cost-without-cost-things"
        } else if let Some(cost) = row::money(indicator)?
            && let within = if totals.is_in(indicator.name) { "cost-total-within" } else { "cost-is-budget-within" }
            && is_budget(view, cost, within)?
        {
            "cost-without-cost-total"
        } else {
            return Ok(());
        };
        let args = [
            ("indicator", view.name(indicator)),
            ("target", row::target_said(view, indicator)),
            ("example", exemplar::of_level(view, indicator, Some(LevelTwo::Cost))),
        ];
        sink.report(view.at_row(indicator), key, args);
        Ok(())
    })
}

/// Whether a cost is one of the totals of the funds, rounded by hand perhaps.
fn is_budget(view: &View<'_>, cost: Amount, within: &str) -> Result<bool, Halt> {
    let within = view.number(within)?;
    for budget in row::budgets(view).filter(|budget| !budget.yuan().is_zero()) {
        let off = cost.yuan().minus(budget.yuan())?.magnitude();
        if off.times(Number::HUNDRED)? <= budget.yuan().times(within)? {
            return Ok(true);
        }
    }
    Ok(false)
}
