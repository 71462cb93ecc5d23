//! From the compiled page to one file that works from disk, and to a static folder of the same build.

mod names;
mod pack;
mod policy;
mod shell;
mod template;
mod wasm;

use crate::setup::PageTools;
use crate::workspace::Workspace;
use crate::{files, run, say};
use anyhow::Result;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

pub(crate) use wasm::finish as finish_wasm;

const PROFILE: &str = "web";
const PACKAGE: &str = "jibiao-www";

/// Everything that both artefacts are made of.
struct Parts {
    /// Says in plain words that the browser is too old; must itself run in old browsers.
    guard: String,
    /// Glue and boot code.
    script: String,
    style: String,
    engine: Vec<u8>,
    icon: Vec<u8>,
}

pub(crate) fn build(workspace: &Workspace, tools: &PageTools) -> Result<()> {
    let start = Instant::now();
    say::step("compiling the page");
    let target = "wasm32-unknown-unknown";
    let (flags, remap) = workspace.without_paths();
    run::run(workspace.cargo().env(flags, remap).args([
        "build",
        "--package",
        PACKAGE,
        "--lib",
        "--profile",
        PROFILE,
        "--target",
        target,
    ]))?;

    let module = workspace.target.join(target).join(PROFILE).join("jibiao_www.wasm");
    let scratch = workspace.scratch("page");
    say::step("making the page");
    glue(tools, &module, &scratch)?;
    let bound = scratch.join("app_bg.wasm");
    let (module, glue) = names::shorten(&files::read(&bound)?, files::read_text(&scratch.join("app.js"))?)?;
    files::write(&bound, module)?;
    files::write(&scratch.join("app.js"), glue)?;
    let engine = finish_wasm(&tools.node, &bound, &scratch)?;
    let shell = workspace.root.join("www").join("shell");
    let parts = Parts {
        guard: shell::guard(&tools.node, &shell, &scratch)?,
        script: shell::script(&tools.node, &shell, &scratch)?,
        style: shell::style(&tools.node, &workspace.root.join("www"), &scratch)?,
        engine,
        icon: files::read(&shell.join("icon.svg"))?,
    };
    let page = files::read_text(&shell.join("page.html"))?;
    write_single_file(workspace, &page, &parts)?;
    write_site(workspace, &page, &parts)?;
    say::done("page", start.elapsed());
    report_sizes(workspace, &parts)
}

/// Classic scripts rather than modules: only those run inline from `file://` in every engine.
fn glue(tools: &PageTools, module: &Path, scratch: &Path) -> Result<()> {
    run::run(
        Command::new(&tools.wasm_bindgen)
            .args(["--target", "no-modules", "--no-typescript", "--out-name", "app", "--out-dir"])
            .arg(scratch)
            .arg(module),
    )
}

fn write_single_file(workspace: &Workspace, page: &str, parts: &Parts) -> Result<()> {
    use base64::Engine as _;
    let encode = |content: &[u8]| base64::engine::general_purpose::STANDARD.encode(content);
    // Packed before it is written as text: a third of the size, for some 100 ms at the start.
    let engine = encode(&pack::pack(&parts.engine)?);
    let html = template::fill(
        page,
        &[
            ("policy", &policy::single_file(&parts.guard, &parts.script, &parts.style)),
            ("version", env!("CARGO_PKG_VERSION")),
            ("icon", &format!("data:image/svg+xml;base64,{}", encode(&parts.icon))),
            ("style", &format!("<style>{}</style>", parts.style)),
            ("guard", &format!("<script>{}</script>", parts.guard)),
            // A data block: the parser neither runs nor compiles it.
            ("engine", &format!("<script type=\"application/x-lzma;base64\" id=\"engine\">{engine}</script>")),
            ("script", &format!("<script>{}</script>", parts.script)),
        ],
    )?;
    files::write(&workspace.single_file(), html)
}

fn write_site(workspace: &Workspace, page: &str, parts: &Parts) -> Result<()> {
    let site = workspace.site();
    files::remove_folder(&site)?;
    let guard = format!("<script src=\"guard.js?v={}\"></script>", files::stamp(parts.guard.as_bytes()));
    let style = format!("<link rel=\"stylesheet\" href=\"style.css?v={}\">", files::stamp(parts.style.as_bytes()));
    let engine = format!(
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin id=\"engine\" href=\"app.wasm?v={}\">",
        files::stamp(&parts.engine),
    );
    let script = format!("<script src=\"app.js?v={}\"></script>", files::stamp(parts.script.as_bytes()));
    let html = template::fill(
        page,
        &[
            ("policy", policy::SITE),
            ("version", env!("CARGO_PKG_VERSION")),
            ("icon", "icon.svg"),
            ("style", &style),
            ("guard", &guard),
            ("engine", &engine),
            ("script", &script),
        ],
    )?;
    files::write(&site.join("index.html"), html)?;
    files::write(&site.join("guard.js"), &parts.guard)?;
    files::write(&site.join("style.css"), &parts.style)?;
    files::write(&site.join("icon.svg"), &parts.icon)?;
    files::write(&site.join("app.wasm"), &parts.engine)?;
    files::write(&site.join("app.js"), &parts.script)
}

fn report_sizes(workspace: &Workspace, parts: &Parts) -> Result<()> {
    let single = files::read(&workspace.single_file())?;
    say::step(format!(
        "dist/jibiao.html: {} bytes, {} gzipped (module {}, script {}, style {})",
        say::bytes(single.len()),
        say::bytes(files::gzip(&single)?.len()),
        say::bytes(parts.engine.len()),
        say::bytes(parts.script.len()),
        say::bytes(parts.style.len()),
    ));
    Ok(())
}
