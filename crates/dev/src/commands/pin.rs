//! `cargo dev pin`: the documents that the project carries are pinned to the built-in packs as they are now.

use crate::{files, say, workspace::Workspace};
use anyhow::{Context, Result, bail};
use jibiao_kit::Kit;

pub(super) const COMMAND: super::Command = super::Command {
    name: "pin",
    usage: "[--check]",
    summary: "pin the worked documents to the built-in packs after a pack was changed",
    run,
};

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let mut check = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("check") => check = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let kit = Kit::builtin()?;
    for file in files::below(&Workspace::find()?.tests().join("documents"), ".json")? {
        let text = files::read_text(&file)?;
        let document: serde_json::Value = serde_json::from_str(&text)?;
        let field = |name: &str| document["pack"][name].as_str().map(str::to_owned);
        let id = field("id").with_context(|| format!("{} names no pack", file.display()))?;
        let pack = kit.held().iter().find(|held| held.reference.id == id);
        let pack = pack.with_context(|| format!("{} names the pack {id}, which is not built in", file.display()))?;
        // The text is changed rather than written anew, so that its layout and order stay as a person wrote them.
        let mut pinned = text.clone();
        for (name, now) in [("edition", &pack.reference.edition), ("sha256", &pack.reference.sha256)] {
            let before = field(name).unwrap_or_default();
            pinned = pinned.replacen(&format!("\"{name}\": \"{before}\""), &format!("\"{name}\": \"{now}\""), 1);
        }
        if pinned == text {
            continue;
        }
        if check {
            bail!("{} is pinned to an older state of {id}: run `cargo dev pin`", file.display());
        }
        files::write(&file, pinned)?;
        say::step(format!("pinned {} to {}", file.display(), pack.reference));
    }
    Ok(())
}
