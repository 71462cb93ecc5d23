//! `cargo dev published`: published tables, checked and scored, one JSON line each.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::Arg;

use crate::published::{Published, error_line};

pub(super) const COMMAND: super::Command = super::Command {
    name: "published",
    usage: "DIR|FILE [--layouts] [--out FILE]",
    summary: "check and score published tables, one JSON line each; --document prints the document instead, \
              --layouts names the form that takes the most cells",
    run,
};

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let (mut from, mut out, mut as_document, mut layouts) = (None::<PathBuf>, None::<PathBuf>, false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.into()),
            Arg::Long("document") => as_document = true,
            Arg::Long("layouts") => layouts = true,
            Arg::Value(path) if from.is_none() => from = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let from = from.context("which tables? cargo dev published DIR|FILE [--out FILE]")?;
    let tables = tables(&from)?;
    let published = Published::new(kinds()?)?;
    let mut sink: Box<dyn std::io::Write> = match &out {
        Some(path) => Box::new(fs::File::create(path).with_context(|| format!("could not write {}", path.display()))?),
        None => Box::new(std::io::stdout().lock()),
    };
    let mut refused: usize = 0;
    for path in &tables {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
        let line = if as_document {
            published.document(&name, &bytes)
        } else if layouts {
            let line = published.layout(&name, &bytes);
            line.map(|line| line.map_or_else(String::new, |line| format!("{line}\n")))
        } else {
            published.line(&name, &bytes).map(|line| format!("{line}\n"))
        };
        let text = line.unwrap_or_else(|error| {
            refused += 1;
            format!("{}\n", error_line(&name, &error))
        });
        sink.write_all(text.as_bytes())?;
    }
    sink.flush()?;
    match refused {
        0 => Ok(()),
        refused => {
            bail!("{refused} of {} tables could not be turned into a document; see their error lines", tables.len())
        }
    }
}

/// A file, or every `.json` file of a folder in the order of their names.
fn tables(from: &Path) -> Result<Vec<PathBuf>> {
    if from.is_file() {
        return Ok(vec![from.to_path_buf()]);
    }
    let entries = fs::read_dir(from).with_context(|| format!("could not read {}", from.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("{} holds no .json files", from.display());
    }
    files.sort();
    Ok(files)
}

/// The one file that says which kind of defect each rule stands for.
fn kinds() -> Result<crate::published::Kinds> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/published/kinds.json");
    let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a map from rule id to kind", path.display()))
}
