//! A text that states the money of the project, and the funds block states another amount.

use jibiao_model::Amount;
use jibiao_reading::{Aspect, Statement, grain, value};

use crate::{
    lines::{AMOUNTS, compositions},
    prelude::*,
    prose::{Prose, is_plain, shares_words},
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("fund-in-text-off"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW],
    needs: &[
        Need::Words("fund-cell-labels"),
        Need::Words("fund-total-words"),
        Need::Words("fund-part-words"),
        Need::Words("line-totals"),
        Need::Words("line-subtotals"),
    ],
    messages: &[
        ("fund-in-text-off", &["cell", "quote", "total", "amount", "unit"]),
        ("fund-in-text-off-unit", &["cell", "quote", "total", "amount", "unit"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '30'\ngrounds = '根据某财教〔2025〕8号，现下达本项目专项资金70万元。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nproject-name = '柳湾村渠系清淤项目'\n'fund.total.year' = '186.4275'\noverview = '柳湾村渠系清淤项目120万元，清淤渠道4200米。'",
        ),
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '420'\nyear-goal = '年度预算安排资金共计450万元，养护县道46公里。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '60'\n'fund.total.executed' = '60'\ngoal-result = '本项目预算68万元，全部用于村医培训。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.whole' = '1200'\n'fund.total.year' = '1200'\noverview = '项目总投资1500万元，新建校舍6000平方米。'",
        ),
        // The right digits in the wrong unit.
        Example::finds(1, "[cells]\n'fund.total.year' = '122'\nyear-goal = '项目资金122元，资助学生230人。'"),
        // The same amount in another unit, rounded, of one source, as the sum of what the text lists.
        Example::clean(
            "[cells]\n'fund.total.year' = '387.6646'\nyear-goal = '年度预算安排资金3876646元，养护县道46公里。'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '387.6646'\nyear-goal = '年度预算共安排资金约388万元，养护县道46公里。'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '380'\n'fund.fiscal.year' = '300'\nyear-goal = '下达本项目财政资金300万元，养护县道46公里。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '50'\noverview = '本项目预算安排设备费20万元，本项目预算安排安装费30万元。'",
        ),
        // Parts, other years, standards, other people's money, the whole of several years.
        Example::clean(
            "[cells]\n'fund.total.whole' = '3000'\n'fund.total.year' = '1000'\nyear-goal = '工程概算总投资2980.5万元，本年完成主体。'",
        ),
        Example::clean("[cells]\n'fund.total.year' = '420'\nyear-goal = '安排公用经费20万元，保障机构运转。'"),
        Example::clean(
            "[cells]\nyear = '2026'\n'fund.total.year' = '420'\nyear-goal = '2025年本项目预算安排350万元，2026年继续养护县道46公里。'",
        ),
        Example::clean("[cells]\n'fund.total.year' = '420'\nyear-goal = '本项目补助标准为每户2万元，改造210户。'"),
        Example::clean("[cells]\n'fund.total.year' = '420'\nyear-goal = '撬动社会投资共计1500万元。'"),
        Example::clean("[cells]\n'fund.total.year' = '420'\nyear-goal = '项目总投资1500万元，本年完成主体工程。'"),
        Example::clean(
            "[cells]\nyear = '2023'\n'fund.total.year' = '500'\nyear-goal = '2021年至2023年共安排资金1500万元，本年完成收尾。'",
        ),
        Example::clean("[cells]\n'fund.total.year' = '500'\nyear-goal = '争取上级项目资金3000万元，储备项目12个。'"),
        Example::clean("[cells]\nyear-goal = '年度预算安排资金共计450万元。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let funds = funds(view);
    if funds.iter().all(|(_, amount)| *amount <= Amount::ZERO) {
        return Ok(());
    }
    let mut lines: Option<Vec<Amount>> = None;
    for prose in view.prose() {
        let claims: Vec<&Statement> = prose
            .stated
            .items
            .iter()
            .filter(|statement| is_money(statement) && is_claim(view, &prose, statement))
            .collect();
        let Some(claim) = claims.first() else { continue };
        let known = |amount: Number, statement: &Statement, lines: &[Amount]| {
            let all = funds.iter().map(|(_, fund)| *fund).chain(lines.iter().copied());
            // An estimate is near the budget, not equal to it.
            let estimated = ["概算", "估算", "匡算", "预计"].iter().any(|word| prose.label(statement).contains(word));
            all.into_iter().any(|fund| is_same(fund.yuan(), amount, statement, estimated))
        };
        let lines = lines.get_or_insert_with(|| of_lines(view));
        // A text that names one of the form's amounts agrees with it, whatever else it tells.
        let agrees = prose
            .stated
            .items
            .iter()
            .filter(|statement| is_money(statement))
            .any(|statement| value(statement).is_some_and(|amount| known(amount, statement, lines)));
        let mut sum = Number::ZERO;
        for amount in claims.iter().filter_map(|statement| value(statement)) {
            sum = sum.plus(amount)?;
        }
        if agrees || known(sum, claim, lines) {
            continue;
        }
        let Some(amount) = value(claim) else { continue };
        if is_wider(view, &prose, claim, amount) {
            continue;
        }
        let Some((cell, total)) = nearest(&funds, amount)? else { continue };
        let shifted = ten_thousand_times(&funds, amount)?;
        let key = if shifted { "fund-in-text-off-unit" } else { "fund-in-text-off" };
        let unit = view.reading.money_unit;
        let Some(id) = view.form.cell_of(cell) else { continue };
        let args = [
            ("cell", Arg::Cell(prose.cell.id.clone())),
            ("quote", Arg::Text(prose.quote(claim).to_owned())),
            ("total", Arg::Cell(id.clone())),
            ("amount", Arg::Number(total.in_unit(unit)?)),
            ("unit", Arg::Text(unit.label().to_owned())),
        ];
        sink.report(prose.place(view), key, args);
    }
    Ok(())
}

/// The total that a message holds against the text: the one that was most likely meant.
fn nearest(funds: &[(Concept, Amount)], amount: Number) -> Result<Option<(Concept, Amount)>, Halt> {
    let mut best: Option<(Number, (Concept, Amount))> = None;
    for (cell, fund) in funds {
        if !matches!(cell, Concept::Fund(FundSource::Total, _)) || *fund <= Amount::ZERO {
            continue;
        }
        let gap = fund.yuan().minus(amount)?.magnitude();
        if best.is_none_or(|(least, _)| gap < least) {
            best = Some((gap, (*cell, *fund)));
        }
    }
    Ok(best.map(|(_, found)| found))
}

/// The amounts of the funds block, those of the year's total first.
fn funds(view: &View<'_>) -> Vec<(Concept, Amount)> {
    use FundMoment::{Annual, Executed, Initial, Whole, Year};
    let mut found = Vec::new();
    for source in FundSource::ALL {
        for moment in [Year, Annual, Initial, Whole, Executed] {
            let cell = Concept::Fund(source, moment);
            if let Known::Answered(amount) = view.reading.money(cell) {
                found.push((cell, amount));
            }
        }
    }
    found
}

fn of_lines(view: &View<'_>) -> Vec<Amount> {
    compositions(view)
        .flat_map(|composition| {
            AMOUNTS.into_iter().filter_map(move |concept| composition.amounts(view, concept)).flatten()
        })
        .filter_map(|amount| amount.answered().copied())
        .collect()
}

fn is_money(statement: &Statement) -> bool {
    statement.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Money)
}

/// Whether the figure is the amount, as exactly as it is written; 约 and an estimate leave a twentieth.
fn is_same(fund: Number, amount: Number, statement: &Statement, estimated: bool) -> bool {
    let within = |latitude: Number| fund.minus(amount).is_ok_and(|gap| gap.magnitude() < latitude);
    let near = || fund.over(Number::whole(20)).is_ok_and(within);
    fund == amount || grain(statement).is_some_and(within) || ((statement.approximate || estimated) && near())
}

/// Whether the words say that this is the money of the project, and not a part of it or somebody else's.
fn is_claim(view: &View<'_>, prose: &Prose<'_>, statement: &Statement) -> bool {
    use Aspect::{Added, Cut, Initial, Left, Missing, Purpose, Spent};
    if statement.depth > 0
        || !is_plain(statement)
        || statement.aspects.any(&[Left, Added, Cut, Missing, Purpose, Spent, Initial])
        || prose.tail(statement).starts_with(['/', '每'])
    {
        return false;
    }
    // Money of another year.
    let year = view.reading.year.answered().copied();
    let named = statement.time.and_then(|time| time.to.or(time.from)).and_then(|date| date.year);
    let several = statement
        .time
        .is_some_and(|time| matches!((time.from, time.to), (Some(from), Some(to)) if from.year != to.year));
    if several || matches!((year, named), (Some(year), Some(named)) if year != named) {
        return false;
    }
    let label = prose.label(statement).trim();
    // 安装费 is one of the things that the money pays for.
    let fee = label.ends_with('费') && !label.ends_with("经费");
    if fee || view.words("fund-part-words").is_in(label) {
        return false;
    }
    // A cell for the funds may begin with the amount, or with words of receiving it.
    let of_funds = view.words("fund-cell-labels").iter().any(|word| prose.cell.label.zh.ends_with(word));
    let given = statement.aspects.any(&[Aspect::Budget, Aspect::Received]);
    if of_funds && statement.sentence == 0 && (label.is_empty() || given) && !statement.follows {
        return true;
    }
    let name = view.reading.text(Concept::ProjectName).trim();
    let of_name = name.chars().count() >= LONG && (label.ends_with(name) || label.ends_with(core(name)));
    of_name
        || view.words("fund-total-words").is_in(label)
        || (given && !name.is_empty() && shares_words(label, name, LONG))
}

/// Characters that a name has in common with a text that speaks of it.
const LONG: usize = 6;

/// A name without the place or year at its beginning.
fn core(name: &str) -> &str {
    let skipped = name.char_indices().nth(name.chars().count().saturating_sub(8)).map_or(0, |(at, _)| at);
    name.get(skipped..).unwrap_or(name)
}

/// Whether the text may mean more than the form: the investment of all years, where the form names that of one.
fn is_wider(view: &View<'_>, prose: &Prose<'_>, claim: &Statement, amount: Number) -> bool {
    let label = prose.label(claim);
    let whole = ["投资", "概算", "总预算", "造价", "总资金", "总规模", "总额"].iter().any(|word| label.contains(word));
    let whole = whole || prose.cell.concept == Some(Concept::WholeGoal);
    let known = view.reading.amount(FundSource::Total, FundMoment::Whole);
    let least = funds(view).iter().map(|(_, fund)| fund.yuan()).max();
    whole && known.answered().is_none() && least.is_some_and(|least| amount > least)
}

/// Whether the digits are right and the unit is not.
fn ten_thousand_times(funds: &[(Concept, Amount)], amount: Number) -> Result<bool, Halt> {
    let times = Number::whole(10_000);
    for (_, fund) in funds {
        if !fund.yuan().is_zero() && (fund.yuan() == amount.times(times)? || fund.yuan().times(times)? == amount) {
            return Ok(true);
        }
    }
    Ok(false)
}
