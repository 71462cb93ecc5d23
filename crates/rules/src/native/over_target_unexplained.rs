//! A result far beyond its target, without a word on why; that it is beyond says nothing.

use jibiao_model::Direction;

use crate::{prelude::*, reason::letters_said, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("over-target-unexplained"),
    dimension: Dimension::Feasibility,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Number("over-target-from"),
        Need::Number("far-below-ceiling-to"),
        Need::Number("explanation-length"),
        Need::Words("reason-fillers"),
        Need::Words("over-target-fillers"),
    ],
    messages: &[
        ("over-target-unexplained", &["indicator", "target", "actual", "percent"]),
        ("over-target-unexplained-ceiling", &["indicator", "target", "actual", "percent"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '改造厕所数量'\ntarget = '≥400座'\nactual = '560座'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤180万元'\nactual = '118万元'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '改造厕所数量'\ntarget = '≥400座'\nactual = '519座'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '改造厕所数量'\ntarget = '≥400座'\nactual = '560座'\nreason = '上级年中追加任务160座'",
        ),
        // That it was exceeded is what has to be explained.
        Example::finds(
            4,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '改造厕所数量'\ntarget = '≥400座'\nactual = '560座'\nreason = '超'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥300人次'\nactual = '450人次'\nreason = '超额完成年度目标'\n[[rows]]\nlevel-3 = '巡查次数'\ntarget = '≥12次'\nactual = '40次'\nreason = '无偏差'\n[[rows]]\nlevel-3 = '设备采购成本'\ntarget = '≤180万元'\nactual = '90万元'\nreason = '是是是是是'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '改造厕所数量'\ntarget = '≥400座'\nactual = '560座'\nreason = '政策调整'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥300人次'\nactual = '450人次'\nreason = '目标值偏低'\n[[rows]]\nlevel-3 = '巡查次数'\ntarget = '≥12次'\nactual = '40次'\nreason = '因汛情加密巡查，超额完成'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '安全事故发生率'\ntarget = '≤1%'\nactual = '0%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let from = view.number("over-target-from")?;
    let to = view.number("far-below-ceiling-to")?;
    let least = view.count("explanation-length")?;
    let fillers = [view.words("reason-fillers"), view.words("over-target-fillers")];
    view.each(sink, |indicator, sink| {
        let (Some(target), Some(actual)) = (row::target(indicator), row::actual(indicator)) else { return Ok(()) };
        if target.number <= Number::ZERO || actual.number <= Number::ZERO || !row::comparable(target, actual) {
            return Ok(());
        }
        let percent = actual.number.times(Number::HUNDRED)?.over(target.number)?;
        let lower = indicator.direction == Some(Direction::Lower);
        let far = if lower { percent <= to } else { percent >= from };
        if !far || letters_said(indicator.reason, &fillers) >= least {
            return Ok(());
        }
        let key = if lower { "over-target-unexplained-ceiling" } else { "over-target-unexplained" };
        let args = [
            ("indicator", view.name(indicator)),
            ("target", row::target_said(view, indicator)),
            ("actual", Arg::Text(indicator.actual_text.to_owned())),
            ("percent", Arg::Number(percent.rounded(0, jibiao_model::Rounding::HalfUp))),
        ];
        sink.report(view.at_row_cell(indicator, Concept::Reason), key, args);
        Ok(())
    })
}
