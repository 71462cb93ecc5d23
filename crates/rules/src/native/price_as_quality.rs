//! Money for one of something, set as a quality or a quantity.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("price-as-quality"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[],
    messages: &[("price-as-quality", &["indicator", "target"])],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '低保标准'\ntarget = '≥620元/人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '低保标准'\ntarget = '=620元/人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '低保对象认定准确率'\ntarget = '≥98%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let level = matches!(indicator.level_two, Known::Answered(LevelTwo::Quality | LevelTwo::Quantity));
        if level && row::target(indicator).and_then(row::family) == Some(UnitFamily::MoneyPer) {
            let args = [("indicator", view.name(indicator)), ("target", row::target_said(view, indicator))];
            sink.report(view.at_row_cell(indicator, Concept::LevelTwo), "price-as-quality", args);
        }
        Ok(())
    })
}
