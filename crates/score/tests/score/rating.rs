//! Rating sheets. Every expected figure was worked out by hand.

use jibiao_model::{Concept, FormPurpose, Formula, RatingCard};
use jibiao_reading::Reading;
use jibiao_score::{Grade, ItemGrade, Method, Overall, Scoring, rating};
use proptest::prelude::*;

use crate::{
    sheet::{n, scoring, shown, vocabulary},
    small::Small,
};

const POINTED: &[(&str, Concept)] = &[
    ("part", Concept::RatingPart),
    ("item", Concept::RatingItem),
    ("weight", Concept::Weight),
    ("grade", Concept::RatingGrade),
    ("score", Concept::Score),
];
const ORDINARY: &[(&str, Concept)] =
    &[("part", Concept::RatingPart), ("item", Concept::RatingItem), ("grade", Concept::RatingGrade)];

fn pointed() -> Small {
    Small::new(FormPurpose::ExAnte, &[Concept::TotalScore, Concept::Conclusion], POINTED)
}

fn ordinary() -> Small {
    Small::new(FormPurpose::TargetReview, &[Concept::Grade], ORDINARY)
}

fn card(sheet: &Small, change: impl FnOnce(&mut Method)) -> RatingCard {
    let mut scoring: Scoring = scoring();
    change(&mut scoring.method);
    rating(&Reading::of(&sheet.form, &sheet.document, &vocabulary()), &scoring).unwrap()
}

fn grades(names: &[(&str, &str)]) -> Vec<Grade> {
    names.iter().map(|(name, from)| Grade { name: (*name).to_owned(), from: n(from) }).collect()
}

fn items(method: &mut Method, shares: &[(&str, &str, &str)]) {
    let item = |(name, from, to): &(&str, &str, &str)| ItemGrade { name: (*name).to_owned(), from: n(from), to: n(to) };
    method.rating.items = shares.iter().map(item).collect();
}

#[test]
fn points_given_are_added_and_graded_by_the_names_of_the_pack() {
    let sheet = pointed()
        .row(&["立项必要性", "依据充分", "40", "", "38"])
        .row(&["", "需求迫切", "40", "", "30.5"])
        .row(&["投入经济性", "测算合理", "20", "", "12"])
        .cell("total-score", "80.5")
        .cell("conclusion", "调整后支持");
    let card = card(&sheet, |method| {
        method.grades = grades(&[("支持", "90"), ("调整后支持", "70"), ("不予支持", "0")]);
    });
    assert_eq!(card.total.as_ref().map(shown).as_deref(), Some("80.5"));
    assert_eq!((card.weight, card.grade.as_deref()), (n("100"), Some("调整后支持")));
    assert_eq!(card.printed_grade.as_deref(), Some("调整后支持"));
    assert!(!card.total_differs && !card.grade_differs);
    assert_eq!(card.lines[1].part, "立项必要性");
    assert_eq!(card.lines[2].place.pointer, "/tables/rows/2");
    assert!(card.lines.iter().all(|line| line.formula == Formula::Rated && !line.differs));
}

#[test]
fn points_beyond_the_weight_are_kept_within_it_and_differ() {
    let sheet = pointed().row(&["", "甲", "10", "", "12"]).row(&["", "乙", "10", "", "-1"]);
    let card = card(&sheet, |_| {});
    assert_eq!(card.total.as_ref().map(shown).as_deref(), Some("10"));
    assert!(card.lines.iter().all(|line| line.differs));
}

#[test]
fn open_items_leave_bounds_and_a_grade_only_where_both_ends_have_it() {
    let sheet = pointed().row(&["", "甲", "95", "", "93"]).row(&["", "乙", "5", "", ""]);
    let found = card(&sheet, |_| {});
    assert_eq!(found.total.as_ref().map(shown).as_deref(), Some("93..98"));
    assert_eq!(found.grade.as_deref(), Some("优"));
    let sheet = pointed().row(&["", "甲", "80", "", "75"]).row(&["", "乙", "20", "", ""]);
    let found = card(&sheet, |_| {});
    assert_eq!((found.total.as_ref().map(shown).as_deref(), found.grade), (Some("75..95"), None));
}

#[test]
fn an_excerpt_leaves_open_what_it_does_not_show() {
    let sheet = pointed().row(&["", "甲", "60", "", "50"]).excerpt();
    let card = card(&sheet, |_| {});
    assert_eq!((card.total.as_ref().map(shown).as_deref(), card.grade), (Some("50..90"), None));
}

#[test]
fn a_grade_of_an_item_is_a_share_or_a_band_of_its_points() {
    let exactly = |method: &mut Method| {
        items(method, &[("优", "100", "100"), ("良", "80", "80"), ("中", "60", "60"), ("差", "0", "0")]);
    };
    let sheet = pointed()
        .row(&["", "甲", "5", "优", ""])
        .row(&["", "乙", "5", "良", ""])
        .row(&["", "丙", "5", "良", "5"])
        .row(&["", "丁", "5", "差", "0"]);
    let found = card(&sheet, exactly);
    assert_eq!(found.total.as_ref().map(shown).as_deref(), Some("13"));
    let differing: Vec<bool> = found.lines.iter().map(|line| line.differs).collect();
    assert_eq!(differing, [false, false, true, false]);
    let band = |method: &mut Method| items(method, &[("优", "90", "100"), ("良", "80", "90")]);
    let sheet = pointed()
        .row(&["", "甲", "10", "优", "9.5"])
        .row(&["", "乙", "10", "良", ""])
        .row(&["", "丙", "10", "良", "5"]);
    let found = card(&sheet, band);
    assert_eq!(found.total.as_ref().map(shown).as_deref(), Some("25.5..27.5"));
    assert!(found.lines[2].differs && found.lines[2].formula == Formula::Graded);
}

