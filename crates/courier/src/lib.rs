//! The second module of the page: workbooks and bundles, loaded when one is asked for, so that nobody waits for it who only
//! fills a form.
//!
//! It knows nothing of forms and holds no words. The page's engine says in neutral data (JSON) what a workbook looks
//! like and what a bundle is made of, and gives the answers their meaning; the bytes never pass through the engine.
//! Refusals are codes ([`Refusal`]) that the engine has words for.

mod pack;
mod refusal;
mod verify;
mod workbook;

#[cfg(target_arch = "wasm32")]
pub mod exports;

pub use pack::Packing;
pub use refusal::Refusal;
pub use verify::Verifying;
pub use workbook::{read_workbook, write_workbook};
