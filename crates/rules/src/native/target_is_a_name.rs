//! Name and target that changed places: the target cell holds the name of an indicator.

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("target-is-a-name"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words("count-names"),
        Need::Words("other-name-ends"),
        Need::Words("directions"),
    ],
    messages: &[("target-is-a-name", &["indicator", "target"])],
    examples: examples![
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '按月发放护理补贴'\ntarget = '补贴发放及时率'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '开展技能培训'\ntarget = '培训农民人数'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '受益群众'\ntarget = '群众满意度'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '农村饮水条件'\ntarget = '提高自来水普及率'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '就业质量'\ntarget = '充分就业率≥90%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '补贴发放及时率'\ntarget = '及时'",
        ),
    ],
    check,
};

/// A name is short; what is longer is a sentence.
const LONGEST: usize = 16;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let target = row::bare(indicator.target_text);
        if !row::is_worded(indicator) || target.chars().count() > LONGEST || target.contains(char::is_numeric) {
            return Ok(());
        }
        let named = row::is_rate_name(view, target)
            || row::ends(view.words("count-names"), target)
            || row::ends(view.words("other-name-ends"), target);
        if named && target.chars().count() > 3 && !view.words("directions").is_in(target) {
            let args = [("indicator", view.name(indicator)), ("target", Arg::Text(target.to_owned()))];
            sink.report(view.at_row_cell(indicator, Concept::Target), "target-is-a-name", args);
        }
        Ok(())
    })
}
