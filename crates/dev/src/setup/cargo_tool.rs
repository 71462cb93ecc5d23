//! Tools that cargo installs from source.

use super::cache::Tool;
use crate::run;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// The same version as the `wasm-bindgen` in the workspace manifest: glue and module have to agree exactly.
const WASM_BINDGEN: &str = "0.2.129";
const WASM_PACK: &str = "0.15.1";

pub(super) fn wasm_bindgen() -> Result<PathBuf> {
    install("wasm-bindgen-cli", "wasm-bindgen", WASM_BINDGEN)
}

pub(super) fn wasm_pack() -> Result<PathBuf> {
    install("wasm-pack", "wasm-pack", WASM_PACK)
}

/// Installs a program and returns the program's path.
fn install(package: &str, program: &str, version: &str) -> Result<PathBuf> {
    let executable = format!("bin/{program}{}", std::env::consts::EXE_SUFFIX);
    let folder = Tool {
        folder: &format!("{program}-{version}"),
        doing: &format!("installing {program} {version} (about 3 minutes, once per machine)"),
        proof: &executable,
        by_hand: &format!("cargo install {package} --version {version} --locked --root <cache>/{program}-{version}"),
    }
    .ensure(|root| {
        run::run(
            Command::new("cargo")
                .args(["install", package, "--version", version, "--locked", "--root"])
                .arg(root)
                // An installation builds in a folder of its own, away from the checkout's settings.
                .current_dir(root)
                // Otherwise cargo advises to put that folder on the search path, which nobody needs.
                .env("PATH", run::path_with(&root.join("bin"))?)
                .env_remove("CARGO_TARGET_DIR"),
        )
    })?;
    Ok(folder.join(executable))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_glue_generator_is_the_version_the_workspace_uses() {
        let workspace = crate::workspace::Workspace::find().unwrap();
        let manifest = std::fs::read_to_string(workspace.root.join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", super::WASM_BINDGEN)));
    }
}
