//! A composition of the funds whose lines do not add up: to their own total, or to an amount of the funds block.

use std::ops::Range;

use jibiao_model::{Amount, CellId};

use crate::{
    lines::{AMOUNTS, Composition, Role, compositions, funds_of},
    prelude::*,
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("fund-lines-off"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW],
    needs: &[Need::Words("line-totals"), Need::Words("line-subtotals"), Need::Number("fund-sum-tolerance")],
    messages: &[
        ("fund-lines-off", &["cell", "total", "terms", "sum", "unit"]),
        ("fund-lines-off-close", &["cell", "total", "terms", "sum", "unit"]),
        ("fund-lines-off-short", &["cell", "total", "terms", "sum", "unit"]),
        ("fund-lines-off-own", &["item", "cell", "total", "terms", "sum", "unit"]),
        ("fund-lines-off-own-close", &["item", "cell", "total", "terms", "sum", "unit"]),
        ("fund-lines-off-unread", &["item", "cell", "text"]),
    ],
    examples: examples![
        // The printed total is not the sum of the lines.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '泵站电费'\nline-amount = '164'\n[[lines]]\nline-item = '水质检测费'\nline-amount = '87'\n[[lines]]\nline-item = '管网抢修费'\nline-amount = '295.46'\n[[lines]]\nline-item = '合计'\nline-amount = '546.56'",
        ),
        // The lines are not the amount applied for.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '63.2'\n[[lines]]\nline-item = '场地建设'\nline-amount = '40.2'\n[[lines]]\nline-item = '教练培训'\nline-amount = '7'\n[[lines]]\nline-item = '器材维护'\nline-amount = '12'",
        ),
        // The total stands first and agrees with its lines; the head says another amount.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '1685.4'\n[[lines]]\nline-item = '支出合计'\nline-amount = '1542.83'\n[[lines]]\nline-item = '基本支出'\nline-amount = '684.53'\n[[lines]]\nline-item = '项目支出'\nline-amount = '858.3'",
        ),
        // Lines of an excerpt: some may have been left out.
        Example::finds(
            1,
            "form = 'project-application-2021'\nextent = 'excerpt'\n[cells]\n'fund.total.year' = '63.2'\n[[lines]]\nline-item = '场地建设'\nline-amount = '40.2'\n[[lines]]\nline-item = '器材维护'\nline-amount = '12'",
        ),
        // One line repeats the whole.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '138.26'\n[[lines]]\nline-item = '人员经费'\nline-amount = '11'\n[[lines]]\nline-item = '勘测经费'\nline-amount = '37.4'\n[[lines]]\nline-item = '基本支出'\nline-amount = '138.26'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '设计费'\nline-amount = '4,9,6.5'\n[[lines]]\nline-item = '监理费'\nline-amount = '38'",
        ),
        // A subtotal that is not the sum of the lines before it.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '摄像机'\nline-amount = '30'\n[[lines]]\nline-item = '服务器'\nline-amount = '20'\n[[lines]]\nline-item = '设备小计'\nline-amount = '55'\n[[lines]]\nline-item = '安装'\nline-amount = '5'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '60'\n[[lines]]\nline-item = '摄像机'\nline-amount = '30'\n[[lines]]\nline-item = '服务器'\nline-amount = '20'\n[[lines]]\nline-item = '设备小计'\nline-amount = '50'\n[[lines]]\nline-item = '其中：进口设备'\nline-amount = '8'\n[[lines]]\nline-item = '安装'\nline-amount = '10'\n[[lines]]\nline-item = '合 计'\nline-amount = '60'",
        ),
        // What is listed pays for the fiscal part of the project.
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '80'\n'fund.fiscal.year' = '50'\n[[lines]]\nline-item = '设备'\nline-amount = '30万元'\n[[lines]]\nline-item = '安装'\nline-amount = '200000元'",
        ),
        // The whole investment, of which the form applies for one line.
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '640'\n[[lines]]\nline-item = '中央资金'\nline-amount = '640'\n[[lines]]\nline-item = '地方自筹'\nline-amount = '728'\n[[lines]]\nline-item = '项目总投资'\nline-amount = '1368'",
        ),
        // A line is still blank.
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '80'\n[[lines]]\nline-item = '设备'\nline-amount = '30'\n[[lines]]\nline-item = '安装'\nline-amount = '20'\n[[lines]]\nline-item = '监理'\nline-amount = ''",
        ),
        // Last year's amounts are not of this year's funds.
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '80'\n[[lines]]\nline-item = '设备'\nline-amount = '30'\nline-last-year = '12'\n[[lines]]\nline-item = '安装'\nline-amount = '50'\nline-last-year = '9'",
        ),
    ],
    check,
};

