//! The second module of the page (`crates/courier`): workbooks and bundles. Loaded when something asks for it.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::{dom, files::part};

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
    #[wasm_bindgen(method, catch)]
    fn push(this: &Bag, piece: &Uint8Array) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn end(this: &Bag) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn finish(this: &Bag, info: &str) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(js_name = Object)]
    type Check;
    #[wasm_bindgen(method)]
    fn wants(this: &Check) -> Vec<f64>;
    #[wasm_bindgen(method)]
    fn feed(this: &Check, bytes: &Uint8Array);
    #[wasm_bindgen(method, js_name = finish)]
    fn findings(this: &Check) -> String;
}

/// How much of a file is read at once.
const PIECE: f64 = 1_048_576.0;
/// How much of a bundle is held until the browser gets it, which may lay it aside on disk.
const HELD: f64 = 16.0 * PIECE;

/// Why something was not done: a code, and the file it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) code: String,
    pub(crate) file: String,
}

/// The person changed their mind.
pub(crate) const CANCELLED: &str = "cancelled";
/// What was made does not read back as what was put in.
const DIFFERS: &str = "differs";

/// How far a bundle is, in bytes of attachments; then of the bundle, while it is read back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Along {
    pub(crate) done: f64,
    pub(crate) total: f64,
    pub(crate) reading_back: bool,
}

impl Refused {
    fn new(code: &str, file: &str) -> Self {
        Self { code: code.to_owned(), file: file.to_owned() }
    }

    /// What the module threw: a code as JSON, or whatever the browser has to say.
    fn thrown(error: &JsValue) -> Self {
        let said = error.as_string().and_then(|said| serde_json::from_str::<serde_json::Value>(&said).ok());
        let text = |key: &str| Some(said.as_ref()?.get(key)?.as_str()?.to_owned());
        match text("code") {
            Some(code) => Self { code, file: text("file").unwrap_or_default() },
            None => Self::new("browser", &dom::reason(error)),
        }
    }
}

/// What goes into a bundle.
#[derive(Debug)]
pub(crate) struct Load {
    /// The folder that everything is in.
    pub(crate) top: String,
    /// Files by name.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// Workbooks that are still to be written: the name of the file, and what is in it as JSON.
    pub(crate) workbooks: Vec<(String, String)>,
    /// Files that go in after them.
    pub(crate) beside: Vec<(String, Vec<u8>)>,
    /// Files of the person, with the names that they get.
    pub(crate) attachments: Vec<(String, File)>,
    /// Labels and values as JSON.
    pub(crate) info: String,
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

/// What was made so far. Not more than [`HELD`] of it is held here.
#[derive(Default)]
struct Out {
    laid: Array,
    held: Array,
    bytes: f64,
}

impl Out {
    #[allow(clippy::float_arithmetic)]
    fn take(&mut self, bytes: &Uint8Array) -> Result<(), JsValue> {
        self.held.push(bytes);
        self.bytes += f64::from(bytes.length());
        if self.bytes >= HELD {
            self.lay()?;
        }
        Ok(())
    }

    fn lay(&mut self) -> Result<(), JsValue> {
        let held = std::mem::take(&mut self.held);
        self.laid.push(&Blob::new_with_u8_array_sequence(&held)?.into());
        self.bytes = 0.0;
        Ok(())
    }
}

/// Packs a bundle, a piece of a file at a time, so that the page stays alive, and reads it back: no bundle leaves the page
/// that would be refused where it is handed in. `went_on` hears how far it is, and says whether to go on.
#[allow(clippy::float_arithmetic)]
pub(crate) async fn pack(load: Load, went_on: impl Fn(Along) -> bool) -> Result<Blob, Refused> {
    let courier = courier().await?;
    let thrown = |error: JsValue| Refused::thrown(&error);
    let bag: Bag = made(&courier, "Bag", &load.top.as_str().into())?;
    let mut out = Out::default();
    for (name, bytes) in &load.files {
        out.take(&bag.file(name, &Uint8Array::from(bytes.as_slice())).map_err(thrown)?).map_err(thrown)?;
    }
    for (name, workbook) in &load.workbooks {
        let table = courier.write_workbook(workbook).map_err(thrown)?;
        out.take(&bag.file(name, &table).map_err(thrown)?).map_err(thrown)?;
    }
    let total = load.attachments.iter().map(|(_, file)| file.size()).sum();
    for (name, bytes) in &load.beside {
        out.take(&bag.file(name, &Uint8Array::from(bytes.as_slice())).map_err(thrown)?).map_err(thrown)?;
    }
    let mut done = 0.0;
    for (name, file) in &load.attachments {
        let (original, size) = (file.name(), file.size());
        // A file that was moved or changed since it was chosen can't be read; the module knows it by its name in the bag.
        let unread = |_: JsValue| Refused::new("length", &original);
        out.take(&bag.begin(name, &original, size).map_err(thrown)?).map_err(thrown)?;
        let read = |at: f64| (at < size).then(|| part(file, at, (at + PIECE).min(size)));
        let (mut at, mut coming) = (0.0, read(0.0));
        while let Some(piece) = coming {
            let piece = piece.await.map_err(unread)?;
            at = (at + PIECE).min(size);
            // The browser reads the next piece while this one is summed up.
            coming = read(at);
            out.take(&bag.push(&piece).map_err(unread)?).map_err(thrown)?;
            if !went_on(Along { done: done + at, total, reading_back: false }) {
                return Err(Refused::new(CANCELLED, ""));
            }
        }
        out.take(&bag.end().map_err(unread)?).map_err(thrown)?;
        done += size;
    }
    out.take(&bag.finish(&load.info).map_err(thrown)?).map_err(thrown)?;
    out.lay().map_err(thrown)?;
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("application/zip");
    let bundle = Blob::new_with_blob_sequence_and_options(&out.laid, &kind).map_err(thrown)?;
    // A browser's compiler has been seen to get digests wrong, without an error.
    let total = bundle.size();
    let told = checked(&courier, &bundle, "", |done| went_on(Along { done, total, reading_back: true })).await?;
    let standing = serde_json::from_str::<serde_json::Value>(&told).ok();
    let standing = standing.as_ref().and_then(|told| told.get("standing")?.as_str());
    if standing == Some("valid") { Ok(bundle) } else { Err(Refused::new(DIFFERS, "")) }
}

/// Checks a bundle piece by piece and gives what was found, as JSON. `went_on` hears how far it is, and says whether to go on.
async fn checked(
    courier: &Courier,
    bundle: &Blob,
    name: &str,
    went_on: impl Fn(f64) -> bool,
) -> Result<String, Refused> {
    let check: Check = made(courier, "Check", &bundle.size().into())?;
    while let [start, end] = *check.wants() {
        let bytes = part(bundle, start, end).await.map_err(|_| Refused::new("length", name))?;
        check.feed(&bytes);
        if !went_on(end) {
            return Err(Refused::new(CANCELLED, ""));
        }
    }
    Ok(check.findings())
}

/// What is found in a bundle, as JSON.
pub(crate) async fn verify(file: &File) -> Result<String, Refused> {
    checked(&courier().await?, file, &file.name(), |_| true).await
}
