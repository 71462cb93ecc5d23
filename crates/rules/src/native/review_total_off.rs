//! A total of a re-examination that is not the sum of the points given again.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("review-total-off"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::ReEvaluation],
    basis: &[SELF],
    needs: &[],
    messages: &[("review-total-off", &["cell", "printed", "computed"])],
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
    let Some(card) = view.rating.filter(|card| card.total_differs && view.form.rated().is_none()) else {
        return Ok(());
    };
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
    sink.report_with_fixes(view.at_cell(cell), "review-total-off", args, vec![fix]);
    Ok(())
}
