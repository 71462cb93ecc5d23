//! Names of the levels as messages of the pack.

use jibiao_model::{LevelOne, LevelTwo};

/// Messages that every pack has: the names of the levels, which rules send as arguments.
pub const TERMS: &[&str] = &[
    "level-cost",
    "level-output",
    "level-benefit",
    "level-satisfaction",
    "level-process",
    "level-quantity",
    "level-quality",
    "level-timeliness",
    "level-economic-cost",
    "level-social-cost",
    "level-ecological-cost",
    "level-economic-benefit",
    "level-social-benefit",
    "level-ecological-benefit",
    "level-sustainability",
    "level-service-satisfaction",
];

/// The message that names a 一级指标.
pub(crate) fn one(level: LevelOne) -> &'static str {
    match level {
        LevelOne::Cost => "level-cost",
        LevelOne::Output => "level-output",
        LevelOne::Benefit => "level-benefit",
        LevelOne::Satisfaction => "level-satisfaction",
        LevelOne::Process => "level-process",
    }
}

/// The message that names a 二级指标.
pub(crate) fn two(level: LevelTwo) -> &'static str {
    match level {
        LevelTwo::Quantity => "level-quantity",
        LevelTwo::Quality => "level-quality",
        LevelTwo::Timeliness => "level-timeliness",
        LevelTwo::Cost => "level-cost",
        LevelTwo::EconomicCost => "level-economic-cost",
        LevelTwo::SocialCost => "level-social-cost",
        LevelTwo::EcologicalCost => "level-ecological-cost",
        LevelTwo::EconomicBenefit => "level-economic-benefit",
        LevelTwo::SocialBenefit => "level-social-benefit",
        LevelTwo::EcologicalBenefit => "level-ecological-benefit",
        LevelTwo::Sustainability => "level-sustainability",
        LevelTwo::ServiceSatisfaction => "level-service-satisfaction",
    }
}

/// Whether a 二级指标 is about what the project costs.
pub(crate) fn is_cost(level: LevelTwo) -> bool {
    matches!(level, LevelTwo::Cost | LevelTwo::EconomicCost | LevelTwo::SocialCost | LevelTwo::EcologicalCost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_a_term() {
        use LevelTwo::*;
        let ones = [LevelOne::Cost, LevelOne::Output, LevelOne::Benefit, LevelOne::Satisfaction, LevelOne::Process];
        let twos = [
            Quantity,
            Quality,
            Timeliness,
            Cost,
            EconomicCost,
            SocialCost,
            EcologicalCost,
            EconomicBenefit,
            SocialBenefit,
            EcologicalBenefit,
            Sustainability,
            ServiceSatisfaction,
        ];
        for term in ones.map(one).iter().chain(&twos.map(two)) {
            assert!(TERMS.contains(term), "{term}");
        }
    }
}
