//! `cargo dev design`: the page that shows the design system, made of the page as it is built.

use crate::{page, run, setup, workspace::Workspace};
use anyhow::Result;
use std::process::Command;

pub(super) const COMMAND: super::Command = super::Command {
    name: "design",
    usage: "",
    summary: "build the page, and dist/design.html with every part of it in its states",
    run,
};

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let workspace = Workspace::find()?;
    setup::test_tools(&workspace, true)?;
    page::build(&workspace, &setup::page_tools(&workspace)?)?;
    run::run(Command::new("node").arg(workspace.tests().join("design").join("make.mjs")).current_dir(&workspace.root))
}
