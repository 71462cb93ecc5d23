//! The three records of a zip, written and read. Times are always the first day that a zip can name.
//!
//! Own code and not a library's, because a verification compares every field that is there twice, and because a file
//! whose digest is not known beforehand has to be told in a way that every reader of streams takes
//! (see [`blocks`]).

pub(crate) mod blocks;
pub(crate) mod fields;
pub(crate) mod record;
