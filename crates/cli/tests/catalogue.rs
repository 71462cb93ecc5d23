//! `rules`, `explain`, `forms`: what there is, as people and programs read it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::process::Command;

use serde_json::{Value as Json, json};

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jibiao")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json_of(arguments: &[&str]) -> Json {
    let (code, out, complaints) = run(&[arguments, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{complaints}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn findings_that_a_pack_treats_otherwise_than_their_rule_are_told() {
    let (code, out, _) = run(&["explain", "declared-points-off"]);
    assert_eq!(code, 0);
    assert!(out.contains("报送：必须修改"), "{out}");
    assert!(out.contains("例外：“成本指标共 {value} 分，最多 {limit} 分。”——填写中：不查、报送：建议修改"), "{out}");
    // Its other messages are treated as the rule is.
    assert_eq!(out.matches("例外：").count(), 3, "{out}");
    let (_, english, _) = run(&["explain", "declared-points-off", "--lang", "en"]);
    assert_eq!(english.matches("But “").count(), 3, "{english}");
    let (_, plain, _) = run(&["explain", "goal-too-short"]);
    assert!(!plain.contains("例外"), "{plain}");
}

#[test]
fn the_list_of_rules_marks_where_findings_differ() {
    let (_, out, _) = run(&["rules"]);
    let line = |rule: &str| out.lines().find(|line| line.starts_with(&format!("{rule} "))).unwrap().to_owned();
    // Off while drafting as all of its findings are; at submission some only warn.
    assert_eq!(line("declared-points-off").matches('*').count(), 2);
    assert_eq!(line("goal-too-short").matches('*').count(), 0);
    assert!(out.contains("* 这条规则"), "{out}");
}

#[test]
fn the_cells_of_a_form_are_listed_with_their_ids() {
    let (code, out, _) = run(&["forms", "project-declaration-sichuan"]);
    assert_eq!(code, 0);
    let line = |id: &str| {
        let line = out.lines().find(|line| line.split_whitespace().next() == Some(id));
        line.map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default()
    };
    assert_eq!(line("project-name"), ["project-name", "项目名称", "project-name", "line"]);
    // A cell of the place's own has no meaning that the program knows.
    assert_eq!(line("direction"), ["direction", "指标方向性", "choice"]);
    assert_eq!(line("department-total"), ["department-total", "部门合计", "money", "可不填"]);
    assert!(out.contains("绩效指标（表 indicators）"), "{out}");
}

#[test]
fn programs_get_forms_and_cells_as_json() {
    let forms = json_of(&["forms"]);
    let sichuan = forms.as_array().unwrap().iter().find(|form| form["form"] == "project-declaration-sichuan").unwrap();
    assert_eq!((&sichuan["pack"]["id"], &sichuan["place"]["zh"]), (&json!("cn-layouts"), &json!("四川")));
    let form = json_of(&["forms", "project-declaration-sichuan"]);
    assert_eq!(form["money_unit"], "元");
    let sections = form["sections"].as_array().unwrap();
    let cells: Vec<&Json> = sections.iter().flat_map(|section| section["cells"].as_array().unwrap()).collect();
    let amount = cells.iter().find(|cell| cell["id"] == "fund.total.year").unwrap();
    assert_eq!((&amount["concept"], &amount["kind"]), (&json!("fund.total.year"), &json!("money")));
    let tables: Vec<&Json> = sections.iter().flat_map(|section| section["tables"].as_array().unwrap()).collect();
    let columns = tables[0]["columns"].as_array().unwrap();
    let direction = columns.iter().find(|column| column["id"] == "direction").unwrap();
    assert_eq!(direction["choices"], json!(["正向指标", "反向指标"]));
    assert_eq!(direction["concept"], Json::Null);
}

#[test]
fn an_unknown_form_is_told_with_one_that_was_perhaps_meant() {
    let (code, out, complaints) = run(&["forms", "project-declaration-2012"]);
    assert_eq!((code, out.as_str()), (64, ""));
    assert!(complaints.contains("project-declaration-201"), "{complaints}");
}

#[test]
fn a_form_tells_how_its_cells_and_rows_stand_in_a_document() {
    let told = |form: &str| {
        let (code, out, complaints) = run(&["forms", form]);
        assert_eq!(code, 0, "{complaints}");
        // Lines are broken to the width of the terminal.
        out.split_whitespace().collect::<String>()
    };
    let declaration = told("project-declaration-2021");
    assert!(declaration.contains("money-unit只能是：万元、元"), "{declaration}");
    assert!(declaration.contains("level-1只能是：") && declaration.contains("产出指标"), "{declaration}");
    assert!(
        declaration.contains("\"tables\":{\"indicators\":[{") && declaration.contains("\"id\":\"r1\""),
        "{declaration}"
    );
    let review = told("target-review-key");
    assert!(review.contains("\"id\":\"complete-form\"") && review.contains("行号不能改"), "{review}");
    let levels = json_of(&["forms", "project-declaration-2021"]);
    let tables =
        levels["sections"].as_array().unwrap().iter().flat_map(|section| section["tables"].as_array().unwrap());
    let columns: Vec<&Json> = tables.flat_map(|table| table["columns"].as_array().unwrap()).collect();
    let one = columns.iter().find(|column| column["id"] == "level-1").unwrap();
    assert_eq!(one["choices"], json!(["成本指标", "产出指标", "效益指标", "满意度指标"]));
}
