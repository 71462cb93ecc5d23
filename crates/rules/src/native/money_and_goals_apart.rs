//! 双监控: money and goals are far apart, whichever is ahead.

use jibiao_model::{Direction, MeasureName, Rounding};

use crate::{monitored, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("money-and-goals-apart"),
    dimension: Dimension::Feasibility,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[Need::Number("apart-most"), Need::Number("explanation-length"), Need::Words("reason-fillers")],
    messages: &[
        ("money-and-goals-apart-spent", &["rate", "goals", "gap", "bound"]),
        ("money-and-goals-apart-spent-all", &["rate", "goals", "gap", "bound"]),
        ("money-and-goals-apart-unspent", &["rate", "goals", "gap", "bound"]),
        ("money-and-goals-apart-unspent-all", &["rate", "goals", "gap", "bound"]),
        ("money-and-goals-apart-told", &["rate", "goals", "gap", "cell"]),
        ("money-and-goals-apart-told-all", &["rate", "goals", "gap", "cell"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '108'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '23公里'",
        ),
        Example::finds(
            1,
            "form = 'department-monitoring'\n[cells]\nother-notes = '见附件'\n'fund.total.initial' = '800'\n'fund.total.so-far' = '200'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '300'\nunit = '人次'\nso-far = '300'\n[[rows]]\nlevel-3 = '培训合格率'\ntarget = '≥90%'\nso-far = '45%'",
        ),
        // A reviewer is shown where it is explained.
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\nother-notes = '合同约定先付设备款的九成，安装在下半年。'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '108'\n[[rows]]\nlevel-3 = '安装监测设备'\ntarget = '≥40台'\nso-far = '10台'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '60'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '30公里'",
        ),
        // One row is still to come: how far the goals are is not known.
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '108'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '23公里'\n[[rows]]\nlevel-3 = '路面修补面积'\ntarget = '≥5000平方米'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '108'\n[[rows]]\nlevel-3 = '出行条件'\ntarget = '明显改善'\nso-far = '有所改善'",
        ),
        // What is good from the first day and a ceiling that is kept say nothing of how far the work is.
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '60'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '25公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '≥95%'\nso-far = '100%'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤120万元'\nso-far = '60万元'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '沿线群众满意度'\ntarget = '≥90%'\nso-far = '93%'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '80'\n'fund.total.so-far' = '32'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '设备完好率'\ntarget = '≥95%'\nso-far = '98%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '故障响应时间'\ntarget = '≤24小时'\nso-far = '12小时'",
        ),
        // Nor do they hide that the work is behind.
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '84'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '安装路灯'\ntarget = '≥200盏'\nso-far = '50盏'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '安装合格率'\ntarget = '≥98%'\nso-far = '100%'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '居民满意度'\ntarget = '≥90%'\nso-far = '95%'",
        ),
    ],
    check,
};

/// How far money and goals are, in per cent.
struct Apart {
    spent: Number,
    reached: Number,
    gap: Number,
    bound: Number,
    /// Whether the goals are those of all rows, as the card shows them, or of those that grow with the work.
    all: bool,
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(Apart { spent, reached, gap, bound, all }) = apart(view)? else { return Ok(()) };
    let said = |name, number: Number| (name, Arg::Number(number.rounded(2, Rounding::HalfUp)));
    let [rate, goals, gap] = [said("rate", spent), said("goals", reached), said("gap", gap)];
    match monitored::explained(view)? {
        Some((cell, at)) => {
            let key = if all { "money-and-goals-apart-told-all" } else { "money-and-goals-apart-told" };
            sink.report(at, key, [rate, goals, gap, ("cell", Arg::Cell(cell))]);
        }
        None => {
            let key = match (spent > reached, all) {
                (true, false) => "money-and-goals-apart-spent",
                (false, false) => "money-and-goals-apart-unspent",
                (true, true) => "money-and-goals-apart-spent-all",
                (false, true) => "money-and-goals-apart-unspent-all",
            };
            let at = view.at(Concept::Fund(FundSource::Total, FundMoment::SoFar));
            sink.report(at, key, [rate, goals, gap, ("bound", Arg::Number(bound))]);
        }
    }
    Ok(())
}

/// Money and goals, where they are further apart than is allowed.
fn apart(view: &View<'_>) -> Result<Option<Apart>, Halt> {
    // While a row is still to come, how far the goals are is not known.
    let figure = |name| monitored::exact(view, name);
    let (Some(spent), Some(all), Some(_)) =
        (figure(MeasureName::ExecutionRate), figure(MeasureName::GoalCompletion), figure(MeasureName::Apart))
    else {
        return Ok(None);
    };
    // A district whose lights have a bound means the mean of all rows by it.
    if monitored::is_lit(view, MeasureName::Apart) {
        let beyond = monitored::beyond(view, MeasureName::Apart, "apart-most")?;
        return Ok(beyond.map(|beyond| Apart {
            spent,
            reached: all,
            gap: beyond.value,
            bound: beyond.bound,
            all: true,
        }));
    }
    let Some(reached) = grown(view)? else { return Ok(None) };
    let (gap, bound) = (spent.minus(reached)?.magnitude(), view.number("apart-most")?);
    Ok((gap > bound).then_some(Apart { spent, reached, gap, bound, all: false }))
}

/// The mean completion of the rows that grow with the work; none where there are no such rows.
fn grown(view: &View<'_>) -> Result<Option<Number>, Halt> {
    let Some(card) = view.monitoring() else { return Ok(None) };
    let (mut sum, mut count) = (Number::ZERO, Number::ZERO);
    // Both are in the order of the rows.
    let mut indicators = view.indicators();
    for progress in &card.rows {
        let Some(indicator) = indicators.find(|i| Some(i.row) == progress.place.row.as_ref()) else { break };
        if let Some(reached) = progress.so_far.filter(|_| grows(indicator)) {
            sum = sum.plus(reached)?;
            count = count.plus(Number::ONE)?;
        }
    }
    Ok(if count.is_zero() { None } else { Some(sum.over(count)?) })
}

/// Whether a row counts work that is done bit by bit: an amount of output to be reached. A rate, a quality, a cost that
/// is kept and satisfaction may stand at their level from the first day.
fn grows(indicator: &Indicator<'_>) -> bool {
    let output = matches!(indicator.level_one.answered(), None | Some(LevelOne::Output));
    let counted = matches!(indicator.level_two.answered(), None | Some(LevelTwo::Quantity | LevelTwo::Timeliness));
    let level = [UnitFamily::Ratio, UnitFamily::Money, UnitFamily::MoneyPer];
    let amount = row::target(indicator).is_some_and(|target| row::family(target).is_none_or(|f| !level.contains(&f)));
    output && counted && amount && indicator.direction != Some(Direction::Lower)
}
