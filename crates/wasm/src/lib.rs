//! The npm package: the kit for JavaScript.
//!
//! Two halves. [`wire`] and [`desk`] are ordinary Rust, tested on the host: JSON text in, JSON text or a
//! [`Failure`] out. `exports` exists in the browser only and decides nothing: it turns values into text and back.
//!
//! Values cross as JSON text because that is the fast way: one `JSON.stringify` and one parse by the very code that
//! opens files cost far less than visiting every property of an object from outside.

mod desk;
mod failure;
mod wire;

#[cfg(target_arch = "wasm32")]
pub mod exports;
#[cfg(test)]
mod types;

pub use desk::{Desk, blank, check, explain, forms, packs, rules, score};
pub use failure::{CODES, Failure};
