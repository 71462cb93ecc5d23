//! A grade that no total of points stands behind.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("grade-without-points"),
    dimension: Dimension::Completeness,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[],
    messages: &[("grade-without-points", &["grade"])],
    examples: examples![
        Example::finds(1, "form = 'project-self-evaluation-2021'\n[cells]\ngrade = '良'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[cells]\ngrade = '优秀'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\ngrade = '良'\ntotal-score = '86.5'"),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngrade = '良'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'\nscore = '9'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\ngrade = '无'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let grade = view.reading.text(Concept::Grade).trim();
    if !grade.chars().any(char::is_alphabetic) || matches!(grade, "无" | "不适用") {
        return Ok(());
    }
    // A grade with points in it (优（96分）), or rows with points whose total was not read.
    let scored = grade.chars().any(char::is_numeric)
        || view.reading.number(Concept::TotalScore) != Known::NotYet
        || view.indicators().any(|indicator| indicator.score.answered().is_some());
    if !scored && view.reading.has(Concept::TotalScore) {
        let args = [("grade", Arg::Text(grade.to_owned()))];
        sink.report(view.at(Concept::TotalScore), "grade-without-points", args);
    }
    Ok(())
}
