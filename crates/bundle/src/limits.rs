//! How large a bundle may be. Whoever sends one does not decide how much memory it takes to look at it.

/// How large a bundle may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files and folders in the zip.
    pub entries: usize,
    /// Bytes of the zip's table of contents.
    pub directory: u64,
    /// Bytes of the zip, and of all files unpacked: what 32 bits can say, since larger zips are of another kind.
    pub bytes: u64,
    /// Bytes of one file that is kept in memory: manifests, and what the caller asks for.
    pub kept: u64,
    /// Bytes of all files that are kept in memory.
    pub kept_in_all: u64,
    /// Unpacked bytes for each packed one …
    pub ratio: u64,
    /// … in files that unpack to more than this …
    pub small: u64,
    /// … and in all of them together, where they unpack to more than this.
    pub small_in_all: u64,
    /// Bytes of a name with its folders.
    pub name: usize,
    /// Folders that a file may stand in, one within the other.
    pub depth: usize,
    /// Remarks of one kind; further ones are counted.
    pub remarks: usize,
}

/// The limits that apply.
pub const LIMITS: Limits = Limits {
    entries: 10_000,
    directory: 8 << 20,
    bytes: 0xffff_fffe,
    kept: 8 << 20,
    kept_in_all: 64 << 20,
    ratio: 200,
    small: 8 << 20,
    small_in_all: 64 << 20,
    name: 1024,
    depth: 16,
    remarks: 100,
};
