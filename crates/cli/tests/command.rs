//! The command as people and programs use it: arguments in, text and exit code out.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::expect_used)]

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::{Value as Json, json};

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("jibiao-cli-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn jibiao(arguments: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jibiao"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    child.wait_with_output().unwrap()
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    told(&jibiao(arguments, b""))
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

const DECLARATION: &str = "project-declaration-2021";
const SELF_EVALUATION: &str = "project-self-evaluation-2021";

fn blank(form: &str) -> Json {
    let (code, text, _) = run(&["new", form, "--id", "test"]);
    assert_eq!(code, 0);
    serde_json::from_str(&text).unwrap()
}

#[test]
fn without_a_command_it_says_so_and_ends_with_64() {
    let (code, out, err) = run(&[]);
    assert_eq!((code, out.as_str()), (64, ""));
    assert!(err.contains("没有写要做什么") && err.contains("jibiao --help"), "{err}");
}

#[test]
fn wrong_use_ends_with_64_in_both_languages() {
    for arguments in [
        &["chekc"][..],
        &["check", "--stage", "final"],
        &["check", "--colour"],
        &["score", "--format", "sarif"],
        &["explain"],
        &["explain", "some-unknown-rule"],
        &["new"],
        &["new", "some-form"],
        &["schema", "some-schema"],
        &["rules", "more"],
    ] {
        let (code, out, zh) = run(arguments);
        assert_eq!((code, out.as_str()), (64, ""), "{arguments:?}");
        let (code, _, en) = run(&[arguments, &["--lang", "en"]].concat());
        assert_eq!(code, 64, "{arguments:?}");
        assert_ne!(zh, en, "{arguments:?}");
        assert!(!en.contains(|c: char| ('\u{4e00}'..'\u{a000}').contains(&c)), "{en}");
    }
}

#[test]
fn a_near_word_is_offered() {
    assert!(run(&["chekc"]).2.contains("是不是要写“check”"));
    assert!(run(&["new", "project-declaration-2012"]).2.contains("project-declaration-20"));
    assert!(run(&["schema", "documents", "--lang", "en"]).2.contains("Did you mean “document”?"));
}

#[test]
fn help_is_there_in_both_languages() {
    let (code, zh, _) = run(&["--help"]);
    assert_eq!(code, 0);
    let (_, en, _) = run(&["help", "--lang", "en"]);
    for command in ["check", "score", "upload", "explain", "rules", "forms", "new", "schema"] {
        assert!(zh.contains(&format!("jibiao {command}")), "{command}");
        assert!(en.contains(&format!("jibiao {command}")), "{command}");
    }
}

#[test]
fn a_new_document_is_blank_and_has_an_id_of_its_own() {
    let document = blank(DECLARATION);
    assert_eq!(document["jibiao"], 1);
    assert_eq!(document["id"], "test");
    assert_eq!(document["form"], DECLARATION);
    assert_eq!(document["cells"], json!({}));
    let id = || serde_json::from_str::<Json>(&run(&["new", DECLARATION]).1).unwrap()["id"].as_str().unwrap().to_owned();
    let (one, other) = (id(), id());
    assert_ne!(one, other);
    assert_eq!(one.len(), 36);
}

#[test]
fn the_exit_code_is_that_of_the_verdict_in_every_format() {
    let document = blank(SELF_EVALUATION).to_string();
    for form in ["json", "text", "sarif"] {
        let arguments = ["check", "--format", form, "--stage", "review"];
        let (code, out, err) = told(&jibiao(&arguments, document.as_bytes()));
        let (_, json, _) = told(&jibiao(&["check", "--format", "json", "--stage", "review"], document.as_bytes()));
        let json: Json = serde_json::from_str(&json).unwrap();
        let expected = match json["results"][0]["report"]["verdict"].as_str().unwrap() {
            "accepted" | "accepted-with-notes" => 0,
            "rejected" => 1,
            "not-determined" => 2,
            other => panic!("{other}"),
        };
        assert_eq!(code, expected, "{form}");
        assert!(!out.is_empty());
        assert_eq!(err, "");
    }
}

#[test]
fn a_blank_declaration_is_rejected_at_submission() {
    let (code, out, _) = told(&jibiao(&["check"], blank(DECLARATION).to_string().as_bytes()));
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("结论：需要修改") && out.contains("必须修改（"), "{out}");
    let (code, out, _) = told(&jibiao(&["check", "-", "--lang", "en"], blank(DECLARATION).to_string().as_bytes()));
    assert_eq!(code, 1);
    assert!(out.contains("Verdict:") && !out.contains("结论"), "{out}");
}

