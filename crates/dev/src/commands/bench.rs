//! `cargo dev bench`: sizes and speeds against their budgets, with the machine they were measured on.

use crate::{files, npm, page, run, say, setup, workspace::Workspace};
use anyhow::Result;
use std::process::Command;

pub(super) const COMMAND: super::Command = super::Command {
    name: "bench",
    usage: "",
    summary: "measure sizes and speeds and print them with the machine's description",
    run,
};

const SINGLE_FILE_RAW: usize = 1_100_000;
const SINGLE_FILE_GZIP: usize = 450_000;

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let workspace = Workspace::find()?;
    setup::test_tools(&workspace, true)?;
    page::build(&workspace, &setup::page_tools(&workspace)?)?;
    npm::build(&workspace, &setup::npm_tools(&workspace)?)?;
    println!("\n{}\n", machine());
    print_sizes(&workspace)?;
    native_timings(&workspace)?;
    node_timings(&workspace)
}

fn machine() -> String {
    let file = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let unknown = || "unknown".to_owned();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    [
        format!("processor  {}, {cores} cores", field(&file("/proc/cpuinfo"), "model name").unwrap_or_else(unknown)),
        format!("memory     {}", field(&file("/proc/meminfo"), "MemTotal").unwrap_or_else(unknown)),
        format!("rustc      {}", run::ask("rustc", &["--version"]).unwrap_or_else(unknown)),
        format!("node       {}", run::ask("node", &["--version"]).unwrap_or_else(unknown)),
        format!("chromium   {}", run::ask("chromium", &["--version"]).unwrap_or_else(unknown)),
    ]
    .join("\n")
}

fn print_sizes(workspace: &Workspace) -> Result<()> {
    let single = files::read(&workspace.single_file())?;
    print_budget("single file, raw", single.len(), SINGLE_FILE_RAW);
    print_budget("single file, gzip", files::gzip(&single)?.len(), SINGLE_FILE_GZIP);
    let module = files::read(&workspace.npm_package().join("jibiao_bg.wasm"))?;
    println!("{:<22} {:>9} bytes", "npm module, raw", say::bytes(module.len()));
    println!("{:<22} {:>9} bytes", "npm module, gzip", say::bytes(files::gzip(&module)?.len()));
    Ok(())
}

fn print_budget(what: &str, value: usize, budget: usize) {
    let verdict = if value <= budget { "within" } else { "OVER" };
    println!("{what:<22} {:>9} bytes, {verdict} the budget of {}", say::bytes(value), say::bytes(budget));
}

fn native_timings(workspace: &Workspace) -> Result<()> {
    if !workspace.tests().join("src").join("bin").join("bench.rs").exists() {
        return Ok(());
    }
    println!();
    run::run(workspace.cargo().args(["run", "--quiet", "--release", "--package", "jibiao-tests", "--bin", "bench"]))
}

fn node_timings(workspace: &Workspace) -> Result<()> {
    for script in files::below(&workspace.tests().join("bench"), ".mjs")? {
        println!();
        run::run(Command::new("node").arg(script).current_dir(&workspace.root))?;
    }
    Ok(())
}
