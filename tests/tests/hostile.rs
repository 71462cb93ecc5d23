//! Files that are no good, and files that are good but odd. A bad one is refused with a sentence that says what is
//! wrong and where; an odd one opens, is checked, and comes back as it was.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::{collections::BTreeSet, fs, path::PathBuf};

use jibiao_kit::{Kit, LIMITS, Language, OpenErrorCode, Rebind, Stage, canonical, pretty};
use jibiao_tests::{kit, root};

use OpenErrorCode::{
    NewerFormat, NotADocument, NotJson, NotText, OtherEdition, RepeatedRow, TooDeep, TooLarge, TooManyRows,
    TooMuchText, UnknownForm, UnknownPack, WrongShape,
};

/// A file of `tests/hostile`, why it is refused, and what the sentence says in Chinese and in English.
const REFUSED: &[(&str, OpenErrorCode, &str, &str)] = &[
    ("empty.json", NotJson, "第 1 行", "line 1"),
    ("blank.json", NotJson, "不是完整的 JSON", "not complete JSON"),
    ("truncated.json", NotJson, "第 10 行", "line 10"),
    ("not-json.txt", NotJson, "第 1 行第 1 列", "line 1, column 1"),
    ("workbook.json", NotJson, "第 1 行第 1 列", "line 1, column 1"),
    ("utf-16.json", NotText, "第 0 字节", "byte 0"),
    ("gb18030.json", NotText, "UTF-8", "UTF-8"),
    ("deeply-nested.json", TooDeep, "第 1 行", "line 1"),
    ("an-array.json", NotADocument, "第 1 行", "line 1"),
    ("another-json.json", NotADocument, "jibiao", "jibiao"),
    ("version-as-text.json", NotADocument, "第 2 行", "line 2"),
    ("number-in-a-cell.json", WrongShape, "第 12 行", "line 12"),
    ("cells-as-a-list.json", WrongShape, "第 11 行", "line 11"),
    ("negative-revision.json", WrongShape, "第 4 行", "line 4"),
    ("no-id.json", WrongShape, "`id`", "`id`"),
    ("no-pack.json", WrongShape, "`pack`", "`pack`"),
    ("field-twice.json", WrongShape, "`revision`", "`revision`"),
    ("cell-twice.json", WrongShape, "`project-name`", "`project-name`"),
    ("future-version.json", NewerFormat, "格式 7", "format 7"),
    ("unknown-pack.json", UnknownPack, "xx-nowhere", "xx-nowhere"),
    ("other-edition.json", OtherEdition, "1999.1 版", "edition 1999.1"),
    ("unknown-form.json", UnknownForm, "project-closing-report", "project-closing-report"),
    ("row-twice.json", RepeatedRow, "第 2 行", "Row 2"),
];

fn hostile(name: &str) -> PathBuf {
    root().join("tests/hostile").join(name)
}

fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(hostile(folder)).unwrap().map(|entry| entry.unwrap());
    entries.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// The refusal of a file: code, Chinese sentence, English sentence.
fn refusal(kit: &Kit, bytes: &[u8], rebind: Rebind) -> (OpenErrorCode, String, String) {
    let error = kit.open(bytes, rebind).expect_err("the file was opened");
    (error.code(), error.message(Language::Zh), error.message(Language::En))
}

fn assert_refused(kit: &Kit, what: &str, bytes: &[u8], code: OpenErrorCode, zh: &str, en: &str) {
    // The files name no digest: under `Never` all of them would be of another edition.
    let rebind = if code == OtherEdition { Rebind::Never } else { Rebind::ToSameId };
    let (found, chinese, english) = refusal(kit, bytes, rebind);
    assert_eq!(found, code, "{what}: {chinese}");
    assert!(chinese.contains(zh), "{what}: “{zh}” is not in “{chinese}”");
    assert!(english.contains(en), "{what}: “{en}” is not in “{english}”");
    for sentence in [&chinese, &english] {
        assert!(!sentence.contains(['{', '$']), "{what}: an argument was left out of “{sentence}”");
    }
}

#[test]
fn every_bad_file_is_refused_with_what_and_where() {
    let kit = kit();
    for (name, code, zh, en) in REFUSED {
        assert_refused(&kit, name, &fs::read(hostile(name)).unwrap(), *code, zh, en);
    }
}

#[test]
fn every_bad_file_of_the_folder_is_tried() {
    let tried: BTreeSet<String> = REFUSED.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(names("."), tried);
}