#[test]
fn the_stage_is_an_input_of_the_check() {
    for stage in ["drafting", "submission", "review"] {
        let arguments = ["check", "--format", "json", "--stage", stage];
        let (_, out, _) = told(&jibiao(&arguments, blank(DECLARATION).to_string().as_bytes()));
        assert_eq!(serde_json::from_str::<Json>(&out).unwrap()["results"][0]["report"]["stage"], stage);
    }
}

#[test]
fn files_that_cannot_be_used_end_with_2_and_say_why() {
    let folder = Folder::new("unusable");
    let mut newer = blank(DECLARATION);
    newer["jibiao"] = json!(99);
    let mut unknown = blank(DECLARATION);
    unknown["pack"]["id"] = json!("some-pack");
    let cases = [
        (folder.file("cut.json", "{\"jibiao\": 1, "), "not-json"),
        (folder.file("text.json", [0xff, 0xfe, 0x31]), "not-text"),
        (folder.file("list.json", "[1, 2]"), "not-a-document"),
        (folder.file("short.json", "[99]"), "not-a-document"),
        (folder.file("deep.json", format!("{{\"jibiao\": 1, \"x\": {}", "[".repeat(100_000))), "too-deep"),
        (folder.file("newer.json", newer.to_string()), "newer-format"),
        (folder.file("pack.json", unknown.to_string()), "unknown-pack"),
        (folder.file("empty.json", ""), "not-json"),
        (folder.file("large.json", vec![b' '; 17 * 1024 * 1024]), "too-large"),
        (folder.0.join("absent.json").to_str().unwrap().to_owned(), "file-not-found"),
        (folder.0.to_str().unwrap().to_owned(), "file-is-folder"),
    ];
    for (file, expected) in &cases {
        for command in ["check", "score"] {
            let (code, out, err) = run(&[command, file]);
            assert_eq!((code, out.as_str()), (2, ""), "{file}");
            assert!(err.contains(file.as_str()), "{err}");
            let (code, out, err) = run(&[command, file, "--format", "json"]);
            assert_eq!((code, err.as_str()), (2, ""), "{file}");
            let json: Json = serde_json::from_str(&out).unwrap();
            assert_eq!(json["results"][0]["error"]["code"], *expected, "{file}");
            assert!(!json["results"][0]["error"]["message"].as_str().unwrap().is_empty());
        }
    }
}

