//! From a pack's files to a [`Pack`]: every name resolved, all problems listed.

mod book;
mod form;
mod wording;

use std::fmt;

use jibiao_model::PackRef;
use sha2::{Digest, Sha256};

use crate::{Pack, Source, source::PackSource};

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file of the pack, without its ending: `forms/project-declaration-2021`.
    pub file: String,
    /// A full sentence.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

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

/// Problems found so far.
#[derive(Debug, Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, file: &str, what: impl Into<String>) {
        self.0.push(Problem { file: file.to_owned(), what: what.into() });
    }
}

impl Pack {
    /// Loads an assembled pack (JSON).
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a pack is accepted as a whole or not at all.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        let source: PackSource = serde_json::from_slice(bytes).map_err(|error| LoadError {
            problems: vec![Problem { file: "pack".to_owned(), what: format!("the pack can't be read: {error}") }],
        })?;
        let mut problems = Problems::default();
        let frames = form::frames(&source.frames);
        let forms: Vec<_> =
            source.forms.into_iter().map(|(id, form)| form::compile(id, form, &frames, &mut problems)).collect();
        let book = book::compile(source.vocabulary, source.policy, source.scoring, source.rules, &forms, &mut problems);
        wording::examine(&source.messages, &book, &mut problems);
        if !problems.0.is_empty() {
            return Err(LoadError { problems: problems.0 });
        }
        let digest = Sha256::digest(bytes);
        let head = source.pack;
        Ok(Self {
            reference: PackRef {
                id: head.id,
                edition: head.edition,
                sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            },
            name: head.name.into(),
            valid: (head.valid_from, head.valid_to),
            sources: head
                .sources
                .into_iter()
                .map(|s| Source { number: s.number, title: s.title, state: s.state })
                .collect(),
            forms: forms.into_iter().flatten().collect(),
            book,
            messages: source.messages,
        })
    }
}
