//! A deadline in the name and a share of a hundred as its target: 12月底前完成, 100%.

use jibiao_reading::read_value;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("deadline-in-name"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[Need::Words("rate-names"), Need::Words("no-rate-names")],
    messages: &[("deadline-in-name", &["indicator", "target", "deadline"])],
    examples: examples![
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '11月底之前完成'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '2026年6月30日前建成投用'\ntarget = '≥95%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '第三季度前完成主体'\ntarget = '=100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '11月底前工程完工率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '11月底前'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '当年任务按时完成率'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '12月抽检'\ntarget = '≥95%'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        if !row::is_under(indicator, LevelTwo::Timeliness) {
            return Ok(());
        }
        let name = row::bare(indicator.name);
        let share = row::target(indicator).and_then(row::family) == Some(UnitFamily::Ratio);
        if !share || !name.contains(['月', '日', '底', '末', '季']) || row::is_rate_name(view, name) {
            return Ok(());
        }
        // A name that says until when; 全年 and 当月 in a name say how often.
        let Known::Answered(value) = read_value(name, None, None) else { return Ok(()) };
        if let (Meaning::Date(_), Some(_), Some(deadline)) = (&value.meaning, value.operator, name.get(value.span)) {
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("deadline", Arg::Text(deadline.to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Target), "deadline-in-name", args);
        }
        Ok(())
    })
}
