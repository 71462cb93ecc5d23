//! A new year from the declaration and the self-evaluation of the last one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use jibiao_kit::{
    Draft, Edit, Kit, Relation, Row, RowId,
    model::{CellId, TableId},
};

const DECLARATION: &str = "project-declaration-2021";
const EVALUATION: &str = "project-self-evaluation-2021";

fn set(draft: &mut Draft, cell: &'static str, text: &str) {
    draft.apply(Edit::SetCell { cell: CellId::fixed(cell), text: text.to_owned() }).unwrap();
}

fn row(draft: &mut Draft, id: &'static str, texts: &[(&'static str, &str)]) {
    let mut row = Row::new(RowId::fixed(id));
    for (cell, text) in texts {
        row.cells.insert(CellId::fixed(cell), (*text).to_owned());
    }
    draft.apply(Edit::InsertRow { table: TableId::fixed("indicators"), at: usize::MAX, row }).unwrap();
}

fn declared(kit: &Kit) -> Draft {
    let mut draft = kit.blank(DECLARATION, "declared").unwrap();
    for (cell, text) in [("year", "2025"), ("project-name", "步道维护"), ("project-class", "特定目标类")] {
        set(&mut draft, cell, text);
    }
    row(&mut draft, "r1", &[("level-1", "产出指标"), ("level-3", "维护步道"), ("target", "≥5公里")]);
    row(&mut draft, "r2", &[("level-1", "满意度指标"), ("level-3", "行人满意度"), ("target", "≥90%")]);
    draft
}

/// `(name, target, target and result of last year)` of each row.
fn rows(draft: &Draft) -> Vec<[String; 4]> {
    let texts = ["level-3", "target", "last-target", "last-actual"];
    draft.document().rows("indicators").iter().map(|row| texts.map(|column| row.text(column).to_owned())).collect()
}

fn next_year(kit: &Kit, from: &[&Draft]) -> Draft {
    let pack = from[0].pack().reference.clone();
    kit.carry(&pack, DECLARATION, Some(Relation::LastYear), from, "next").unwrap()
}

#[test]
fn each_gives_what_it_has_in_either_order() {
    let kit = Kit::builtin().unwrap();
    let declared = declared(&kit);
    let mut evaluated = kit.carry(&declared.pack().reference, EVALUATION, None, &[&declared], "evaluated").unwrap();
    for (id, actual) in [("r1", "6公里"), ("r2", "93%")] {
        let (row, cell) = (RowId::fixed(id), CellId::fixed("actual"));
        let table = TableId::fixed("indicators");
        evaluated.apply(Edit::SetRowCell { table, row, cell, text: actual.to_owned() }).unwrap();
    }
    for from in [[&declared, &evaluated], [&evaluated, &declared]] {
        let draft = next_year(&kit, &from);
        assert_eq!(draft.document().text("year"), "2026");
        // The self-evaluation has no cell for it.
        assert_eq!(draft.document().text("project-class"), "特定目标类");
        let expected = [["维护步道", "≥5公里", "≥5公里", "6公里"], ["行人满意度", "≥90%", "≥90%", "93%"]];
        assert_eq!(rows(&draft), expected.map(|row| row.map(str::to_owned)));
        assert_eq!(draft.document().origins.len(), 2);
        assert!(kit.trace(&draft, &from).iter().all(|link| !link.state.is_trouble()));
    }
}

#[test]
fn rows_of_documents_that_were_not_made_from_one_another_are_known_by_their_names() {
    let kit = Kit::builtin().unwrap();
    let declared = declared(&kit);
    let mut evaluated = kit.blank(EVALUATION, "evaluated").unwrap();
    set(&mut evaluated, "year", "2025");
    set(&mut evaluated, "project-name", "步道维护");
    // Numbered alike, and not the same: the first is new, the second is the first there.
    row(&mut evaluated, "r1", &[("level-3", "护栏"), ("target", "≥300米"), ("actual", "320米")]);
    row(&mut evaluated, "r2", &[("level-3", "维护步道"), ("target", "≥5公里"), ("actual", "6公里")]);
    let draft = next_year(&kit, &[&declared, &evaluated]);
    let expected = [
        ["维护步道", "≥5公里", "≥5公里", "6公里"],
        ["行人满意度", "≥90%", "≥90%", ""],
        ["护栏", "≥300米", "≥300米", "320米"],
    ];
    assert_eq!(rows(&draft), expected.map(|row| row.map(str::to_owned)));
    let ids: std::collections::BTreeSet<_> = draft.document().rows("indicators").iter().map(|row| &row.id).collect();
    assert_eq!(ids.len(), 3);
}

#[test]
fn two_of_one_kind_are_still_refused() {
    let kit = Kit::builtin().unwrap();
    let one = declared(&kit);
    let mut other = kit.blank(DECLARATION, "other").unwrap();
    set(&mut other, "year", "2025");
    let pack = one.pack().reference.clone();
    let error = kit.carry(&pack, DECLARATION, Some(Relation::LastYear), &[&one, &other], "next").unwrap_err();
    assert_eq!(error.code(), jibiao_kit::CarryErrorCode::TwoOfAKind);
}
