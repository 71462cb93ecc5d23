//! From JavaScript's values to those of [`wire`](crate::wire).

use jibiao_kit::{Edit, Language, PACK_LIMITS};
use js_sys::{Array, Error, JSON, JsString, Object, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::{
    Desk, Failure,
    exports::thrown,
    wire::{Options, REQUEST, Request, Takes, asked},
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Object, js_name = assign)]
    fn assign(target: &Object, source: &JsValue) -> Result<JsValue, JsValue>;
}

/// A document that is still JavaScript's own.
#[derive(Deserialize)]
#[serde(transparent)]
struct Kept(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue);

fn not_json(error: &JsValue) -> JsValue {
    let detail = error.dyn_ref::<Error>().map(|error| String::from(error.message()));
    thrown(Failure::not_json_value(&detail.unwrap_or_default()))
}

fn kind(value: &JsValue) -> String {
    if value.is_null() { "null".to_owned() } else { value.js_typeof().as_string().unwrap_or_default() }
}

/// A value as JSON text.
pub(crate) fn text_of(value: &JsValue) -> Result<String, JsValue> {
    let text = JSON::stringify(value).map_err(|error| not_json(&error))?;
    // Functions, symbols and undefined have no JSON.
    JsValue::from(text).as_string().ok_or_else(|| thrown(Failure::not_json_value(&kind(value))))
}

/// The bytes of a file. More than any pack holds is not copied into the module.
pub(crate) fn bytes_of(value: &JsValue) -> Result<Vec<u8>, JsValue> {
    let bytes = value
        .dyn_ref::<Uint8Array>()
        .filter(|bytes| usize::try_from(bytes.length()).is_ok_and(|length| length <= PACK_LIMITS.bytes));
    let wrong = || thrown(Failure::wrong_request(&format!("Uint8Array: {}", kind(value)), Language::default()));
    bytes.map(Uint8Array::to_vec).ok_or_else(wrong)
}

/// An object's own fields as they are now. Getters and proxies run here, where an exception is caught; thrown in the
/// midst of decoding it would leave the module's stack and borrows as they were.
fn plain(value: &JsValue) -> Result<JsValue, JsValue> {
    if !value.is_object() {
        return Err(thrown(Failure::wrong_request(&kind(value), Language::default())));
    }
    assign(&Object::new(), value).map_err(|error| not_json(&error))
}

fn decoded(value: &JsValue, takes: Takes) -> Result<Request<Kept>, JsValue> {
    let plain = plain(value)?;
    asked(|| serde_wasm_bindgen::Deserializer::from(plain.clone()), takes).map_err(thrown)
}

pub(crate) fn request_of(value: &JsValue) -> Result<Request<String>, JsValue> {
    decoded(value, REQUEST)?.in_text(|Kept(document)| text_of(&document))
}

pub(crate) fn options_of(value: &JsValue, takes: Takes) -> Result<Options, JsValue> {
    Ok(asked_of(value, takes)?.options)
}

/// Options with the pack that some calls take beside them.
pub(crate) fn asked_of(value: &JsValue, takes: Takes) -> Result<Request<String>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Request::default());
    }
    decoded(value, takes)?.in_text(|Kept(document)| text_of(&document))
}

/// A document as text: the text of a file, or an object.
pub(crate) fn document_of(value: &JsValue) -> Result<String, JsValue> {
    match value.dyn_ref::<JsString>() {
        Some(text) => Ok(String::from(text)),
        None => text_of(value),
    }
}

/// Several documents.
pub(crate) fn documents_of(value: &JsValue) -> Result<Vec<String>, JsValue> {
    let wrong = || thrown(Failure::wrong_request(&format!("Array: {}", kind(value)), Language::default()));
    let list = value.dyn_ref::<Array>().ok_or_else(wrong)?;
    list.iter().map(|document| document_of(&document)).collect()
}

/// Edits cross as text: decoded in place they take no less time, and one that contains itself would never end.
pub(crate) fn edit_of(desk: &Desk, value: &JsValue) -> Result<Edit, JsValue> {
    desk.edit(&text_of(value)?).map_err(thrown)
}
