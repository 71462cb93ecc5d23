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
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

pub(crate) use wasm::finish as finish_wasm;

const TARGET: &str = "wasm32-unknown-unknown";

/// Everything that both artefacts are made of.
struct Parts {
    /// Says in plain words that the browser is too old; must itself run in old browsers.
    guard: String,
    /// Glue and boot code of the site.
    script: String,
    /// The same with what unpacks the engine.
    unpacking_script: String,
    style: String,
    engine: Vec<u8>,
    unpacker: Vec<u8>,
    /// The second module: workbooks and bundles.
    courier: Vec<u8>,
    /// What seals bundles and opens sealed ones.
    sealer: String,
    icon: Vec<u8>,
    /// What makes the site an application that opens without a network.
    worker: String,
    manifest: String,
}

pub(crate) fn build(workspace: &Workspace, tools: &PageTools) -> Result<()> {
    let start = Instant::now();
    say::step("compiling the page");
    let app = compile(workspace, "jibiao-www", "web")?;
    let small = compile(workspace, "jibiao-unpack", "unpack")?;
    let second = compile(workspace, "jibiao-courier", "web")?;
    let scratch = workspace.scratch("page");
    say::step("making the page");
    glue(tools, &app, &scratch, "app", "wasm_bindgen")?;
    let bound = scratch.join("app_bg.wasm");
    let (module, glue_of_app) = names::shorten(&files::read(&bound)?, files::read_text(&scratch.join("app.js"))?)?;
    files::write(&bound, module)?;
    files::write(&scratch.join("app.js"), guarded(&glue_of_app)?)?;
    let engine = finish_wasm(&tools.node, &bound, &scratch)?;
    let unpacking = workspace.scratch("unpack");
    glue(tools, &small, &unpacking, "unpack", "unpacker")?;
    let unpacker = finish_wasm(&tools.node, &unpacking.join("unpack_bg.wasm"), &unpacking)?;
    let carrying = workspace.scratch("courier");
    glue(tools, &second, &carrying, "courier", "courier")?;
    let courier = finish_wasm(&tools.node, &carrying.join("courier_bg.wasm"), &carrying)?;
    let shell = workspace.root.join("www").join("shell");
    let (courier_glue, courier_shell) = (carrying.join("courier.js"), shell.join("courier.js"));
    let sealer_shell = shell.join("sealer.js");
    let app = scratch.join("app.js");
    let alone = [shell.join("site.js"), courier_glue.clone(), courier_shell.clone(), sealer_shell.clone(), app.clone()];
    let both = [unpacking.join("unpack.js"), shell.join("unpack.js"), courier_glue, courier_shell, sealer_shell, app];
    let parts = Parts {
        guard: shell::guard(&tools.node, &shell, &scratch)?,
        script: shell::script(&tools.node, &shell, &alone, &scratch)?,
        unpacking_script: shell::script(&tools.node, &shell, &both, &scratch)?,
        style: shell::style(&tools.node, &workspace.root.join("www"), &scratch)?,
        engine,
        unpacker,
        courier,
        sealer: shell::sealer(&tools.node, &shell, &scratch)?,
        icon: files::read(&shell.join("icon.svg"))?,
        worker: files::read_text(&shell.join("worker.js"))?,
        manifest: files::read_text(&shell.join("manifest.webmanifest"))?,
    };
    let page = files::read_text(&shell.join("page.html"))?;
    write_single_file(workspace, &page, &parts)?;
    write_site(workspace, &page, &parts)?;
    say::done("page", start.elapsed());
    report_sizes(workspace, &parts)
}

/// The module of a package, as the compiler leaves it.
fn compile(workspace: &Workspace, package: &str, profile: &str) -> Result<PathBuf> {
    let (flags, remap) = workspace.without_paths();
    let mut cargo = workspace.cargo();
    cargo.env(flags, remap).args(["build", "--lib", "--target", TARGET, "--package", package, "--profile", profile]);
    run::run(&mut cargo)?;
    Ok(workspace.target.join(TARGET).join(profile).join(package.replace('-', "_")).with_extension("wasm"))
}

/// Every call into the module goes through `guarded` of `www/shell/boot.js`, which hears of a trap before anything can hide it.
fn guarded(glue: &str) -> Result<String> {
    let taken = "wasm = instance.exports;";
    ensure!(glue.matches(taken).count() == 1, "the glue does not take the module's exports once");
    Ok(glue.replace(taken, "wasm = guarded(instance.exports);"))
}

/// Classic scripts rather than modules: only those run inline from `file://` in every engine.
fn glue(tools: &PageTools, module: &Path, scratch: &Path, name: &str, global: &str) -> Result<()> {
    run::run(
        Command::new(&tools.wasm_bindgen)
            .args(["--target", "no-modules", "--no-typescript", "--no-modules-global", global])
            .args(["--out-name", name, "--out-dir"])
            .arg(scratch)
            .arg(module),
    )
}

