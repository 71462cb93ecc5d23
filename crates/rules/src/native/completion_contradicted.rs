//! A result that is said to be reached, or money that is said to be paid out, against what the rest of the table says.

use jibiao_model::{Direction, Rounding};
use jibiao_reading::{Aspect, Statement, core, same_kin, value};

use crate::{
    prelude::*,
    prose::{Prose, Tense, shares_words},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("completion-contradicted"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Words("goal-words"),
        Need::Words("reached-words"),
        Need::Words("reached-whole"),
        Need::Words("claim-weakened"),
        Need::Words("not-reached"),
        Need::Words("paid-out"),
        Need::Words("missed-fillers"),
        Need::Words("satisfaction-names"),
        Need::Number("paid-out-from"),
        Need::Number("completion-gap"),
        Need::Number("satisfaction-low"),
    ],
    messages: &[
        ("completion-contradicted-row", &["cell", "claim", "indicator", "target", "actual"]),
        ("completion-contradicted-text", &["cell", "claim", "denied"]),
        ("completion-contradicted-figure", &["cell", "denied", "said", "goal"]),
        ("completion-contradicted-satisfaction", &["cell", "claim", "where", "said"]),
        ("completion-contradicted-paid", &["cell", "claim", "rate"]),
        ("completion-contradicted-money", &["cell", "said", "rate"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '投入清淤船4艘，清理断面22处，较好达到了全年目标。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '清淤船作业时长'\ntarget = '≥1240小时'\nactual = '1215小时'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '2025年各项绩效目标全部完成。受天气影响，未能完成绩效目标中的道路硬化。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '年内完成总体30%投入。'\ngoal-result = '完成了充电桩30%投入，因线路改迁未完成绩效目标要求。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '年度各项目标均已完成。'\nother-notes = '问卷调查的满意度为68.3%。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '850'\n'fund.total.executed' = '680'\ngoal-result = '专项资金已全部拨付到位。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '89'\n'fund.total.executed' = '89'\ngoal-result = '土建施工中，形象进度60%，设备安装待进场。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '清理断面22处，各项绩效目标均已全部完成。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '清淤船作业时长'\ntarget = '≥1240小时'\nactual = '1215小时'\nreason = '汛期提前，停工25小时'",
        ),
        // Reached, or missed with a reason, or not claimed in full.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '清理断面22处，较好达到了全年目标。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '清淤船作业时长'\ntarget = '≥1240小时'\nactual = '1246小时'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '清理断面22处，较好达到了全年目标。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '清淤船作业时长'\ntarget = '≥1240小时'\nactual = '1215小时'\nreason = '汛期提前，停工25小时'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '基本完成年度目标，道路硬化未能完成。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '道路硬化里程'\ntarget = '≥8公里'\nactual = '6公里'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '年内完成总体60%投入。'\ngoal-result = '完成了充电桩30%投入，因线路改迁未完成绩效目标要求。'",
        ),
        // The money is spent; or an amount is named that was paid.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '850'\n'fund.total.executed' = '848'\ngoal-result = '专项资金已全部拨付到位。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '318.6'\n'fund.total.executed' = '205.3'\ngoal-result = '将205.3万元种粮补贴全部打卡发放。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '89'\n'fund.total.executed' = '89'\ngoal-result = '完成率100%'",
        ),
    ],
    check,
};

/// A clause that says that the goals were reached.
struct Claim<'v> {
    prose: Prose<'v>,
    clause: &'v str,
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let results = || view.prose().filter(|prose| tells_results(prose));
    let rate = rate(view)?;
    let claim = results().find_map(|prose| {
        let clause = clauses(prose.text).find(|clause| claims(view, clause))?;
        Some(Claim { prose, clause })
    });
    for prose in results() {
        denials(view, sink, prose);
        if let Some(rate) = rate {
            money(view, sink, prose, rate)?;
        }
    }
    if let Some(claim) = claim {
        rows(view, sink, &claim)?;
        satisfaction(view, sink, &claim)?;
    }
    Ok(())
}

/// Whether a cell may tell of results: its goal is none.
fn tells_results(prose: &Prose<'_>) -> bool {
    prose.tense() == Tense::Result
        || (prose.tense() == Tense::Open && prose.cell.concept.is_none())
        || prose.cell.concept == Some(Concept::OtherNotes)
}

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', ';', '，', ',', '！', '\n']).map(str::trim)
}

