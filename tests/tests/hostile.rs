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

use jibiao_kit::{Kit, LIMITS, Language, OpenErrorCode, Rebind, Stage, Waiver, canonical, pretty};
use jibiao_tests::{kit, root};

use OpenErrorCode::{
    NewerFormat, NotADocument, NotJson, NotText, OtherEdition, RepeatedRow, TooDeep, TooLarge, TooManyRows,
    TooMuchText, UnknownForm, UnknownPack, WrongShape,
};

/// A file of `tests/hostile`, why it is refused, and what the sentence says in Chinese and in English.
const REFUSED: &[(&str, OpenErrorCode, &str, &str)] = &[
    ("empty.json", NotJson, "文件是空的", "is empty"),
    ("blank.json", NotJson, "文件是空的", "is empty"),
    ("truncated.json", NotJson, "到第 10 行就断了", "breaks off in line 10"),
    ("not-json.txt", NotJson, "第 1 行第 1 列", "line 1, column 1"),
    ("workbook.json", NotText, "这是 Excel、Word 或压缩文件", "an Excel, Word or compressed file"),
    ("utf-16.json", NotText, "UTF-16", "UTF-16"),
    ("gb18030.json", NotText, "个字节起读不出", "unreadable from byte"),
    ("deeply-nested.json", TooDeep, "第 1 行", "line 1"),
    ("an-array.json", NotADocument, "应是对象，现在是：列表", "should be an object and is a list"),
    ("another-json.json", NotADocument, "没有 jibiao 字段", "no field “jibiao”"),
    ("version-as-text.json", NotADocument, "现在是：\"1\"", "is \"1\""),
    (
        "number-in-a-cell.json",
        WrongShape,
        "“/cells/fund.total.year”的值应是带引号的文字，现在是：486.5",
        "“/cells/fund.total.year” should be text in quotation marks and is 486.5",
    ),
    (
        "cells-as-a-list.json",
        WrongShape,
        "“/cells”的值应是对象，现在是：列表",
        "“/cells” should be an object and is a list",
    ),
    (
        "negative-revision.json",
        WrongShape,
        "“/revision”的值应是不小于 0 的整数，现在是：-1",
        "“/revision” should be a whole number from 0 up and is -1",
    ),
    ("no-id.json", WrongShape, "缺少“/id”", "lacks “/id”"),
    ("no-pack.json", WrongShape, "缺少“/pack”", "lacks “/pack”"),
    ("field-twice.json", WrongShape, "“revision”写了两遍", "“revision” stands twice"),
    ("cell-twice.json", WrongShape, "“project-name”写了两遍", "“project-name” stands twice"),
    ("future-version.json", NewerFormat, "格式 7", "format 7"),
    ("unknown-pack.json", UnknownPack, "xx-nowhere", "xx-nowhere"),
    ("other-edition.json", OtherEdition, "1999.1 版", "edition 1999.1"),
    ("unknown-form.json", UnknownForm, "project-closing-report", "project-closing-report"),
    ("row-twice.json", RepeatedRow, "第 2 行", "Row 2"),
    ("waiver-twice.json", WrongShape, "“target-vague”的同一个问题有两条", "Two reasons are given"),
    ("waiver-without-rule.json", WrongShape, "缺少“/waivers/0/rule”", "lacks “/waivers/0/rule”"),
    (
        "waiver-with-a-number.json",
        WrongShape,
        "“/waivers/0/reason”的值应是带引号的文字",
        "“/waivers/0/reason” should be text",
    ),
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
        assert_own_words(what, sentence);
    }
}

