//! Python packages: the second, unrelated readers of what we publish (JSON by its schemas, bundles, workbooks).

use super::cache::Tool;
use crate::{files, run, workspace::Workspace};
use anyhow::{Context, Result};
use std::process::Command;

/// Installs what `tests/requirements.txt` names into a folder of its own (`tests/tools.mjs` knows it too),
/// because the machine's own packages may be closed to us and a virtual environment can't be renamed.
pub(super) fn packages(workspace: &Workspace) -> Result<()> {
    let requirements = workspace.tests().join("requirements.txt");
    // Compiled packages fit one version of Python only.
    let python = run::ask("python3", &["-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        .context("python3 is not installed; by hand: apt-get install python3 python3-pip")?;
    Tool {
        folder: &format!("python{python}-{}", files::stamp(&files::read(&requirements)?)),
        doing: "installing the Python packages of tests/requirements.txt (about 20 seconds)",
        proof: "openpyxl/__init__.py",
        by_hand: "apt-get install python3-pip, then again",
    }
    .ensure(|folder| {
        run::run(
            Command::new("python3")
                .args(["-m", "pip", "install", "--quiet", "--root-user-action=ignore", "--target"])
                .arg(folder)
                .arg("--requirement")
                .arg(&requirements),
        )
    })?;
    Ok(())
}
