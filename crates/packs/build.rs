//! Assembles each folder under `packs/` into one JSON text, so that neither TOML nor Fluent is parsed at run time.
//!
//! A build script may panic: a pack that can't be assembled must stop the build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "src/assemble.rs"]
mod assemble;

use std::{env, fs, path::Path};

fn main() {
    let packs = Path::new("packs");
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=src/assemble.rs");
    let out = env::var("OUT_DIR").unwrap();
    let mut folders: Vec<_> =
        fs::read_dir(packs).expect("packs/ holds the built-in packs").map(|e| e.unwrap().path()).collect();
    folders.sort();
    let mut table = String::from("static BUILTIN: &[(&str, &[u8])] = &[\n");
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let id = folder.file_name().unwrap().to_str().unwrap();
        let pack = assemble::folder(folder).unwrap_or_else(|problems| panic!("pack {id}:\n{}", problems.join("\n")));
        let file = Path::new(&out).join(format!("{id}.json"));
        fs::write(&file, serde_json::to_vec(&pack).unwrap()).unwrap();
        table.push_str(&format!("    ({id:?}, include_bytes!({:?})),\n", file.to_str().unwrap()));
    }
    table.push_str("];\n");
    fs::write(Path::new(&out).join("builtin.rs"), table).unwrap();
}
