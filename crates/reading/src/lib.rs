//! Text to meaning. Nothing here changes a text; what can't be understood is said to be so.

mod document;
mod stub;
mod vocabulary;

pub use document::{Horizon, Indicator, Reading};
pub use stub::*;
pub use vocabulary::{Vocabulary, WordSet};
