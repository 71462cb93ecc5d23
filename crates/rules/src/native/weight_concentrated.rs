//! Points that are spread unevenly: more than half of all on one row, none on another, the same on every one.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("weight-concentrated"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("heaviest-row")],
    messages: &[
        ("weight-concentrated", &["indicator", "weight"]),
        ("weight-concentrated-alike", &["weight", "count"]),
        ("weight-concentrated-nothing", &["indicator"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '成本控制数'\nweight = '60'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '30'",
        ),
        Example::finds(1, "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '保障人数'\nweight = '90分'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '保障人数'\nweight = '40'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '0'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '甲'\nweight = '18'\n[[rows]]\nlevel-3 = '乙'\nweight = '18'\n[[rows]]\nlevel-3 = '丙'\nweight = '18'\n[[rows]]\nlevel-3 = '丁'\nweight = '18'\n[[rows]]\nlevel-3 = '戊'\nweight = '18'",
        ),
        // 50, 30 and 10 points in rows of ten.
        Example::clean(
            "form = 'project-self-evaluation-2015'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '甲'\nweight = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '乙'\nweight = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '丙'\nweight = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '丁'\nweight = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '戊'\nweight = '10'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '己'\nweight = '10'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '庚'\nweight = '10'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '辛'\nweight = '10'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-3 = '壬'\nweight = '10'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '保障人数'\nweight = '50'\n[[rows]]\nlevel-3 = '群众满意度'\nweight = '40'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '保障人数'\nweight = '10'"),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '甲'\nweight = '20'\n[[rows]]\nlevel-3 = '乙'\nweight = '10'\n[[rows]]\nlevel-3 = '丙'\nweight = '20'\n[[rows]]\nlevel-3 = '丁'\nweight = '20'\n[[rows]]\nlevel-3 = '戊'\nweight = '20'",
        ),
    ],
    check,
};

/// With fewer rows, equal points are as good as others.
const ALIKE_FROM: usize = 5;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let most = view.number("heaviest-row")?;
    let mut common = None;
    let mut alike = true;
    let mut count: usize = 0;
    for indicator in view.indicators().filter(|indicator| indicator.horizon == Horizon::Year) {
        let Known::Answered(weight) = indicator.weight else {
            alike = false;
            continue;
        };
        count = count.saturating_add(1);
        if weight.is_zero() {
            let place = view.at_row_cell(indicator, Concept::Weight);
            sink.report(place, "weight-concentrated-nothing", [("indicator", view.name(indicator))]);
        }
        alike &= *common.get_or_insert(weight) == weight;
        if weight > most && weight <= Number::HUNDRED {
            let args = [("indicator", view.name(indicator)), ("weight", Arg::Number(weight))];
            sink.report(view.at_indicators(), "weight-concentrated", args);
        }
    }
    if let Some(weight) = common.filter(|_| alike && count >= ALIKE_FROM)
        && !follows_frame(view)?
    {
        let count = Number::whole(i64::try_from(count).unwrap_or(i64::MAX));
        let args = [("weight", Arg::Number(weight)), ("count", Arg::Number(count))];
        sink.report(view.at_indicators(), "weight-concentrated-alike", args);
    }
    Ok(())
}

/// Whether the points of each 一级指标 are those of the frame: then equal rows are what it asks for.
fn follows_frame(view: &View<'_>) -> Result<bool, Halt> {
    for spec in &view.form.frame.levels {
        let mut sum = Number::ZERO;
        for indicator in view.indicators().filter(|indicator| indicator.level_one == Known::Answered(spec.level)) {
            sum = sum.plus(indicator.weight.answered().copied().unwrap_or(Number::ZERO))?;
        }
        if spec.weight != Some(sum) {
            return Ok(false);
        }
    }
    Ok(true)
}
