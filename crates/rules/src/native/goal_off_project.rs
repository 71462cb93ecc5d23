//! A goal, or a numbered part of one, that speaks of something else than the project.

use jibiao_reading::{Pairs, Subjects, parts};

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
    examples: examples![
        Example::finds(
            1,
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '为全县46所学校1.2万名学生供餐200天，食材抽检合格率达到98%以上。'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '城乡低保补助资金'\nyear-goal = '1.为城乡低保、特困人员6200人按月发放救助金。2.升级数据中心机房和服务器，保障信息系统不间断运行。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '完成320公里县道小修保养，修补破损路面。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '滨河路下立交工程'\nyear-goal = '推进前期征收，年内实施管线改移和基坑支护施工。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '综合业务经费'\nyear-goal = '为全县46所学校1.2万名学生供餐200天，食材抽检合格率达到98%以上。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '城乡低保补助资金'\nyear-goal = '1.为城乡低保、特困人员6200人按月发放救助金。2.临时救助不少于400人次。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let name = view.reading.text(Concept::ProjectName);
    let topics = &view.book.vocabulary.topics;
    let about = topics.wide(name);
    // A name that names no subject lets a goal speak of anything.
    if about.is_empty() {
        return Ok(());
    }
    for concept in [Concept::YearGoal, Concept::WholeGoal] {
        let Some(cell) = view.form.cell_of(concept) else { continue };
        let goal = view.reading.text(concept);
        let said = || ("about", Arg::Text(subject::about(view)));
        if is_apart(view, about, goal) && !shares_a_letter(view, goal) {
            let other = Arg::Text(subject::said(subject::own_words(view, goal)));
            let args = [("cell", Arg::Cell(cell.clone())), ("words", other), said()];
            sink.report(view.at(concept), "goal-off-project", args);
            continue;
        }
        for part in parts(goal) {
            if topics.named(part).1.is_none() || !is_apart(view, about, part) {
                continue;
            }
            // What an indicator measures belongs to the project, whatever it is called.
            let own = Pairs::of(&[part]);
            let measured = |indicator: &Indicator<'_>| {
                subject::own_words(view, row::bare(indicator.name)).any(|word| own.shared(word).is_some())
            };
            if view.indicators().any(measured) {
                continue;
            }
            let part = ("part", Arg::Text(part.to_owned()));
            let args = [("cell", Arg::Cell(cell.clone())), part, said()];
            sink.report(view.at(concept), "goal-off-project-part", args);
        }
    }
    Ok(())
}

/// Whether a text names subjects, none of them the project's, and has no word in common with its name.
fn is_apart(view: &View<'_>, about: Subjects, text: &str) -> bool {
    let subjects = view.book.vocabulary.topics.wide(text);
    if subjects.is_empty() || subjects.meet(about) {
        return false;
    }
    let words = Pairs::of(&[view.reading.text(Concept::ProjectName)]);
    let own: Vec<&str> = subject::own_words(view, text).collect();
    subject::letters_of(own.iter().copied()) >= LEAST_LETTERS && own.iter().all(|word| words.shared(word).is_none())
}

fn shares_a_letter(view: &View<'_>, text: &str) -> bool {
    let name = view.reading.text(Concept::ProjectName);
    let mut letters = subject::own_words(view, name).flat_map(str::chars).peekable();
    letters.peek().is_none() || letters.any(|letter| text.contains(letter))
}

/// Letters of words that say what a text is about.
const LEAST_LETTERS: usize = 4;