/// One column of a composition with what its lines say.
struct Figures<'c, 'v> {
    composition: &'c Composition<'v>,
    concept: Concept,
    column: &'v CellId,
    amounts: Vec<Known<Amount>>,
}

impl Figures<'_, '_> {
    fn all(&self) -> Range<usize> {
        0..self.amounts.len()
    }
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for composition in compositions(view) {
        for concept in AMOUNTS {
            let (Some(column), Some(amounts)) = (composition.column(concept), composition.amounts(view, concept))
            else {
                continue;
            };
            let figures = Figures { composition: &composition, concept, column, amounts };
            unread(view, &figures, sink);
            subtotals(view, &figures, sink)?;
            if let Some(sums) = composition.sums(&figures.amounts)? {
                totals(view, &figures, &sums, sink)?;
            }
        }
    }
    Ok(())
}

/// An amount with a misplaced separator; other unread texts belong to another rule.
fn unread(view: &View<'_>, figures: &Figures<'_, '_>, sink: &mut Sink<'_>) {
    for (line, amount) in figures.composition.lines.iter().zip(&figures.amounts) {
        let text = line.row.text(figures.column.as_str()).trim();
        if *amount == Known::Unreadable && row::is_broken_figure(text) {
            let args = [
                ("item", Arg::Text(line.item.to_owned())),
                ("cell", Arg::Cell(figures.column.clone())),
                ("text", Arg::Text(text.to_owned())),
            ];
            let place = view.at_line(figures.composition.table, line.index, &line.row.id, figures.column);
            sink.report(place, "fund-lines-off-unread", args);
        }
    }
}

/// The own totals of the lines, and the funds block.
fn totals(view: &View<'_>, figures: &Figures<'_, '_>, sums: &[Amount], sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(plain) = sums.first() else { return Ok(()) };
    let tolerance = tolerance(view)?;
    let mut whole = *plain;
    for (index, line) in figures.composition.lines.iter().enumerate() {
        let Some(Known::Answered(total)) = figures.amounts.get(index).filter(|_| line.role == Role::Total) else {
            continue;
        };
        whole = *total;
        let rounding = rounding(view)?;
        if !sums.iter().any(|sum| alike(*sum, *total, rounding)) {
            let best = nearest(sums, *total)?.unwrap_or(*plain);
            let close = distance(best, *total)? <= tolerance;
            let key = if close { "fund-lines-off-own-close" } else { "fund-lines-off-own" };
            let item = ("item", Arg::Text(line.item.to_owned()));
            let [cell, total, terms, sum, unit] =
                arithmetic(view, figures, figures.column, *total, best, figures.all())?;
            let place = view.at_line(figures.composition.table, line.index, &line.row.id, figures.column);
            sink.report(place, key, [item, cell, total, terms, sum, unit]);
            // Which of the two is wrong is not known; the funds block would only say it again.
            return Ok(());
        }
    }
    against_funds(view, figures, sums, whole, sink)
}