/// The parser's own sentences, and places that nobody counts from.
fn assert_own_words(what: &str, sentence: &str) {
    for foreign in ["expected", "invalid", "duplicate", "missing field", "EOF", "parsing", "recursion", "u64", "`"] {
        assert!(!sentence.contains(foreign), "{what}: “{foreign}” in “{sentence}”");
    }
    for nowhere in ["第 0 ", "line 0", "column 0", "byte 0"] {
        assert!(!sentence.contains(nowhere), "{what}: “{nowhere}” in “{sentence}”");
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
fn reasons_beyond_number_are_refused() {
    let mut document = kit().blank("project-declaration-2021", "large").unwrap().into_document();
    let waiver = |message: usize, reason: String| -> Waiver {
        serde_json::from_value(serde_json::json!({ "rule": "r", "message": message.to_string(), "reason": reason }))
            .unwrap()
    };
    document.waivers = vec![waiver(0, "长".repeat(LIMITS.characters + 1))];
    let long = canonical(&document).into_bytes();
    assert_refused(&kit(), "a long reason", &long, TooMuchText, "200001 个字", "200001 characters");
    document.waivers = (0..=LIMITS.rows).map(|index| waiver(index, String::new())).collect();
    let many = canonical(&document).into_bytes();
    assert_refused(&kit(), "many reasons", &many, TooManyRows, "5001 条情况说明", "5001 reasons");
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let bytes = vec![b'x'; LIMITS.bytes + 1];
    assert_refused(&kit(), "16 MB of x", &bytes, TooLarge, "16.0 MB", "16.0 MB");
}

#[test]
fn a_file_of_another_kind_is_named() {
    let kit = kit();
    let kinds: [(&[u8], &str, &str); 4] = [
        (b"%PDF-1.7\n", "PDF", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "图片", "a picture"),
        (b"\xff\xd8\xff\xe0", "图片", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版的 Excel、Word 或 WPS 文件", "an old Excel, Word or WPS file"),
    ];
    for (bytes, zh, en) in kinds {
        assert_refused(&kit, zh, bytes, NotText, zh, en);
    }
}

#[test]
fn a_text_of_the_wrong_shape_is_refused_by_place() {
    let kit = kit();
    let head = r#"{"jibiao":1,"id":"x","pack":{"id":"cn-mof","edition":"1","sha256":""},"form":"f""#;
    let wrong: [(String, OpenErrorCode, &str, &str); 9] = [
        (
            format!(r#"{head},"tables":{{"t":{{}}}}}}"#),
            WrongShape,
            "“/tables/t”的值应是列表",
            "“/tables/t” should be a list",
        ),
        (format!(r#"{head},"tables":{{"t":[{{}}]}}}}"#), WrongShape, "缺少“/tables/t/0/id”", "lacks “/tables/t/0/id”"),
        (
            format!(r#"{head},"tables":{{"t":[{{"id":"r","cells":{{"a/b":true}}}}]}}}}"#),
            WrongShape,
            "“/tables/t/0/cells/a~1b”的值应是带引号的文字，现在是：true",
            "“/tables/t/0/cells/a~1b” should be text in quotation marks and is true",
        ),
        (format!(r#"{head},"cells":null}}"#), WrongShape, "“/cells”的值应是对象，现在是：null", "is null"),
        (format!(r#"{head},"extent":"half"}}"#), WrongShape, "应是\"whole\" 或 \"excerpt\"", "is \"half\""),
        (
            r#"{"jibiao":1,"id":"x","pack":{"id":"p"},"form":"f"}"#.to_owned(),
            WrongShape,
            "缺少“/pack/edition”",
            "/pack/edition",
        ),
        (r#"{"jibiao":1,"id":7,"#.to_owned(), NotJson, "到第 1 行就断了", "breaks off in line 1"),
        ("{\"jibiao\":1,\n\"id\":\"x\n}".to_owned(), NotJson, "第 2 行末尾", "end of line 2"),
        (format!("{head}}} x"), NotJson, "第 1 行第 ", "line 1, column "),
    ];
    for (text, code, zh, en) in wrong {
        assert_refused(&kit, &text, text.as_bytes(), code, zh, en);
    }
}

#[test]
fn a_pack_of_the_same_edition_with_other_content_is_said_to_differ() {
    let mut document = kit().blank("project-declaration-2021", "same").unwrap().into_document();
    document.pack.sha256 = "0".repeat(64);
    let bytes = canonical(&document).into_bytes();
    assert_refused(&kit(), "another digest", &bytes, OtherEdition, "但内容不同", "but its content differs");
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
