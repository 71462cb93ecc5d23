//! A cost for one of something that, times the number of them, is more than all the money of the project.

use jibiao_model::{
    MoneyUnit,
    order::{arranged, order},
};
use jibiao_reading::Pairs;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("unit-cost-off"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("unit-cost-off", &["indicator", "target", "quantity", "number", "product", "budget", "unit"])],
    examples: examples![
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
    let mut counted = Vec::new();
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
            counted.push((unit.text.as_str(), quantity.number, indicator));
        }
    }
    if prices.is_empty() {
        return Ok(());
    }
    // Only what some cost is for is looked at more closely.
    let names: Vec<&str> = prices.iter().map(|(indicator, ..)| row::bare(indicator.name)).collect();
    let mut units: Vec<&str> = Vec::new();
    for (_, _, unit, _) in &prices {
        let per = money_and_part(unit).1;
        if !units.contains(&per) {
            units.push(per);
        }
    }
    let counted = Counted::of(&counted, units, &Pairs::of(&names));
    for (indicator, price, unit, ceiling) in prices {
        let (money, per) = money_and_part(unit);
        let scale = match money {
            "元" => MoneyUnit::Yuan,
            "万元" => MoneyUnit::TenThousandYuan,
            _ => continue,
        };
        let Some((number, things)) = counted.least(per, row::bare(indicator.name)) else { continue };
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

/// 元 and 人 of 元/人·月.
fn money_and_part(unit: &str) -> (&str, &str) {
    let mut parts = unit.split(['/', '·', '*']);
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

/// Counted things by their unit and by the words of their names. What is counted and what is paid for are one thing if
/// their names share a word; of several, the smallest number is enough.
struct Counted<'v> {
    units: Vec<&'v str>,
    things: Vec<(Key, Thing<'v>)>,
}

/// The position of a unit, and two letters that stand side by side in a name.
type Key = (usize, char, char);

type Thing<'v> = (Number, &'v Indicator<'v>);

impl<'v> Counted<'v> {
    /// Things in these units of which the names share a word with some text of `wanted`.
    fn of(things: &[(&'v str, Number, &'v Indicator<'v>)], units: Vec<&'v str>, wanted: &Pairs) -> Self {
        let mut all: Vec<(Key, Thing<'v>)> = Vec::new();
        for (unit, number, indicator) in things {
            let Some(unit) = units.iter().position(|wanted| wanted == unit) else { continue };
            let words = words(row::bare(indicator.name)).filter(|(first, second)| wanted.has(*first, *second));
            all.extend(words.map(|(first, second)| ((unit, first, second), (*number, *indicator))));
        }
        let rank = |at: usize| all.get(at).map(|(key, (number, indicator))| (*key, *number, indicator.index));
        let order = order(all.len(), &|a, b| rank(a).cmp(&rank(b)));
        let mut things = arranged(all, &order);
        things.dedup_by_key(|(key, _)| *key);
        Self { units, things }
    }

    /// The thing of the smallest number that is counted in a unit and shares a word with a name.
    fn least(&self, unit: &str, name: &str) -> Option<Thing<'v>> {
        let unit = self.units.iter().position(|known| *known == unit)?;
        let found = words(name).filter_map(|(first, second)| {
            let at = self.things.binary_search_by(|(key, _)| key.cmp(&(unit, first, second))).ok()?;
            self.things.get(at).map(|(_, thing)| *thing)
        });
        found.min_by_key(|(number, indicator)| (*number, indicator.index))
    }
}

/// Letters of a name that stand side by side.
fn words(name: &str) -> impl Iterator<Item = (char, char)> {
    let both = name.chars().zip(name.chars().skip(1));
    both.filter(|(first, second)| row::is_letter(*first) && row::is_letter(*second))
}
