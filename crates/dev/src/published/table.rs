//! The shape in which published tables are transcribed.

use std::fmt;

use anyhow::{Context, Result, bail};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{Map, Value};

/// A JSON object in the order written: `其中` belongs to the total before it.
#[derive(Debug, Default)]
pub(super) struct Pairs(pub(super) Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// A published table as transcribed.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    /// `project_declaration`, `transfer_self_eval_noscore`, …
    pub(super) kind: String,
    /// Whether the whole table was readable.
    pub(super) complete: bool,
    #[serde(default)]
    pub(super) fields: Option<Pairs>,
    #[serde(default)]
    pub(super) funds: Option<Map<String, Value>>,
    pub(super) rows: Vec<Map<String, Value>>,
    /// Everything else: head, totals, notes.
    #[serde(flatten)]
    pub(super) rest: Map<String, Value>,
}

/// Reads a transcription.
pub(super) fn read(bytes: &[u8]) -> Result<Table> {
    serde_json::from_slice(bytes).context("not a table: an object with `kind`, `complete` and `rows` was expected")
}

/// A cell as printed: text as it stands, a number by its digits; `None` where nothing is printed.
pub(super) fn printed(value: &Value) -> Result<Option<String>> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
        Value::Number(number) => Ok(Some(number.to_string())),
        other => bail!("{other} can't stand in a cell"),
    }
}
