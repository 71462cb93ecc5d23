//! What passed before, so that a run in which nothing changed is over in a minute.
//!
//! A test is taken to depend on whatever it could read: the files of the checkout, what was built of them, the tools of
//! this machine. Where a byte of that differs, it runs again. Continuous integration asks for nothing that is remembered here.

use crate::workspace::Workspace;
use crate::{files, run};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What tests depend on, as one digest.
#[derive(Clone)]
pub(crate) struct Basis(Sha256);

impl Basis {
    /// This tool itself, and the packages of the system: browsers come with those.
    pub(crate) fn of_machine() -> Result<Self> {
        let mut basis = Self(Sha256::new());
        basis.file(&std::env::current_exe()?)?;
        for known in ["/var/lib/dpkg/status", "/etc/os-release"].map(Path::new) {
            if known.is_file() {
                basis.file(known)?;
            }
        }
        for tool in ["rustc", "node", "python3"] {
            basis.text(&run::ask(tool, &["--version"]).unwrap_or_default());
        }
        Ok(basis)
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.0.update(files::sha256(text.as_bytes()));
    }

    /// A file: what it is called, and what is in it.
    pub(crate) fn file(&mut self, path: &Path) -> Result<()> {
        self.text(&path.to_string_lossy());
        self.0.update(files::sha256(&files::read(path)?));
        Ok(())
    }

    fn key(&self) -> String {
        self.0.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Every file of the checkout that is or could become part of the project; nothing where git can't tell.
pub(crate) fn checkout(workspace: &Workspace) -> Option<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(&workspace.root);
    let listed = git.output().ok().filter(|output| output.status.success())?;
    let names = String::from_utf8(listed.stdout).ok()?;
    let mut files: Vec<PathBuf> =
        names.split('\0').filter(|name| !name.is_empty()).map(|name| workspace.root.join(name)).collect();
    // What was deleted and not committed is listed still.
    files.retain(|file| file.is_file());
    files.sort();
    files.dedup();
    Some(files)
}

/// What passed, by name: the digest of everything that it depended on then.
pub(crate) struct Passed {
    folder: PathBuf,
    /// Whether everything runs again.
    again: bool,
}

impl Passed {
    pub(crate) fn new(workspace: &Workspace, again: bool) -> Self {
        Self { folder: workspace.scratch("passed"), again }
    }

    /// Whether it passed on the very same.
    pub(crate) fn has(&self, name: &str, basis: &Basis) -> bool {
        !self.again && fs::read_to_string(self.note(name)).is_ok_and(|key| key == basis.key())
    }

    pub(crate) fn remember(&self, name: &str, basis: &Basis) -> Result<()> {
        files::write(&self.note(name), basis.key())
    }

    fn note(&self, name: &str) -> PathBuf {
        self.folder.join(files::stamp(name.as_bytes()))
    }
}
