//! A result told in words only: 已完成, 效果明显, 提升了满意度.

use super::goal_result_copied;
use crate::{figures, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("result-without-figure"),
    dimension: Dimension::Appropriateness,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Words("figures-in-words"),
        Need::Words("standing-words"),
        Need::Words("past-words"),
        Need::Words("outcome-labels"),
        Need::Words("result-labels"),
        Need::Words("no-result-labels"),
        Need::Words("praise-words"),
        Need::Words("achieved-words"),
        Need::Number("copy-share"),
    ],
    messages: &[
        ("result-without-figure", &["cell", "text"]),
        ("result-without-figure-praise", &["cell", "text"]),
        ("result-without-figure-uses", &["cell", "text"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '培训辅警120人。'\ngoal-result = '已完成，目标已达到。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '培训辅警120人。'\ngoal-result = '2023年2月24日举办培训，有效提升了队伍素质，效果明显。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2015'\n[cells]\ngoal-result = '较好地完成了上级交办的各项任务，群众满意度大大提升。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '2025年经费14万元主要用于古树名木复壮、支撑加固、病虫防治、围栏更换等。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '14万元主要用于古树复壮、支撑加固、病虫防治，复壮古树36株。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '培训辅警120人。'\ngoal-result = '全年培训辅警118人，2人因病未参加。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '城区三条背街小巷改造。'\ngoal-result = '三条背街小巷全部完成改造并通过验收。'",
        ),
        // A copy of the goal is told so by another rule.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '推动县域冷链物流网络建设'\ngoal-result = '推动县域冷链物流网络建设'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '无'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for (cell, text) in view.texts() {
        let key = match cell.concept {
            Some(Concept::GoalResult) => "result-without-figure",
            None if tells_a_result(view, &cell.label.zh, text) => "result-without-figure-praise",
            _ => continue,
        };
        let letters = text.chars().filter(|c| row::is_letter(*c)).take(LEAST_LETTERS).count();
        let key = match figures::in_result(view, text) {
            _ if letters < LEAST_LETTERS => continue,
            false => key,
            true if cell.concept.is_some() && figures::lists_uses(view, text) => "result-without-figure-uses",
            true => continue,
        };
        if cell.concept.is_some() && goal_result_copied::copied(view)?.is_some() {
            continue;
        }
        let args = [("cell", Arg::Cell(cell.id.clone())), ("text", Arg::Text(text.trim().to_owned()))];
        sink.report(view.at_cell(&cell.id), key, args);
    }
    Ok(())
}

/// Letters of a text that says something: 无 and 见附件 do not.
const LEAST_LETTERS: usize = 4;

/// Whether a cell of the place's own tells what was reached: its label says so and its text praises, or the text
/// itself says that something was brought about.
fn tells_a_result(view: &View<'_>, label: &str, text: &str) -> bool {
    // 绩效目标完成情况 tells a result, though it speaks of goals; 未完成的原因 does not.
    let outcome = view.words("outcome-labels").is_in(label) && !label.contains('未');
    if !outcome && view.words("no-result-labels").is_in(label) {
        return false;
    }
    view.words("achieved-words").is_in(text)
        || ((outcome || view.words("result-labels").is_in(label)) && view.words("praise-words").is_in(text))
}