fn against_funds(
    view: &View<'_>,
    figures: &Figures<'_, '_>,
    sums: &[Amount],
    whole: Amount,
    sink: &mut Sink<'_>,
) -> Result<(), Halt> {
    let funds = funds_of(view, figures.concept);
    let own_total = figures.composition.lines.iter().any(|line| line.role == Role::Total);
    let rounding = rounding(view)?;
    let is_fund = |amount: &Amount| funds.iter().any(|(_, fund)| alike(*fund, *amount, rounding));
    if funds.is_empty() || is_fund(&whole) || sums.iter().any(is_fund) || figures.composition.is_of_a_part() {
        return Ok(());
    }
    let line_is_fund = figures.amounts.iter().any(|amount| amount.answered().is_some_and(is_fund));
    if (own_total && line_is_fund) || pairs(&funds, whole)? || elsewhere(view, figures, whole) {
        return Ok(());
    }
    // The total that the lines come nearest to is the one that was meant.
    let totals: Vec<Amount> = funds.iter().filter(|(cell, _)| is_total(*cell)).map(|(_, amount)| *amount).collect();
    let all: Vec<Amount> = funds.iter().map(|(_, amount)| *amount).collect();
    let (Some(total), Some(any)) = (nearest(&totals, whole)?, nearest(&all, whole)?) else { return Ok(()) };
    let close = distance(any, whole)? <= tolerance(view)?;
    let best = if close { any } else { total };
    let Some((cell, _)) = funds.iter().find(|(_, amount)| *amount == best) else { return Ok(()) };
    let Some(id) = view.form.cell_of(*cell) else { return Ok(()) };
    // An excerpt may leave lines out.
    let cut = !view.reading.is_whole() && !own_total && whole < best;
    let key = match (close, cut) {
        (true, _) => "fund-lines-off-close",
        (false, true) => "fund-lines-off-short",
        (false, false) => "fund-lines-off",
    };
    let args = arithmetic(view, figures, id, best, whole, figures.all())?;
    sink.report(view.at_table(figures.composition.table), key, args);
    Ok(())
}

fn is_total(cell: Concept) -> bool {
    matches!(cell, Concept::Fund(FundSource::Total, _))
}

