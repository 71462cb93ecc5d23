//! Tables from spreadsheets: what is understood of them, and what becomes of every row and cell.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::fs;

use jibiao_kit::{
    Draft, Edit, Language, Row, RowId,
    model::{CellId, TableId},
    table::{
        Doubt, Fate, Grid, Mapping, Plan, Sheet, Turn, Use, Way, from_clipboard, from_html, from_tsv, plan, recognise,
        recognise_under, taught,
    },
};
use jibiao_tests::{document, kit, root};

const DECLARATION: &str = "project-declaration-2021";
const SELF_EVALUATION: &str = "project-self-evaluation-2021";

fn clipboard(name: &str) -> Grid {
    let text = fs::read_to_string(root().join("tests/clipboard").join(name)).unwrap();
    if name.ends_with(".html") { from_html(&text).unwrap() } else { from_tsv(&text) }
}

fn blank(form: &str) -> Draft {
    kit().blank(form, "d").unwrap()
}

/// A document with rows of indicators; each row is its texts by column.
fn with_rows(form: &str, rows: &[&[(&str, &str)]]) -> Draft {
    let mut draft = blank(form);
    for (at, cells) in rows.iter().enumerate() {
        let mut row = Row::new(RowId::new(format!("r{}", at + 1)));
        row.cells.extend(cells.iter().map(|(id, text)| (CellId::new(*id), (*text).to_owned())));
        draft.apply(Edit::InsertRow { table: TableId::new("indicators"), at: usize::MAX, row }).unwrap();
    }
    draft
}

fn understood(draft: &Draft, grid: &Grid, at: Option<(&str, &str)>) -> (Mapping, Plan) {
    let at = at.map(|(row, column)| (RowId::new(row), CellId::new(column)));
    let sheet = draft.sheet("indicators", at.as_ref().map(|(row, column)| (row, column))).unwrap();
    let mapping = recognise(&sheet, grid);
    let plan = plan(&sheet, grid, &mapping);
    (mapping, plan)
}

fn planned(draft: &Draft, grid: &Grid, mapping: &Mapping) -> Plan {
    plan(&draft.sheet("indicators", None).unwrap(), grid, mapping)
}

/// The columns of the grid by the column that each goes to.
fn columns(draft: &Draft, mapping: &Mapping) -> Vec<String> {
    let table = draft.form().table("indicators").unwrap();
    mapping.columns.iter().map(|to| to.map_or(String::new(), |to| table.columns[to].id.to_string())).collect()
}

fn texts(draft: &Draft, columns: &[&str]) -> Vec<Vec<String>> {
    let rows = draft.document().rows("indicators");
    rows.iter().map(|row| columns.iter().map(|column| row.text(column).to_owned()).collect()).collect()
}

fn pasted(draft: &mut Draft, plan: Plan) {
    draft.apply(plan.edit.unwrap()).unwrap();
}

const ROADS: [[&str; 4]; 13] = [
    ["产出指标", "数量指标", "新建村级道路长度", "≥12公里"],
    ["产出指标", "数量指标", "安装路灯数量", "≥240盏"],
    ["产出指标", "数量指标", "培训养护员", "=36人次"],
    ["产出指标", "质量指标", "工程验收合格率", "=100%"],
    ["产出指标", "质量指标", "路面平整度达标率", "≥98%"],
    ["产出指标", "时效指标", "工程完工时间", "2026年11月底前"],
    ["产出指标", "时效指标", "资金支付及时率", "≥95%"],
    ["成本指标", "经济成本指标", "每公里造价", "≤35万元"],
    ["成本指标", "经济成本指标", "总成本控制", "≤420万元"],
    ["效益指标", "社会效益指标", "受益村民人数", "≥1,860人"],
    ["效益指标", "社会效益指标", "村民出行时间缩短", "≥20分钟"],
    ["效益指标", "可持续影响指标", "管护制度健全性", "建立村级管护制度"],
    ["满意度指标", "服务对象满意度指标", "受益村民满意度", "≥90%"],
];
const FOUR: [&str; 4] = ["level-1", "level-2", "level-3", "target"];

