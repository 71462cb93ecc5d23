//! A satisfaction target that nobody can hold: no number, 100 %, or more.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("satisfaction-target-off"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[Need::Words("satisfaction-names"), Need::Number("satisfaction-least")],
    messages: &[
        ("satisfaction-target-off-low", &["indicator", "target", "least"]),
        ("satisfaction-target-off-nobody", &["indicator"]),
        ("satisfaction-target-off-words", &["indicator", "target"]),
        ("satisfaction-target-off-full", &["indicator", "target"]),
        ("satisfaction-target-off-over", &["indicator", "target"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众满意度'\ntarget = '100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众满意度'\ntarget = '满意'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '学生家长满意度'\ntarget = '≥60%'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '满意度'\ntarget = '≥90%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众满意度'\ntarget = '≥95%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '满意度调查回收问卷'\ntarget = '≥60份'",
        ),
        Example::clean("[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众满意度'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let least = view.number("satisfaction-least")?;
    view.each(sink, |indicator, sink| {
        if !row::is_satisfaction(view, indicator) {
            return Ok(());
        }
        if view.words("satisfaction-names").has(row::bare(indicator.name)) {
            let args = [("indicator", view.name(indicator))];
            sink.report(view.at_row_cell(indicator, Concept::LevelThree), "satisfaction-target-off-nobody", args);
        }
        let key = match row::target(indicator) {
            Some(quantity) if quantity.number > Number::HUNDRED => "satisfaction-target-off-over",
            Some(quantity) if quantity.number == Number::HUNDRED => "satisfaction-target-off-full",
            Some(quantity) if quantity.number < least && row::is_ratio(view, indicator, quantity) => {
                "satisfaction-target-off-low"
            }
            Some(_) => return Ok(()),
            None if row::is_worded(indicator) && !indicator.target_text.chars().any(char::is_numeric) => {
                "satisfaction-target-off-words"
            }
            None => return Ok(()),
        };
        // Counts of people asked are no rate.
        if row::target(indicator).and_then(row::family).is_some_and(|family| family != UnitFamily::Ratio) {
            return Ok(());
        }
        let (name, target) = (("indicator", view.name(indicator)), ("target", row::target_said(view, indicator)));
        let place = view.at_row_cell(indicator, Concept::Target);
        match key {
            "satisfaction-target-off-low" => sink.report(place, key, [name, target, ("least", Arg::Number(least))]),
            _ => sink.report(place, key, [name, target]),
        }
        Ok(())
    })
}