#[test]
fn with_several_files_the_worst_one_counts_and_all_are_reported() {
    let folder = Folder::new("several");
    let good = folder.file("good.json", blank(DECLARATION).to_string());
    let bad = folder.file("bad.json", "no");
    let (code, out, err) = run(&["check", &good, &bad, &good]);
    assert_eq!(code, 2);
    assert_eq!(out.matches(&good).count(), 2, "{out}");
    assert!(out.contains("共 3 份"), "{out}");
    assert!(err.contains(&bad), "{err}");
    let (code, out, _) = run(&["check", &bad, &good, "--format", "json"]);
    assert_eq!(code, 2);
    let json: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(json["jibiao_check"], 1);
    let results = json["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!((&results[0]["file"], &results[1]["file"]), (&json!(bad), &json!(good)));
    assert!(results[0]["error"].is_object() && results[1]["report"].is_object());
}

#[test]
fn another_edition_is_checked_only_on_request_and_then_said() {
    let mut document = blank(DECLARATION);
    document["pack"]["edition"] = json!("1999.1");
    let document = document.to_string();
    let (code, _, err) = told(&jibiao(&["check"], document.as_bytes()));
    assert_eq!(code, 2);
    assert!(err.contains("1999.1") && err.contains("--rebind"), "{err}");
    let (code, out, _) = told(&jibiao(&["check", "--rebind"], document.as_bytes()));
    assert_ne!(code, 2);
    assert!(out.contains("1999.1"), "{out}");
}

#[test]
fn what_the_form_does_not_know_is_said() {
    let mut document = blank(DECLARATION);
    document["cells"]["some-cell"] = json!("x");
    document["some-field"] = json!({ "a": 1 });
    let (_, out, _) = told(&jibiao(&["check"], document.to_string().as_bytes()));
    assert!(out.contains("some-cell") && out.contains("some-field"), "{out}");
}

#[test]
fn control_characters_of_a_document_never_reach_the_terminal() {
    let mut document = blank(DECLARATION);
    let evil = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}";
    document["cells"] = json!({ "project-name": evil, "year": evil, evil: evil });
    document[evil] = json!(1);
    document["tables"] =
        json!({ "indicators": [{ "id": evil, "cells": { "level-3": evil, "target": evil, evil: evil } }] });
    let acts = |text: &str| text.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}');
    for arguments in [&["check"][..], &["score"], &["check", "--lang", "en"]] {
        let (_, out, err) = told(&jibiao(arguments, document.to_string().as_bytes()));
        assert!(!acts(&out) && !acts(&err), "{arguments:?}: {out:?} {err:?}");
    }
    for wrong in [evil, "{\"jibiao\":1,\"id\":\"\u{1b}[2J\""] {
        let (code, out, err) = told(&jibiao(&["check"], wrong.as_bytes()));
        assert_eq!(code, 2);
        assert!(!acts(&out) && !acts(&err), "{err:?}");
    }
    let (code, _, err) = run(&["check", evil]);
    assert_eq!(code, 2);
    assert!(!acts(&err), "{err:?}");
}

