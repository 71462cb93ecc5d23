//! 双监控: money and goals are far apart, whichever is ahead.

use jibiao_model::{MeasureName, Rounding};

use crate::{monitored, prelude::*};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("money-and-goals-apart"),
    dimension: Dimension::Feasibility,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[Need::Number("apart-most"), Need::Number("explanation-length"), Need::Words("reason-fillers")],
    messages: &[
        ("money-and-goals-apart-spent", &["rate", "goals", "gap", "bound"]),
        ("money-and-goals-apart-unspent", &["rate", "goals", "gap", "bound"]),
        ("money-and-goals-apart-told", &["rate", "goals", "gap", "cell"]),
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
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(beyond) = monitored::beyond(view, MeasureName::Apart, "apart-most")? else { return Ok(()) };
    let figure = |name| monitored::exact(view, name).unwrap_or_default();
    let (spent, reached) = (figure(MeasureName::ExecutionRate), figure(MeasureName::GoalCompletion));
    let said = |name, number: Number| (name, Arg::Number(number.rounded(2, Rounding::HalfUp)));
    let [rate, goals, gap] = [said("rate", spent), said("goals", reached), said("gap", beyond.value)];
    match monitored::explained(view)? {
        Some((cell, at)) => {
            sink.report(at, "money-and-goals-apart-told", [rate, goals, gap, ("cell", Arg::Cell(cell))]);
        }
        None => {
            let key = if spent > reached { "money-and-goals-apart-spent" } else { "money-and-goals-apart-unspent" };
            let at = view.at(Concept::Fund(FundSource::Total, FundMoment::SoFar));
            sink.report(at, key, [rate, goals, gap, ("bound", Arg::Number(beyond.bound))]);
        }
    }
    Ok(())
}
