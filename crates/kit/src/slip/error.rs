//! Why a slip can't be used, or not be written.

use std::fmt;

/// Why a slip can't be used, or not be written. Codes are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlipErrorCode {
    /// More bytes or entries than a slip may have.
    TooLarge,
    /// The file is no slip.
    NotASlip,
    /// The slip is of a newer version of the format.
    NewerFormat,
    /// The slip is of another document.
    OtherDocument,
    /// The slip is of another form.
    OtherForm,
    /// The slip is of a later revision than the document.
    OlderDocument,
    /// A note is for an entry that the slip does not have.
    NoEntry,
    /// Two notes are for one entry.
    TwoNotes,
    /// A comment is on a place that the document does not have.
    NoPlace,
    /// A comment is on a place that may be one of several.
    SeveralPlaces,
    /// A comment or a note says nothing.
    SaysNothing,
    /// Nothing would stand on the slip.
    NoEntries,
}

impl SlipErrorCode {
    /// All codes.
    pub const ALL: [Self; 12] = [
        Self::TooLarge,
        Self::NotASlip,
        Self::NewerFormat,
        Self::OtherDocument,
        Self::OtherForm,
        Self::OlderDocument,
        Self::NoEntry,
        Self::TwoNotes,
        Self::NoPlace,
        Self::SeveralPlaces,
        Self::SaysNothing,
        Self::NoEntries,
    ];

    /// The stable name: `other-document`.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotASlip => "not-a-slip",
            Self::NewerFormat => "newer-format",
            Self::OtherDocument => "other-document",
            Self::OtherForm => "other-form",
            Self::OlderDocument => "older-document",
            Self::NoEntry => "no-entry",
            Self::TwoNotes => "two-notes",
            Self::NoPlace => "no-place",
            Self::SeveralPlaces => "several-places",
            Self::SaysNothing => "says-nothing",
            Self::NoEntries => "no-entries",
        }
    }
}

/// Why a slip can't be used, or not be written. The words are the front end's; what it names is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipError {
    code: SlipErrorCode,
    detail: String,
}

impl SlipError {
    pub(super) fn new(code: SlipErrorCode, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into() }
    }

    pub fn code(&self) -> SlipErrorCode {
        self.code
    }

    /// What it is about: the place that was asked for, the other document, the number of the entry.
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

impl fmt::Display for SlipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The return slip can't be used or written ({}): {}.", self.code.name(), self.detail)
    }
}

impl std::error::Error for SlipError {}