#[test]
fn sheets_without_points_have_a_grade_only_where_the_pack_says_how() {
    let sheet = || ordinary().row(&["", "甲", "优"]).row(&["", "乙", "优"]).row(&["", "丙", "中"]).cell("grade", "优");
    let of = |sheet: &Small, overall| {
        let card = card(sheet, |method| method.rating.overall = overall);
        (card.grade, card.grade_differs, card.total)
    };
    assert_eq!(of(&sheet(), Overall::None), (None, false, None));
    assert_eq!(of(&sheet(), Overall::Worst), (Some("中".to_owned()), true, None));
    assert_eq!(of(&sheet(), Overall::Commonest), (Some("优".to_owned()), false, None));
    let tied = ordinary().row(&["", "甲", "优"]).row(&["", "乙", "良"]);
    assert_eq!(of(&tied, Overall::Commonest).0.as_deref(), Some("良"));
    let open = ordinary().row(&["", "甲", "良"]).row(&["", "乙", ""]);
    assert_eq!(of(&open, Overall::Worst).0, None);
    let lost = ordinary().row(&["", "甲", "差"]).row(&["", "乙", ""]);
    assert_eq!(of(&lost, Overall::Worst).0.as_deref(), Some("差"));
}

#[test]
fn a_conclusion_is_the_longest_name_in_it() {
    let names = |method: &mut Method| method.grades = grades(&[("支持", "60"), ("不予支持", "0")]);
    let sheet = pointed().row(&["", "甲", "100", "", "50"]).cell("conclusion", "建议不予支持");
    let card = card(&sheet, names);
    assert_eq!((card.printed_grade.as_deref(), card.grade_differs), (Some("不予支持"), false));
}

#[test]
fn a_single_character_in_a_conclusion_is_no_grade() {
    let sheet = ordinary().row(&["", "甲", "优"]);
    let of = |sheet: Small| card(&sheet, |_| {}).printed_grade;
    assert_eq!(of(sheet.cell("grade", "优（综合）")).as_deref(), Some("优"));
    let sheet = || pointed().row(&["", "甲", "100", "", "95"]);
    assert_eq!(of(sheet().cell("conclusion", "进入中期规划，良好")), None);
    assert_eq!(of(sheet().cell("conclusion", "优")).as_deref(), Some("优"));
}

#[test]
fn a_form_without_items_has_no_card() {
    let sheet = Small::new(FormPurpose::ReEvaluation, &[Concept::Grade], &[("level-3", Concept::LevelThree)]);
    assert_eq!(rating(&Reading::of(&sheet.form, &sheet.document, &vocabulary()), &scoring()), None);
}

#[test]
fn a_blank_sheet_a_weight_of_zero_and_heads_of_parts_have_an_answer() {
    assert_eq!(card(&pointed(), |_| {}).total.as_ref().map(shown).as_deref(), Some("0..100"));
    let sheet =
        pointed().row(&["立项", "合计", "", "", ""]).row(&["", "甲", "0", "", "3"]).row(&["", "乙", "-5", "", "3"]);
    let card = card(&sheet, |_| {});
    assert_eq!(card.total.as_ref().map(shown).as_deref(), Some("0"));
    assert_eq!((card.lines[0].points.is_none(), card.lines[1].differs, card.lines[2].weight), (true, true, None));
}

proptest! {
    #[test]
    fn bounds_hold_every_completion(given in prop::collection::vec((0u32..20, 0u32..20), 1..8), open in 0usize..8) {
        let sheet = |finished: bool| {
            given.iter().enumerate().fold(pointed(), |sheet, (index, (weight, score))| {
                let score = if finished || index >= open { score.to_string() } else { String::new() };
                sheet.row(&["", "项", &weight.to_string(), "", &score])
            })
        };
        let (low, high) = match card(&sheet(false), |_| {}).total.unwrap() {
            jibiao_model::Points::Determined { rounded, .. } => (rounded, rounded),
            jibiao_model::Points::Undetermined { low, high } => (low, high),
        };
        let total = card(&sheet(true), |_| {}).total.unwrap().rounded().unwrap();
        prop_assert!(low <= total && total <= high);
    }

    #[test]
    fn the_order_of_items_does_not_matter(mut rows in prop::collection::vec((0u32..20, 0u32..20), 1..8)) {
        let of = |rows: &[(u32, u32)]| {
            let sheet = rows.iter().fold(pointed(), |sheet, (weight, score)| {
                sheet.row(&["", "项", &weight.to_string(), "", &score.to_string()])
            });
            card(&sheet, |_| {}).total
        };
        let before = of(&rows);
        rows.reverse();
        prop_assert_eq!(of(&rows), before);
    }
}
