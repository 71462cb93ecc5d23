//! What the page calls. Refusals are thrown as the JSON of a [`Refusal`](crate::Refusal).

use js_sys::{Array, Uint8Array};
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

    #[wasm_bindgen(js_name = beginBeside)]
    pub fn begin_beside(&mut self, name: &str, original: &str, length: f64) -> Done<Vec<u8>> {
        self.0.begin_beside(name, original, whole(length)).map(|()| self.0.take()).map_err(thrown)
    }

    /// The parts of the bundle that a piece of a file makes, one after the other. The piece's own bytes are parts of the
    /// piece, not copied back.
    pub fn push(&mut self, piece: &Uint8Array) -> Done<Array> {
        let heads = self.0.pass(&piece.to_vec()).map_err(thrown)?;
        let (parts, mut from) = (Array::new(), 0);
        for (place, head) in heads {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            parts.push(&piece.subarray(from, place));
            parts.push(&Uint8Array::from(head.as_slice()));
            from = place;
        }
        parts.push(&piece.subarray(from, piece.length()));
        Ok(parts)
    }

    pub fn end(&mut self) -> Done<Vec<u8>> {
        self.0.end().map(|()| self.0.take()).map_err(thrown)
    }

    #[wasm_bindgen(js_name = endWith)]
    pub fn end_with(&mut self, sha256: &[u8], sha512: &[u8]) -> Done<Vec<u8>> {
        self.0.end_with(sha256, sha512).map(|()| self.0.take()).map_err(thrown)
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

    /// Where the bytes begin and end that are wanted next; empty when all is done. Then the same of those after them, as
    /// far as that can be told.
    pub fn wants(&self) -> Vec<f64> {
        let wanted = [self.0.wants(), self.0.wants_after()];
        wanted.into_iter().flatten().flat_map(|(start, end)| [number(start), number(end)]).collect()
    }

    pub fn bring(&mut self, name: &str, sha256: &[u8], sha512: &[u8]) -> Done<()> {
        self.0.bring(name, sha256, sha512).map_err(thrown)
    }

    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.feed(bytes);
    }

    pub fn finish(&mut self) -> String {
        self.0.finish()
    }
}
