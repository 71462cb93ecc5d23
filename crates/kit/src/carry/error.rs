//! Why a document could not be begun from others.

use std::fmt;

use jibiao_model::{Form, Relation};
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
    /// Texts by name, in Chinese and English.
    args: Vec<(&'static str, [String; 2])>,
}

impl CarryError {
    fn new<const N: usize>(code: CarryErrorCode, args: [(&'static str, String); N]) -> Self {
        Self { code, args: args.map(|(name, text)| (name, [text.clone(), text])).into() }
    }

    pub(super) fn open(error: &OpenError) -> Self {
        let said = [error.message(Language::Zh), error.message(Language::En)];
        Self { code: CarryErrorCode::UnknownForm, args: vec![("reason", said)] }
    }

    pub(super) fn unknown_form(form: &str) -> Self {
        Self::open(&OpenError::unknown_form(form))
    }

    pub(super) fn no_step(form: &Form, from: &Form) -> Self {
        let title = |form: &Form| [form.title.zh.clone(), form.title.en.clone()];
        Self { code: CarryErrorCode::NoStep, args: vec![("form", title(form)), ("from", title(from))] }
    }

    pub(super) fn other_project(a: &str, b: &str) -> Self {
        Self::new(CarryErrorCode::OtherProject, [("one", a.to_owned()), ("other", b.to_owned())])
    }

    pub(super) fn other_budget(a: &str, b: &str) -> Self {
        Self::new(CarryErrorCode::OtherBudget, [("one", a.to_owned()), ("other", b.to_owned())])
    }

    pub(super) fn several_ways(form: &Form, a: Relation, b: Relation) -> Self {
        let [one, other] = [a, b].map(|relation| {
            Language::ALL.map(|language| {
                [&words::name(language, &["relation-", relation.name()].concat()), "（", relation.name(), "）"].concat()
            })
        });
        let title = [form.title.zh.clone(), form.title.en.clone()];
        Self { code: CarryErrorCode::SeveralWays, args: vec![("form", title), ("one", one), ("other", other)] }
    }

    pub(super) fn two_of_a_kind(a: &Draft, b: &Draft) -> Self {
        let id = |draft: &Draft| draft.document().id.clone();
        Self::new(CarryErrorCode::TwoOfAKind, [("one", id(a)), ("other", id(b))])
    }

    pub(super) fn twice(id: &str) -> Self {
        Self::new(CarryErrorCode::Twice, [("one", id.to_owned())])
    }

    pub(super) fn itself(id: &str) -> Self {
        Self::new(CarryErrorCode::Itself, [("one", id.to_owned())])
    }

    pub(super) fn too_many_rows(table: &str, found: usize) -> Self {
        let args = [("table", table.to_owned()), ("found", found.to_string()), ("limit", LIMITS.rows.to_string())];
        Self::new(CarryErrorCode::TooManyRows, args)
    }

    /// The stable code.
    pub fn code(&self) -> CarryErrorCode {
        self.code
    }

    /// The sentence for the person who asked for it.
    pub fn message(&self, language: Language) -> String {
        let catalogue = words::kit_messages().of(language);
        let args: Vec<_> = self
            .args
            .iter()
            .map(|(name, [zh, en])| (*name, words::shortened(if language == Language::Zh { zh } else { en })))
            .collect();
        catalogue.render(&["carry-", self.code.name()].concat(), &args)
    }
}

impl fmt::Display for CarryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::default()))
    }
}

impl std::error::Error for CarryError {}
