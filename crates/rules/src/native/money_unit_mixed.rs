//! 元 and 万元 mixed up: two units are stated, one amount is ten thousand times another, or the total of the project
//! can't be meant in its unit.

use jibiao_model::{Amount, Cell, MoneyUnit};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("money-unit-mixed"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW],
    needs: &[Need::Number("fund-total-most"), Need::Number("fund-total-least")],
    messages: &[
        ("money-unit-mixed-stated", &["cell", "text", "unit"]),
        ("money-unit-mixed-amounts", &["cell", "text", "other", "amount", "unit"]),
        ("money-unit-mixed-row", &["indicator", "target", "budget", "unit"]),
        ("money-unit-mixed-large", &["cell", "text", "unit", "converted"]),
        ("money-unit-mixed-small", &["cell", "text", "unit"]),
    ],
    examples: examples![
        Example::finds(1, "form = 'project-application-2021'\n[cells]\nmoney-unit = '万元'\noverview = '单位：元'"),
        Example::finds(1, "[cells]\nmoney-unit = '万元'\n'fund.total.year' = '3184620'"),
        Example::finds(1, "[cells]\nmoney-unit = '元'\n'fund.total.year' = '100'"),
        Example::finds(1, "[cells]\n'fund.total.whole' = '380'\n'fund.total.year' = '3800000'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '46.5'\n'fund.total.executed' = '449120.67'",
        ),
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '90'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤90元'",
        ),
        Example::clean("[cells]\nmoney-unit = '元'\n'fund.total.year' = '2,875,360.00'"),
        Example::clean("[cells]\nmoney-unit = '万元'\n'fund.total.year' = '0.05'\n'fund.fiscal.year' = '500元'"),
        Example::clean("form = 'project-application-2021'\n[cells]\nmoney-unit = '万元'\noverview = '单位：公里'"),
        Example::clean(
            "[cells]\n'fund.total.year' = '90'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '每人次培训成本'\ntarget = '≤90元/人次'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '90'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '伙食费标准'\ntarget = '≤90元'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '46.5'\n'fund.total.executed' = '0.46'",
        ),
    ],
    check,
};

const TEN_THOUSAND: i64 = 10_000;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    stated(view, sink);
    let totals = totals(view);
    if !between(view, &totals, sink)? {
        implausible(view, &totals, sink)?;
    }
    rows(view, &totals, sink)
}

/// A cell that states the unit of the amounts.
fn stated(view: &View<'_>, sink: &mut Sink<'_>) {
    let unit = view.reading.money_unit;
    for (cell, text) in view.texts() {
        if unit_of(cell, text.trim()).is_some_and(|stated| stated != unit) {
            let args = [
                ("cell", Arg::Cell(cell.id.clone())),
                ("text", Arg::Text(text.trim().to_owned())),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at_cell(&cell.id), "money-unit-mixed-stated", args);
        }
    }
}

/// `单位：元`, or `元` in a cell that asks for the unit of money.
fn unit_of(cell: &Cell, text: &str) -> Option<MoneyUnit> {
    /// In bytes: a longer text states more than a unit.
    const LONGEST: usize = 48;
    let stated = match text.split_once("单位") {
        Some((before, after)) if before.trim_start_matches(['（', '(']).chars().count() <= 2 => {
            // At the head of a text as well: 单位：元。
            let stated = after.trim_start().strip_prefix(['：', ':', '为']).unwrap_or(after);
            let end = stated.find(['。', '；', ';', '，', ',', '\n', '）', ')']).unwrap_or(stated.len());
            stated.get(..end).unwrap_or(stated)
        }
        _ if text.len() > LONGEST => return None,
        None if cell.label.zh.contains("金额单位") || cell.label.zh.contains("货币单位") => text,
        _ => return None,
    };
    match stated.trim_matches([' ', '：', ':', '（', '）', '(', ')', '。', '　']) {
        "元" | "人民币元" => Some(MoneyUnit::Yuan),
        "万元" | "人民币万元" => Some(MoneyUnit::TenThousandYuan),
        "亿元" => Some(MoneyUnit::HundredMillionYuan),
        _ => None,
    }
}

