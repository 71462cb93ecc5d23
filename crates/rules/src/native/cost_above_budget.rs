//! A cost that is higher than all the money the project has.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("cost-above-budget"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("cost-above-budget", &["indicator", "cost", "budget", "unit"])],
    examples: examples![
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '1200'\n'fund.total.whole' = '1200'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '人员经费控制数'\ntarget = '≤1500万元'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '1200'\n'fund.total.whole' = '5000'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总投资'\ntarget = '≤1500万元'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '2'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '每平方米造价'\ntarget = '≤1500元/平方米'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(budget) = row::budgets(view).max() else { return Ok(()) };
    let unit = view.reading.money_unit;
    view.each(sink, |indicator, sink| {
        if !row::is_cost(indicator) {
            return Ok(());
        }
        if let Some(cost) = row::money(indicator)?
            && cost > budget
            && !budget.yuan().is_zero()
        {
            let args = [
                ("indicator", view.name(indicator)),
                ("cost", Arg::Number(cost.in_unit(unit)?)),
                ("budget", Arg::Number(budget.in_unit(unit)?)),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Target), "cost-above-budget", args);
        }
        Ok(())
    })
}
