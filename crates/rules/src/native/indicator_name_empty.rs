//! An indicator whose name names nothing: a bare number, or the name of its level.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicator-name-empty"),
    dimension: Dimension::Completeness,
    purposes: WITH_TARGETS,
    basis: &[INDICATORS],
    needs: &[],
    messages: &[
        ("indicator-name-empty-number", &["name", "level"]),
        ("indicator-name-empty-level", &["name"]),
        ("indicator-name-empty-template", &["name"]),
    ],
    examples: examples![
        Example::finds(1, "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '88'\ntarget = '100'"),
        Example::finds(1, "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '社会成本指标'"),
        Example::finds(1, "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '指标1：'"),
        Example::clean("[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '指标1：道路长度88米以上路段'"),
        Example::clean("[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '服务对象满意度'"),
        Example::clean("[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let name = indicator.name.trim();
        if name.is_empty() {
            return Ok(());
        }
        let place = || view.at_row_cell(indicator, Concept::LevelThree);
        let said = || Arg::Text(name.to_owned());
        if !name.chars().any(row::is_letter) {
            let level = Arg::Text(indicator.level_two_text.trim().to_owned());
            sink.report(place(), "indicator-name-empty-number", [("name", said()), ("level", level)]);
        } else if is_template(name) {
            sink.report(place(), "indicator-name-empty-template", [("name", said())]);
        } else if is_level(name, indicator) {
            sink.report(place(), "indicator-name-empty-level", [("name", said())]);
        }
        Ok(())
    })
}

/// Whether the name is that of its 二级指标. 满意度 as a name says what is measured.
fn is_level(name: &str, indicator: &Indicator<'_>) -> bool {
    let core = |text: &str| -> usize { text.strip_suffix("指标").unwrap_or(text).len() };
    let level = indicator.level_two_text.trim();
    let same = name.get(..core(name)).is_some_and(|own| level.get(..core(level)) == Some(own));
    let known = indicator.level_two.answered().is_some_and(|two| *two != LevelTwo::ServiceSatisfaction);
    same && (known || name.ends_with("指标"))
}

/// The line that a form's template prints for a first indicator: 指标1：, ……
fn is_template(name: &str) -> bool {
    name.strip_prefix("指标").is_some_and(|rest| !rest.chars().any(row::is_letter))
}
