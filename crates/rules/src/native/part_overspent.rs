//! A source, or a line of the composition, that spent more than its own budget.

use jibiao_model::{Amount, CellId, Place};
use jibiao_reading::read_amount;

use crate::{
    lines::{Role, compositions},
    prelude::*,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("part-overspent"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Words("line-totals"), Need::Words("line-subtotals")],
    messages: &[
        ("part-overspent", &["cell", "executed", "annual", "unit"]),
        ("part-overspent-line", &["item", "executed", "annual", "unit"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '100'\n'fund.total.executed' = '100'\n'fund.fiscal.annual' = '80'\n'fund.fiscal.executed' = '92'\n'fund.other.annual' = '20'\n'fund.other.executed' = '8'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.carryover.annual' = '0'\n'fund.carryover.executed' = '12'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.fiscal.annual' = '80'\n'fund.fiscal.executed' = '80'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.fiscal.annual' = ''\n'fund.fiscal.executed' = '80'",
        ),
        Example::finds(
            1,
            "form = 'department-self-evaluation'\n[[tables.tasks]]\nmain-task = '农村公路养护'\nmain-task-result = '养护县道46公里'\nline-amount = '420'\nline-executed = '4200000元'\n[[tables.tasks]]\nmain-task = '交通执法'\nmain-task-result = '检测货车3万辆次'\nline-amount = '420'\nline-executed = '421'",
        ),
        // The total is questioned with its rate.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '80'\n'fund.total.executed' = '85'\n'fund.fiscal.annual' = '80'\n'fund.fiscal.executed' = '85'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let amount = |source, moment| view.reading.amount(source, moment).answered().copied();
    let total = amount(FundSource::Total, FundMoment::Annual).zip(amount(FundSource::Total, FundMoment::Executed));
    if total.is_none_or(|(annual, executed)| executed <= annual) {
        for source in [FundSource::Fiscal, FundSource::Carryover, FundSource::Other] {
            let cell = Concept::Fund(source, FundMoment::Executed);
            let amounts = amount(source, FundMoment::Annual).zip(amount(source, FundMoment::Executed));
            if let (Some((annual, executed)), Some(id)) = (amounts, view.form.cell_of(cell))
                && executed > annual
            {
                let name = ("cell", Arg::Cell(id.clone()));
                report(view, view.at(cell), "part-overspent", name, (annual, executed), sink)?;
            }
        }
    }
    for composition in compositions(view) {
        let column = composition.column(Concept::LineExecuted);
        let annual = composition.amounts(view, Concept::LineAmount);
        let executed = composition.amounts(view, Concept::LineExecuted);
        let (Some(column), Some(annual), Some(executed)) = (column, annual, executed) else { continue };
        let lines = composition.lines.iter().zip(annual).zip(executed);
        for ((line, annual), executed) in lines.filter(|((line, _), _)| line.role == Role::Part) {
            let (Known::Answered(annual), Known::Answered(executed)) = (annual, executed) else { continue };
            if executed > annual {
                let name = ("item", Arg::Text(line.item.to_owned()));
                let place = view.at_line(composition.table, line.index, &line.row.id, column);
                report(view, place, "part-overspent-line", name, (annual, executed), sink)?;
            }
        }
    }
    tasks(view, sink)
}

/// The main tasks of a department.
fn tasks(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(table) = view.form.tasks() else { return Ok(()) };
    let (annual, executed) = (table.column(Concept::LineAmount), table.column(Concept::LineExecuted));
    let (Some(annual), Some(executed)) = (annual, executed) else { return Ok(()) };
    let totals = view.words("line-totals");
    for (index, row) in view.document.rows(table.id.as_str()).iter().enumerate() {
        let amount = |cell: &CellId| read_amount(row.text(cell.as_str()), view.reading.money_unit);
        let (Known::Answered(budget), Known::Answered(spent)) = (amount(&annual.id), amount(&executed.id)) else {
            continue;
        };
        let name = table.row_name(|cell| row.text(cell));
        if spent > budget && !totals.has(name) {
            let item = ("item", Arg::Text(name.to_owned()));
            let place = view.at_line(table, index, &row.id, &executed.id);
            report(view, place, "part-overspent-line", item, (budget, spent), sink)?;
        }
    }
    Ok(())
}

fn report(
    view: &View<'_>,
    place: Place,
    key: &'static str,
    name: (&'static str, Arg),
    (annual, executed): (Amount, Amount),
    sink: &mut Sink<'_>,
) -> Result<(), Halt> {
    let unit = view.reading.money_unit;
    let args = [
        name,
        ("executed", Arg::Number(executed.in_unit(unit)?)),
        ("annual", Arg::Number(annual.in_unit(unit)?)),
        ("unit", Arg::Text(unit.label().to_owned())),
    ];
    sink.report(place, key, args);
    Ok(())
}
