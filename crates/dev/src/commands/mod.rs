//! The commands. A new one is a file here, its `mod` line, and its line in `COMMANDS`.

mod app;
mod bench;
mod build;
mod cells;
mod design;
mod docs;
mod pin;
mod published;
mod test;

use anyhow::{Result, bail};
use std::ffi::OsString;

struct Command {
    name: &'static str,
    usage: &'static str,
    summary: &'static str,
    run: fn(lexopt::Parser) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    app::COMMAND,
    build::COMMAND,
    test::COMMAND,
    bench::COMMAND,
    published::COMMAND,
    cells::COMMAND,
    docs::COMMAND,
    design::COMMAND,
    pin::COMMAND,
];

pub(crate) fn dispatch(arguments: impl Iterator<Item = OsString>) -> Result<()> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let name = match parser.next()? {
        Some(lexopt::Arg::Value(name)) => name.to_string_lossy().into_owned(),
        None | Some(lexopt::Arg::Short('h') | lexopt::Arg::Long("help")) => {
            println!("{}", help());
            return Ok(());
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(parser),
        None => bail!("there is no command “{name}”\n\n{}", help()),
    }
}

fn help() -> String {
    let mut text = String::from("cargo dev COMMAND\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.usage);
        text.push_str(&format!("\n  {:<36} {}", call.trim_end(), command.summary));
    }
    text
}
