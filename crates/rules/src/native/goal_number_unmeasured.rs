//! A row in words about something for which the goal has a number.

use jibiao_reading::core;

use crate::{
    prelude::*,
    prose::{Tense, is_plain, shares_words},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-number-unmeasured"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[INDICATORS, REVIEW],
    needs: &[Need::Words("wide-nouns")],
    messages: &[("goal-number-unmeasured", &["indicator", "target", "cell", "said"])],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nyear-goal = '预计全年销量14.5亿元，筹集公益金2.35亿元。'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '筹集更多公益金'\ntarget = '显著提高'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '建设日间照料中心6个，带动低龄老人志愿服务300人次。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '日间照料中心建设'\ntarget = '按计划完成'",
        ),
        // The row has its number; the goal speaks of another thing, in words of every table, or of another year.
        Example::clean(
            "[cells]\nyear-goal = '预计全年销量14.5亿元，筹集公益金2.35亿元。'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '筹集公益金'\ntarget = '≥2.35亿元'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '建设日间照料中心6个。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '照料服务规范化水平'\ntarget = '提升'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '建设日间照料中心6个。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '日间照料中心建设数量'\ntarget = '6个'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '可持续影响指标'\nlevel-3 = '日间照料中心长期运行'\ntarget = '持续'",
        ),
    ],
    check,
};

/// So many characters in a row name a thing.
const RUN: usize = 3;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let worded: Vec<&Indicator<'_>> =
        view.indicators().filter(|indicator| indicator.horizon == Horizon::Year && row::is_worded(indicator)).collect();
    if worded.is_empty() {
        return Ok(());
    }
    let mut told: Vec<usize> = Vec::new();
    for prose in view.prose().filter(|prose| {
        prose.cell.concept == Some(Concept::YearGoal) || (prose.cell.concept.is_none() && prose.tense() == Tense::Plan)
    }) {
        for item in &prose.stated.items {
            let percent = item.unit.as_ref().is_none_or(|unit| unit.family == UnitFamily::Ratio);
            if percent || item.operator.is_some() || !is_plain(item) {
                continue;
            }
            let label = core(prose.label(item));
            let named = |name: &str| names(view, label, core(row::bare(name)));
            let Some(indicator) = worded.iter().find(|indicator| named(indicator.name)) else { continue };
            if told.contains(&indicator.index) {
                continue;
            }
            // Another row counts it.
            if view.indicators().any(|other| row::target(other).is_some() && named(other.name)) {
                continue;
            }
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("cell", Arg::Cell(prose.cell.id.clone())),
                ("said", Arg::Text(prose.quote(item).to_owned())),
            ];
            told.push(indicator.index);
            sink.report(view.at_row_cell(indicator, Concept::Target), "goal-number-unmeasured", args);
        }
    }
    Ok(())
}

/// Whether two names share a thing: a run of characters that is no word of every table.
fn names(view: &View<'_>, label: &str, name: &str) -> bool {
    let Some(end) = label.char_indices().rev().nth(RUN.saturating_sub(1)).map(|(at, _)| at) else { return false };
    // What is counted stands right before the number.
    let thing = label.get(end..).unwrap_or_default();
    shares_words(thing, name, RUN) && !view.words("wide-nouns").is_in(thing)
}
