//! Packing a bundle, and reading it back before it is given out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, File};

use super::{
    super::{files::part, later::turn},
    Bag, Courier, Refused, check_of, checked, courier, made,
    sums::{Native, Sums},
};

/// How much of a file is summed up at once.
const PIECE: f64 = 1_048_576.0;
/// How much of a bundle is held until the browser gets it, which may lay it aside on disk.
const HELD: f64 = 16.0 * PIECE;
/// Files up to this length are read whole: the browser's digests take no pieces, and copy what they take.
const WHOLE: f64 = 16.0 * PIECE;
/// After so many bytes of one reading the page gets its turn.
const TURN: f64 = 8.0 * PIECE;

/// The person changed their mind.
pub(crate) const CANCELLED: &str = "cancelled";
/// What was made does not read back as what was put in.
const DIFFERS: &str = "differs";
/// The browser's digests are not to be had.
const NO_SUMS: &str = "no-sums";

/// What is being done with a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doing {
    Packing,
    ReadingBack,
    Sealing,
}

/// How far a bundle is: in bytes of attachments, then of the bundle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Along {
    pub(crate) done: f64,
    pub(crate) total: f64,
    pub(crate) doing: Doing,
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

/// Packs a bundle, a piece of a file at a time, so that the page stays alive, and reads it back: no bundle leaves the page
/// that would be refused where it is handed in. `went_on` hears how far it is, and says whether to go on.
///
/// The browser computes digests of the attachments where it can. What does not read back, or can't be computed, is made
/// once more by the module alone: a bundle does not wait for another browser.
pub(crate) async fn pack(load: Load, went_on: impl Fn(Along) -> bool) -> Result<Blob, Refused> {
    let courier = courier().await?;
    if let Some(native) = Native::of_browser() {
        match packed(&courier, &load, Some(&native), &went_on).await {
            Err(refused) if [DIFFERS, NO_SUMS].contains(&refused.code.as_str()) => {}
            done => return done,
        }
    }
    packed(&courier, &load, None, &went_on).await
}

async fn packed(
    courier: &Courier,
    load: &Load,
    native: Option<&Native>,
    went_on: &impl Fn(Along) -> bool,
) -> Result<Blob, Refused> {
    let bag: Bag = made(courier, "Bag", &load.top.as_str().into())?;
    let mut out = Out::default();
    for (name, bytes) in &load.files {
        out.take(&bag.file(name, &Uint8Array::from(bytes.as_slice())).map_err(thrown)?)?;
    }
    for (name, workbook) in &load.workbooks {
        let table = courier.write_workbook(workbook).map_err(thrown)?;
        out.take(&bag.file(name, &table).map_err(thrown)?)?;
    }
    for (name, bytes) in &load.beside {
        out.take(&bag.file(name, &Uint8Array::from(bytes.as_slice())).map_err(thrown)?)?;
    }
    let brought = attach(&bag, load, native, went_on, &mut out).await?;
    out.take(&bag.finish(&load.info).map_err(thrown)?)?;
    out.lay()?;
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("application/zip");
    let bundle = Blob::new_with_blob_sequence_and_options(&out.laid, &kind).map_err(thrown)?;
    read_back(courier, &bundle, &brought, went_on).await?;
    Ok(bundle)
}

fn thrown(error: JsValue) -> Refused {
    Refused::thrown(&error)
}

/// What is read at once: a whole file, or a piece of one that is too long.
struct Step<'a> {
    name: &'a str,
    file: &'a File,
    start: f64,
    end: f64,
    whole: bool,
}

impl Step<'_> {
    #[allow(clippy::float_arithmetic)]
    fn length(&self) -> f64 {
        self.end - self.start
    }
}

#[allow(clippy::float_arithmetic)]
fn steps(attachments: &[(String, File)], native: bool) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for (name, file) in attachments {
        let size = file.size();
        let whole = native && size <= WHOLE;
        let (mut start, length) = (0.0, if whole { WHOLE } else { PIECE });
        // A file without a byte is read, too.
        while start < size || start == 0.0 {
            let end = (start + length).min(size);
            steps.push(Step { name, file, start, end, whole });
            start += length;
        }
    }
    steps
}

/// Digests that the browser made of an attachment.
struct Brought<'a> {
    name: &'a str,
    length: f64,
    sums: Sums,
}

