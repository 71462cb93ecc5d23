//! Four-valued facts: a blank is not wrong, not zero and not "not applicable".

use serde::{Deserialize, Serialize};

/// What a cell's text means, or why there is no meaning yet.
///
/// A blank cell is [`Known::NotYet`] at every stage; whether that is a problem is for the pack's policy to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "value")]
pub enum Known<T> {
    /// The text was understood.
    Answered(T),
    /// Nothing has been typed.
    NotYet,
    /// The person says that there is nothing to state here (`—`, `无`, `/`), or the form has no such cell.
    NotApplicable,
    /// There is text, and it could not be understood; the text itself stands untouched in the document.
    Unreadable,
}

impl<T> Known<T> {
    /// The value, where there is one.
    pub fn answered(&self) -> Option<&T> {
        match self {
            Self::Answered(value) => Some(value),
            Self::NotYet | Self::NotApplicable | Self::Unreadable => None,
        }
    }

    /// Whether nothing has been typed.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::NotYet)
    }

    /// The same state with the value changed by `f`.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Answered(value) => Known::Answered(f(value)),
            Self::NotYet => Known::NotYet,
            Self::NotApplicable => Known::NotApplicable,
            Self::Unreadable => Known::Unreadable,
        }
    }
}
