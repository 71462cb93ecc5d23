//! Fixes taken all at once, and what a blank form demands.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use jibiao_kit::{
    Demands, Draft, Edit, Entry, Kit, Rebind, Stage,
    model::{CellId, RowId, TableId},
};

fn opened(name: &str) -> Draft {
    let path = format!("{}/../../tests/documents/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Kit::builtin().unwrap().open(&std::fs::read(path).unwrap(), Rebind::Never).unwrap().draft
}

fn set(draft: &mut Draft, cell: &'static str, text: &str) {
    draft.apply(Edit::SetCell { cell: CellId::fixed(cell), text: text.to_owned() }).unwrap();
}

#[test]
fn a_wrong_total_and_a_wrong_rate_are_mended_in_one_step_that_can_be_taken_back() {
    let mut draft = opened("self-evaluation-2015");
    set(&mut draft, "total-score", "98.2");
    set(&mut draft, "fund.total.rate", "79%");
    let before = draft.document().clone();
    let mending = draft.mending(Stage::Submission).unwrap();
    draft.apply(mending.edit).unwrap();
    assert_eq!(draft.document().text("total-score"), "99.2");
    assert_eq!(draft.document().text("fund.total.rate"), "97%");
    assert_eq!(mending.findings.len(), 2);
    draft.undo();
    assert_eq!(*draft.document(), before);
}

#[test]
fn points_that_may_be_explained_stay_as_they_are_and_their_total_waits_for_them() {
    let mut draft = opened("self-evaluation-2015");
    draft
        .apply(Edit::SetRowCell {
            table: TableId::fixed("indicators"),
            row: RowId::fixed("r1"),
            cell: CellId::fixed("score"),
            text: "8".into(),
        })
        .unwrap();
    let report = draft.check(Stage::Submission);
    assert!(report.entries.iter().any(|entry| entry.waivable && !entry.finding.fixes.is_empty()));
    let total = |entry: &&Entry| entry.finding.place.cell == Some(CellId::fixed("total-score"));
    // The total is told, and no sum is offered that rests on points in question.
    assert!(report.entries.iter().any(|entry| total(&entry)));
    assert!(report.entries.iter().filter(total).all(|entry| entry.finding.fixes.is_empty()));
    assert!(draft.mending(Stage::Submission).is_none());
}

#[test]
fn amounts_of_money_are_never_mended_unasked() {
    let mut draft = opened("department-declaration");
    set(&mut draft, "fund.fiscal.year", "4300");
    let report = draft.check(Stage::Submission);
    assert!(report.entries.iter().any(|entry| !entry.finding.fixes.is_empty()), "a fix is offered, one by one");
    assert_eq!(draft.mending(Stage::Submission).map(|mending| mending.findings.len()), None);
}

#[test]
fn a_declaration_demands_its_name_and_the_target_of_a_row_and_leaves_the_code_open() {
    let kit = Kit::builtin().unwrap();
    let draft = kit.blank("project-declaration-2021", "d").unwrap();
    let demands = Demands::of(draft.pack(), draft.form());
    assert!(demands.cell(&CellId::fixed("project-name")));
    assert!(!demands.cell(&CellId::fixed("project-code")));
    let table = TableId::fixed("indicators");
    assert!(demands.column(&table, &CellId::fixed("level-3")));
    assert!(demands.column(&table, &CellId::fixed("target")));
    assert!(!demands.column(&table, &CellId::fixed("unit")));
}
