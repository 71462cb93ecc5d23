//! A goal, or a numbered part of one, that speaks of something else than the project.

use jibiao_reading::{Pairs, parts};

use crate::{prelude::*, row, subject};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-off-project"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Words("void-words"), Need::Words("group-words"), Need::Words("topics")],
    messages: &[
        ("goal-off-project", &["cell", "words", "about"]),
        ("goal-off-project-part", &["cell", "part", "about"]),
    ],
    examples: &[
        Example::finds(
            1,
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '为全县46所学校1.2万名学生供餐200天，食材抽检合格率达到98%以上。'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '困难群众救助补助资金'\nyear-goal = '1.为城乡低保、特困人员6200人按月发放救助金。2.升级数据中心机房和服务器，保障信息系统不间断运行。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '完成320公里县道小修保养，修补破损路面。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '滨河路下立交工程'\nyear-goal = '推进前期征收，年内开展管线搬迁及围护结构施工。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '综合业务经费'\nyear-goal = '为全县46所学校1.2万名学生供餐200天，食材抽检合格率达到98%以上。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '困难群众救助补助资金'\nyear-goal = '1.为城乡低保、特困人员6200人按月发放救助金。2.临时救助不少于400人次。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let name = view.reading.text(Concept::ProjectName);
    let topics = &view.book.vocabulary.topics;
    let about = topics.wide(name);
    // A name that names no subject lets a goal speak of anything.
    if about.is_empty() || subject::own_words(view, name).next().is_none() {
        return Ok(());
    }
    let words = Pairs::of(&[name]);
    let letters: Vec<char> = subject::own_words(view, name).flat_map(str::chars).collect();
    for concept in [Concept::YearGoal, Concept::WholeGoal] {
        let Some(cell) = view.form.cell_of(concept) else { continue };
        let goal = view.reading.text(concept);
        let apart = |text: &str| {
            let own = subject::own_words(view, text);
            let (mut any, mut shared) = (0usize, false);
            for word in own {
                any = any.saturating_add(word.chars().count());
                shared |= words.shared(word).is_some();
            }
            let subjects = topics.wide(text);
            any >= LEAST_LETTERS && !shared && !subjects.is_empty() && !subjects.meet(about)
        };
        let said = ("about", Arg::Text(subject::about(view)));
        if apart(goal) && !goal.chars().any(|letter| letters.contains(&letter)) {
            let other = Arg::Text(subject::said(subject::own_words(view, goal)));
            sink.report(
                view.at(concept),
                "goal-off-project",
                [("cell", Arg::Cell(cell.clone())), ("words", other), said],
            );
            continue;
        }
        for part in parts(goal).into_iter().filter(|part| topics.named(part).1.is_some() && apart(part)) {
            // What an indicator measures belongs to the project, whatever it is called.
            let own = Pairs::of(&[part]);
            let measured = |indicator: &Indicator<'_>| {
                subject::own_words(view, row::bare(indicator.name)).any(|word| own.shared(word).is_some())
            };
            if view.indicators().any(measured) {
                continue;
            }
            let part = ("part", Arg::Text(part.to_owned()));
            let args = [("cell", Arg::Cell(cell.clone())), part, said.clone()];
            sink.report(view.at(concept), "goal-off-project-part", args);
        }
    }
    Ok(())
}

/// Letters of words that say what a text is about.
const LEAST_LETTERS: usize = 4;
