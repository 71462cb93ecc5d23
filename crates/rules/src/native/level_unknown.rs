//! A level that the form's frame does not have, in a table that otherwise keeps to it.

use jibiao_model::Label;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("level-unknown"),
    dimension: Dimension::Completeness,
    purposes: WITH_TARGETS,
    basis: &[INDICATORS],
    needs: &[Need::Words("level-like")],
    messages: &[
        ("level-unknown", &["indicator", "cell", "text", "levels"]),
        ("level-unknown-two", &["indicator", "cell", "text", "levels"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '道路长度'\n[[rows]]\nlevel-1 = '随便'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'",
        ),
        // Told once for all rows of it, at the first of them; and the level below.
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '道路长度'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '受益人数'\n[[rows]]\nlevel-1 = 'aaa'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\n[[rows]]\nlevel-1 = 'aaa'\nlevel-2 = '随便填'\nlevel-3 = '完成时间'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标（50分）'\nlevel-2 = '数量'\nlevel-3 = '道路长度'\n[[rows]]\nlevel-1 = ''\nlevel-2 = ''\nlevel-3 = '验收合格率'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '群众满意度'",
        ),
        // A level of another frame is called like one.
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '道路长度'\n[[rows]]\nlevel-1 = '结果目标'\nlevel-2 = '制度指标'\nlevel-3 = '规章制度'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '受益人数'",
        ),
        // A frame of one's own is not measured by another.
        Example::clean(
            "[[rows]]\nlevel-1 = '履职效能'\nlevel-2 = '部门整体工作'\nlevel-3 = '道路长度'\n[[rows]]\nlevel-1 = '管理效率'\nlevel-2 = '预算编制'\nlevel-3 = '预算调整率'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let frame = &view.form.frame.levels;
    let ones = || frame.iter().map(|one| &one.label);
    let twos = || frame.iter().flat_map(|one| &one.twos).map(|two| &two.label);
    let known = |known: &mut dyn Iterator<Item = bool>| {
        let (mut rows, mut odd) = (0_usize, 0_usize);
        for unknown in known {
            rows = rows.saturating_add(1);
            odd = odd.saturating_add(usize::from(unknown));
        }
        // Most of the rows keep to the frame.
        odd > 0 && odd.saturating_mul(2) <= rows
    };
    let of_one = |i: &&Indicator<'_>| !i.level_one_text.trim().is_empty();
    let of_two = |i: &&Indicator<'_>| !i.level_two_text.trim().is_empty();
    // Places have levels of their own, which are called like levels.
    let like = view.words("level-like");
    let is_one = |i: &Indicator<'_>| matches!(i.level_one, Known::Unreadable) && !like.is_in(i.level_one_text);
    let is_two = |i: &Indicator<'_>| matches!(i.level_two, Known::Unreadable) && !like.is_in(i.level_two_text);
    if ones().next().is_some() && known(&mut view.indicators().filter(of_one).map(is_one)) {
        let odd = view.indicators().filter(|i| is_one(i)).map(|i| (i, i.level_one_text.trim()));
        report(view, Concept::LevelOne, "level-unknown", odd, names(ones()), sink);
    }
    if twos().next().is_some() && known(&mut view.indicators().filter(of_two).map(is_two)) {
        let odd = view.indicators().filter(|i| is_two(i)).map(|i| (i, i.level_two_text.trim()));
        report(view, Concept::LevelTwo, "level-unknown-two", odd, names(twos()), sink);
    }
    Ok(())
}

/// The levels as the form prints them.
fn names<'l>(labels: impl Iterator<Item = &'l Label>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for label in labels.filter(|label| !label.zh.is_empty()) {
        if !names.contains(&label.zh) {
            names.push(label.zh.clone());
        }
    }
    names
}

/// Tells each text once, at the first row that has it.
fn report<'v>(
    view: &View<'v>,
    concept: Concept,
    key: &'static str,
    odd: impl Iterator<Item = (&'v Indicator<'v>, &'v str)>,
    levels: Vec<String>,
    sink: &mut Sink<'_>,
) {
    /// More texts than a form has levels are no slips of the pen.
    const MOST: usize = 8;
    let mut told: Vec<&str> = Vec::new();
    for (indicator, text) in odd {
        let Some(column) = view.column(indicator.column(concept)) else { continue };
        if told.contains(&text) || told.len() >= MOST {
            continue;
        }
        told.push(text);
        let args = [
            ("indicator", view.name(indicator)),
            ("cell", Arg::Cell(column.clone())),
            ("text", Arg::Text(text.to_owned())),
            ("levels", Arg::Words(levels.clone())),
        ];
        sink.report(view.at_row_cell(indicator, concept), key, args);
    }
}
