//! A budget that was changed by much within the year, without a word on it.

use jibiao_model::Amount;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("budget-change-unexplained"),
    dimension: Dimension::Feasibility,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("budget-change-explained-above"), Need::Words("budget-change-words")],
    messages: &[
        ("budget-change-unexplained-raised", &["initial", "annual", "percent", "unit"]),
        ("budget-change-unexplained-cut", &["initial", "annual", "percent", "unit"]),
        ("budget-change-unexplained-withdrawn", &["initial", "unit"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '742.6'\n'fund.total.annual' = '1685.4'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '5.28'\n'fund.total.annual' = '1.96'\ngoal-result = '全年按预算发放补贴120人。'",
        ),
        // The total was left at 0, its source was not.
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '0'\n'fund.total.annual' = '0'\n'fund.fiscal.initial' = '147.28'\n'fund.fiscal.annual' = '96.37'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '742.6'\n'fund.total.annual' = '1685.4'\nother-notes = '年中追加基础设施补助。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '5.28'\n'fund.total.annual' = '1.96'\ngoal-result = '产业结构调整取得成效。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '316.42'\n'fund.total.annual' = '333.75'",
        ),
        // All of it is gone, or the budget was left unfilled.
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '742.6'\n'fund.total.annual' = '0'\n'fund.total.executed' = '0'",
        ),
        Example::finds(
            1,
            "form = 'department-self-evaluation'\n[cells]\n'fund.total.initial' = '7426000元'\n'fund.total.annual' = '0.00'\n'fund.basic.annual' = '0'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '742.6'\n'fund.total.annual' = '0'\n'fund.total.executed' = '0'\nother-notes = '8月经人大批准调整预算，全部资金收回统筹。'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '742.6'"),
        // What was carried over makes the difference.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '100'\n'fund.total.annual' = '160'\n'fund.fiscal.annual' = '100'\n'fund.carryover.annual' = '60'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.initial' = '0'\n'fund.total.annual' = '3.36'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    withdrawn(view, sink)?;
    for source in [FundSource::Total, FundSource::Fiscal] {
        let amount = |moment| view.reading.amount(source, moment).answered().copied().filter(|a| *a > Amount::ZERO);
        let (Some(initial), Some(annual)) = (amount(FundMoment::Initial), amount(FundMoment::Annual)) else { continue };
        let change = annual.yuan().minus(initial.yuan())?;
        let percent = change.magnitude().times(Number::HUNDRED)?.over(initial.yuan())?;
        if percent > view.number("budget-change-explained-above")? && !is_carried(view, change) && !is_explained(view) {
            let unit = view.reading.money_unit;
            let key =
                if change.is_negative() { "budget-change-unexplained-cut" } else { "budget-change-unexplained-raised" };
            let args = [
                ("initial", Arg::Number(initial.in_unit(unit)?)),
                ("annual", Arg::Number(annual.in_unit(unit)?)),
                ("percent", Arg::Number(percent.rounded(1, jibiao_model::Rounding::HalfUp))),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at(Concept::Fund(source, FundMoment::Annual)), key, args);
        }
        // A source says the same as its total.
        return Ok(());
    }
    Ok(())
}

/// No budget is left of what there was, and nothing was spent of it: spending without a budget is told elsewhere, and so
/// is a total of 0 above sources that have some.
fn withdrawn(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let amount = |source, moment| view.reading.amount(source, moment).answered().copied();
    let total = |moment| amount(FundSource::Total, moment);
    let Some(initial) = total(FundMoment::Initial).filter(|initial| *initial > Amount::ZERO) else { return Ok(()) };
    let some = |source: &FundSource| {
        [FundMoment::Annual, FundMoment::Executed]
            .into_iter()
            .any(|moment| amount(*source, moment).is_some_and(|amount| amount != Amount::ZERO))
    };
    if total(FundMoment::Annual) == Some(Amount::ZERO) && !FundSource::ALL.iter().any(some) && !is_explained(view) {
        let unit = view.reading.money_unit;
        let args = [("initial", Arg::Number(initial.in_unit(unit)?)), ("unit", Arg::Text(unit.label().to_owned()))];
        let at = view.at(Concept::Fund(FundSource::Total, FundMoment::Annual));
        sink.report(at, "budget-change-unexplained-withdrawn", args);
    }
    Ok(())
}

/// Whether what was added is the money carried over.
fn is_carried(view: &View<'_>, change: Number) -> bool {
    let carried = view.reading.amount(FundSource::Carryover, FundMoment::Annual);
    carried.answered().is_some_and(|carried| carried.yuan() == change)
}

fn is_explained(view: &View<'_>) -> bool {
    let words = view.words("budget-change-words");
    // 产业结构调整 is no change of the budget.
    let of_money =
        |text: &str| ["预算", "资金", "经费", "金额", "财政", "补助", "万元"].iter().any(|word| text.contains(word));
    let tells = |text: &str| {
        words.is_in(text) && text.split(['。', '；', ';', '\n']).any(|part| words.is_in(part) && of_money(part))
    };
    view.texts().any(|(cell, text)| tells(text) || words.is_in(&cell.label.zh))
        || view.indicators().any(|indicator| tells(indicator.reason))
}
