//! Packing a bundle piece by piece.

use std::fmt;

use jibiao_bundle::Writer;

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

    /// A piece of the file that was begun.
    ///
    /// # Errors
    /// As [`Writer::push`].
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.with(|writer, out| Ok(writer.push(piece, out)?))
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// As [`Writer::end`].
    pub fn end(&mut self) -> Result<(), Refusal> {
        self.with(|writer, out| Ok(writer.end(out)?))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Result<Vec<u8>, Refusal> {
        let mut packing = Packing::new("2026")?;
        let mut zip = packing.take();
        packing.file("data/document.json", b"{}")?;
        packing.begin("data/attachments/001.jpg", "照片.jpg", 4)?;
        packing.push(b"ab")?;
        zip.extend(packing.take());
        packing.push(b"cd")?;
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
        assert_eq!(packing.push(b"b").map_err(|refusal| refusal.code), Err("order"));
    }
}
