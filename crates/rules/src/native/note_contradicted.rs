//! A row whose explanation states another value than its target.

use jibiao_model::Quantity;
use jibiao_reading::{Aspect, Statement, factor, same_kin, statements, value};

use crate::{
    prelude::*,
    prose::{quote, shares_words},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("note-contradicted"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[INDICATORS, REVIEW],
    needs: &[],
    messages: &[("note-contradicted", &["indicator", "note", "target"])],
    examples: examples![
        // Target and explanation of a rate; of a count; a target of 1 where the note knows percent.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '志书审稿率'\ntarget = '100%'\nnote = '90%（计划标准）'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '乡镇督导覆盖率'\ntarget = '1'\nnote = '90%（计划标准）'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '台站抽查数量'\ntarget = '12个'\nnote = '本指标满分6分，抽查数量达9个得6分，少检查一个扣1分，扣完为止。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '航标合格率'\ntarget = '≥95%'\nnote = '更换后航标合格率不低于98%'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '各类书籍审稿率'\ntarget = '1'\nnote = '100%（计划标准）'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '台站抽查数量'\ntarget = '9个'\nnote = '抽查数量达9个得6分，达7个得4分，少于5个不得分。'",
        ),
        // How points are given, what was reached before, the formula: none of them a second target.
        Example::clean(
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '≥95%'\nnote = '合格率＝合格数÷验收数×100%，低于80%不得分，上年为92%。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '培训人次'\ntarget = '≥200人次'\nnote = '反映全年培训情况，每期40人次。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    if view.column(Concept::Note).is_none() {
        return Ok(());
    }
    view.each(sink, |indicator, sink| {
        if indicator.horizon != Horizon::Year {
            return Ok(());
        }
        let note = view.row_text(indicator, Concept::Note).unwrap_or("");
        let Some(target) = row::target(indicator).filter(|_| !note.trim().is_empty()) else { return Ok(()) };
        let stated = statements(note);
        let mut other = None;
        let mut several = false;
        let mut same = false;
        for item in &stated.items {
            let Some(equal) = equals(view, indicator, target, item) else { continue };
            same |= equal;
            if !equal && (states_a_target(note, item) || names_the_target(indicator, note, item)) {
                several |= other.is_some();
                other = Some(item);
            }
        }
        if let Some(item) = other.filter(|_| !same && !several) {
            let args = [
                ("indicator", view.name(indicator)),
                ("note", Arg::Text(quote(note, item).to_owned())),
                ("target", row::target_said(view, indicator)),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Target), "note-contradicted", args);
        }
        Ok(())
    })
}

/// Whether a figure of the note is the target; `None` where the two can't be compared.
fn equals(view: &View<'_>, indicator: &Indicator<'_>, target: &Quantity, item: &Statement) -> Option<bool> {
    let percent = item.unit.as_ref().is_some_and(|unit| unit.text == "%");
    let own = match &target.unit {
        Some(unit) if same_kin(Some(unit), item.unit.as_ref()) => target.number.times(factor(unit)?).ok()?,
        // A rate of 1 is 100 %.
        None if percent && row::is_rate_name(view, indicator.name) => {
            let fraction = target.number <= Number::ONE;
            if fraction { target.number.times(Number::HUNDRED).ok()? } else { target.number }
        }
        None if item.unit.is_none() => target.number,
        _ => return None,
    };
    Some(value(item)? == own)
}

/// Whether the note says of what the row measures how much of it there has to be: 合格率不低于98%.
fn names_the_target(indicator: &Indicator<'_>, note: &str, item: &Statement) -> bool {
    const BOUNDS: &[&str] = &["不低于", "不少于", "不高于", "不超过", "应达到", "应达", "计划", "拟"];
    let label = note.get(item.label.clone()).unwrap_or("").trim_end_matches(['为', '：', ':']);
    let bound = item.operator.is_some() || BOUNDS.iter().any(|word| label.contains(word));
    let graded = ["得", "扣", "分", "每"].iter().any(|word| note.contains(word));
    let other = [Aspect::Earlier, Aspect::Change, Aspect::Share, Aspect::Cumulative];
    bound && !graded && !item.aspects.any(&other) && shares_words(label, indicator.name, 2)
}

/// Whether the note gives the figure as the target: it is the whole note, or what earns the full points.
fn states_a_target(note: &str, item: &Statement) -> bool {
    const ENDS: &[&str] = &[
        "达",
        "达到",
        "完成",
        "目标",
        "目标值",
        "目标为",
        "指标值",
        "指标值为",
        "计划",
        "计划为",
        "应达到",
        "不低于",
        "不少于",
    ];
    let (before, after) = (note.get(..item.span.start).unwrap_or(""), note.get(item.span.end..).unwrap_or(""));
    let label = note.get(item.label.clone()).unwrap_or("").trim_end_matches(['为', '：', ':']);
    let alone = !before.contains(row::is_letter)
        && (!after.contains(row::is_letter) || after.trim_start().starts_with(['（', '(']));
    let deducts = ["扣", "不得分", "每", "少"]
        .iter()
        .any(|word| label.contains(word) || note.get(item.tail.clone()).is_some_and(|tail| tail.contains(word)));
    let earns = ENDS.iter().any(|end| label.ends_with(end)) && after.trim_start().starts_with('得');
    let named = ["目标", "目标值", "指标值", "计划值", "标准值"].iter().any(|end| label.ends_with(end));
    !deducts && !item.aspects.any(&[Aspect::Earlier, Aspect::Change, Aspect::Share]) && (alone || earns || named)
}
