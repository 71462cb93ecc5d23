//! Packs as people write them: folders and zips, their tests, and what can be said about them. For the command line
//! and for whoever builds packs; the page carries none of it.

mod anatomy;
mod assemble;
mod compare;
mod examples;
mod files;
mod lint;
mod locate;
mod write;

use std::path::Path;

pub use anatomy::{Anatomy, Thing};
pub use assemble::{Assembled, Mark, Marks};
pub use compare::{Change, Difference, Part};
pub use examples::{Outcome, Tested, document, test, test_inherited};
pub use files::Files;
pub use lint::{READING, Remark, RemarkKind, Weight};
pub(crate) use locate::locate;
pub use write::zipped;

use crate::{LoadError, PACK_LIMITS, Pack, Shelf, shelf::Layer, zip};
use files::{FileLimits, FilesError};
use jibiao_rules::Problem;

/// Tests with the file and line of each.
pub type Placed = Vec<(Tested, String)>;

const FILE_LIMITS: FileLimits =
    FileLimits { files: PACK_LIMITS.files, file: PACK_LIMITS.file as u64, all: PACK_LIMITS.bytes as u64 };

impl Files {
    /// Files by their names in the folder of a pack. Those that are no part of a pack are left out.
    ///
    /// # Errors
    /// Limits that are passed, and a name that is there twice.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, LoadError> {
        let mut all = Self::default();
        for (name, bytes) in files {
            if files::is_part(&name) {
                all.add(&name, bytes, FILE_LIMITS).map_err(said)?;
            }
        }
        Ok(all)
    }

    /// The files of a pack in a folder.
    ///
    /// # Errors
    /// What can't be read, and limits that are passed.
    pub fn folder(folder: &Path) -> Result<Self, LoadError> {
        Self::of_folder(folder, FILE_LIMITS).map_err(said)
    }

    /// The files of a pack in a zip.
    ///
    /// # Errors
    /// An archive that is damaged, passes a limit, holds a name twice, or names files outside of itself.
    pub fn zip(bytes: &[u8]) -> Result<Self, LoadError> {
        let mut files = Self::default();
        for (name, bytes) in zip::files(bytes, files::is_part)? {
            files.add(&name, bytes, FILE_LIMITS).map_err(said)?;
        }
        Ok(files)
    }

    /// Whether people wrote something here, and not only a pack was built.
    pub fn is_written(&self) -> bool {
        self.iter().any(|(name, _)| name != files::BUILT)
    }

    /// The pack in one value, and where each part was written.
    ///
    /// # Errors
    /// Everything that can't be read, with its file and line.
    pub fn assemble(&self) -> Result<Assembled, LoadError> {
        assemble::assemble(self).map_err(|troubles| {
            let problems = troubles.into_iter();
            let problems = problems.map(|t| Problem { file: t.file, line: t.line, at: String::new(), what: t.what });
            LoadError::all(problems.collect())
        })
    }
}

impl Shelf {
    /// Puts a pack on the shelf as it was written; its position. Its problems name file and line from then on.
    ///
    /// # Errors
    /// As [`Shelf::add`], and everything that can't be read in the files.
    pub fn add_files(&mut self, files: &Files) -> Result<usize, LoadError> {
        self.add_assembled(files.assemble()?)
    }

    /// As [`Shelf::add_files`], for files that were assembled before.
    ///
    /// # Errors
    /// As [`Shelf::add`].
    pub fn add_assembled(&mut self, assembled: Assembled) -> Result<usize, LoadError> {
        let mut layer = Layer::read(&assembled.bytes()).map_err(|error| {
            let problems = error.problems.into_iter();
            LoadError::all(problems.map(|problem| locate::in_marks(problem, &assembled.marks)).collect())
        })?;
        layer.marks = Some(assembled.marks);
        self.put(layer)
    }

    /// Puts the bytes of a file on the shelf: a zip, or an assembled pack.
    ///
    /// # Errors
    /// As [`Shelf::add_files`].
    pub fn add_bytes(&mut self, bytes: &[u8]) -> Result<usize, LoadError> {
        match written(bytes)? {
            Some(files) => self.add_files(&files),
            None => self.add_handed(bytes),
        }
    }

    /// Runs the tests of a pack: its own, and those that it inherits as they are with its numbers and words. Each
    /// comes with file and line where that is known.
    ///
    /// # Errors
    /// As [`Shelf::load`].
    pub fn test(&self, at: usize) -> Result<(Placed, Placed), LoadError> {
        let pack = self.load(at)?;
        let placed = |tests: Vec<Tested>| tests.into_iter().map(|test| self.placed(at, test)).collect();
        Ok((placed(test(&pack)), placed(test_inherited(&pack))))
    }

    fn placed(&self, at: usize, test: Tested) -> (Tested, String) {
        let problem = Problem { file: test.file.clone(), line: None, at: test.at.clone(), what: String::new() };
        let problem = self.located(at, vec![problem]).pop();
        let place = problem.map(|found| match found.line {
            Some(line) => [found.file, line.to_string()].join(":"),
            None => found.file,
        });
        (test, place.unwrap_or_default())
    }

    /// Loads a pack and runs the tests that it carries.
    ///
    /// # Errors
    /// As [`Shelf::load`], and every test that fails.
    pub fn load_tested(&self, at: usize) -> Result<Pack, LoadError> {
        let pack = self.load(at)?;
        let failed: Vec<Problem> = test(&pack).into_iter().filter_map(Tested::problem).collect();
        if failed.is_empty() {
            return Ok(pack);
        }
        Err(LoadError::all(self.located(at, failed)))
    }
}

/// What people wrote, in a zip that holds it; none in one that holds only what was built from it.
///
/// # Errors
/// As [`Files::zip`].
pub fn written(bytes: &[u8]) -> Result<Option<Files>, LoadError> {
    if !zip::is_zip(bytes) {
        return Ok(None);
    }
    Ok(Some(Files::zip(bytes)?).filter(Files::is_written))
}

fn said(error: FilesError) -> LoadError {
    match error {
        FilesError::System(name, error) => LoadError::of(&name, error.to_string()),
        FilesError::TooManyFiles { most } => LoadError::of("pack", format!("the pack has more than {most} files")),
        FilesError::TooLarge { name, most } => LoadError::of(&name, format!("the file holds more than {most} bytes")),
        FilesError::AllTooLarge { most } => {
            LoadError::of("pack", format!("the files of the pack hold more than {most} bytes"))
        }
        FilesError::Twice { name } => LoadError::of(&name, "the file is there twice".to_owned()),
    }
}
