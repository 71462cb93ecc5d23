//! A declaration that goes on from an ex-ante evaluation which did not support the project.

use jibiao_model::Relation;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("ex-ante-rejected"),
    dimension: Dimension::Feasibility,
    purposes: &[FormPurpose::Declaration],
    basis: &[Basis::fixed("财预〔2015〕88号", "绩效目标审核结果的应用")],
    needs: &[Need::Words("rejected-conclusions")],
    messages: &[("ex-ante-rejected", &["text"])],
    examples: examples![
        Example::finds(1, "[cells]\nproject-name = '乡村物流驿站'\n[assessed.cells]\nconclusion = '不予支持'"),
        Example::finds(
            1,
            "[cells]\nproject-name = '乡村物流驿站'\n[assessed.cells]\nconclusion = '退回修改，暂不予立项'",
        ),
        Example::finds(
            1,
            "form = 'project-declaration-2015'\n[cells]\nproject-name = '乡村物流驿站'\n[assessed.cells]\nconclusion = '评估未通过。'",
        ),
        Example::clean("[cells]\nproject-name = '乡村物流驿站'\n[assessed.cells]\nconclusion = '调整后予以支持'"),
        Example::clean("[cells]\nproject-name = '乡村物流驿站'\n[assessed.cells]\nconclusion = '通过'"),
        Example::clean("[cells]\nproject-name = '乡村物流驿站'\n[assessed.cells]\nproject-name = '乡村物流驿站'"),
        // What this project came to last year is another matter.
        Example::clean("[cells]\nproject-name = '乡村物流驿站'\n[approved.cells]\nconclusion = '不予支持'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(origin) = view.document.origin(Relation::Assessed) else { return Ok(()) };
    // The declaration has no such cell: what was concluded is kept under the name of what it means.
    let conclusion = origin.before.cells.get(Concept::Conclusion.to_string().as_str()).map_or("", |text| text.trim());
    if view.words("rejected-conclusions").is_in(conclusion) {
        sink.report(view.at(Concept::ProjectName), "ex-ante-rejected", [("text", Arg::Text(conclusion.to_owned()))]);
    }
    Ok(())
}
