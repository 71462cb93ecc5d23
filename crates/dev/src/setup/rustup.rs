//! What rustup provides: the WebAssembly target, the formatter, the linter.

use crate::{run, say, workspace::Workspace};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

pub(super) fn wasm_target(workspace: &Workspace) -> Result<()> {
    let library = run::ask("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say::step(format!("adding the Rust target {TARGET}"));
    rustup(workspace, &["target", "add", TARGET])
}

pub(super) fn components(workspace: &Workspace) -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if run::ask(program, &["--version"]).is_none() {
            say::step(format!("adding the Rust component {component}"));
            rustup(workspace, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    run::run(Command::new("rustup").args(arguments).current_dir(&workspace.root))
        .with_context(|| format!("by hand: rustup {}", arguments.join(" ")))
}
