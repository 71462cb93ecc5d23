//! What the page calls. Refusals are thrown as the JSON of a [`Refusal`](crate::Refusal).

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::{Packing, Refusal, Verifying};

type Done<T> = Result<T, JsValue>;

fn thrown(refusal: Refusal) -> JsValue {
    JsValue::from_str(&refusal.to_json())
}

/// Lengths and places come as numbers of JavaScript; files are far shorter than what those hold exactly.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::as_conversions)]
fn whole(number: f64) -> u64 {
    number as u64
}

#[allow(clippy::cast_precision_loss, clippy::as_conversions)]
fn number(whole: u64) -> f64 {
    whole as f64
}

#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(workbook: &str) -> Done<Vec<u8>> {
    crate::write_workbook(workbook).map_err(thrown)
}

#[wasm_bindgen(js_name = readWorkbook)]
pub fn read_workbook(bytes: &[u8]) -> Done<String> {
    crate::read_workbook(bytes).map_err(thrown)
}

/// A bundle under way; each step gives the bytes that are ready.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bag(Packing);

#[wasm_bindgen]
impl Bag {
    #[wasm_bindgen(constructor)]
    pub fn new(top: &str) -> Done<Bag> {
        Packing::new(top).map(Bag).map_err(thrown)
    }

    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Done<Vec<u8>> {
        self.0.file(name, bytes).map(|()| self.0.take()).map_err(thrown)
    }

    pub fn begin(&mut self, name: &str, original: &str, length: f64) -> Done<Vec<u8>> {
        self.0.begin(name, original, whole(length)).map(|()| self.0.take()).map_err(thrown)
    }

    pub fn push(&mut self, piece: &[u8]) -> Done<Vec<u8>> {
        self.0.push(piece).map(|()| self.0.take()).map_err(thrown)
    }

    pub fn end(&mut self) -> Done<Vec<u8>> {
        self.0.end().map(|()| self.0.take()).map_err(thrown)
    }

    pub fn finish(&mut self, info: &str) -> Done<Vec<u8>> {
        self.0.finish(info).map(|()| self.0.take()).map_err(thrown)
    }
}

/// A verification under way.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Check(Verifying);

#[wasm_bindgen]
impl Check {
    #[wasm_bindgen(constructor)]
    pub fn new(length: f64) -> Check {
        Check(Verifying::new(whole(length)))
    }

    /// Where the bytes begin and end that are wanted next; empty when all is done.
    pub fn wants(&self) -> Vec<f64> {
        self.0.wants().map_or_else(Vec::new, |(start, end)| vec![number(start), number(end)])
    }

    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.feed(bytes);
    }

    pub fn finish(&mut self) -> String {
        self.0.finish()
    }
}
