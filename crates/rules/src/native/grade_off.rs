//! A grade that the total does not give.

use super::total_score_off;
use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("grade-off"),
    dimension: Dimension::Consistency,
    purposes: GRADED,
    basis: &[SELF],
    needs: &[Need::Number("total-score-tolerance")],
    messages: &[("grade-off", &["printed", "total", "grade"])],
    examples: examples![
        Example::finds(1, "form = 'project-self-evaluation-2021'\n[cells]\ntotal-score = '86.5'\ngrade = '优'"),
        Example::finds(1, "form = 'target-review-key'\n[cells]\ntotal-score = '79.5'\ngrade = '良'"),
        Example::finds(1, "form = 'report-rating'\n[cells]\ntotal-score = '89.9'\ngrade = 'A'"),
        Example::finds(1, "form = 'report-rating'\n[cells]\ntotal-score = '60'\ngrade = 'D级'"),
        Example::clean("form = 'report-rating'\n[cells]\ntotal-score = '90'\ngrade = 'A'"),
        Example::clean("form = 'report-rating'\n[cells]\ntotal-score = '59.9'\ngrade = 'D'"),
        Example::clean("form = 'ex-ante-five-dimensions'\n[cells]\ntotal-score = '80'\ngrade = '良'"),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\ntotal-score = '90'\ngrade = '优秀'"),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\ntotal-score = '86.5'\ngrade = '合格'"),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\ntotal-score = '186'\ngrade = '良'"),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.score' = '10'\ntotal-score = '96'\ngrade = '良'\n[[rows]]\nlevel-3 = '道路长度'\nscore = '76'",
        ),
        // The items make 95: the total is to be mended first, and then the grade is right.
        Example::clean(
            "form = 're-evaluation-rows'\n[cells]\nreview-execution = '10'\ntotal-score = '80'\ngrade = '优'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '90'\nscore = '90'\nreview-score = '85'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let printed = view.reading.text(Concept::Grade).trim();
    let Known::Answered(total) = view.reading.number(Concept::TotalScore) else { return Ok(()) };
    let grades = &view.book.scoring.of(view.form).grades;
    // Names of another scheme (合格, 达标) say nothing about this one.
    let Some(said) = grades.iter().find(|grade| printed.contains(grade.name.as_str())) else { return Ok(()) };
    let Some(due) = grades.iter().find(|grade| total >= grade.from) else { return Ok(()) };
    // Elsewhere the rows hold the points of a self-evaluation, of which the total is no sum.
    let own = view.form.purpose == FormPurpose::SelfEvaluation;
    // What a wrong total would be called is of no use.
    let wrong =
        view.rating().is_some_and(|card| card.total_differs) || (own && total_score_off::is_wrong(view, total)?);
    if said != due && !wrong {
        let args = [
            ("printed", Arg::Text(printed.to_owned())),
            ("total", Arg::Number(total)),
            ("grade", Arg::Text(due.name.clone())),
        ];
        let fix = view.form.cell_of(Concept::Grade).map(|cell| Fix {
            message: "fix-grade".to_owned(),
            args: vec![("grade".to_owned(), Arg::Text(due.name.clone()))],
            edit: Edit::SetCell { cell: cell.clone(), text: due.name.clone() },
        });
        sink.report_with_fixes(view.at(Concept::Grade), "grade-off", args, fix.into_iter().collect());
    }
    Ok(())
}
