//! Work that waits for the browser.

use std::{future::Future, pin::Pin};

/// Does something as soon as what it waits for is there. All such work is of one type, so that the machinery that drives
/// it is compiled once.
pub(crate) fn later(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
