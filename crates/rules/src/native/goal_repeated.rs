//! A goal that copies another goal, or what stands in the case for the project.

use jibiao_model::CellId;
use jibiao_reading::{Pairs, stated};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-repeated"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[INDICATORS],
    needs: &[Need::Number("copy-length"), Need::Number("copy-share"), Need::Words("standing-words")],
    messages: &[
        ("goal-repeated", &["cell", "other"]),
        ("goal-repeated-case", &["cell", "other"]),
        ("goal-repeated-text", &["cell", "other"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nstart-date = '2024-01-01'\nend-date = '2026-12-31'\nwhole-goal = '完成上级下达的河道整治任务。'\nyear-goal = '完成上级下达的河道整治任务'",
        ),
        Example::finds(
            1,
            "[cells]\nstart-date = '2024-01-01'\nend-date = '2026-12-31'\nwhole-goal = '目标1：完成散乱窑厂整治任务；目标2：新增散乱窑厂零增长，做到只减不增。'\nyear-goal = '1.完成散乱窑厂整治任务。2.新增散乱窑厂“零增长”，做到“只减不增”。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\noverview = '本项目位于城东片区。建成后作为渔港调度、渔船检修和鱼货交易场所。'\nnecessity = '为沿岸渔民提供就近可靠的靠泊服务，归并零散渔业码头泊位。'\nyear-goal = '建成后作为渔港调度、渔船检修和鱼货交易场所，归并零散渔业码头泊位，为沿岸渔民提供就近可靠的靠泊服务。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nnecessity = '通过委托农技协会培训，落实农机手补贴保障，推动农机作业标准化、规模化发展。'\ngrounds = '通过委托农技协会培训，落实农机手补贴保障，推动农机作业标准化、规模化发展。'",
        ),
        Example::clean(
            "[cells]\nstart-date = '2026-01-01'\nend-date = '2026-12-31'\nwhole-goal = '完成上级下达的河道整治任务。'\nyear-goal = '完成上级下达的河道整治任务。'",
        ),
        Example::clean("[cells]\nwhole-goal = '三年整治河道18公里。'\nyear-goal = '本年整治河道6公里。'"),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '全县县道11条，2019年建成，部分路段路面老化、边沟堵塞。本年养护县道46公里，修补破损路面5000平方米，清理边沟，保障路况优良，方便沿线村民出行。由县公路养护中心组织施工，按季验收。'\nyear-goal = '养护县道46公里，修补破损路面5000平方米，保障路况优良，方便沿线村民出行。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '本项目位于城东片区，建筑面积4000平方米，作为社区文化活动场所。'\nyear-goal = '完成主体结构封顶和砌体施工，工程质量符合规范，不发生安全事故。'",
        ),
    ],
    check,
};

/// What the case for a project tells.
const CASE: &[Concept] =
    &[Concept::Overview, Concept::Grounds, Concept::Necessity, Concept::Schedule, Concept::Safeguards];

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let share = Copying { length: view.count("copy-length")?, share: view.count("copy-share")? };
    let (year, all) = (view.reading.text(Concept::YearGoal), view.reading.text(Concept::WholeGoal));
    if row::is_copy(year, all, share.share) && !is_one_year(view) {
        report(
            view,
            sink,
            "goal-repeated",
            view.form.cell_of(Concept::YearGoal),
            view.form.cell_of(Concept::WholeGoal),
        );
    } else if share.is_long(year) && stated(year, view.words("standing-words")).next().is_none() {
        // A goal with a figure says something that the case can be held against.
        let case: Vec<(&CellId, &str)> = view
            .texts()
            .filter(|(cell, _)| cell.concept.is_none_or(|concept| CASE.contains(&concept)))
            .filter(|(cell, _)| cell.concept.is_some() || !is_goal(&cell.label.zh))
            .map(|(cell, text)| (&cell.id, text))
            .collect();
        let texts: Vec<&str> = case.iter().map(|(_, text)| *text).collect();
        if Pairs::of(&texts).held(year).at_least(share.share) {
            let closest = case.iter().max_by_key(|(_, text)| Pairs::of(&[text]).held(year).held).map(|(id, _)| *id);
            report(view, sink, "goal-repeated-case", view.form.cell_of(Concept::YearGoal), closest);
        }
    }
    share.texts(view, sink);
    Ok(())
}

fn is_goal(label: &str) -> bool {
    label.contains("目标")
}

struct Copying {
    /// Letters of a text that is long enough to be called a copy.
    length: usize,
    /// Percent of a text that another holds.
    share: usize,
}

impl Copying {
    fn is_long(&self, text: &str) -> bool {
        text.chars().filter(|c| row::is_letter(*c)).take(self.length).count() == self.length
    }

    /// Cells that say the same, whatever they are called.
    fn texts(&self, view: &View<'_>, sink: &mut Sink<'_>) {
        // A result may repeat its goal, and is told so by a rule of its own; so is the goal of the year.
        let told = [Concept::GoalResult, Concept::OtherNotes, Concept::UseOfFunds];
        let mut texts: Vec<(&CellId, &str, bool, u64)> = Vec::new();
        for (cell, text) in view.texts() {
            if cell.concept.is_some_and(|concept| told.contains(&concept)) || !self.is_long(text) {
                continue;
            }
            let goal = cell.concept == Some(Concept::YearGoal) || cell.concept == Some(Concept::WholeGoal);
            let print = row::letters(text);
            // Copies have nearly the same letters, so what is left to compare letter by letter is next to nothing.
            let twin = texts.iter().find(|(_, other, other_goal, other_print)| {
                !(goal && *other_goal) && row::alike(print, *other_print) && row::is_copy(text, other, self.share)
            });
            if let Some((other, ..)) = twin {
                report(view, sink, "goal-repeated-text", Some(&cell.id), Some(*other));
            }
            texts.push((&cell.id, text, goal, print));
        }
    }
}

fn report(view: &View<'_>, sink: &mut Sink<'_>, key: &'static str, cell: Option<&CellId>, other: Option<&CellId>) {
    let (Some(cell), Some(other)) = (cell, other) else { return };
    sink.report(view.at_cell(cell), key, [("cell", Arg::Cell(cell.clone())), ("other", Arg::Cell(other.clone()))]);
}

fn is_one_year(view: &View<'_>) -> bool {
    let Known::Answered(period) = &view.reading.period else { return false };
    let year = |date: Option<jibiao_model::PartialDate>| date.and_then(|date| date.year);
    year(period.from).is_some() && year(period.from) == year(period.to)
}
