//! The packs that come with the program, assembled by the build from `packs/<pack>/`.

use crate::{LoadError, Pack};

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The assembled bytes of every built-in pack, by id.
pub fn builtin_bytes() -> &'static [(&'static str, &'static [u8])] {
    BUILTIN
}

/// Loads a built-in pack; `None` for an id that is not among them.
pub fn builtin(id: &str) -> Option<Result<Pack, LoadError>> {
    BUILTIN.iter().find(|(name, _)| *name == id).map(|(_, bytes)| Pack::load(bytes))
}
