//! A percentage in a text that does not follow from the figures beside it.

use jibiao_model::Rounding;
use jibiao_reading::{Aspect, Statement, same_kin};

use crate::{
    prelude::*,
    prose::{Prose, Tense},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("prose-rate-off"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW, SELF],
    needs: &[],
    messages: &[
        ("prose-rate-off", &["cell", "quote", "part", "whole", "rate"]),
        ("prose-rate-off-growth", &["cell", "quote", "part", "whole", "rate"]),
        ("prose-rate-off-excess", &["cell", "quote", "indicator", "target", "actual", "rate"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '预算安排136万元，全年实际支出111.27万元，预算执行率为95%。'",
        ),
        Example::finds(1, "[cells]\nyear-goal = '投入300万元，占总投资500万元的66%，年底前建成。'"),
        Example::finds(1, "[cells]\nyear-goal = '项目总投资2650万元，其中中央资金2000万元，占总投资的57.5%。'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '收入684.53万元，比上年增加137.96万元，增长20.15%。'",
        ),
        // 396 of 240 is 65 % more.
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '入秋少雨，报修增多，维修机井数超任务39%。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '维修机井数量'\ntarget = '240眼'\nactual = '396眼'",
        ),
        // Rounded, truncated, or with the base that the words name.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '预算安排136万元，全年实际支出111.27万元，预算执行率为82%；收入684.53万元，比上年增加137.96万元，增长25.24%。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '入秋少雨，报修增多，维修机井数超任务65%。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '维修机井数量'\ntarget = '240眼'\nactual = '396眼'",
        ),
        // Two budgets in one sentence: the rate follows from one of them. A rate of something else; a bound.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '年初预算500万元，调整预算480万元，支出475.2万元，预算执行率99%。'",
        ),
        Example::clean("[cells]\nyear-goal = '投入300万元，新建道路5公里，验收合格率100%，受益群众满意度95%以上。'"),
        Example::clean("[cells]\nyear-goal = '预算安排136万元，支出111.27万元，预算执行率达到80%以上。'"),
        Example::clean("[cells]\nyear-goal = '接待来访320批次1150人次，同比批次下降12%，人次下降8.5%。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for prose in view.prose() {
        for off in prose.stated.ratios_off(prose.text) {
            let item = |index: usize| prose.stated.items.get(index);
            let (Some(ratio), Some(part), Some(whole)) = (item(off.ratio), item(off.part), item(off.whole)) else {
                continue;
            };
            let args = [
                ("cell", Arg::Cell(prose.cell.id.clone())),
                ("quote", Arg::Text(words(prose, ratio, whole).to_owned())),
                ("part", Arg::Text(prose.figure(part).to_owned())),
                ("whole", Arg::Text(prose.figure(whole).to_owned())),
                ("rate", Arg::Number(off.computed)),
            ];
            let key = if off.growth { "prose-rate-off-growth" } else { "prose-rate-off" };
            sink.report(prose.place(view), key, args);
        }
        if prose.tense() != Tense::Plan {
            excess(view, sink, prose);
        }
    }
    Ok(())
}

/// The percentage with its words; with the whole, where that stands before it in the clause.
fn words<'t>(prose: Prose<'t>, ratio: &Statement, whole: &Statement) -> &'t str {
    if whole.clause == ratio.clause {
        prose.text.get(whole.label.start..ratio.span.end).unwrap_or_default()
    } else {
        prose.quote(ratio)
    }
}

/// 超任务43%: by the only row that went beyond its target, or by none of several.
fn excess(view: &View<'_>, sink: &mut Sink<'_>, prose: Prose<'_>) {
    let items = prose.stated.items.iter();
    let percent =
        |item: &&Statement| item.unit.as_ref().is_some_and(|unit| unit.text == "%") && item.operator.is_none();
    let over = |item: &&Statement| {
        let label = prose.label(item);
        let words = ["超任务", "超计划", "超目标", "超额完成", "超额完成任务", "超额完成计划", "超额完成目标", "超额"];
        item.aspects.has(Aspect::Bound) && words.iter().any(|word| label.ends_with(word))
    };
    for said in items.filter(percent).filter(over) {
        let mut beyond = view.indicators().filter_map(|indicator| Some((indicator, rate_beyond(indicator)?)));
        let Some((indicator, rate)) = beyond.next() else { continue };
        if beyond.next().is_some() || rate.minus(said.number).is_ok_and(|gap| gap.magnitude() < Number::ONE) {
            continue;
        }
        let args = [
            ("cell", Arg::Cell(prose.cell.id.clone())),
            ("quote", Arg::Text(prose.quote(said).to_owned())),
            ("indicator", view.name(indicator)),
            ("target", row::target_said(view, indicator)),
            ("actual", Arg::Text(indicator.actual_text.trim().to_owned())),
            ("rate", Arg::Number(rate.rounded(1, Rounding::HalfUp))),
        ];
        sink.report(prose.place(view), "prose-rate-off-excess", args);
    }
}

/// By how many percent a result lies above its target.
fn rate_beyond(indicator: &Indicator<'_>) -> Option<Number> {
    let (target, actual) = (row::target(indicator)?, row::actual(indicator)?);
    let kin = same_kin(target.unit.as_ref(), actual.unit.as_ref()) || actual.unit.is_none();
    let ratio = target.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Ratio);
    if !kin || ratio || target.number.is_zero() || actual.number <= target.number {
        return None;
    }
    let times = actual.number.times(Number::HUNDRED).ok()?.over(target.number).ok()?;
    times.minus(Number::HUNDRED).ok()
}
