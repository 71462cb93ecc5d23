//! Scores: formulas are few and in code, every number is in the pack.
//!
//! [`performance`] is the arithmetic of a self-evaluation; [`quality`] says how good a declaration is. The two
//! are never mixed.

mod advice;
mod execution;
mod grade;
mod line;
mod method;
mod performance;
mod place;
mod quality;
mod ratio;
mod scoring;

pub use advice::{AdviceEntry, When};
pub use method::{
    Clock, Denominator, EqualMethod, ExecutionMethod, Gate, Inapplicable, ItemGrade, LowerMethod, Mean, Method,
    MonitoringMethod, OverTarget, Overall, RatingMethod, Tier,
};
pub use performance::performance;
pub use quality::quality;
pub use scoring::{Grade, QualityDeduction, QualityDimension, QualityScoring, Scoring};
