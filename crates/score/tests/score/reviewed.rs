//! Sheets that go through a self-evaluation again, row by row. Every expected figure was worked out by hand.

use jibiao_model::{Concept, FormPurpose, Formula, RatingCard};
use jibiao_reading::Reading;
use jibiao_score::{Scoring, rating};
use proptest::prelude::*;

use crate::{
    sheet::{n, scoring, shown, vocabulary},
    small::Small,
};

const ROWS: &[(&str, Concept)] = &[
    ("level-1", Concept::LevelOne),
    ("level-3", Concept::LevelThree),
    ("weight", Concept::Weight),
    ("score", Concept::Score),
    ("review-score", Concept::ReviewScore),
];

fn sheet() -> Small {
    let cells = [Concept::SelfTotal, Concept::ReviewExecution, Concept::TotalScore, Concept::Deviation, Concept::Grade];
    Small::new(FormPurpose::ReEvaluation, &cells, ROWS)
}

fn two_rows() -> Small {
    sheet()
        .row(&["产出指标", "养护里程", "50", "50", "46.5"])
        .row(&["满意度指标", "群众满意度", "40", "38", "38"])
        .cell("review-execution", "9.5")
}

fn card(sheet: &Small) -> RatingCard {
    let scoring: Scoring = scoring();
    rating(&Reading::of(&sheet.form, &sheet.document, &vocabulary()), &scoring).unwrap()
}

fn total(card: &RatingCard) -> String {
    shown(card.total.as_ref().unwrap())
}

#[test]
fn points_given_for_spending_and_rows_are_added_and_graded() {
    let card = card(&two_rows().cell("total-score", "94").cell("grade", "优"));
    // 9.5 + 46.5 + 38
    assert_eq!((total(&card).as_str(), card.grade.as_deref(), card.weight), ("94", Some("优"), n("100")));
    assert!(!card.total_differs && !card.grade_differs);
    let items: Vec<&str> = card.lines.iter().map(|line| line.item.as_str()).collect();
    assert_eq!(items, ["", "养护里程", "群众满意度"]);
    assert_eq!(card.lines[0].place.pointer, "/cells/review-execution");
    assert_eq!((card.lines[1].part.as_str(), card.lines[1].place.pointer.as_str()), ("产出指标", "/tables/rows/0"));
    assert!(card.lines.iter().all(|line| line.formula == Formula::Rated && !line.differs));
}

#[test]
fn a_printed_total_that_is_another_differs() {
    assert!(card(&two_rows().cell("total-score", "97.5")).total_differs);
    // By hand rounded.
    assert!(!card(&two_rows().cell("total-score", "94.05")).total_differs);
}

#[test]
fn points_beyond_those_of_the_row_are_kept_within_them() {
    let card = card(&sheet().row(&["", "养护里程", "90", "90", "95"]).cell("review-execution", "11"));
    assert_eq!(total(&card), "100");
    assert!(card.lines.iter().all(|line| line.differs));
}

#[test]
fn what_is_not_given_yet_leaves_bounds() {
    let sheet = sheet().row(&["", "养护里程", "50", "50", "46.5"]).row(&["", "群众满意度", "40", "38", ""]);
    let card = card(&sheet.cell("total-score", "95"));
    assert_eq!((total(&card).as_str(), card.grade), ("46.5..96.5", None));
    assert!(!card.total_differs, "it may still come to that");
}

#[test]
fn rows_of_a_hundred_points_leave_none_for_spending() {
    let card = card(&sheet().row(&["", "养护里程", "100", "95", "92"]));
    assert_eq!((card.lines.len(), total(&card).as_str()), (1, "92"));
}

