//! Rows of one level brought together.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    Draft, Edit, Kit, Row, RowId,
    model::{CellId, TableId},
};

fn draft(rows: &[(&'static str, &str, &str)]) -> Draft {
    let kit = Kit::builtin().unwrap();
    let mut draft = kit.blank("project-declaration-2021", "levels").unwrap();
    for (id, one, two) in rows {
        let mut row = Row::new(RowId::fixed(id));
        for (cell, text) in [("level-1", one), ("level-2", two)] {
            row.cells.insert(CellId::fixed(cell), (*text).to_owned());
        }
        draft.apply(Edit::InsertRow { table: TableId::fixed("indicators"), at: usize::MAX, row }).unwrap();
    }
    draft
}

fn ids(draft: &Draft) -> String {
    draft.document().rows("indicators").iter().map(|row| row.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn arranged(rows: &[(&'static str, &str, &str)]) -> String {
    let mut draft = draft(rows);
    let before = ids(&draft);
    let Some(edit) = draft.rows_by_level(&TableId::fixed("indicators")) else { return "as it is".to_owned() };
    draft.apply(edit).unwrap();
    let after = ids(&draft);
    assert_eq!(draft.rows_by_level(&TableId::fixed("indicators")), None, "once is enough");
    draft.undo().unwrap();
    assert_eq!(ids(&draft), before, "it is one step");
    after
}

#[test]
fn rows_stand_in_the_order_of_the_form_and_those_of_one_level_as_they_were() {
    // The frame of 2021: 成本, 产出 (数量, 质量, 时效), 效益 (经济, 社会, 生态), 满意度.
    assert_eq!(
        arranged(&[
            ("a", "满意度指标", "服务对象满意度指标"),
            ("b", "产出指标", "质量指标"),
            ("c", "效益指标", "社会效益指标"),
            ("d", "产出指标", "数量指标"),
            ("e", "成本指标", "经济成本指标"),
            ("f", "产出指标", "质量指标"),
            ("g", "产出指标", "数量指标"),
        ]),
        "e d g b f c a"
    );
}

#[test]
fn a_row_without_a_level_goes_with_the_row_above_it() {
    assert_eq!(
        arranged(&[
            ("a", "效益指标", "社会效益指标"),
            ("b", "", ""),
            ("c", "产出指标", "数量指标"),
            ("d", "", "质量指标"),
            ("e", "产出指标", ""),
        ]),
        "c d e a b"
    );
    assert_eq!(arranged(&[("a", "", ""), ("b", "产出指标", "数量指标")]), "as it is");
}

#[test]
fn texts_that_the_form_does_not_have_come_last_in_the_order_they_appear_in() {
    assert_eq!(
        arranged(&[
            ("a", "其他", "丙"),
            ("b", "另一类", ""),
            ("c", "产出指标", "自定"),
            ("d", "其他", "乙"),
            ("e", "产出指标", "时效指标"),
            ("f", "其他", "丙"),
        ]),
        "e c a f d b"
    );
}

#[test]
fn rows_that_stand_in_order_and_tables_without_levels_are_left_alone() {
    assert_eq!(arranged(&[("a", "产出指标", "数量指标"), ("b", "满意度指标", "服务对象满意度指标")]), "as it is");
    assert_eq!(arranged(&[]), "as it is");
    assert_eq!(draft(&[]).rows_by_level(&TableId::fixed("no-such-table")), None);
}