/// The totals of the funds block with their cells, those of 0 aside.
fn totals(view: &View<'_>) -> Vec<(Concept, Amount)> {
    use FundMoment::{Annual, Executed, Initial, Whole, Year};
    let moments = [Whole, Year, Initial, Annual, Executed].map(|moment| Concept::Fund(FundSource::Total, moment));
    let answered = moments.into_iter().filter_map(|cell| Some((cell, *view.reading.money(cell).answered()?)));
    answered.filter(|(_, amount)| *amount > Amount::ZERO).collect()
}

/// Two totals of one project of which one is some ten thousand times the other.
fn between(view: &View<'_>, totals: &[(Concept, Amount)], sink: &mut Sink<'_>) -> Result<bool, Halt> {
    for (index, (cell, amount)) in totals.iter().enumerate() {
        for (other, less) in totals.iter().skip(index.saturating_add(1)) {
            let (high, low) = if amount > less { (*amount, *less) } else { (*less, *amount) };
            let times = high.yuan().over(low.yuan())?;
            // Spending may be a little more or less than its budget.
            let mixed = times >= Number::whole(TEN_THOUSAND).times(Number::whole(8))?.over(Number::whole(10))?
                && times <= Number::whole(TEN_THOUSAND).times(Number::whole(12))?.over(Number::whole(10))?;
            if !mixed {
                continue;
            }
            let (Some(id), Some(first)) = (view.form.cell_of(*other), view.form.cell_of(*cell)) else { continue };
            let unit = view.reading.money_unit;
            let args = [
                ("cell", Arg::Cell(id.clone())),
                ("text", Arg::Text(view.reading.text(*other).trim().to_owned())),
                ("other", Arg::Cell(first.clone())),
                ("amount", Arg::Number(amount.in_unit(unit)?)),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at(*other), "money-unit-mixed-amounts", args);
            return Ok(true);
        }
    }
    Ok(false)
}

/// A total that no project of a county or a province has in this unit.
fn implausible(view: &View<'_>, totals: &[(Concept, Amount)], sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some((cell, most)) = totals.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a }) else { return Ok(()) };
    let Some(id) = view.form.cell_of(cell) else { return Ok(()) };
    let text = view.reading.text(cell).trim();
    let unit = view.reading.money_unit;
    let args = || [("cell", Arg::Cell(id.clone())), ("text", Arg::Text(text.to_owned()))];
    let [name, said] = args();
    let label = ("unit", Arg::Text(unit.label().to_owned()));
    if unit == MoneyUnit::TenThousandYuan
        && !text.contains('元')
        && most.in_unit(unit)? >= view.number("fund-total-most")?
    {
        let converted = most.in_unit(MoneyUnit::HundredMillionYuan)?.rounded(2, jibiao_model::Rounding::HalfUp);
        sink.report(
            view.at(cell),
            "money-unit-mixed-large",
            [name, said, label, ("converted", Arg::Number(converted))],
        );
    } else if unit == MoneyUnit::Yuan && most.yuan() < view.number("fund-total-least")? {
        sink.report(view.at(cell), "money-unit-mixed-small", [name, said, label]);
    }
    Ok(())
}

/// A row with the figure of the total in the other unit.
fn rows(view: &View<'_>, totals: &[(Concept, Amount)], sink: &mut Sink<'_>) -> Result<(), Halt> {
    let unit = view.reading.money_unit;
    view.each(sink, |indicator, sink| {
        if !row::is_cost(indicator) {
            return Ok(());
        }
        // Only what names itself a total: a standard of 90元 may stand beside a budget of 90万元.
        if !["总", "预算", "资金", "经费"].iter().any(|word| indicator.name.contains(word)) {
            return Ok(());
        }
        let Some(cost) = row::money(indicator)? else { return Ok(()) };
        let times = cost.yuan().times(Number::whole(TEN_THOUSAND))?;
        if let Some((_, budget)) = totals.iter().find(|(_, budget)| budget.yuan() == times) {
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("budget", Arg::Number(budget.in_unit(unit)?)),
                ("unit", Arg::Text(unit.label().to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Target), "money-unit-mixed-row", args);
        }
        Ok(())
    })
}
