//! A result that says that something was not finished, and not why.

use crate::{
    prelude::*,
    prose::{Prose, Tense},
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("unfinished-unexplained"),
    dimension: Dimension::Completeness,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Words("unfinished"), Need::Words("unfinished-reasons")],
    messages: &[("unfinished-unexplained", &["cell", "clause"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '砌筑护坡2600立方米、排水沟340米，工程年内没有整体通过验收。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '培训2期60人。第三期尚未开展，场地布置12间。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '砌筑护坡2600立方米，因汛期长，工程年内没有整体通过验收。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '工程年内没有整体通过验收。'\nother-notes = '征地滞后导致工期推迟，已与施工方重新约定工期。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '未发生安全事故，未完成的目标：无。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let reasons = view.words("unfinished-reasons");
    let explained = || view.texts().any(|(_, text)| reasons.is_in(text));
    for prose in view.prose().filter(tells_results) {
        let said = |clause: &&str| view.words("unfinished").is_in(clause) && !clause.ends_with(['无', '：', ':']);
        let Some(clause) = prose.text.split(['。', '；', ';', '，', ',', '\n']).map(str::trim).find(said) else {
            continue;
        };
        if explained() {
            return Ok(());
        }
        let args = [("cell", Arg::Cell(prose.cell.id.clone())), ("clause", Arg::Text(clause.to_owned()))];
        sink.report(prose.place(view), "unfinished-unexplained", args);
    }
    Ok(())
}

/// Whether a cell may tell of results, and not of plans or problems.
fn tells_results(prose: &Prose<'_>) -> bool {
    let plain = prose.cell.concept.is_none() && prose.tense() == Tense::Open;
    prose.cell.concept == Some(Concept::GoalResult) || prose.tense() == Tense::Result || plain
}