fn write_single_file(workspace: &Workspace, page: &str, parts: &Parts) -> Result<()> {
    use base64::Engine as _;
    let encode = |content: &[u8]| base64::engine::general_purpose::STANDARD.encode(content);
    // Packed before it is written as text: a third of the size, for some 50 ms at the start.
    let engine = jibiao_unpack::to_text(&pack::pack(&parts.engine)?);
    let courier = jibiao_unpack::to_text(&pack::pack(&parts.courier)?);
    let sealer = jibiao_unpack::to_text(&pack::pack(&pack::wrapped(&parts.sealer))?);
    let html = template::fill(
        page,
        &[
            ("policy", &policy::single_file(&parts.guard, &parts.unpacking_script, &parts.sealer, &parts.style)),
            ("version", env!("CARGO_PKG_VERSION")),
            ("icon", &format!("data:image/svg+xml;base64,{}", encode(&parts.icon))),
            ("manifest", ""),
            ("style", &format!("<style>{}</style>", parts.style)),
            ("guard", &format!("<script>{}</script>", parts.guard)),
            // Data blocks: the parser neither runs nor compiles them.
            (
                "engine",
                &format!(
                    "<script type=\"application/wasm;base64\" id=\"unpacker\">{}</script>\n\
                     <script type=\"application/x-lzma;base85\" id=\"engine\">{engine}</script>\n\
                     <script type=\"application/x-lzma;base85\" id=\"courier\">{courier}</script>\n\
                     <script type=\"application/x-lzma;base85\" id=\"sealer\">{sealer}</script>",
                    encode(&parts.unpacker),
                ),
            ),
            ("script", &format!("<script>{}</script>", parts.unpacking_script)),
        ],
    )?;
    files::write(&workspace.single_file(), html)
}

fn write_site(workspace: &Workspace, page: &str, parts: &Parts) -> Result<()> {
    let site = workspace.site();
    files::remove_folder(&site)?;
    let address = |name: &str, content: &[u8]| format!("{name}?v={}", files::stamp(content));
    let addresses = [
        address("guard.js", parts.guard.as_bytes()),
        address("style.css", parts.style.as_bytes()),
        address("app.wasm", &parts.engine),
        address("app.js", parts.script.as_bytes()),
        address("courier.wasm", &parts.courier),
        address("seal.js", parts.sealer.as_bytes()),
    ];
    let [guard, style, engine, script, courier, sealer] = &addresses;
    let guard = format!("<script src=\"{guard}\"></script>");
    let style = format!("<link rel=\"stylesheet\" href=\"{style}\">");
    let engine = format!(
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin id=\"engine\" href=\"{engine}\">\n\
         <data id=\"courier\" value=\"{courier}\"></data>\n\
         <data id=\"sealer\" value=\"{sealer}\"></data>"
    );
    let script = format!("<script src=\"{script}\"></script>");
    let html = template::fill(
        page,
        &[
            ("policy", policy::SITE),
            ("version", env!("CARGO_PKG_VERSION")),
            ("icon", "icon.svg"),
            ("manifest", "\n<link rel=\"manifest\" href=\"manifest.webmanifest\">"),
            ("style", &style),
            ("guard", &guard),
            ("engine", &engine),
            ("script", &script),
        ],
    )?;
    let kept = ["./".to_owned(), "icon.svg".to_owned()].into_iter().chain(addresses).collect::<Vec<_>>().join("', '");
    let edition = files::stamp(html.as_bytes());
    let worker = template::fill(&parts.worker, &[("files", &kept), ("edition", &edition)])?;
    files::write(&site.join("worker.js"), worker)?;
    files::write(&site.join("manifest.webmanifest"), &parts.manifest)?;
    files::write(&site.join("index.html"), html)?;
    files::write(&site.join("guard.js"), &parts.guard)?;
    files::write(&site.join("style.css"), &parts.style)?;
    files::write(&site.join("icon.svg"), &parts.icon)?;
    files::write(&site.join("app.wasm"), &parts.engine)?;
    files::write(&site.join("courier.wasm"), &parts.courier)?;
    files::write(&site.join("seal.js"), &parts.sealer)?;
    files::write(&site.join("app.js"), &parts.script)
}

fn report_sizes(workspace: &Workspace, parts: &Parts) -> Result<()> {
    let single = files::read(&workspace.single_file())?;
    say::step(format!(
        "dist/jibiao.html: {} bytes, {} gzipped (module {}, second module {}, script {}, sealer {}, style {})",
        say::bytes(single.len()),
        say::bytes(files::gzip(&single)?.len()),
        say::bytes(parts.engine.len()),
        say::bytes(parts.courier.len()),
        say::bytes(parts.script.len()),
        say::bytes(parts.sealer.len()),
        say::bytes(parts.style.len()),
    ));
    Ok(())
}
