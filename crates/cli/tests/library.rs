//! The command `library` as people and programs use it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::process::Command;

use serde_json::Value as Json;

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jibiao")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn rows(arguments: &[&str]) -> Vec<Json> {
    let (code, out, _) = run(&[&["library", "--format", "json"], arguments].concat());
    assert_eq!(code, 0);
    serde_json::from_str(&out).unwrap()
}

#[test]
fn without_a_word_the_categories_are_listed() {
    let (code, out, _) = run(&["library"]);
    assert_eq!(code, 0);
    assert!(out.contains("项目类型") && out.contains("设备购置（") && out.contains("乡村振兴（"), "{out}");
    assert_eq!(rows(&[]).len(), 33);
}

#[test]
fn a_row_is_shown_with_its_pattern_what_is_counted_and_what_proves_it() {
    let (code, out, _) = run(&["library", "pxrc"]);
    assert_eq!(code, 0);
    for text in ["培训人次  ≥__人次  数量指标", "口径：", "佐证资料：", "没有官方地位"] {
        assert!(out.contains(text), "{text}: {out}");
    }
    let (_, english, _) = run(&["library", "pxrc", "--lang", "en"]);
    assert!(english.contains("Quantity") && english.contains("without official standing"), "{english}");
}

#[test]
fn programs_get_rows_of_one_level_and_category() {
    let found = rows(&["--level", "economic-cost", "--category", "水利"]);
    assert!(found.len() >= 3);
    assert!(found.iter().all(|row| row["level"] == "economic-cost" && row["sectors"][0] == "水利"));
    assert_eq!(rows(&["没有这样的指标名称呢"]).len(), 0);
}

#[test]
fn somebodys_own_library_comes_first_or_is_refused_with_its_rows_named() {
    let folder = std::env::temp_dir().join(format!("jibiao-cli-library-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = file("good.csv", "二级指标,三级指标,方向,单位\n数量,培训老党员讲解员人次,≥,人次\n");
    let found = rows(&["培训", "--library", &good]);
    assert_eq!((&found[0]["name"], &found[0]["own"]), (&Json::from("培训老党员讲解员人次"), &Json::from(true)));
    assert!(found.len() > 5);

    let bad = file("bad.csv", "二级指标,三级指标,方向\n数量,甲,越多越好\n过程,乙,≥\n");
    let (code, out, complaints) = run(&["library", "培训", "--library", &bad]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(complaints.contains("第2行“方向”是“越多越好”") && complaints.contains("第3行"), "{complaints}");
    let (code, _, complaints) = run(&["library", "x", "--library", folder.to_str().unwrap()]);
    assert!(code == 2 && complaints.contains("文件夹"), "{complaints}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn somebodys_own_library_may_be_a_workbook_whose_faults_are_told_by_sheet_and_row() {
    let folder = std::env::temp_dir().join(format!("jibiao-cli-workbook-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let book = |name: &str, direction: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet().set_name("水利").unwrap();
        for (row, cells) in (0..).zip([["二级指标", "三级指标", "方向"], ["数量", "培训老党员讲解员人次", direction]])
        {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        let path = folder.join(name);
        book.save(&path).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let found = rows(&["培训", "--library", &book("good.xlsx", "≥")]);
    assert_eq!((&found[0]["name"], &found[0]["own"]), (&Json::from("培训老党员讲解员人次"), &Json::from(true)));
    let (code, _, complaints) = run(&["library", "培训", "--library", &book("bad.xlsx", "越多越好")]);
    assert!(code == 2 && complaints.contains("工作表“水利”：第2行“方向”是“越多越好”"), "{complaints}");
    let damaged = folder.join("damaged.xlsx");
    std::fs::write(&damaged, b"PK\x03\x04").unwrap();
    let (code, _, complaints) = run(&["library", "培训", "--library", damaged.to_str().unwrap()]);
    assert!(code == 2 && complaints.contains("不是 Excel 工作簿"), "{complaints}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn letters_that_spell_nothing_find_nothing() {
    assert_eq!(rows(&["wjcc"]).len(), 0);
}
