//! Scripts and styles around the compiled page, made small.

use crate::setup::NodeTools;
use crate::{files, run};
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};

/// Chromium 79 is the oldest engine whose syntax we write for (the oldest we test is 86).
const SYNTAX: &str = "--target=chrome79";

pub(super) fn guard(node: &NodeTools, shell: &Path, scratch: &Path) -> Result<String> {
    let out = scratch.join("guard.min.js");
    // It has to speak where nothing else can, so it is written and checked as the oldest JavaScript.
    minify(node, &shell.join("guard.js"), &out, &["--format=iife", "--target=es5"])
}

/// Boot code behind `before` it: the generator's glue, and in the single file what unpacks the engine.
pub(super) fn script(node: &NodeTools, shell: &Path, before: &[PathBuf], scratch: &Path) -> Result<String> {
    let mut whole = String::new();
    for script in before.iter().chain([&shell.join("boot.js")]) {
        whole.push_str(&files::read_text(script)?);
        whole.push('\n');
    }
    let file = scratch.join("whole.js");
    files::write(&file, whole)?;
    minify(node, &file, &scratch.join("app.min.js"), &["--format=iife", SYNTAX])
}

/// What seals bundles: `sealer/seal.js` with the library that it is made of, in one script.
pub(super) fn sealer(node: &NodeTools, shell: &Path, scratch: &Path) -> Result<String> {
    let from = shell.join("sealer");
    let unused = from.join("unused.js");
    let options = [
        "--bundle".to_owned(),
        "--format=iife".to_owned(),
        SYNTAX.to_owned(),
        format!("--alias:@noble/post-quantum/hybrid.js={}", unused.display()),
        format!("--alias:@noble/curves/nist.js={}", unused.display()),
        format!("--inject:{}", from.join("older.js").display()),
        "--define:Object.hasOwn=hasOwn".to_owned(),
    ];
    minify(node, &from.join("seal.js"), &scratch.join("seal.min.js"), &options.each_ref().map(String::as_str))
}

/// The shell's own style first, then every sheet of `www/style` in the order of their names.
pub(super) fn style(node: &NodeTools, www: &Path, scratch: &Path) -> Result<String> {
    let mut sheets = vec![www.join("shell").join("shell.css")];
    sheets.extend(files::below(&www.join("style"), ".css")?);
    let mut whole = String::new();
    for sheet in sheets {
        whole.push_str(&files::read_text(&sheet)?);
        whole.push('\n');
    }
    let file = scratch.join("whole.css");
    files::write(&file, whole)?;
    minify(node, &file, &scratch.join("style.min.css"), &[SYNTAX])
}

fn minify(node: &NodeTools, from: &Path, to: &Path, options: &[&str]) -> Result<String> {
    run::run(
        node.esbuild()
            // Packages lie elsewhere than what asks for them.
            .env("NODE_PATH", &node.modules)
            .arg(from)
            .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
            .args(options)
            .arg(format!("--outfile={}", to.display())),
    )?;
    let text = files::read_text(to)?.trim_end().to_owned();
    // Any of these would end or confuse the inline element, or change its hash on the way through the parser.
    for trap in ["</script", "</style", "<!--", "\r"] {
        ensure!(!text.to_lowercase().contains(trap), "{} holds {trap:?} and can't be written inline", to.display());
    }
    Ok(text)
}
