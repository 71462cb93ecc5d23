//! A result that is given as a share of the work, far behind the share of the money that was spent.

use jibiao_model::{Amount, Rounding};

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("progress-behind-spending"),
    dimension: Dimension::Feasibility,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("progress-gap")],
    messages: &[("progress-behind-spending", &["cell", "text", "rate"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '89'\n'fund.total.executed' = '89'\ngoal-result = '60%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '200'\n'fund.total.executed' = '187'\ngoal-result = '完成总工程量的30%。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '89'\n'fund.total.executed' = '85'\ngoal-result = '完成90%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '89'\n'fund.total.executed' = '89'\ngoal-result = '群众满意度60%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '89'\n'fund.total.executed' = '89'\ngoal-result = '投诉率下降30%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let amount = |moment| view.reading.amount(FundSource::Total, moment).answered().copied();
    let (Some(annual), Some(executed)) = (amount(FundMoment::Annual), amount(FundMoment::Executed)) else {
        return Ok(());
    };
    let text = view.reading.text(Concept::GoalResult).trim();
    let (Some(cell), Some(done)) = (view.form.cell_of(Concept::GoalResult), share(text)) else { return Ok(()) };
    if annual <= Amount::ZERO {
        return Ok(());
    }
    let rate = executed.yuan().times(Number::HUNDRED)?.over(annual.yuan())?;
    if rate.minus(done)? > view.number("progress-gap")? {
        let args = [
            ("cell", Arg::Cell(cell.clone())),
            ("text", Arg::Text(text.to_owned())),
            ("rate", Arg::Number(rate.rounded(2, Rounding::HalfUp))),
        ];
        sink.report(view.at_cell(cell), "progress-behind-spending", args);
    }
    Ok(())
}

/// The one percentage of a text that says nothing but how much is done.
pub(super) fn share(text: &str) -> Option<Number> {
    const LONGEST: usize = 20;
    let percent = text.strip_suffix(['。', '；', ';']).unwrap_or(text);
    let body = percent.strip_suffix(['%', '％'])?;
    let start = body.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |at| at.saturating_add(1));
    let start = (start..=body.len()).find(|at| body.is_char_boundary(*at))?;
    let (words, digits) = body.split_at_checked(start)?;
    let only = text.chars().count() <= LONGEST && !words.contains(|c: char| c.is_ascii_digit());
    let of_work = words.is_empty() || ["完成", "进度", "工程量", "达到"].iter().any(|word| words.contains(word));
    let other =
        ["满意", "覆盖", "下降", "上升", "增长", "提高", "减少", "降低", "支付", "支出", "资金", "合格", "及时"];
    if !only || !of_work || other.iter().any(|word| words.contains(word)) {
        return None;
    }
    digits.parse().ok()
}
