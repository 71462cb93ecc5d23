//! Points that nobody has given out yet, spread over the rows that wait for them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    Draft, Edit, Kit, Row, RowId,
    model::{CellId, LevelOne, TableId},
};

fn row(draft: &mut Draft, id: &'static str, texts: &[(&'static str, &str)]) {
    let mut row = Row::new(RowId::fixed(id));
    for (cell, text) in texts {
        row.cells.insert(CellId::fixed(cell), (*text).to_owned());
    }
    draft.apply(Edit::InsertRow { table: TableId::fixed("indicators"), at: usize::MAX, row }).unwrap();
}

fn points(draft: &Draft) -> Vec<String> {
    draft.document().rows("indicators").iter().map(|row| row.text("weight").to_owned()).collect()
}

#[test]
fn what_a_level_has_left_goes_to_its_rows_without_points_as_one_step() {
    let kit = Kit::builtin().unwrap();
    let mut draft = kit.blank("project-self-evaluation-2021", "points").unwrap();
    row(&mut draft, "a", &[("level-1", "产出指标"), ("weight", "12")]);
    row(&mut draft, "b", &[("level-1", "产出指标")]);
    row(&mut draft, "c", &[("level-1", "效益指标")]);
    row(&mut draft, "d", &[("level-1", "产出指标"), ("weight", " ")]);
    let table = TableId::fixed("indicators");
    // The frame of 2021 gives 产出指标 40 points; 28 are left for two rows.
    let edit = draft.spread_points(&table, LevelOne::Output).unwrap();
    draft.apply(edit).unwrap();
    assert_eq!(points(&draft), ["12", "14", "", "14"]);
    assert_eq!(draft.spread_points(&table, LevelOne::Output), None, "nobody waits any more");
    assert_eq!(draft.spread_points(&table, LevelOne::Satisfaction), None, "it has no rows");
    draft.undo().unwrap();
    assert_eq!(points(&draft), ["12", "", "", " "]);
}

#[test]
fn points_that_can_not_be_read_or_are_too_many_are_not_added_to() {
    let kit = Kit::builtin().unwrap();
    let table = TableId::fixed("indicators");
    for typed in ["十几", "45"] {
        let mut draft = kit.blank("project-self-evaluation-2021", "points").unwrap();
        row(&mut draft, "a", &[("level-1", "产出指标"), ("weight", typed)]);
        row(&mut draft, "b", &[("level-1", "产出指标")]);
        assert_eq!(draft.spread_points(&table, LevelOne::Output), None, "{typed}");
    }
}
