//! What is wrong with a pack, collected while it is read.

use std::{cell::Cell, fmt};

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file of the pack, without its ending: `forms/project-declaration-2021`.
    pub file: String,
    /// Where in the file, as far as that is known, and a full sentence.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

/// Problems found so far, shared by all who read one pack.
#[derive(Default)]
pub struct Problems(Cell<Vec<Problem>>);

impl Problems {
    /// Adds a problem of a file.
    pub fn add(&self, file: &str, what: String) {
        let mut list = self.0.take();
        list.push(Problem { file: file.to_owned(), what });
        self.0.set(list);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        let list = self.0.take();
        let empty = list.is_empty();
        self.0.set(list);
        empty
    }

    /// Everything found, in the order it was found.
    pub fn into_list(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Problems")
    }
}
