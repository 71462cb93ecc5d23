//! Tables that people fill in, as spreadsheets save them: UTF-8, UTF-16 or GB 18030.

use jibiao_kit::{excel, library::text_of};

/// [`excel::columns`] of a file in whatever encoding; `None` also where the file is no text.
pub(crate) fn columns<const N: usize>(bytes: &[u8], names: [&[&str]; N]) -> Option<Vec<[String; N]>> {
    excel::columns(&text_of(bytes)?, names)
}

#[cfg(test)]
mod tests {
    use jibiao_kit::excel::to_csv;

    use super::*;

    const NAMES: [&[&str]; 2] = [&["序号", "n"], &["说明", "note"]];

    #[test]
    fn tables_of_every_encoding_are_read() {
        let written = "说明,其他,序号\r\n\"甲，\"\"乙\"\"\n丙\",x,2\r\n";
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(written.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [written.as_bytes(), &["\u{feff}", written].concat().into_bytes(), &utf16] {
            assert_eq!(columns(bytes, NAMES).unwrap(), [["2".to_owned(), "甲，\"乙\"\n丙".to_owned()]]);
        }
        // 序号,说明 / 2,写 in GB 18030.
        let gb = b"\xd0\xf2\xba\xc5,\xcb\xb5\xc3\xf7\r\n2,\xd0\xb4\r\n";
        assert_eq!(columns(gb, NAMES).unwrap(), [["2".to_owned(), "写".to_owned()]]);
    }

    #[test]
    fn a_table_without_its_first_column_is_none() {
        assert_eq!(columns("说明\n甲\n".as_bytes(), NAMES), None);
        assert_eq!(columns(&[0x81, 0x20, 0xff, 0xff], NAMES), None);
        assert_eq!(columns("n,x\n3,y\n".as_bytes(), NAMES).unwrap(), [["3".to_owned(), String::new()]]);
        assert_eq!(columns("n;note\n3;a,b\n".as_bytes(), NAMES).unwrap(), [["3".to_owned(), "a,b".to_owned()]]);
    }

    #[test]
    fn no_text_becomes_a_formula_and_each_comes_back() {
        let rows = [vec!["序号".to_owned(), "说明".to_owned()], vec!["1".to_owned(), "=1+1, \"a\"".to_owned()]];
        let written = to_csv(&rows);
        assert_eq!(written, "\u{feff}序号,说明\r\n1,\"'=1+1, \"\"a\"\"\"\r\n");
        assert_eq!(columns(written.as_bytes(), NAMES).unwrap(), [["1".to_owned(), "=1+1, \"a\"".to_owned()]]);
    }
}
