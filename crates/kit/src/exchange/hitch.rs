//! Why a document can't be written into exchange tables, or not be read from them.

use jibiao_model::{CellId, RowId, TableId};

/// What is wrong. Names are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitchCode {
    /// The pack has no such profile.
    UnknownProfile,
    /// The profile is not for this form.
    OtherForm,
    /// A table of codes is needed that was not handed in.
    CodesMissing,
    /// A table of codes was handed in that the profile does not know.
    CodesUnknown,
    /// The table of codes has no such name.
    NameUnknown,
    /// The table of codes has several codes for what the name may be called.
    NameAmbiguous,
    /// The table of codes has no such code.
    CodeUnknown,
    /// More characters than the field takes.
    TooLong,
    /// A text that is no such thing as the field takes.
    NotA,
    /// More digits after the point than the field takes.
    TooFine,
    /// More digits than the field takes.
    TooLarge,
    /// More bytes, or more records, than are taken.
    TooMuch,
    /// The file is no text, or no JSON.
    NotJson,
    /// A field stands twice in one object.
    Twice,
    /// The file holds no exchange tables.
    NotAnExchange,
    /// The file is of a newer version of the format.
    NewerFormat,
    /// The file was written by another profile.
    OtherProfile,
    /// The file does not say of which form it is, and several come into question.
    FormOpen,
    /// The part that goes along beside the tables can't be used.
    Document,
    /// A table is missing.
    TableMissing,
    /// A field is missing in a record.
    FieldMissing,
    /// A value of another kind.
    Kind,
    /// A number that readers of JSON don't have exactly.
    Inexact,
    /// A record is of no kind that the table has.
    RecordUnknown,
    /// A second record of what there can be only one.
    RecordTwice,
    /// The rows that belong to the records are not as many as these.
    RowsOff,
    /// The form has no cell for what the field says.
    NoPlace,
    /// A field says something else than others say of the same cell.
    Differs,
}

impl HitchCode {
    /// All of them.
    pub const ALL: [Self; 28] = [
        Self::UnknownProfile,
        Self::OtherForm,
        Self::CodesMissing,
        Self::CodesUnknown,
        Self::NameUnknown,
        Self::NameAmbiguous,
        Self::CodeUnknown,
        Self::TooLong,
        Self::NotA,
        Self::TooFine,
        Self::TooLarge,
        Self::TooMuch,
        Self::NotJson,
        Self::Twice,
        Self::NotAnExchange,
        Self::NewerFormat,
        Self::OtherProfile,
        Self::FormOpen,
        Self::Document,
        Self::TableMissing,
        Self::FieldMissing,
        Self::Kind,
        Self::Inexact,
        Self::RecordUnknown,
        Self::RecordTwice,
        Self::RowsOff,
        Self::NoPlace,
        Self::Differs,
    ];

    /// The stable name: `name-unknown`.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnknownProfile => "unknown-profile",
            Self::OtherForm => "other-form",
            Self::CodesMissing => "codes-missing",
            Self::CodesUnknown => "codes-unknown",
            Self::NameUnknown => "name-unknown",
            Self::NameAmbiguous => "name-ambiguous",
            Self::CodeUnknown => "code-unknown",
            Self::TooLong => "too-long",
            Self::NotA => "not-a",
            Self::TooFine => "too-fine",
            Self::TooLarge => "too-large",
            Self::TooMuch => "too-much",
            Self::NotJson => "not-json",
            Self::Twice => "twice",
            Self::NotAnExchange => "not-an-exchange",
            Self::NewerFormat => "newer-format",
            Self::OtherProfile => "other-profile",
            Self::FormOpen => "form-open",
            Self::Document => "document",
            Self::TableMissing => "table-missing",
            Self::FieldMissing => "field-missing",
            Self::Kind => "kind",
            Self::Inexact => "inexact",
            Self::RecordUnknown => "record-unknown",
            Self::RecordTwice => "record-twice",
            Self::RowsOff => "rows-off",
            Self::NoPlace => "no-place",
            Self::Differs => "differs",
        }
    }
}

/// A cell of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub table: Option<TableId>,
    pub row: Option<RowId>,
    pub cell: CellId,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hitch {
    pub code: HitchCode,
    /// JSON Pointer into the file: `/tables/PM_PERF_INDICATOR/3/KPI_VAL`; blank for the file as a whole.
    pub at: String,
    /// The cell in question, where it is one.
    pub spot: Option<Box<Spot>>,
    /// What a sentence about it needs: `text`, `limit`, `found`, `codes`, `known` …
    pub args: Vec<(&'static str, String)>,
}

impl Hitch {
    pub(super) fn new<const N: usize>(code: HitchCode, args: [(&'static str, &str); N]) -> Self {
        let args = args.into_iter().map(|(name, text)| (name, text.to_owned())).collect();
        Self { code, at: String::new(), spot: None, args }
    }

    pub(super) fn at(self, at: String) -> Self {
        Self { at, ..self }
    }
}