#[test]
fn the_deviation_is_a_share_of_the_own_total() {
    let deviation = |sheet: Small| {
        let deviation = card(&sheet).deviation.unwrap();
        (deviation.percent.map(|percent| percent.to_string()), deviation.differs)
    };
    let with = |own: &str, printed: &str| two_rows().cell("self-total", own).cell("deviation", printed);
    // (97.5 − 94) ÷ 97.5 = 3.5897… %, of the computed total.
    assert_eq!(deviation(with("97.5", "3.59%")), (Some("3.59".to_owned()), false));
    assert_eq!(deviation(with("97.5", "-3.59%")), (Some("3.59".to_owned()), false));
    assert_eq!(deviation(with("97.5", "3.5%")), (Some("3.59".to_owned()), true));
    // Of the printed total where there is one: (97.5 − 93) ÷ 97.5 = 4.6153… %.
    assert_eq!(deviation(with("97.5", "4.62").cell("total-score", "93")), (Some("4.62".to_owned()), false));
    // More was given: (80 − 94) ÷ 80 = −17.5 %.
    assert_eq!(deviation(with("80", "17.5%")), (Some("-17.5".to_owned()), false));
}

#[test]
fn a_deviation_of_nothing_or_of_an_open_total_is_not_known() {
    for (own, row) in [("0", "46"), ("", "46"), ("97.5", ""), ("-3", "46")] {
        let sheet = sheet().row(&["", "养护里程", "90", "90", row]).cell("review-execution", "9");
        let deviation = card(&sheet.cell("self-total", own).cell("deviation", "3%")).deviation.unwrap();
        assert_eq!((deviation.percent, deviation.differs), (None, false), "{own} {row}");
    }
}

#[test]
fn a_blank_sheet_an_excerpt_and_odd_points_have_an_answer() {
    assert_eq!(total(&card(&sheet())), "0..100");
    assert_eq!(total(&card(&two_rows().excerpt())), "94..94");
    let odd =
        sheet().row(&["", "甲", "0", "0", "0"]).row(&["", "乙", "-5", "1", "1"]).row(&["", "丙", "九十", "1", "1"]);
    assert_eq!(card(&odd.cell("review-execution", "79228162514264337593543950335")).lines.len(), 2);
}

proptest! {
    #[test]
    fn the_order_of_rows_does_not_matter(mut rows in prop::collection::vec((0u32..20, 0u32..20), 1..8), spent in 0u32..11) {
        let of = |rows: &[(u32, u32)]| {
            let sheet = rows.iter().fold(sheet(), |sheet, (weight, given)| {
                sheet.row(&["", "甲", &weight.to_string(), "", &given.to_string()])
            });
            total(&card(&sheet.cell("review-execution", &spent.to_string())))
        };
        let before = of(&rows);
        rows.reverse();
        prop_assert_eq!(before, of(&rows));
    }

    #[test]
    fn more_points_given_never_make_less_nor_deviate_more(given in prop::collection::vec(0u32..25, 1..6), at in 0usize..6, more in 0u32..25) {
        let of = |given: &[u32]| {
            let sheet = given.iter().fold(sheet(), |sheet, given| sheet.row(&["", "甲", "15", "", &given.to_string()]));
            let card = card(&sheet.cell("review-execution", "5").cell("self-total", "80"));
            (card.total.unwrap().rounded().unwrap(), card.deviation.unwrap().percent.unwrap())
        };
        let mut raised = given.clone();
        let at = at % raised.len();
        raised[at] += more;
        let (before, after) = (of(&given), of(&raised));
        prop_assert!(after.0 >= before.0 && after.1 <= before.1, "{before:?} {after:?}");
    }

    #[test]
    fn bounds_hold_every_completion(given in prop::collection::vec(0u32..16, 1..6), open in 0usize..6) {
        let of = |finished: bool| {
            let rows = given.iter().enumerate();
            let sheet = rows.fold(sheet(), |sheet, (index, given)| {
                let points = if finished || index >= open { given.to_string() } else { String::new() };
                sheet.row(&["", "甲", "15", "", &points])
            });
            match card(&sheet.cell("review-execution", "5")).total.unwrap() {
                jibiao_model::Points::Determined { rounded, .. } => (rounded, rounded),
                jibiao_model::Points::Undetermined { low, high } => (low, high),
            }
        };
        let ((low, high), (total, _)) = (of(false), of(true));
        prop_assert!(low <= total && total <= high, "{low} {total} {high}");
    }
}
