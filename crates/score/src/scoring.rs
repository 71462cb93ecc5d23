//! What a pack states about scores.

use jibiao_model::{Concept, Dimension, Form, FormId, Number, RuleId, Severity, SortedMap};

use crate::{AdviceEntry, Method};

/// A named band of points: from `from` (included) up to the next band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// 优, 良, 中, 差, or what the place calls them.
    pub name: String,
    /// Points on the scale of a hundred.
    pub from: Number,
}

/// All numbers that scores depend on.
#[derive(Clone, Debug, Default)]
pub struct Scoring {
    /// How points are computed, unless a form has its own way.
    pub method: Method,
    /// Forms whose way differs, each with all of it.
    pub by_form: SortedMap<FormId, Method>,
    pub quality: QualityScoring,
    /// 结果应用.
    pub advice: Vec<AdviceEntry>,
}

impl Scoring {
    /// How points of a form are computed.
    pub fn of(&self, form: &Form) -> &Method {
        self.by_form.get(&form.id).unwrap_or(&self.method)
    }
}

/// The review sheet of a declaration as points.
#[derive(Clone, Debug, Default)]
pub struct QualityScoring {
    pub dimensions: Vec<QualityDimension>,
    /// Points taken off for a finding of each severity, unless a rule has its own entry.
    pub by_severity: SortedMap<Severity, QualityDeduction>,
    /// Points taken off by particular rules.
    pub by_rule: SortedMap<RuleId, QualityDeduction>,
    pub grades: Vec<Grade>,
    pub basis: Vec<String>,
}

/// One line of the review sheet.
#[derive(Clone, Debug)]
pub struct QualityDimension {
    pub dimension: Dimension,
    pub weight: Number,
    /// Findings of these dimensions are taken off here.
    pub counts: Vec<Dimension>,
    /// What has to be there before this dimension can be judged: cells, or columns of the indicators. A document
    /// that was asked for one of them and has nothing there gets no points here.
    pub needs: Vec<Concept>,
}

/// How much the findings of one rule take off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QualityDeduction {
    /// For each finding.
    pub each: Number,
    /// At most this much for all findings of one rule.
    pub most: Number,
}
