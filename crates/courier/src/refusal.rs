//! Why something was not done, as data.

use jibiao_bundle::WriteError;
use jibiao_sheet::ReadError;
use serde::Serialize;

/// Why something was not done: a code with words in the engine, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    pub code: &'static str,
    /// The file it is about; blank where there is none.
    pub file: String,
}

impl Refusal {
    pub(crate) fn new(code: &'static str) -> Self {
        Self { code, file: String::new() }
    }

    /// As the page gets it.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<WriteError> for Refusal {
    fn from(error: WriteError) -> Self {
        Self { code: error.code().name(), file: error.file().to_owned() }
    }
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        Self::new(error.name())
    }
}
