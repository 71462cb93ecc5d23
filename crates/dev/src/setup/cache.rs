//! The user's cache folder. A tool is made beside its final place and renamed into it when it is whole,
//! so that an interrupted installation is never taken for a finished one.

use crate::{files, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const UNFINISHED: &str = ".unfinished-";
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

pub(super) struct Tool<'a> {
    /// Name and version, which is the name of the folder.
    pub(super) folder: &'a str,
    /// What is being done, and how long to expect.
    pub(super) doing: &'a str,
    /// A file that exists exactly when the tool is there.
    pub(super) proof: &'a str,
    /// What to type if this fails.
    pub(super) by_hand: &'a str,
}

impl Tool<'_> {
    /// The tool's folder, made by `install` in the folder it is given if it is not there yet.
    pub(super) fn ensure(&self, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let cache = cache_folder()?;
        let place = cache.join(self.folder);
        if place.join(self.proof).exists() {
            return Ok(place);
        }
        say::step(self.doing);
        let start = Instant::now();
        let unfinished = cache.join(format!("{UNFINISHED}{}-{}", self.folder, std::process::id()));
        forget_abandoned(&cache)?;
        files::remove_folder(&unfinished)?;
        files::make_folder(&unfinished)?;
        let result = install(&unfinished).and_then(|()| self.take(&unfinished, &place));
        if result.is_err() {
            files::remove_folder(&unfinished).ok();
        }
        result.with_context(|| format!("{} could not be set up; by hand: {}", self.folder, self.by_hand))?;
        say::done(self.folder, start.elapsed());
        Ok(place)
    }

    fn take(&self, unfinished: &Path, place: &Path) -> Result<()> {
        if !unfinished.join(self.proof).exists() {
            bail!("the installation ended well but left no {}", self.proof);
        }
        // Another run may have finished first; then its tool is as good as ours.
        if place.join(self.proof).exists() {
            return files::remove_folder(unfinished);
        }
        files::remove_folder(place)?;
        fs::rename(unfinished, place).with_context(|| format!("could not move the tool to {}", place.display()))
    }
}

/// Removes what interrupted installations left; younger ones may still be under way in another terminal.
fn forget_abandoned(cache: &Path) -> Result<()> {
    for entry in fs::read_dir(cache)? {
        let entry = entry?;
        let age = entry.metadata()?.modified()?.elapsed().unwrap_or_default();
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) && age > ABANDONED {
            files::remove_folder(&entry.path())?;
        }
    }
    Ok(())
}

fn cache_folder() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .context("neither XDG_CACHE_HOME nor a home folder is known")?
        .join("jibiao");
    files::make_folder(&cache)?;
    Ok(cache)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool(place: &Path) -> (PathBuf, PathBuf) {
        (place.join("unfinished"), place.join("tool-1"))
    }

    const TOOL: Tool<'static> = Tool { folder: "tool-1", doing: "", proof: "bin/tool", by_hand: "" };

    #[test]
    fn an_installation_without_its_proof_is_refused() {
        let folder = std::env::temp_dir().join(format!("jibiao-cache-{}", std::process::id()));
        let (unfinished, place) = tool(&folder);
        files::make_folder(&unfinished).unwrap();
        assert!(TOOL.take(&unfinished, &place).is_err());
        assert!(!place.exists());

        files::write(&unfinished.join("bin/tool"), "").unwrap();
        // What an interrupted installation in the place itself would have left.
        files::write(&place.join("half"), "").unwrap();
        TOOL.take(&unfinished, &place).unwrap();
        assert!(place.join("bin/tool").exists() && !place.join("half").exists());
        files::remove_folder(&folder).unwrap();
    }
}
