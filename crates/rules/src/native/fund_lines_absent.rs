//! A form that asks what the money is made up of, and no line that says it.

use jibiao_model::Amount;

use crate::{lines::compositions, prelude::*};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("fund-lines-absent"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Words("line-totals"), Need::Words("line-subtotals")],
    messages: &[("fund-lines-absent", &["amount", "unit"])],
    examples: examples![
        Example::finds(1, "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '120'"),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '120'\n[[lines]]\nline-item = ' '",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '120'\n[[lines]]\nline-item = '设备'\nline-amount = '120'",
        ),
        Example::clean("form = 'project-application-2021'\nextent = 'excerpt'\n[cells]\n'fund.total.year' = '120'"),
        Example::clean("form = 'project-application-2021'\n[cells]\n'fund.total.year' = ''"),
        Example::clean("[cells]\n'fund.total.year' = '120'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(table) = view.form.compositions().next() else { return Ok(()) };
    if !view.reading.is_whole() || compositions(view).next().is_some() {
        return Ok(());
    }
    let asked = [FundMoment::Year, FundMoment::Annual, FundMoment::Whole]
        .into_iter()
        .find_map(|moment| view.reading.amount(FundSource::Total, moment).answered().copied());
    let unit = view.reading.money_unit;
    if let Some(amount) = asked.filter(|amount| *amount > Amount::ZERO) {
        let args = [("amount", Arg::Number(amount.in_unit(unit)?)), ("unit", Arg::Text(unit.label().to_owned()))];
        sink.report(view.at_table(table), "fund-lines-absent", args);
    }
    Ok(())
}
