//! A goal without any figure that could be met or missed.

use jibiao_reading::{Pairs, is_alphanumeric};

use super::{goal_not_a_goal, instruction_left};
use crate::{figures, prelude::*, row, subject};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-without-figure"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[
        Need::Number("goal-length"),
        Need::Number("goal-slogan-length"),
        Need::Words("figures-in-words"),
        Need::Words("standing-words"),
        Need::Words("void-words"),
        Need::Words("group-words"),
        Need::Words("instruction-words"),
        Need::Words("instruction-starts"),
        Need::Words("form-nouns"),
        Need::Words("use-starts"),
        Need::Words("fund-nouns"),
        Need::Words("fund-verbs"),
        Need::Words("goal-verbs"),
        Need::Words("past-words"),
    ],
    messages: &[
        ("goal-without-figure", &["cell", "goal"]),
        ("goal-without-figure-slogan", &["cell", "goal"]),
        ("goal-without-figure-name", &["cell", "goal"]),
        ("goal-without-figure-parts", &["cell", "parts", "count"]),
    ],
    examples: examples![
        Example::finds(1, "[cells]\nyear-goal = '做好困难群众冬季取暖、衣被等各项帮扶工作，维护社会稳定和正常秩序。'"),
        Example::finds(1, "[cells]\nyear-goal = '进一步提高图书馆服务效率和公共文化服务整体水平'"),
        Example::finds(
            1,
            "[cells]\nyear-goal = '2026年年度目标是按照财建〔2025〕45号文件，全面运用无人机巡查，提高发现率。'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '全乡现有社区11个，在册网格员63人，网格经费包含网格员补贴、通信费等。'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '农村公路日常养护项目'\nyear-goal = '按照上级要求，做好本年度农村公路的日常养护各项工作。'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '目标1：做好农村公路养护，保障路况；目标2：加强路政巡查，维护路产；目标3：培训养护工人2期；目标4：提升服务水平。'",
        ),
        Example::finds(1, "[cells]\nwhole-goal = '做好困难群众冬季取暖、衣被等各项帮扶工作，维护社会稳定和正常秩序。'"),
        Example::clean("[cells]\nyear-goal = '为全县120户困难群众发放取暖和衣被补助，12月底前发放到位。'"),
        Example::clean("[cells]\nyear-goal = '全面完成城区三条背街小巷改造，年底前通过验收，周边居民出行明显改善。'"),
        Example::clean("[cells]\nyear-goal = '2026年10月底前完成村级服务中心主体建设并投入使用。'"),
        Example::clean("[cells]\nyear-goal = '1.养护县道46公里；2.修补路面5000平方米；3.提升路况，方便沿线村民出行。'"),
        Example::clean("[cells]\nyear-goal = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    // Where no goal is set for the year, that of the whole period is all there is.
    let concepts = [Concept::YearGoal, Concept::WholeGoal];
    let stated = |concept: &Concept| !view.reading.text(*concept).trim().is_empty();
    let Some(concept) = concepts.into_iter().find(stated) else { return Ok(()) };
    let Some(cell) = view.form.cell_of(concept) else { return Ok(()) };
    let goal = view.reading.text(concept);
    let length = goal.chars().filter(|c| is_alphanumeric(*c)).count();
    // A text that is too short, that is no goal or that the form itself prints is told so by other rules.
    if length < view.count("goal-length")? || (figures::in_goal(view, goal) && figures::in_parts(view, goal).is_none())
    {
        return Ok(());
    }
    let cell = ("cell", Arg::Cell(cell.clone()));
    if figures::in_goal(view, goal) {
        // A figure in one part does not make the others measurable.
        let (parts, stating) = figures::in_parts(view, goal).unwrap_or_default();
        if parts >= MANY_PARTS && stating.saturating_mul(2) < parts {
            let number = |count| Arg::Number(Number::whole(i64::try_from(count).unwrap_or(i64::MAX)));
            let args = [cell, ("parts", number(parts)), ("count", number(stating))];
            sink.report(view.at(concept), "goal-without-figure-parts", args);
        }
        return Ok(());
    }
    if goal_not_a_goal::defect(view, goal.trim()).is_some() || instruction_left::instruction(view, goal).is_some() {
        return Ok(());
    }
    let goal_said = ("goal", Arg::Text(goal.to_owned()));
    let key = if adds_nothing(view, goal) {
        "goal-without-figure-name"
    } else if length < view.count("goal-slogan-length")? && is_one_clause(goal) {
        "goal-without-figure-slogan"
    } else {
        "goal-without-figure"
    };
    sink.report(view.at(concept), key, [cell, goal_said]);
    Ok(())
}

/// Parts of a goal of which most are to state something.
const MANY_PARTS: usize = 3;

/// Whether nothing but the project's name is left where words that any goal may use are cut out.
fn adds_nothing(view: &View<'_>, goal: &str) -> bool {
    let name = Pairs::of(&[view.reading.text(Concept::ProjectName)]);
    let mut words = subject::own_words(view, goal).peekable();
    words.peek().is_some() && words.all(|word| name.shared(word) == Some(word))
}

fn is_one_clause(goal: &str) -> bool {
    let end = goal.trim_end_matches(|c: char| !row::is_letter(c));
    !end.contains(['，', ',', '。', '；', ';', '、', '\n', '：', ':'])
}
