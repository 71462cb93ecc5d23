//! 立项依据 that names no document, decision or plan.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("grounds-unnamed"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Words("grounds-words")],
    messages: &[("grounds-unnamed", &["cell", "text"])],
    examples: examples![
        Example::finds(1, "form = 'project-application-2021'\n[cells]\ngrounds = '工作需要'"),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\ngrounds = '为进一步改善办学条件，满足师生需求。'",
        ),
        Example::clean("form = 'project-application-2021'\n[cells]\ngrounds = '《政府投资条例》'"),
        Example::clean("form = 'project-application-2021'\n[cells]\ngrounds = '某政办〔2025〕12号'"),
        Example::clean("form = 'project-application-2021'\n[cells]\ngrounds = '县长办公会会议纪要第8期'"),
        Example::clean("form = 'project-application-2021'\n[cells]\ngrounds = '单位三定方案'"),
        Example::clean("form = 'project-application-2021'\n[cells]\ngrounds = '甘财科[2022]78号'"),
        Example::clean("form = 'project-application-2021'\n[cells]\ngrounds = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(cell) = view.form.cell_of(Concept::Grounds) else { return Ok(()) };
    let text = view.reading.text(Concept::Grounds).trim();
    let blank = jibiao_reading::read_number(text) == Known::NotYet;
    if blank || view.words("grounds-words").is_in(text) {
        return Ok(());
    }
    let short: String = text.chars().take(QUOTED).collect();
    let said = if short.len() < text.len() { short + "……" } else { short };
    sink.report(view.at_cell(cell), "grounds-unnamed", [("cell", Arg::Cell(cell.clone())), ("text", Arg::Text(said))]);
    Ok(())
}

/// Characters that a message quotes.
const QUOTED: usize = 30;
