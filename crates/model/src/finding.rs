//! What a rule found, as data. Wording is elsewhere, severity is the pack's.

use serde::{Deserialize, Serialize};

use crate::{CellId, Edit, Number, RowId, RuleId, SectionId, TableId};

/// Where a finding stands: a cell, a row, a table, a section, or the whole document.
///
/// A pointer alone breaks when rows move, so a place in a table carries the row's id as well.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// JSON Pointer (RFC 6901) into the document as it was checked.
    pub pointer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<TableId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<RowId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<CellId>,
}

/// A typed argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Arg {
    /// Words of the document, shown in quotation marks by the message.
    Text(String),
    /// An exact number.
    Number(Number),
    /// A cell or column, shown by its label in the reader's language.
    Cell(CellId),
    /// A message of the pack's vocabulary, by key: the name of a level, a reason, an advice.
    Term(String),
    /// Several words of the document.
    Words(Vec<String>),
}

/// A small change that repairs the defect, offered to the person and undoable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// Key of the message that says what the change does.
    pub message: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
    pub edit: Edit,
}

/// Names of arguments that show how a text could be written better. They say nothing about the document: a finding
/// in which only they differ is the same finding.
pub(crate) const ADVICE: &[&str] = &["example"];

/// One defect at one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: RuleId,
    pub place: Place,
    /// Key of the message in the pack.
    pub message: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}
