//! Zips with any header anybody could write.

use crate::zip::record::{End, Header};

/// One file as a forger has it.
#[derive(Clone)]
pub(super) struct Forged {
    pub(super) local: Header,
    pub(super) central: Header,
    pub(super) body: Vec<u8>,
    pub(super) behind: Vec<u8>,
    pub(super) attributes: u32,
    /// Where the table of contents says it lies, if not where it lies.
    pub(super) offset: Option<u32>,
}

impl Forged {
    /// An honest file.
    pub(super) fn new(name: &str, body: &[u8]) -> Self {
        let mut header = Header::new(name, 0, 0);
        header.crc = crc32fast::hash(body);
        header.length = u32::try_from(body.len()).unwrap();
        header.packed = header.length;
        let (local, central) = (header.clone(), header);
        Self { local, central, body: body.to_vec(), behind: Vec::new(), attributes: 0, offset: None }
    }

    pub(super) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The same in both headers.
    pub(super) fn both(mut self, change: impl Fn(&mut Header)) -> Self {
        change(&mut self.local);
        change(&mut self.central);
        self
    }
}

/// A zip of these files.
pub(super) fn zip(files: &[Forged]) -> Vec<u8> {
    zip_with(files, &[], &[])
}

/// A zip with bytes before its table of contents and after it.
pub(super) fn zip_with(files: &[Forged], before: &[u8], after: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut offsets = Vec::new();
    for file in files {
        offsets.push(u32::try_from(out.len()).unwrap());
        file.local.local(&mut out);
        out.extend(&file.body);
        out.extend(&file.behind);
    }
    out.extend(before);
    let start = out.len();
    for (file, offset) in files.iter().zip(offsets) {
        let at = out.len();
        file.central.central(file.offset.unwrap_or(offset), &mut out);
        out[at + 38..at + 42].copy_from_slice(&file.attributes.to_le_bytes());
        if !file.central.extra.is_empty() {
            let length = u16::try_from(file.central.extra.len()).unwrap();
            out[at + 30..at + 32].copy_from_slice(&length.to_le_bytes());
            out.extend(&file.central.extra);
        }
    }
    let length = out.len() - start;
    out.extend(after);
    let number = |n: usize| u32::try_from(n).unwrap();
    End::write(u16::try_from(files.len()).unwrap(), number(length), number(start), &mut out);
    out
}

/// The files of a good bag by hand, with the digests given.
pub(super) fn bag(files: &[(&str, &str)]) -> Vec<Forged> {
    files.iter().map(|(name, text)| Forged::new(&format!("b/{name}"), text.as_bytes())).collect()
}
