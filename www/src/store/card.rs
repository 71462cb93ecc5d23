//! What the list of drafts shows of each, kept beside the draft so that the list opens without opening them all.

use serde::{Deserialize, Serialize};

use crate::browser::clock::Moment;

/// A draft in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Card {
    pub(crate) id: String,
    pub(crate) form: String,
    pub(crate) project: String,
    pub(crate) year: String,
    /// Sections that are complete, and all of them.
    pub(crate) done: u32,
    pub(crate) sections: u32,
    /// Findings of the last check, where there was one.
    pub(crate) problems: Option<u32>,
    pub(crate) changed: Moment,
    pub(crate) file: FileMark,
}

/// How the draft stands to the file on disk.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct FileMark {
    /// The name of the file it was opened from or saved to.
    pub(crate) name: Option<String>,
    pub(crate) saved: Option<Moment>,
    /// Whether the draft holds changes that the file does not.
    pub(crate) behind: bool,
}
