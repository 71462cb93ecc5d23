//! `cargo dev docs`: the handbook of rules as Markdown.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use jibiao_kit::{Kit, Language};
use lexopt::Arg;

use crate::workspace::Workspace;

pub(super) const COMMAND: super::Command = super::Command {
    name: "docs",
    usage: "[--out DIR]",
    summary: "write the handbook of rules as Markdown, Chinese and English",
    run,
};

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let mut out = None::<PathBuf>;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let out = match out {
        Some(out) => out,
        None => Workspace::find()?.target.join("handbook"),
    };
    let kit = Kit::builtin().context("the built-in packs do not load")?;
    let mut count: usize = 0;
    for language in Language::ALL {
        for page in kit.handbook(language) {
            let path = out.join(language.name()).join(&page.path);
            let folder = path.parent().context("a page lies in a folder")?;
            fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
            fs::write(&path, page.text).with_context(|| format!("could not write {}", path.display()))?;
            count += 1;
        }
    }
    println!("{count} pages in {}", out.display());
    Ok(())
}
