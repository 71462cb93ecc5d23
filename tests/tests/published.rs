//! Published tables, read in place where they are at hand: `data/real` beside the checkout or below
//! `JIBIAO_SHARED`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stderr
)]

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use jibiao_tests::{kit, root, shared};
use serde_json::Value;

/// The result lines of `cargo dev published`, by table, and whether it ended well.
fn published(tables: &Path, out: &str) -> (bool, BTreeMap<String, Value>) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(out);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["run", "--quiet", "--package", "jibiao-dev", "--", "published"])
        .arg(tables)
        .arg("--out")
        .arg(&out)
        .current_dir(root())
        .output()
        .unwrap();
    let text = fs::read_to_string(&out)
        .unwrap_or_else(|error| panic!("{}: {error}\n{}", out.display(), String::from_utf8_lossy(&output.stderr)));
    let lines = text.lines().map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        (line["table"].as_str().unwrap().to_owned(), line)
    });
    (output.status.success(), lines.collect())
}

#[test]
fn every_published_table_becomes_a_document() {
    let Some(tables) = shared("data/real") else { return };
    let (well, lines) = published(&tables, "all.jsonl");
    let count = fs::read_dir(&tables).unwrap().count();
    assert_eq!(lines.len(), count);
    for (table, line) in &lines {
        assert!(line.get("error").is_none(), "{table}: {}", line["error"]);
        assert!(line.get("faults").is_none(), "{table}: {}", line["faults"]);
    }
    assert!(well);
}

#[test]
fn a_published_self_evaluation_recomputes_to_99_80_and_its_differing_rows_are_found() {
    let Some(tables) = shared("data/real") else { return };
    let name = "selfeval_yongde_mingliang_2022";
    let (_, lines) = published(&tables.join(name).with_extension("json"), "one.jsonl");
    let line = &lines[name];
    assert_eq!(line["score"]["total"], "99.80");
    assert_eq!(line["score"]["execution"], "10.00");
    let points = |row: u64| {
        let rows = line["score"]["rows"].as_array().unwrap();
        rows.iter().find(|line| line["row"] == row).unwrap()["points"].clone()
    };
    // Printed 7 for 100 % of =100 %, and 9 for 98 % of =100 %.
    assert_eq!((points(3), points(6)), ("10.00".into(), "9.80".into()));
    let findings = line["findings"].as_array().unwrap();
    for row in [3, 6] {
        let found = findings.iter().any(|finding| finding["row"] == row && finding["kind"] == "score-arithmetic");
        assert!(found, "row {row} is not found: {findings:#?}");
    }
    // The printed total, 96, is beside the computed one.
    let total = findings.iter().any(|finding| finding["field"] == "total" && finding["kind"] == "score-arithmetic");
    assert!(total, "{findings:#?}");
}

