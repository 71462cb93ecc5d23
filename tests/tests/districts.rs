//! The packs of five districts: each loads over the national one, carries tests that hold, and does what its source says.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{fs, path::PathBuf};

use jibiao_kit::{
    Draft, Edit, Kit, PackRef, PackSource, Points, Row, RowId, Shelf, Stage,
    author::{Files, Weight},
    model::{CellId, TableId},
};
use jibiao_tests::root;

fn folders() -> Vec<PathBuf> {
    let folder = root().join("crates/packs/districts");
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// The kit with one district's pack beside the built-in ones.
fn district(name: &str) -> (Kit, PackRef) {
    let files = Files::folder(&root().join("crates/packs/districts").join(name)).unwrap();
    let (kit, packs) = jibiao_tests::kit().with_packs([PackSource::files(name, files)]).unwrap();
    (kit, packs[0].clone())
}

fn blank(kit: &Kit, pack: &PackRef, form: &str) -> Draft {
    kit.blank_of(pack, form, "d").unwrap()
}

fn set(draft: &mut Draft, cell: &str, text: &str) {
    draft.apply(Edit::SetCell { cell: CellId::new(cell), text: text.to_owned() }).unwrap();
}

fn row(draft: &mut Draft, id: &'static str, texts: &[(&'static str, &str)]) {
    let mut row = Row::new(RowId::fixed(id));
    row.cells = texts.iter().map(|(cell, text)| (CellId::fixed(cell), (*text).to_owned())).collect();
    draft.apply(Edit::InsertRow { table: TableId::fixed("indicators"), at: usize::MAX, row }).unwrap();
}

/// Whether a rule blocks the hand-in.
fn blocks(draft: &Draft, rule: &str) -> bool {
    let report = draft.check(Stage::Submission);
    assert_eq!(report.faults, []);
    let found = report.entries.iter().filter(|entry| entry.finding.rule.as_str() == rule);
    found.into_iter().any(|entry| entry.severity == jibiao_kit::Severity::Blocks)
}

fn advice(draft: &Draft) -> Vec<String> {
    let scores = draft.scores(&draft.check(Stage::Review));
    scores.advice.iter().map(|advice| advice.says.zh.clone()).collect()
}

#[test]
fn every_district_loads_with_its_tests_and_without_a_remark_that_weighs() {
    let folders = folders();
    assert_eq!(folders.len(), 5);
    for folder in folders {
        let mut shelf = Shelf::builtin().unwrap();
        let at = shelf.add_files(&Files::folder(&folder).unwrap()).unwrap();
        let (own, _) = shelf.test(at).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let failed: Vec<_> = own.iter().filter(|(test, _)| !test.passed()).collect();
        assert!(failed.is_empty(), "{}: {failed:?}", folder.display());
        assert!(!own.is_empty(), "{} states no rule", folder.display());
        let remarks = shelf.lint(at).unwrap();
        let heavy: Vec<_> = remarks.iter().filter(|remark| remark.kind.weight() != Weight::Note).collect();
        assert!(heavy.is_empty(), "{}: {heavy:?}", folder.display());
        let pack = shelf.load(at).unwrap();
        assert!(pack.sources.iter().any(|source| source.state == "read"), "{}", folder.display());
        assert!(folder.join("README.md").is_file());
    }
}

#[test]
fn new_projects_from_a_million_on_need_an_evaluation_in_caidian() {
    let (kit, pack) = district("hubei-caidian");
    let mut draft = blank(&kit, &pack, "project-declaration-2021");
    set(&mut draft, "project-attribute", "新增项目");
    set(&mut draft, "fund.fiscal.year", "99.99");
    assert!(!blocks(&draft, "caidian-ex-ante-missing"));
    set(&mut draft, "fund.fiscal.year", "100");
    assert!(blocks(&draft, "caidian-ex-ante-missing"));
    set(&mut draft, "ex-ante", "已评估，未通过");
    assert!(!blocks(&draft, "caidian-ex-ante-missing"));
    assert!(blocks(&draft, "caidian-ex-ante-failed"));
}

/// A self-evaluation of one row that gets `points` of 90, beside 10 for the execution.
fn evaluated(kit: &Kit, pack: &PackRef, points: &str) -> Draft {
    let mut draft = blank(kit, pack, "project-self-evaluation-2021");
    set(&mut draft, "fund.total.annual", "50");
    set(&mut draft, "fund.total.executed", "50");
    let texts = [
        ("level-1", "产出指标"),
        ("level-3", "巡查次数"),
        ("target", "按计划完成"),
        ("actual", "已巡查"),
        ("weight", "90"),
        ("score", points),
    ];
    row(&mut draft, "a", &texts);
    draft
}

#[test]
fn what_follows_from_a_grade_is_advised_without_a_number_that_no_source_gives() {
    let (kit, pack) = district("hubei-caidian");
    let of = |points: &str| {
        let draft = evaluated(&kit, &pack, points);
        let scores = draft.scores(&draft.check(Stage::Review));
        assert!(scores.advice.iter().all(|advice| advice.reduction.is_none()));
        (scores.performance.unwrap().grade.unwrap(), advice(&draft).join(""))
    };
    assert_eq!(of("85"), ("优".to_owned(), "评价等次为优，不需要整改。".to_owned()));
    let (grade, says) = of("75");
    assert_eq!(grade, "良");
    assert!(says.contains("整改"), "{says}");
    let (grade, says) = of("60");
    assert_eq!(grade, "中");
    assert!(says.contains("取消或压减"), "{says}");
}

