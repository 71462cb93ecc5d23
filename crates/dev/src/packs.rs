//! The districts' packs, each in the one file that page, npm package and command line open.

use crate::workspace::Workspace;
use crate::{files, say};
use anyhow::{Context, Result, anyhow};
use jibiao_kit::{
    Shelf,
    author::{Files, zipped},
};
use std::fs;
use std::path::PathBuf;

/// Writes `dist/packs/<id>.zip` for every folder of `crates/packs/districts`, after its own tests held.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let (from, to) = (workspace.root.join("crates/packs/districts"), workspace.root.join("dist/packs"));
    files::remove_folder(&to)?;
    files::make_folder(&to)?;
    let entries = fs::read_dir(&from).with_context(|| from.display().to_string())?;
    let mut folders: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    folders.sort();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let refused = |error| anyhow!("{}: {error}", folder.display());
        let pack = Files::folder(folder).map_err(refused)?;
        let mut shelf = Shelf::builtin().map_err(refused)?;
        let at = shelf.add_files(&pack).map_err(refused)?;
        let loaded = shelf.load_tested(at).map_err(refused)?;
        let assembled = pack.assemble().map_err(refused)?;
        let file = to.join(&loaded.reference.id).with_extension("zip");
        files::write(&file, &zipped(&pack, &assembled)?)?;
    }
    say::step(format!("dist/packs: {} packs of districts", folders.len()));
    Ok(())
}
