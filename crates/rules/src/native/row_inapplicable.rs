//! A row that says of itself that it does not apply.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("row-inapplicable"),
    dimension: Dimension::Completeness,
    purposes: WITH_TARGETS,
    basis: &[GUIDE],
    needs: &[Need::Words("inapplicable")],
    messages: &[("row-inapplicable", &["indicator", "text"])],
    examples: examples![
        Example::finds(
            3,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '生态效益指标'\nlevel-3 = '本项目不涉及'\ntarget = '无'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '经济效益指标'\nlevel-3 = '经济效益'\ntarget = '不适用'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '可持续影响指标'\nlevel-3 = '无'\ntarget = '/'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '不适用设备报废率'\ntarget = '=100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '无事故天数'\ntarget = '≥360天'",
        ),
        Example::clean("[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '生态效益指标'\nlevel-3 = ''\ntarget = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let target = indicator.target_text.trim();
        let unsaid = matches!(indicator.target, Known::NotApplicable | Known::NotYet);
        if !unsaid || (target.is_empty() && indicator.name.trim().is_empty()) {
            return Ok(());
        }
        let said = if row::is_inapplicable(view, indicator.name) {
            indicator.name.trim()
        } else if indicator.target == Known::NotApplicable && target.chars().any(row::is_letter) {
            target
        } else {
            return Ok(());
        };
        let args = [("indicator", view.name(indicator)), ("text", Arg::Text(said.to_owned()))];
        sink.report(view.at_row(indicator), "row-inapplicable", args);
        Ok(())
    })
}
