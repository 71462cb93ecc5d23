//! A quantity of nothing, or of less than nothing, as a target.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("target-asks-nothing"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("good-when-zero"),
        Need::Words("higher-is-better"),
        Need::Words("turned-rates"),
        Need::Words("may-be-negative"),
        Need::Words("lower-is-better"),
    ],
    messages: &[
        ("target-asks-nothing-rate", &["indicator", "target"]),
        ("target-asks-nothing", &["indicator", "target"]),
        ("target-asks-nothing-negative", &["indicator", "target"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建公厕数量'\ntarget = '≥0座'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建公厕数量'\ntarget = '0座'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建公厕数量'\ntarget = '-5座'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '设备验收合格率'\ntarget = '0%'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '群众满意度'\ntarget = '≥0%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '经济效益指标'\nlevel-3 = '带动农户增收'\ntarget = '≥0元'",
        ),
        Example::finds(
            3,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '-95%'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '设备购置成本'\ntarget = '≤-40万元'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '带动就业人数'\ntarget = '0人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '冷库温度'\ntarget = '≤-18℃'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '占用道路面积'\ntarget = '0平方米'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '重大舆情投诉'\ntarget = '0起'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '产品不合格率'\ntarget = '0%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建公厕数量'\ntarget = '≥1座'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '单台设备采购价格'\ntarget = '≤0万元'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '培训费用'\ntarget = '0元'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '超预算金额'\ntarget = '0元'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '安全事故起数'\ntarget = '0起'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '生态效益指标'\nlevel-3 = '能耗增长率'\ntarget = '≤-5%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let good = view.words("good-when-zero");
    let all = is_all_nothing(view);
    view.each(sink, |indicator, sink| {
        let Some(quantity) = row::target(indicator) else { return Ok(()) };
        let least = indicator.target.answered().and_then(|value| value.operator) == Some(Operator::AtLeast);
        let change = row::family(quantity) == Some(UnitFamily::Ratio);
        if row::is_below_nothing(view, indicator, quantity) {
            let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
            sink.report(view.at_row_cell(indicator, Concept::Target), "target-asks-nothing-negative", args);
            return Ok(());
        }
        // At least nothing of something is asked of nobody, whatever the row is about.
        let nothing = !change && quantity.number.is_zero() && (least || (all && is_to_be_done(view, indicator)));
        // Nothing that is bought costs nothing.
        let free = row::is_cost(indicator) && row::family(quantity) == Some(UnitFamily::Money);
        if !nothing && !free && !row::is_under(indicator, LevelTwo::Quantity) {
            if quantity.number.is_zero() && is_good_rate(view, indicator) {
                let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
                sink.report(view.at_row_cell(indicator, Concept::Target), "target-asks-nothing-rate", args);
            }
            return Ok(());
        }
        let operator = indicator.target.answered().and_then(|value| value.operator);
        let above = operator == Some(Operator::Above);
        let key = if quantity.number.is_zero() && !above && (least || !good.is_in(indicator.name)) {
            "target-asks-nothing"
        } else {
            return Ok(());
        };
        let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
        sink.report(view.at_row_cell(indicator, Concept::Target), key, args);
        Ok(())
    })
}

/// Whether no figure of the whole table asks for anything. A single 0 may be one of a bad thing whose name no list has.
fn is_all_nothing(view: &View<'_>) -> bool {
    const SEVERAL: usize = 3;
    let mut figures = view.indicators().filter_map(row::target).map(|quantity| quantity.number);
    let asked = |number: Number| number > Number::ZERO;
    let count = view.indicators().filter_map(row::target).take(SEVERAL).count();
    count == SEVERAL && !figures.any(asked)
}

/// A count of which more is better.
fn is_to_be_done(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    let benefit = matches!(row::level_one(view, indicator), Some(LevelOne::Benefit | LevelOne::Output));
    benefit && !row::is_cost(indicator) && !view.words("lower-is-better").is_in(indicator.name)
}

/// A rate of which more is better, so that none of it is no target.
fn is_good_rate(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    view.words("higher-is-better").is_in(indicator.name)
        && !view.words("turned-rates").is_in(indicator.name)
        && !view.words("good-when-zero").is_in(indicator.name)
}
