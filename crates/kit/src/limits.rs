//! How much a document may hold. Beyond it a file is refused with a sentence, before anything is built from it.

/// How much a document may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub bytes: usize,
    /// Rows of one table.
    pub rows: usize,
    /// Characters of one cell.
    pub characters: usize,
}

/// The limits of this version. The largest published table has a few dozen rows; 5,000 leaves room for whole
/// department lists and keeps a check below a tenth of a second.
pub const LIMITS: Limits = Limits { bytes: 16 * 1024 * 1024, rows: 5_000, characters: 200_000 };