#[test]
fn the_two_best_grades_have_other_names_in_alashankou() {
    let (kit, pack) = district("xinjiang-alashankou");
    let draft = evaluated(&kit, &pack, "80");
    let scores = draft.scores(&draft.check(Stage::Review));
    let card = scores.performance.unwrap();
    assert!(matches!(card.total, Points::Determined { .. }));
    assert_eq!(card.grade.as_deref(), Some("优秀"));
    assert_eq!(advice(&draft), ["优先保障年度预算和延续项目的预算资金。"]);
}

/// A monitoring sheet on which 40 of 100 is spent and a row of 100 metres has come to `done`.
fn monitored(kit: &Kit, pack: &PackRef, done: &str) -> Draft {
    let mut draft = blank(kit, pack, "project-monitoring-2021");
    set(&mut draft, "year", "2021");
    set(&mut draft, "monitored-to", "2021-08-31");
    set(&mut draft, "fund.total.initial", "100");
    set(&mut draft, "fund.total.so-far", "40");
    row(&mut draft, "a", &[("level-1", "产出指标"), ("level-3", "管沟长度"), ("target", "≥100米"), ("so-far", done)]);
    draft
}

#[test]
fn money_and_goals_that_drift_apart_by_more_than_twenty_points_are_red_in_alashankou() {
    let (kit, pack) = district("xinjiang-alashankou");
    let light = |done: &str| {
        let draft = monitored(&kit, &pack, done);
        let card = draft.scores(&draft.check(Stage::Review)).monitoring.unwrap();
        card.light.map(|light| format!("{light:?}").to_lowercase())
    };
    // 40 per cent of the money; 60 per cent of the work is 20 points apart, 61 is more.
    assert_eq!(light("60米"), None, "the points of the review are still to come");
    assert_eq!(light("61米").as_deref(), Some("red"));
    let (kit, pack) = (jibiao_tests::kit(), jibiao_tests::kit().held()[0].reference.clone());
    let draft = monitored(&kit, &pack, "61米");
    let card = draft.scores(&draft.check(Stage::Review)).monitoring.unwrap();
    assert_eq!(card.light, None, "the nation states no bounds");
}

#[test]
fn two_periods_below_sixty_in_a_row_have_the_budget_adjusted_in_alashankou() {
    let (kit, pack) = district("xinjiang-alashankou");
    let mut spring = monitored(&kit, &pack, "50米");
    set(&mut spring, "total-score", "58");
    let adjusted = "连续两次监控审核低于60分，进行预算调整。".to_owned();
    assert!(!advice(&spring).contains(&adjusted));
    let mut summer = kit.carry(&pack, "project-monitoring-2021", None, &[&spring], "s").unwrap();
    assert_eq!(summer.document().text("total-score"), "", "the score of spring is remembered, not copied");
    set(&mut summer, "total-score", "59.9");
    assert!(advice(&summer).contains(&adjusted));
    set(&mut summer, "total-score", "60");
    assert!(!advice(&summer).contains(&adjusted));
}

#[test]
fn points_printed_beside_a_row_are_its_share_of_the_level_in_guangshui() {
    let kit = jibiao_tests::kit();
    let mut draft = kit.blank("project-self-evaluation-guangshui", "d").unwrap();
    let level = ("level-2", "数量指标");
    row(&mut draft, "a", &[level, ("level-2-weight", "20"), ("level-3", "道路长度"), ("weight", "7")]);
    row(&mut draft, "b", &[level, ("level-3", "桥梁座数"), ("weight", "6")]);
    row(&mut draft, "c", &[level, ("level-3", "标志块数"), ("weight", "12")]);
    let report = draft.check(Stage::Submission);
    let off: Vec<_> = report
        .entries
        .iter()
        .filter(|entry| entry.finding.message == "weight-split-off-share")
        .map(|entry| entry.finding.place.row.clone().unwrap().to_string())
        .collect();
    // 20 ÷ 3 is 6 or 7.
    assert_eq!(off, ["c"]);
}

#[test]
fn a_cut_needs_its_amount_and_a_project_its_class_in_xiuzhou() {
    let (kit, pack) = district("zhejiang-xiuzhou");
    for form in ["ex-ante-five-dimensions", "ex-ante-five-questions"] {
        let mut draft = blank(&kit, &pack, form);
        set(&mut draft, "conclusion", "核减资金");
        assert!(blocks(&draft, "xiuzhou-cut-missing"), "{form}");
    }
    for form in ["project-declaration-2021", "project-declaration-2015", "project-application-2021"] {
        assert!(blocks(&blank(&kit, &pack, form), "xiuzhou-tier-missing"), "{form}");
    }
}

#[test]
fn a_goal_without_a_figure_stops_the_hand_in_in_jinghai_and_not_in_the_nation() {
    let (kit, pack) = district("tianjin-jinghai");
    let goal = |kit: &Kit, pack: &PackRef| {
        let mut draft = blank(kit, pack, "project-declaration-2021");
        set(&mut draft, "year-goal", "做好全区农村饮水安全工程的日常管理和维修养护，保障群众用水安全。");
        blocks(&draft, "goal-without-figure")
    };
    assert!(goal(&kit, &pack));
    let nation = jibiao_tests::kit();
    assert!(!goal(&nation, &nation.held()[0].reference.clone()));
}

#[test]
fn whoever_sets_and_whoever_checks_the_targets_is_named_in_dongli() {
    let (kit, pack) = district("tianjin-dongli");
    let draft = blank(&kit, &pack, "project-declaration-2021");
    let report = draft.check(Stage::Submission);
    let named = report.entries.iter().filter(|entry| entry.finding.rule.as_str() == "dongli-preparer-missing");
    assert_eq!(named.count(), 2);
}
