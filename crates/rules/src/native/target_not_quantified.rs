//! A quantity, cost, time or countable indicator whose target is words.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("target-not-quantified"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[GUIDE, REVIEW],
    needs: &[
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words("count-names"),
        Need::Words("countable-things"),
        Need::Words("satisfaction-names"),
    ],
    messages: &[
        ("target-not-quantified-quantity", &["indicator", "target"]),
        ("target-not-quantified-cost", &["indicator", "target"]),
        ("target-not-quantified-time", &["indicator", "target"]),
        ("target-not-quantified-countable", &["indicator", "target"]),
    ],
    examples: &[
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '项目完成及时性'\ntarget = '及时'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '可持续影响指标'\nlevel-3 = '占道经营发生数'\ntarget = '降低'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '困难学生资助人数'\ntarget = '应助尽助'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '项目完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '处理后的水质'\ntarget = '达到一级A标准'",
        ),
        Example::clean("[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '困难学生资助人数'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for indicator in view.indicators() {
        // Words with figures in them can be checked, even where they are not a plain value.
        if !row::is_worded(indicator)
            || row::states_a_figure(indicator.target_text)
            || row::is_satisfaction(view, indicator)
        {
            continue;
        }
        if let Some(key) = kind(view, indicator) {
            let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
            sink.report(view.at_row_cell(indicator, Concept::Target), key, args);
        }
    }
    Ok(())
}

fn kind(view: &View<'_>, indicator: &Indicator<'_>) -> Option<&'static str> {
    match indicator.level_two {
        Known::Answered(LevelTwo::Quantity) => Some("target-not-quantified-quantity"),
        Known::Answered(LevelTwo::Timeliness) => Some("target-not-quantified-time"),
        // 成本控制率, 成本控制合理性: the name itself is no cost, which is another rule's finding.
        Known::Answered(LevelTwo::Cost | LevelTwo::EconomicCost) => {
            (!row::bare(indicator.name).ends_with(['率', '性'])).then_some("target-not-quantified-cost")
        }
        _ if is_countable(view, indicator.name) => Some("target-not-quantified-countable"),
        _ => None,
    }
}

/// Whether what the row names can be counted or is a rate. Also asked by the rule on vague targets, so that one
/// row is told one thing.
pub(super) fn is_countable(view: &View<'_>, name: &str) -> bool {
    row::is_rate_name(view, name)
        || row::ends(view.words("count-names"), row::bare(name))
        || view.words("countable-things").is_in(name)
}
