//! Writing a bag: files in, a zip out, both in pieces.

use std::{collections::BTreeMap, fmt};

use crate::{
    bag::{
        declaration, info, manifest,
        names::{self, PAYLOAD},
    },
    digests::{Algorithm, Brought, Running, Sums, wide},
    limits::LIMITS,
    names::{fault, folded, is_plain},
    zip::{
        blocks,
        record::{DEFLATED, DESCRIBED_BEHIND, DESCRIPTOR, End, Header, STORED},
    },
};

/// How hard text is packed. Part of the bytes that a bag has, so it never changes.
const PACKING: u8 = 6;

/// A bag under way.
///
/// Each call adds to `out` what is ready of the zip; the caller hands it on and clears it. The same calls give the
/// same bytes: nothing in them tells when, where or in what pieces they were made.
#[derive(Debug)]
pub struct Writer {
    top: String,
    /// Bytes of the zip before those that the current call adds.
    offset: u64,
    directory: Vec<(Header, u32)>,
    /// Digests by name.
    payload: BTreeMap<String, Sums>,
    tags: BTreeMap<String, Sums>,
    original: BTreeMap<String, String>,
    /// Every name as systems compare them.
    taken: BTreeMap<String, ()>,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    name: String,
    header: Header,
    at: u32,
    length: u64,
    running: Running,
    /// Whether the caller computes some of the digests.
    beside: bool,
}

impl Writer {
    /// Begins a bag in the folder `top`.
    ///
    /// # Errors
    /// A folder whose name not every system can have.
    pub fn new(top: &str, out: &mut Vec<u8>) -> Result<Self, WriteError> {
        if top.contains('/') || !is_plain(top) || fault(top).is_some() {
            return Err(WriteError::new(WriteErrorCode::Name, top));
        }
        let mut writer = Self {
            top: top.to_owned(),
            offset: 0,
            directory: Vec::new(),
            payload: BTreeMap::new(),
            tags: BTreeMap::new(),
            original: BTreeMap::new(),
            taken: BTreeMap::new(),
            open: None,
        };
        writer.put(names::DECLARATION, declaration::TEXT.as_bytes(), out)?;
        Ok(writer)
    }

    /// Begins a file of the payload whose `length` is known and whose bytes come in pieces. They are not packed.
    ///
    /// `name` begins with `data/` and is plain: Latin letters, digits, `-`, `_`, `.`; what people call the file is `original`.
    ///
    /// # Errors
    /// A name that is not plain or there already, a file that is still open, a bag that becomes too large.
    pub fn begin(
        &mut self,
        name: &str,
        original: Option<&str>,
        length: u64,
        out: &mut Vec<u8>,
    ) -> Result<(), WriteError> {
        self.begin_file(name, original, length, false, out)
    }

    /// As [`Writer::begin`], for a caller that computes digests of the file besides and brings them to [`Writer::end_with`].
    ///
    /// # Errors
    /// As [`Writer::begin`].
    pub fn begin_beside(
        &mut self,
        name: &str,
        original: Option<&str>,
        length: u64,
        out: &mut Vec<u8>,
    ) -> Result<(), WriteError> {
        self.begin_file(name, original, length, true, out)
    }

    fn begin_file(
        &mut self,
        name: &str,
        original: Option<&str>,
        length: u64,
        beside: bool,
        out: &mut Vec<u8>,
    ) -> Result<(), WriteError> {
        if !name.starts_with(PAYLOAD) {
            return Err(WriteError::new(WriteErrorCode::Name, name));
        }
        let path = self.take(name, length)?;
        if let Some(original) = original {
            self.original.insert(name.to_owned(), original.to_owned());
        }
        let header = Header::new(&path, DESCRIBED_BEHIND, DEFLATED);
        let at = self.here(name)?;
        self.emit(out, |out| header.local(out));
        let running = match beside {
            true => Running::new(&Brought::others(&Algorithm::WRITTEN)),
            false => Running::new(&Algorithm::WRITTEN),
        };
        self.open = Some(Open { name: name.to_owned(), header, at, length, running, beside });
        Ok(())
    }

