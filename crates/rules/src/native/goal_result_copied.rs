//! A result that copies the goal instead of telling what was reached.

use jibiao_model::CellId;
use jibiao_reading::stated;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-result-copied"),
    dimension: Dimension::Relevance,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("copy-share"), Need::Words("standing-words"), Need::Words("past-words")],
    messages: &[("goal-result-copied", &["cell", "other"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '为25名高龄老人按月发放补贴。'\ngoal-result = '为25名高龄老人按月发放补贴'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '目标1：推动县域冷链物流网络建设；目标2：扶持家庭农场连片种植。'\ngoal-result = '1:推动县域冷链物流网络建设,2:扶持家庭农场连片种植'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '古树名木养护补助费'\ngoal-result = '古树名木养护补助费'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '为25名高龄老人按月发放补贴。'\ngoal-result = '全年为24名高龄老人发放补贴288人次，1人年中迁出停发。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '资助困难家庭换装灶具230户，加装扶手200户。'\ngoal-result = '资助困难家庭换装灶具230户，加装扶手230户。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '为25名高龄老人按月发放补贴。'\ngoal-result = '已为25名高龄老人按月发放补贴。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(cell) = view.form.cell_of(Concept::GoalResult) else { return Ok(()) };
    if let Some(other) = copied(view)? {
        let args = [("cell", Arg::Cell(cell.clone())), ("other", Arg::Cell(other.clone()))];
        sink.report(view.at(Concept::GoalResult), "goal-result-copied", args);
    }
    Ok(())
}

/// The goal that the result copies.
pub(super) fn copied<'a>(view: &View<'a>) -> Result<Option<&'a CellId>, Halt> {
    let result = view.reading.text(Concept::GoalResult);
    let (standing, past) = (view.words("standing-words"), view.words("past-words"));
    let share = view.count("copy-share")?;
    for goal in [Concept::YearGoal, Concept::WholeGoal] {
        let text = view.reading.text(goal);
        if !row::is_copy(result, text, share) {
            continue;
        }
        // Other figures, or words that say it is done, make a report of the same words.
        let figures = |text| stated(text, standing).map(|(_, run)| run);
        let reported = past.is_in(result) && !past.is_in(text);
        if figures(result).eq(figures(text)) && !reported {
            return Ok(view.form.cell_of(goal));
        }
    }
    Ok(None)
}
