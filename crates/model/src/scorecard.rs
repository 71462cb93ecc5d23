//! Scores that explain themselves: every line with its formula, inputs, exact and rounded value.

use serde::{Deserialize, Serialize};

use crate::{Dimension, Number, Place};

/// What a line of a scorecard is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum LineSubject {
    /// 预算执行率.
    Execution,
    /// An indicator, by its name.
    Indicator { name: String },
}

/// How a line was computed. The wording of each is a message of the kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// weight × min(1, executed ÷ annual).
    Execution,
    /// 正向: weight × min(1, actual ÷ target).
    Higher,
    /// 反向: weight × min(1, target ÷ actual); an actual of 0 gives full points.
    Lower,
    /// 反向: weight × (1 − how far above the target in shares of it).
    LowerExcess,
    /// =: hit gives full points, else the ratio of the smaller to the larger.
    Exact,
    /// =: hit gives full points, else none.
    ExactOnly,
    /// 正向: each missing unit takes off a number of points.
    Step,
    /// 满意度: a share of the weight for each band of results.
    Gate,
    /// 正向, far above its target: taken off by how far.
    OverTarget,
    /// A date: full points in time; late, what the pack leaves of them.
    Deadline,
    /// 定性: points given, within the band that the result's words name.
    Tier,
    /// 不适用: not counted.
    Inapplicable,
    /// A rated item: the points given, kept within the weight.
    Rated,
    /// A rated item: points by the grade given.
    Graded,
    /// 定性, yes/no: the points that the person gave, kept within the weight.
    Given,
    /// Nothing can be computed yet.
    Open,
}

impl Formula {
    /// All formulas, in the order in which they are explained.
    pub const ALL: [Self; 16] = [
        Self::Execution,
        Self::Higher,
        Self::Step,
        Self::OverTarget,
        Self::Lower,
        Self::LowerExcess,
        Self::Exact,
        Self::ExactOnly,
        Self::Gate,
        Self::Deadline,
        Self::Tier,
        Self::Rated,
        Self::Graded,
        Self::Inapplicable,
        Self::Given,
        Self::Open,
    ];

    /// The name used on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Execution => "execution",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::LowerExcess => "lower-excess",
            Self::Exact => "exact",
            Self::ExactOnly => "exact-only",
            Self::Step => "step",
            Self::Gate => "gate",
            Self::OverTarget => "over-target",
            Self::Deadline => "deadline",
            Self::Tier => "tier",
            Self::Inapplicable => "inapplicable",
            Self::Rated => "rated",
            Self::Graded => "graded",
            Self::Given => "given",
            Self::Open => "open",
        }
    }
}

/// Points of a line or a total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Points {
    /// All inputs are there.
    Determined { exact: Number, rounded: Number },
    /// Inputs are missing; the points lie between these bounds, both included.
    Undetermined { low: Number, high: Number },
}

impl Points {
    /// The rounded points, where determined.
    pub fn rounded(&self) -> Option<Number> {
        match self {
            Self::Determined { rounded, .. } => Some(*rounded),
            Self::Undetermined { .. } => None,
        }
    }
}

/// An input of a line, as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreInput {
    /// `target`, `actual`, `executed`, `annual`, `initial`, `within`, `pass`, `beyond`,
    /// `step`, `gate`, `low`, `high`, `grade`, and what a measure of a monitoring sheet was made from.
    pub name: String,
    /// What was read, in a form that needs no language: `≥ 95 %`.
    pub read: String,
}

/// One line of a scorecard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub subject: LineSubject,
    pub place: Place,
    pub weight: Option<Number>,
    pub formula: Formula,
    pub inputs: Vec<ScoreInput>,
    pub points: Points,
    /// The points that stand in the document.
    pub printed: Option<Number>,
    /// Whether printed and computed points differ by more than the pack's tolerance.
    pub differs: bool,
    /// What this line's own rule rests on, where that is not the basis of the whole card.
    pub basis: Option<String>,
}

/// 不适用 rows were left out, and what the others have was scaled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescaled {
    /// Points of the rows that count.
    pub from: Number,
    /// Points that they were scaled to.
    pub to: Number,
}

/// 绩效得分: the arithmetic of a self-evaluation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scorecard {
    pub lines: Vec<Line>,
    /// Sum of the rounded lines.
    pub total: Points,
    /// The total that stands in the document.
    pub printed_total: Option<Number>,
    /// Whether the printed total differs from the computed one by more than the pack's tolerance.
    pub total_differs: bool,
    /// Sum of the points printed in the lines, where every line has some: a printed total can disagree with its
    /// own parts as well as with the rule.
    pub printed_sum: Option<Number>,
    /// Sum of the weights that were read.
    pub weight: Number,
    /// How the sum was scaled because some rows do not apply.
    pub rescaled: Option<Rescaled>,
    /// Name of the grade of the computed total, from the pack.
    pub grade: Option<String>,
    /// Document number and clause of the pack's scoring rules.
    pub basis: Vec<String>,
    /// Decimals of the rounded points.
    pub scale: u32,
}

/// One dimension of a quality score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualityLine {
    pub dimension: Dimension,
    pub weight: Number,
    /// Deductions by rule: id, number of findings, points taken off after the rule's cap.
    pub deductions: Vec<(crate::RuleId, u32, Number)>,
    pub points: Number,
}

/// 目标质量得分: how good the declaration is, from the findings and the pack's deductions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualityCard {
    pub lines: Vec<QualityLine>,
    /// `None` when some rule could not run: a quality score of an undetermined check would be a guess.
    pub total: Option<Number>,
    pub grade: Option<String>,
    pub basis: Vec<String>,
    pub scale: u32,
}
