//! Scores from the outside: a sheet of texts in, points out.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

mod monitoring;
mod performance;
mod quality;
mod rating;
mod reviewed;
mod sheet;
mod small;
mod split;
mod variants;
