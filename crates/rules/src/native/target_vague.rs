//! A quality or benefit target that only praises or points in a direction.

use super::target_not_quantified::is_countable;
use crate::{exemplar, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("target-vague"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE, REVIEW],
    needs: &[
        Need::Words("target-standards"),
        Need::Words("target-grades"),
        Need::Words("unnamed-standards"),
        Need::Words("inapplicable"),
        Need::Words("duration-names"),
        Need::Words(exemplar::LIST),
        Need::Words("verified-words"),
        Need::Words("checkable-acts"),
        Need::Words("satisfaction-names"),
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words("count-names"),
        Need::Words("countable-things"),
    ],
    messages: &[("target-vague", &["indicator", "target", "example"])],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '道路通行能力'\ntarget = '提升'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '审批规范性'\ntarget = '严格落实有关制度要求'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '公众知晓程度是否提高'\ntarget = '是'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '基层治理能力'\ntarget = '提升，效果明显'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '设施维护'\ntarget = '符合相关标准要求'\n[[rows]]\nlevel-3 = '机关运转'\noperator = '定性'\ntarget = '良好'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '定性指标'\nlevel-2 = '制度指标'\nlevel-3 = '项目管理办法'\ntarget = '是否建立'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '可持续影响指标'\nlevel-3 = '学生健康档案'\ntarget = '健全：建立“一生一档”并每学期更新'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '演出节目内容'\ntarget = '经县文旅局审核通过'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '处理后的水质'\ntarget = '达到一级A标准'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '道路通行能力'\ntarget = '优：高峰拥堵明显减少；良：有所减少；差：无变化'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '早高峰平均车速'\ntarget = '提升10%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        if !row::is_worded(indicator) || !is_qualitative(indicator) {
            return Ok(());
        }
        let text = indicator.target_text.trim();
        let note = view.row_text(indicator, Concept::Note).unwrap_or("");
        // A unit of per cent beside words is told by the rule on units.
        if row::is_graded(view, text)
            || row::is_graded(view, note)
            || row::states_a_figure(text)
            || matches!(row::unit_text(view, indicator), "%" | "％" | "百分比")
            || names_a_standard(view, text)
            || row::is_inapplicable(view, indicator.name)
            || view.words("verified-words").is_in(text)
            || goes_on(view, text)
            || row::is_satisfaction(view, indicator)
            || is_countable(view, indicator.name)
            || is_time(view, indicator)
        {
            return Ok(());
        }
        let args = [
            ("indicator", view.name(indicator)),
            ("target", Arg::Text(text.to_owned())),
            ("example", exemplar::of(view, indicator)),
        ];
        sink.report(view.at_row_cell(indicator, Concept::Target), "target-vague", args);
        Ok(())
    })
}

/// Without levels, a name of a time is the rule on unquantified targets' business.
fn is_time(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    indicator.level_two == Known::NotYet && row::ends(view.words("duration-names"), row::bare(indicator.name))
}

/// 达到一级A标准 names what it is held against; 符合相关标准 does not.
fn names_a_standard(view: &View<'_>, text: &str) -> bool {
    view.words("target-standards").is_in(text) && !view.words("unnamed-standards").is_in(text)
}

/// Whether a word of praise is followed by what is done: 健全：建立“一生一档”并每学期更新.
fn goes_on(view: &View<'_>, text: &str) -> bool {
    let Some((_, clause)) = text.split_once(['：', ':', '，', ',']) else { return false };
    clause.chars().filter(|c| row::is_letter(*c)).count() >= SHORTEST_CLAUSE
        && view.words("checkable-acts").is_in(clause)
}

/// Letters of a clause that says what is done and to what.
const SHORTEST_CLAUSE: usize = 6;

/// Rows in which words are at home. Quantity, time and cost are the rule on unquantified targets' business.
fn is_qualitative(indicator: &Indicator<'_>) -> bool {
    match indicator.level_two {
        Known::Answered(
            LevelTwo::Quality
            | LevelTwo::SocialCost
            | LevelTwo::EcologicalCost
            | LevelTwo::EconomicBenefit
            | LevelTwo::SocialBenefit
            | LevelTwo::EcologicalBenefit
            | LevelTwo::Sustainability,
        ) => true,
        Known::Answered(_) => false,
        _ => match indicator.level_one {
            Known::Answered(one) => matches!(one, LevelOne::Output | LevelOne::Benefit),
            // Tables without levels, and questions under levels of the table's own making.
            Known::NotYet => indicator.level_two == Known::NotYet,
            _ => matches!(indicator.target.answered().map(|value| &value.meaning), Some(Meaning::YesNo(None))),
        },
    }
}
