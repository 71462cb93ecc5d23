//! `cargo dev`: sets up, builds, serves, tests and measures the project.
//!
//! A command is one file in `commands/` and one line in its table; a tool that has to be there is one file in `setup/`.
// A developer's tool: it talks on the terminal, and a panic here harms nobody's document.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod commands;
mod files;
mod npm;
mod packs;
mod page;
mod passed;
mod published;
mod run;
mod say;
mod server;
mod setup;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::dispatch(std::env::args_os().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::FAILURE
        }
    }
}
