//! A cell of the place's own that was seen blank.

use jibiao_model::Extent;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("own-cell-blank"),
    dimension: Dimension::Completeness,
    purposes: EVERY,
    basis: &[REVIEW],
    needs: &[],
    messages: &[("own-cell-blank", &["cell"])],
    examples: examples![
        Example::finds(1, "extent = 'excerpt'\n[cells]\nprepared-by = ''"),
        Example::finds(2, "extent = 'excerpt'\n[cells]\nphone = ' '\nprepared-by = ''"),
        // In an excerpt, what is not there is unknown; in a whole form, these may be left.
        Example::clean("extent = 'excerpt'"),
        Example::clean("[cells]\nprepared-by = ''"),
        Example::clean("extent = 'excerpt'\n[cells]\nprepared-by = '李某'"),
        Example::clean("form = 'project-self-evaluation-2021'\nextent = 'excerpt'\n[cells]\nother-notes = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    // Cells that every form has to have are another rule's.
    let own = |concept: Option<Concept>| {
        matches!(concept, None | Some(Concept::PreparedBy | Concept::Phone | Concept::PreparedOn))
    };
    if view.document.extent == Extent::Whole {
        return Ok(());
    }
    for (_, cell) in view.form.cells().filter(|(_, cell)| own(cell.concept)) {
        // 存在的问题, 未完成的目标 and their like may well be none.
        let may_be_none = ["未完成", "问题", "意见", "备注", "其他", "其它", "附件"];
        let blank = view.document.cells.get(cell.id.as_str()).is_some_and(|text| text.trim().is_empty());
        if blank && !may_be_none.iter().any(|word| cell.label.zh.contains(word)) {
            sink.report(view.at_cell(&cell.id), "own-cell-blank", [("cell", Arg::Cell(cell.id.clone()))]);
        }
    }
    Ok(())
}
