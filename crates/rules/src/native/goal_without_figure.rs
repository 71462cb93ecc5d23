//! A goal without any figure.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-without-figure"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Number("goal-length"), Need::Words("figures-in-words")],
    messages: &[("goal-without-figure", &["cell", "goal"])],
    examples: &[
        Example::finds(
            1,
            "[cells]\nyear-goal = '做好受灾群众口粮、衣被、取暖等困难补助工作，维护社会稳定和正常秩序。'",
        ),
        Example::clean("[cells]\nyear-goal = '为全县120户受灾群众发放口粮、衣被和取暖补助，12月底前发放到位。'"),
        Example::clean("[cells]\nyear-goal = '全面完成城区三条背街小巷改造，年底前通过验收，周边居民出行明显改善。'"),
        Example::clean("[cells]\nyear-goal = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let least = view.number("goal-length")?;
    let Some(cell) = view.form.cell_of(Concept::YearGoal) else { return Ok(()) };
    let goal = view.reading.text(Concept::YearGoal);
    let length = i64::try_from(goal.chars().filter(|c| c.is_alphanumeric()).count()).unwrap_or(i64::MAX);
    // A text that is too short is told so by another rule; one thing at a time.
    if Number::whole(length) < least || states_a_figure(goal) || view.words("figures-in-words").is_in(goal) {
        return Ok(());
    }
    let args = [("cell", Arg::Cell(cell.clone())), ("goal", Arg::Text(goal.to_owned()))];
    sink.report(view.at(Concept::YearGoal), "goal-without-figure", args);
    Ok(())
}

/// Whether a digit stands in the text that is neither the number of a list item (`1.`, `（2）`, `3、`) nor part of
/// a year.
fn states_a_figure(goal: &str) -> bool {
    let mut rest = goal;
    let mut before = None;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (head, tail) = rest.split_at(start);
        before = head.chars().last().or(before);
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (digits, after) = tail.split_at(end);
        let next = after.chars().next();
        let second = after.chars().nth(1);
        let listed = digits.len() <= 2
            && (matches!(next, Some('、' | '：' | ':' | '）' | ')' | '．'))
                || (next == Some('.') && !second.is_some_and(|c| c.is_ascii_digit())))
            && before.is_none_or(|c| !c.is_alphanumeric());
        let year = digits.len() == 4 && next == Some('年');
        if !listed && !year {
            return true;
        }
        before = digits.chars().last();
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::states_a_figure;

    #[test]
    fn list_numbers_and_years_are_no_figures() {
        assert!(!states_a_figure("1.做好宣传。2、加强培训；（3）2026年持续推进"));
        assert!(states_a_figure("1.培训村干部2期"));
        assert!(states_a_figure("覆盖率达到95%"));
        assert!(states_a_figure("投入1.5万元"));
    }
}
