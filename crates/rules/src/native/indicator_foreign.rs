//! An indicator that shares no word with the project it is to measure.

use jibiao_model::order::{arranged, order};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicator-foreign"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[
        Need::Words("common-indicator-words"),
        Need::Number("foreign-name-length"),
        Need::Number("foreign-text-length"),
    ],
    messages: &[("indicator-foreign", &["indicator"])],
    examples: &[
        Example::finds(
            1,
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '完成全县320公里农村公路日常养护，修补破损路面，清理边沟，保障路况优良，方便沿线村民出行。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '免疫接种疫苗剂次'\ntarget = '≥5000剂'",
        ),
        Example::clean(
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '完成全县320公里农村公路日常养护，修补破损路面，清理边沟，保障路况优良，方便沿线村民出行。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '修补沥青路面面积'\ntarget = '≥5000平方米'",
        ),
        Example::clean(
            "[cells]\nproject-name = '滨河路下穿通道工程'\nyear-goal = '为居民出行提供快速便捷的通道，完善路网，分流中环路的交通压力，强化铁路两侧片区的联系。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '道路硬化长度'\ntarget = '985米'",
        ),
        Example::clean(
            "[cells]\nproject-name = '农村公路养护项目'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '免疫接种疫苗剂次'\ntarget = '≥5000剂'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let texts = [Concept::ProjectName, Concept::YearGoal, Concept::WholeGoal, Concept::GoalResult]
        .map(|concept| view.reading.text(concept));
    let letters: usize = texts.iter().map(|text| text.chars().filter(|c| row::is_letter(*c)).count()).sum();
    // A few words about the project can't tell what belongs to it.
    if Number::whole(i64::try_from(letters).unwrap_or(i64::MAX)) < view.number("foreign-text-length")? {
        return Ok(());
    }
    let least = view.number("foreign-name-length")?;
    let common = view.words("common-indicator-words");
    // Made for the first row that needs it: most names hold a word that any project may use.
    let mut known: Vec<char> = Vec::new();
    for indicator in view.indicators() {
        let name = row::bare(indicator.name);
        let length = i64::try_from(name.chars().filter(|c| row::is_letter(*c)).count()).unwrap_or(i64::MAX);
        if Number::whole(length) < least || common.is_in(name) {
            continue;
        }
        if known.is_empty() {
            known = texts.iter().flat_map(|text| text.chars()).filter(|c| row::is_letter(*c)).collect();
            let order = order(known.len(), &|a, b| known.get(a).cmp(&known.get(b)));
            known = arranged(known, &order);
        }
        // One letter in common (路 of 公路 and 道路) is enough to let a name pass.
        if !name.chars().any(|letter| known.binary_search(&letter).is_ok()) {
            sink.report(
                view.at_row_cell(indicator, Concept::LevelThree),
                "indicator-foreign",
                [("indicator", view.name(indicator))],
            );
        }
    }
    Ok(())
}
