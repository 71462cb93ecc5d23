//! A printed rate of what was spent so far that the amounts beside it do not make.

use jibiao_model::{Amount, Rounding};
use jibiao_score::Denominator;

use super::execution_rate_off::{in_percent, is_offered};
use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("so-far-rate-off"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[Need::Number("execution-rate-error")],
    messages: &[("so-far-rate-off", &["cell", "printed", "rate"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '60'\n'fund.total.so-far-rate' = '58%'",
        ),
        Example::finds(
            2,
            "form = 'department-monitoring'\n[cells]\n'fund.total.initial' = '4100'\n'fund.total.so-far' = '2050'\n'fund.total.so-far-rate' = '0.6'\n'fund.basic.initial' = '80'\n'fund.basic.so-far' = '20'\n'fund.basic.so-far-rate' = '30'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '120'\n'fund.total.so-far' = '60'\n'fund.total.so-far-rate' = '0.5'\n'fund.fiscal.initial' = '90'\n'fund.fiscal.so-far' = '30'\n'fund.fiscal.so-far-rate' = '33%'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '0'\n'fund.total.so-far' = '0'\n'fund.total.so-far-rate' = '0'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let order = match view.book.scoring.of(view.form).monitoring.denominator {
        Denominator::Annual => [FundMoment::Annual, FundMoment::Initial],
        Denominator::Initial => [FundMoment::Initial, FundMoment::Annual],
    };
    for source in FundSource::ALL {
        let rate = Concept::Fund(source, FundMoment::SoFarRate);
        let Some(cell) = view.form.cell_of(rate) else { continue };
        let Some(budget) = order.into_iter().find(|moment| view.reading.has(Concept::Fund(source, *moment))) else {
            continue;
        };
        let amount = |moment| view.reading.amount(source, moment).answered().copied();
        let (Some(budget), Some(spent), Known::Answered(printed)) =
            (amount(budget), amount(FundMoment::SoFar), view.reading.percent(rate))
        else {
            continue;
        };
        // An amount below nothing is told; no rate follows from it.
        if budget <= Amount::ZERO || spent < Amount::ZERO {
            continue;
        }
        let due = spent.yuan().times(Number::HUNDRED)?.over(budget.yuan())?;
        let printed = in_percent(view.reading.text(rate), printed)?;
        if printed.minus(due)?.magnitude() > view.number("execution-rate-error")? {
            let shown = due.rounded(2, Rounding::HalfUp);
            let args =
                [("cell", Arg::Cell(cell.clone())), ("printed", Arg::Number(printed)), ("rate", Arg::Number(shown))];
            let fix = Fix {
                message: "fix-rate".to_owned(),
                args: vec![("rate".to_owned(), Arg::Number(shown))],
                edit: Edit::SetCell { cell: cell.clone(), text: format!("{shown}%") },
            };
            let fixes = if is_offered(due) { vec![fix] } else { Vec::new() };
            sink.report_with_fixes(view.at_cell(cell), "so-far-rate-off", args, fixes);
        }
    }
    Ok(())
}
