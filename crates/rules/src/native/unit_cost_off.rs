//! A cost for one of something that, times the number of them, is more than all the money of the project.

use std::collections::BTreeMap;

use jibiao_model::MoneyUnit;

use crate::{prelude::*, prose::shares_words, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("unit-cost-off"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("unit-cost-off", &["indicator", "target", "quantity", "number", "product", "budget", "unit"])],
    examples: &[
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '30'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '资助孤儿人数'\ntarget = '46人'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '孤儿资助标准'\ntarget = '=10000元/人'",
        ),
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '800'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建农村公路里程'\ntarget = '≥46公里'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '农村公路造价'\ntarget = '35万元/公里'",
        ),
        // A ceiling says nothing about the least; things that are not the same; enough money; whole years of money.
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '320'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '衬砌斗渠长度'\ntarget = '≥18公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '衬砌农渠长度'\ntarget = '≥25公里'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '每公里渠道衬砌成本'\ntarget = '≤41万元/公里'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '800'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建农村公路里程'\ntarget = '≥46公里'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '农村公路造价'\ntarget = '≤20万元/公里'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '30'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '宣传覆盖群众'\ntarget = '46000人'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '孤儿资助标准'\ntarget = '=10000元/人'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '46'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '资助孤儿人数'\ntarget = '46人'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '孤儿资助标准'\ntarget = '=10000元/人'",
        ),
        Example::clean(
            "[cells]\n'fund.total.whole' = '900'\n'fund.total.year' = '30'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '资助孤儿人数'\ntarget = '46人'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '孤儿资助标准'\ntarget = '=10000元/人'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(budget) = row::budgets(view).max().filter(|budget| !budget.yuan().is_zero()) else { return Ok(()) };
    // Counted things by their unit.
    let mut counted: BTreeMap<&str, Vec<&Indicator<'_>>> = BTreeMap::new();
    let mut prices = Vec::new();
    for indicator in view.indicators().filter(|indicator| indicator.horizon == Horizon::Year) {
        let Some((quantity, unit)) = row::target(indicator).and_then(|target| Some((target, target.unit.as_ref()?)))
        else {
            continue;
        };
        let ceiling = matches!(
            indicator.target.answered().and_then(|value| value.operator),
            Some(Operator::AtMost | Operator::Below)
        );
        let price = unit.family == UnitFamily::MoneyPer;
        if (ceiling && !price) || quantity.number <= Number::ZERO {
            continue;
        }
        if price {
            prices.push((indicator, quantity, unit.text.as_str(), ceiling));
        } else if unit.family != UnitFamily::Ratio && unit.family != UnitFamily::Money {
            counted.entry(unit.text.as_str()).or_default().push(indicator);
        }
    }
    for (indicator, price, unit, ceiling) in prices {
        let mut parts = unit.split(['/', '·', '*']);
        let (money, per) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let scale = match money {
            "元" => MoneyUnit::Yuan,
            "万元" => MoneyUnit::TenThousandYuan,
            _ => continue,
        };
        // What is counted and what is paid for are one thing if their names say so; of several, the smallest number
        // is enough.
        let akin = counted.get(per).into_iter().flatten().filter_map(|things| {
            let named = shares_words(row::bare(things.name), row::bare(indicator.name), 2);
            named.then_some((row::target(things)?.number, *things))
        });
        let Some((number, things)) = akin.min_by_key(|(number, _)| *number) else { continue };
        // A ceiling leaves room above what will be paid.
        let percent = if ceiling { 150 } else { 105 };
        let product = price.number.times(number)?.times(scale.in_yuan())?;
        if product.over(budget.yuan())? > Number::whole(percent).over(Number::HUNDRED)? {
            let unit = view.reading.money_unit;
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("quantity", view.name(things)),
                ("number", row::target_said(view, things)),
                ("product", Arg::Number(product.over(unit.in_yuan())?)),
                ("budget", Arg::Number(budget.in_unit(unit)?)),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Target), "unit-cost-off", args);
        }
    }
    Ok(())
}
