//! What whole-system checks share: the kit, the worked documents, and where things lie.
// A check that panics has failed, which is what it is for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use jibiao_kit::{Draft, Kit, Opened, Rebind};

/// The kit with its built-in packs, loaded once for all checks of a run.
pub fn kit() -> Kit {
    static KIT: LazyLock<Kit> = LazyLock::new(|| Kit::builtin().unwrap_or_else(|error| panic!("{error}")));
    KIT.clone()
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).expect("a workspace around `tests`").into()
}

/// The names of the worked documents in `tests/documents`, in order.
pub fn document_names() -> Vec<String> {
    let folder = root().join("tests/documents");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".json").map(str::to_owned))
        .collect();
    names.sort();
    names
}

/// The bytes of a worked document.
pub fn document_bytes(name: &str) -> Vec<u8> {
    let path = root().join("tests/documents").join(name).with_extension("json");
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A worked document, bound to the pack at hand: the documents outlive editions of the pack.
pub fn document(kit: &Kit, name: &str) -> Draft {
    open(kit, &document_bytes(name)).draft
}

/// Opens a file, bound to the pack at hand.
pub fn open(kit: &Kit, bytes: &[u8]) -> Opened {
    kit.open(bytes, Rebind::ToSameId).unwrap_or_else(|error| panic!("{error}"))
}

/// A folder of evidence that lies beside the checkout, or below `JIBIAO_SHARED`; it is no part of the project.
///
/// `None`, with a word about it, where it is not here. Where `CI` is set a check must not pass by looking away.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let base = std::env::var_os("JIBIAO_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let path = base.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{} is not here, and CI is set: put the folder there or name its place in JIBIAO_SHARED",
        path.display()
    );
    eprintln!("{}: not here: skipped", path.display());
    None
}
