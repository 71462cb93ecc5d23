//! Scores: formulas are few and in code, every number is in the pack.
//!
//! [`performance`] is the arithmetic of a self-evaluation; [`quality`] says how good a declaration is; [`rating`] adds up
//! what somebody rated; [`monitoring`] measures money and goals within the year. They are never mixed. [`advice`] says
//! what a pack draws from them.

mod advice;
mod execution;
mod grade;
mod line;
mod method;
mod monitoring;
mod performance;
mod place;
mod quality;
mod rating;
mod ratio;
mod scoring;
mod split;

pub use advice::{AdviceEntry, When, advice};
pub use method::{
    Clock, Denominator, EqualMethod, ExecutionMethod, Gate, Inapplicable, ItemGrade, Late, LowerMethod, Mean, Method,
    MonitoringMethod, OverTarget, Overall, RatingMethod, Split, Tier,
};
pub use monitoring::monitoring;
pub use performance::performance;
pub use quality::quality;
pub use rating::rating;
pub use scoring::{Grade, QualityDeduction, QualityDimension, QualityScoring, Scoring};
pub use split::{Due, due};
