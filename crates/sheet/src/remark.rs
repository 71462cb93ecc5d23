//! What a reader met that a person should know of.

use serde::{Deserialize, Serialize};

/// What was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// A formula: its value was taken. `text` is the formula.
    Formula,
    /// A formula without a value: nobody has computed it yet.
    FormulaWithoutValue,
    /// A formula that failed: `#REF!`.
    Failed,
    /// A number that is shown shorter than it is. `text` is the whole number.
    Rounded,
    /// A number of more than fifteen digits: a spreadsheet has lost the rest.
    TooManyDigits,
    /// A format that this reader does not know: the number is given plainly. `text` is the format.
    UnknownFormat,
    /// A sheet that is hidden.
    HiddenSheet,
    /// Hidden rows with texts; `text` is how many.
    HiddenRows,
    /// Hidden columns with texts; `text` is how many.
    HiddenColumns,
    /// Rows or cells beyond the limit were not read.
    Cut,
    /// Macros. They were not read.
    Macros,
    /// A link to another file. It was not followed.
    ExternalLink,
    /// Pictures, text boxes or comments. They were not read. `text` is what.
    NotCells,
    /// Dates count from 1904, and were read so.
    Since1904,
    /// A sheet that is no table: a chart.
    NotATable,
}

impl RemarkKind {
    /// All kinds.
    pub const ALL: [Self; 15] = [
        Self::Formula,
        Self::FormulaWithoutValue,
        Self::Failed,
        Self::Rounded,
        Self::TooManyDigits,
        Self::UnknownFormat,
        Self::HiddenSheet,
        Self::HiddenRows,
        Self::HiddenColumns,
        Self::Cut,
        Self::Macros,
        Self::ExternalLink,
        Self::NotCells,
        Self::Since1904,
        Self::NotATable,
    ];

    /// The name on wires and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Formula => "formula",
            Self::FormulaWithoutValue => "formula-without-value",
            Self::Failed => "failed",
            Self::Rounded => "rounded",
            Self::TooManyDigits => "too-many-digits",
            Self::UnknownFormat => "unknown-format",
            Self::HiddenSheet => "hidden-sheet",
            Self::HiddenRows => "hidden-rows",
            Self::HiddenColumns => "hidden-columns",
            Self::Cut => "cut",
            Self::Macros => "macros",
            Self::ExternalLink => "external-link",
            Self::NotCells => "not-cells",
            Self::Since1904 => "since-1904",
            Self::NotATable => "not-a-table",
        }
    }
}

/// What a reader met, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    pub kind: RemarkKind,
    /// The name of the sheet; blank where it is about the whole file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// Row and column of the cell, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}
