//! The pack format and the built-in packs.
//!
//! A pack is data only: forms, frames, policy, scoring, vocabulary, rules and messages of one jurisdiction, dated
//! and hashed. [`Pack::load`] resolves every name once and lists *all* problems of a pack that does not fit.

mod builtin;
mod load;

pub use builtin::{builtin, builtin_bytes};
pub use jibiao_rules::Problem;
pub use load::LoadError;

use jibiao_model::{Form, Label, PackRef};
use jibiao_rules::RuleBook;
use jibiao_wording::Messages;

/// A document that a pack rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Document number: 财预〔2015〕88号.
    pub number: String,
    pub title: String,
    /// How well the text is known: `read`, `second-hand`, `number-only`.
    pub state: String,
}

/// One jurisdiction's forms, rules and numbers, loaded and resolved.
#[derive(Debug)]
pub struct Pack {
    pub reference: PackRef,
    pub name: Label,
    /// First and last day of validity, ISO 8601; blank means open.
    pub valid: (String, String),
    pub sources: Vec<Source>,
    pub forms: Vec<Form>,
    pub book: RuleBook,
    pub messages: Messages,
}

impl Pack {
    /// The form with this id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id.as_str() == id)
    }
}
