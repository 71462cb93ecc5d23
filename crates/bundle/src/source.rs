//! Verifying what is at hand: bytes in memory, and whatever can be read at any place.

use std::io::{self, Read, Seek, SeekFrom};

use crate::verify::{Findings, Verifier};

/// Verifies a bag in a zip that is in memory. Files that `keep` names are kept.
pub fn verify(zip: &[u8], keep: fn(&str) -> bool) -> Findings {
    let mut verifier = Verifier::new(crate::digests::wide(zip.len()), keep);
    while let Some(wanted) = verifier.wants() {
        let [start, end] = [wanted.start, wanted.end].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        verifier.feed(zip.get(start..end).unwrap_or_default());
    }
    verifier.finish()
}

/// Verifies a bag in a zip, a piece at a time. Files that `keep` names are kept.
///
/// # Errors
/// Those of reading. A file that ends early is a remark.
pub fn verify_reader(mut zip: impl Read + Seek, keep: fn(&str) -> bool) -> io::Result<Findings> {
    let mut verifier = Verifier::new(zip.seek(SeekFrom::End(0))?, keep);
    let mut piece = Vec::new();
    while let Some(wanted) = verifier.wants() {
        zip.seek(SeekFrom::Start(wanted.start))?;
        piece.clear();
        zip.by_ref().take(wanted.end.saturating_sub(wanted.start)).read_to_end(&mut piece)?;
        verifier.feed(&piece);
    }
    Ok(verifier.finish())
}
