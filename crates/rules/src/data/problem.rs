//! What is wrong with a pack, collected while it is read.

use std::{cell::Cell, fmt};

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file of the pack: `forms/project-declaration-2021`, with its ending where it was read as a file.
    pub file: String,
    /// The line in the file, counted from 1; none where the pack is no longer the files that people wrote.
    pub line: Option<usize>,
    /// Where in the file: `sections[2].blocks[0]`; blank for the file as a whole.
    pub at: String,
    /// A full sentence.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.at.is_empty() {
            write!(f, ": {}", self.at)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Problems found so far, shared by all who read one pack.
#[derive(Default)]
pub struct Problems(Cell<Vec<Problem>>);

impl Problems {
    /// Adds a problem of a file.
    pub fn add(&self, file: &str, what: String) {
        self.add_at(file, "", what);
    }

    /// Adds a problem of a place in a file.
    pub fn add_at(&self, file: &str, at: &str, what: String) {
        let mut list = self.0.take();
        list.push(Problem { file: file.to_owned(), line: None, at: at.to_owned(), what });
        self.0.set(list);
    }

    /// How many were found so far.
    pub fn count(&self) -> usize {
        let list = self.0.take();
        let count = list.len();
        self.0.set(list);
        count
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Everything found, in the order it was found. What was read several times is told once.
    pub fn into_list(self) -> Vec<Problem> {
        let mut list: Vec<Problem> = Vec::new();
        for problem in self.0.into_inner() {
            if !list.contains(&problem) {
                list.push(problem);
            }
        }
        list
    }
}

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Problems")
    }
}
