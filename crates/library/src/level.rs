//! The 二级指标 that rows stand under.

use jibiao_model::{LevelOne, LevelTwo};

/// The levels of a library, in the order of its rows.
pub const LEVELS: [LevelTwo; 11] = [
    LevelTwo::Quantity,
    LevelTwo::Quality,
    LevelTwo::Timeliness,
    LevelTwo::EconomicCost,
    LevelTwo::SocialCost,
    LevelTwo::EcologicalCost,
    LevelTwo::EconomicBenefit,
    LevelTwo::SocialBenefit,
    LevelTwo::EcologicalBenefit,
    LevelTwo::Sustainability,
    LevelTwo::ServiceSatisfaction,
];

/// The name in a library file: 数量, 经济成本.
pub fn label(level: LevelTwo) -> &'static str {
    match level {
        LevelTwo::Quantity => "数量",
        LevelTwo::Quality => "质量",
        LevelTwo::Timeliness => "时效",
        LevelTwo::Cost => "成本",
        LevelTwo::EconomicCost => "经济成本",
        LevelTwo::SocialCost => "社会成本",
        LevelTwo::EcologicalCost => "生态环境成本",
        LevelTwo::EconomicBenefit => "经济效益",
        LevelTwo::SocialBenefit => "社会效益",
        LevelTwo::EcologicalBenefit => "生态效益",
        LevelTwo::Sustainability => "可持续影响",
        LevelTwo::ServiceSatisfaction => "满意度",
    }
}

/// The name for machines: `quantity`, `economic-cost`.
pub fn id(level: LevelTwo) -> &'static str {
    match level {
        LevelTwo::Quantity => "quantity",
        LevelTwo::Quality => "quality",
        LevelTwo::Timeliness => "timeliness",
        LevelTwo::Cost => "cost",
        LevelTwo::EconomicCost => "economic-cost",
        LevelTwo::SocialCost => "social-cost",
        LevelTwo::EcologicalCost => "ecological-cost",
        LevelTwo::EconomicBenefit => "economic-benefit",
        LevelTwo::SocialBenefit => "social-benefit",
        LevelTwo::EcologicalBenefit => "ecological-benefit",
        LevelTwo::Sustainability => "sustainability",
        LevelTwo::ServiceSatisfaction => "service-satisfaction",
    }
}

/// The level with this name, of machines or of forms: `quantity`, 数量, 数量指标, 成本 (of the 2015 frame).
pub fn level_named(name: &str) -> Option<LevelTwo> {
    let plain = name.trim().trim_end_matches("指标");
    let all = LEVELS.into_iter().chain([LevelTwo::Cost]);
    all.into_iter().find(|level| id(*level) == plain || label(*level) == plain)
}

/// The level that a cell names, however a place words it: 数量指标, 生态环境成本指标, 服务对象满意度指标.
/// Plain 成本 is 经济成本. The first word that stands in the cell decides.
pub(crate) fn read(text: &str) -> Option<LevelTwo> {
    const WORDS: [(&str, LevelTwo); 15] = [
        ("满意", LevelTwo::ServiceSatisfaction),
        ("生态环境成本", LevelTwo::EcologicalCost),
        ("生态成本", LevelTwo::EcologicalCost),
        ("环境成本", LevelTwo::EcologicalCost),
        ("社会成本", LevelTwo::SocialCost),
        ("成本", LevelTwo::EconomicCost),
        ("数量", LevelTwo::Quantity),
        ("质量", LevelTwo::Quality),
        ("时效", LevelTwo::Timeliness),
        ("进度", LevelTwo::Timeliness),
        ("持续", LevelTwo::Sustainability),
        ("经济", LevelTwo::EconomicBenefit),
        ("生态", LevelTwo::EcologicalBenefit),
        ("环境", LevelTwo::EcologicalBenefit),
        ("社会", LevelTwo::SocialBenefit),
    ];
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, level)| *level)
}

/// The 一级指标 that a cell names.
pub(crate) fn read_one(text: &str) -> Option<LevelOne> {
    const WORDS: [(&str, LevelOne); 6] = [
        ("满意", LevelOne::Satisfaction),
        ("效益", LevelOne::Benefit),
        ("效果", LevelOne::Benefit),
        ("影响", LevelOne::Benefit),
        ("产出", LevelOne::Output),
        ("成本", LevelOne::Cost),
    ];
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, level)| *level)
}

/// Whether some frame has this 二级指标 under that 一级指标: costs stand under 成本 or 产出, satisfaction may stand
/// under 效益.
pub(crate) fn agrees(one: LevelOne, two: LevelTwo) -> bool {
    match two {
        LevelTwo::Quantity | LevelTwo::Quality | LevelTwo::Timeliness => one == LevelOne::Output,
        LevelTwo::Cost | LevelTwo::EconomicCost | LevelTwo::SocialCost | LevelTwo::EcologicalCost => {
            matches!(one, LevelOne::Cost | LevelOne::Output)
        }
        LevelTwo::EconomicBenefit
        | LevelTwo::SocialBenefit
        | LevelTwo::EcologicalBenefit
        | LevelTwo::Sustainability => one == LevelOne::Benefit,
        LevelTwo::ServiceSatisfaction => matches!(one, LevelOne::Satisfaction | LevelOne::Benefit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_as_places_word_them() {
        for (text, level) in [
            ("数量指标", LevelTwo::Quantity),
            ("产出质量", LevelTwo::Quality),
            ("时效指标（必填）", LevelTwo::Timeliness),
            ("成本指标", LevelTwo::EconomicCost),
            ("生态环境成本指标", LevelTwo::EcologicalCost),
            ("社会效益指标", LevelTwo::SocialBenefit),
            ("可持续影响指标", LevelTwo::Sustainability),
            ("社会公众或服务对象满意度指标", LevelTwo::ServiceSatisfaction),
        ] {
            assert_eq!(read(text), Some(level), "{text}");
        }
        assert_eq!(read("资金管理"), None);
    }

    #[test]
    fn levels_are_named_by_machines_and_by_forms() {
        for level in LEVELS.into_iter().chain([LevelTwo::Cost]) {
            assert_eq!((level_named(id(level)), level_named(label(level))), (Some(level), Some(level)));
        }
        assert_eq!(level_named("数量指标"), Some(LevelTwo::Quantity));
        assert_eq!(level_named("数"), None);
    }

    #[test]
    fn every_label_is_read_as_its_level() {
        for level in LEVELS {
            assert_eq!(read(label(level)), Some(level), "{}", label(level));
        }
    }
}
