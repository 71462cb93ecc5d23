//! Assembles each folder under `packs/` into one JSON text, so that neither TOML nor Fluent is parsed at run time; and
//! each under `districts/`, where that feature is on.
//!
//! A build script may panic: a pack that can't be assembled must stop the build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, unreachable_pub)]

// The very files that read a pack folder at run time. A build needs less of them.
#[path = "src/author/assemble.rs"]
#[allow(dead_code, missing_debug_implementations)]
mod assemble;
#[path = "src/author/files.rs"]
#[allow(dead_code)]
mod files;

use std::{env, fs, path::Path};

/// The packs of the project itself are not bounded.
const LIMITS: files::FileLimits = files::FileLimits { files: usize::MAX, file: u64::MAX, all: u64::MAX };

fn main() {
    println!("cargo::rerun-if-changed=src/author");
    assembled("packs", "BUILTIN", "builtin.rs");
    if env::var_os("CARGO_FEATURE_DISTRICTS").is_some() {
        assembled("districts", "DISTRICTS", "districts.rs");
    }
}

/// Writes a table of all packs in a folder.
fn assembled(packs: &str, name: &str, table_file: &str) {
    println!("cargo::rerun-if-changed={packs}");
    let out = env::var("OUT_DIR").unwrap();
    let folders = fs::read_dir(packs).unwrap_or_else(|error| panic!("{packs}/ holds packs: {error}"));
    let mut folders: Vec<_> = folders.map(|e| e.unwrap().path()).collect();
    // Those that others extend come first.
    let extends = |folder: &Path| {
        fs::read_to_string(folder.join("pack.toml"))
            .is_ok_and(|text| text.lines().any(|line| line.starts_with("extends")))
    };
    folders.sort_by_key(|folder| (extends(folder), folder.clone()));
    let mut table = format!("static {name}: &[(&str, &[u8])] = &[\n");
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let id = folder.file_name().unwrap().to_str().unwrap();
        let files = files::Files::of_folder(folder, LIMITS).unwrap_or_else(|error| panic!("pack {id}: {error:?}"));
        let pack = assemble::assemble(&files).unwrap_or_else(|troubles| panic!("pack {id}: {troubles:#?}"));
        let file = Path::new(&out).join(format!("{id}.json"));
        fs::write(&file, pack.bytes()).unwrap();
        table.push_str(&format!("    ({id:?}, include_bytes!({:?})),\n", file.to_str().unwrap()));
    }
    table.push_str("];\n");
    fs::write(Path::new(&out).join(table_file), table).unwrap();
}
