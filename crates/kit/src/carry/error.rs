//! Why a document could not be begun from others.

use std::fmt;

use jibiao_model::{Form, FormPurpose, Label, Relation};
use jibiao_wording::Language;

use crate::{Draft, LIMITS, OpenError, words};

/// Why a document could not be begun from others. Codes are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CarryErrorCode {
    /// The pack or the form is not at hand.
    UnknownForm,
    /// The form takes nothing over from such a document.
    NoStep,
    /// The documents belong to different projects.
    OtherProject,
    /// Projects of different years or departments can't be added up.
    OtherBudget,
    /// The document can be used in several ways, and none was named.
    SeveralWays,
    /// Two documents would give the same.
    TwoOfAKind,
    /// One document was given twice.
    Twice,
    /// A document would become its own origin.
    Itself,
    TooManyRows,
}

impl CarryErrorCode {
    /// All codes.
    pub const ALL: [Self; 9] = [
        Self::UnknownForm,
        Self::NoStep,
        Self::OtherProject,
        Self::OtherBudget,
        Self::SeveralWays,
        Self::TwoOfAKind,
        Self::Twice,
        Self::Itself,
        Self::TooManyRows,
    ];

    /// The stable name: `no-step`.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnknownForm => "unknown-form",
            Self::NoStep => "no-step",
            Self::OtherProject => "other-project",
            Self::OtherBudget => "other-budget",
            Self::SeveralWays => "several-ways",
            Self::TwoOfAKind => "two-of-a-kind",
            Self::Twice => "twice",
            Self::Itself => "itself",
            Self::TooManyRows => "too-many-rows",
        }
    }
}

/// Why a document could not be begun from others, with what a sentence about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarryError {
    code: CarryErrorCode,
    /// Which of the sentences for this code; blank for the plain one.
    case: &'static str,
    /// The ways of which one has to be named.
    ways: Vec<Relation>,
    /// Which of the documents it is about, where it is about one.
    source: Option<usize>,
    /// Texts by name, in Chinese and English.
    args: Vec<(&'static str, [String; 2])>,
}

