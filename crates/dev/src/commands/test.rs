//! `cargo dev test`: everything that has to hold, from formatting to four browser engines.

use crate::{files, npm, page, run, say, setup, workspace::Workspace};
use anyhow::{Context, Result};
use lexopt::Arg;
use std::process::Command;
use std::time::Instant;

pub(super) const COMMAND: super::Command = super::Command {
    name: "test",
    usage: "[--quick]",
    summary: "set up what is missing and run every test; --quick leaves browsers and office suite out",
    run,
};

/// What is compiled for the browser, linted once more as such: parts of it exist for that target only.
const BROWSER_PACKAGES: [&str; 4] = ["--package", "jibiao-www", "--package", "jibiao-wasm"];

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let mut quick = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("quick") => quick = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let cargo = |arguments: &[&str]| run::run(workspace.cargo().args(arguments));
    let mut steps = 0;
    let mut step = |what: &str, work: &mut dyn FnMut() -> Result<()>| {
        let start = Instant::now();
        say::step(what);
        work().with_context(|| format!("stopped at “{what}”"))?;
        say::done(what, start.elapsed());
        steps += 1;
        anyhow::Ok(())
    };

    step("set-up", &mut || setup::test_tools(&workspace, !quick))?;
    step("format", &mut || cargo(&["fmt", "--all", "--check"]))?;
    step("lint", &mut || cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    step("lint for the browser", &mut || {
        let mut command = workspace.cargo();
        command.args(["clippy", "--quiet", "--target", "wasm32-unknown-unknown"]);
        run::run(command.args(BROWSER_PACKAGES).args(["--", "-D", "warnings"]))
    })?;
    step("Rust tests", &mut || cargo(&["test", "--quiet", "--workspace"]))?;
    step("page and package", &mut || {
        page::build(&workspace, &setup::page_tools(&workspace)?)?;
        npm::build(&workspace, &setup::npm_tools(&workspace)?)
    })?;
    step(if quick { "node tests" } else { "node and browser tests" }, &mut || node_tests(&workspace, quick))?;
    say::done(format!("all {steps} steps passed"), start.elapsed());
    Ok(())
}

/// Every `*.test.mjs` below `tests/`.
fn node_tests(workspace: &Workspace, quick: bool) -> Result<()> {
    let (browsers, office) = (workspace.tests().join("browser"), workspace.tests().join("office"));
    let mut tests = files::below(&workspace.tests(), ".test.mjs")?;
    tests.retain(|test| !quick || !(test.starts_with(&browsers) || test.starts_with(&office)));
    if tests.is_empty() {
        return Ok(());
    }
    run::run(
        Command::new("node")
            // A page that never answers must not hold up everything for ever.
            .args(["--test", "--test-reporter=spec", "--test-timeout=300000"])
            .args(tests)
            // The Rust tests built it, wherever the build folder is.
            .env("JIBIAO_CLI", workspace.target.join("debug").join(format!("jibiao{}", std::env::consts::EXE_SUFFIX)))
            .current_dir(&workspace.root),
    )
}
