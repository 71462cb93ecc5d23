//! A project of one year whose whole cost is more than that of the year.

use jibiao_model::{Amount, TimeSpan};

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("whole-beyond-period"),
    dimension: Dimension::Feasibility,
    purposes: &[FormPurpose::Declaration],
    basis: &[REVIEW],
    needs: &[Need::Number("fund-sum-tolerance")],
    messages: &[("whole-beyond-period", &["whole", "year", "amount", "unit"])],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2026-12-31'\n'fund.total.whole' = '536.4'\n'fund.total.year' = '214.6'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nyear = '2026'\nstart-date = '2026-03'\nend-date = '2026-10'\n'fund.total.whole' = '1000'\n'fund.total.year' = '600'",
        ),
        Example::clean(
            "[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2028-12-31'\n'fund.total.whole' = '536.4'\n'fund.total.year' = '214.6'",
        ),
        Example::clean(
            "[cells]\nyear = '2026'\nstart-date = '2026-01-01'\nend-date = '2026-12-31'\n'fund.total.whole' = '214.6'\n'fund.total.year' = '214.6'",
        ),
        // Years of the project that lie before the form's are another rule's.
        Example::clean(
            "[cells]\nyear = '2026'\nstart-date = '2025-01-01'\nend-date = '2025-12-31'\n'fund.total.whole' = '536.4'\n'fund.total.year' = '214.6'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(year) = view.reading.year else { return Ok(()) };
    let Known::Answered(TimeSpan { from: Some(from), to: Some(to) }) = &view.reading.period else { return Ok(()) };
    if from.year != Some(year) || to.year != Some(year) {
        return Ok(());
    }
    let amount = |moment| view.reading.amount(FundSource::Total, moment).answered().copied();
    let (Some(whole), Some(annual)) = (amount(FundMoment::Whole), amount(FundMoment::Year)) else { return Ok(()) };
    let unit = view.reading.money_unit;
    let tolerance = view.number("fund-sum-tolerance")?.times(unit.in_yuan())?;
    if annual > Amount::ZERO && whole.yuan().minus(annual.yuan())? > tolerance {
        let args = [
            ("whole", Arg::Number(whole.in_unit(unit)?)),
            ("year", Arg::Text(year.to_string())),
            ("amount", Arg::Number(annual.in_unit(unit)?)),
            ("unit", Arg::Text(unit.label().to_owned())),
        ];
        sink.report(view.at(Concept::Fund(FundSource::Total, FundMoment::Whole)), "whole-beyond-period", args);
    }
    Ok(())
}
