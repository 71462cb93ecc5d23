//! The xlsx format: a strict subset out, whatever spreadsheets write in.

mod date;
mod decimal;
mod format;
mod read;
mod text;
mod write;

pub use read::{LIMITS, Limits, ReadError, read};
pub use write::write;
