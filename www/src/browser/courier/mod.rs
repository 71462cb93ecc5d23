//! The second module of the page (`crates/courier`): workbooks and bundles. Loaded when something asks for it.

mod pack;
mod sums;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::{dom, files::part};
pub(crate) use pack::{Along, CANCELLED, Doing, Load, pack};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = jibiaoCourier, catch)]
    fn load() -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_name = Object)]
    type Courier;
    #[wasm_bindgen(method, catch, js_name = writeWorkbook)]
    fn write_workbook(this: &Courier, workbook: &str) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch, js_name = readWorkbook)]
    fn read_workbook(this: &Courier, bytes: &Uint8Array) -> Result<String, JsValue>;

    #[wasm_bindgen(js_name = Object)]
    type Bag;
    #[wasm_bindgen(method, catch)]
    fn file(this: &Bag, name: &str, bytes: &Uint8Array) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn begin(this: &Bag, name: &str, original: &str, length: f64) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch, js_name = beginBeside)]
    fn begin_beside(this: &Bag, name: &str, original: &str, length: f64) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn push(this: &Bag, piece: &Uint8Array) -> Result<Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn end(this: &Bag) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch, js_name = endWith)]
    fn end_with(this: &Bag, sha256: &Uint8Array, sha512: &Uint8Array) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn finish(this: &Bag, info: &str) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(js_name = Object)]
    type Check;
    #[wasm_bindgen(method)]
    fn wants(this: &Check) -> Vec<f64>;
    #[wasm_bindgen(method, catch)]
    fn bring(this: &Check, name: &str, sha256: &Uint8Array, sha512: &Uint8Array) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn feed(this: &Check, bytes: &Uint8Array);
    #[wasm_bindgen(method, js_name = finish)]
    fn findings(this: &Check) -> String;
}

/// Why something was not done: a code, and the file it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) code: String,
    pub(crate) file: String,
}

impl Refused {
    pub(crate) fn new(code: &str, file: &str) -> Self {
        Self { code: code.to_owned(), file: file.to_owned() }
    }

    /// What the module threw: a code as JSON, or whatever the browser has to say.
    pub(super) fn thrown(error: &JsValue) -> Self {
        let said = error.as_string().and_then(|said| serde_json::from_str::<serde_json::Value>(&said).ok());
        let text = |key: &str| Some(said.as_ref()?.get(key)?.as_str()?.to_owned());
        match text("code") {
            Some(code) => Self { code, file: text("file").unwrap_or_default() },
            None => Self::new("browser", &dom::reason(error)),
        }
    }
}

async fn courier() -> Result<Courier, Refused> {
    let loading = load().map_err(|error| Refused::new("load", &dom::reason(&error)))?;
    let loaded = JsFuture::from(loading).await.map_err(|error| Refused::new("load", &dom::reason(&error)))?;
    Ok(loaded.unchecked_into())
}

fn made<T: JsCast>(courier: &Courier, class: &str, with: &JsValue) -> Result<T, Refused> {
    let class = Reflect::get(courier, &class.into()).and_then(|class| class.dyn_into::<Function>());
    let made = class.and_then(|class| Reflect::construct(&class, &Array::of1(with)));
    made.map(JsCast::unchecked_into).map_err(|error| Refused::thrown(&error))
}

/// The xlsx file of a workbook that is given as JSON.
pub(crate) async fn write_workbook(workbook: &str) -> Result<Vec<u8>, Refused> {
    let bytes = courier().await?.write_workbook(workbook).map_err(|error| Refused::thrown(&error))?;
    Ok(bytes.to_vec())
}

/// What an xlsx file holds, as JSON.
pub(crate) async fn read_workbook(bytes: &[u8]) -> Result<String, Refused> {
    courier().await?.read_workbook(&Uint8Array::from(bytes)).map_err(|error| Refused::thrown(&error))
}

fn check_of(courier: &Courier, bundle: &Blob) -> Result<Check, Refused> {
    made(courier, "Check", &bundle.size().into())
}

/// Checks a bundle piece by piece and gives what was found, as JSON. `went_on` hears how far it is, and says whether to go on.
async fn checked(check: &Check, bundle: &Blob, name: &str, went_on: impl Fn(f64) -> bool) -> Result<String, Refused> {
    let mut ahead = None;
    while let [start, end, after @ ..] = &*check.wants() {
        let bytes = match ahead.take() {
            Some((place, bytes)) if place == [*start, *end] => bytes,
            _ => part(bundle, *start, *end),
        };
        let bytes = bytes.await.map_err(|_| Refused::new("length", name))?;
        // The browser reads the next piece while this one is looked at.
        if let [start, end] = after {
            ahead = Some(([*start, *end], part(bundle, *start, *end)));
        }
        check.feed(&bytes);
        if !went_on(*end) {
            return Err(Refused::new(CANCELLED, ""));
        }
    }
    Ok(check.findings())
}

/// What is found in a bundle, as JSON.
pub(crate) async fn verify(bundle: &Blob, name: &str) -> Result<String, Refused> {
    let check = check_of(&courier().await?, bundle)?;
    checked(&check, bundle, name, |_| true).await
}
