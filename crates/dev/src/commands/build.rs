//! `cargo dev build`: the artefacts in `dist/`.

use crate::{npm, packs, page, setup, workspace::Workspace};
use anyhow::Result;
use lexopt::Arg;

pub(super) const COMMAND: super::Command = super::Command {
    name: "build",
    usage: "[--page] [--npm]",
    summary: "build dist/jibiao.html, dist/site, dist/packs and dist/npm, or one of them",
    run,
};

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut only_page, mut only_npm) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("page") => only_page = true,
            Arg::Long("npm") => only_npm = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let workspace = Workspace::find()?;
    if only_page || !only_npm {
        let tools = setup::page_tools(&workspace)?;
        page::build(&workspace, &tools)?;
        packs::build(&workspace)?;
    }
    if only_npm || !only_page {
        let tools = setup::npm_tools(&workspace)?;
        npm::build(&workspace, &tools)?;
    }
    Ok(())
}