/// Tables with a project's name and at least four named rows; the rows of each are given to others, a fixed step apart.
fn swapped(tables: &Path) -> (std::path::PathBuf, usize) {
    let mut all: Vec<(String, Value)> = Vec::new();
    for entry in fs::read_dir(tables).unwrap() {
        let path = entry.unwrap().path();
        let table: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let named = table["rows"].as_array().into_iter().flatten().filter(|row| row["l3"].is_string()).count();
        if named >= 4 && table["project"].as_str().is_some_and(|name| name != "部门整体支出") {
            all.push((path.file_stem().unwrap().to_str().unwrap().to_owned(), table));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let mut files = Vec::new();
    for step in [1, 5, 11, 17, 23, 31] {
        for (at, (name, table)) in all.iter().enumerate() {
            let mut table = table.clone();
            table["rows"] = all[(at + step) % all.len()].1["rows"].clone();
            files.push((format!("{name}-{step}.json"), table.to_string()));
        }
    }
    let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    (write("swapped-tables", &texts), files.len())
}

#[test]
fn most_published_tables_with_the_rows_of_another_are_noticed_and_those_with_their_own_are_not() {
    let Some(tables) = shared("data/real") else { return };
    let noticed = |lines: &BTreeMap<String, Value>| {
        let foreign = |line: &&Value| {
            let findings = line["findings"].as_array().unwrap();
            findings.iter().any(|finding| finding["rule"] == "indicator-foreign")
        };
        lines.values().filter(foreign).count()
    };
    let (_, lines) = published(&tables, "own.jsonl");
    // A hand-labelled table whose rows belong to another fund, and a row of one more.
    assert!(noticed(&lines) <= 3, "{} tables are told that rows of their own are foreign", noticed(&lines));
    let (folder, count) = swapped(&tables);
    let (_, lines) = published(&folder, "swapped.jsonl");
    let found = noticed(&lines);
    // The rest are tables of one trade (two roads, two funds for the old), and tables whose rows name nothing
    // (验收合格率, 完成率, 满意度), which would fit any project.
    eprintln!("{found} of {count} swapped tables are noticed");
    assert!(found * 100 >= count * 55, "{found} of {count}");
}

/// A table that stands in no folder, so that the command is tried on every clone.
const TABLE: &str = r#"{
    "kind": "project_self_eval", "complete": true, "year": 2025, "project": "乡镇卫生院彩超设备更新",
    "dept": "某县卫生健康局", "unit": "某县基层卫生服务中心", "money_unit": "万元", "total_weight": 100, "total_score": 96,
    "funds": {"annual": 300, "executed": 291, "weight": 10, "rate": "97%", "score": 9.7, "parts": {"市级": 12.5}},
    "fields": {"预期目标": "更新彩超12台。", "实际完成情况": "更新彩超12台。", "立项依据": "某文"},
    "rows": [
        {"l1": "产出指标", "l2": "数量指标", "l3": "更新彩超台数", "op": "≥", "target": "12", "unit": "台", "actual": "9", "weight": 50, "score": 50},
        {"l1": null, "l2": null, "l3": null, "op": null, "target": null, "weight": null, "score": null},
        {"l1": "效益指标", "l2": "社会效益指标", "l3": "就诊便利", "op": null, "target": null, "raw_target": "有效", "actual": "有效", "weight": 40, "score": 36.3, "extra": "见附表"}
    ]}"#;

fn write(folder: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

#[test]
fn a_table_is_scored_row_by_row_counting_blank_rows() {
    let (well, lines) = published(&write("good-tables", &[("one.json", TABLE)]), "good-tables.jsonl");
    assert!(well);
    // 9 of 12 for 50 points, the points given, 291 of 300 for 10 points.
    let score = serde_json::json!({
        "rows": [{"row": 1, "points": "37.50"}, {"row": 3, "points": "36.30"}], "execution": "9.70", "total": "83.50"
    });
    assert_eq!(lines["one"]["score"], score);
}

#[test]
fn a_table_that_cannot_be_turned_into_a_document_is_an_error_line_and_a_failure() {
    let files = [
        ("good.json", TABLE),
        ("no-rows.json", r#"{"kind": "project_declaration", "complete": true}"#),
        ("unknown-kind.json", r#"{"kind": "library", "complete": true, "rows": []}"#),
        ("cut.json", r#"{"kind": "project_decl"#),
        ("list-in-a-cell.json", r#"{"kind": "project_self_eval", "complete": true, "rows": [{"l3": ["甲"]}]}"#),
    ];
    let (well, lines) = published(&write("bad-tables", &files), "bad-tables.jsonl");
    assert!(!well);
    assert_eq!(lines.len(), 5);
    for (table, what) in
        [("no-rows", "rows"), ("unknown-kind", "library"), ("cut", "line 1"), ("list-in-a-cell", "row 1")]
    {
        let error = lines[table]["error"].as_str().unwrap_or_else(|| panic!("{table} is no error line"));
        assert!(error.contains(what), "{table}: {error}");
    }
    assert!(lines["good"].get("error").is_none());
}

#[test]
fn every_rule_has_a_kind_and_every_kind_a_rule() {
    let text = fs::read_to_string(root().join("tests/published/kinds.json")).unwrap();
    let kinds: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
    // `rule/message` refines the kind of a rule for one of its messages.
    let named: Vec<&str> = kinds.keys().filter(|key| !key.contains('/')).map(String::as_str).collect();
    assert_eq!(named, kit().rules());
    for (rule, _) in kinds.keys().filter_map(|key| key.split_once('/')) {
        assert!(kinds.contains_key(rule), "{rule} has a kind for a message only");
    }
}
