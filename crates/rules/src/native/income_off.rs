//! More spent than came in, or much less come in than was planned, without a word on it.

use jibiao_model::{Amount, Rounding};
use jibiao_reading::{Aspect, Statement, value};

use crate::{prelude::*, prose::is_plain};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("income-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Words("income-labels"),
        Need::Words("other-money-words"),
        Need::Words("delay-words"),
        Need::Number("execution-rate-explained-below"),
        Need::Number("fund-sum-tolerance"),
    ],
    messages: &[
        ("income-off-spent", &["executed", "income", "unit", "cell"]),
        ("income-off-received", &["received", "annual", "percent", "unit", "cell"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '691.33'\ngoal-result = '本年收入合计684.53万元，比上年增加137.96万元。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '742.38'\ngoal-result = '调整后预算742.38万元，实际到位资金286.15万元。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '691.33'\ngoal-result = '本年收入合计684.53万元，使用上年结转资金6.8万元。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '670'\ngoal-result = '本年收入合计684.53万元。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '742.38'\ngoal-result = '实际到位资金286.15万元，主要原因是省级资金尚未下达。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '742.38'\ngoal-result = '实际到位资金735万元。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '500'\ngoal-result = '中央资金到位200万元，省级资金到位300万元。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.executed' = '120'\ngoal-result = '带动农户增加收入80万元。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let total =
        |moment| view.reading.amount(FundSource::Total, moment).answered().copied().filter(|a| *a > Amount::ZERO);
    let (annual, executed) = (total(FundMoment::Annual), total(FundMoment::Executed));
    if annual.is_none() && executed.is_none() {
        return Ok(());
    }
    spent(view, executed, sink)?;
    received(view, annual, sink)
}

fn is_money(statement: &Statement) -> bool {
    statement.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Money)
}

/// Spending above the income of the year.
fn spent(view: &View<'_>, executed: Option<Amount>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(executed) = executed else { return Ok(()) };
    let unit = view.reading.money_unit;
    let labels = view.words("income-labels");
    for prose in view.prose() {
        let own = labels.has(prose.cell.label.zh.trim());
        let income = prose.stated.items.iter().find(|statement| {
            let label = prose.label(statement).trim();
            // 农户增加收入 is not what the unit took in.
            let others = ["农", "户", "群众", "企业", "人均", "带动", "销售", "营业", "门票"];
            let named = labels.iter().any(|word| label.ends_with(word))
                && !others.iter().any(|word| label.contains(word))
                && !statement.aspects.has(Aspect::Added);
            is_money(statement) && is_plain(statement) && (named || (own && statement.clause == 0 && label.is_empty()))
        });
        let Some(income) = income.and_then(value) else { continue };
        let tolerance = view.number("fund-sum-tolerance")?.times(unit.in_yuan())?;
        // Money of other years or hands pays for the rest.
        let told = || view.texts().any(|(_, text)| view.words("other-money-words").is_in(text));
        if executed.yuan().minus(income)? > tolerance && !told() {
            let args = [
                ("executed", Arg::Number(executed.in_unit(unit)?)),
                ("income", Arg::Number(income.over(unit.in_yuan())?)),
                ("unit", Arg::Text(unit.label().to_owned())),
                ("cell", Arg::Cell(prose.cell.id.clone())),
            ];
            sink.report(view.at(Concept::Fund(FundSource::Total, FundMoment::Executed)), "income-off-spent", args);
            return Ok(());
        }
    }
    Ok(())
}

/// Money received far below the budget.
fn received(view: &View<'_>, annual: Option<Amount>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(annual) = annual else { return Ok(()) };
    let least = view.number("execution-rate-explained-below")?;
    let unit = view.reading.money_unit;
    for prose in view.prose() {
        let came = |statement: &&Statement| {
            let label = prose.label(statement);
            let arrived = ["到位", "到账", "收到"].iter().any(|word| label.contains(word));
            is_money(statement) && is_plain(statement) && arrived && !statement.aspects.has(Aspect::Missing)
        };
        let mut amounts = prose.stated.items.iter().filter(came);
        // Several arrivals are parts of one.
        let (Some(only), None) = (amounts.next(), amounts.next()) else { continue };
        let Some(amount) = value(only) else { continue };
        let part = ["中央", "省级", "市级", "县级", "区级", "上级", "本级", "其中", "第一批", "首批", "配套", "自筹"]
            .iter()
            .any(|word| prose.label(only).contains(word));
        let percent = amount.times(Number::HUNDRED)?.over(annual.yuan())?;
        // Another thing, if it is less than a hundredth.
        if part || percent >= least || percent < Number::ONE || is_explained(view) {
            continue;
        }
        let args = [
            ("received", Arg::Number(amount.over(unit.in_yuan())?)),
            ("annual", Arg::Number(annual.in_unit(unit)?)),
            ("percent", Arg::Number(percent.rounded(1, Rounding::HalfUp))),
            ("unit", Arg::Text(unit.label().to_owned())),
            ("cell", Arg::Cell(prose.cell.id.clone())),
        ];
        sink.report(view.at(Concept::Fund(FundSource::Total, FundMoment::Annual)), "income-off-received", args);
        return Ok(());
    }
    Ok(())
}

fn is_explained(view: &View<'_>) -> bool {
    view.texts().any(|(_, text)| view.words("delay-words").is_in(text))
}
