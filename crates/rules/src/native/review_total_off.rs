//! A total of a re-examination that is not the sum of the points given again.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("review-total-off"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::ReEvaluation],
    basis: &[SELF],
    needs: &[],
    messages: &[
        ("review-total-off", &["cell", "printed", "computed"]),
        ("review-total-off-execution", &["cell", "printed", "most"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '9.5'\ntotal-score = '97.5'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '50'\nscore = '50'\nreview-score = '46'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '40'\nscore = '40'\nreview-score = '40'",
        ),
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '10'\ntotal-score = '0'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '90'\nscore = '90'\nreview-score = '81.5'",
        ),
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '9.5'\ntotal-score = '95.50'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '50'\nscore = '50'\nreview-score = '46'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '40'\nscore = '40'\nreview-score = '40'",
        ),
        // More points for the spending than there are; the total waits for them.
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '15'\ntotal-score = '102.5'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '90'\nscore = '90'\nreview-score = '87.5'",
        ),
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '-1'\ntotal-score = '86.5'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '90'\nscore = '90'\nreview-score = '87.5'",
        ),
        // What is still to be rated leaves room.
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '9.5'\ntotal-score = '93'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '50'\nscore = '50'\nreview-score = '46'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '40'\nscore = '40'",
        ),
        // All hundred points are those of the rows.
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\ntotal-score = '92'\n[[rows]]\nlevel-3 = '养护里程'\nweight = '100'\nscore = '95'\nreview-score = '92'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    // Sheets of printed items are added up by a rule of their own.
    let Some(card) = view.rating().filter(|_| view.form.rated().is_none()) else { return Ok(()) };
    let given = view.form.cell_of(Concept::ReviewExecution);
    let execution = card.lines.iter().find(|line| line.place.row.is_none() && line.place.cell.as_ref() == given);
    if let Some(line) = execution.filter(|line| line.differs)
        && let (Some(cell), Some(printed), Some(most)) = (given, line.printed, line.weight)
    {
        let args = [("cell", Arg::Cell(cell.clone())), ("printed", Arg::Number(printed)), ("most", Arg::Number(most))];
        sink.report(view.at_cell(cell), "review-total-off-execution", args);
        return Ok(());
    }
    if !card.total_differs {
        return Ok(());
    }
    let (Some(printed), Some(computed)) = (card.printed_total, card.total.as_ref().and_then(|total| total.rounded()))
    else {
        return Ok(());
    };
    let Some(cell) = view.form.cell_of(Concept::TotalScore) else { return Ok(()) };
    let args =
        [("cell", Arg::Cell(cell.clone())), ("printed", Arg::Number(printed)), ("computed", Arg::Number(computed))];
    let fix = Fix {
        message: "fix-score".to_owned(),
        args: vec![("computed".to_owned(), Arg::Number(computed))],
        edit: Edit::SetCell { cell: cell.clone(), text: computed.to_string() },
    };
    // Points in question make no total.
    let fixes = if card.lines.iter().any(|line| line.differs) { Vec::new() } else { vec![fix] };
    sink.report_with_fixes(view.at_cell(cell), "review-total-off", args, fixes);
    Ok(())
}
