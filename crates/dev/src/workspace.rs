//! Where things are: the checkout, the build folder, the artefacts.

use crate::run;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    /// Cargo's build folder, wherever the developer has moved it.
    pub(crate) target: PathBuf,
}

impl Workspace {
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("crates/dev is not inside the workspace")?
            .to_path_buf();
        let text = run::output(cargo().args(["metadata", "--format-version=1", "--no-deps"]).current_dir(&root))?;
        let metadata: serde_json::Value = serde_json::from_str(&text).context("cargo metadata printed no JSON")?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
        Ok(Self { target: target.into(), root })
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    pub(crate) fn single_file(&self) -> PathBuf {
        self.dist().join("jibiao.html")
    }

    pub(crate) fn site(&self) -> PathBuf {
        self.dist().join("site")
    }

    pub(crate) fn npm_package(&self) -> PathBuf {
        self.dist().join("npm")
    }

    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// Files between two steps of a build; `cargo clean` removes them.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.target.join("jibiao").join(name)
    }

    /// The variable of cargo that keeps the folders of this machine out of what is compiled for the browser: panics
    /// name their source file, and the same source should give the same bytes everywhere.
    pub(crate) fn without_paths(&self) -> (&'static str, String) {
        let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
        let sysroot = run::ask("rustc", &["--print", "sysroot"]).map(PathBuf::from);
        let places = [(home, "cargo"), (sysroot, "rust"), (Some(self.root.clone()), "jibiao")];
        let flags = places
            .into_iter()
            .filter_map(|(place, name)| Some(format!("--remap-path-prefix={}={name}", place?.display())));
        ("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"))
    }

    /// Cargo, started in the checkout.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }
}

/// The very cargo that started this tool.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
