//! What seals bundles and opens sealed ones (`shell/sealer`). Loaded when something asks for it; keys pass through and are
//! kept nowhere.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::{courier::Refused, dom};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = jibiaoSealer, catch)]
    fn load() -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_name = Object)]
    type Sealer;
    #[wasm_bindgen(method, catch)]
    fn seal(this: &Sealer, bundle: &Blob, keys: &Array, words: &str, told: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn open(this: &Sealer, file: &Blob, keys: &Array, words: &str) -> Result<Promise, JsValue>;
}

/// What seals or opens: keys, or else a passphrase.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) keys: Vec<String>,
    pub(crate) passphrase: String,
}

/// Nothing that logs says what the keys are.
impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

impl Keys {
    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.passphrase.is_empty()
    }

    fn listed(&self) -> Array {
        self.keys.iter().map(|key| JsValue::from_str(key)).collect()
    }
}

async fn sealer() -> Result<Sealer, Refused> {
    let not_loaded = |error: JsValue| Refused::new("load", &dom::reason(&error));
    let loaded = JsFuture::from(load().map_err(not_loaded)?).await.map_err(not_loaded)?;
    Ok(loaded.unchecked_into())
}

async fn done(asked: Result<Promise, JsValue>) -> Result<Blob, Refused> {
    let thrown = |error: JsValue| Refused::thrown(&error);
    Ok(JsFuture::from(asked.map_err(thrown)?).await.map_err(thrown)?.unchecked_into())
}

/// The bundle sealed. `went_on` hears how many bytes are, and says whether to go on.
pub(crate) async fn seal(bundle: &Blob, keys: &Keys, went_on: impl Fn(f64) -> bool + 'static) -> Result<Blob, Refused> {
    let told = Closure::<dyn Fn(f64) -> bool>::new(went_on);
    done(sealer().await?.seal(bundle, &keys.listed(), &keys.passphrase, told.as_ref())).await
}

/// What is in a sealed file.
pub(crate) async fn open(file: &Blob, keys: &Keys) -> Result<Blob, Refused> {
    done(sealer().await?.open(file, &keys.listed(), &keys.passphrase)).await
}
