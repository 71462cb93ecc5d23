//! A quantity, cost, time or countable indicator whose target is words.

use crate::{exemplar, prelude::*, row};

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
        Need::Words("recurring-times"),
        Need::Words("duration-names"),
        Need::Words("inapplicable"),
        Need::Words("lots"),
        Need::Words(exemplar::LIST),
    ],
    messages: &[
        ("target-not-quantified-quantity", &["indicator", "target", "example"]),
        ("target-not-quantified-share", &["indicator", "target", "example"]),
        ("target-not-quantified-cost", &["indicator", "target", "example"]),
        ("target-not-quantified-time", &["indicator", "target", "example"]),
        ("target-not-quantified-countable", &["indicator", "target"]),
        ("target-not-quantified-lot", &["indicator", "target", "example"]),
    ],
    examples: examples![
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
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '办公系统升级'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '维修材料'\ntarget = '1批'",
        ),
        Example::finds(1, "[[rows]]\nlevel-3 = '项目实施周期'\noperator = '定性'\ntarget = '基本完成'"),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '项目完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '报表报送'\ntarget = '每季度末前'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '完成年度检修计划'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '岗位配备率'\ntarget = '≥95%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '处理后的水质'\ntarget = '达到一级A标准'",
        ),
        Example::clean("[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '困难学生资助人数'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        // Words with figures in them can be checked, even where they are not a plain value.
        let key = if !row::is_worded(indicator) {
            share(view, indicator).or_else(|| lot(view, indicator))
        } else if row::states_a_figure(indicator.target_text)
            || row::is_satisfaction(view, indicator)
            || row::is_inapplicable(view, indicator.name)
        {
            None
        } else {
            kind(view, indicator)
        };
        let Some(key) = key else { return Ok(()) };
        let place = view.at_row_cell(indicator, Concept::Target);
        let (name, target) = (("indicator", view.name(indicator)), ("target", row::target_said(view, indicator)));
        match key {
            "target-not-quantified-countable" => sink.report(place, key, [name, target]),
            _ => {
                let example = exemplar::of_level(view, indicator, Some(level(key)));
                sink.report(place, key, [name, target, ("example", example)]);
            }
        }
        Ok(())
    })
}

/// The 二级指标 whose way of writing answers a message.
fn level(key: &str) -> LevelTwo {
    match key {
        "target-not-quantified-time" => LevelTwo::Timeliness,
        "target-not-quantified-cost" => LevelTwo::Cost,
        _ => LevelTwo::Quantity,
    }
}

/// 办公系统升级 100 %: a share of a thing that is to be counted. Rates and shares of a plan are what they say.
fn share(view: &View<'_>, indicator: &Indicator<'_>) -> Option<&'static str> {
    const SHARES: [&str; 9] = ["率", "比", "占", "覆盖", "完成", "计划", "任务", "进度", "到位"];
    let ratio = row::target(indicator).and_then(row::family) == Some(UnitFamily::Ratio);
    let share =
        || row::is_measured(row::bare(indicator.name)) || SHARES.iter().any(|word| indicator.name.contains(word));
    // A count in per cent is told by the rule on units.
    let counted = || row::ends(view.words("count-names"), row::bare(indicator.name));
    (row::is_under(indicator, LevelTwo::Quantity) && ratio && !share() && !counted())
        .then_some("target-not-quantified-share")
}

/// 1批: one of something of any size.
fn lot(view: &View<'_>, indicator: &Indicator<'_>) -> Option<&'static str> {
    let quantity = row::target(indicator).filter(|quantity| quantity.number == Number::ONE)?;
    let unit = quantity.unit.as_ref()?;
    let lot = row::is_under(indicator, LevelTwo::Quantity) && view.words("lots").has(&unit.text);
    (lot && !indicator.name.contains('批')).then_some("target-not-quantified-lot")
}

fn kind(view: &View<'_>, indicator: &Indicator<'_>) -> Option<&'static str> {
    match indicator.level_two {
        Known::Answered(LevelTwo::Quantity) => Some("target-not-quantified-quantity"),
        Known::Answered(LevelTwo::Timeliness) => {
            (!view.words("recurring-times").is_in(indicator.target_text)).then_some("target-not-quantified-time")
        }
        // 成本控制率, 成本控制合理性: the name itself is no cost, which is another rule's finding.
        Known::Answered(LevelTwo::Cost | LevelTwo::EconomicCost) => {
            (!row::bare(indicator.name).ends_with(['率', '性'])).then_some("target-not-quantified-cost")
        }
        _ if is_countable(view, indicator.name) => Some("target-not-quantified-countable"),
        Known::NotYet if row::ends(view.words("duration-names"), row::bare(indicator.name)) => {
            Some("target-not-quantified-time")
        }
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