#[test]
fn no_colours_without_a_terminal() {
    for arguments in [&["rules"][..], &["forms"], &["--help"], &["check"]] {
        let (_, out, err) = told(&jibiao(arguments, blank(DECLARATION).to_string().as_bytes()));
        assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn every_rule_has_a_page_in_both_languages() {
    let (code, out, _) = run(&["rules"]);
    assert_eq!(code, 0);
    let table = out.lines().skip(3).take_while(|line| !line.trim().is_empty());
    let rules: Vec<&str> = table.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(out.contains("\n  goal-too-short → instruction-left, "), "{out}");
    assert!(rules.len() >= 20, "{out}");
    for rule in rules {
        let (code, zh, _) = run(&["explain", rule]);
        assert_eq!(code, 0, "{rule}");
        for part in ["为什么", "怎么改", "处置", "填写中：", "报送：", "审核："] {
            assert!(zh.contains(part), "{rule} lacks {part}: {zh}");
        }
        let (code, en, _) = run(&["explain", rule, "--lang", "en"]);
        assert_eq!(code, 0, "{rule}");
        assert!(en.contains("Why it matters") && en.contains("What to do"), "{en}");
    }
}

#[test]
fn forms_are_listed_with_their_packs() {
    let (code, out, _) = run(&["forms"]);
    assert_eq!(code, 0);
    for form in ["project-declaration-2015", DECLARATION, "project-self-evaluation-2015", SELF_EVALUATION] {
        assert!(out.contains(form), "{out}");
        assert_eq!(blank(form)["form"], form);
    }
    assert!(out.contains("cn-mof"), "{out}");
}

#[test]
fn schemas_are_listed_and_each_stands_alone() {
    let (code, out, _) = run(&["schema"]);
    assert_eq!(code, 0);
    for name in [
        "document",
        "report",
        "scorecard",
        "quality",
        "upload",
        "check-output",
        "score-output",
        "bundle",
        "verify-output",
    ] {
        assert!(out.contains(&format!("urn:jibiao:schema:{name}:1")), "{out}");
        let (code, schema, _) = run(&["schema", name]);
        assert_eq!(code, 0);
        let schema: Json = serde_json::from_str(&schema).unwrap();
        assert_eq!(schema["$id"], format!("urn:jibiao:schema:{name}:1"));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}

#[test]
fn a_score_that_is_not_determined_ends_with_2() {
    let document = blank(SELF_EVALUATION).to_string();
    let (code, out, _) = told(&jibiao(&["score"], document.as_bytes()));
    assert_eq!(code, 2, "{out}");
    assert!(out.contains("绩效得分"), "{out}");
    let (code, out, _) = told(&jibiao(&["score", "--format", "json"], document.as_bytes()));
    assert_eq!(code, 2);
    let json: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(json["jibiao_score"], 1);
    assert_eq!(json["results"][0]["performance"]["total"]["state"], "undetermined");
    assert!(json["results"][0]["quality"].is_null());
}

#[test]
fn an_upload_holds_the_document_and_the_report_and_ends_as_the_check_does() {
    let document = blank(DECLARATION);
    let (code, out, _) = told(&jibiao(&["upload", "--stage", "review"], document.to_string().as_bytes()));
    let (check, report, _) =
        told(&jibiao(&["check", "--stage", "review", "--format", "json"], document.to_string().as_bytes()));
    assert_eq!(code, check);
    let (upload, report): (Json, Json) = (serde_json::from_str(&out).unwrap(), serde_json::from_str(&report).unwrap());
    assert_eq!(upload["jibiao_upload"], 1);
    assert_eq!(upload["document"], document);
    for part in ["report", "words", "performance", "quality"] {
        assert_eq!(upload[part], report["results"][0][part], "{part}");
    }
    let (code, out, err) = told(&jibiao(&["upload"], b"no"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("JSON"), "{err}");
    assert_eq!(run(&["upload", "a", "b"]).0, 64);
}

#[test]
fn an_excerpt_has_no_quality_score_and_says_why() {
    let mut document = blank(DECLARATION);
    document["extent"] = json!("excerpt");
    let (code, out, _) = told(&jibiao(&["score"], document.to_string().as_bytes()));
    assert_eq!(code, 2);
    assert!(out.contains("摘录"), "{out}");
}

#[test]
fn sarif_holds_a_result_for_every_finding_and_a_note_for_every_refused_file() {
    let folder = Folder::new("sarif");
    let good = folder.file("good.json", blank(DECLARATION).to_string());
    let bad = folder.file("bad.json", "no");
    let report: Json = serde_json::from_str(&run(&["check", &good, "--format", "json"]).1).unwrap();
    let entries = report["results"][0]["report"]["entries"].as_array().unwrap();
    let (code, out, _) = run(&["check", &good, &bad, "--format", "sarif"]);
    assert_eq!(code, 2);
    let sarif: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), entries.len());
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for (result, entry) in results.iter().zip(entries) {
        assert_eq!(result["ruleId"], entry["rule"]);
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], entry["rule"]);
        let level = match entry["severity"].as_str().unwrap() {
            "blocks" => "error",
            "warns" => "warning",
            _ => "note",
        };
        assert_eq!(result["level"], level);
    }
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"][0]["descriptor"]["id"], "not-json");
}

/// A document with a reason for the first finding that takes one, as a portal would add it from the report.
fn with_a_reason(document: &Json, reason: &str) -> Json {
    let (_, out, _) = told(&jibiao(&["check", "--format", "json"], document.to_string().as_bytes()));
    let report: Json = serde_json::from_str(&out).unwrap();
    let entries = report["results"][0]["report"]["entries"].as_array().unwrap();
    let entry = entries.iter().find(|entry| entry["waivable"] == true).unwrap();
    let mut waiver = json!({ "rule": entry["rule"], "message": entry["message"], "reason": reason, "by": "李青" });
    for id in ["table", "row", "cell"].iter().filter(|id| entry["place"][**id].is_string()) {
        waiver[*id] = entry["place"][*id].clone();
    }
    if entry["args"].is_array() {
        waiver["args"] = entry["args"].clone();
    }
    let mut document = document.clone();
    document["waivers"] = json!([waiver]);
    document
}

