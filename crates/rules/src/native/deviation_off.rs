//! 偏离度 that the two totals do not make.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("deviation-off"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::ReEvaluation],
    basis: &[SELF],
    needs: &[],
    messages: &[("deviation-off", &["cell", "printed", "computed", "own", "total"])],
    examples: examples![
        // (96 − 90) ÷ 96 = 6.25 %
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[cells]\nself-total = '96'\ntotal-score = '90'\ndeviation = '6%'",
        ),
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[cells]\nself-total = '96'\ntotal-score = '90'\ndeviation = '6.67%'",
        ),
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\nself-total = '96'\ntotal-score = '90'\ndeviation = '6.3%'",
        ),
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\nself-total = '90'\ntotal-score = '96'\ndeviation = '6.67%'",
        ),
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\nself-total = '0'\ntotal-score = '90'\ndeviation = '100%'",
        ),
        Example::clean("form = 're-evaluation-rows'\n[cells]\ntotal-score = '90'\ndeviation = '6.25%'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(card) = view.rating() else { return Ok(()) };
    let Some(deviation) = card.deviation.as_ref().filter(|deviation| deviation.differs) else { return Ok(()) };
    let total = card.printed_total.or_else(|| card.total.as_ref()?.rounded());
    let (Some(own), Some(total), Some(printed), Some(computed)) =
        (deviation.own, total, deviation.printed, deviation.percent)
    else {
        return Ok(());
    };
    let Some(cell) = view.form.cell_of(Concept::Deviation) else { return Ok(()) };
    let args = [
        ("cell", Arg::Cell(cell.clone())),
        ("printed", Arg::Number(printed)),
        ("computed", Arg::Number(computed)),
        ("own", Arg::Number(own)),
        ("total", Arg::Number(total)),
    ];
    let fix = Fix {
        message: "fix-deviation".to_owned(),
        args: vec![("rate".to_owned(), Arg::Number(computed))],
        edit: Edit::SetCell { cell: cell.clone(), text: format!("{computed}%") },
    };
    // Points in question make no total, and so no deviation from it.
    let fixes = if card.lines.iter().any(|line| line.differs) { Vec::new() } else { vec![fix] };
    sink.report_with_fixes(view.at_cell(cell), "deviation-off", args, fixes);
    Ok(())
}