#[test]
fn a_block_from_excel_goes_in_whole_with_its_groups_and_in_one_step() {
    for name in ["excel-declaration.html", "excel-declaration.txt"] {
        let mut draft = blank(DECLARATION);
        let (mapping, plan) = understood(&draft, &clipboard(name), None);
        assert_eq!(columns(&draft, &mapping), ["level-1", "level-2", "level-3", "target", ""], "{name}");
        assert_eq!((mapping.head.clone(), mapping.way), (1..2, Way::Match));
        assert_eq!(plan.rows[0].fate, Fate::Above);
        assert_eq!((plan.tally.added, plan.tally.changed, plan.tally.above, plan.tally.unplaced), (13, 0, 1, 1));
        assert_eq!(plan.unplaced, [4]);
        pasted(&mut draft, plan);
        assert_eq!(texts(&draft, &FOUR), ROADS, "{name}");
        draft.undo().unwrap();
        assert!(draft.document().rows("indicators").is_empty() && !draft.history().0, "one step takes it back");
    }
}

#[test]
fn what_was_changed_on_the_way_is_told_cell_by_cell() {
    let draft = blank(DECLARATION);
    let (_, plan) = understood(&draft, &clipboard("excel-declaration.html"), None);
    let cell = |row: usize, from: usize| {
        let cell = plan.rows[row].cells.iter().find(|cell| cell.from == from).unwrap();
        (cell.text.as_str(), cell.turn, cell.used)
    };
    assert_eq!(cell(2, 0), ("产出指标", Some(Turn::OneLine), Use::Fills));
    assert_eq!(cell(3, 0), ("产出指标", Some(Turn::FromAbove), Use::Fills));
    assert_eq!(cell(9, 1), ("经济成本指标", Some(Turn::AsOnForm), Use::Fills));
    assert_eq!(cell(13, 3), ("建立村级管护制度", Some(Turn::OneLine), Use::Fills));
    assert_eq!(cell(14, 3), ("≥90%", None, Use::Fills));
}

#[test]
fn a_block_from_wps_brings_sign_unit_and_results_and_leaves_its_total() {
    let mut draft = blank(SELF_EVALUATION);
    let (mapping, plan) = understood(&draft, &clipboard("wps-self-evaluation.html"), None);
    let expected =
        ["", "level-1", "level-2", "level-3", "operator", "target", "unit", "actual", "weight", "score", "reason"];
    assert_eq!(columns(&draft, &mapping), expected);
    assert_eq!((plan.tally.added, plan.tally.totals, plan.unplaced.len()), (8, 1, 0), "serial numbers are no loss");
    assert_eq!(plan.rows.last().unwrap().fate, Fate::Total);
    pasted(&mut draft, plan);
    let rows =
        texts(&draft, &["level-1", "level-2", "level-3", "operator", "target", "unit", "actual", "score", "reason"]);
    assert_eq!(rows[0], ["产出指标", "数量指标", "培训期数", "≥", "12", "期", "12", "10", ""]);
    let reason = "师资费上涨，\n下年改为线上线下结合";
    assert_eq!(rows[5], ["成本指标", "经济成本指标", "人均培训成本", "≤", "450", "元", "462", "19.48", reason]);
    assert_eq!(rows[7][..3], ["满意度指标", "服务对象满意度指标", "参训学员满意度"]);
}

#[test]
fn headers_in_two_rows_tell_the_whole_period_from_the_year() {
    let mut draft = blank("project-declaration-2015");
    let grid = clipboard("excel-two-headers.html");
    let (mapping, plan) = understood(&draft, &grid, None);
    let expected = ["level-1", "whole-level-2", "whole-level-3", "whole-target", "level-2", "level-3", "target"];
    assert_eq!((mapping.head.clone(), columns(&draft, &mapping)), (0..2, expected.map(String::from).to_vec()));
    pasted(&mut draft, plan);
    let rows = texts(&draft, &expected);
    assert_eq!(rows[1], ["产出指标", "数量指标", "补植乔木", "≥9000株", "数量指标", "补植乔木", "≥3000株"]);
    assert_eq!(rows[2], ["产出指标", "质量指标", "苗木成活率", "≥95%", "", "", ""], "no group without a row in it");
}