#[test]
fn a_reason_is_printed_under_its_finding_and_counted() {
    const REASON: &str = "本县不划分此类，表上没有这一栏";
    let document = with_a_reason(&blank(DECLARATION), REASON).to_string();
    let (code, out, _) = told(&jibiao(&["check"], document.as_bytes()));
    assert_eq!(code, 1, "a reason for one finding opens no other: {out}");
    assert!(out.contains("；其中 1 个已有情况说明"), "{out}");
    let (before, answered) = out.split_once("已有情况说明（1）").unwrap();
    assert!(before.contains("必须修改（") && answered.contains(&format!("情况说明：{REASON}（李青）")), "{out}");
    let (_, out, _) = told(&jibiao(&["check", "--stage", "review"], document.as_bytes()));
    let (before, _) = out.split_once("已有情况说明（1）").unwrap();
    assert!(!before.contains("必须修改（"), "a reviewer reads reasons first: {out}");
    let (_, out, _) = told(&jibiao(&["check", "--lang", "en"], document.as_bytes()));
    assert!(out.contains(&format!("Reason: {REASON} (李青)")), "{out}");
}

#[test]
fn a_reason_that_says_nothing_is_named_and_excuses_nothing() {
    let document = with_a_reason(&blank(DECLARATION), "见附件").to_string();
    let (_, out, _) = told(&jibiao(&["check"], document.as_bytes()));
    assert!(!out.contains("已有情况说明"), "{out}");
    let (_, lapsed) = out.split_once("不作数的情况说明（1）").unwrap();
    assert!(lapsed.contains("情况说明：见附件（李青）") && lapsed.contains("至少写 8 个字"), "{lapsed}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_not_an_error() {
    let folder = Folder::new("pipe");
    // More than a pipe holds, so that writing meets the closed end.
    let good = folder.file("good.json", blank(DECLARATION).to_string());
    let mut arguments = vec!["check", "--format", "json"];
    arguments.extend(std::iter::repeat_n(good.as_str(), 200));
    let mut child = Command::new(env!("CARGO_BIN_EXE_jibiao"))
        .args(&arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_document_goes_into_exchange_tables_and_comes_back() {
    let folder = Folder::new("exchange");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests");
    let worked = format!("{root}/documents/declaration-2021.json");
    let profile = ["--profile", "integrated-project-declaration", "--rebind", "--lang", "en"];
    let signs = folder.file("signs.csv", "代码,名称\n4,大于等于\n5,≤\n3,等于\n");
    let codes = ["--codes".to_owned(), format!("calc-sign={signs}")];
    let with = |first: &[&str], codes: &[String]| -> Output {
        let arguments: Vec<&str> =
            first.iter().chain(&profile).copied().chain(codes.iter().map(String::as_str)).collect();
        jibiao(&arguments, b"")
    };
    let sent = with(&["upload", &worked], &codes);
    let json: Json = serde_json::from_slice(&sent.stdout).unwrap();
    assert_eq!(sent.status.code(), Some(0));
    assert_eq!(json["tables"]["PM_PERF_INDICATOR"][0]["COMPUTESIGN"], "5");
    let told = String::from_utf8_lossy(&sent.stderr).into_owned();
    assert!(told.contains("these code fields are blank: level-1, level-2"), "{told}");
    let file = folder.file("tables.json", &sent.stdout);
    let back = with(&["import", &file], &codes);
    let told = String::from_utf8_lossy(&back.stderr).into_owned();
    assert!(told.contains("The very document that the tables were made from."), "{told}");
    let before: Json = serde_json::from_slice(&std::fs::read(&worked).unwrap()).unwrap();
    let after: Json = serde_json::from_slice(&back.stdout).unwrap();
    assert_eq!((&after["cells"], &after["tables"]), (&before["cells"], &before["tables"]));
    // A name that the codes don't have is told with its cell, and nothing is written.
    let few = folder.file("few.csv", "code,name\n5,≤\n");
    let refused = with(&["upload", &worked], &["--codes".to_owned(), format!("calc-sign={few}")]);
    let told = String::from_utf8_lossy(&refused.stderr).replace("\n  ", " ");
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
    assert!(told.contains("Indicators · row 4 · Target of the year: "), "{told}");
    assert!(told.contains("The codes “calc-sign” have no “≥” (field COMPUTESIGN)"), "{told}");
    // Tables of codes that could mean two things, or are none.
    for (content, words) in [
        ("代码,名称\n4,≥\n4,≤\n", "The code “4” in line 3 stands for another name already."),
        ("代码,名称\n4,≥\n5,≥\n", "The name “≥” in line 3 has another code already."),
        ("代码,名称\n4,\n", "Line 2 has only a code, or only a name."),
        ("a,b\n4,≥\n", "A table of codes has the columns “code” and “name”"),
    ] {
        let file = folder.file("bad.csv", content);
        let refused = with(&["upload", &worked], &["--codes".to_owned(), format!("calc-sign={file}")]);
        let told = String::from_utf8_lossy(&refused.stderr).replace("\n  ", " ");
        assert_eq!(refused.status.code(), Some(2), "{told}");
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn a_changed_table_is_told_with_its_place() {
    let folder = Folder::new("exchange-bad");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests");
    let worked = format!("{root}/documents/self-evaluation-2015.json");
    let profile = ["--profile", "integrated-project-self-evaluation", "--rebind", "--lang", "en"];
    let sent = jibiao(&[&["upload", &worked], &profile[..]].concat(), b"");
    let mut json: Json = serde_json::from_slice(&sent.stdout).unwrap();
    json["tables"]["PERF_T_SELFPERFINDEX"][1].as_object_mut().unwrap().remove("ACTUALVALUE");
    json["tables"]["PERF_T_SELFPERFINDEX"][2]["WEIGHT"] = json!(10.5);
    let file = folder.file("bad.json", json.to_string());
    let refused = jibiao(&[&["import", &file], &profile[..]].concat(), b"");
    let told = String::from_utf8_lossy(&refused.stderr).replace("\n  ", " ");
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
    assert!(told.contains("/tables/PERF_T_SELFPERFINDEX/1/ACTUALVALUE: The field “ACTUALVALUE” is missing."), "{told}");
    assert!(told.contains("/tables/PERF_T_SELFPERFINDEX/2/WEIGHT: 10.5 is a JSON number with decimals"), "{told}");
}

#[test]
fn profiles_are_listed_and_each_name_says_how_it_is_known() {
    let all: Json = serde_json::from_slice(&jibiao(&["profiles", "--format", "json"], b"").stdout).unwrap();
    let ids: Vec<&str> = all.as_array().unwrap().iter().map(|each| each["profile"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        ["integrated-department-declaration", "integrated-project-declaration", "integrated-project-self-evaluation"]
    );
    let one = jibiao(&["profiles", "integrated-project-declaration", "--format", "json"], b"");
    let one: Json = serde_json::from_slice(&one.stdout).unwrap();
    let fields = one["tables"][0]["records"][0]["fields"].as_array().unwrap();
    let target = fields.iter().find(|field| field["name"] == "KPI_TARGET").unwrap();
    assert_eq!(
        (&target["source"], &target["concept"], &target["length"]),
        (&json!("seen"), &json!("year-goal"), &json!(2000))
    );
    assert_eq!(jibiao(&["profiles", "integrated"], b"").status.code(), Some(64));
    assert_eq!(jibiao(&["upload", "--codes", "a=b"], b"").status.code(), Some(64));
    assert_eq!(jibiao(&["upload", "--profile", "a", "--codes", "b"], b"").status.code(), Some(64));
}
