//! A district's pack over the national one: what it inherits, what it changes, who it is.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::arithmetic_side_effects)]

mod desk;

use desk::{district, kept, loaded};
use jibiao_model::{Severity, Stage};
use jibiao_packs::{Pack, Shelf, author};
use jibiao_wording::Language;

fn severity(pack: &Pack, rule: &str, message: &str, stage: Stage) -> Option<Severity> {
    pack.book.policy.severity(&rule.into(), message, stage)
}

fn words(pack: &Pack, list: &str) -> Vec<String> {
    let mut words: Vec<String> = pack.book.vocabulary.list(list).iter().map(str::to_owned).collect();
    words.sort();
    words
}

#[test]
fn forms_rules_and_frames_are_inherited_and_added_to() {
    let (nation, pack) = loaded(&district());
    let mut expected: Vec<String> = nation.forms.iter().map(|form| form.id.to_string()).collect();
    expected.retain(|form| form != "project-declaration-2015");
    expected.push("district-declaration".to_owned());
    expected.sort();
    assert_eq!(pack.forms.iter().map(|form| form.id.to_string()).collect::<Vec<_>>(), expected);
    assert_eq!(pack.book.data.len(), nation.book.data.len() + 1);
    assert_eq!(pack.form("district-declaration").unwrap().frame.levels.len(), 4);
    assert_eq!(pack.origins.get("contact-missing").unwrap().first, "example-district");
    assert_eq!(pack.origins.get("cell-missing").unwrap().last, "cn-mof");
}

#[test]
fn policy_is_overridden_entry_by_entry_and_stage_by_stage() {
    let (nation, pack) = loaded(&district());
    assert_eq!(pack.book.policy.numbers.get("goal-length").unwrap().to_string(), "30");
    assert_eq!(pack.book.policy.numbers.len(), nation.book.policy.numbers.len());
    let goal = |stage| severity(&pack, "goal-too-short", "goal-too-short", stage);
    assert_eq!(Stage::ALL.map(goal), [None, Some(Severity::Warns), Some(Severity::Blocks)]);
    let cell = |pack| severity(pack, "cell-missing", "cell-missing", Stage::Submission);
    assert_eq!(cell(&pack), cell(&nation));
}

#[test]
fn a_rule_that_is_switched_off_has_no_message_that_stays_on() {
    let (nation, pack) = loaded(&district());
    let all = |pack| severity(pack, "category-absent", "category-absent-all", Stage::Submission);
    assert_eq!(all(&nation), Some(Severity::Blocks));
    assert_eq!(all(&pack), None);
    assert!(Stage::ALL.into_iter().all(|stage| !pack.book.policy.is_on(&"category-absent".into(), stage)));
}

#[test]
fn words_are_added_and_taken_out_and_lists_stated() {
    let (nation, pack) = loaded(&district());
    let (before, after) = (words(&nation, "template-text"), words(&pack, "template-text"));
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.contains(&"（由单位填写）".to_owned()));
    let smaller = words(&pack, "lower-is-better");
    assert_eq!(smaller.len() + 1, words(&nation, "lower-is-better").len());
    assert!(!smaller.contains(&"空置率".to_owned()));
    assert_eq!(words(&pack, "secret-words"), ["机密", "绝密"]);
}

#[test]
fn messages_are_overridden_by_key() {
    let (nation, pack) = loaded(&district());
    let said = |pack: &Pack, key| pack.messages.of(Language::Zh).render(key, &[]);
    assert_eq!(said(&pack, "rule-goal-too-short"), "目标不足三十字");
    assert_ne!(said(&nation, "rule-goal-too-short"), "目标不足三十字");
    assert_eq!(said(&pack, "rule-goal-too-short.why"), said(&nation, "rule-goal-too-short.why"));
}

#[test]
fn sources_of_the_parent_follow_its_own() {
    let (nation, pack) = loaded(&district());
    assert_eq!(pack.sources[0].number, "示财〔2026〕1号");
    assert_eq!(pack.sources[1..], nation.sources);
}

