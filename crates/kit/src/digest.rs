//! What a document is, in 64 characters.

use std::fmt::Write;

use jibiao_model::Document;
use sha2::{Digest, Sha256};

use crate::{
    canonical,
    in_order::{as_ecmascript, write},
};

/// Lower-case hexadecimal SHA-256 of a document in canonical JSON (RFC 8785).
///
/// Two files with one digest hold the same document, however they are laid out. The digest proves that nothing was
/// changed, not who wrote it.
pub fn digest(document: &Document) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(canonical_text(document)) {
        // Writing into a text never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A document in canonical JSON (RFC 8785): what its digest is of.
pub(crate) fn canonical_text(document: &Document) -> String {
    // By way of a value: the order of keys is then a matter of the canonical form alone.
    let value = canonical(document).parse().unwrap_or_default();
    let mut text = String::new();
    write(&mut text, &value, as_ecmascript);
    text
}

#[cfg(test)]
mod tests {
    use jibiao_model::{FormId, PackRef};

    use super::*;

    #[test]
    fn the_digest_is_that_of_the_canonical_text() {
        let pack = PackRef { id: "p".into(), edition: "1".into(), sha256: "00".into() };
        let mut document = Document::new("a", pack, FormId::new("f"));
        document.cells.insert("year".into(), "2026".into());
        // {"cells":{"year":"2026"},"form":"f","id":"a","jibiao":1,"pack":{"edition":"1","id":"p","sha256":"00"},
        // "revision":0,"tables":{}} on one line, by hand after RFC 8785, put through `sha256sum`.
        assert_eq!(digest(&document), "1fcc94a9a46c25f09907a592fdcdd09a9f80ba19471cf3d0a188c13f0aa429eb");
    }
}
