//! `cargo dev test`: everything that has to hold, from formatting to four browser engines.

use crate::passed::{Basis, Passed, checkout};
use crate::{files, npm, page, run, say, setup, workspace::Workspace};
use anyhow::{Context, Result};
use lexopt::Arg;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

pub(super) const COMMAND: super::Command = super::Command {
    name: "test",
    usage: "[--quick] [--all]",
    summary: "set up what is missing and run every test; --quick leaves browsers and office suite out, --all runs again what passed on the very same before",
    run,
};

/// What is compiled for the browser, linted once more as such: parts of it exist for that target only.
const BROWSER_PACKAGES: [&str; 4] = ["--package", "jibiao-www", "--package", "jibiao-wasm"];

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    // Whoever judges a change from outside trusts no memory.
    let (mut quick, mut all) = (false, std::env::var_os("CI").is_some());
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("quick") => quick = true,
            Arg::Long("all") => all = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let passed = Passed::new(&workspace, all);
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
    step("Rust tests", &mut || {
        let files = checkout(&workspace);
        let basis = files.as_deref().map(|files| of_files(files, &|_| true)).transpose()?;
        // The command line is needed further on, made of these very sources.
        cargo(&["test", "--quiet", "--workspace", "--no-run"])?;
        if basis.as_ref().is_some_and(|basis| passed.has("rust", basis)) {
            say::step("passed before on the very same; --all runs them again");
            return Ok(());
        }
        cargo(&["test", "--quiet", "--workspace"])?;
        basis.map_or(Ok(()), |basis| passed.remember("rust", &basis))
    })?;
    step("page and package", &mut || {
        page::build(&workspace, &setup::page_tools(&workspace)?)?;
        npm::build(&workspace, &setup::npm_tools(&workspace)?)
    })?;
    step(if quick { "node tests" } else { "node and browser tests" }, &mut || node_tests(&workspace, &passed, quick))?;
    say::done(format!("all {steps} steps passed"), start.elapsed());
    Ok(())
}

fn of_files(files: &[PathBuf], counts: &dyn Fn(&Path) -> bool) -> Result<Basis> {
    let mut basis = Basis::of_machine()?;
    for file in files.iter().filter(|file| counts(file)) {
        basis.file(file)?;
    }
    Ok(basis)
}

/// Every `*.test.mjs` below `tests/` that has not passed on the very same before.
fn node_tests(workspace: &Workspace, passed: &Passed, quick: bool) -> Result<()> {
    let (browsers, office) = (workspace.tests().join("browser"), workspace.tests().join("office"));
    let mut tests = files::below(&workspace.tests(), ".test.mjs")?;
    tests.retain(|test| !quick || !(test.starts_with(&browsers) || test.starts_with(&office)));
    // The Rust tests built it, wherever the build folder is.
    let command_line = workspace.target.join("debug").join(format!("jibiao{}", std::env::consts::EXE_SUFFIX));
    let bases = node_bases(workspace, &command_line, &tests)?;
    let basis_of = |test: &Path| bases.iter().find(|(known, _)| known == test).map(|(_, basis)| basis);
    let name = |test: &Path| test.strip_prefix(&workspace.root).unwrap_or(test).to_string_lossy().into_owned();
    let count = tests.len();
    tests.retain(|test| !basis_of(test).is_some_and(|basis| passed.has(&name(test), basis)));
    if tests.len() < count {
        let before = count - tests.len();
        say::step(format!("{before} of {count} files passed before on the very same; --all runs them again"));
    }
    if tests.is_empty() {
        return Ok(());
    }
    let report = workspace.scratch("passed").join("report");
    files::write(&report, "")?;
    let result = run::run(
        Command::new("node")
            // A page that never answers must not hold up everything for ever.
            .args(["--test", "--test-timeout=300000"])
            .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
            .arg(format!("--test-reporter={}", workspace.tests().join("passed.mjs").display()))
            .arg(format!("--test-reporter-destination={}", report.display()))
            .args(tests)
            .env("JIBIAO_CLI", &command_line)
            .current_dir(&workspace.root),
    );
    for test in files::read_text(&report)?.lines().map(Path::new) {
        if let Some(basis) = basis_of(test) {
            passed.remember(&name(test), basis)?;
        }
    }
    result
}

/// What each test file depends on: itself, everything else but Rust and prose, what was built. Those that read prose are left out.
fn node_bases(workspace: &Workspace, command_line: &Path, tests: &[PathBuf]) -> Result<Vec<(PathBuf, Basis)>> {
    let Some(files) = checkout(workspace) else { return Ok(Vec::new()) };
    let ending = |file: &Path, ending: &str| file.to_string_lossy().ends_with(ending);
    let mut basis = of_files(&files, &|file| ![".rs", ".md", ".test.mjs"].iter().any(|other| ending(file, other)))?;
    basis.file(command_line)?;
    for built in files::below(&workspace.dist(), "")? {
        // A test makes the page of all parts.
        if !ending(&built, "design.html") {
            basis.file(&built)?;
        }
    }
    let prose = workspace.tests().join("docs");
    let of_one = |test: &PathBuf| {
        let mut basis = basis.clone();
        basis.file(test)?;
        Ok((test.clone(), basis))
    };
    tests.iter().filter(|test| !test.starts_with(&prose)).map(of_one).collect()
}
