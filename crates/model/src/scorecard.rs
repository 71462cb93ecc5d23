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

/// How a line was computed. The wording of each is a message of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// weight × min(1, executed ÷ annual).
    Execution,
    /// 正向: weight × min(1, actual ÷ target).
    Higher,
    /// 反向: weight × min(1, target ÷ actual); an actual of 0 gives full points.
    Lower,
    /// =: hit gives full points, else the ratio of the smaller to the larger.
    Exact,
    /// 定性, dated, yes/no: the points that the person gave, kept within the weight.
    Given,
    /// Nothing can be computed yet.
    Open,
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
    /// `target`, `actual`, `executed`, `annual`.
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
