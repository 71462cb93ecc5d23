use proptest::prelude::*;

use super::*;
use crate::{Area, Cell, Choices, Column, Figure, LIMITS, Name, Print, Row, Sheet, Style, read};

fn text(column: u32, style: Style, text: &str) -> Cell {
    Cell { column, style, text: text.to_owned(), ..Cell::default() }
}

fn one(rows: Vec<Row>) -> Workbook {
    Workbook { sheets: vec![Sheet { name: "表".into(), rows, ..Sheet::default() }], names: Vec::new() }
}

fn row(at: u32, cells: Vec<Cell>) -> Row {
    Row { at, cells, ..Row::default() }
}

fn file(bytes: &[u8], name: &str) -> String {
    let archive = rawzip::ZipArchive::from_slice(bytes).unwrap();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        if entry.file_path().as_ref() == name.as_bytes() {
            let packed = archive.get_entry(entry.wayfinder()).unwrap().data().to_vec();
            return String::from_utf8(miniz_oxide::inflate::decompress_to_vec(&packed).unwrap()).unwrap();
        }
    }
    panic!("no {name}");
}

#[test]
fn a_workbook_comes_back_as_it_was() {
    let figure = Some(Figure { exact: "31872.46".into(), format: "0.00".into() });
    let book = Workbook {
        sheets: vec![
            Sheet {
                name: "项目支出绩效自评表".into(),
                rows: vec![
                    row(0, vec![text(0, Style::Plain, "标题")]),
                    row(
                        3,
                        vec![
                            text(1, Style::Plain, " =HYPERLINK(\"http://x\") "),
                            Cell { column: 4, text: "31872.46".into(), figure, ..Cell::default() },
                        ],
                    ),
                ],
                merges: vec![Area { top: 0, left: 0, bottom: 0, right: 4 }],
                ..Sheet::default()
            },
            Sheet { name: "_".into(), visibility: Visibility::VeryHidden, ..Sheet::default() },
        ],
        names: vec![Name { name: "jb.a".into(), sheet: 0, local: true, area: Area::cell(3, 1) }],
    };
    let bytes = write(&book);
    assert_eq!(write(&book), bytes, "equal workbooks are equal bytes");
    let (again, remarks) = read(&bytes, &LIMITS).unwrap();
    assert_eq!(again, book);
    assert_eq!(remarks.len(), 1, "the hidden sheet is told: {remarks:?}");
}

#[test]
fn what_begins_like_a_formula_is_text() {
    let signs = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"];
    let cells = (0..).zip(signs).map(|(column, sign)| text(column, Style::Value, sign)).collect();
    let bytes = write(&one(vec![row(0, cells)]));
    let xml = file(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("<v>"), "{xml}");
    assert_eq!(xml.matches("t=\"inlineStr\"").count(), signs.len());
    let (again, _) = read(&bytes, &LIMITS).unwrap();
    for (column, sign) in (0..).zip(signs) {
        assert_eq!(again.sheets[0].text(0, column), sign);
    }
}

#[test]
fn a_figure_that_is_none_is_written_as_text() {
    let figure = |exact: &str| Some(Figure { exact: exact.into(), format: String::new() });
    for wrong in ["", "1e5", "1<v/>", "NaN", ".5", "5.", "--1"] {
        let cell = Cell { text: "x".into(), figure: figure(wrong), ..Cell::default() };
        let xml = file(&write(&one(vec![row(0, vec![cell])])), "xl/worksheets/sheet1.xml");
        assert!(!xml.contains("<v>") && xml.contains(">x</t>"), "{wrong}: {xml}");
    }
}

#[test]
fn a_text_that_is_too_long_is_cut_between_signs() {
    let long = "😀".repeat(20_000);
    let (again, _) = read(&write(&one(vec![row(0, vec![text(0, Style::Value, &long)])])), &LIMITS).unwrap();
    assert_eq!(again.sheets[0].text(0, 0), "😀".repeat(16_383));
}

#[test]
fn a_sheet_says_how_it_is_locked_listed_and_printed() {
    let mut book = one(vec![row(0, vec![text(0, Style::Label, "等级"), text(1, Style::Short, "")])]);
    book.sheets[0].protected = true;
    book.sheets[0].columns = vec![Column { width: 1250, hidden: false }, Column { width: 100, hidden: true }];
    book.sheets[0].choices = vec![Choices { area: Area::cell(0, 1), answers: vec!["优".into(), "<良>".into()] }];
    let area = Some(Area { top: 0, left: 0, bottom: 0, right: 1 });
    book.sheets[0].print = Some(Print { landscape: true, area, repeated: Some((0, 0)), footer: "a & b".into() });
    let bytes = write(&book);
    let xml = file(&bytes, "xl/worksheets/sheet1.xml");
    for part in [
        "<sheetProtection sheet=\"1\"",
        "<formula1>\"优,&lt;良&gt;\"</formula1>",
        "width=\"12.50\"",
        "hidden=\"1\"",
        "paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"",
        "a &amp;&amp; b",
    ] {
        assert!(xml.contains(part), "{part}: {xml}");
    }
    let names = file(&bytes, "xl/workbook.xml");
    assert!(names.contains("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'表'!$A$1:$B$1<"), "{names}");
    assert!(names.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'表'!$1:$1<"), "{names}");
}

#[test]
fn names_of_sheets_are_those_that_spreadsheets_allow() {
    let sheet = |name: &str| Sheet { name: name.into(), ..Sheet::default() };
    let names = ["a/b:c", "ABC", "abc", "", &"字".repeat(40), &"字".repeat(40), "'x'"];
    let book = Workbook { sheets: names.map(sheet).to_vec(), names: Vec::new() };
    let (again, _) = read(&write(&book), &LIMITS).unwrap();
    let names: Vec<&str> = again.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let (long, copy) = ("字".repeat(31), ["字".repeat(28).as_str(), "(2)"].concat());
    assert_eq!(names, ["abc", "ABC(2)", "abc(3)", "Sheet4", &long, &copy, "x"]);
}

proptest! {
    #[test]
    fn every_text_comes_back(texts in proptest::collection::vec("(=|_x0041_|[\u{0}-\u{20}\u{fffe}\u{ffff}\u{202e}\u{feff}]|\\PC){1,40}", 1..8)) {
        let cells = (0..).zip(&texts).map(|(column, own)| text(column, Style::Plain, own)).collect();
        let (again, _) = read(&write(&one(vec![row(0, cells)])), &LIMITS).unwrap();
        for (column, own) in (0..).zip(&texts) {
            prop_assert_eq!(again.sheets[0].text(0, column), own.as_str());
        }
    }
}
