//! 退回单: what a reviewer sends back with a document, and what came of it.
//!
//! A slip is a file of its own. It names the document as it was looked at (id, revision, digest, pack) and lists entries,
//! each anchored by ids: table, row, cell. Whoever filled the document in answers with the changed document and with
//! notes; the state of each entry is then computed from what changed, never typed in.

mod anchor;
mod answer;
mod error;
mod make;
mod stood;

use jibiao_model::{CellId, FormId, PackRef, RowId, RuleId, SectionId, Severity, SortedMap, Stage, TableId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

pub use self::{
    answer::{Note, Reply},
    error::{SlipError, SlipErrorCode},
    make::{Asking, Comment, Findings, On, Picked},
};
use crate::LIMITS;

/// What a reviewer sends back with a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slip {
    jibiao_slip: u64,
    /// The id of the document.
    pub document: String,
    /// The revision that was looked at.
    pub revision: u64,
    /// SHA-256 of the document that was looked at.
    pub digest: String,
    pub pack: PackRef,
    pub form: FormId,
    /// The stage of the check that its findings are of.
    pub stage: Stage,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reviewer: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// What was answered with; nothing before the first answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
    pub entries: Vec<SlipEntry>,
    /// Fields of a newer version, kept as they came.
    #[serde(flatten)]
    pub rest: Map<String, Json>,
}

/// The document that answers a slip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub revision: u64,
    pub digest: String,
    pub pack: PackRef,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Fields of a newer version, kept as they came.
    #[serde(flatten)]
    pub rest: Map<String, Json>,
}

/// Where something stands, by ids alone; all blank for the whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<TableId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<CellId>,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlipEntry {
    /// Its number on this slip, from 1.
    pub n: u32,
    pub at: Anchor,
    /// What the row was called, for people, since it may be gone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What the check found there; nothing where only the reviewer says something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Found>,
    /// What the reviewer says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    pub was: Was,
    /// The texts of a table or a section, so that what changed in it can be told; nothing for other places, and where there
    /// would be too many of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stood: Option<Stood>,
    pub state: State,
    /// What changed there, where the place has cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Changed>,
    /// Row or cell, where it is there no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
    /// Whether the check still finds it; nothing before the first answer, and where there is no finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub still: Option<bool>,
    /// What was said in answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The reason (情况说明) that the document itself gives for the finding since.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Fields of a newer version, kept as they came.
    #[serde(flatten)]
    pub rest: Map<String, Json>,
}

/// A finding, with the words in which it was told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub rule: RuleId,
    pub severity: Severity,
    pub what: String,
    #[serde(rename = "do")]
    pub advice: String,
    /// The reason that stood beside it already: it answers nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Fields of a newer version, kept as they came.
    #[serde(flatten)]
    pub rest: Map<String, Json>,
}

/// What stood there when the slip was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Was {
    /// The text of a cell.
    Text(String),
    /// The texts of a row.
    Cells(SortedMap<CellId, String>),
    /// SHA-256 of what stood in a table or a section.
    Digest(String),
    /// Nothing that could change: a place that the form has no cells at, or the whole document.
    Whole,
}

/// What stood in a table or a section when the slip was written. Blank cells are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    /// The texts of a section outside of its tables.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub cells: SortedMap<CellId, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<StoodRow>,
}

/// A row as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoodRow {
    pub table: TableId,
    pub row: RowId,
    /// What it was called, for people, since it may be gone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub cells: SortedMap<CellId, String>,
}

/// What came of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// 待处理.
    Open,
    /// 已修改.
    Changed,
    /// 有说明.
    Explained,
}

impl State {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Open, Self::Changed, Self::Explained];

    /// The name used in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Changed => "changed",
            Self::Explained => "explained",
        }
    }
}

/// A cell that says something else now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The table and the row that it is in, where the entry is on a whole table or section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<TableId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    /// What that row is called, for people, since it may be gone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub cell: CellId,
    pub before: String,
    pub now: String,
}

/// What is there no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gone {
    Row,
    /// The form has no such cell, section or table: another edition of its pack.
    Cell,
}

impl Gone {
    /// The name used in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Cell => "cell",
        }
    }
}

impl Slip {
    /// The version of the format that this crate writes.
    pub const FORMAT: u64 = 1;
    /// The most entries of a slip.
    pub const MOST_ENTRIES: usize = 10_000;
    /// The most bytes of texts that are kept of tables and sections on one slip.
    pub const MOST_STOOD: usize = 1 << 20;

    /// Reads a file: JSON bytes, the whole of it.
    ///
    /// # Errors
    /// [`SlipError`] where it is too large, no slip, or one of a newer version.
    pub fn read(bytes: &[u8]) -> Result<Self, SlipError> {
        let refused = |code, detail: String| Err(SlipError::new(code, detail));
        if bytes.len() > LIMITS.bytes {
            return refused(SlipErrorCode::TooLarge, bytes.len().to_string());
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let slip: Self = match serde_json::from_slice(bytes) {
            Ok(slip) => slip,
            Err(error) => return refused(SlipErrorCode::NotASlip, error.to_string()),
        };
        if slip.jibiao_slip > Self::FORMAT {
            return refused(SlipErrorCode::NewerFormat, slip.jibiao_slip.to_string());
        }
        if slip.entries.len() > Self::MOST_ENTRIES {
            return refused(SlipErrorCode::TooLarge, slip.entries.len().to_string());
        }
        let numbered = slip.entries.iter().zip(1_u32..).all(|(entry, n)| entry.n == n);
        if !numbered {
            return refused(SlipErrorCode::NotASlip, "n".to_owned());
        }
        Ok(slip)
    }

    /// Whether both ask for the same of the same document: a slip and its answer, or two answers to one.
    pub fn asks_as(&self, other: &Self) -> bool {
        let asked = |one: &SlipEntry, other: &SlipEntry| {
            one.at == other.at && one.finding == other.finding && one.comment == other.comment && one.was == other.was
        };
        (&self.document, self.revision, &self.digest) == (&other.document, other.revision, &other.digest)
            && self.entries.len() == other.entries.len()
            && self.entries.iter().zip(&other.entries).all(|(one, other)| asked(one, other))
    }

    /// How many entries are in a state.
    pub fn count(&self, state: State) -> usize {
        self.entries.iter().filter(|entry| entry.state == state).count()
    }
}
