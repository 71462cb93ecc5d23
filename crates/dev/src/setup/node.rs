//! Node packages: the optimiser and minifier of the build, and what drives the browsers.

use super::cache::Tool;
use crate::{files, run, workspace::Workspace};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const OLDEST_NODE: u32 = 20;

/// The installed packages.
pub(crate) struct NodeTools {
    pub(crate) modules: PathBuf,
}

impl NodeTools {
    pub(crate) fn esbuild(&self) -> Command {
        self.script("esbuild/bin/esbuild")
    }

    pub(crate) fn wasm_opt(&self) -> Command {
        self.script("binaryen/bin/wasm-opt")
    }

    /// Started through node rather than through `.bin`, whose files differ between systems.
    fn script(&self, path: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.modules.join(path));
        command
    }
}

/// Installs what `tests/package-lock.json` names and links it to where node looks for it.
pub(super) fn tools(workspace: &Workspace) -> Result<NodeTools> {
    let version =
        run::ask("node", &["--version"]).context("node is not installed; it needs node 20 or newer and npm")?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!("node {version} is too old: {OLDEST_NODE} or newer is needed");
    }
    let tests = workspace.tests();
    let lock = files::read(&tests.join("package-lock.json"))?;
    let folder = Tool {
        folder: &format!("node-{}", files::stamp(&lock)),
        doing: "installing the node packages of tests/package-lock.json (about 10 seconds)",
        proof: "node_modules/binaryen/bin/wasm-opt",
        by_hand: "cd tests && npm ci --ignore-scripts",
    }
    .ensure(|folder| {
        for file in ["package.json", "package-lock.json"] {
            files::copy(&tests.join(file), &folder.join(file))?;
        }
        run::run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
    })?;
    let modules = folder.join("node_modules");
    link(&modules, &tests.join("node_modules"))?;
    Ok(NodeTools { modules })
}

pub(super) fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Points `link` at `modules`; a folder that somebody installed by hand is left alone and used.
fn link(modules: &Path, link: &Path) -> Result<()> {
    match fs::symlink_metadata(link) {
        Ok(found) if !found.is_symlink() => return Ok(()),
        Ok(_) if fs::read_link(link).is_ok_and(|place| place == modules) => return Ok(()),
        Ok(_) => fs::remove_file(link).with_context(|| format!("could not remove the old link {}", link.display()))?,
        Err(_) => {}
    }
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(modules, link);
    #[cfg(windows)]
    let linked = std::os::windows::fs::symlink_dir(modules, link);
    linked.with_context(|| format!("could not link {} to {}", link.display(), modules.display()))
}
