//! The npm package, made by wasm-pack from `crates/wasm` and lowered like the page.

use crate::setup::NpmTools;
use crate::workspace::Workspace;
use crate::{files, page, run, say};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const NAME: &str = "jibiao";

pub(crate) fn build(workspace: &Workspace, tools: &NpmTools) -> Result<()> {
    let start = Instant::now();
    say::step("making the npm package");
    let package = workspace.npm_package();
    files::remove_folder(&package)?;
    let (flags, remap) = workspace.without_paths();
    run::run(
        Command::new(&tools.wasm_pack)
            .args(["--log-level", "error", "build", "crates/wasm", "--target", "web", "--profile", "npm"])
            // Never download a tool; the optimiser runs below, with the page's own flags and gate.
            .args(["--mode", "no-install", "--no-opt", "--no-gitignore", "--out-name", NAME, "--out-dir"])
            .arg(&package)
            .current_dir(&workspace.root)
            .env(flags, remap)
            .env("PATH", run::path_with(tools.wasm_bindgen.parent().context("wasm-bindgen has no folder")?)?),
    )?;
    let module = package.join(format!("{NAME}_bg.wasm"));
    let scratch = workspace.scratch("npm");
    files::make_folder(&scratch)?;
    let engine = page::finish_wasm(&tools.node, &module, &scratch)?;
    files::write(&module, &engine)?;
    let licences = copy_licences(workspace, &package)?;
    complete_manifest(&package.join("package.json"), &licences)?;
    say::done("npm package", start.elapsed());
    say::step(format!(
        "dist/npm: module {} bytes, {} gzipped",
        say::bytes(engine.len()),
        say::bytes(files::gzip(&engine)?.len())
    ));
    Ok(())
}

/// wasm-pack looks beside the crate; ours are at the top of the checkout.
fn copy_licences(workspace: &Workspace, package: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&workspace.root)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("LICENSE") {
            files::copy(&workspace.root.join(&name), &package.join(&name))?;
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The package is called `jibiao`, whatever the crate is called.
fn complete_manifest(path: &Path, licences: &[String]) -> Result<()> {
    let mut manifest: Value = serde_json::from_str(&files::read_text(path)?).context("wasm-pack wrote no JSON")?;
    manifest["name"] = json!(NAME);
    let listed = manifest["files"].as_array_mut().context("wasm-pack's package.json lists no files")?;
    listed.extend(licences.iter().map(|name| json!(name)));
    files::write(path, format!("{}\n", serde_json::to_string_pretty(&manifest)?))
}
