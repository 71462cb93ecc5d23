//! 绩效得分.

use jibiao_model::{Number, Points, Scorecard};
use jibiao_reading::Reading;

use crate::Scoring;

/// The scorecard of a self-evaluation.
pub fn performance(_reading: &Reading<'_>, scoring: &Scoring) -> Scorecard {
    Scorecard {
        lines: Vec::new(),
        total: Points::Undetermined { low: Number::ZERO, high: Number::HUNDRED },
        printed_total: None,
        total_differs: false,
        weight: Number::ZERO,
        grade: None,
        basis: scoring.basis.clone(),
        scale: scoring.scale,
    }
}
