//! The same indicator twice.

use std::cmp::Ordering;

use jibiao_model::order::order;

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
    // Names that name nothing are another rule's finding.
    let named: Vec<&Indicator<'_>> =
        view.indicators().filter(|indicator| indicator.name.chars().any(char::is_alphabetic)).collect();
    let compare = |a: usize, b: usize| match (named.get(a), named.get(b)) {
        (Some(a), Some(b)) => key(a).cmp(&key(b)),
        _ => Ordering::Equal,
    };
    // Equal ones stand side by side then, in the order of the rows.
    let mut first: Option<&Indicator<'_>> = None;
    for indicator in order(named.len(), &compare).into_iter().filter_map(|at| named.get(at)) {
        match first {
            Some(first) if key(first) == key(indicator) => {
                let row = i64::try_from(first.index.saturating_add(1)).unwrap_or(i64::MAX);
                let args = [("indicator", view.name(indicator)), ("first", Arg::Number(Number::whole(row)))];
                sink.report(view.at_row_cell(indicator, Concept::LevelThree), "indicator-repeated", args);
            }
            _ => first = Some(indicator),
        }
    }
    Ok(())
}

/// What makes two indicators the same.
fn key<'d>(indicator: &Indicator<'d>) -> (&'d str, &'d str, bool) {
    (indicator.name.trim(), indicator.level_two_text.trim(), indicator.horizon == Horizon::Year)
}
