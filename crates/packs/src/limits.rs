//! How much a pack may hold. Beyond it a pack is refused with a sentence that names the limit, before anything is
//! built from it. All limits of packs stand here.
//!
//! Nothing in a pack repeats or calls itself: a rule is one statement of a known kind, and each is linear in what the
//! pack names and the document holds. So a bound on how much is stated bounds how long a rule runs.

/// How much a pack may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackLimits {
    /// Bytes of an assembled pack, and of all its files.
    pub bytes: usize,
    /// Bytes of one file.
    pub file: usize,
    /// Files of a folder or a zip.
    pub files: usize,
    /// How many times larger than packed a file of a zip may be; what is smaller than `unpacked` may be anyhow.
    pub ratio: usize,
    pub unpacked: usize,
    /// How deep lists and tables stand in each other.
    pub depth: usize,
    /// Values in all files together.
    pub values: usize,
    /// Values in one rule's statement, without its examples.
    pub statement: usize,
    pub rules: usize,
    pub forms: usize,
    /// Examples of all rules together, and what is in each.
    pub examples: usize,
    pub example: usize,
    /// Packs that stand on one another by `extends`, this one included.
    pub layers: usize,
}

/// The limits of this version. The national pack is a tenth of them in every respect.
pub const PACK_LIMITS: PackLimits = PackLimits {
    bytes: 4 * 1024 * 1024,
    file: 1024 * 1024,
    files: 1_000,
    ratio: 200,
    unpacked: 64 * 1024,
    depth: 24,
    values: 200_000,
    statement: 5_000,
    rules: 500,
    forms: 100,
    examples: 5_000,
    example: 2_000,
    layers: 8,
};
