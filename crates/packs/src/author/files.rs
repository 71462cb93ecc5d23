//! The files of a pack as they were written: names and bytes, wherever they come from.
//!
//! This file is also part of the build script, which assembles the built-in packs.

use std::{fs, io, path::Path};

/// The pack that was built from the other files, for those who can't read them.
pub(super) const BUILT: &str = "pack.json";

/// The files of a pack by their names in its folder: `forms/project-declaration-2021.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    files: Vec<(String, Vec<u8>)>,
    /// Bytes that may still be added.
    room: Option<u64>,
}

/// Why files can't be taken.
#[derive(Debug)]
pub(super) enum FilesError {
    /// What the system says, and of which file.
    System(String, io::Error),
    TooManyFiles {
        most: usize,
    },
    TooLarge {
        name: String,
        most: u64,
    },
    AllTooLarge {
        most: u64,
    },
    Twice {
        name: String,
    },
}

/// How much a folder or a zip of a pack may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileLimits {
    pub(super) files: usize,
    /// Bytes of one file.
    pub(super) file: u64,
    /// Bytes of all files.
    pub(super) all: u64,
}

/// Whether a file may be part of a pack. Others, such as a `README.md` or what a system leaves in folders, are none
/// of its business.
pub(super) fn is_part(name: &str) -> bool {
    let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    let written = [".toml", ".ftl"].iter().any(|ending| name.len() > ending.len() && name.ends_with(ending));
    !hidden && (written || name == BUILT || name.ends_with("/pack.json"))
}

impl Files {
    /// Adds a file.
    ///
    /// # Errors
    /// A limit that is passed, or a name that is there already. Names that differ only in case are one name:
    /// where the folder was made they may be one file.
    pub(super) fn add(&mut self, name: &str, bytes: Vec<u8>, limits: FileLimits) -> Result<(), FilesError> {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > if name == BUILT { limits.all } else { limits.file } {
            return Err(FilesError::TooLarge { name: name.to_owned(), most: limits.file });
        }
        if self.files.len() >= limits.files {
            return Err(FilesError::TooManyFiles { most: limits.files });
        }
        let room = self.room.unwrap_or(limits.all);
        self.room = Some(room.checked_sub(length).ok_or(FilesError::AllTooLarge { most: limits.all })?);
        if self.files.iter().any(|(other, _)| other.eq_ignore_ascii_case(name)) {
            return Err(FilesError::Twice { name: name.to_owned() });
        }
        let at = self.files.partition_point(|(other, _)| other.as_str() < name);
        self.files.insert(at, (name.to_owned(), bytes));
        Ok(())
    }

    /// All files, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The files of a folder and of its folders.
    ///
    /// # Errors
    /// What can't be read, and limits that are passed.
    pub(super) fn of_folder(folder: &Path, limits: FileLimits) -> Result<Self, FilesError> {
        let mut files = Self::default();
        files.gather(folder, "", limits)?;
        Ok(files)
    }

    /// A pack has folders, and these hold files: nothing is looked for further down.
    fn gather(&mut self, folder: &Path, before: &str, limits: FileLimits) -> Result<(), FilesError> {
        let system = |name: &Path, error| FilesError::System(name.display().to_string(), error);
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(|error| system(folder, error))? {
            entries.push(entry.map_err(|error| system(folder, error))?.path());
            if entries.len() > limits.files.saturating_mul(2) {
                return Err(FilesError::TooManyFiles { most: limits.files });
            }
        }
        entries.sort();
        for path in entries {
            let Some(last) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let name = [before, last].concat();
            let about = fs::metadata(&path).map_err(|error| system(&path, error))?;
            if about.is_dir() && before.is_empty() && !last.starts_with('.') {
                self.gather(&path, &[last, "/"].concat(), limits)?;
            } else if about.is_file() && is_part(&name) {
                if about.len() > limits.file {
                    return Err(FilesError::TooLarge { name, most: limits.file });
                }
                let bytes = fs::read(&path).map_err(|error| system(&path, error))?;
                self.add(&name, bytes, limits)?;
            }
        }
        Ok(())
    }
}
