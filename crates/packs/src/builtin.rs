//! The packs that come with the program, assembled by the build from `packs/<pack>/`.

use crate::{LoadError, Pack, Shelf};

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The assembled bytes of every built-in pack, by id.
pub fn builtin_bytes() -> &'static [(&'static str, &'static [u8])] {
    BUILTIN
}

#[cfg(feature = "districts")]
include!(concat!(env!("OUT_DIR"), "/districts.rs"));

/// The assembled bytes of the packs of the five districts, by id. They extend built-in ones.
#[cfg(feature = "districts")]
pub fn district_bytes() -> &'static [(&'static str, &'static [u8])] {
    DISTRICTS
}

/// Loads a built-in pack; `None` for an id that is not among them.
pub fn builtin(id: &str) -> Option<Result<Pack, LoadError>> {
    BUILTIN.iter().any(|(name, _)| *name == id).then(|| {
        let shelf = Shelf::builtin()?;
        let missing = || LoadError::of("pack", ["the folder `", id, "` holds another pack"].concat());
        shelf.load(shelf.find(id).ok_or_else(missing)?)
    })
}
