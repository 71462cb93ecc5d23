//! Copies of one document that were edited apart, with results worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    Document, Draft, Edit, Kit, MergeError, Parted, Parting, Rebind, Row, RowId,
    model::{CellId, TableId},
};

const FORM: &str = "project-declaration-2021";

fn kit() -> Kit {
    Kit::builtin().unwrap()
}

/// A document of some cells and of rows: id, 三级指标, 指标值.
fn document(kit: &Kit, cells: &[(&str, &str)], rows: &[(&str, &str, &str)]) -> Document {
    let mut document = kit.blank(FORM, "d").unwrap().into_document();
    for (cell, text) in cells {
        document.cells.insert(CellId::new(*cell), (*text).to_owned());
    }
    let rows = rows.iter().map(|(id, name, target)| {
        let mut row = Row::new(RowId::new(*id));
        for (cell, text) in [("level-3", name), ("target", target)] {
            row.cells.insert(CellId::new(cell), (*text).to_owned());
        }
        row
    });
    document.tables.insert(TableId::new("indicators"), rows.collect());
    document
}

fn draft(kit: &Kit, document: &Document) -> Draft {
    kit.bind(document.clone(), Rebind::Never).unwrap().draft
}

/// Place, mine, theirs, and whether a person has to choose.
fn told(parted: &[Parted]) -> Vec<String> {
    let part = |parted: &Parted| {
        let place = [parted.row.as_ref().map(RowId::as_str), parted.cell.as_ref().map(CellId::as_str)];
        let place: Vec<&str> = place.into_iter().flatten().collect();
        let choose = if parted.parting == Parting::Both { " ?" } else { "" };
        format!("{}: {} | {}{choose}", place.join("."), parted.mine, parted.theirs).replace('\n', "/")
    };
    parted.iter().map(part).collect()
}

fn rows(draft: &Draft) -> Vec<String> {
    let rows = draft.document().rows("indicators").iter();
    rows.map(|row| format!("{} {} {}", row.id, row.text("level-3"), row.text("target"))).collect()
}

/// All that the other copy says is taken, also where both were changed.
fn joined(mut mine: Draft, base: Option<&Document>, theirs: &Document) -> Draft {
    let parted = mine.part(base, theirs).unwrap();
    mine.apply(mine.joined(&parted)).unwrap();
    mine
}

#[test]
fn with_the_common_beginning_only_what_both_changed_is_asked() {
    let kit = kit();
    let base = document(&kit, &[("project-name", "甲"), ("department", "乙局"), ("code", "1")], &[]);
    let mine = document(&kit, &[("project-name", "甲项目"), ("department", "乙局"), ("code", "2")], &[]);
    let theirs = document(&kit, &[("project-name", "甲工程"), ("department", "丙局"), ("code", "1")], &[]);
    let parted = draft(&kit, &mine).part(Some(&base), &theirs).unwrap();
    let mut told = told(&parted);
    told.sort();
    assert_eq!(told, ["department: 乙局 | 丙局", "project-name: 甲项目 | 甲工程 ?"]);
}

#[test]
fn without_it_what_is_blank_is_taken_and_everything_else_is_asked() {
    let kit = kit();
    let mine = document(&kit, &[("project-name", "甲"), ("department", ""), ("code", "1")], &[]);
    let theirs = document(&kit, &[("project-name", "乙"), ("department", "丙局"), ("code", "")], &[]);
    let mut told = told(&draft(&kit, &mine).part(None, &theirs).unwrap());
    told.sort();
    assert_eq!(told, ["department:  | 丙局", "project-name: 甲 | 乙 ?"]);
}

