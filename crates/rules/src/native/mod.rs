//! The native rules: one file each. A forgotten `mod` line does not compile, because the table names it.

use crate::Rule;

/// All native rules.
pub static NATIVE: &[&Rule] = &[];
