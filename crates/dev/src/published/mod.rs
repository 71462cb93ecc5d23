//! Published tables: read from their transcription, turned into documents, checked and scored.

mod document;
mod labels;
mod laid;
mod outcome;
mod own;
mod table;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use jibiao_kit::{Kit, Stage};
use serde_json::{Value, json};

/// Which kind of defect a rule stands for: `rule` → kind, and `rule/message` → kind where messages differ.
pub(crate) type Kinds = BTreeMap<String, String>;

/// Checks and scores tables.
pub(crate) struct Published {
    kit: Kit,
    kinds: Kinds,
}

impl Published {
    pub(crate) fn new(kinds: Kinds) -> Result<Self> {
        Ok(Self { kit: Kit::builtin().context("the built-in packs do not load")?, kinds })
    }

    /// The result line of a table; `Err` where it can't be turned into a document.
    pub(crate) fn line(&self, name: &str, bytes: &[u8]) -> Result<Value> {
        let draft = document::draft(&self.kit, name, &table::read(bytes)?)?;
        let report = draft.check(Stage::Review);
        Ok(outcome::line(name, &draft, &report, &self.kinds))
    }

    /// The form in which a table finds the most of its cells, what finds none there, and the result there; `None` where
    /// no form is for such a table.
    pub(crate) fn layout(&self, name: &str, bytes: &[u8]) -> Result<Option<Value>> {
        let Some(laid) = laid::best(&self.kit, name, &table::read(bytes)?)? else { return Ok(None) };
        Ok(Some(self.laid(name, &laid)))
    }

    fn laid(&self, name: &str, laid: &laid::Laid) -> Value {
        let mut line = outcome::line(name, &laid.draft, &laid.draft.check(Stage::Review), &self.kinds);
        line["pack"] = json!(laid.draft.document().pack.id);
        line["form"] = json!(laid.draft.form().id.as_str());
        line["homeless"] = json!(laid.homeless);
        line
    }

    /// The document that a table becomes, for a look at it.
    pub(crate) fn document(&self, name: &str, bytes: &[u8]) -> Result<String> {
        let draft = document::draft(&self.kit, name, &table::read(bytes)?)?;
        Ok(jibiao_kit::pretty(draft.document()))
    }
}

/// The line of a table that can't be turned into a document.
pub(crate) fn error_line(name: &str, error: &anyhow::Error) -> Value {
    json!({ "table": name, "error": format!("{error:#}") })
}
