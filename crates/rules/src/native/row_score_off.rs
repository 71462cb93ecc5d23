//! Points of a row that differ from what its formula gives.

use jibiao_model::{Formula, Line, LineSubject, Points};

use super::below_target_unexplained;
use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("row-score-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("explanation-length"), Need::Words("reason-fillers"), Need::Words("missed-fillers")],
    messages: &[
        ("row-score-off-above-weight", &["indicator", "printed", "weight"]),
        ("row-score-off-over", &["indicator", "printed", "computed", "target", "actual"]),
        ("row-score-off-under", &["indicator", "printed", "computed", "target", "actual"]),
        ("row-score-off-short", &["indicator", "printed", "computed", "target", "actual"]),
        ("row-score-off-met", &["indicator", "printed", "weight"]),
        ("row-score-off-late", &["indicator", "printed", "target", "actual"]),
        ("row-score-off-tier", &["indicator", "printed", "low", "high", "actual"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '救助人数'\ntarget = '≥2000人'\nactual = '1936人'\nweight = '5'\nscore = '5'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '=100%'\nactual = '100%'\nweight = '20'\nscore = '19'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '救助管理水平'\ntarget = '有效提升'\nactual = '部分达成年度指标并具有一定效果'\nweight = '10'\nscore = '9'",
        ),
        // The reason, which another rule asks for, is one thing; the points are another.
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'\ntarget = '≥46公里'\nactual = '38公里'\nweight = '40'\nscore = '30'",
        ),
        // After the day that was set.
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '≤2026年12月'\nactual = '2027年3月'\nweight = '10'\nscore = '10'\nreason = '雨季停工'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '验收时间'\ntarget = '6月底前'\nactual = '9月15日完成'\nweight = '5'\nscore = '5'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '2026年12月前完成'\nactual = '2026年10月20日完成'\nweight = '10'\nscore = '10'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '验收时间'\ntarget = '6月底前'\nactual = '9月15日完成'\nweight = '5'\nscore = '3'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '补助发放时间'\ntarget = '2026年6月'\nactual = '2026年'\nweight = '5'\nscore = '5'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '救助管理水平'\ntarget = '有效提升'\nactual = '部分达成年度指标并具有一定效果'\nweight = '10'\nscore = '7'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '救助人数'\ntarget = '≥2000人'\nactual = '1936人'\nweight = '5'\nscore = '4.84'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '=100%'\nactual = '100%'\nweight = '20'\nscore = '19'\nreason = '验收晚于计划一个月，主动扣分'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(card) = view.card() else { return Ok(()) };
    let asks = below_target_unexplained::asks(view);
    // Lines and indicators are both in the order of the rows.
    let mut indicators = view.indicators().filter(|indicator| indicator.horizon == Horizon::Year);
    for line in card.lines.iter().filter(|line| matches!(line.subject, LineSubject::Indicator { .. })) {
        let Some(indicator) = indicators.find(|i| Some(i.row) == line.place.row.as_ref()) else { break };
        if let Some(printed) = line.printed {
            // That the reason of a missed target is blank is told beside the reason, and need not be told twice.
            let told = asks && below_target_unexplained::lacks_reason(view, indicator)?;
            one(view, indicator, line, (printed, told), sink);
        }
    }
    Ok(())
}

fn one(view: &View<'_>, indicator: &Indicator<'_>, line: &Line, given: (Number, bool), sink: &mut Sink<'_>) {
    let (printed, told) = given;
    let name = ("indicator", view.name(indicator));
    let said = ("printed", Arg::Number(printed));
    let place = || view.at_row_cell(indicator, Concept::Score);
    if let Some(weight) = line.weight.filter(|weight| printed > *weight) {
        let args = [name, said, ("weight", Arg::Number(weight))];
        return sink.report(place(), "row-score-off-above-weight", args);
    }
    if line.formula == Formula::Given {
        if let Some(weight) = line.weight.filter(|weight| printed < *weight)
            && is_met(indicator)
            && row::is_unexplained(indicator)
        {
            sink.report(place(), "row-score-off-met", [name, said, ("weight", Arg::Number(weight))]);
        }
        return;
    }
    if let (Formula::Tier, true, Points::Undetermined { low, high }) = (line.formula, line.differs, &line.points) {
        let band = [("low", Arg::Number(*low)), ("high", Arg::Number(*high))];
        let [low, high] = band;
        let args = [name, said, low, high, ("actual", Arg::Text(indicator.actual_text.trim().to_owned()))];
        sink.report(place(), "row-score-off-tier", args);
        return;
    }
    if let (Formula::Deadline, Points::Undetermined { .. }) = (line.formula, &line.points) {
        let args = [
            name,
            said,
            ("target", row::target_said(view, indicator)),
            ("actual", Arg::Text(indicator.actual_text.trim().to_owned())),
        ];
        sink.report(place(), "row-score-off-late", args);
        return;
    }
    let Some(computed) = line.points.rounded().filter(|_| line.differs) else { return };
    let key = match printed > computed {
        true => "row-score-off-over",
        false if told => "row-score-off-short",
        false if row::is_unexplained(indicator) => "row-score-off-under",
        false => return,
    };
    let args = [
        name,
        said,
        ("computed", Arg::Number(computed)),
        ("target", row::target_said(view, indicator)),
        ("actual", Arg::Text(indicator.actual_text.to_owned())),
    ];
    let fix = view.column(Concept::Score).zip(view.reading.table).map(|(column, table)| Fix {
        message: "fix-score".to_owned(),
        args: vec![("computed".to_owned(), Arg::Number(computed))],
        edit: Edit::SetRowCell {
            table: table.clone(),
            row: indicator.row.clone(),
            cell: column.clone(),
            text: computed.to_string(),
        },
    });
    sink.report_with_fixes(place(), key, args, fix.into_iter().collect());
}

/// Whether the result repeats the target's words, or says that it is done.
fn is_met(indicator: &Indicator<'_>) -> bool {
    let actual = indicator.actual_text.trim();
    let done = matches!(indicator.actual.answered().map(|v| &v.meaning), Some(Meaning::YesNo(Some(true))));
    !actual.is_empty() && (actual == indicator.target_text.trim() || done)
}
