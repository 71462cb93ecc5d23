//! A result below nothing, of something that can't be less than nothing.

use jibiao_model::Quantity;
use jibiao_reading::{is_alphanumeric, read_value};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("result-negative"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::Monitoring, FormPurpose::SelfEvaluation],
    basis: &[SELF],
    needs: &[Need::Words("may-be-negative")],
    messages: &[("result-negative", &["indicator", "cell", "actual"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤50万元'\nactual = '-3万元'",
        ),
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '培训人数'\ntarget = '≥300人'\nactual = '－300人'\n[[rows]]\nlevel-3 = '验收合格率'\ntarget = '≥95%'\nactual = '-95%'",
        ),
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '设备单价'\ntarget = '≤4万元'\nso-far = '-3万元'\nexpected = '3万元'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '能耗同比增长率'\ntarget = '≤-3%'\nactual = '-5%'\n[[rows]]\nlevel-3 = '冷库温度'\ntarget = '≤-18℃'\nactual = '-20℃'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-3 = '项目总成本'\ntarget = '≤50万元'\nactual = '0万元'\n[[rows]]\nlevel-3 = '企业净利润'\ntarget = '≥0万元'\nactual = '-2万元'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        if let Some(quantity) = row::actual(indicator) {
            one(view, indicator, (Concept::Actual, quantity, indicator.actual_text), sink);
        }
        for concept in [Concept::SoFar, Concept::Expected].into_iter().filter(|_| view.monitoring().is_some()) {
            let text = view.row_text(indicator, concept).unwrap_or_default();
            // Every other text is left unread.
            if indicator.horizon == Horizon::Year
                && !text.trim_start().starts_with(is_alphanumeric)
                && let Known::Answered(value) = read_value(text, None, None)
                && let Some(quantity) = value.quantity()
            {
                one(view, indicator, (concept, quantity, text), sink);
            }
        }
        Ok(())
    })
}

fn one(view: &View<'_>, indicator: &Indicator<'_>, said: (Concept, &Quantity, &str), sink: &mut Sink<'_>) {
    let (concept, quantity, text) = said;
    let Some(column) = view.column(indicator.column(concept)) else { return };
    if row::is_below_nothing(view, indicator, quantity) {
        let args = [
            ("indicator", view.name(indicator)),
            ("cell", Arg::Cell(column.clone())),
            ("actual", Arg::Text(text.trim().to_owned())),
        ];
        sink.report(view.at_row_cell(indicator, concept), "result-negative", args);
    }
}
