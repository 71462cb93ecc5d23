//! Scores: formulas are few and in code, every number is in the pack.
//!
//! [`performance`] is the arithmetic of a self-evaluation; [`quality`] says how good a declaration is. The two
//! are never mixed.

mod execution;
mod grade;
mod line;
mod performance;
mod place;
mod quality;
mod ratio;
mod scoring;

pub use performance::performance;
pub use quality::quality;
pub use scoring::{Grade, QualityDeduction, QualityDimension, QualityScoring, Scoring};
