//! Work that waits for the browser.

use std::{future::Future, pin::Pin};

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Does something as soon as what it waits for is there. All such work is of one type, so that the machinery that drives
/// it is compiled once.
pub(crate) fn later(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Lets the page draw and listen.
pub(crate) async fn turn() {
    pause(0).await;
}

/// Lets the page show what stands in it before it has no time.
pub(crate) async fn painted() {
    pause(50).await;
}

async fn pause(milliseconds: i32) {
    let paused = Promise::new(&mut |go_on, _| {
        let window = web_sys::window();
        let set = window.map(|w| w.set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, milliseconds));
        if !matches!(set, Some(Ok(_))) {
            let _ = go_on.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(paused).await;
}
