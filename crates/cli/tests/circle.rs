//! From one document of the year to the next on the command line.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{path::PathBuf, process::Command};

use serde_json::{Value as Json, json};

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("jibiao-circle-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, document: &Json) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, document.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
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

fn made(arguments: &[&str]) -> Json {
    let (code, out, complaints) = run(arguments);
    assert_eq!(code, 0, "{complaints}");
    serde_json::from_str(&out).unwrap()
}

fn declared(form: &str) -> Json {
    let mut document = made(&["new", form, "--id", "declared"]);
    document["cells"] = json!({ "year": "2025", "project-name": "步道维护", "year-goal": "维护步道5公里。" });
    let cells = json!({ "level-1": "产出指标", "level-2": "数量指标", "level-3": "维护步道", "target": "≥5公里" });
    document["tables"] = json!({ "indicators": [{ "id": "r1", "cells": cells }] });
    document
}

#[test]
fn origins_are_named_by_file_and_title() {
    let folder = Folder::new("trace");
    let before = folder.file("declared.json", &declared("project-declaration-2021"));
    let evaluated = made(&["new", "project-self-evaluation-2021", &before, "--id", "evaluated"]);
    let after = folder.file("evaluated.json", &evaluated);
    let (code, out, _) = run(&["trace", &after, &before]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().map(str::trim).collect();
    let origin = lines.iter().position(|line| line.contains("“declared”")).unwrap();
    assert!(lines[origin + 1].contains("declared.json") && lines[origin + 1].ends_with("· 步道维护"), "{out}");
    assert!(lines.iter().any(|line| line.contains("evaluated.json") && line.contains("自评表")), "{out}");
    let told = made(&["trace", &after, &before, "--format", "json"]);
    let origin = &told["results"][0]["origins"][0];
    assert_eq!((&origin["id"], &origin["state"]), (&json!("declared"), &json!("matches")));
    assert!(origin["file"].as_str().unwrap().ends_with("declared.json"));
    assert!(origin["title"].as_str().unwrap().ends_with("步道维护"));
    // What is not at hand has an id alone, and is not vouched for.
    let (code, out, _) = run(&["trace", &after, "--format", "json"]);
    assert_eq!(code, 2);
    let told: Json = serde_json::from_str(&out).unwrap();
    let origin = &told["results"][0]["origins"][0];
    assert_eq!((&origin["state"], &origin["file"]), (&json!("absent"), &Json::Null));
}

#[test]
fn a_trace_ends_well_only_where_everything_was_compared_and_stands() {
    let folder = Folder::new("ends");
    let before = folder.file("declared.json", &declared("project-declaration-2021"));
    let evaluated = made(&["new", "project-self-evaluation-2021", &before, "--id", "evaluated"]);
    let ended = |name: &str, change: &dyn Fn(&mut Json)| {
        let mut document = evaluated.clone();
        change(&mut document);
        let (code, out, _) = run(&["trace", &folder.file(name, &document), &before]);
        (code, out)
    };
    assert_eq!(ended("same.json", &|_| {}).0, 0);
    let lower = ended("lower.json", &|document| {
        document["tables"]["indicators"][0]["cells"]["target"] = json!("≥3公里");
    });
    assert!(lower.0 == 1 && lower.1.contains("✗ 绩效指标") && lower.1.contains("被改动、缺失"), "{}", lower.1);
    let allowed = ended("allowed.json", &|document| {
        document["tables"]["indicators"][0]["cells"]["target"] = json!("≥ 5 公里");
    });
    assert!(allowed.0 == 0 && allowed.1.contains("允许改"), "{}", allowed.1);
    let gone = ended("gone.json", &|document| document["tables"]["indicators"] = json!([]));
    assert!(gone.0 == 1 && gone.1.contains("“维护步道”→“”"), "{}", gone.1);
    let forged = ended("forged.json", &|document| {
        document["origins"][0]["before"]["cells"]["year"] = json!("2024");
    });
    assert!(forged.0 == 1 && forged.1.contains("来源文件是“2025”，本文件记为“2024”"), "{}", forged.1);
    let bare = ended("bare.json", &|document| {
        document.as_object_mut().unwrap().remove("origins");
    });
    assert!(bare.0 == 2 && bare.1.contains("无从核对"), "{}", bare.1);
}

#[test]
fn a_new_year_takes_what_declaration_and_self_evaluation_have() {
    let folder = Folder::new("years");
    let before = folder.file("declared.json", &declared("project-declaration-2021"));
    let mut evaluated = made(&["new", "project-self-evaluation-2021", &before, "--id", "evaluated"]);
    evaluated["tables"]["indicators"][0]["cells"]["actual"] = json!("6公里");
    let after = folder.file("evaluated.json", &evaluated);
    let next = made(&["new", "project-declaration-2021", &before, &after, "--as", "last-year"]);
    assert_eq!(next["cells"]["year"], "2026");
    let cells = &next["tables"]["indicators"][0]["cells"];
    assert_eq!((&cells["last-target"], &cells["last-actual"]), (&json!("≥5公里"), &json!("6公里")));
    assert_eq!(next["tables"]["indicators"].as_array().unwrap().len(), 1);
}

#[test]
fn a_layout_goes_on_in_the_national_monitoring_sheet() {
    let folder = Folder::new("layout");
    let before = folder.file("declared.json", &declared("project-declaration-sichuan"));
    let sheet = made(&["new", "project-monitoring-2021", &before]);
    assert_eq!((&sheet["pack"]["id"], &sheet["cells"]["project-name"]), (&json!("cn-mof"), &json!("步道维护")));
}

#[test]
fn the_basis_of_a_light_is_printed() {
    let folder = Folder::new("light");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/districts/xinjiang-alashankou");
    let mut sheet = made(&["new", "project-monitoring-2021", "--pack", pack, "--id", "sheet"]);
    let cells = json!({ "level-1": "产出指标", "level-3": "维护步道", "target": "≥10公里", "so-far": "9公里" });
    sheet["cells"] = json!({ "year": "2025", "fund.total.initial": "100", "fund.total.so-far": "10" });
    sheet["tables"] = json!({ "indicators": [{ "id": "r1", "cells": cells }] });
    let file = folder.file("sheet.json", &sheet);
    // 90 % of the goal by 10 % of the money: 80 apart, and 20 are allowed.
    let (_, out, complaints) = run(&["score", &file, "--pack", pack]);
    assert!(out.contains("监控结果：红"), "{out}{complaints}");
    assert!(out.lines().any(|line| line.starts_with("红") && line.contains("的依据：阿拉山口市2021年")), "{out}");
}

#[test]
fn a_refusal_says_what_would_do_instead() {
    let folder = Folder::new("refusal");
    let before = folder.file("declared.json", &declared("project-declaration-2021"));
    let sheet = folder.file("sheet.json", &made(&["new", "project-monitoring-2021", &before]));
    let refused = |arguments: &[&str]| {
        let (code, out, complaints) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{complaints}");
        complaints
    };
    let kind = refused(&["new", "project-self-evaluation-2021", &sheet]);
    assert!(
        kind.contains("由目标申报表结转")
            && kind.contains("监控表 · 步道维护”可以生成")
            && kind.contains("project-monitoring-2021  项目支出绩效"),
        "{kind}"
    );
    let frame = refused(&["new", "project-self-evaluation-2015", &before]);
    assert!(frame.contains("指标框架不同") && frame.contains("project-self-evaluation-2021"), "{frame}");
    let second = refused(&["new", "project-self-evaluation-2021", &before, &sheet]);
    assert!(second.contains("监控表 · 步道维护”可以生成"), "{second}");
    let subject = refused(&["new", "department-monitoring", &before]);
    assert!(subject.contains("对象不同"), "{subject}");
    let ways = refused(&["new", "project-declaration-2021", &before]);
    assert!(ways.contains("--as adjusted | --as last-year"), "{ways}");
    let way = refused(&["new", "project-self-evaluation-2021", &before, "--as", "last-year"]);
    assert!(way.contains("只能按：批复的目标（approved）") && way.contains("--as approved"), "{way}");
    let layout = folder.file("layout.json", &declared("project-declaration-sichuan"));
    let place = refused(&["new", "project-self-evaluation-yunnan", &layout]);
    assert!(place.contains("云南") && place.contains("四川"), "{place}");
}

#[test]
fn what_is_wrong_with_a_source_is_said_and_the_document_is_made() {
    let folder = Folder::new("doubts");
    let doubts = |name: &str, form: &str, document: &Json| {
        let (code, out, complaints) = run(&["new", form, &folder.file(name, document)]);
        assert_eq!(code, 0, "{complaints}");
        assert!(out.contains("\"origins\""), "{out}");
        complaints
    };
    let mut negative = declared("project-declaration-2021");
    negative["cells"]["fund.total.year"] = json!("-120");
    let said = doubts("negative.json", "project-monitoring-2021", &negative);
    assert!(said.contains("negative.json：按报送检查还有") && said.contains("“-120”，金额不能小于 0"), "{said}");
    let mut sheet = made(&["new", "ex-ante-five-dimensions", "--id", "sheet"]);
    sheet["cells"] = json!({ "project-name": "乡村物流驿站", "conclusion": "不予支持" });
    let said = doubts("rejected.json", "project-declaration-2021", &sheet);
    assert!(said.contains("结论是“不予支持”"), "{said}");
}

#[test]
fn a_pack_of_a_district_is_at_hand_for_whoever_names_it() {
    let folder = Folder::new("district");
    let before = folder.file("declared.json", &declared("project-declaration-2021"));
    let (code, out, complaints) = run(&["new", "project-monitoring-2021", &before, "--pack", "tianjin-dongli"]);
    assert_eq!(code, 0);
    assert!(out.contains("\"tianjin-dongli\"") && !complaints.contains("没有用"), "{complaints}");
    let sheet = folder.file("sheet.json", &serde_json::from_str(&out).unwrap());
    let (code, _, complaints) = run(&["check", &sheet]);
    assert!(code == 2 && complaints.contains("加上 --pack tianjin-dongli"), "{complaints}");
    let (code, out, _) = run(&["check", &sheet, "--pack", "tianjin-dongli"]);
    assert!(code == 1 && out.contains("规则包 tianjin-dongli"), "{out}");
    let (code, _, complaints) = run(&["rules", "--pack", "tianjin-dong"]);
    assert!(code == 2 && complaints.contains("zhejiang-xiuzhou"), "{complaints}");
    assert!(run(&["pack", "show", "tianjin-dongli"]).1.contains("天津市东丽区"));
}

#[test]
fn what_nobody_filled_in_a_column_is_told_once_with_its_rows() {
    let folder = Folder::new("alike");
    let mut source = declared("project-declaration-2021");
    for (id, name) in [("r2", "清扫步道"), ("r3", "修剪绿篱")] {
        let cells = json!({ "level-1": "产出指标", "level-2": "数量指标", "level-3": name, "target": "≥5公里" });
        source["tables"]["indicators"].as_array_mut().unwrap().push(json!({ "id": id, "cells": cells }));
    }
    let mut evaluated = made(&["new", "project-self-evaluation-2021", &folder.file("declared.json", &source)]);
    evaluated["tables"]["indicators"][1]["cells"]["actual"] = json!("5公里");
    let (_, out, _) = run(&["check", &folder.file("evaluated.json", &evaluated)]);
    let lines: Vec<&str> = out.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| line.contains("第1、3行 · 实际完成值")).unwrap_or_else(|| panic!("{out}"));
    assert!(lines[at + 1].contains("“维护步道”") && lines[at + 2].contains("其他行也是这样"), "{out}");
    assert_eq!(out.matches("“实际完成值”没有填写").count(), 1, "{out}");
}

#[test]
fn a_wrong_total_is_told_once() {
    let folder = Folder::new("total");
    let mut sheet = made(&["new", "project-self-evaluation-2021", "--id", "sheet"]);
    sheet["cells"] = json!({
        "fund.total.annual": "100", "fund.total.executed": "100", "fund.total.score": "10", "total-score": "88",
    });
    let cells = json!({ "level-1": "产出指标", "level-3": "步道", "target": "≥5公里", "actual": "5公里", "weight": "90", "score": "90" });
    sheet["tables"] = json!({ "indicators": [{ "id": "r1", "cells": cells }] });
    let file = folder.file("sheet.json", &sheet);
    let (_, out, _) = run(&["check", &file]);
    // The folder's own name has digits.
    assert_eq!(out.replace(&file, "").matches("88").count(), 1, "{out}");
}

#[test]
fn two_files_that_say_they_are_the_same_document_are_told() {
    let folder = Folder::new("namesakes");
    let document = declared("project-declaration-2021");
    let mut forged = document.clone();
    forged["tables"]["indicators"][0]["cells"]["target"] = json!("≥6公里");
    let (right, wrong) = (folder.file("right.json", &document), folder.file("wrong.json", &forged));
    let after = folder.file("after.json", &made(&["new", "project-self-evaluation-2021", &right, "--id", "after"]));
    for files in [[&right, &wrong], [&wrong, &right]] {
        let (code, out, _) = run(&["trace", &after, files[0], files[1]]);
        let lines: Vec<&str> = out.lines().map(str::trim).collect();
        let origin = lines.iter().position(|line| line.contains("✓ 批复的目标“declared”")).unwrap();
        assert!(code == 1 && lines[origin + 1].contains("right.json"), "{out}");
        assert!(lines.iter().any(|line| line.contains("wrong.json 的编号（“declared”）和版次与它相同")), "{out}");
    }
    assert_eq!(run(&["trace", &after, &wrong]).0, 1);
    // The same file under two names is one document.
    let copy = folder.file("copy.json", &document);
    assert_eq!(run(&["trace", &after, &right, &copy]).0, 0);
}
