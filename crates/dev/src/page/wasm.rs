//! The last step of every module: optimised, and lowered to what Chromium 79 can run.

use crate::setup::NodeTools;
use crate::{files, run, say};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Features that the compiler uses, then the passes that take the younger ones out again. The list is explicit:
/// a module with anything else in it (SIMD from some crate, say) is refused here instead of in an old browser.
const OPTIMISE: &[&str] = &[
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
];
const GATE: &[&str] = &["--quiet", "--mvp-features", "--enable-mutable-globals", "-O0"];

/// Optimises, lowers and checks a module. The result is kept in `scratch` under the hash of what it was made from,
/// because this is the slowest step of a build in which nothing else has changed.
pub(crate) fn finish(node: &NodeTools, module: &Path, scratch: &Path) -> Result<Vec<u8>> {
    let raw = files::read(module)?;
    // A leftover target_features section would let the optimiser switch on whatever it lists.
    refuse_feature_section(&raw)?;
    refuse_paths(&raw)?;
    let key = files::stamp(&[&raw, OPTIMISE.join(" ").as_bytes()].concat());
    let kept = scratch.join(format!("optimised-{key}.wasm"));
    if !kept.exists() {
        say::step("optimising the module");
        forget_older(scratch)?;
        let fresh = scratch.join("optimising.wasm");
        run::run(node.wasm_opt().args(OPTIMISE).arg(module).arg("-o").arg(&fresh))?;
        gate(node, &fresh, scratch)?;
        refuse_feature_section(&files::read(&fresh)?)?;
        std::fs::rename(&fresh, &kept).with_context(|| format!("could not keep {}", kept.display()))?;
    }
    files::read(&kept)
}

/// Validates as the first version of WebAssembly with mutable globals.
fn gate(node: &NodeTools, module: &Path, scratch: &Path) -> Result<()> {
    let mut command = node.wasm_opt();
    let output = command.args(GATE).arg(module).arg("-o").arg(scratch.join("gate.wasm")).output()?;
    if output.status.success() {
        return Ok(());
    }
    // The validator prints every offending instruction; the first few say what it is about.
    let said = String::from_utf8_lossy(&output.stderr);
    bail!(
        "the module needs more than browsers of our floor can do:\n{}",
        said.lines().take(12).collect::<Vec<_>>().join("\n")
    )
}

fn refuse_feature_section(module: &[u8]) -> Result<()> {
    let name = b"target_features";
    if module.windows(name.len()).any(|window| window == name) {
        bail!("the module has a target_features section: the profile must say strip = true (see Cargo.toml)");
    }
    Ok(())
}

/// What is handed out must not tell whose machine it was built on.
fn refuse_paths(module: &[u8]) -> Result<()> {
    let Some(home) = std::env::var("HOME").ok().filter(|home| home.len() > 1) else { return Ok(()) };
    let inside = format!("{home}/");
    if module.windows(inside.len()).any(|window| window == inside.as_bytes()) {
        bail!("the module names files below {home}: the build has to remap them (Workspace::without_paths)");
    }
    Ok(())
}

fn forget_older(scratch: &Path) -> Result<()> {
    for file in files::below(scratch, ".wasm")? {
        if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("optimised-")) {
            std::fs::remove_file(file)?;
        }
    }
    Ok(())
}