#[test]
fn headers_stand_where_a_person_says_with_what_belongs_to_them_above() {
    let draft = blank("project-declaration-2015");
    let grid = clipboard("excel-two-headers.html");
    let sheet = draft.sheet("indicators", None).unwrap();
    let mapping = recognise_under(&sheet, &grid, Some(1));
    assert_eq!(mapping, recognise(&sheet, &grid), "the lower row of two is what names the columns");
    let mapping = recognise_under(&sheet, &grid, Some(3));
    assert!(mapping.head == (3..4) && mapping.columns.iter().all(Option::is_none), "a row that names nothing");
    let plan = planned(&draft, &grid, &mapping);
    assert_eq!(plan.rows[2].fate, Fate::Above);
    assert!(recognise_under(&sheet, &grid, None).head.is_empty());
    assert_eq!(recognise_under(&sheet, &grid, Some(usize::MAX)).head.end, grid.height(), "there is no such row");
}

#[test]
fn the_same_headers_without_merged_cells_are_told_apart_by_their_order() {
    let draft = blank("project-declaration-2015");
    let text = "一级指标\t中期指标\t\t\t年度指标\t\t\n\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值\n产出\t数量\t甲\t1\t数量\t乙\t2\n";
    let (mapping, _) = understood(&draft, &from_tsv(text), None);
    let expected = ["level-1", "whole-level-2", "whole-level-3", "whole-target", "level-2", "level-3", "target"];
    assert_eq!(columns(&draft, &mapping), expected);
    let (mapping, _) = understood(&draft, &from_tsv("一级指标\t二级指标\t三级指标\t指标值\n产出\t数量\t甲\t1\n"), None);
    assert_eq!(columns(&draft, &mapping), FOUR, "one set of columns is that of the year");
}

#[test]
fn pasting_the_same_block_again_changes_nothing() {
    let mut draft = blank(DECLARATION);
    let grid = clipboard("excel-declaration.html");
    let first = understood(&draft, &grid, None).1;
    pasted(&mut draft, first);
    let (mapping, again) = understood(&draft, &grid, Some(("r1", "level-3")));
    assert_eq!(mapping.way, Way::Match);
    assert_eq!((again.tally.added, again.tally.changed, again.edit), (0, 0, None));
}

#[test]
fn rows_that_are_there_are_found_by_name_and_others_join_their_group() {
    let mut draft = with_rows(
        DECLARATION,
        &[
            &[("level-1", "产出指标"), ("level-2", "数量指标"), ("level-3", "新建道路 长度"), ("target", "≥10公里")],
            &[("level-1", "产出指标"), ("level-2", "质量指标"), ("level-3", "验收合格率"), ("target", "100%")],
        ],
    );
    let grid = from_tsv(
        "一级\t二级\t指标名称\t目标值\n产出\t数量\t新建道路长度\t≥12公里\n\t\t路灯\t≥40盏\n满意度\t\t村民满意度\t≥90%\n",
    );
    let (_, plan) = understood(&draft, &grid, None);
    let replaced: Vec<_> = plan.rows[1].cells.iter().filter(|cell| cell.used == Use::Replaces).collect();
    assert_eq!(
        replaced.iter().map(|cell| (cell.before.as_str(), cell.text.as_str())).collect::<Vec<_>>(),
        [("新建道路 长度", "新建道路长度"), ("≥10公里", "≥12公里")]
    );
    assert_eq!((plan.tally.added, plan.tally.changed, plan.tally.replaced), (2, 1, 2));
    pasted(&mut draft, plan);
    let expected = [
        ["产出指标", "数量指标", "新建道路长度", "≥12公里"],
        ["产出指标", "数量指标", "路灯", "≥40盏"],
        ["产出指标", "质量指标", "验收合格率", "100%"],
        ["满意度指标", "", "村民满意度", "≥90%"],
    ];
    assert_eq!(texts(&draft, &FOUR), expected);
}

