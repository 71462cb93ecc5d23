//! A result that misses its target, without a word on why; that it is missed says nothing.

use jibiao_model::Direction;
use jibiao_reading::in_time;

use crate::{prelude::*, reason::letters_said, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("below-target-unexplained"),
    dimension: Dimension::Completeness,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("explanation-length"), Need::Words("reason-fillers"), Need::Words("missed-fillers")],
    messages: &[("below-target-unexplained", &["indicator", "target", "actual"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '政策知晓率'\ntarget = '=100%'\nactual = '98%'\nweight = '10'\nscore = '9'",
        ),
        Example::finds(
            3,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '政策知晓率'\ntarget = '=100%'\nactual = '98%'\nreason = '未达到目标值'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥300人次'\nactual = '210人次'\nreason = '暂无'\n[[rows]]\nlevel-3 = '巡查次数'\ntarget = '≥12次'\nactual = '4次'\nreason = '少少少'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '≤2026年12月'\nactual = '2027年3月'\nweight = '10'\nscore = '6'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '政策知晓率'\ntarget = '=100%'\nactual = '98%'\nreason = '宣传少'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥300人次'\nactual = '210人次'\nreason = '受疫情影响，未完成'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '政策知晓率'\ntarget = '=100%'\nactual = '98%'\nweight = '10'\nscore = '9.8'\nreason = '偏远村宣传不足，下年增加入户宣传'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '项目总成本'\nlevel-1 = '成本指标'\ntarget = '≤50万元'\nactual = '46.2万元'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '政策知晓率'\ntarget = '=100%'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    if !asks(view) {
        return Ok(());
    }
    view.each(sink, |indicator, sink| {
        // Full points for a missed target are a wrong score, which is another rule's finding.
        let full = matches!((&indicator.score, &indicator.weight),
            (Known::Answered(score), Known::Answered(weight)) if score >= weight);
        if !full && lacks_reason(view, indicator)? {
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("actual", Arg::Text(indicator.actual_text.to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Reason), "below-target-unexplained", args);
        }
        Ok(())
    })
}

/// Whether the form has a place for reasons. In an excerpt, a column in which no row says anything may not have been read
/// at all.
pub(super) fn asks(view: &View<'_>) -> bool {
    let Some(column) = view.column(Concept::Reason) else { return false };
    let rows = view.document.rows(view.reading.table.map_or("", |table| table.as_str()));
    view.reading.is_whole() || rows.iter().any(|row| !row.text(column.as_str()).trim().is_empty())
}

/// Whether a row misses its target and says nothing on why.
pub(super) fn lacks_reason(view: &View<'_>, indicator: &Indicator<'_>) -> Result<bool, Halt> {
    if !missed(indicator) && !is_late(indicator, view.reading.year.answered().copied()) {
        return Ok(false);
    }
    let fillers = [view.words("reason-fillers"), view.words("missed-fillers")];
    Ok(letters_said(indicator.reason, &fillers) < view.count("explanation-length")?)
}

/// Whether the number falls short of its target.
fn missed(indicator: &Indicator<'_>) -> bool {
    let (Some(target), Some(actual)) = (row::target(indicator), row::actual(indicator)) else { return false };
    row::comparable(target, actual)
        && match indicator.direction {
            Some(Direction::Lower) => actual.number > target.number,
            Some(Direction::Higher | Direction::Exact) => actual.number < target.number,
            None => false,
        }
}

/// Whether it was done after the day that was set.
fn is_late(indicator: &Indicator<'_>, year: Option<u16>) -> bool {
    let (Some(target), Some(actual)) = (indicator.target.answered(), indicator.actual.answered()) else { return false };
    in_time(target, actual, year) == Some(false)
}