/// `较好达到了全年目标`: a goal, reached, without a word that takes part of it back.
fn claims(view: &View<'_>, clause: &str) -> bool {
    view.words("goal-words").is_in(clause)
        && view.words("reached-words").is_in(clause)
        && !view.words("claim-weakened").is_in(clause)
        && !denies(view, clause)
}

fn denies(view: &View<'_>, clause: &str) -> bool {
    view.words("not-reached").is_in(clause)
}

/// The rate of execution, in percent.
fn rate(view: &View<'_>) -> Result<Option<Number>, Halt> {
    let amount = |moment| view.reading.amount(FundSource::Total, moment).answered().map(|amount| amount.yuan());
    Ok(match (amount(FundMoment::Annual), amount(FundMoment::Executed)) {
        (Some(annual), Some(executed)) if !annual.is_zero() && !annual.is_negative() => {
            Some(executed.times(Number::HUNDRED)?.over(annual)?)
        }
        _ => None,
    })
}

/// Rows below their target: without a reason, or where the goal is said to be reached to the last.
fn rows(view: &View<'_>, sink: &mut Sink<'_>, claim: &Claim<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let (Some(target), Some(actual)) = (row::target(indicator), row::actual(indicator)) else { return Ok(()) };
        let missed = row::comparable(target, actual)
            && match indicator.direction {
                Some(Direction::Lower) => actual.number > target.number,
                Some(Direction::Higher | Direction::Exact) => actual.number < target.number,
                None => false,
            };
        let reason = indicator.reason.trim().trim_end_matches('。');
        // A reason tells why a target was missed; beside 全部完成 the target still was.
        let whole = view.words("reached-whole").is_in(claim.clause);
        let unexplained = whole || row::is_unexplained(indicator) || view.words("missed-fillers").has(reason);
        // Full points for a missed target are a wrong score, which is another rule's finding.
        let full = matches!((&indicator.score, &indicator.weight),
            (Known::Answered(score), Known::Answered(weight)) if score >= weight);
        if missed && unexplained && !full {
            let args = [
                ("cell", Arg::Cell(claim.prose.cell.id.clone())),
                ("claim", Arg::Text(claim.clause.to_owned())),
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("actual", Arg::Text(indicator.actual_text.trim().to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "completion-contradicted-row", args);
        }
        Ok(())
    })
}

/// A share of satisfied people that no goal would call reached.
fn satisfaction(view: &View<'_>, sink: &mut Sink<'_>, claim: &Claim<'_>) -> Result<(), Halt> {
    let low = view.number("satisfaction-low")?;
    let names = view.words("satisfaction-names");
    for prose in view.prose().filter(tells_results) {
        let found = prose.stated.items.iter().find(|item| {
            let percent = item.unit.as_ref().is_some_and(|unit| unit.text == "%");
            let label = prose.label(item);
            let named = names.is_in(label) || (label.is_empty() && names.is_in(&prose.cell.label.zh));
            percent
                && named
                && item.number < low
                && !item.aspects.any(&[Aspect::Change, Aspect::Share, Aspect::Planned])
        });
        if let Some(item) = found {
            let said = if prose.label(item).is_empty() { prose.figure(item) } else { prose.quote(item) };
            let args = [
                ("cell", Arg::Cell(claim.prose.cell.id.clone())),
                ("claim", Arg::Text(claim.clause.to_owned())),
                ("where", Arg::Cell(prose.cell.id.clone())),
                ("said", Arg::Text(said.to_owned())),
            ];
            sink.report(prose.place(view), "completion-contradicted-satisfaction", args);
            return Ok(());
        }
    }
    Ok(())
}

