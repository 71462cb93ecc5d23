//! `bagit.txt`.

use super::lines;

pub(crate) const TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// What the declaration says.
pub(crate) struct Declaration<'a> {
    pub(crate) version: &'a str,
    pub(crate) encoding: &'a str,
}

/// Reads the declaration: two lines, no sign before them.
pub(crate) fn read(bytes: &[u8]) -> Option<Declaration<'_>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = lines(text);
    let version = lines.next()?.strip_prefix("BagIt-Version:")?.trim();
    let encoding = lines.next()?.strip_prefix("Tag-File-Character-Encoding:")?.trim();
    lines.all(|line| line.trim().is_empty()).then_some(Declaration { version, encoding })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lines_in_order_and_nothing_before_them() {
        assert_eq!(read(TEXT.as_bytes()).unwrap().version, "1.0");
        assert_eq!(read(b"BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8").unwrap().version, "0.97");
        for wrong in [
            "\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
            "BagIt-Version: 1.0\n",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nAnd: more\n",
            "",
        ] {
            assert!(read(wrong.as_bytes()).is_none(), "{wrong}");
        }
    }
}
