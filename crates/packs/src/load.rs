//! From a pack's files to a [`Pack`]: every name resolved, all problems listed.

mod book;
mod form;
mod wording;

use std::fmt;

use jibiao_model::{Form, Label, PackRef};
use jibiao_rules::{Fields, Problem, Problems, RuleBook};
use jibiao_wording::{Language, Messages};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Pack, Source};

/// Why a pack was refused: all of its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    problems: Vec<Problem>,
}

impl LoadError {
    /// All problems, in the order of the files.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the pack was refused for {} problem(s):", self.problems.len())?;
        self.problems.iter().try_for_each(|problem| writeln!(f, "  {problem}"))
    }
}

impl std::error::Error for LoadError {}

impl Pack {
    /// Loads an assembled pack (JSON).
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a pack is accepted as a whole or not at all.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        let files = parsed(bytes).map_err(|what| LoadError {
            problems: vec![Problem {
                file: "pack".to_owned(),
                line: None,
                at: String::new(),
                what: format!("the pack can't be read: {what}"),
            }],
        })?;
        let problems = Problems::default();
        let parts = whole(&files, &problems).then(|| Parts::read(&files, &problems));
        let Some(parts) = parts.filter(|_| problems.is_empty()) else {
            return Err(LoadError { problems: problems.into_list() });
        };
        let Head { id, edition, name, valid, sources } = parts.head;
        let digest = Sha256::digest(bytes);
        let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let reference = PackRef { id, edition, sha256 };
        let Parts { forms, book, messages, .. } = parts;
        Ok(Self { reference, name, valid, sources, forms, book, messages })
    }
}

fn parsed(bytes: &[u8]) -> Result<Value, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// What every pack has, as JSON Pointers into it.
const PARTS: [&str; 9] =
    ["/pack", "/vocabulary", "/policy", "/scoring", "/frames", "/forms", "/rules", "/messages/zh", "/messages/en"];

/// Whether every part is there. One that is not is told alone, without all that other parts would miss in it.
fn whole(files: &Value, problems: &Problems) -> bool {
    for part in PARTS {
        if !files.pointer(part).is_some_and(Value::is_object) {
            problems.add("pack", ["the pack has no `", part.trim_start_matches('/'), "` with named fields"].concat());
        }
    }
    problems.is_empty()
}

/// What `pack.toml` says.
struct Head {
    id: String,
    edition: String,
    name: Label,
    valid: (String, String),
    sources: Vec<Source>,
}

/// All files of a pack, with stand-ins for what can't be read.
struct Parts {
    head: Head,
    forms: Vec<Form>,
    book: RuleBook,
    messages: Messages,
}

impl Parts {
    fn read(files: &Value, problems: &Problems) -> Self {
        let mut files = Fields::open(files, "pack", problems);
        let head = head(files.file("pack", "pack"));
        let frames = form::frames(files.fields("frames"));
        let forms = form::forms(files.fields("forms"), &frames);
        let book = book::read(&mut files, &forms, problems);
        let mut languages = files.fields("messages");
        let [zh, en] = Language::ALL.map(|language| wording::read(&mut languages, language));
        let messages = Messages { zh, en };
        wording::examine(&messages, &book, problems);
        Self { head, forms, book, messages }
    }
}

fn head(mut file: Fields<'_>) -> Head {
    let source = |mut source: Fields<'_>| Source {
        number: source.text("number"),
        title: source.text("title"),
        state: source.text("state"),
    };
    Head {
        id: file.text("id"),
        edition: file.text("edition"),
        name: file.label("name"),
        valid: (
            file.optional_text("valid-from").unwrap_or_default(),
            file.optional_text("valid-to").unwrap_or_default(),
        ),
        sources: file.optional_list("sources").into_iter().map(source).collect(),
    }
}
