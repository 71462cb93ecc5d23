//! A row that gives the whole cost of the project, and another amount was spent.

use jibiao_model::{Amount, MoneyUnit, Rounding};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("cost-result-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Words("total-cost-names")],
    messages: &[
        ("cost-result-off", &["indicator", "actual", "executed", "unit"]),
        ("cost-result-off-nothing", &["indicator", "target", "actual"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '200'\n'fund.total.executed' = '118.4'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤210万元'\nactual = '180万元'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2015'\n[cells]\n'fund.total.executed' = '46.5'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '资金支出总额'\ntarget = '≤60万元'\nactual = '60万元'",
        ),
        // Nothing spent on what was to cost something.
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '118.4'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '设备购置成本'\ntarget = '≤90万元'\nactual = '0'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '0'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '设备购置成本'\ntarget = '≤90万元'\nactual = '0万元'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '118.4'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '超支率'\ntarget = '≤5%'\nactual = '0%'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '赔偿额'\ntarget = '≤1万元'\nactual = '0万元'",
        ),
        // Rounded as the row is; the budget itself; a part of the cost; a cost of one.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '118.437'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤165.3万元'\nactual = '118.4万元'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '0'\n'fund.fiscal.executed' = '90'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤95万元'\nactual = '90万元'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '118.4'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '设备购置成本'\ntarget = '≤90万元'\nactual = '80万元'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let executed: Vec<Amount> = FundSource::ALL
        .into_iter()
        .filter_map(|source| view.reading.amount(source, FundMoment::Executed).answered().copied())
        .filter(|amount| *amount > Amount::ZERO)
        .collect();
    let Some(total) = executed.first() else { return Ok(()) };
    let unit = view.reading.money_unit;
    view.each(sink, |indicator, sink| {
        if is_for_nothing(indicator) {
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("actual", Arg::Text(indicator.actual_text.trim().to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "cost-result-off-nothing", args);
        }
        Ok(())
    })?;
    let names = view.words("total-cost-names");
    view.each(sink, |indicator, sink| {
        if !names.has(row::bare(indicator.name)) {
            return Ok(());
        }
        let Some(actual) = row::actual(indicator).filter(|actual| !actual.number.is_zero()) else { return Ok(()) };
        let said = match actual.unit.as_ref().map(|unit| unit.text.as_str()) {
            Some("元") => MoneyUnit::Yuan,
            Some("万元") => MoneyUnit::TenThousandYuan,
            _ => return Ok(()),
        };
        // As many decimals as the row has.
        let same = executed.iter().any(|spent| {
            spent.in_unit(said).is_ok_and(|spent| {
                (0..=6).any(|scale| {
                    let rounded = spent.rounded(scale, Rounding::HalfUp);
                    rounded == actual.number && actual.number.rounded(scale, Rounding::HalfUp) == actual.number
                })
            })
        });
        if !same {
            let args = [
                ("indicator", view.name(indicator)),
                ("actual", Arg::Text(indicator.actual_text.trim().to_owned())),
                ("executed", Arg::Number(total.in_unit(unit)?)),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "cost-result-off", args);
        }
        Ok(())
    })
}

/// A cost in money that was to be something and came to nothing. What others bear may well be nothing.
fn is_for_nothing(indicator: &Indicator<'_>) -> bool {
    let (Some(target), Some(actual)) = (row::target(indicator), row::actual(indicator)) else { return false };
    let own = match indicator.level_two {
        Known::Answered(level) => matches!(level, LevelTwo::Cost | LevelTwo::EconomicCost),
        _ => row::is_cost(indicator),
    };
    let money = target.unit.as_ref().is_some_and(|unit| matches!(unit.text.as_str(), "元" | "万元" | "亿元"));
    own && money && target.number > Number::ZERO && actual.number.is_zero()
}
