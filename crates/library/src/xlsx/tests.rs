use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::*;
use crate::Problem;

/// A sheet of texts.
fn sheet(name: &str, rows: &[&[&str]]) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    sheet
}

fn book(sheets: impl IntoIterator<Item = Worksheet>) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().unwrap()
}

fn problems(bytes: &[u8]) -> Vec<Problem> {
    Library::from_bytes(bytes).expect_err("the file is bad").problems().to_vec()
}

fn names(library: &Library) -> Vec<String> {
    library.entries().iter().map(|entry| entry.name.clone()).collect()
}

const HEADINGS: &[&str] = &["二级指标", "三级指标", "方向", "单位"];

#[test]
fn a_sheet_is_read_below_its_title_with_merged_cells_numbers_and_ticks() {
    let mut own = sheet("指标", &[&["某区绩效指标库"], &["二级指标", "三级指标", "方向", "单位", "常用", "口径"]]);
    own.merge_range(2, 0, 3, 0, "数量指标", &Format::new()).unwrap();
    for (row, name) in [(2, "培训老党员讲解员人次"), (3, "讲解场次")] {
        own.write_string(row, 1, name).unwrap();
    }
    own.write_string(2, 3, "人次").unwrap();
    own.write_boolean(2, 4, true).unwrap();
    own.write_number(2, 5, 2026).unwrap();
    let library = Library::from_bytes(&book([own])).unwrap();
    assert_eq!(names(&library), ["培训老党员讲解员人次", "讲解场次"]);
    let first = &library.entries()[0];
    assert!(first.own && first.common);
    assert_eq!((first.unit.as_str(), first.counts.as_str()), ("人次", "2026"));
    assert_eq!(library.entries()[1].level, first.level);
}

#[test]
fn every_visible_sheet_with_headings_is_read_and_notes_are_passed_over() {
    let mut hidden = sheet("旧", &[HEADINGS, &["数量", "不要的", "≥", "个"]]);
    hidden.set_hidden(true);
    let bytes = book([
        sheet("说明", &[&["填写说明"], &["每行一个指标"]]),
        sheet("教育", &[HEADINGS, &["数量", "新建教室", "≥", "间"]]),
        hidden,
        sheet("水利", &[&["三级指标", "二级指标"], &["灌溉面积", "数量"]]),
    ]);
    assert_eq!(names(&Library::from_bytes(&bytes).unwrap()), ["新建教室", "灌溉面积"]);
}

#[test]
fn what_is_wrong_is_told_with_its_sheet_and_row() {
    let bytes = book([
        sheet("教育", &[HEADINGS, &["数量", "新建教室", "≥", "间"], &["数量", "甲项", "越多越好", "个"]]),
        sheet("水利", &[HEADINGS, &[], &["过程", "乙项", "≥", "个"], &["数量", "新建教室", "≥", "间"]]),
    ]);
    let found: Vec<_> = problems(&bytes)
        .into_iter()
        .map(|problem| (problem.sheet, problem.row, problem.defect, problem.other_sheet, problem.other))
        .collect();
    let told = |sheet: &str, row, defect, other_sheet: &str, other| {
        (sheet.to_owned(), row, defect, other_sheet.to_owned(), other)
    };
    let expected = [
        told("教育", 3, Defect::DirectionUnknown, "", 0),
        told("水利", 3, Defect::LevelUnknown, "", 0),
        told("水利", 4, Defect::RowTwice, "教育", 2),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_workbook_without_headings_is_told_once() {
    let bytes = book([sheet("说明", &[]), sheet("一", &[&["名称", "数"], &["甲", "1"]]), sheet("二", &[&["乙"]])]);
    let found = problems(&bytes);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|problem| problem.defect == Defect::ColumnMissing), "{found:?}");
}

#[test]
fn files_that_are_no_workbook_are_told_apart() {
    let whole = |bytes: &[u8]| -> Vec<Defect> { problems(bytes).into_iter().map(|problem| problem.defect).collect() };
    let good = book([sheet("指标", &[HEADINGS, &["数量", "新建教室", "≥", "间"]])]);
    assert_eq!(whole(&good[..good.len() / 2]), [Defect::NotAWorkbook]);
    assert_eq!(whole(b"PK\x03\x04 and nothing more"), [Defect::NotAWorkbook]);
    assert_eq!(whole(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), [Defect::OldOrLocked]);
    // A zip of something else.
    let mut other = good.clone();
    let name = b"xl/workbook.xml";
    for at in 0..other.len() - name.len() {
        if other[at..].starts_with(name) {
            other[at..at + 3].copy_from_slice(b"no/");
        }
    }
    assert_eq!(whole(&other), [Defect::NotAWorkbook]);
}

#[test]
fn a_cell_at_the_end_of_a_sheet_takes_no_room() {
    let mut far = sheet("指标", &[HEADINGS, &["数量", "新建教室", "≥", "间"]]);
    far.write_string(1_048_575, 16_383, "x").unwrap();
    assert_eq!(names(&Library::from_bytes(&book([far])).unwrap()), ["新建教室"]);
}

#[test]
fn text_files_are_read_as_before() {
    let library = Library::from_bytes("二级指标,三级指标\n数量,新建教室\n".as_bytes()).unwrap();
    assert_eq!(names(&library), ["新建教室"]);
    assert_eq!(problems(b"")[0].sheet, "");
}
