//! The same indicator twice.

use jibiao_model::order::order;

use crate::{prelude::*, row};

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
    let named = view.indicators().filter(|indicator| indicator.name.chars().any(row::is_letter));
    let named: Vec<(Key<'_>, &Indicator<'_>)> = named.map(|indicator| (key(indicator), indicator)).collect();
    let key_at = |at: usize| named.get(at).map(|(key, _)| key);
    // Equal ones stand side by side then, in the order of the rows.
    let mut first: Option<&(Key<'_>, &Indicator<'_>)> = None;
    for found in order(named.len(), &|a, b| key_at(a).cmp(&key_at(b))).into_iter().filter_map(|at| named.get(at)) {
        match first {
            Some((key, first)) if *key == found.0 => {
                let row = i64::try_from(first.index.saturating_add(1)).unwrap_or(i64::MAX);
                let args = [("indicator", view.name(found.1)), ("first", Arg::Number(Number::whole(row)))];
                sink.report(view.at_row_cell(found.1, Concept::LevelThree), "indicator-repeated", args);
            }
            _ => first = Some(found),
        }
    }
    Ok(())
}

/// What makes two indicators the same: name, 二级指标, and whether it is for the year.
type Key<'d> = (&'d str, &'d str, bool);

fn key<'d>(indicator: &Indicator<'d>) -> Key<'d> {
    (indicator.name.trim(), indicator.level_two_text.trim(), indicator.horizon == Horizon::Year)
}
