//! A result in words, or with the sign of the target still on it, where the target is a number.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("actual-not-quantified"),
    dimension: Dimension::Completeness,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[],
    messages: &[
        ("actual-not-quantified-name", &["indicator", "actual"]),
        ("actual-not-quantified-range", &["indicator", "target", "actual"]),
        ("actual-not-quantified-words", &["indicator", "target", "actual"]),
        ("actual-not-quantified-copied", &["indicator", "target", "actual"]),
        ("actual-not-quantified-unlike", &["indicator", "target", "actual"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '案件查明率'\ntarget = '不低于95%'\nactual = '达成预期指标'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '按期完工率'\ntarget = '≥90%'\nactual = '≥90%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '助学制度'\ntarget = '进一步完善'\nactual = '100%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '群众满意度'\ntarget = '≥90%'\nactual = '90%-95%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '有效减少辖区火灾隐患'\nactual = '有效减少辖区火灾隐患'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '按期完工率'\ntarget = '≥90%'\nactual = '92.5%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '助学制度'\ntarget = '建立健全'\nactual = '已出台实施细则'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '按期完工率'\ntarget = '≥90%'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let actual = indicator.actual_text.trim();
        if !actual.is_empty() && actual == indicator.name.trim() {
            let args = [("indicator", view.name(indicator)), ("actual", Arg::Text(actual.to_owned()))];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "actual-not-quantified-name", args);
            return Ok(());
        }
        let (Known::Answered(target), Known::Answered(actual)) = (&indicator.target, &indicator.actual) else {
            return Ok(());
        };
        let bounded =
            matches!(actual.operator, Some(Operator::AtLeast | Operator::AtMost | Operator::Above | Operator::Below));
        let key = match (&target.meaning, &actual.meaning) {
            (Meaning::Quantity(_), Meaning::Words | Meaning::YesNo(_)) => "actual-not-quantified-words",
            (Meaning::Quantity(_), Meaning::Range { .. }) => "actual-not-quantified-range",
            (Meaning::Quantity(_), Meaning::Quantity(_)) if bounded => "actual-not-quantified-copied",
            (Meaning::Words, Meaning::Quantity(quantity)) if row::is_ratio(view, indicator, quantity) => {
                "actual-not-quantified-unlike"
            }
            _ => return Ok(()),
        };
        let args = [
            ("indicator", view.name(indicator)),
            ("target", row::target_said(view, indicator)),
            ("actual", Arg::Text(indicator.actual_text.to_owned())),
        ];
        sink.report(view.at_row_cell(indicator, Concept::Actual), key, args);
        Ok(())
    })
}
