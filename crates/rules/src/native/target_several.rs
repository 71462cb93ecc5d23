//! Several values in one target cell, of which only one can be compared with a result.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("target-several"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[],
    messages: &[("target-several", &["indicator", "target"])],
    examples: examples![
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '开展培训'\ntarget = '≥2期，每期30人'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '工程质量'\ntarget = '合格率100%；优良率≥85%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '走访慰问'\ntarget = '30户106人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '开展培训'\ntarget = '≥2期'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '库存比例'\ntarget = '80%≤X≤90%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '办事便利程度'\ntarget = '优：平均等候10分钟以内；良：20分钟以内；差：30分钟以上'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '发放时间'\ntarget = '6月30日、12月31日前各一次'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let text = indicator.target_text.trim();
        if !row::is_worded(indicator) || row::is_graded(view, text) {
            return Ok(());
        }
        let date = |c: char| matches!(c, '年' | '月' | '日' | '号' | '季');
        if figures(text) >= 2 && !text.contains(date) {
            let args = [("indicator", view.name(indicator)), ("target", Arg::Text(text.to_owned()))];
            sink.report(view.at_row_cell(indicator, Concept::Target), "target-several", args);
        }
        Ok(())
    })
}

/// The numbers that a unit or a sign of per cent follows at once. Numbers of list items have neither.
fn figures(text: &str) -> usize {
    let mut count: usize = 0;
    let mut last = ' ';
    for c in text.chars() {
        if last.is_ascii_digit() && (matches!(c, '%' | '％') || row::is_letter(c)) {
            count = count.saturating_add(1);
        }
        last = c;
    }
    count
}
