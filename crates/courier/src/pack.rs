//! Packing a bundle piece by piece.

use std::fmt;

use jibiao_bundle::{Brought, Writer};

use crate::Refusal;

/// A bundle under way. What it has ready is taken after every step, so that it never holds more than a piece.
pub struct Packing {
    writer: Option<Writer>,
    out: Vec<u8>,
}

impl fmt::Debug for Packing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Packing").field("ready", &self.out.len()).finish_non_exhaustive()
    }
}

impl Packing {
    /// Begins a bundle in the folder `top`.
    ///
    /// # Errors
    /// As [`Writer::new`].
    pub fn new(top: &str) -> Result<Self, Refusal> {
        let mut out = Vec::new();
        Ok(Self { writer: Some(Writer::new(top, &mut out)?), out })
    }

    /// Adds a file that is there as a whole.
    ///
    /// # Errors
    /// As [`Writer::file`].
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.with(|writer, out| Ok(writer.file(name, bytes, out)?))
    }

    /// Begins a file whose bytes come in pieces.
    ///
    /// # Errors
    /// As [`Writer::begin`].
    pub fn begin(&mut self, name: &str, original: &str, length: u64) -> Result<(), Refusal> {
        self.with(|writer, out| Ok(writer.begin(name, Some(original), length, out)?))
    }

    /// As [`begin`](Self::begin), for a file whose SHA-256 and SHA-512 the browser computes; they come with [`end_with`](Self::end_with).
    ///
    /// # Errors
    /// As [`Writer::begin`].
    pub fn begin_beside(&mut self, name: &str, original: &str, length: u64) -> Result<(), Refusal> {
        self.with(|writer, out| Ok(writer.begin_beside(name, Some(original), length, out)?))
    }

    /// A piece of the file that was begun. It goes into the bundle as it is; the answer is what stands between its bytes.
    ///
    /// # Errors
    /// As [`Writer::pass`].
    pub fn pass(&mut self, piece: &[u8]) -> Result<Vec<(usize, [u8; 5])>, Refusal> {
        let writer = self.writer.as_mut().ok_or_else(|| Refusal::new("order"))?;
        Ok(writer.pass(piece)?)
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// As [`Writer::end`].
    pub fn end(&mut self) -> Result<(), Refusal> {
        self.with(|writer, out| Ok(writer.end(out)?))
    }

    /// Ends the file that was begun, with what the browser computed.
    ///
    /// # Errors
    /// `input` where these are no digests, and those of [`Writer::end_with`].
    pub fn end_with(&mut self, sha256: &[u8], sha512: &[u8]) -> Result<(), Refusal> {
        let brought = brought(sha256, sha512)?;
        self.with(|writer, out| Ok(writer.end_with(&brought, out)?))
    }

    /// Ends the bundle; `info` is a JSON array of pairs for `bag-info.txt`.
    ///
    /// # Errors
    /// `input` where `info` is something else, and those of [`Writer::finish`].
    pub fn finish(&mut self, info: &str) -> Result<(), Refusal> {
        let info: Vec<(String, String)> = serde_json::from_str(info).map_err(|_| Refusal::new("input"))?;
        let writer = self.writer.take().ok_or_else(|| Refusal::new("order"))?;
        Ok(writer.finish(&info, &mut self.out)?)
    }

    /// The bytes that are ready. They follow those that were taken before.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    fn with(&mut self, work: impl FnOnce(&mut Writer, &mut Vec<u8>) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let writer = self.writer.as_mut().ok_or_else(|| Refusal::new("order"))?;
        work(writer, &mut self.out)
    }
}

/// Digests as the browser gives them.
pub(crate) fn brought(sha256: &[u8], sha512: &[u8]) -> Result<Brought, Refusal> {
    let (Ok(sha256), Ok(sha512)) = (sha256.try_into(), sha512.try_into()) else { return Err(Refusal::new("input")) };
    Ok(Brought { sha256, sha512 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Result<Vec<u8>, Refusal> {
        let mut packing = Packing::new("2026")?;
        let mut zip = packing.take();
        packing.file("data/document.json", b"{}")?;
        packing.begin("data/attachments/001.jpg", "照片.jpg", 4)?;
        zip.extend(packing.take());
        // One block, and its head before the first byte.
        assert_eq!(packing.pass(b"ab")?, [(0, [1, 4, 0, 0xfb, 0xff])]);
        zip.extend([1, 4, 0, 0xfb, 0xff]);
        zip.extend(b"ab");
        assert_eq!(packing.pass(b"cd")?, []);
        zip.extend(b"cd");
        packing.end()?;
        packing.finish("[[\"External-Identifier\",\"2026\"]]")?;
        zip.extend(packing.take());
        Ok(zip)
    }

    #[test]
    fn pieces_make_a_bundle_that_verifies() {
        let zip = packed().unwrap_or_default();
        let findings = jibiao_bundle::verify(&zip, |_| true);
        assert_eq!(findings.remarks, []);
        assert_eq!(findings.text("data/attachments/001.jpg"), Some(b"abcd".as_slice()));
    }

    #[test]
    fn a_bundle_that_is_finished_takes_nothing_more() {
        let mut packing = Packing::new("2026").unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let _ = packing.file("data/a.txt", b"a");
        assert_eq!(packing.finish("{}").map_err(|refusal| refusal.code), Err("input"));
        assert_eq!(packing.finish("[]"), Ok(()));
        assert_eq!(packing.pass(b"b").map_err(|refusal| refusal.code), Err("order"));
    }

    #[test]
    fn digests_of_another_length_are_none() {
        let mut packing = Packing::new("2026").unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let _ = packing.begin_beside("data/attachments/001.jpg", "照片.jpg", 0);
        assert_eq!(packing.end_with(&[0; 32], &[0; 63]).map_err(|refusal| refusal.code), Err("input"));
        assert_eq!(packing.end_with(&[0; 32], &[0; 64]), Ok(()));
    }
}
