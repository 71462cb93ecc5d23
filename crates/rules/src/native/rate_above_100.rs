//! A target of 100 % or more, with ≥, for a rate that can't pass 100 %; or a result above it.

use jibiao_model::{CellId, Value};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("rate-above-100"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words("rates-without-ceiling"),
        Need::Words("satisfaction-names"),
    ],
    messages: &[
        ("rate-above-100", &["indicator", "target"]),
        ("rate-above-100-over", &["indicator", "target"]),
        ("rate-above-100-result", &["indicator", "actual"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '≥100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '政策覆盖率'\noperator = '≧'\ntarget = '100'\nunit = '%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '120%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众满意度'\ntarget = '≥90%'\nactual = '104%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '=100%'\nactual = '100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '=100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '经济效益指标'\nlevel-3 = '营业收入增长率'\ntarget = '≥120%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let open = view.words("rates-without-ceiling");
    view.each(sink, |indicator, sink| {
        result(view, indicator, sink);
        let Some(quantity) = row::target(indicator) else { return Ok(()) };
        if quantity.number < Number::HUNDRED || !row::is_ratio(view, indicator, quantity) {
            return Ok(());
        }
        if !row::is_rate_name(view, indicator.name)
            || open.is_in(indicator.name)
            || row::is_satisfaction(view, indicator)
        {
            return Ok(());
        }
        let Known::Answered(value) = &indicator.target else { return Ok(()) };
        let place = view.at_row_cell(indicator, Concept::Target);
        let target = row::target_said(view, indicator);
        let args = [("indicator", view.name(indicator)), ("target", target)];
        if quantity.number > Number::HUNDRED {
            if !matches!(value.operator, Some(Operator::AtMost | Operator::Below)) {
                sink.report(place, "rate-above-100-over", args);
            }
        } else if matches!(value.operator, Some(Operator::AtLeast | Operator::Above)) {
            sink.report_with_fixes(
                place,
                "rate-above-100",
                args,
                equal_sign(view, indicator, value).into_iter().collect(),
            );
        }
        Ok(())
    })
}

/// A share of people asked, or of things looked at, is never more than all of them.
fn result(view: &View<'_>, indicator: &Indicator<'_>, sink: &mut Sink<'_>) {
    let Some(quantity) = row::actual(indicator) else { return };
    if quantity.number <= Number::HUNDRED || !row::is_ratio(view, indicator, quantity) {
        return;
    }
    let rate = row::is_rate_name(view, indicator.name) && !view.words("rates-without-ceiling").is_in(indicator.name);
    if rate || row::is_satisfaction(view, indicator) {
        let args = [("indicator", view.name(indicator)), ("actual", Arg::Text(indicator.actual_text.to_owned()))];
        sink.report(view.at_row_cell(indicator, Concept::Actual), "rate-above-100-result", args);
    }
}

/// The sign becomes `=`, in its own column or in the text; nothing else changes.
fn equal_sign(view: &View<'_>, indicator: &Indicator<'_>, value: &Value) -> Option<Fix> {
    let table = view.reading.table?;
    let set = |cell: &CellId, text: String| Fix {
        message: "fix-equal-sign".to_owned(),
        args: Vec::new(),
        edit: Edit::SetRowCell { table: table.clone(), row: indicator.row.clone(), cell: cell.clone(), text },
    };
    let signed = view.row_text(indicator, Concept::Operator).is_some_and(|text| !text.trim().is_empty());
    if signed && indicator.horizon == Horizon::Year {
        return Some(set(view.column(Concept::Operator)?, "=".to_owned()));
    }
    // The span covers sign, number and unit; what stands around it stays.
    let text = indicator.target_text;
    let (before, after) = (text.get(..value.span.start)?, text.get(value.span.end..)?);
    Some(set(view.column(indicator.column(Concept::Target))?, format!("{before}=100%{after}")))
}
