//! What packs call the things that the program knows.

use jibiao_model::{
    Dimension, Extent, FormPurpose, Kind, LevelOne, LevelTwo, MeasureName, MoneyUnit, Rounding, Severity, Subject,
};
use jibiao_reading::Horizon;

use super::{
    fix::Way,
    measure::Relation,
    test::{Said, Spot},
};

/// Dimensions of a review.
pub static DIMENSIONS: [(&str, Dimension); 5] = [
    ("completeness", Dimension::Completeness),
    ("relevance", Dimension::Relevance),
    ("appropriateness", Dimension::Appropriateness),
    ("feasibility", Dimension::Feasibility),
    ("consistency", Dimension::Consistency),
];

/// What forms are for.
pub static PURPOSES: [(&str, FormPurpose); 7] = [
    ("ex-ante", FormPurpose::ExAnte),
    ("declaration", FormPurpose::Declaration),
    ("target-review", FormPurpose::TargetReview),
    ("monitoring", FormPurpose::Monitoring),
    ("self-evaluation", FormPurpose::SelfEvaluation),
    ("re-evaluation", FormPurpose::ReEvaluation),
    ("report-rating", FormPurpose::ReportRating),
];

/// Figures of a monitoring sheet.
pub static MEASURES: [(&str, MeasureName); 10] = [
    ("time-share", MeasureName::TimeShare),
    ("execution-rate", MeasureName::ExecutionRate),
    ("expected-rate", MeasureName::ExpectedRate),
    ("behind-time", MeasureName::BehindTime),
    ("goal-completion", MeasureName::GoalCompletion),
    ("expected-completion", MeasureName::ExpectedCompletion),
    ("apart", MeasureName::Apart),
    ("score", MeasureName::Score),
    ("score-before", MeasureName::ScoreBefore),
    ("release", MeasureName::Release),
];

/// Whose targets a form is about.
pub static SUBJECTS: [(&str, Subject); 3] =
    [("project", Subject::Project), ("department", Subject::Department), ("transfer", Subject::Transfer)];

/// What another document of the circle is to this one.
pub static ORIGINS: [(&str, jibiao_model::Relation); 7] = [
    ("approved", jibiao_model::Relation::Approved),
    ("assessed", jibiao_model::Relation::Assessed),
    ("previous", jibiao_model::Relation::Previous),
    ("last-year", jibiao_model::Relation::LastYear),
    ("adjusted", jibiao_model::Relation::Adjusted),
    ("rated", jibiao_model::Relation::Rated),
    ("part", jibiao_model::Relation::Part),
];

/// Meanings of a 一级指标.
pub static LEVEL_ONES: [(&str, LevelOne); 5] = [
    ("cost", LevelOne::Cost),
    ("output", LevelOne::Output),
    ("benefit", LevelOne::Benefit),
    ("satisfaction", LevelOne::Satisfaction),
    ("process", LevelOne::Process),
];

/// Meanings of a 二级指标.
pub static LEVEL_TWOS: [(&str, LevelTwo); 12] = [
    ("quantity", LevelTwo::Quantity),
    ("quality", LevelTwo::Quality),
    ("timeliness", LevelTwo::Timeliness),
    ("cost", LevelTwo::Cost),
    ("economic-cost", LevelTwo::EconomicCost),
    ("social-cost", LevelTwo::SocialCost),
    ("ecological-cost", LevelTwo::EcologicalCost),
    ("economic-benefit", LevelTwo::EconomicBenefit),
    ("social-benefit", LevelTwo::SocialBenefit),
    ("ecological-benefit", LevelTwo::EcologicalBenefit),
    ("sustainability", LevelTwo::Sustainability),
    ("service-satisfaction", LevelTwo::ServiceSatisfaction),
];

/// Units of amounts.
pub static MONEY_UNITS: [(&str, MoneyUnit); 3] =
    [("元", MoneyUnit::Yuan), ("万元", MoneyUnit::TenThousandYuan), ("亿元", MoneyUnit::HundredMillionYuan)];

/// Ways of rounding.
pub static ROUNDINGS: [(&str, Rounding); 3] =
    [("half-up", Rounding::HalfUp), ("half-even", Rounding::HalfEven), ("down", Rounding::Down)];

/// Judgements of a policy; `None` switches a rule off.
pub static JUDGEMENTS: [(&str, Option<Severity>); 4] = [
    ("blocks", Some(Severity::Blocks)),
    ("warns", Some(Severity::Warns)),
    ("advises", Some(Severity::Advises)),
    ("off", None),
];

/// Kinds of texts in the cells that a pack invents.
pub static KINDS: [(&str, Kind); 10] = [
    ("line", Kind::Line),
    ("prose", Kind::Prose),
    ("money", Kind::Money),
    ("number", Kind::Number),
    ("percent", Kind::Percent),
    ("year", Kind::Year),
    ("date", Kind::Date),
    ("period", Kind::Period),
    ("choice", Kind::Choice),
    ("value", Kind::Value),
];

/// Whether an indicator is for the year or for the whole period.
pub(super) static HORIZONS: [(&str, Horizon); 2] = [("year", Horizon::Year), ("whole", Horizon::Whole)];

/// What a value cell states.
pub(super) static SAID: [(&str, Said); 6] = [
    ("number", Said::Number),
    ("range", Said::Range),
    ("date", Said::Date),
    ("yes-no", Said::YesNo),
    ("words", Said::Words),
    ("unit", Said::Unit),
];

/// Where in a text a word stands.
pub(super) static SPOTS: [(&str, Spot); 4] =
    [("anywhere", Spot::Anywhere), ("start", Spot::Start), ("end", Spot::End), ("whole", Spot::Whole)];

/// How two measures relate; dates have words of their own.
pub(super) static RELATIONS: [(&str, Relation); 10] = [
    ("at-least", Relation::AtLeast),
    ("at-most", Relation::AtMost),
    ("above", Relation::Above),
    ("below", Relation::Below),
    ("equals", Relation::Equals),
    ("differs", Relation::Differs),
    ("not-before", Relation::AtLeast),
    ("not-after", Relation::AtMost),
    ("after", Relation::Above),
    ("before", Relation::Below),
];

/// Ways to mend a finding.
pub(super) static WAYS: [(&str, Way); 4] =
    [("set", Way::Set), ("clear", Way::Clear), ("replace", Way::Replace), ("fill", Way::Fill)];

/// How much of a table an example holds.
pub(super) static EXTENTS: [(&str, Extent); 2] = [("whole", Extent::Whole), ("excerpt", Extent::Excerpt)];

/// What a name stands for.
pub(super) fn find<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levels;

    #[test]
    fn names_are_those_that_the_program_writes() {
        assert!(DIMENSIONS.iter().all(|(name, dimension)| *name == dimension.name()));
        assert!(PURPOSES.iter().all(|(name, purpose)| *name == purpose.name()));
        assert!(MONEY_UNITS.iter().all(|(name, unit)| *name == unit.label()));
        assert!(JUDGEMENTS.iter().all(|(name, severity)| *name == severity.map_or("off", Severity::name)));
        assert!(LEVEL_ONES.iter().all(|(name, level)| format!("level-{name}") == levels::one(*level)));
        assert!(LEVEL_TWOS.iter().all(|(name, level)| format!("level-{name}") == levels::two(*level)));
    }
}