#[test]
fn rows_that_hold_only_their_group_are_filled_first() {
    let mut draft = with_rows(
        DECLARATION,
        &[&[("level-1", "产出指标"), ("level-2", "数量指标")], &[("level-1", "产出指标"), ("level-2", "质量指标")]],
    );
    let grid = from_tsv(
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t合格率\t100%\n产出指标\t质量指标\t完好率\t98%\n",
    );
    let plan = understood(&draft, &grid, None).1;
    assert_eq!((plan.tally.added, plan.tally.filled, plan.tally.changed), (1, 1, 0));
    pasted(&mut draft, plan);
    let names: Vec<String> = texts(&draft, &["level-3"]).concat();
    assert_eq!(names, ["", "合格率", "完好率"]);
}

#[test]
fn without_headers_the_columns_follow_from_where_the_person_stands() {
    let mut draft = with_rows(DECLARATION, &[&[("level-3", "甲")], &[("level-3", "乙"), ("target", "1")]]);
    let grid = from_tsv("甲甲\t≥5个\n乙乙\t\n丙丙\t≥7个\n");
    let (mapping, plan) = understood(&draft, &grid, Some(("r1", "level-3")));
    assert_eq!((mapping.way, mapping.head.is_empty()), (Way::Over, true));
    assert_eq!(columns(&draft, &mapping), ["level-3", "target"]);
    assert_eq!((plan.tally.added, plan.tally.filled, plan.tally.changed), (1, 0, 2));
    pasted(&mut draft, plan);
    let expected = [["甲甲", "≥5个"], ["乙乙", "1"], ["丙丙", "≥7个"]];
    assert_eq!(texts(&draft, &["level-3", "target"]), expected, "a blank cell takes nothing away");
}

#[test]
fn without_headers_groups_signs_and_units_are_known_by_what_they_say() {
    let draft = with_rows(DECLARATION, &[&[]]);
    let grid = from_tsv("产出指标\t数量指标\t道路长度\t≥\t12\t公里\n\t\t路灯\t≥\t40\t盏\n");
    let (mapping, _) = understood(&draft, &grid, Some(("r1", "level-3")));
    assert_eq!(columns(&draft, &mapping), ["level-1", "level-2", "level-3", "operator", "target", "unit"]);
    let grid = from_tsv("道路长度\t12\t公里\n路灯\t40\t盏\n");
    let (mapping, _) = understood(&draft, &grid, Some(("r1", "level-3")));
    assert_eq!(columns(&draft, &mapping), ["level-3", "target", "unit"]);
    let (mapping, _) = understood(&draft, &from_tsv("道路长度\t≥12公里\t重点\n"), Some(("r1", "level-3")));
    assert_eq!(columns(&draft, &mapping), ["level-3", "target", ""], "a value with its unit has no unit behind it");
}

#[test]
fn printed_rows_take_texts_by_their_names_and_nothing_else() {
    let draft = document(&kit(), "target-review-ordinary");
    let table = draft.form().rated().unwrap().clone();
    let names: Vec<&str> =
        draft.document().rows(table.id.as_str()).iter().map(|row| table.row_name(|id| row.text(id))).collect();
    let text = format!("审核要点\t评定等次\t具体意见\n{}\t优\t材料齐全\n没有这一条\t良\t\n", names[1]);
    let sheet = draft.sheet(table.id.as_str(), None).unwrap();
    let grid = from_tsv(&text);
    let plan = plan(&sheet, &grid, &recognise(&sheet, &grid));
    assert_eq!(plan.rows[1].fate, Fate::Over { row: 1 });
    assert_eq!((plan.rows[2].fate, plan.tally.homeless), (Fate::Homeless, 1));
}