#[test]
fn an_inherited_rule_stays_as_it_is_where_no_form_has_its_cells_any_more() {
    let mut files = district();
    let declarations = ["project-application-2021", "project-declaration-2021"];
    let evaluations = ["project-self-evaluation-2015", "project-self-evaluation-2021"];
    let out = [&["project-declaration-2015"][..], &declarations, &evaluations].concat();
    let out: Vec<String> = out.iter().map(|form| format!("{form:?}")).collect();
    files.change("pack.toml", r#"["project-declaration-2015"]"#, &format!("[{}]", out.join(", ")));
    files.drop("tests/goal-too-short.toml");
    let (nation, pack) = loaded(&files);
    assert_eq!(pack.forms.len(), nation.forms.len() - out.len() + 1);
    assert!(pack.book.data.iter().any(|rule| rule.id.as_str() == "fund-sum-mismatch"));
}

#[test]
fn who_it_is_depends_on_itself_and_on_its_parent() {
    let (nation, pack) = loaded(&district());
    assert_eq!(pack.lineage, std::slice::from_ref(&nation.reference));
    let mut files = district();
    files.change("policy.toml", "\"30\"", "\"31\"");
    assert_ne!(loaded(&files).1.reference.sha256, pack.reference.sha256);

    // The same pack over a parent that differs in one word.
    let mut shelf = Shelf::default();
    let parent = String::from_utf8(jibiao_packs::builtin_bytes()[0].1.to_vec()).unwrap();
    shelf.add(parent.replacen("空置率", "空置比率", 1).as_bytes()).unwrap();
    let mut files = district();
    files.drop("vocabulary.toml");
    let at = shelf.add_files(&files.files()).unwrap();
    let other = shelf.load(at).unwrap();
    assert_ne!(other.reference.sha256, loaded(&files).1.reference.sha256);
}

#[test]
fn folder_zip_and_assembled_file_are_the_same_pack() {
    let files = district().files();
    let bytes = files.assemble().unwrap().bytes();
    let zip = desk::zip(&district(), "");
    let within = desk::zip(&district(), "示例区规则包/");
    let mut references = Vec::new();
    for bytes in [bytes, zip, within] {
        let mut shelf = Shelf::builtin().unwrap();
        let at = shelf.add_bytes(&bytes).unwrap();
        references.push(shelf.load_tested(at).unwrap().reference);
    }
    assert_eq!(references[0], references[1]);
    assert_eq!(references[0], references[2]);
    assert_eq!(references[0], loaded(&district()).1.reference);
}

#[test]
fn a_pack_that_is_handed_on_holds_its_files_and_what_was_built_from_them() {
    let files = district().files();
    let zip = author::zipped(&files, &files.assemble().unwrap()).unwrap();
    assert_eq!(zip, author::zipped(&files, &files.assemble().unwrap()).unwrap(), "no clock, no chance");
    let expected = loaded(&district()).1.reference;
    let mut shelf = Shelf::builtin().unwrap();
    let at = shelf.add_handed(&zip).unwrap();
    assert_eq!(shelf.load(at).unwrap().reference, expected);
    // Whoever can read the files reads them, and finds the very pack that is in there.
    let mut shelf = Shelf::builtin().unwrap();
    let at = shelf.add_bytes(&zip).unwrap();
    assert_eq!(shelf.load_tested(at).unwrap().reference, expected);
    let written = author::written(&zip).unwrap().unwrap();
    assert_eq!(written.iter().count(), files.iter().count() + 1);
}

#[test]
fn the_digest_of_the_parent_may_be_stated() {
    let (nation, _) = loaded(&district());
    let mut files = district();
    let edition = r#"edition = "2026.1" }"#;
    files.change("pack.toml", edition, &format!(r#"edition = "2026.1", sha256 = "{}" }}"#, nation.reference.sha256));
    assert_eq!(loaded(&files).1.lineage[0], nation.reference);
}

#[test]
fn its_own_tests_run_and_inherited_ones_are_told_apart() {
    let (_, pack) = loaded(&district());
    let tested = author::test(&pack);
    let names: Vec<_> = tested.iter().map(|test| (test.file.as_str(), test.at.as_str(), test.passed())).collect();
    let expected = [
        ("rules/contact-missing", "examples[0]", true),
        ("rules/contact-missing", "examples[1]", true),
        ("tests/goal-too-short", "examples[0]", true),
    ];
    assert_eq!(names, expected);
    // With the nation's number the district's test would not hold.
    let mut files = district();
    files.change("policy.toml", "goal-length = \"30\"", "goal-length = \"20\"");
    let pack = kept(&files);
    assert_eq!(author::test(&pack).iter().filter(|test| !test.passed()).count(), 1);
}

/// The declaration of 2021 with a contact, without a code and funds carried over.
const LIKE: &str = r#"
like = "project-declaration-2021"
title = { zh = "示例区项目支出绩效目标申报表", en = "Declaration of the Example district" }
leave-out = ["project-code", "fund.carryover.year"]

[[add]]
after = "department"
cells = [{ id = "contact", label = { zh = "联系人", en = "Contact" } }]

[[add]]
after = "target"
columns = [{ id = "source", label = { zh = "数据来源", en = "Source of data" }, width = 100, optional = true }]

[[add]]
after = "goals"
sections = [{ id = "more", label = { zh = "其他", en = "Other" }, blocks = [
  { cells = [{ id = "remark", label = { zh = "备注", en = "Remark" } }] },
] }]
"#;

#[test]
fn a_form_is_like_another_but_for_what_it_says() {
    for name in ["project-declaration-2021", "declaration-here"] {
        let mut files = district();
        files.put(&format!("forms/{name}.toml"), LIKE);
        let (nation, pack) = loaded(&files);
        let (before, after) = (nation.form("project-declaration-2021").unwrap(), pack.form(name).unwrap());
        assert_eq!(after.title.zh, "示例区项目支出绩效目标申报表");
        assert_eq!(after.summary.zh, before.summary.zh);
        let ids = |form: &jibiao_model::Form| form.cells().map(|(_, cell)| cell.id.to_string()).collect::<Vec<_>>();
        let mut expected: Vec<String> = ids(before)
            .into_iter()
            .filter(|id| !["project-code", "fund.carryover.year"].contains(&id.as_str()))
            .collect();
        let department = expected.iter().position(|id| id == "department").unwrap();
        expected.insert(department + 1, "contact".to_owned());
        let mut found = ids(after);
        found.retain(|id| id != "remark");
        assert_eq!(found, expected);
        let sections: Vec<&str> = after.sections.iter().map(|section| section.id.as_str()).collect();
        let goals = sections.iter().position(|id| *id == "goals").unwrap();
        assert_eq!(sections[goals + 1], "more");
        let columns: Vec<&str> = after.indicators().unwrap().columns.iter().map(|column| column.id.as_str()).collect();
        let target = columns.iter().position(|id| *id == "target").unwrap();
        assert_eq!(columns[target + 1], "source");
        // A row of the matrix that holds nothing any more is gone.
        let rows = |form: &jibiao_model::Form| {
            let blocks = form.sections.iter().flat_map(|section| &section.blocks);
            blocks
                .map(|block| if let jibiao_model::Block::Matrix { matrix, .. } = block { matrix.rows.len() } else { 0 })
                .sum::<usize>()
        };
        assert_eq!(rows(after) + 1, rows(before));
    }
}
