//! The names that a rule's record card is written in.

pub(crate) use jibiao_model::{
    Arg, Concept, Dimension, Edit, Fix, FormPurpose, FundMoment, FundSource, Known, LevelOne, LevelTwo, Meaning,
    Number, Operator, RuleId, UnitFamily,
};
pub(crate) use jibiao_reading::{Horizon, Indicator};

pub(crate) use crate::{Basis, Example, Halt, Need, Rule, Sink, View, rule::examples};

/// Forms of every purpose.
pub(crate) const EVERY: &[FormPurpose] = &FormPurpose::ALL;
/// Forms whose rows are the targets of the year, be they set, followed or answered for.
pub(crate) const WITH_TARGETS: &[FormPurpose] =
    &[FormPurpose::Declaration, FormPurpose::Monitoring, FormPurpose::SelfEvaluation];
/// Forms that tell of a project and its money in words.
pub(crate) const TOLD: &[FormPurpose] =
    &[FormPurpose::ExAnte, FormPurpose::Declaration, FormPurpose::Monitoring, FormPurpose::SelfEvaluation];
/// Declarations and self-evaluations: where targets are chosen, and answered for. On a monitoring sheet they were approved.
pub(crate) const ALL: &[FormPurpose] = &[FormPurpose::Declaration, FormPurpose::SelfEvaluation];
/// Self-evaluations, and sheets that come to a total and a grade as they do.
pub(crate) const GRADED: &[FormPurpose] = &[
    FormPurpose::ExAnte,
    FormPurpose::TargetReview,
    FormPurpose::SelfEvaluation,
    FormPurpose::ReEvaluation,
    FormPurpose::ReportRating,
];
/// Self-evaluations only.
pub(crate) const SELF_EVALUATION: &[FormPurpose] = &[FormPurpose::SelfEvaluation];

/// The rules on goals after approval.
pub(crate) const APPROVED: Basis = Basis::fixed("财预〔2015〕88号", "绩效目标批复后的调整");
/// The rules on indicators and their values.
pub(crate) const INDICATORS: Basis = Basis::fixed("财预〔2015〕88号", "绩效目标与绩效指标的设定");
/// The rules on the review of declarations.
pub(crate) const REVIEW: Basis = Basis::fixed("财预〔2015〕88号", "绩效目标审核");
/// The guide on core indicators and their values.
pub(crate) const GUIDE: Basis = Basis::fixed("财预〔2021〕101号", "绩效指标的设置与取值");
/// The rules on monitoring within the year.
pub(crate) const MONITORING: Basis = Basis::fixed("财预〔2019〕136号", "绩效运行监控");
/// The rules on self-evaluation.
pub(crate) const SELF: Basis = Basis::fixed("财预〔2020〕10号", "项目支出绩效自评");
