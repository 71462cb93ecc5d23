use miniz_oxide::deflate::compress_to_vec;

use super::*;
use crate::{Cell, Row, write};

/// A workbook as somebody else writes one: files by their names.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let packed = compress_to_vec(bytes, 6);
        let at = u32::try_from(out.len()).unwrap();
        let mut entry: Vec<u8> = vec![20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0];
        for number in [rawzip::crc32(bytes), packed.len() as u32, bytes.len() as u32] {
            entry.extend(number.to_le_bytes());
        }
        entry.extend((name.len() as u16).to_le_bytes());
        entry.extend([0, 0]);
        out.extend([b"PK\x03\x04", entry.as_slice(), name.as_bytes(), &packed].concat());
        directory
            .extend([b"PK\x01\x02\x14\0", entry.as_slice(), &[0; 10], &at.to_le_bytes(), name.as_bytes()].concat());
    }
    let (begin, length) = (out.len() as u32, directory.len() as u32);
    let count = (files.len() as u16).to_le_bytes();
    out.extend(directory);
    out.extend(
        [b"PK\x05\x06\0\0\0\0", &count[..], &count, &length.to_le_bytes(), &begin.to_le_bytes(), &[0, 0]].concat(),
    );
    out
}

const BOOK: &str =
    "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Id=\"rId3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
const SHARED: &str = "<sst><si><t>甲</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">修 </t></r><r><t>路&amp;</t></r>\
    <rPh sb=\"0\" eb=\"1\"><t>xiu</t></rPh></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"0.0_ \"/></numFmts>\
    <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"31\"/>\
    <xf numFmtId=\"176\"/></cellXfs></styleSheet>";

fn sheet(data: &str) -> String {
    format!("<worksheet><sheetData>{data}</sheetData></worksheet>")
}

fn book(book: &str, data: &str) -> Vec<u8> {
    zip(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.xml", SHARED.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", data.as_bytes()),
    ])
}

fn texts(bytes: &[u8]) -> Vec<String> {
    let (book, _) = read(bytes, &LIMITS).unwrap();
    book.sheets[0].rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.text.clone())).collect()
}

fn kinds(bytes: &[u8]) -> Vec<RemarkKind> {
    read(bytes, &LIMITS).unwrap().1.iter().map(|remark| remark.kind).collect()
}

#[test]
fn cells_are_what_a_person_sees() {
    let data = sheet(
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" s=\"1\"><v>0.98499999999999999</v></c>\
         <c r=\"D2\" s=\"2\"><v>45657</v></c><c s=\"3\"><v>12.34</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>甲x</v></c>\
         <c t=\"b\"><v>1</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f>NOW()</f><v></v></c><c t=\"inlineStr\"><is><t>_x0041_</t></is></c></row>",
    );
    let bytes = book(BOOK, &data);
    assert_eq!(texts(&bytes), ["修 路&", "98.50%", "2024年12月31日", "12.3", "甲x", "TRUE", "#DIV/0!", "A"]);
    let (read, remarks) = read(&bytes, &LIMITS).unwrap();
    let row: &Row = &read.sheets[0].rows[0];
    assert_eq!(row.cells.iter().map(|cell| cell.column).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 9]);
    let exact = |cell: &Cell| cell.figure.as_ref().map(|figure| figure.exact.clone());
    assert_eq!(exact(&row.cells[3]).as_deref(), Some("12.34"));
    let kinds: Vec<RemarkKind> = remarks.iter().map(|remark| remark.kind).collect();
    use RemarkKind::{Failed, Formula, FormulaWithoutValue, Rounded};
    assert_eq!(kinds, [Rounded, Formula, Formula, Failed, FormulaWithoutValue]);
    assert_eq!(remarks[0].text, "12.34");
}

#[test]
fn days_are_read_in_both_epochs() {
    let day = sheet("<row><c s=\"2\"><v>44196</v></c></row>");
    let since_1904 = BOOK.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>");
    assert_eq!(texts(&book(BOOK, &day)), ["2020年12月31日"]);
    assert_eq!(texts(&book(&since_1904, &day)), ["2025年1月1日"]);
    assert_eq!(kinds(&book(&since_1904, &day)), [RemarkKind::Since1904]);
}

