//! The npm package: the kit for JavaScript.
//!
//! Two halves. [`wire`] and [`desk`] are ordinary Rust, tested on the host: typed requests in, JSON text or a
//! [`Failure`] out. `decode` and `exports` exist in the browser only and decide nothing: they turn JavaScript's values
//! into requests, and text into values.
//!
//! Requests and options are decoded field by field with serde-wasm-bindgen, so that the text of a file crosses as it is.
//! Documents, edits and answers cross as JSON text, because measurement says so (crates/kit/docs/decisions.md): one
//! `JSON.stringify` and one parse by the very code that opens files cost less than visiting every property of an
//! object from outside, keep unknown fields, and bound the depth.

mod circle;
mod desk;
mod exchange;
mod failure;
mod paste;
mod wire;

#[cfg(target_arch = "wasm32")]
mod decode;
#[cfg(target_arch = "wasm32")]
pub mod exports;
#[cfg(test)]
mod types;

pub use circle::{carry, digest_of, next_steps, trace};
pub use desk::{Desk, blank, check, explain, forms, open_pack, packs, rules, score};
pub use exchange::{exchange, profiles};
pub use failure::{CODES, Failure};
pub use wire::{CARRY, CHECK, EXCHANGE, OPEN, Options, REQUEST, Request, Takes, UPLOAD, asked};
