//! A number without a unit.

use crate::{exemplar, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("unit-missing"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("unitless-names"),
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words(exemplar::LIST),
    ],
    messages: &[("unit-missing", &["indicator", "target", "example"])],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '支持企业数量'\ntarget = '3'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '支持企业数量'\ntarget = '3家'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '优质均衡差异系数'\ntarget = '≤0.45'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新造林面积（亩）'\ntarget = '30000'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '支持企业数量'\ntarget = '3'\nunit = '家'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let Some(quantity) = row::target(indicator) else { return Ok(()) };
        // The unit may stand in brackets at the end of the name: 面积（亩）.
        if quantity.unit.is_some() || indicator.name.trim().ends_with(['）', ')']) {
            return Ok(());
        }
        // 差异系数, 空气质量指数, 师生比: a plain number is the whole value. 占比 is a rate.
        let name = row::bare(indicator.name);
        if row::ends(view.words("unitless-names"), name) && !row::is_rate_name(view, name) {
            return Ok(());
        }
        let args = [
            ("indicator", view.name(indicator)),
            ("target", row::target_said(view, indicator)),
            ("example", exemplar::of(view, indicator)),
        ];
        sink.report(view.at_row_cell(indicator, Concept::Target), "unit-missing", args);
        Ok(())
    })
}