#[test]
fn rows_that_came_in_there_take_their_places_and_rows_that_came_in_here_stay() {
    let kit = kit();
    let base = document(&kit, &[], &[("r1", "道路", "≥1公里"), ("r2", "验收", "≥95%")]);
    let mine = document(&kit, &[], &[("r1", "道路", "≥1公里"), ("r3", "桥梁", "≥2座"), ("r2", "验收", "≥95%")]);
    let theirs = document(
        &kit,
        &[],
        &[
            ("r4", "培训", "≥3期"),
            ("r1", "道路", "≥5公里"),
            ("r3", "涵洞", "≥9个"),
            ("r5", "绿化", "≥4亩"),
            ("r2", "验收", "≥95%"),
        ],
    );
    let mine = draft(&kit, &mine);
    // Both put a row in as `r3`, and those have nothing to do with each other.
    assert_eq!(
        told(&mine.part(Some(&base), &theirs).unwrap()),
        ["r4:  | 培训/≥3期", "r1.target: ≥1公里 | ≥5公里", "r6:  | 涵洞/≥9个", "r5:  | 绿化/≥4亩"]
    );
    let joined = joined(mine.clone(), Some(&base), &theirs);
    assert_eq!(
        rows(&joined),
        ["r4 培训 ≥3期", "r1 道路 ≥5公里", "r6 涵洞 ≥9个", "r5 绿化 ≥4亩", "r3 桥梁 ≥2座", "r2 验收 ≥95%"]
    );
    // One step.
    let mut back = joined;
    back.undo().unwrap();
    assert_eq!(back.document(), mine.document());
}

#[test]
fn a_row_that_one_side_took_out_goes_unless_the_other_changed_it() {
    let kit = kit();
    let base = document(
        &kit,
        &[],
        &[("r1", "道路", "≥1公里"), ("r2", "桥梁", "≥2座"), ("r3", "涵洞", "≥3个"), ("r4", "绿化", "≥4亩")],
    );
    // Here r1 and r2 are gone, r4 is another; there r1 is another, r3 and r4 are gone.
    let mine = document(&kit, &[], &[("r3", "涵洞", "≥3个"), ("r4", "绿化", "≥8亩")]);
    let theirs = document(&kit, &[], &[("r1", "道路", "≥7公里"), ("r2", "桥梁", "≥2座")]);
    let mine = draft(&kit, &mine);
    assert_eq!(
        told(&mine.part(Some(&base), &theirs).unwrap()),
        ["r1:  | 道路/≥7公里 ?", "r3: 涵洞/≥3个 | ", "r4: 绿化/≥8亩 |  ?"]
    );
    assert_eq!(rows(&joined(mine, Some(&base), &theirs)), ["r1 道路 ≥7公里"]);
}

#[test]
fn rows_of_one_id_without_a_known_beginning_are_one_where_they_agree() {
    let kit = kit();
    let mine = document(&kit, &[], &[("r1", "道路", "≥1公里"), ("r2", "桥梁", "≥2座")]);
    let theirs = document(&kit, &[], &[("r1", "道路", "≥5公里"), ("r2", "培训", "≥3期")]);
    let mine = draft(&kit, &mine);
    assert_eq!(told(&mine.part(None, &theirs).unwrap()), ["r1.target: ≥1公里 | ≥5公里 ?", "r3:  | 培训/≥3期"]);
}

#[test]
fn copies_that_agree_part_nowhere_and_what_was_taken_is_not_told_again() {
    let kit = kit();
    let mine = document(&kit, &[("project-name", "甲")], &[("r1", "道路", "≥1公里")]);
    let theirs = document(&kit, &[("project-name", "乙")], &[("r1", "道路", "≥2公里"), ("r2", "桥梁", "≥2座")]);
    assert_eq!(draft(&kit, &mine).part(None, &mine).unwrap(), []);
    let joined = joined(draft(&kit, &mine), None, &theirs);
    assert_eq!(joined.part(None, &theirs).unwrap(), []);
    assert_eq!(joined.document().tables, theirs.tables);
}

#[test]
fn nothing_taken_changes_nothing() {
    let kit = kit();
    let mine = draft(&kit, &document(&kit, &[("project-name", "甲")], &[]));
    assert_eq!(mine.joined([]), Edit::All { edits: Vec::new() });
}

#[test]
fn another_document_and_another_form_are_refused() {
    let kit = kit();
    let mine = draft(&kit, &document(&kit, &[], &[]));
    let other = kit.blank(FORM, "e").unwrap().into_document();
    assert_eq!(mine.part(None, &other), Err(MergeError::OtherDocument { id: "e".to_owned() }));
    let form = kit.blank("project-declaration-2015", "d").unwrap().into_document();
    assert_eq!(mine.part(None, &form), Err(MergeError::OtherForm { form: "project-declaration-2015".to_owned() }));
}
