//! The same indicator twice.

use std::collections::BTreeMap;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicator-repeated"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("indicator-repeated", &["indicator", "first"])],
    examples: &[
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = ' 验收合格率'\ntarget = '=100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '道路验收合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '桥梁验收合格率'\ntarget = '≥95%'",
        ),
        Example::clean("[[rows]]\nlevel-3 = ''\ntarget = '1个'\n[[rows]]\nlevel-3 = ''\ntarget = '2个'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let mut seen: BTreeMap<(&str, &str, bool), usize> = BTreeMap::new();
    for indicator in view.indicators() {
        let name = indicator.name.trim();
        // Names that name nothing are another rule's finding.
        if !name.chars().any(char::is_alphabetic) {
            continue;
        }
        let key = (name, indicator.level_two_text.trim(), indicator.horizon == Horizon::Year);
        let first = *seen.entry(key).or_insert(indicator.index);
        if first != indicator.index {
            let row = i64::try_from(first.saturating_add(1)).unwrap_or(i64::MAX);
            let args = [("indicator", view.name(indicator)), ("first", Arg::Number(Number::whole(row)))];
            sink.report(view.at_row_cell(indicator, Concept::LevelThree), "indicator-repeated", args);
        }
    }
    Ok(())
}