#[test]
fn cells_that_were_taken_over_stay_and_it_is_said() {
    let declaration = document(&kit(), "declaration-2021");
    let kit = kit();
    let step = kit.next_steps(&declaration).into_iter().find(|step| step.form.id.as_str() == SELF_EVALUATION).unwrap();
    let pack = step.pack.reference.clone();
    let mut draft = kit.carry(&pack, SELF_EVALUATION, None, &[&declaration], "next").unwrap();
    let rows = draft.document().rows("indicators");
    let (name, target) = (rows[0].text("level-3").to_owned(), rows[0].text("target").to_owned());
    let grid = from_tsv(&format!("三级指标\t指标值\t实际完成值\n{name}\t改过的目标\t已完成\n"));
    let (_, plan) = understood(&draft, &grid, None);
    let used: Vec<Use> = plan.rows[1].cells.iter().map(|cell| cell.used).collect();
    assert_eq!((used, plan.tally.locked), (vec![Use::Same, Use::Locked, Use::Fills], 1));
    pasted(&mut draft, plan);
    assert_eq!(texts(&draft, &["target", "actual"])[0], [target.as_str(), "已完成"]);
}

#[test]
fn a_person_can_change_how_it_was_understood() {
    let draft = blank(DECLARATION);
    let grid = from_tsv("三级指标\t说法\t备注\n甲\t≥5个\tx\n乙\t≥6个\ty\n");
    let (mut mapping, _) = understood(&draft, &grid, None);
    assert_eq!(columns(&draft, &mapping), ["level-3", "", ""]);
    let target = draft.form().table("indicators").unwrap().columns.iter().position(|c| c.id.as_str() == "target");
    mapping.set(2, target);
    mapping.set(1, target);
    mapping.toggle(2);
    assert_eq!(columns(&draft, &mapping), ["level-3", "target", ""], "a column is taken once");
    let plan = planned(&draft, &grid, &mapping);
    assert_eq!((plan.tally.added, plan.rows[2].fate), (1, Fate::LeftOut));
    mapping.toggle(2);
    assert_eq!(planned(&draft, &grid, &mapping).tally.added, 2);
}

#[test]
fn what_a_person_said_of_a_header_holds_for_the_next_table() {
    let draft = blank(DECLARATION);
    let grid = from_tsv("三级指标\t要求\t指标值\n甲\t≥5个\tx\n");
    let sheet = draft.sheet("indicators", None).unwrap();
    let recognised = recognise(&sheet, &grid);
    assert_eq!(columns(&draft, &recognised), ["level-3", "", "target"]);
    let mut now = recognised.clone();
    now.set(1, recognised.columns[2]);
    let said = taught(&sheet, &grid, &recognised, &now);
    let next = from_tsv("一级指标\t三级指标\t指标值\t要求\n产出指标\t乙\ty\t≥6个\n");
    let mapping = recognise(&Sheet { taught: &said, ..sheet }, &next);
    assert_eq!(columns(&draft, &mapping), ["level-1", "level-3", "", "target"]);
    assert!(taught(&sheet, &grid, &recognised, &recognised).is_empty());
}

#[test]
fn what_a_spreadsheet_did_not_show_is_pointed_out() {
    let draft = blank(DECLARATION);
    let grid = from_tsv("三级指标\t指标值\n甲\t########\n乙\t#REF!\n丙\t1.2E+11\n丁\t5#楼\n");
    let plan = understood(&draft, &grid, None).1;
    let doubts: Vec<Option<Doubt>> = plan.rows[1..].iter().map(|row| row.cells[1].doubt).collect();
    assert_eq!(doubts, [Some(Doubt::NotShown), Some(Doubt::Failed), Some(Doubt::Shortened), None]);
    assert_eq!(plan.tally.doubtful, 3);
}

#[test]
fn headers_are_found_below_other_things_and_again_on_the_next_page() {
    let draft = blank(DECLARATION);
    let grid = from_tsv(
        "项目名称\t道路\n资金\t100\n\n序号\t一级指标\t二级指标\t三级指标\t绩效目标值\n1\t产出指标\t数量指标\t甲\t1\n序号\t一级指标\t二级指标\t三级指标\t绩效目标值\n2\t产出指标\t数量指标\t乙\t2\n合计\t\t\t\t3\n",
    );
    let (mapping, plan) = understood(&draft, &grid, None);
    assert_eq!(mapping.head, 3..4);
    let fates: Vec<Fate> = plan.rows.iter().map(|row| row.fate).collect();
    let expected = [Fate::Above, Fate::Above, Fate::Blank, Fate::Head, Fate::New, Fate::Head, Fate::New, Fate::Total];
    assert_eq!(fates, expected);
}

