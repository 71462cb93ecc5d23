//! `cargo dev app`: from a fresh clone to the page in a browser.

use crate::{packs, page, server, setup, workspace::Workspace};
use anyhow::{Context, Result};
use lexopt::{Arg, ValueExt as _};

pub(super) const COMMAND: super::Command = super::Command {
    name: "app",
    usage: "[--port N] [--no-serve]",
    summary: "set up what is missing, build the page, serve it on 127.0.0.1",
    run,
};

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let mut port = None;
    let mut serve = true;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = Some(arguments.value()?.parse::<u16>().context("--port takes a number")?),
            Arg::Long("no-serve") => serve = false,
            other => return Err(other.unexpected().into()),
        }
    }
    let workspace = Workspace::find()?;
    let tools = setup::page_tools(&workspace)?;
    page::build(&workspace, &tools)?;
    packs::build(&workspace)?;
    let server = if serve { Some(server::Server::bind(workspace.site(), port)?) } else { None };
    println!("single file  {}", workspace.single_file().display());
    if let Some(server) = server {
        println!("address      http://127.0.0.1:{}/   (Ctrl+C stops)", server.port());
        server.serve();
    }
    Ok(())
}