/// A text that says that a goal was missed, and also that it was reached: in words, or by the goal's own figure.
fn denials(view: &View<'_>, sink: &mut Sink<'_>, prose: Prose<'_>) {
    let goals = view.words("goal-words");
    let Some(denied) = clauses(prose.text).find(|clause| denies(view, clause) && goals.is_in(clause)) else { return };
    let cell = Arg::Cell(prose.cell.id.clone());
    if let Some(claim) = clauses(prose.text).find(|clause| claims(view, clause)) {
        let args = [("cell", cell), ("claim", Arg::Text(claim.to_owned())), ("denied", Arg::Text(denied.to_owned()))];
        sink.report(prose.place(view), "completion-contradicted-text", args);
        return;
    }
    let Some(goal) = view.prose().find(|prose| prose.cell.concept == Some(Concept::YearGoal)) else { return };
    let same = |item: &Statement| goal.stated.items.iter().find(|planned| is_same(prose, item, goal, planned));
    let at = prose.text.find(denied).unwrap_or(prose.text.len());
    let sentence = prose.text.get(..at).and_then(|text| text.rfind(['。', '\n'])).unwrap_or(0);
    let mut here = prose.stated.items.iter().filter(|item| (sentence..at).contains(&item.span.start));
    if let Some((item, planned)) = here.find_map(|item| Some((item, same(item)?))) {
        let args = [
            ("cell", cell),
            ("denied", Arg::Text(denied.to_owned())),
            ("said", Arg::Text(format!("{}{}", prose.quote(item), prose.tail(item)))),
            ("goal", Arg::Text(format!("{}{}", goal.quote(planned), goal.tail(planned)))),
        ];
        sink.report(prose.place(view), "completion-contradicted-figure", args);
    }
}

/// Whether two figures say the same of the same.
fn is_same(prose: Prose<'_>, item: &Statement, goal: Prose<'_>, planned: &Statement) -> bool {
    let words = |prose: Prose<'_>, item: &Statement| format!("{} {}", prose.label(item), prose.tail(item));
    same_kin(item.unit.as_ref(), planned.unit.as_ref())
        && value(item) == value(planned)
        && shares_words(&words(prose, item), &words(goal, planned), 2)
}

/// Money that is said to be paid out in full, and work that lies far behind the money.
fn money(view: &View<'_>, sink: &mut Sink<'_>, prose: Prose<'_>, rate: Number) -> Result<(), Halt> {
    let shown = Arg::Number(rate.rounded(2, Rounding::HalfUp));
    if rate < view.number("paid-out-from")? {
        // With an amount, only that amount is said to be paid.
        let whole = |clause: &&str| {
            view.words("paid-out").is_in(clause)
                && !clause.contains(|c: char| c.is_ascii_digit())
                && !view.words("claim-weakened").is_in(clause)
        };
        if let Some(claim) = clauses(prose.text).find(whole) {
            let args = [
                ("cell", Arg::Cell(prose.cell.id.clone())),
                ("claim", Arg::Text(claim.to_owned())),
                ("rate", shown.clone()),
            ];
            sink.report(prose.place(view), "completion-contradicted-paid", args);
        }
    }
    let gap = view.number("completion-gap")?;
    let behind = prose.stated.items.iter().find(|item| {
        let percent = item.unit.as_ref().is_some_and(|unit| unit.text == "%") && item.operator.is_none();
        percent && is_progress(prose, item) && rate.minus(item.number).is_ok_and(|ahead| ahead >= gap)
    });
    if let Some(item) = behind {
        let args = [
            ("cell", Arg::Cell(prose.cell.id.clone())),
            ("said", Arg::Text(prose.quote(item).to_owned())),
            ("rate", shown),
        ];
        sink.report(prose.place(view), "completion-contradicted-money", args);
    }
    Ok(())
}

/// Whether a percentage is that of the whole work: alone in the cell for the result, or named so.
fn is_progress(prose: Prose<'_>, item: &Statement) -> bool {
    const NAMES: &[&str] = &[
        "项目完成率",
        "工程完成率",
        "总体完成率",
        "任务完成率",
        "目标完成率",
        "整体完成率",
        "工程进度",
        "项目进度",
        "总体进度",
        "形象进度",
        "工程量",
        "项目完成",
        "工程完成",
    ];
    // A share of the work and nothing else in the cell for the result is held against the money by its own rule.
    if prose.cell.concept == Some(Concept::GoalResult)
        && super::progress_behind_spending::share(prose.text.trim()).is_some()
    {
        return false;
    }
    let alone = prose.text.chars().filter(|c| row::is_letter(*c)).count() <= 4
        && prose.cell.concept == Some(Concept::GoalResult)
        && prose.stated.items.len() == 1;
    let label = core(prose.label(item));
    alone || NAMES.iter().any(|name| label.ends_with(name))
}