    /// Adds bytes to the open file.
    ///
    /// # Errors
    /// No file is open, or the file has more bytes than it was to have.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), WriteError> {
        // Laid out while other threads sum up, where there are any.
        self.take_in(bytes, |heads| lay(bytes, heads, out)).map(|_| ())
    }

    /// As [`Writer::push`], for a caller that lays the bytes itself and spares copying them: says what stands between
    /// them, each time before which byte.
    ///
    /// # Errors
    /// As [`Writer::push`].
    pub fn pass(&mut self, bytes: &[u8]) -> Result<Vec<(usize, [u8; 5])>, WriteError> {
        self.take_in(bytes, |_| ())
    }

    fn take_in(&mut self, bytes: &[u8], meanwhile: impl FnOnce(&[Head])) -> Result<Vec<Head>, WriteError> {
        let open = self.open.as_mut().ok_or_else(|| WriteError::new(WriteErrorCode::Order, ""))?;
        let at = open.running.length();
        if at.saturating_add(wide(bytes.len())) > open.length {
            return Err(WriteError::new(WriteErrorCode::Length, &open.name));
        }
        let heads = blocks::heads(bytes.len(), at, open.length);
        open.running.update_beside(bytes, || meanwhile(&heads));
        let between = heads.iter().fold(0, |all: u64, (_, head)| all.saturating_add(wide(head.len())));
        self.offset = self.offset.saturating_add(wide(bytes.len())).saturating_add(between);
        Ok(heads)
    }

    /// Ends the open file.
    ///
    /// # Errors
    /// No file is open, digests are to be brought, or the file has fewer bytes than it was to have.
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<(), WriteError> {
        self.end_of(None, out)
    }

    /// Ends the open file with the digests that the caller computed.
    ///
    /// # Errors
    /// No file is open, none are to be brought, or the file has fewer bytes than it was to have.
    pub fn end_with(&mut self, brought: &Brought, out: &mut Vec<u8>) -> Result<(), WriteError> {
        self.end_of(Some(brought), out)
    }

    fn end_of(&mut self, brought: Option<&Brought>, out: &mut Vec<u8>) -> Result<(), WriteError> {
        let open = self.open.take().filter(|open| open.beside == brought.is_some());
        let Some(open) = open else { return Err(WriteError::new(WriteErrorCode::Order, "")) };
        let Open { name, mut header, at, length, running, .. } = open;
        if running.length() != length {
            return Err(WriteError::new(WriteErrorCode::Length, &name));
        }
        let mut sums = running.done();
        sums.digests.extend(brought.into_iter().flat_map(Brought::digests));
        header.crc = sums.crc;
        header.packed = self.narrow(blocks::length(length), &name)?;
        header.length = self.narrow(length, &name)?;
        self.emit(out, |out| {
            if length == 0 {
                out.extend(blocks::EMPTY);
            }
            for number in [DESCRIPTOR, header.crc, header.packed, header.length] {
                out.extend(number.to_le_bytes());
            }
        });
        self.directory.push((header, at));
        self.payload.insert(name, sums);
        Ok(())
    }

    /// Adds a file that is there as a whole: of the payload where its name begins with `data/`, beside it otherwise.
    /// It is packed where that makes it smaller.
    ///
    /// # Errors
    /// As [`Writer::begin`].
    pub fn file(&mut self, name: &str, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), WriteError> {
        if names::is_own(name) {
            return Err(WriteError::new(WriteErrorCode::Name, name));
        }
        self.put(name, bytes, out)
    }

    /// Ends the bag. `info` are labels and values for `bag-info.txt`, in this order, before those that are counted.
    ///
    /// # Errors
    /// A file that is still open, no payload, a bag that is too large.
    pub fn finish(mut self, info: &[(String, String)], out: &mut Vec<u8>) -> Result<(), WriteError> {
        if self.open.is_some() || self.payload.is_empty() {
            return Err(WriteError::new(WriteErrorCode::Order, ""));
        }
        let bytes = self.payload.values().fold(0_u64, |all, sums| all.saturating_add(sums.length));
        let mut told = info.to_vec();
        let names = std::mem::take(&mut self.original);
        told.extend(names.iter().map(|(name, original)| ("Original-Name".to_owned(), [name, " ", original].concat())));
        told.push((info::OXUM.to_owned(), [bytes.to_string(), ".".into(), self.payload.len().to_string()].concat()));
        self.put(names::INFO, info::write(&told).as_bytes(), out)?;
        if !names.is_empty() {
            self.put(names::ORIGINAL_NAMES, json(&names).as_bytes(), out)?;
        }
        for algorithm in Algorithm::WRITTEN {
            let text = listing(&self.payload, algorithm);
            self.put(&names::manifest(algorithm), text.as_bytes(), out)?;
        }
        // Those that list the other files do not list each other.
        let listings: Vec<_> =
            Algorithm::WRITTEN.map(|algorithm| (names::tag_manifest(algorithm), listing(&self.tags, algorithm))).into();
        for (name, text) in listings {
            self.put(&name, text.as_bytes(), out)?;
        }
        self.close(out)
    }

    /// Writes a file that is there as a whole.
    fn put(&mut self, name: &str, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), WriteError> {
        let path = self.take(name, wide(bytes.len()))?;
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, PACKING);
        // A file without a byte unpacks from nothing at all.
        let (method, body) = if packed.len() < bytes.len() { (DEFLATED, packed.as_slice()) } else { (STORED, bytes) };
        let sums = Sums::of(bytes, &Algorithm::WRITTEN);
        let mut header = Header::new(&path, 0, method);
        header.crc = sums.crc;
        header.packed = self.narrow(wide(body.len()), name)?;
        header.length = self.narrow(wide(bytes.len()), name)?;
        let at = self.here(name)?;
        self.emit(out, |out| {
            header.local(out);
            out.extend_from_slice(body);
        });
        self.directory.push((header, at));
        let sums_of = if name.starts_with(PAYLOAD) { &mut self.payload } else { &mut self.tags };
        sums_of.insert(name.to_owned(), sums);
        Ok(())
    }

    /// Takes a name for a file of so many bytes, and gives its path in the zip.
    fn take(&mut self, name: &str, length: u64) -> Result<String, WriteError> {
        if self.open.is_some() {
            return Err(WriteError::new(WriteErrorCode::Order, name));
        }
        if !is_plain(name) || fault(name).is_some() {
            return Err(WriteError::new(WriteErrorCode::Name, name));
        }
        if self.directory.len() >= LIMITS.entries || self.offset.saturating_add(blocks::length(length)) > LIMITS.bytes {
            return Err(WriteError::new(WriteErrorCode::TooLarge, name));
        }
        let key = folded(name);
        let below = [key.as_str(), "/"].concat();
        let under = key.match_indices('/').any(|(end, _)| key.get(..end).is_some_and(|up| self.taken.contains_key(up)));
        let over = self.taken.range(below.clone()..).next().is_some_and(|(other, ())| other.starts_with(&below));
        if under || over || self.taken.insert(key, ()).is_some() {
            return Err(WriteError::new(WriteErrorCode::Duplicate, name));
        }
        Ok([&self.top, "/", name].concat())
    }

    /// Writes the table of contents and the end.
    fn close(mut self, out: &mut Vec<u8>) -> Result<(), WriteError> {
        let start = self.here("")?;
        let directory = std::mem::take(&mut self.directory);
        self.emit(out, |out| {
            for (header, at) in &directory {
                header.central(*at, out);
            }
        });
        let length = self.here("")?.saturating_sub(start);
        let entries = u16::try_from(directory.len()).map_err(|_| WriteError::new(WriteErrorCode::TooLarge, ""))?;
        self.emit(out, |out| End::write(entries, length, start, out));
        Ok(())
    }

    fn emit(&mut self, out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
        let before = out.len();
        write(out);
        self.offset = self.offset.saturating_add(wide(out.len().saturating_sub(before)));
    }

    /// Where the next byte goes.
    fn here(&self, name: &str) -> Result<u32, WriteError> {
        self.narrow(self.offset, name)
    }

    fn narrow(&self, number: u64, name: &str) -> Result<u32, WriteError> {
        if number > LIMITS.bytes {
            return Err(WriteError::new(WriteErrorCode::TooLarge, name));
        }
        u32::try_from(number).map_err(|_| WriteError::new(WriteErrorCode::TooLarge, name))
    }
}

