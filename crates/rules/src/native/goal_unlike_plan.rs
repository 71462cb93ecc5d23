//! A goal that speaks of what is built, in a year that only settles the bill for it.

use crate::{prelude::*, subject};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-unlike-plan"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Words("void-words"), Need::Words("group-words"), Need::Words("settlement-words")],
    messages: &[("goal-unlike-plan", &["cell", "other", "words"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nschedule = '一季度结算审计，其余各季度分期支付尾款。'\nyear-goal = '建成后作为镇敬老院，为全镇失能老人提供护理服务。'",
        ),
        Example::finds(
            1,
            "form = 'project-declaration-2015'\n[cells]\nproject-period = '2025年支付质保金'\nyear-goal = '新建3600平方米镇级敬老院，改善照护条件。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nschedule = '上半年办理结算审核，下半年分两期付清工程余款。'\nyear-goal = '铺设供水管道30公里，解决8000人饮水。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nschedule = '4—10月施工，11月验收，12月支付尾款。'\nyear-goal = '新建3600平方米镇级敬老院，改善照护条件。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nschedule = '第一季度结算、审计，第二季度支付尾款。'\nyear-goal = '6月底前完成工程结算和审计，按合同支付尾款。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nschedule = '全年分四季度实施。'\nyear-goal = '新建3600平方米镇级敬老院，改善照护条件。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let goal = view.reading.text(Concept::YearGoal);
    let settlement = view.words("settlement-words");
    if goal.trim().is_empty() || settlement.is_in(goal) {
        return Ok(());
    }
    for concept in [Concept::Schedule, Concept::ProjectPeriod] {
        let plan = view.reading.text(concept);
        // Most plans hold no word of settling.
        if !settlement.is_in(plan) {
            continue;
        }
        let words: Vec<&str> = subject::own_words(view, plan).filter(|word| !is_a_quarter(word)).collect();
        let settles = |word: &&str| settlement.iter().any(|settling| word.contains(settling));
        let cells = (view.form.cell_of(Concept::YearGoal), view.form.cell_of(concept));
        let (Some(cell), Some(other)) = cells else { continue };
        if words.iter().all(settles) {
            let args = [
                ("cell", Arg::Cell(cell.clone())),
                ("other", Arg::Cell(other.clone())),
                ("words", Arg::Text(subject::said(words.into_iter()))),
            ];
            sink.report(view.at(Concept::YearGoal), "goal-unlike-plan", args);
            return Ok(());
        }
    }
    Ok(())
}

/// 至四, 下半年, 分两期: when, and in how many parts.
fn is_a_quarter(word: &str) -> bool {
    word.chars().all(|c| "第一二两三四至到季上下半年初末前分期批次各".contains(c))
}
