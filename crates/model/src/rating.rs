//! Points and grades of sheets on which somebody rates printed items.

use serde::{Deserialize, Serialize};

use crate::{Formula, Number, Place, Points, ScoreInput};

/// One item of a rating sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingLine {
    /// 审核内容: the part that the item belongs to.
    pub part: String,
    pub item: String,
    pub place: Place,
    /// `None` on sheets that give no points.
    pub weight: Option<Number>,
    /// 评定等次, as typed.
    pub grade: Option<String>,
    pub formula: Formula,
    pub inputs: Vec<ScoreInput>,
    /// `None` on sheets that give no points.
    pub points: Option<Points>,
    /// The points that stand in the document.
    pub printed: Option<Number>,
    /// Whether these are not what the rule gives or allows.
    pub differs: bool,
}

/// 评分: what a rating sheet comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingCard {
    pub lines: Vec<RatingLine>,
    /// Sum of the rounded lines; `None` on sheets that give no points.
    pub total: Option<Points>,
    /// The total that stands in the document.
    pub printed_total: Option<Number>,
    pub total_differs: bool,
    /// Sum of the weights that were read.
    pub weight: Number,
    /// The grade of the total, or of the items as the pack says; `None` while it is open.
    pub grade: Option<String>,
    /// The grade or conclusion that stands in the document, where it is one of the pack's names.
    pub printed_grade: Option<String>,
    pub grade_differs: bool,
    /// How far it is from the self-evaluation, on a sheet that goes through it again.
    pub deviation: Option<Deviation>,
    /// Document number and clause of the pack's rules.
    pub basis: Vec<String>,
    /// Decimals of the rounded points.
    pub scale: u32,
}

/// 偏离度: how far points given again are from those of the self-evaluation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// 自评总分.
    pub own: Option<Number>,
    /// In per cent of that, rounded; below zero where more was given. `None` while a total is missing, or of none.
    pub percent: Option<Number>,
    /// The figure that stands in the document, in per cent.
    pub printed: Option<Number>,
    pub differs: bool,
}