#[test]
fn hostile_texts_go_in_as_texts() {
    let evil =
        ["<script>alert(1)</script>", "=HYPERLINK(\"http://x\",\"y\")", "\u{202e}倒\u{202c}", "@SUM(A1)", "-1+1"];
    let text = evil.map(|text| format!("{text}\t1\n")).concat();
    let mut draft = blank(DECLARATION);
    let (_, plan) = understood(&draft, &from_tsv(&format!("三级指标\t指标值\n{text}")), None);
    pasted(&mut draft, plan);
    assert_eq!(texts(&draft, &["level-3"]).concat(), evil);
    let long = "长".repeat(100_000);
    let grid = from_html(&format!("<table><tr><td>三级指标<td>指标值<tr><td>{long}<td>&#x202e;1</table>")).unwrap();
    let (_, plan) = understood(&draft, &grid, None);
    pasted(&mut draft, plan);
    assert_eq!(texts(&draft, &["level-3", "target"])[5], [long.as_str(), "\u{202e}1"]);
}

#[test]
fn more_rows_than_a_table_takes_and_longer_texts_than_a_cell_takes_are_told() {
    let draft = blank(DECLARATION);
    let rows: String = (0..5_010).map(|at| format!("指标{at}号\t≥{at}个\n")).collect();
    let (_, plan) = understood(&draft, &from_tsv(&format!("三级指标\t指标值\n{rows}")), None);
    assert_eq!((plan.tally.added, plan.tally.homeless), (5_000, 10));
    let grid = from_tsv(&format!("三级指标\t指标值\n{}\t1\n", "长".repeat(200_001)));
    assert_eq!(understood(&draft, &grid, None).1.tally.too_long, 1);
}

#[test]
fn a_sheet_of_two_thousand_columns_is_read() {
    let draft = blank(DECLARATION);
    let head: String = (0..1_999).map(|at| format!("列{at}\t")).collect();
    let body: String = (0..1_999).map(|at| format!("{at}\t")).collect();
    let (mapping, plan) = understood(&draft, &from_tsv(&format!("三级指标\t指标值\t{head}\n甲\t1\t{body}\n")), None);
    assert_eq!(columns(&draft, &mapping)[..2], ["level-3", "target"]);
    assert_eq!((plan.tally.added, plan.tally.unplaced), (1, 1_999));
}

#[test]
fn rows_that_are_copied_out_come_back_as_they_were() {
    let mut draft = blank(DECLARATION);
    let first = understood(&draft, &clipboard("excel-declaration.html"), None).1;
    pasted(&mut draft, first);
    let odd = Edit::SetRowCell {
        table: TableId::new("indicators"),
        row: RowId::new("r1"),
        cell: CellId::new("level-3"),
        text: "=1+1 <b>\"甲\"\t乙</b> & 丙".into(),
    };
    draft.apply(odd).unwrap();
    let all: Vec<usize> = (0..13).collect();
    let copied = draft.copied("indicators", &all, &[], Language::Zh).unwrap();
    assert!(copied.html.contains("mso-number-format:'\\@'") && !copied.html.contains("<b>"));
    assert!(copied.text.starts_with("一级指标\t二级指标\t三级指标\t年度指标值\r\n"));
    for grid in [from_html(&copied.html).unwrap(), from_tsv(&copied.text)] {
        let mut other = blank(DECLARATION);
        let (_, plan) = understood(&other, &grid, None);
        pasted(&mut other, plan);
        let (came, were) = (texts(&other, &FOUR), texts(&draft, &FOUR));
        assert_eq!(came[1..], were[1..]);
        assert_eq!(came[0][2].replace(' ', "\t"), were[0][2].replace(' ', "\t"));
    }
}

#[test]
fn html_comes_before_text_where_it_holds_a_table() {
    assert_eq!(from_clipboard("<b>x</b>", "a\tb").width(), 2);
    assert_eq!(from_clipboard("<table><tr><td>a<td>b<td>c</table>", "a\tb").width(), 3);
    assert!(from_clipboard("<table><tr><td>&nbsp;</table>", "a").is_single());
}
