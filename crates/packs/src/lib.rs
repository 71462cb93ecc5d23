//! The pack format and the built-in packs.
//!
//! A pack is data only: forms, frames, policy, scoring, vocabulary, rules and messages of one jurisdiction, dated
//! and hashed. [`Pack::load`] resolves every name once and lists *all* problems of a pack that does not fit.

#[cfg(feature = "author")]
pub mod author;
mod builtin;
mod like;
mod limits;
mod load;
mod overlay;
#[cfg(feature = "profiles")]
pub mod profile;
mod shelf;
#[cfg(feature = "zip")]
mod zip;

#[cfg(feature = "districts")]
pub use builtin::district_bytes;
pub use builtin::{builtin, builtin_bytes};
pub use jibiao_rules::{Problem, Problems};
pub use limits::{PACK_LIMITS, PackLimits};
pub use load::{LoadError, Reason};
#[cfg(feature = "profiles")]
pub use profile::Profile;
pub use shelf::Shelf;
#[cfg(feature = "zip")]
pub use zip::assembled;

use jibiao_model::{CellId, Form, FormId, Label, PackRef, RuleId, SortedMap, TableId};
use jibiao_rules::{DataExample, RuleBook};
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

/// Which packs state a data rule or a form, by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The pack that stated it first.
    pub first: String,
    /// The one whose statement counts.
    pub last: String,
}

/// One jurisdiction's forms, rules and numbers, loaded and resolved, with all that it inherits.
#[derive(Debug)]
pub struct Pack {
    pub reference: PackRef,
    /// The packs that this one stands on, nearest first.
    pub lineage: Vec<PackRef>,
    pub name: Label,
    /// First and last day of validity, ISO 8601; blank means open.
    pub valid: (String, String),
    pub sources: Vec<Source>,
    pub forms: Vec<Form>,
    pub book: RuleBook,
    pub messages: Messages,
    /// Where each data rule comes from.
    pub origins: SortedMap<RuleId, Origin>,
    /// Where each form comes from.
    pub forms_from: SortedMap<FormId, Origin>,
    /// The first edition of this pack and of those that it stands on, nearest first: id and edition.
    pub editions: Vec<(String, String)>,
    /// Forms filled in, to look at beside one's own; at most one a form.
    pub examples: Vec<WorkedExample>,
    /// Examples beside those of its rules: what rules find with this pack's numbers and words.
    pub tests: Vec<(RuleId, Vec<DataExample>)>,
    /// How documents stand in the exchange tables of other systems.
    #[cfg(feature = "profiles")]
    pub profiles: Vec<Profile>,
}

/// A form filled in as its pack shows it to those who fill it.
#[derive(Clone, Debug)]
pub struct WorkedExample {
    pub form: FormId,
    pub cells: SortedMap<CellId, String>,
    /// Rows by table, in order.
    pub tables: SortedMap<TableId, Vec<SortedMap<CellId, String>>>,
}

impl Pack {
    /// The example of a form, if the pack has one.
    pub fn example(&self, form: &FormId) -> Option<&WorkedExample> {
        self.examples.iter().find(|example| example.form == *form)
    }

    /// The profile with this id.
    #[cfg(feature = "profiles")]
    pub fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// The form with this id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id.as_str() == id)
    }

    /// Whether this pack states a data rule itself.
    pub fn states(&self, rule: &RuleId) -> bool {
        self.origins.get(rule).is_some_and(|origin| origin.last == self.reference.id)
    }
}