/// Whether two sources of one moment make the amount: what is listed leaves out a third.
fn pairs(funds: &[(Concept, Amount)], whole: Amount) -> Result<bool, Halt> {
    for (index, (cell, amount)) in funds.iter().enumerate() {
        for (other, more) in funds.iter().skip(index.saturating_add(1)) {
            let same = match (cell, other) {
                (Concept::Fund(a, moment), Concept::Fund(b, at)) => {
                    moment == at && *a != FundSource::Total && *b != FundSource::Total
                }
                _ => false,
            };
            if same && amount.plus(*more)? == whole {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether a line of another composition is made up of these lines.
fn elsewhere(view: &View<'_>, figures: &Figures<'_, '_>, whole: Amount) -> bool {
    compositions(view).filter(|other| other.table.id != figures.composition.table.id).any(|other| {
        AMOUNTS
            .iter()
            .filter_map(|concept| other.amounts(view, *concept))
            .flatten()
            .any(|amount| amount == Known::Answered(whole))
    })
}

/// 小计: the lines since the last one, or up to the next one. An excerpt may leave lines out.
fn subtotals(view: &View<'_>, figures: &Figures<'_, '_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    if !view.reading.is_whole() {
        return Ok(());
    }
    let lines = &figures.composition.lines;
    let is_part = |at: &usize| lines.get(*at).is_some_and(|line| matches!(line.role, Role::Part | Role::Share));
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.role == Role::Subtotal) {
        let Some(Known::Answered(total)) = figures.amounts.get(index) else { continue };
        let first = (0..index).rev().take_while(is_part).last().unwrap_or(index);
        let next = index.saturating_add(1);
        let last = (next..lines.len()).take_while(is_part).last().map_or(next, |last| last.saturating_add(1));
        let mut sums = Vec::new();
        for range in [first..index, next..last] {
            if let Some(sum) = group(figures, range.clone())? {
                sums.push((sum, range));
            }
        }
        if sums.iter().any(|(sum, _)| sum == total) {
            continue;
        }
        let Some((sum, range)) = sums.into_iter().next() else { continue };
        let close = distance(sum, *total)? <= tolerance(view)?;
        let key = if close { "fund-lines-off-own-close" } else { "fund-lines-off-own" };
        let item = ("item", Arg::Text(line.item.to_owned()));
        let [cell, total, terms, sum, unit] = arithmetic(view, figures, figures.column, *total, sum, range)?;
        let place = view.at_line(figures.composition.table, line.index, &line.row.id, figures.column);
        sink.report(place, key, [item, cell, total, terms, sum, unit]);
    }
    Ok(())
}

/// The sum of neighbouring parts; `None` where there are fewer than two or one of them says no amount.
fn group(figures: &Figures<'_, '_>, range: Range<usize>) -> Result<Option<Amount>, Halt> {
    let (mut sum, mut count) = (Amount::ZERO, 0_usize);
    let lines = figures.composition.lines.iter().zip(&figures.amounts).skip(range.start).take(range.len());
    for (_, amount) in lines.filter(|(line, _)| line.role == Role::Part) {
        match amount {
            Known::Answered(amount) => {
                sum = sum.plus(*amount)?;
                count = count.saturating_add(1);
            }
            Known::NotYet | Known::Unreadable => return Ok(None),
            Known::NotApplicable => {}
        }
    }
    Ok((count >= 2).then_some(sum))
}

fn tolerance(view: &View<'_>) -> Result<Number, Halt> {
    Ok(view.number("fund-sum-tolerance")?.times(view.reading.money_unit.in_yuan())?)
}

/// In 元: a difference up to it comes from printing fewer decimals.
fn rounding(view: &View<'_>) -> Result<Number, Halt> {
    Ok(tolerance(view)?.over(Number::whole(10))?)
}

fn alike(a: Amount, b: Amount, rounding: Number) -> bool {
    distance(a, b).is_ok_and(|difference| difference <= rounding)
}

fn distance(a: Amount, b: Amount) -> Result<Number, Halt> {
    Ok(a.yuan().minus(b.yuan())?.magnitude())
}

fn nearest(amounts: &[Amount], to: Amount) -> Result<Option<Amount>, Halt> {
    let mut best: Option<(Number, Amount)> = None;
    for amount in amounts {
        let far = distance(*amount, to)?;
        if best.is_none_or(|(least, _)| far < least) {
            best = Some((far, *amount));
        }
    }
    Ok(best.map(|(_, amount)| amount))
}

/// The arguments that show the sum.
fn arithmetic(
    view: &View<'_>,
    figures: &Figures<'_, '_>,
    cell: &CellId,
    total: Amount,
    sum: Amount,
    lines: Range<usize>,
) -> Result<[(&'static str, Arg); 5], Halt> {
    let unit = view.reading.money_unit;
    let lines = figures.composition.lines.iter().zip(&figures.amounts).skip(lines.start).take(lines.len());
    let parts = lines.filter(|(line, _)| line.role == Role::Part);
    let terms = parts.filter_map(|(_, amount)| amount.answered().copied());
    Ok([
        ("cell", Arg::Cell(cell.clone())),
        ("total", Arg::Number(total.in_unit(unit)?)),
        ("terms", Arg::Text(plus(view, terms)?)),
        ("sum", Arg::Number(sum.in_unit(unit)?)),
        ("unit", Arg::Text(unit.label().to_owned())),
    ])
}

/// `164 + 87 + 295.46`; of many terms the first few.
fn plus(view: &View<'_>, terms: impl Iterator<Item = Amount>) -> Result<String, Halt> {
    const SHOWN: usize = 8;
    let mut text = String::new();
    for (index, amount) in terms.enumerate() {
        if index > 0 {
            text.push_str(" + ");
        }
        if index == SHOWN {
            text.push('…');
            break;
        }
        text.push_str(&amount.in_unit(view.reading.money_unit)?.to_string());
    }
    Ok(text)
}
