//! A row without a result in a table of which only a part was read, where other rows have theirs.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("result-missing"),
    dimension: Dimension::Completeness,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[],
    messages: &[("result-missing", &["indicator", "target"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'\nactual = '86人次'\n[[rows]]\nlevel-3 = '学员就业人数'\ntarget = '≥20人'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'\nactual = ' '\n[[rows]]\nlevel-3 = '开班期数'\nactual = '2期'",
        ),
        // The text was cut inside the last row, whose points are missing as well.
        Example::clean(
            "form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'\nactual = '86人次'\nscore = '10'\n[[rows]]\nlevel-3 = '学员就业人数'\ntarget = '≥20人'",
        ),
        // The column of results was not read at all.
        Example::clean(
            "form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'\n[[rows]]\nlevel-3 = '学员就业人数'\ntarget = '≥20人'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥80人次'\nactual = '86人次'\n[[rows]]\nlevel-3 = '境外培训人次'\ntarget = '≥5人次'\nactual = '无'\nreason = '本年度未安排'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let rows = view.rows();
    if view.reading.is_whole() || !rows.iter().any(|row| !row.actual_text.trim().is_empty()) {
        return Ok(());
    }
    let scored = rows.iter().any(|row| row.score.answered().is_some());
    for (position, indicator) in rows.iter().enumerate() {
        let blank = indicator.actual == Known::NotYet && !indicator.target_text.trim().is_empty();
        let cut = position.saturating_add(1) == rows.len() && scored && indicator.score == Known::NotYet;
        if blank && !cut {
            let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "result-missing", args);
        }
    }
    Ok(())
}
