//! 目标质量得分.

use jibiao_model::{QualityCard, Report};

use crate::Scoring;

/// The quality score of a checked declaration.
pub fn quality(_report: &Report, scoring: &Scoring) -> QualityCard {
    QualityCard { lines: Vec::new(), total: None, grade: None, basis: scoring.quality.basis.clone(), scale: scoring.scale }
}
