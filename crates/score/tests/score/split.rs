//! 三级分值＝二级分值÷三级指标个数: expected figures were worked out by hand from the stated rule.

use jibiao_model::{Concept, FormPurpose, Rounding, Scorecard};
use jibiao_reading::Reading;
use jibiao_score::{Scoring, Split, performance};

use crate::{
    sheet::{n, points, scoring, shown, vocabulary},
    small::Small,
};

const COLUMNS: &[(&str, Concept)] = &[
    ("one", Concept::LevelOne),
    ("two", Concept::LevelTwo),
    ("shared", Concept::LevelTwoWeight),
    ("name", Concept::LevelThree),
    ("target", Concept::Target),
    ("actual", Concept::Actual),
    ("weight", Concept::Weight),
    ("score", Concept::Score),
];

fn sheet() -> Small {
    Small::new(FormPurpose::SelfEvaluation, &[], COLUMNS)
}

fn card(sheet: &Small, split: Option<(u32, Rounding)>) -> Scorecard {
    let mut scoring: Scoring = scoring();
    scoring.method.split = split.map(|(scale, rounding)| Split { scale, rounding });
    performance(&Reading::of(&sheet.form, &sheet.document, &vocabulary()), &scoring)
}

fn whole(sheet: &Small) -> Scorecard {
    card(sheet, Some((0, Rounding::HalfUp)))
}

fn weights(card: &Scorecard) -> Vec<String> {
    card.lines.iter().map(|line| line.weight.map_or_else(String::new, |weight| weight.to_string())).collect()
}

#[test]
fn rows_share_the_points_of_their_level_two_in_whole_points() {
    // 25 ÷ 3 = 8.33, 8 each; 15 ÷ 2 = 7.5, 8 each.
    let sheet = sheet()
        .row(&["效益指标", "社会效益指标", "25", "带动就业", "≥10人", "10人"])
        .row(&["效益指标", "社会效益指标", "", "受益人口", "≥100人", "50人"])
        .row(&["效益指标", "社会效益指标", "", "培训", "≥4场", "3场"])
        .row(&["产出指标", "数量指标", "15", "道路", "≥10公里", "9公里"])
        .row(&["产出指标", "数量指标", "15", "涵洞", "≥2座", "2座"]);
    let card = whole(&sheet);
    assert_eq!(weights(&card), ["8", "8", "8", "8", "8"]);
    // 8; 8 × 50/100; 8 × 3/4; 8 × 9/10; 8.
    let each: Vec<String> = card.lines.iter().map(points).collect();
    assert_eq!(each, ["8", "4", "6", "7.2", "8"]);
    // What is shared is not put right: 24 and 16 are not 25 and 15.
    assert_eq!((shown(&card.total).as_str(), card.weight), ("33.2", n("40")));
    let said = card.lines[0].inputs.iter().find(|input| input.name == "split").map(|input| input.read.as_str());
    assert_eq!(said, Some("25 ÷ 3"));
}

#[test]
fn shares_may_keep_decimals() {
    let sheet = sheet()
        .row(&["产出指标", "数量指标", "10", "道路", "≥10公里", "10公里"])
        .row(&["产出指标", "数量指标", "", "涵洞", "≥2座", "2座"])
        .row(&["产出指标", "数量指标", "", "护栏", "≥3公里", "3公里"]);
    assert_eq!(weights(&card(&sheet, Some((2, Rounding::HalfUp)))), ["3.33", "3.33", "3.33"]);
}

#[test]
fn merged_cells_belong_to_the_level_two_above() {
    let sheet = sheet()
        .row(&["产出指标", "数量指标", "15", "道路", "≥10公里", "10公里"])
        .row(&["", "", "", "涵洞", "≥2座", "2座"])
        .row(&["", "质量指标", "12", "合格率", "≥95%", "95%"])
        .row(&["效益指标", "质量指标", "5", "别的", "≥1个", "1个"]);
    assert_eq!(weights(&whole(&sheet)), ["8", "8", "12", "5"]);
}

#[test]
fn points_of_its_own_stay_and_the_row_counts_among_those_that_share() {
    let sheet = sheet().row(&["产出指标", "数量指标", "15", "道路", "≥10公里", "10公里", "9"]).row(&[
        "产出指标",
        "数量指标",
        "",
        "涵洞",
        "≥2座",
        "2座",
    ]);
    assert_eq!(weights(&whole(&sheet)), ["9", "8"]);
}

#[test]
fn what_is_not_said_or_said_in_several_ways_is_not_shared() {
    let several = sheet().row(&["产出指标", "数量指标", "15", "道路", "≥10公里", "10公里"]).row(&[
        "产出指标",
        "数量指标",
        "12",
        "涵洞",
        "≥2座",
        "2座",
    ]);
    assert_eq!(whole(&several).lines, []);
    let unread = sheet().row(&["产出指标", "数量指标", "十几", "道路", "≥10公里", "10公里"]);
    assert_eq!(whole(&unread).lines, []);
    let below = sheet().row(&["产出指标", "数量指标", "-5", "道路", "≥10公里", "10公里"]);
    assert_eq!(whole(&below).lines, []);
    let nowhere = sheet().row(&["产出指标", "", "", "道路", "≥10公里", "10公里"]);
    assert_eq!(whole(&nowhere).lines, []);
}

#[test]
fn without_the_setting_rows_have_their_own_points_only() {
    let sheet = sheet().row(&["产出指标", "数量指标", "15", "道路", "≥10公里", "10公里"]);
    assert_eq!(card(&sheet, None).lines, []);
}