/// Adds the files of the person, and gives the digests that the browser made.
#[allow(clippy::float_arithmetic)]
async fn attach<'a>(
    bag: &Bag,
    load: &'a Load,
    native: Option<&Native>,
    went_on: &impl Fn(Along) -> bool,
    out: &mut Out,
) -> Result<Vec<Brought<'a>>, Refused> {
    let steps = steps(&load.attachments, native.is_some());
    let total = steps.iter().map(Step::length).sum();
    let (mut done, mut brought) = (0.0, Vec::new());
    let read = |step: &Step<'_>| part(step.file, step.start, step.end);
    let mut coming = None;
    for (step, next) in steps.iter().zip(1..) {
        let Step { name, file, .. } = *step;
        let original = file.name();
        // A file that was moved or changed since it was chosen can't be read; the module knows it by its name in the bag.
        let unread = |_: JsValue| Refused::new("length", &original);
        let bytes = coming.take().unwrap_or_else(|| read(step)).await.map_err(unread)?;
        // The browser reads what comes next, and makes its digests, while the module sums up what is here. Two long files
        // are not held at once.
        coming = steps.get(next).filter(|next| next.length() + step.length() <= WHOLE).map(read);
        let native = native.filter(|_| step.whole);
        if step.start == 0.0 {
            let begun = match native {
                Some(_) => bag.begin_beside(name, &original, file.size()),
                None => bag.begin(name, &original, file.size()),
            };
            out.take(&begun.map_err(thrown)?)?;
        }
        let sums = native.map(|native| native.sum(&bytes));
        let (mut at, length) = (0.0, step.length());
        while at < length {
            let to = (at + PIECE).min(length);
            if at > 0.0 && at % TURN == 0.0 {
                turn().await;
            }
            out.take_all(&bag.push(&piece(&bytes, at, to)).map_err(unread)?)?;
            at = to;
            if !went_on(Along { done: done + at, total, doing: Doing::Packing }) {
                return Err(Refused::new(CANCELLED, ""));
            }
        }
        done += length;
        if let Some(sums) = sums {
            let sums = sums.await.map_err(|_| Refused::new(NO_SUMS, &original))?;
            out.take(&bag.end_with(&sums.sha256, &sums.sha512).map_err(unread)?)?;
            brought.push(Brought { name, length, sums });
        } else if step.end >= file.size() {
            out.take(&bag.end().map_err(unread)?)?;
        }
    }
    Ok(brought)
}

/// Holds what was made against what it says of itself, as a receiver does: a browser's compiler has been seen to get
/// digests wrong, without an error. The module looks at every byte as it lies in the bundle. Digests that the browser made
/// are held against the manifests; those of the longest file the module computes too, so that a browser whose own are wrong is found out.
async fn read_back(
    courier: &Courier,
    bundle: &Blob,
    brought: &[Brought<'_>],
    went_on: &impl Fn(Along) -> bool,
) -> Result<(), Refused> {
    let check = check_of(courier, bundle)?;
    let longest = brought.iter().max_by(|one, other| one.length.total_cmp(&other.length)).map(|longest| longest.name);
    for Brought { name, sums, .. } in brought.iter().filter(|brought| Some(brought.name) != longest) {
        check.bring(name, &sums.sha256, &sums.sha512).map_err(thrown)?;
    }
    let total = bundle.size();
    let told = checked(&check, bundle, "", |done| went_on(Along { done, total, doing: Doing::ReadingBack })).await?;
    let standing = serde_json::from_str::<serde_json::Value>(&told).ok();
    let standing = standing.as_ref().and_then(|told| told.get("standing")?.as_str());
    if standing == Some("valid") { Ok(()) } else { Err(Refused::new(DIFFERS, "")) }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn piece(bytes: &Uint8Array, from: f64, to: f64) -> Uint8Array {
    bytes.subarray(from as u32, to as u32)
}

/// What was made so far. Not more than [`HELD`] of it is held here.
#[derive(Default)]
struct Out {
    laid: Array,
    held: Array,
    bytes: f64,
}

impl Out {
    fn take(&mut self, bytes: &Uint8Array) -> Result<(), Refused> {
        self.take_all(&Array::of1(bytes))
    }

    #[allow(clippy::float_arithmetic)]
    fn take_all(&mut self, parts: &Array) -> Result<(), Refused> {
        for part in parts.iter() {
            self.bytes += f64::from(Uint8Array::from(part.clone()).length());
            self.held.push(&part);
        }
        if self.bytes >= HELD { self.lay() } else { Ok(()) }
    }

    fn lay(&mut self) -> Result<(), Refused> {
        let held = std::mem::take(&mut self.held);
        self.laid.push(&Blob::new_with_u8_array_sequence(&held).map_err(thrown)?.into());
        self.bytes = 0.0;
        Ok(())
    }
}
