//! Workbooks on the command line: made, filled in, read back, refused with a sentence.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{path::PathBuf, process::Command};

use serde_json::Value as Json;

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("jibiao-excel-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jibiao")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn document(folder: &Folder) -> String {
    let (_, out, _) = run(&["new", "project-declaration-2021", "--id", "d1"]);
    let mut document: Json = serde_json::from_str(&out).unwrap();
    document["cells"] = serde_json::json!({ "year": "2026", "project-name": "=村道" });
    let row = |id: &str, name: &str| serde_json::json!({ "id": id, "cells": { "level-1": "产出指标", "level-3": name, "target": "≥5公里" } });
    document["tables"] = serde_json::json!({ "indicators": [row("r1", "修路, 长度"), row("r2", "=1+1")] });
    folder.file("a.json", document.to_string())
}

#[test]
fn a_document_goes_out_and_comes_back() {
    let folder = Folder::new("round");
    let file = document(&folder);
    let (code, out, complaints) = run(&["excel", &file]);
    assert_eq!((code, complaints.as_str()), (0, ""), "{out}");
    // Beside the document, and never over a file that is there.
    assert!(out.contains("a.xlsx"), "{out}");
    assert_eq!(run(&["excel", &file]).0, 2);
    let (code, out, _) = run(&["import", &folder.path("a.xlsx"), "-o", &folder.path("back.json")]);
    assert_eq!(code, 0);
    assert!(out.contains("没有改动"), "{out}");
    let read = |path: &str| serde_json::from_slice::<Json>(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(read(&folder.path("back.json")), read(&file));
}

#[test]
fn rows_go_into_csv_that_runs_nothing_and_come_back_in_any_encoding() {
    let folder = Folder::new("csv");
    let file = document(&folder);
    assert_eq!(run(&["excel", &file, "-o", &folder.path("rows.csv")]).0, 0);
    let csv = std::fs::read_to_string(folder.path("rows.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("\"修路, 长度\"") && csv.contains("'=1+1"), "{csv}");
    let names = |file: &str| {
        let (code, out, complaints) = run(&["import", file, "--form", "project-declaration-2021", "--format", "json"]);
        assert_eq!(code, 0, "{complaints}");
        let out: Json = serde_json::from_str(&out).unwrap();
        let rows = out["documents"][0]["document"]["tables"]["indicators"].as_array().unwrap().clone();
        rows.iter().map(|row| row["cells"]["level-3"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&folder.path("rows.csv")), ["修路, 长度", "=1+1"]);
    // 一级指标,三级指标,指标值 / 产出指标,路,5 in GB 18030.
    let gb = b"\xd2\xbb\xbc\xb6\xd6\xb8\xb1\xea,\xc8\xfd\xbc\xb6\xd6\xb8\xb1\xea,\xd6\xb8\xb1\xea\xd6\xb5\r\n\xb2\xfa\xb3\xf6\xd6\xb8\xb1\xea,\xc2\xb7,5\r\n";
    assert_eq!(names(&folder.file("gb.csv", gb)), ["路"]);
}

#[test]
fn a_file_that_is_no_workbook_says_what_to_do() {
    let folder = Folder::new("wrong");
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    for (name, bytes, said) in [
        ("a.xls", old.as_slice(), "另存为 .xlsx"),
        ("b.xls", b"<html><table></table></html>", "这是网页"),
        ("c.xlsx", b"PK\x03\x04cut", "已损坏"),
        ("d.xlsx", b"", "是空的"),
        ("e.bin", b"\xff\xff\x00\x01", "不是 Excel 表格"),
    ] {
        let (code, out, complaints) = run(&["import", &folder.file(name, bytes)]);
        assert_eq!((code, out.as_str()), (2, ""), "{name}");
        assert!(complaints.contains(said), "{name}: {complaints}");
    }
    let (code, out, _) = run(&["import", &folder.file("f.csv", "甲,乙\n1,2\n")]);
    assert_eq!(code, 2);
    assert!(out.contains("没有认出"), "{out}");
}
