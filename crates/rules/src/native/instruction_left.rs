//! A sentence of the form's own instructions, left where the answer belongs.

use jibiao_reading::WordSet;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("instruction-left"),
    dimension: Dimension::Completeness,
    purposes: EVERY,
    basis: &[REVIEW],
    needs: &[
        Need::Words("template-text"),
        Need::Words("instruction-words"),
        Need::Words("instruction-starts"),
        Need::Words("form-nouns"),
    ],
    messages: &[("instruction-left", &["cell", "words"])],
    examples: examples![
        Example::finds(1, "[cells]\nyear-goal = '包括项目总目标和本年度目标。根据申报书，写明目标与立项的关系。'"),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\noverview = '新建村级服务中心一座（包括预期目标、阶段目标，以及衡量目标实现程度的指标、标准等）'",
        ),
        Example::finds(1, "form = 'project-application-2021'\n[cells]\ngrounds = '（参考模板）'"),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nschedule = '简要说明项目主要内容及实施情况，可另附页。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nsafeguards = '由养护中心负责。（请填写组织管理机构及制度）'",
        ),
        Example::finds(1, "form = 'project-application-2021'\n[cells]\noverview = '养护县道46公里（500字以内）'"),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '新建用房600平方米（包括办公室、会议室、档案室）。'",
        ),
        Example::clean("[cells]\nyear-goal = '包括必需的办公耗材费、水电费、报刊费等办公经费。'"),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nsafeguards = '明确绩效目标和评价指标，按月说明进度，建立台账。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nsafeguards = '各单位据实填报，附佐证材料（详见附件2）。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '完成总体目标（包括2025年续建的3座桥梁）。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let template = view.words("template-text");
    let lists = Lists::of(view);
    for (cell, text) in view.texts() {
        let known = match cell.concept {
            // Another rule looks for the template's words in these.
            Some(Concept::YearGoal | Concept::WholeGoal | Concept::GoalResult | Concept::OtherNotes) => {
                if template.is_in(text) {
                    continue;
                }
                None
            }
            _ => template.find(text).map(|(_, word)| word.to_owned()),
        };
        let Some(words) = known.or_else(|| lists.instruction(text)) else { continue };
        let args = [("cell", Arg::Cell(cell.id.clone())), ("words", Arg::Text(words))];
        sink.report(view.at_cell(&cell.id), "instruction-left", args);
    }
    Ok(())
}

struct Lists<'v> {
    words: &'v WordSet,
    starts: &'v WordSet,
    nouns: &'v WordSet,
}

/// The words of an instruction in a text.
pub(super) fn instruction(view: &View<'_>, text: &str) -> Option<String> {
    Lists::of(view).instruction(text)
}

impl<'v> Lists<'v> {
    fn of(view: &View<'v>) -> Self {
        Self {
            words: view.words("instruction-words"),
            starts: view.words("instruction-starts"),
            nouns: view.words("form-nouns"),
        }
    }

    /// The words of an instruction: what the text begins with, or what stands in brackets in it.
    fn instruction(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let first = text.split(['。', '；', ';', '\n']).next().unwrap_or(text);
        if self.instructs(first) {
            return Some(quoted(first));
        }
        let mut rest = text;
        while let Some(start) = rest.find(['（', '(', '【']) {
            let inner = rest.get(start..)?;
            let inner = inner.get(inner.chars().next().map_or(0, char::len_utf8)..)?;
            let end = closing(inner);
            let (inside, after) = inner.split_at_checked(end)?;
            if self.words.is_in(inside) || self.instructs(inside) {
                return Some(quoted(inside));
            }
            rest = after;
        }
        None
    }

    /// Whether it tells somebody what to write: it begins like an order or a list, and speaks of parts of the form.
    fn instructs(&self, text: &str) -> bool {
        let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | ' '));
        let starts = self.starts.iter().any(|word| text.starts_with(word));
        // An answer states something that can be counted.
        starts && !text.contains(|c: char| c.is_ascii_digit()) && self.nouns.is_in(text)
    }
}

/// Where the bracket that is open closes: a bracket inside it is skipped.
fn closing(text: &str) -> usize {
    let mut depth: u32 = 0;
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '【' => depth = depth.saturating_add(1),
            '）' | ')' | '】' if depth == 0 => return at,
            '）' | ')' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text.len()
}

fn quoted(text: &str) -> String {
    const QUOTED: usize = 30;
    let short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() { short + "……" } else { short }
}
