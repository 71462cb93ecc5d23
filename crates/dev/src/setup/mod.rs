//! What has to be on the machine, put there by the machine's own package clients.
//!
//! Tools live in the user's cache folder under a name that holds their version, so that a fresh clone finds them.

mod browsers;
mod cache;
mod cargo_tool;
mod debian;
mod node;
mod python;
mod rustup;

use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;

pub(crate) use node::NodeTools;

/// What turns the compiled page into a page.
pub(crate) struct PageTools {
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) node: NodeTools,
}

/// What turns `crates/wasm` into an npm package.
pub(crate) struct NpmTools {
    pub(crate) wasm_pack: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) node: NodeTools,
}

pub(crate) fn page_tools(workspace: &Workspace) -> Result<PageTools> {
    rustup::wasm_target(workspace)?;
    Ok(PageTools { wasm_bindgen: cargo_tool::wasm_bindgen()?, node: node::tools(workspace)? })
}

pub(crate) fn npm_tools(workspace: &Workspace) -> Result<NpmTools> {
    rustup::wasm_target(workspace)?;
    Ok(NpmTools {
        wasm_bindgen: cargo_tool::wasm_bindgen()?,
        wasm_pack: cargo_tool::wasm_pack()?,
        node: node::tools(workspace)?,
    })
}

/// Formatter, linter, what the linter needs for the browser's parts, and the second reader of our schemas; with `browsers`,
/// the four engines as well.
pub(crate) fn test_tools(workspace: &Workspace, browsers: bool) -> Result<()> {
    rustup::components(workspace)?;
    rustup::wasm_target(workspace)?;
    node::tools(workspace)?;
    python::packages(workspace)?;
    if browsers {
        debian::packages()?;
        browsers::chromium_86()?;
    }
    Ok(())
}
