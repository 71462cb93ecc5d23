//! A name that says too little or too much: a bare rate, a sentence, more than a column holds.

use crate::{exemplar, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicator-name-poor"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[INDICATORS],
    needs: &[Need::Words("bare-names"), Need::Number("indicator-name-length"), Need::Words(exemplar::LIST)],
    messages: &[
        ("indicator-name-poor-bare", &["indicator", "example"]),
        ("indicator-name-poor-sentence", &["indicator", "example"]),
        ("indicator-name-poor-long", &["indicator", "count", "most"]),
    ],
    examples: examples![
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '工作完成情况'\ntarget = '100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '通过开展培训提高技能，增加收入，带动就业。'\ntarget = '≥30人'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '按照县级项目库建设管理办法和年度实施方案要求完成的各乡镇农村供水保障巩固提升工程一次验收合格率'\ntarget = '=100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '工程验收合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '完成时间'\ntarget = '12月底前'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '声光报警器、紧急按钮、指示灯'\ntarget = '30只'",
        ),
    ],
    check,
};

/// A sentence has two clauses; a list of things is parted by 、.
const CLAUSES: usize = 2;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let most = view.number("indicator-name-length")?;
    let bare = view.words("bare-names");
    view.each(sink, |indicator, sink| {
        let name = indicator.name.trim();
        let place = || view.at_row_cell(indicator, Concept::LevelThree);
        let said = ("indicator", view.name(indicator));
        let example = || ("example", exemplar::of(view, indicator));
        if bare.has(row::bare(name)) {
            sink.report(place(), "indicator-name-poor-bare", [said, example()]);
            return Ok(());
        }
        // Three bytes to a character: short names are told by their bytes.
        if name.len() < 45 {
            return Ok(());
        }
        let count = Number::whole(i64::try_from(row::bare(name).chars().count()).unwrap_or(i64::MAX));
        if name.matches([',', '，', ';', '；', '。']).count() >= CLAUSES {
            sink.report(place(), "indicator-name-poor-sentence", [said, example()]);
        } else if count > most {
            let args = [said, ("count", Arg::Number(count)), ("most", Arg::Number(most))];
            sink.report(place(), "indicator-name-poor-long", args);
        }
        Ok(())
    })
}
