//! Unpacks the engine of the single-file page.
//!
//! The page holds its engine (a WebAssembly module) packed, a third smaller than browsers could undo by themselves. This
//! crate becomes a small module of its own that stands in the page as it is, starts at once, and hands the large one on.
//! Written in JavaScript the same work takes three times as long.
//!
//! # Format
//! LZMA ("alone" format) of: size of the module and sizes of seven [`Stream`]s, 4 bytes each, little-endian; then the
//! streams. A function is taken apart into its streams because like follows like: [`Stream`] says what goes where. Its size
//! is left out, for where it ends shows. In the page it stands as text ([`to_text`]). `crates/dev` packs and holds against
//! what comes back.

mod join;
mod text;

#[cfg(feature = "std")]
use std::io::Read as _;

use lzma_rust2::LzmaReader;
#[cfg(not(feature = "std"))]
use lzma_rust2::Read as _;

pub use join::{Operand, Stream, operands};
pub use text::{from_text, to_text};

/// The LZMA header: properties, window, length.
const LENGTH_AT: usize = 5;

/// The largest engine that is taken, in bytes: four times what it is. What is longer was not packed by us.
const MOST: usize = 1 << 24;

/// The module that was packed; `None` for anything that was not.
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    join::join(&unlzma(packed)?)
}

fn unlzma(packed: &[u8]) -> Option<Vec<u8>> {
    let length = packed.get(LENGTH_AT..)?.first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok().filter(|length| *length <= MOST)?;
    let mut reader = LzmaReader::new_mem_limit(packed, u32::MAX, None).ok()?;
    let mut parts = vec![0; length];
    let mut rest = parts.as_mut_slice();
    while !rest.is_empty() {
        let read = reader.read(rest).ok().filter(|read| *read > 0)?;
        rest = rest.get_mut(read..)?;
    }
    Some(parts)
}

/// For the page: what was packed and written as text ([`to_text`]); blank for anything else, which WebAssembly refuses in
/// words of its own.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = unpack)]
pub fn unpack_for_page(text: &str) -> Vec<u8> {
    from_text(text.as_bytes()).and_then(|packed| unpack(&packed)).unwrap_or_default()
}
