//! A unit that does not fit what the row names.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("unit-unfit"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words("count-names"),
        Need::Words("statement-starts"),
        Need::Words("statement-ends"),
        Need::Words("quality-nouns"),
        Need::Words("satisfaction-names"),
    ],
    messages: &[
        ("unit-unfit-amount", &["indicator", "target", "unit"]),
        ("unit-unfit-words", &["indicator", "target", "unit"]),
        ("unit-unfit-count", &["indicator", "target"]),
        ("unit-unfit-rate", &["indicator", "target", "unit"]),
        ("unit-unfit-statement", &["indicator", "target"]),
        ("unit-unfit-burden", &["indicator", "target"]),
        ("unit-unfit-spelled", &["indicator", "target", "unit"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '办公支出金额'\ntarget = '12万元'\nunit = '%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '应受助学生人数'\ntarget = '100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '培训合格率'\ntarget = '≥95人'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众满意度'\ntarget = '≥200人'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '参训学员满意度'\ntarget = '≥90分'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '维护社会稳定'\ntarget = '≥95%'",
        ),
        Example::finds(
            3,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '保证机关正常运转'\ntarget = '≥98%'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '可持续影响指标'\nlevel-3 = '队伍建设能力'\ntarget = '100'\nunit = '%'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '社会成本'\ntarget = '100%'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '培训合格率'\noperator = '≥'\ntarget = '95'\nunit = '百分比'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '设备费用'\ntarget = '≤120万'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '保障孤儿完成学业'\ntarget = '100%'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '群众满意程度'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '生态环境成本指标'\nlevel-3 = '施工弃渣占比'\ntarget = '≤5%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '群众政策知晓率'\ntarget = '≥95%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '森林火灾受害率'\ntarget = '≤0.9‰'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let Known::Answered(value) = &indicator.target else { return Ok(()) };
        let unit = if indicator.horizon == Horizon::Year { row::unit_text(view, indicator) } else { "" };
        let spelled = || spelled(indicator, unit).map(|_| "unit-unfit-spelled");
        let Some(key) = conflict(indicator, value, unit).or_else(|| misfit(view, indicator)).or_else(spelled) else {
            return Ok(());
        };
        let name = ("indicator", view.name(indicator));
        let target = ("target", row::target_said(view, indicator));
        let place = view.at_row_cell(indicator, Concept::Target);
        match key {
            "unit-unfit-count" | "unit-unfit-statement" | "unit-unfit-burden" => {
                sink.report(place, key, [name, target])
            }
            "unit-unfit-spelled" => {
                let usual = if row::target(indicator).and_then(row::family) == Some(UnitFamily::Money) {
                    "万元"
                } else {
                    "%"
                };
                sink.report(place, key, [name, target, ("unit", Arg::Text(usual.to_owned()))]);
            }
            _ => {
                let read = row::target(indicator).and_then(|q| q.unit.as_ref()).map_or("", |unit| unit.text.as_str());
                let unit = if unit.is_empty() { read } else { unit };
                sink.report(place, key, [name, target, ("unit", Arg::Text(unit.to_owned()))]);
            }
        }
        Ok(())
    })
}

/// A unit column that contradicts the text of the target.
fn conflict(indicator: &Indicator<'_>, value: &jibiao_model::Value, unit: &str) -> Option<&'static str> {
    if !matches!(unit, "%" | "％" | "百分比" | "‰") {
        return None;
    }
    let text = indicator.target_text.trim();
    match value.meaning {
        Meaning::Words | Meaning::YesNo(_) => Some("unit-unfit-words"),
        _ if text.ends_with('元') => Some("unit-unfit-amount"),
        _ => None,
    }
}

/// A unit in a spelling of speech: 百分比 for %, 万 for 万元.
fn spelled(indicator: &Indicator<'_>, unit: &str) -> Option<()> {
    let family = row::target(indicator).and_then(row::family)?;
    let written = if unit.is_empty() { indicator.target_text.trim() } else { unit };
    let long = family == UnitFamily::Ratio && written.ends_with("百分比");
    let short = family == UnitFamily::Money && written.ends_with('万');
    (long || short).then_some(())
}

/// A unit that does not fit the name.
fn misfit(view: &View<'_>, indicator: &Indicator<'_>) -> Option<&'static str> {
    let quantity = row::target(indicator)?;
    let family = row::family(quantity)?;
    let name = row::bare(indicator.name);
    if family == UnitFamily::Ratio {
        if row::ends(view.words("count-names"), name) {
            return Some("unit-unfit-count");
        }
        // A social or ecological cost is a burden in some unit, or a rate by its name.
        if matches!(indicator.level_two, Known::Answered(LevelTwo::SocialCost | LevelTwo::EcologicalCost))
            && !name.contains(['率', '度', '比', '占'])
        {
            return Some("unit-unfit-burden");
        }
        let statement = match row::level_one(view, indicator) {
            Some(LevelOne::Benefit) => is_statement(view, name) || is_quality_noun(view, name),
            // 保障…完成学业 can be counted out; …正常运转 can't.
            // Under 数量, that nothing is counted is another rule's finding.
            Some(LevelOne::Output) if !row::is_under(indicator, LevelTwo::Quantity) => {
                is_statement(view, name) && row::ends(view.words("statement-ends"), name)
            }
            _ => false,
        };
        return statement.then_some("unit-unfit-statement");
    }
    let plain = matches!(
        family,
        UnitFamily::Count | UnitFamily::Length | UnitFamily::Area | UnitFamily::Mass | UnitFamily::Money
    );
    // 90分 is a way of asking; so many people are none.
    let asked = quantity.unit.as_ref().is_some_and(|unit| unit.text != "分")
        && row::ends(view.words("satisfaction-names"), name);
    (plain && (asked || row::is_rate_name(view, name))).then_some("unit-unfit-rate")
}

/// A name that makes a statement and names nothing that has a share: 维护社会稳定.
fn is_statement(view: &View<'_>, name: &str) -> bool {
    let starts = view.words("statement-starts").find(name).is_some_and(|(at, _)| at == 0);
    !row::is_measured(name) && (starts || row::ends(view.words("statement-ends"), name))
}

/// A property that has degrees and no share: 可持续性, 发展能力.
fn is_quality_noun(view: &View<'_>, name: &str) -> bool {
    row::ends(view.words("quality-nouns"), name)
}
