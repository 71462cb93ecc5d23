//! Documents, reports and scorecards as JSON text.

use serde::Serialize;

/// JSON on one line. Objects of a document are sorted by key and numbers are texts, so the same document always
/// gives the same bytes.
pub fn canonical<T: Serialize>(value: &T) -> String {
    // Every type of the kit serialises into JSON: all keys are texts.
    serde_json::to_string(value).unwrap_or_default()
}

/// JSON for people: indented, with a line break at the end.
pub fn pretty<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