/// A document with this many rows, and this text in a cell.
fn large(rows: usize, text: &str) -> Vec<u8> {
    let mut document = kit().blank("project-declaration-2021", "large").unwrap().into_document();
    document.cells.insert("year-goal".into(), text.to_owned());
    let mut row = jibiao_kit::Row::new("r".into());
    row.cells.insert("level-3".into(), "安装护栏长度".to_owned());
    let table = document.tables.get_or_default("indicators".into());
    for index in 0..rows {
        row.id = format!("r{index}").as_str().into();
        table.push(row.clone());
    }
    canonical(&document).into_bytes()
}

#[test]
fn ten_thousand_rows_are_refused_by_number() {
    assert_refused(&kit(), "10,000 rows", &large(10_000, ""), TooManyRows, "10000 行", "10000 rows");
}

#[test]
fn a_cell_as_long_as_a_book_is_refused_by_name() {
    let text = "长".repeat(LIMITS.characters + 1);
    assert_refused(&kit(), "a long cell", &large(1, &text), TooMuchText, "year-goal", "200001 characters");
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let bytes = vec![b'x'; LIMITS.bytes + 1];
    assert_refused(&kit(), "16 MB of x", &bytes, TooLarge, "16.0 MB", "16.0 MB");
}

#[test]
fn every_reason_for_refusal_is_tried() {
    let generated = [TooManyRows, TooMuchText, TooLarge];
    for code in OpenErrorCode::ALL {
        let tried = REFUSED.iter().any(|(_, known, ..)| *known == code) || generated.contains(&code);
        assert!(tried, "no file is refused as {}", code.name());
    }
}

#[test]
fn a_file_cut_anywhere_is_refused_or_whole() {
    let kit = kit();
    let bytes = fs::read(hostile("good/unknown-fields.json")).unwrap();
    for end in 0..bytes.len() - 1 {
        // The last byte is the line break after the closing brace.
        let code = kit.open(&bytes[..end], Rebind::ToSameId).map_err(|error| error.code());
        match code {
            Err(NotJson | NotText) => {}
            Ok(_) if end == bytes.len() - 1 => {}
            other => panic!("cut at {end}: {other:?}"),
        }
    }
}

#[test]
fn an_odd_file_opens_is_checked_and_comes_back_as_it_was() {
    let kit = kit();
    for name in names("good") {
        let bytes = fs::read(hostile("good").join(&name)).unwrap();
        let opened = kit.open(&bytes, Rebind::ToSameId).unwrap_or_else(|error| panic!("{name}: {error}"));
        for stage in Stage::ALL {
            let report = opened.draft.check(stage);
            assert!(report.faults.is_empty(), "{name}: {:?}", report.faults);
            let words = jibiao_kit::Words::new(opened.draft.pack(), opened.draft.form(), Language::Zh);
            for entry in &report.entries {
                assert!(!words.finding(&entry.finding).what.is_empty(), "{name}");
            }
        }
        let mut document = opened.draft.into_document();
        document.pack = opened.rebound_from.unwrap();
        let typed = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let before: serde_json::Value = serde_json::from_slice(typed).unwrap();
        let after: serde_json::Value = serde_json::from_str(&canonical(&document)).unwrap();
        assert_eq!(after, before, "{name}");
    }
}

#[test]
fn fields_of_a_newer_version_are_named_and_written_back_byte_for_byte() {
    let bytes = fs::read(hostile("good/unknown-fields.json")).unwrap();
    let opened = kit().open(&bytes, Rebind::ToSameId).unwrap();
    assert_eq!(opened.unknown_fields, ["attachments", "signature"]);
    assert_eq!(opened.unknown_cells, ["indicators/note-of-tomorrow", "tasks"]);
    let mut document = opened.draft.into_document();
    document.pack = opened.rebound_from.unwrap();
    assert_eq!(pretty(&document), String::from_utf8(bytes).unwrap());
}

#[test]
fn forty_digits_are_neither_rounded_nor_read() {
    let bytes = fs::read(hostile("good/forty-digits.json")).unwrap();
    let draft = kit().open(&bytes, Rebind::ToSameId).unwrap().draft;
    let amount = draft.reading().money("fund.total.year".parse().unwrap());
    assert_eq!(amount, jibiao_kit::Known::Unreadable);
    assert_eq!(draft.document().text("fund.total.year"), "1234567890123456789012345678901234567890");
}
