//! Files: reading one, offering one, and writing in place where the browser can.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::dom;

/// The bytes of a file.
pub(crate) async fn read(file: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(Promise::from(JsValue::from(file.array_buffer()))).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The text of a file that a spreadsheet wrote: UTF-8, else what Chinese spreadsheets write.
pub(crate) fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, ..] => decoded(bytes, "utf-16le"),
        _ => None,
    }
    .or_else(|| std::str::from_utf8(bytes).ok().map(str::to_owned))
    .or_else(|| decoded(bytes, "gb18030"))
    .unwrap_or_default()
}

fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    let maker: Function = Reflect::get(&js_sys::global(), &"TextDecoder".into()).ok()?.dyn_into().ok()?;
    let decoder = Reflect::construct(&maker, &Array::of1(&encoding.into())).ok()?;
    let decode: Function = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
    decode.call1(&decoder, &JsValue::from(Uint8Array::from(bytes))).ok()?.as_string()
}

/// The bytes of a part of a file. The browser begins to read them at once, whoever waits for them when.
pub(crate) fn part(file: &Blob, start: f64, end: f64) -> impl Future<Output = Result<Uint8Array, JsValue>> + use<> {
    let asked = file.slice_with_f64_and_f64(start, end);
    let asked = asked.map(|part| JsFuture::from(Promise::from(JsValue::from(part.array_buffer()))));
    async { Ok(Uint8Array::new(&asked?.await?)) }
}

/// Offers a text for saving. Browsers put it into the folder for downloads.
pub(crate) fn offer(name: &str, text: &str) -> Option<()> {
    offer_bytes(name, text.as_bytes(), "application/json")
}

/// Offers bytes for saving.
pub(crate) fn offer_bytes(name: &str, bytes: &[u8], kind: &str) -> Option<()> {
    offer_blob(name, &blob(bytes, kind)?)
}

/// Offers what was made in pieces for saving.
pub(crate) fn offer_blob(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let document = dom::document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser has to have begun to read before the address goes away.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

fn blob(bytes: &[u8], kind: &str) -> Option<Blob> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

/// A place on disk that the person chose and that can be written again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Handle(JsValue);

impl Handle {
    pub(crate) fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    pub(crate) async fn write(&self, text: &str) -> Result<(), JsValue> {
        let stream = call(&self.0, "createWritable", &[]).await?;
        call(&stream, "write", &[text.into()]).await?;
        call(&stream, "close", &[]).await?;
        Ok(())
    }
}

/// Whether this browser lets a person choose where a file is kept.
pub(crate) fn can_choose() -> bool {
    web_sys::window().is_some_and(|window| Reflect::has(&window, &"showSaveFilePicker".into()).unwrap_or(false))
}

/// Asks where a file is to be kept.
pub(crate) async fn choose(name: &str) -> Result<Handle, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    call(&window, "showSaveFilePicker", &[options.into()]).await.map(Handle)
}

async fn call(on: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &method.into())?.dyn_into()?;
    let arguments: Array = arguments.iter().collect();
    let promise: Promise = function.apply(on, &arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}