impl CarryError {
    fn new<const N: usize>(code: CarryErrorCode, args: [(&'static str, String); N]) -> Self {
        Self::said(code, "", args.map(|(name, text)| (name, [text.clone(), text])).into())
    }

    fn said(code: CarryErrorCode, case: &'static str, args: Vec<(&'static str, [String; 2])>) -> Self {
        Self { code, case, ways: Vec::new(), source: None, args }
    }

    pub(super) fn open(error: &OpenError) -> Self {
        let said = [error.message(Language::Zh), error.message(Language::En)];
        Self::said(CarryErrorCode::UnknownForm, "", vec![("reason", said)])
    }

    pub(super) fn unknown_form(form: &str) -> Self {
        Self::open(&OpenError::unknown_form(form))
    }

    /// Nothing is taken over: of another kind, subject, frame or place, each said for itself.
    pub(super) fn no_step(form: &Form, from: &Form) -> Self {
        let mut args = vec![("form", title(form)), ("from", title(from))];
        let mut of_kind = form.carries.iter().filter(|carry| carry.from.contains(&from.purpose)).peekable();
        let places = form.place.as_ref().zip(from.place.as_ref()).filter(|(one, other)| one != other);
        let case = if form.carries.is_empty() {
            "none"
        } else if of_kind.peek().is_none() {
            let kinds = || FormPurpose::ALL.iter().filter(|kind| form.carries.iter().any(|c| c.from.contains(kind)));
            let said = Language::ALL.map(|language| {
                joined(kinds().map(|kind| words::name(language, &["purpose-", kind.name()].concat())), language)
            });
            args.push(("kinds", said));
            ""
        } else if let Some((one, other)) = places {
            let named = |label: &Label| [label.zh.clone(), label.en.clone()];
            args.extend([("one", named(one)), ("other", named(other))]);
            "place"
        } else if form.subject == from.subject {
            "frame"
        } else {
            "subject"
        };
        Self::said(CarryErrorCode::NoStep, case, args)
    }

    /// The form can be begun from this document, and not in the way that was named.
    pub(super) fn no_such_way(form: &Form, from: &Form, named: Relation, ways: Vec<Relation>) -> Self {
        let args = vec![
            ("form", title(form)),
            ("from", title(from)),
            ("named", Language::ALL.map(|language| way_named(named, language))),
            ("ways", listed(&ways)),
        ];
        Self { ways, ..Self::said(CarryErrorCode::NoStep, "way", args) }
    }

    pub(super) fn other_project(a: &str, b: &str) -> Self {
        Self::new(CarryErrorCode::OtherProject, [("one", a.to_owned()), ("other", b.to_owned())])
    }

    pub(super) fn other_budget(a: &str, b: &str) -> Self {
        Self::new(CarryErrorCode::OtherBudget, [("one", a.to_owned()), ("other", b.to_owned())])
    }

    pub(super) fn several_ways(form: &Form, ways: Vec<Relation>) -> Self {
        let args = vec![("form", title(form)), ("ways", listed(&ways))];
        Self { ways, ..Self::said(CarryErrorCode::SeveralWays, "", args) }
    }

    pub(super) fn two_of_a_kind(a: &Draft, b: &Draft) -> Self {
        let id = |draft: &Draft| draft.document().id.clone();
        Self::new(CarryErrorCode::TwoOfAKind, [("one", id(a)), ("other", id(b))])
    }

    pub(super) fn twice(id: &str) -> Self {
        Self::new(CarryErrorCode::Twice, [("one", id.to_owned())])
    }

    /// Two files of one id, with different contents.
    pub(super) fn namesakes(id: &str) -> Self {
        let id = id.to_owned();
        Self::said(CarryErrorCode::Twice, "differs", vec![("one", [id.clone(), id])])
    }

    pub(super) fn itself(id: &str) -> Self {
        Self::new(CarryErrorCode::Itself, [("one", id.to_owned())])
    }

    pub(super) fn too_many_rows(table: &str, found: usize) -> Self {
        let args = [("table", table.to_owned()), ("found", found.to_string()), ("limit", LIMITS.rows.to_string())];
        Self::new(CarryErrorCode::TooManyRows, args)
    }

    pub(super) fn about(self, source: usize) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Which of the documents it is about, where it is about one alone.
    pub fn source(&self) -> Option<usize> {
        self.source
    }

    /// The stable code.
    pub fn code(&self) -> CarryErrorCode {
        self.code
    }

    /// The ways of which one has to be named, where that is what is missing.
    pub fn ways(&self) -> &[Relation] {
        &self.ways
    }

    /// The sentence for the person who asked for it.
    pub fn message(&self, language: Language) -> String {
        let catalogue = words::kit_messages().of(language);
        let args: Vec<_> = self
            .args
            .iter()
            .map(|(name, [zh, en])| (*name, words::shortened(if language == Language::Zh { zh } else { en })))
            .collect();
        let dot = if self.case.is_empty() { "" } else { "." };
        catalogue.render(&["carry-", self.code.name(), dot, self.case].concat(), &args)
    }
}

fn title(form: &Form) -> [String; 2] {
    [form.title.zh.clone(), form.title.en.clone()]
}

/// A way by its words and by the name that programs use.
fn way_named(relation: Relation, language: Language) -> String {
    let [open, close] = if language == Language::Zh { ["（", "）"] } else { [" (", ")"] };
    [&words::name(language, &["relation-", relation.name()].concat()), open, relation.name(), close].concat()
}

fn listed(ways: &[Relation]) -> [String; 2] {
    Language::ALL.map(|language| joined(ways.iter().map(|way| way_named(*way, language)), language))
}

fn joined(names: impl Iterator<Item = String>, language: Language) -> String {
    names.collect::<Vec<_>>().join(if language == Language::Zh { "、" } else { ", " })
}

impl fmt::Display for CarryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::default()))
    }
}

impl std::error::Error for CarryError {}
