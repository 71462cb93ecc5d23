//! What a pack says about rules that give way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use jibiao_model::{Document, Row, RowId, Stage};
use jibiao_packs::{Pack, builtin, builtin_bytes};
use jibiao_rules::check;
use serde_json::{Value, json};

fn changed(change: impl FnOnce(&mut Value)) -> Result<Pack, Vec<String>> {
    let mut pack: Value = serde_json::from_slice(builtin_bytes()[0].1).unwrap();
    change(&mut pack);
    let loaded = Pack::load(&serde_json::to_vec(&pack).unwrap());
    loaded.map_err(|refused| refused.problems().iter().map(ToString::to_string).collect())
}

fn problems(gives_way: Value) -> Vec<String> {
    changed(|pack| pack["policy"]["gives-way"] = gives_way).map_or_else(|problems| problems, |_| Vec::new())
}

/// The rules that find something in a row of quantity with this target.
fn found(pack: &Pack, target: &str) -> Vec<String> {
    let form = pack.form("project-declaration-2021").unwrap();
    let mut document = Document::new("d", pack.reference.clone(), form.id.clone());
    document.extent = jibiao_model::Extent::Excerpt;
    let mut row = Row::new(RowId::new("r1"));
    let texts = [("level-1", "产出指标"), ("level-2", "数量指标"), ("level-3", "新建公共厕所数量"), ("target", target)];
    row.cells = texts.map(|(id, text)| (id.into(), text.to_owned())).into_iter().collect();
    document.tables.get_or_default(form.indicators().unwrap().id.clone()).push(row);
    let report = check(&pack.book, &pack.reference, form, &document, Stage::Submission);
    report.entries.iter().map(|entry| entry.finding.rule.to_string()).collect()
}

#[test]
fn circles_and_rules_that_do_not_exist_are_refused() {
    let circle = json!({
        "goal-too-short": ["goal-elsewhere"], "goal-elsewhere": ["goal-repeated"], "goal-repeated": ["goal-too-short"],
        "target-vague": ["template-text-left"],
    });
    let told = "policy: gives-way: in a circle nothing would be left to tell: `goal-elsewhere`, `goal-repeated`, `goal-too-short`";
    assert_eq!(problems(circle), [told]);
    let itself = json!({ "goal-too-short": ["goal-too-short"] });
    assert_eq!(problems(itself), ["policy: gives-way: in a circle nothing would be left to tell: `goal-too-short`"]);
    let unknown = json!({ "goal-to-short": ["goal-elsewhere"], "target-vague": ["template-left"] });
    let mut told = problems(unknown);
    told.sort();
    let expected =
        ["goal-to-short", "template-left"].map(|rule| format!("policy: gives-way: there is no rule `{rule}`"));
    assert_eq!(told, expected);
}

#[test]
fn a_pack_decides_whether_one_slip_is_told_once() {
    let pack = builtin("cn-mof").unwrap().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(found(&pack, "≥**座"), ["template-text-left"]);
    assert_eq!(found(&pack, "全部建成"), ["target-not-quantified"]);
    let both = changed(|pack| pack["policy"]["gives-way"] = json!({})).unwrap();
    assert_eq!(found(&both, "≥**座"), ["template-text-left", "target-not-quantified"]);
    // What is off tells nothing, so nothing gives way to it.
    let off = changed(|pack| {
        pack["policy"]["rules"]["template-text-left"] = json!("off");
        pack["policy"]["messages"]["template-text-left"] = json!({});
    });
    assert_eq!(found(&off.unwrap(), "≥**座"), ["target-not-quantified"]);
}

#[test]
fn what_gives_way_can_be_found_beside_what_it_gives_way_to() {
    for (id, _) in builtin_bytes() {
        let pack = builtin(id).unwrap().unwrap_or_else(|error| panic!("{error}"));
        let policy = &pack.book.policy;
        for pair in &policy.gives_way {
            let at = |rule, stage| policy.rules.get(rule).and_then(|entry| entry.at(stage));
            let acts = Stage::ALL.iter().any(|stage| match (at(&pair.rule, *stage), at(&pair.to, *stage)) {
                (Some(own), Some(its)) => its <= own,
                _ => false,
            });
            assert!(acts, "`{}` never gives way to `{}`", pair.rule, pair.to);
        }
    }
}
