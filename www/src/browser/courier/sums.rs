//! Digests that the browser makes: its own code on other threads, several times as fast as a module.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Object)]
    type Subtle;
    #[wasm_bindgen(method, catch)]
    fn digest(this: &Subtle, algorithm: &str, bytes: &Uint8Array) -> Result<Promise, JsValue>;
}

/// What sums up bytes in this browser.
pub(super) struct Native(Subtle);

/// SHA-256 and SHA-512 of one file.
pub(super) struct Sums {
    pub(super) sha256: Uint8Array,
    pub(super) sha512: Uint8Array,
}

impl Native {
    /// Nothing where the page came without encryption over a network, and in very old browsers.
    pub(super) fn of_browser() -> Option<Self> {
        let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
        let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
        Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into::<Function>().ok()?;
        Some(Self(subtle.unchecked_into()))
    }

    /// Begins at once, whoever waits for it when.
    pub(super) fn sum(&self, bytes: &Uint8Array) -> impl Future<Output = Result<Sums, JsValue>> + use<> {
        let begun = |algorithm| self.0.digest(algorithm, bytes).map(JsFuture::from);
        let (sha256, sha512) = (begun("SHA-256"), begun("SHA-512"));
        async {
            let (sha256, sha512) = (sha256?.await?, sha512?.await?);
            Ok(Sums { sha256: Uint8Array::new(&sha256), sha512: Uint8Array::new(&sha512) })
        }
    }
}
