//! 序时进度: much less of the money is spent than of the year is over.

use jibiao_model::{MeasureName, Rounding};

use crate::{monitored, prelude::*};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("spending-behind-time"),
    dimension: Dimension::Feasibility,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[Need::Number("behind-time-most"), Need::Number("explanation-length"), Need::Words("reason-fillers")],
    messages: &[
        ("spending-behind-time", &["share", "rate", "gap", "bound"]),
        ("spending-behind-time-told", &["share", "rate", "gap", "cell"]),
    ],
    examples: examples![
        // 212 of 365 days are over: 58.08 %.
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-07-31'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '30'",
        ),
        Example::finds(
            1,
            "form = 'department-monitoring'\n[cells]\nyear = '2026'\nmonitored-to = '2026年9月'\nremedy = '无偏差'\n'fund.total.initial' = '4100'\n'fund.total.so-far' = '0'",
        ),
        // A reviewer is shown where it is explained.
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-07-31'\nremedy = '设备8月到货验收，验收后一次付清合同款90万元。'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '30'",
        ),
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-07-31'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '30'\n[[rows]]\nlevel-3 = '采购监测设备数量'\ntarget = '≥12台'\nso-far = '0台'\nreason = '两次流标，7月重新招标'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-07-31'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '48'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-02-28'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '0'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-07-31'\n'fund.total.initial' = '0'\n'fund.total.so-far' = '0'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nmonitored-to = '2026-03-31'\n'fund.total.initial' = '120'\n'fund.total.so-far' = '120'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(beyond) = monitored::beyond(view, MeasureName::BehindTime, "behind-time-most")? else { return Ok(()) };
    let figure = |name| monitored::exact(view, name).unwrap_or_default();
    let said = |name, number: Number| (name, Arg::Number(number.rounded(2, Rounding::HalfUp)));
    let share = said("share", figure(MeasureName::TimeShare));
    let rate = said("rate", figure(MeasureName::ExecutionRate));
    let gap = said("gap", beyond.value);
    match monitored::explained(view)? {
        Some((cell, at)) => {
            sink.report(at, "spending-behind-time-told", [share, rate, gap, ("cell", Arg::Cell(cell))]);
        }
        None => {
            let at = view.at(Concept::Fund(FundSource::Total, FundMoment::SoFar));
            sink.report(at, "spending-behind-time", [share, rate, gap, ("bound", Arg::Number(beyond.bound))]);
        }
    }
    Ok(())
}