/// What stands before a byte of a stored file.
type Head = (usize, [u8; 5]);

/// Bytes with what stands between them.
fn lay(bytes: &[u8], heads: &[Head], out: &mut Vec<u8>) {
    let (mut rest, mut laid) = (bytes, 0_usize);
    out.reserve(bytes.len());
    for (place, head) in heads {
        let (before, after) = rest.split_at_checked(place.saturating_sub(laid)).unwrap_or((rest, &[]));
        out.extend_from_slice(before);
        out.extend(head);
        (rest, laid) = (after, *place);
    }
    out.extend_from_slice(rest);
}

fn listing(files: &BTreeMap<String, Sums>, algorithm: Algorithm) -> String {
    manifest::write(files.iter().filter_map(|(name, sums)| Some((sums.by(algorithm)?, name.as_str()))))
}

/// One object, a name on each line.
fn json(names: &BTreeMap<String, String>) -> String {
    let mut text = String::from("{");
    for (name, original) in names {
        text.push_str(if text.len() > 1 { ",\n " } else { "\n " });
        text.push_str(&[&quoted(name), ": ", &quoted(original)].concat());
    }
    text.push_str("\n}\n");
    text
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Why a bag can't be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    code: WriteErrorCode,
    name: String,
}

/// What kind of reason it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteErrorCode {
    /// A name that not every system can have, or that the bag needs itself.
    Name,
    Duplicate,
    /// The file has not as many bytes as was said: it changed while it was read.
    Length,
    TooLarge,
    /// Calls in another order than files have.
    Order,
}

impl WriteErrorCode {
    /// The name, which never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Duplicate => "duplicate",
            Self::Length => "length",
            Self::TooLarge => "too-large",
            Self::Order => "order",
        }
    }
}

impl WriteError {
    fn new(code: WriteErrorCode, name: &str) -> Self {
        Self { code, name: name.to_owned() }
    }

    /// What kind of reason it is.
    pub fn code(&self) -> WriteErrorCode {
        self.code
    }

    /// The file it is about.
    pub fn file(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code.name(), self.name)
    }
}

impl std::error::Error for WriteError {}
