//! The command `jibiao`: arguments, terminal rendering, exit codes. What is right or wrong is for the kit to say.

mod arguments;
mod commands;
mod csv;
mod exit;
mod input;
mod packs;
mod page;
mod plain;
mod sealed;
mod table;
mod words;

use std::{env, io::Write, process::ExitCode};

use jibiao_kit::Kit;

use crate::{
    arguments::Asked,
    commands::{Output, Session},
    exit::Exit,
    page::Page,
    words::Speech,
};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let speech = Speech::new(arguments::language(&arguments));
    let exit = match arguments::parse(arguments) {
        Ok(asked) => run(asked, speech),
        Err(misuse) => {
            complain(&misuse.page(speech));
            Exit::Misuse
        }
    };
    ExitCode::from(exit.code())
}

fn run(Asked { invocation, packs }: Asked, speech: Speech) -> Exit {
    let kit = match Kit::builtin() {
        Ok(kit) => kit,
        Err(error) => {
            complain(&Page::of_line(&speech.say("packs-failed", &[("reason", &error.to_string())])));
            return Exit::Open;
        }
    };
    let sources = match packs::sources(&packs, speech) {
        Ok(sources) => sources,
        Err(complaints) => {
            complain(&complaints);
            return Exit::Open;
        }
    };
    let (kit, named) = match kit.with_packs(sources) {
        Ok(at_hand) => at_hand,
        Err(error) => {
            complain(&packs::refused(&error, speech));
            return Exit::Open;
        }
    };
    let Output { text, complaints, exit } = Session { kit: &kit, speech, named: &named }.run(invocation);
    if !complaints.is_blank() {
        complain(&complaints);
    }
    match text.print() {
        Ok(()) => exit,
        // Whoever reads has seen enough: `jibiao rules | head -1`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => exit,
        Err(error) => {
            complain(&Page::of_line(&speech.say("output-failed", &[("reason", &error.to_string())])));
            Exit::Open.worse(exit)
        }
    }
}

/// Says something beside the result. Where even that is impossible, the exit code has to do.
fn complain(page: &Page) {
    let _ = anstream::AutoStream::auto(std::io::stderr()).write_all(page.text().as_bytes());
}
