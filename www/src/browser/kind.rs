//! What kind of file somebody brought, by its beginning.

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something that spreadsheets write, of whatever age.
    Workbook,
    /// A bundle.
    Bundle,
    /// A return slip.
    Slip,
    /// Something that only its receiver can open, in the age format.
    Sealed,
    /// A document or a pack: the engine says.
    Ours,
}

/// How many bytes tell.
pub(crate) const TELLING: f64 = 4096.0;

const SLIP: &[u8] = b"\"jibiao_slip\"";
/// How the two ways of writing an age file begin.
const SEALED: [&[u8]; 2] = [b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----"];
const ZIP: &[u8] = b"PK\x03\x04";
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// The names of files that come first in a bundle, a workbook, a workbook of the other kind.
const FIRST: [(&[u8], Kind); 5] = [
    (b"/bagit.txt", Kind::Bundle),
    (b"[Content_Types].xml", Kind::Workbook),
    (b"_rels/.rels", Kind::Workbook),
    (b"xl/", Kind::Workbook),
    (b"mimetypeapplication/vnd.oasis", Kind::Workbook),
];

/// The kind of a file with this beginning and name.
pub(crate) fn kind(beginning: &[u8], name: &str) -> Kind {
    let holds = |text: &[u8]| beginning.windows(text.len()).any(|window| window == text);
    if beginning.starts_with(OLD) {
        return Kind::Workbook;
    }
    if beginning.starts_with(ZIP) {
        return FIRST.iter().find(|(text, _)| holds(text)).map_or(Kind::Ours, |(_, kind)| *kind);
    }
    if SEALED.iter().any(|begin| beginning.starts_with(begin)) {
        return Kind::Sealed;
    }
    if is_slip(beginning) {
        return Kind::Slip;
    }
    let name = name.to_ascii_lowercase();
    let called = [".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xlsb"].iter().any(|ending| name.ends_with(ending));
    if called { Kind::Workbook } else { Kind::Ours }
}

/// Whether a file has the field that only slips have. In any order: programs write fields as they please.
fn is_slip(text: &[u8]) -> bool {
    let after = |at: usize| text.get(at.saturating_add(SLIP.len())..).unwrap_or_default();
    let named = |at: usize| after(at).iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':');
    let mut places = text.windows(SLIP.len()).enumerate().filter(|(_, window)| *window == SLIP);
    places.any(|(at, _)| named(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_tells_whatever_the_name_says() {
        assert_eq!(kind(b"PK\x03\x04....jibiao-1/bagit.txtBagIt", "a.xlsx"), Kind::Bundle);
        assert_eq!(kind(b"PK\x03\x04....[Content_Types].xml", "a.json"), Kind::Workbook);
        assert_eq!(kind(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1], "a.et"), Kind::Workbook);
        assert_eq!(kind(b"PK\x03\x04....pack.toml", "a.zip"), Kind::Ours);
        assert_eq!(kind(b"age-encryption.org/v1\n-> X25519", "a.zip"), Kind::Sealed);
        assert_eq!(kind(b"-----BEGIN AGE ENCRYPTED FILE-----\n", "a.json"), Kind::Sealed);
        assert_eq!(kind(b"{\"jibiao\":1}", "a.json"), Kind::Ours);
        assert_eq!(kind(b"{\"document\": \"d-1\", \"jibiao_slip\" : 1}", "a.json"), Kind::Slip);
        assert_eq!(kind(b"{\"jibiao\":1, \"cells\": {\"name\": \"jibiao_slip\"}}", "a.json"), Kind::Ours);
        assert_eq!(kind(b"<html>", "A.XLS"), Kind::Workbook);
    }
}
