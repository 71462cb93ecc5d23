//! A document sent back, answered and looked at again, by files alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::{fs, path::PathBuf, process::Command};

use serde_json::{Value as Json, json};

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("jibiao-slip-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.0.join(name), bytes).unwrap();
        self.path(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jibiao")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(file: &str) -> Json {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// A declaration with one indicator, r1.
fn declaration(folder: &Folder) -> String {
    let (_, blank, _) = run(&["new", "project-declaration-2021", "--id", "d-1"]);
    let mut document: Json = serde_json::from_str(&blank).unwrap();
    document["cells"] = json!({ "project-name": "步道维护" });
    document["tables"] = json!({ "indicators": [
        { "id": "r1", "cells": { "level-1": "产出指标", "level-2": "数量指标", "level-3": "维护步道", "target": "若干" } }
    ] });
    folder.file("申报表.json", document.to_string().as_bytes())
}

#[test]
fn a_document_goes_back_and_forth_by_files() {
    let folder = Folder::new("forth");
    let document = declaration(&folder);
    let (slip, answer) = (folder.path("退回单.json"), folder.path("答复.json"));
    let comments = [
        "return",
        &document,
        "--findings",
        "none",
        "--comment",
        "r1/target: 写明公里数",
        "--comment",
        "项目名称：与批复一致",
    ];
    let signed = ["--reviewer", "绩效科", "--date", "2026-03-31", "-o", &slip];
    let (code, out, complaints) = run(&[&comments[..], &signed].concat());
    assert_eq!((code, complaints.as_str()), (0, ""));
    assert!(out.contains("待处理 2") && out.contains("绩效指标 · 第1行 · 年度指标值 · 维护步道"), "{out}");
    assert!(out.contains("意见：写明公里数") && out.contains("当时所填：若干"), "{out}");

    let mut changed = json(&document);
    changed["revision"] = json!(1);
    changed["tables"]["indicators"][0]["cells"]["target"] = json!("≥5公里");
    let changed = folder.file("改后.json", changed.to_string().as_bytes());
    let (code, out, _) =
        run(&["answer", &changed, "--slip", &slip, "--note", "2: 批复附后", "--by", "张三", "-o", &answer]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("“若干”改为“≥5公里”") && out.contains("说明：批复附后"), "{out}");
    let states =
        json(&answer)["entries"].as_array().unwrap().iter().map(|entry| entry["state"].clone()).collect::<Json>();
    assert_eq!(states, json!(["changed", "explained"]));

    let (code, out, _) = run(&["slip", "show", &answer, &changed]);
    assert_eq!(code, 0);
    assert!(out.contains("答复与手边的文件一致。") && out.contains("以第 1 版答复  张三"), "{out}");
    let (code, out, _) = run(&["slip", "show", &answer, &document, "--format", "json"]);
    assert_eq!(code, 1, "the document before the change does not show it");
    let told: Json = serde_json::from_str(&out).unwrap();
    assert_eq!((&told["held"]["differing"], &told["held"]["same_document"]), (&json!([1]), &json!(false)));
}

#[test]
fn a_comment_on_a_whole_table_is_told_with_the_rows_that_changed() {
    let folder = Folder::new("table");
    let document = declaration(&folder);
    let (slip, answer) = (folder.path("退回单.json"), folder.path("答复.json"));
    run(&["return", &document, "--findings", "blocks", "--comment", "indicators: 写明依据", "-o", &slip]);
    let mut changed = json(&document);
    changed["tables"]["indicators"][0]["cells"]["target"] = json!("≥5公里");
    fs::write(&document, changed.to_string()).unwrap();
    run(&["answer", &document, "--slip", &slip, "-o", &answer]);
    let (_, shown, _) = run(&["slip", "show", &answer, &document]);
    assert!(shown.contains("维护步道 · 年度指标值：“若干”改为“≥5公里”"), "{shown}");
    let (_, rows, _) = run(&["slip", "csv", &answer]);
    assert!(rows.contains("维护步道 · 年度指标值：≥5公里"), "{rows}");
}

#[test]
fn what_nobody_answered_is_told_by_the_exit_code() {
    let folder = Folder::new("open");
    let document = declaration(&folder);
    let slip = folder.path("退回单.json");
    assert_eq!(run(&["return", &document, "-o", &slip]).0, 0);
    let found: Vec<Json> = json(&slip)["entries"].as_array().unwrap().clone();
    assert!(found.iter().all(|entry| entry["finding"]["severity"] == "blocks" && entry["state"] == "open"));
    assert!(found.iter().any(|entry| entry["at"] == json!({ "cell": "department" })));
    let (code, out, _) = run(&["answer", &document, "--slip", &slip]);
    assert_eq!(code, 1);
    assert_eq!(serde_json::from_str::<Json>(&out).unwrap()["entries"][0]["still"], true);
}

#[test]
fn comments_and_notes_come_in_tables_of_spreadsheets() {
    let folder = Folder::new("tables");
    let document = declaration(&folder);
    // 位置,意见,规则 / r1/target,写明公里数, / department,写全称,cell-missing in GB 18030.
    let mut gb: Vec<u8> =
        vec![0xce, 0xbb, 0xd6, 0xc3, b',', 0xd2, 0xe2, 0xbc, 0xfb, b',', 0xb9, 0xe6, 0xd4, 0xf2, b'\r', b'\n'];
    gb.extend(b"r1/target,\xd0\xb4\xc3\xf7,\r\ndepartment,\xd0\xb4,cell-missing\r\n");
    let comments = folder.file("意见.csv", &gb);
    let slip = folder.path("退回单.json");
    let (code, _, complaints) = run(&["return", &document, "--findings", "none", "--comments", &comments, "-o", &slip]);
    assert_eq!((code, complaints.as_str()), (0, ""));
    let entries = json(&slip)["entries"].clone();
    assert_eq!((&entries[0]["comment"], &entries[0]["finding"]["rule"]), (&json!("写"), &json!("cell-missing")));
    assert_eq!((&entries[1]["comment"], entries[1].get("finding")), (&json!("写明"), None));

    let table = folder.path("退回单.csv");
    assert_eq!(run(&["slip", "csv", &slip, "-o", &table]).0, 0);
    let text = fs::read_to_string(&table).unwrap();
    assert!(text.starts_with("\u{feff}序号,位置,查出的问题,意见,当时所填,状态,现在所填,说明\r\n1,"), "{text}");
    assert!(text.ends_with("写明,若干,待处理,,\r\n"), "{text}");
    let filled = text.trim_end().to_owned() + "按方案，=年内\r\n";
    let filled = folder.file("说明.csv", filled.as_bytes());
    let (code, out, _) = run(&["answer", &document, "--slip", &slip, "--notes", &filled]);
    assert_eq!(code, 1);
    assert_eq!(serde_json::from_str::<Json>(&out).unwrap()["entries"][1]["note"], "按方案，=年内");
}

#[test]
fn a_slip_that_does_not_belong_is_refused_with_a_sentence() {
    let folder = Folder::new("refused");
    let document = declaration(&folder);
    let slip = folder.path("退回单.json");
    assert_eq!(run(&["return", &document, "--comment", "r1: 核实", "-o", &slip]).0, 0);
    let mut other = json(&document);
    other["id"] = json!("d-2");
    let other = folder.file("另一份.json", other.to_string().as_bytes());
    for (arguments, said) in [
        (&["answer", &other, "--slip", &slip][..], "另一份文件"),
        (&["answer", &document, "--slip", &document], "不是退回单"),
        (&["answer", &document, "--slip", &slip, "--note", "99: 甲"], "没有第 99 条"),
        (&["return", &document, "--comment", "r7: 甲"], "没有“r7”这个位置"),
        (&["slip", "show", "没有的.json"], "没有的.json"),
    ] {
        let (code, out, complaints) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(complaints.contains(said), "{complaints}");
    }
    for arguments in
        [&["answer", &document][..], &["slip"], &["slip", "sow", &slip], &["check", &document, "--note", "1: 甲"]]
    {
        assert_eq!(run(arguments).0, 64, "{arguments:?}");
    }
}

#[test]
fn a_bundle_carries_the_answered_slip() {
    let folder = Folder::new("bundle");
    let document = declaration(&folder);
    let (slip, zip) = (folder.path("退回单.json"), folder.path("报送包.zip"));
    assert_eq!(run(&["return", &document, "--comment", "r1: 核实", "-o", &slip]).0, 0);
    assert_eq!(run(&["bundle", &document, "--slip", &slip, "-o", &zip]).0, 1);
    let (code, out, _) = run(&["verify", &zip, "--format", "json"]);
    assert_eq!(code, 0, "{out}");
    assert!(fs::read(&zip).unwrap().windows(21).any(|bytes| bytes == b"data/return-slip.json"));
}

#[test]
fn each_document_of_a_bundle_carries_its_own_slip_and_no_second_one() {
    let folder = Folder::new("several");
    let document = declaration(&folder);
    let (code, blank, _) = run(&["new", "project-declaration-2021", "--id", "d-2"]);
    assert_eq!(code, 0);
    let other = folder.file("另一份.json", blank.as_bytes());
    let (slip, second, zip) = (folder.path("甲.json"), folder.path("乙.json"), folder.path("报送包.zip"));
    assert_eq!(run(&["return", &document, "--comment", "r1: 核实", "-o", &slip]).0, 0);
    assert_eq!(run(&["return", &other, "--comment", "project-name: 填写", "-o", &second]).0, 0);
    let (code, _, complaints) = run(&["bundle", &document, &other, "--slip", &slip, "--slip", &slip, "-o", &zip]);
    assert!(code == 2 && complaints.contains("只带一张"), "{complaints}");
    assert_eq!(run(&["bundle", &document, &other, "--slip", &slip, "--slip", &second, "-o", &zip]).0, 1);
    let (code, out, _) = run(&["verify", &zip]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("步道维护　项目支出绩效目标申报表"), "the project is named: {out}");
    let bytes = fs::read(&zip).unwrap();
    for name in ["data/documents/001/return-slip.json", "data/documents/002/return-slip.json"] {
        assert!(bytes.windows(name.len()).any(|part| part == name.as_bytes()), "{name}");
    }
}
