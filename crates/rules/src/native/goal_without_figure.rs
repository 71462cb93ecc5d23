//! A goal without any figure.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-without-figure"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Number("goal-length"), Need::Number("goal-slogan-length"), Need::Words("figures-in-words")],
    messages: &[("goal-without-figure", &["cell", "goal"]), ("goal-without-figure-slogan", &["cell", "goal"])],
    examples: &[
        Example::finds(1, "[cells]\nyear-goal = '做好困难群众冬季取暖、衣被等各项帮扶工作，维护社会稳定和正常秩序。'"),
        Example::clean("[cells]\nyear-goal = '为全县120户困难群众发放取暖和衣被补助，12月底前发放到位。'"),
        Example::clean("[cells]\nyear-goal = '全面完成城区三条背街小巷改造，年底前通过验收，周边居民出行明显改善。'"),
        Example::finds(1, "[cells]\nyear-goal = '进一步提高图书馆服务效率和公共文化服务整体水平'"),
        Example::clean("[cells]\nyear-goal = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let least = view.number("goal-length")?;
    let Some(cell) = view.form.cell_of(Concept::YearGoal) else { return Ok(()) };
    let goal = view.reading.text(Concept::YearGoal);
    let length = i64::try_from(goal.chars().filter(|c| c.is_alphanumeric()).count()).unwrap_or(i64::MAX);
    let length = Number::whole(length);
    // A text that is too short is told so by another rule; one thing at a time.
    if length < least || row::states_a_figure(goal) || counts_in_words(view, goal) {
        return Ok(());
    }
    let slogan = length < view.number("goal-slogan-length")?;
    let key = if slogan { "goal-without-figure-slogan" } else { "goal-without-figure" };
    let args = [("cell", Arg::Cell(cell.clone())), ("goal", Arg::Text(goal.to_owned()))];
    sink.report(view.at(Concept::YearGoal), key, args);
    Ok(())
}

/// Whether a figure stands there in words; 第四次 is an ordinal and counts nothing.
fn counts_in_words(view: &View<'_>, goal: &str) -> bool {
    let words = view.words("figures-in-words");
    let mut rest = goal;
    while let Some((at, word)) = words.find(rest) {
        let before = rest.get(..at).unwrap_or("");
        if !before.ends_with('第') {
            return true;
        }
        rest = rest.get(at.saturating_add(word.len())..).unwrap_or("");
    }
    false
}
