//! A 二级指标 under a 一级指标 that it does not belong to.

use crate::{levels, prelude::*};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("level-two-elsewhere"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[INDICATORS, GUIDE],
    needs: &[],
    messages: &[("level-two-elsewhere", &["indicator", "level", "found", "home"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2015'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '经济成本指标'\nlevel-3 = '每公里造价'\ntarget = '≤35万元'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '=100%'\n[[rows]]\nlevel-1 = '产出'\nlevel-2 = '社会效益'\nlevel-3 = '受益人口'\ntarget = '≥2300人'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '可持续影响指标'\nlevel-3 = '设备使用年限'\ntarget = '≥5年'",
        ),
        Example::clean(
            "form = 'project-declaration-2015'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '每公里造价'\ntarget = '≤35万元'",
        ),
        // Earlier forms print satisfaction as a 二级指标 of 效益.
        Example::clean(
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '群众满意度'\ntarget = '≥90%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出及效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '受益人口'\ntarget = '≥2300人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '项目管理'\nlevel-2 = '质量管理'\nlevel-3 = '质量管理制度'\ntarget = '健全'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let (Known::Answered(one), Known::Answered(two)) = (&indicator.level_one, &indicator.level_two) else {
            return Ok(());
        };
        let home = home(*two);
        let cost = *two == LevelTwo::Cost && *one == LevelOne::Output;
        let early = home == LevelOne::Satisfaction && *one == LevelOne::Benefit;
        if home == *one || *one == LevelOne::Process || cost || early || names_several(indicator) {
            return Ok(());
        }
        let args = [
            ("indicator", view.name(indicator)),
            ("level", Arg::Text(indicator.level_two_text.trim().to_owned())),
            ("found", Arg::Text(indicator.level_one_text.trim().to_owned())),
            ("home", Arg::Term(levels::one(home).to_owned())),
        ];
        sink.report(view.at_row_cell(indicator, Concept::LevelTwo), "level-two-elsewhere", args);
        Ok(())
    })
}

/// The 一级指标 of a 二级指标, whatever the frame.
fn home(two: LevelTwo) -> LevelOne {
    match two {
        LevelTwo::Quantity | LevelTwo::Quality | LevelTwo::Timeliness => LevelOne::Output,
        LevelTwo::Cost | LevelTwo::EconomicCost | LevelTwo::SocialCost | LevelTwo::EcologicalCost => LevelOne::Cost,
        LevelTwo::EconomicBenefit
        | LevelTwo::SocialBenefit
        | LevelTwo::EcologicalBenefit
        | LevelTwo::Sustainability => LevelOne::Benefit,
        LevelTwo::ServiceSatisfaction => LevelOne::Satisfaction,
    }
}

/// 产出及效益指标, or 数量成本 under 成本: names that speak of more than one level.
fn names_several(indicator: &Indicator<'_>) -> bool {
    const LEVELS: [&str; 4] = ["产出", "效", "满意", "成本"];
    let spoken = |text: &str| LEVELS.iter().filter(|level| text.contains(**level)).count();
    spoken(indicator.level_one_text) > 1
        || (indicator.level_one == Known::Answered(LevelOne::Cost) && indicator.level_two_text.contains("成本"))
}
