//! Hand-written tables in the shape that places print: each finds a cell for everything in its layout.

use std::{fs, path::PathBuf, sync::LazyLock};

use super::*;
use crate::published::table;

static KIT: LazyLock<Kit> = LazyLock::new(|| Kit::builtin().unwrap());

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/published/layouts")
}

fn read(name: &str) -> Table {
    table::read(&fs::read(folder().join(name).with_extension("json")).unwrap()).unwrap()
}

fn laid(name: &str) -> Laid {
    best(&KIT, name, &read(name)).unwrap().unwrap()
}

/// Every text and number below a value.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| texts(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, into)),
        other => into.extend(printed(other).unwrap_or_default()),
    }
}

#[test]
fn every_layout_has_a_table_here() {
    let layouts = KIT.forms().filter(|(pack, form)| pack.reference.id == "cn-layouts" && form.indicators().is_some());
    let missing: Vec<&str> = layouts
        .map(|(_, form)| form.id.as_str())
        .filter(|form| !folder().join(form).with_extension("json").exists())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn a_printed_table_is_laid_into_its_layout_and_nothing_is_left_over() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let laid = laid(name);
        assert_eq!(laid.homeless, Vec::<String>::new(), "{name}");
        // Anhui prints the national cells, with the points of a level in brackets behind it.
        let form = if name.ends_with("-anhui") { "project-self-evaluation-2015" } else { name };
        assert_eq!(laid.draft.form().id.as_str(), form);
    }
}

#[test]
fn no_text_of_a_printed_table_is_lost() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let laid = laid(name);
        let kept = jibiao_kit::pretty(laid.draft.document());
        let table: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let weight = printed(&table["funds"]["weight"]).unwrap_or_default();
        let mut all = Vec::new();
        for (_, value) in
            table.as_object().unwrap().iter().filter(|(key, _)| !["kind", "complete"].contains(&key.as_str()))
        {
            texts(value, &mut all);
        }
        // The twenty points of Hubei are printed by the form itself.
        for text in all.iter().filter(|text| Some(*text) != weight.as_ref()) {
            assert!(kept.contains(text.as_str()), "{name}: {text}");
        }
    }
}

#[test]
fn the_points_are_those_worked_out_by_hand() {
    let totals = [
        // 10 × 36/40 = 9; 60; 30 × 81/90 = 27.
        ("project-self-evaluation-sichuan", "96"),
        // 10; 50; 30 × 88/90 = 29.33; 10.
        ("project-self-evaluation-yunnan", "99.33"),
        // 20 × 45/50 = 18; 40 × 30/32 = 37.5; 40.
        ("project-self-evaluation-hubei", "95.5"),
        // 10; 50; 30 × 18/20 = 27; 10.
        ("project-self-evaluation-anhui", "97"),
        // 2 + 12.5 as given; 15 ÷ 2 and 25 ÷ 3 give 8 each: 8, 8 × 9/10, 12, 13, 3 × 8, 20.
        ("project-self-evaluation-guangshui", "98.7"),
        // 10; 50 × 19/20 = 47.5; 28 as given for words; 10.
        ("department-self-evaluation-hunan", "95.5"),
    ];
    for (name, total) in totals {
        let card = laid(name).draft.performance().unwrap();
        assert_eq!(card.total.rounded(), Some(total.parse().unwrap()), "{name}");
        assert!(!card.total_differs && card.lines.iter().all(|line| !line.differs), "{name}");
    }
}

#[test]
fn what_a_form_has_no_cell_for_is_told_and_kept() {
    let mut table = read("project-self-evaluation-hubei");
    table.fields.as_mut().unwrap().0.push(("公示地点".to_owned(), json!("村务公开栏")));
    table.rows[0].insert("checked_score".to_owned(), json!(36));
    let laid = lay(&KIT, "project-self-evaluation-hubei", "extra", &table).unwrap();
    assert_eq!(laid.homeless, ["fields.公示地点", "row 1.checked_score"]);
    let kept = &laid.draft.document().rest[KEPT];
    assert_eq!((&kept["fields"]["公示地点"], &kept["row 1"]["checked_score"]), (&json!("村务公开栏"), &json!(36)));
}

#[test]
fn a_label_is_its_own_before_it_begins_another() {
    let laid = laid("project-declaration-chongqing");
    let text = |cell: &str| laid.draft.document().text(cell).to_owned();
    // 财政资金 begins 财政资金科目代码, and 项目审批 is short for 项目审批文件.
    assert_eq!((text("fund.fiscal.year"), text("fund-subject")), ("60".to_owned(), "21305".to_owned()));
    assert_eq!(text("approval"), "某农发〔2024〕18号");
}