#[test]
fn merged_hidden_and_named_cells_are_told() {
    let data = "<worksheet><cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols><sheetData>\
        <row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells></worksheet>";
    let named = BOOK.replace(
        "</workbook>",
        "<definedNames><definedName name=\"a\">S!$A$1</definedName><definedName name=\"b\">#REF!</definedName>\
         <definedName name=\"c\">[1]S!$A$1</definedName></definedNames></workbook>",
    );
    let bytes = book(&named, data);
    assert_eq!(kinds(&bytes), [RemarkKind::HiddenRows, RemarkKind::HiddenColumns]);
    let (read, _) = read(&bytes, &LIMITS).unwrap();
    assert_eq!(read.sheets[0].merges, [crate::Area { top: 0, left: 0, bottom: 2, right: 0 }]);
    assert_eq!(read.names.iter().map(|name| name.name.as_str()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn each_wrong_kind_of_file_has_a_name() {
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 512]].concat();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [&old[..], &name].concat();
    let ods = zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    let good = write(&Workbook { sheets: vec![Sheet { name: "a".into(), ..Sheet::default() }], names: vec![] });
    let twice = zip(&[("xl/workbook.xml", BOOK.as_bytes()), ("XL\\Workbook.xml", BOOK.as_bytes())]);
    for (bytes, error) in [
        (Vec::new(), ReadError::Empty),
        (old, ReadError::Old),
        (locked, ReadError::Locked),
        (ods, ReadError::OpenDocument),
        (zip(&[("xl/workbook.bin", b"")]), ReadError::Binary),
        (zip(&[("word/document.xml", b"<x/>")]), ReadError::NotAWorkbook),
        (b"\n<HTML><table>".to_vec(), ReadError::Html),
        ("项目名称,金额".into(), ReadError::NotAWorkbook),
        (good[..good.len() / 2].to_vec(), ReadError::Damaged),
        (twice, ReadError::RepeatedFile),
    ] {
        assert_eq!(read(&bytes, &LIMITS).unwrap_err(), error);
    }
}

#[test]
fn entities_are_refused() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData/></worksheet>";
    let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet/>";
    let unknown = sheet("<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>");
    for data in [bomb, outside, &unknown] {
        assert_eq!(read(&book(BOOK, data), &LIMITS).unwrap_err(), ReadError::Entities);
    }
}

#[test]
fn a_small_file_does_not_become_a_large_one() {
    // 200 MB of blanks pack to 200 kB.
    let bomb = book(BOOK, &" ".repeat(200 * 1024 * 1024));
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(read(&bomb, &LIMITS).unwrap_err(), ReadError::TooLarge);
    // One text of a megabyte, shared by a thousand cells.
    let long = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1024 * 1024));
    let cells = sheet(&"<row><c t=\"s\"><v>0</v></c></row>".repeat(1000));
    let shared = zip(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.xml", long.as_bytes()),
        ("xl/worksheets/sheet1.xml", cells.as_bytes()),
    ]);
    let (read_in, remarks) = read(&shared, &LIMITS).unwrap();
    assert_eq!((read_in.sheets[0].rows.len(), remarks[0].kind), (32, RemarkKind::Cut));
    let rows = sheet(&"<row><c><v>1</v></c></row>".repeat(100_000));
    let (read_in, remarks) = read(&book(BOOK, &rows), &LIMITS).unwrap();
    assert_eq!((read_in.sheets[0].rows.len(), remarks[0].kind), (LIMITS.rows, RemarkKind::Cut));
}

#[test]
fn paths_lead_nowhere_else() {
    let odd = RELATIONS.replace("/xl/worksheets/sheet1.xml", "../../../../etc/passwd");
    let bytes = zip(&[("xl/workbook.xml", BOOK.as_bytes()), ("xl/_rels/workbook.xml.rels", odd.as_bytes())]);
    assert_eq!(kinds(&bytes), [RemarkKind::NotATable]);
}

#[test]
fn a_file_with_any_byte_changed_is_read_or_refused() {
    let rows = vec![Row { cells: vec![Cell { text: "甲".into(), ..Cell::default() }], ..Row::default() }];
    let bytes = write(&Workbook { sheets: vec![Sheet { name: "a".into(), rows, ..Sheet::default() }], names: vec![] });
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        let _ = read(&changed, &LIMITS);
        let _ = read(&bytes[..at], &LIMITS);
    }
}
