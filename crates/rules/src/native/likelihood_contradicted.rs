//! 完成可能性 and the value expected at the end of the year contradict each other.

use jibiao_model::Direction;
use jibiao_reading::{chosen, in_time, read_value};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("likelihood-contradicted"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[Need::Words("likelihood-certain"), Need::Words("likelihood-none")],
    messages: &[
        ("likelihood-contradicted", &["indicator", "likelihood", "target", "expected"]),
        ("likelihood-contradicted-none", &["indicator", "likelihood", "target", "expected"]),
        ("likelihood-contradicted-done", &["indicator", "likelihood", "target", "so-far"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12公里'\nexpected = '38公里'\nlikelihood = '确定能'",
        ),
        Example::finds(
            3,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '办结时限'\ntarget = '≤5个工作日'\nexpected = '8个工作日'\nlikelihood = '☑确定能'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '46公里'\nlikelihood = '完全不可能'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '2026年11月底前'\nexpected = '2027年2月'\nlikelihood = '确定能完成'",
        ),
        Example::finds(
            1,
            "form = 'department-monitoring'\n[[rows]]\nlevel-3 = '验收合格率'\ntarget = '≥95%'\nso-far = '90%'\nexpected = '98%'\nlikelihood = '完全不可能'",
        ),
        // Said as expected; a doubt; nothing to compare with; less so far than less is better.
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12公里'\nexpected = '46公里'\nlikelihood = '确定能'\n[[rows]]\nlevel-3 = '养护次数'\ntarget = '≥12次'\nexpected = '9次'\nlikelihood = '完全不可能'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nexpected = '38公里'\nlikelihood = '有可能'\n[[rows]]\nlevel-3 = '群众出行条件'\ntarget = '明显改善'\nexpected = '改善'\nlikelihood = '确定能'\n[[rows]]\nlevel-3 = '事故起数'\ntarget = '≤3起'\nso-far = '1起'\nlikelihood = '完全不可能'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12公里'\nlikelihood = '确定能'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(card) = view.monitoring() else { return Ok(()) };
    let printed = view.form.indicators().and_then(|table| table.column(Concept::Likelihood));
    let choices = printed.map_or(&[][..], |column| &column.choices);
    let year = view.reading.year.answered().copied();
    let (certain, none) = (view.words("likelihood-certain"), view.words("likelihood-none"));
    // Both are in the order of the rows.
    let mut rows = card.rows.iter();
    for indicator in view.indicators().filter(|indicator| indicator.horizon == Horizon::Year) {
        let Some(progress) = rows.find(|row| row.place.row.as_ref() == Some(indicator.row)) else { break };
        let typed = view.row_text(indicator, Concept::Likelihood).unwrap_or_default();
        if typed.trim().is_empty() {
            continue;
        }
        let likelihood = chosen(typed, choices).one().unwrap_or(typed.trim());
        let text = |concept| view.row_text(indicator, concept).unwrap_or_default().trim();
        let (is_none, is_certain) = (none.is_in(likelihood), certain.starts(likelihood).is_some());
        let expected = reaches(progress.expected).or_else(|| {
            let Known::Answered(value) = read_value(text(Concept::Expected), None, None) else { return None };
            in_time(indicator.target.answered()?, &value, year)
        });
        // Where less is better, little so far says nothing yet.
        let done = indicator.direction == Some(Direction::Higher) && reaches(progress.so_far) == Some(true);
        let (key, other, shown) = match expected {
            Some(false) if is_certain && !is_none => ("likelihood-contradicted", "expected", Concept::Expected),
            Some(true) if is_none => ("likelihood-contradicted-none", "expected", Concept::Expected),
            None if is_none && done => ("likelihood-contradicted-done", "so-far", Concept::SoFar),
            _ => continue,
        };
        let args = [
            ("indicator", view.name(indicator)),
            ("likelihood", Arg::Text(likelihood.to_owned())),
            ("target", row::target_said(view, indicator)),
            (other, Arg::Text(text(shown).to_owned())),
        ];
        sink.report(view.at_row_cell(indicator, Concept::Likelihood), key, args);
    }
    Ok(())
}

/// Whether a share of the target is all of it.
fn reaches(share: Option<Number>) -> Option<bool> {
    share.map(|share| share >= Number::HUNDRED)
}
