//! The oldest browser that the page promises to work in.

use super::cache::Tool;
use super::node;
use crate::{files, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// An npm package that carries the binary of Chromium 86.0.4240 itself.
const PACKAGE: &str = "chrome-aws-lambda@5.3.1";
const ARCHIVE_SHA256: &str = "e258e73f4d5957f39de30f6343a2f44de425d978d8058631e4e9d20111c2222a";

/// Chromium 86; it needs the shared libraries that the distribution's own Chromium brings along.
pub(super) fn chromium_86() -> Result<PathBuf> {
    let folder = Tool {
        folder: "chromium-86.0.4240",
        doing: "fetching Chromium 86 (45 MB, once per machine)",
        proof: "chromium",
        by_hand: "npm pack chrome-aws-lambda@5.3.1, unpack it, brotli -d package/bin/chromium.br -o <cache>/chromium-86.0.4240/chromium, chmod +x",
    }
    .ensure(install)?;
    Ok(folder.join("chromium"))
}

fn install(folder: &Path) -> Result<()> {
    run::output(node::npm().args(["pack", "--silent", PACKAGE]).current_dir(folder))?;
    let Some(archive) = files::below(folder, ".tgz")?.pop() else {
        bail!("npm pack {PACKAGE} left no archive");
    };
    let digest: String = files::sha256(&files::read(&archive)?).iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != ARCHIVE_SHA256 {
        bail!("{PACKAGE} is not the archive we know: SHA-256 is {digest}");
    }
    run::run(Command::new("tar").arg("xzf").arg(&archive).arg("package/bin/chromium.br").current_dir(folder))?;
    run::run(Command::new("node").args(["-e", INFLATE]).current_dir(folder))?;
    files::remove_folder(&folder.join("package"))?;
    std::fs::remove_file(archive)?;
    Ok(())
}

/// Node reads the compression that the package uses, so no further tool is needed.
const INFLATE: &str = "const fs = require('fs');\
    fs.writeFileSync('chromium', require('zlib').brotliDecompressSync(fs.readFileSync('package/bin/chromium.br')), { mode: 0o755 });";
