//! 绩效得分, from texts to points. Every expected figure was worked out by hand.

use crate::sheet::{Sheet, n, points, row_id, shown};
use jibiao_model::{Formula, Points};
use jibiao_score::{Late, Method};
use proptest::prelude::*;

#[test]
fn a_target_missed_by_two_in_a_hundred_gives_98_percent_of_the_points() {
    let line = Sheet::executed().row(["质量指标", "政策知晓率", "=100%", "98%", "10", "9"]).first_row();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Exact, "9.8"));
    assert_eq!(line.printed, Some(n("9")));
    assert!(line.differs);
}

#[test]
fn the_sign_decides_which_way_is_better() {
    for (target, actual, formula, expected) in [
        ("≥40公里", "30公里", Formula::Higher, "7.5"),
        ("≤40公里", "50公里", Formula::Lower, "8"),
        ("≤40公里", "0公里", Formula::Lower, "10"),
        ("＜40公里", "50公里", Formula::Lower, "8"),
        ("=40公里", "50公里", Formula::Exact, "8"),
        ("=40公里", "40公里", Formula::Exact, "10"),
        (">40公里", "80公里", Formula::Higher, "10"),
    ] {
        let line = Sheet::executed().quantity(target, actual, "10").first_row();
        assert_eq!((line.formula, points(&line).as_str()), (formula, expected), "{target} {actual}");
    }
}

#[test]
fn without_a_sign_costs_and_bad_counts_are_better_when_smaller() {
    let cost = Sheet::executed().row(["成本指标", "项目总投资", "20万元", "25万元", "10", ""]).first_row();
    assert_eq!((cost.formula, points(&cost).as_str()), (Formula::Lower, "8"));
    let complaints = Sheet::executed().row(["质量指标", "群众投诉", "10件", "20件", "10", ""]).first_row();
    assert_eq!((complaints.formula, points(&complaints).as_str()), (Formula::Lower, "5"));
    let saved = Sheet::executed().row(["成本指标", "资金节约率", "10%", "5%", "10", ""]).first_row();
    assert_eq!((saved.formula, points(&saved).as_str()), (Formula::Higher, "5"));
}

#[test]
fn a_target_of_zero_never_divides() {
    for (target, actual, expected) in [
        ("0起", "0起", "10"),
        ("0起", "2起", "0"),
        ("≤0起", "1起", "0"),
        ("≤0起", "0起", "10"),
        ("=0起", "0起", "10"),
        ("≥0起", "0起", "10"),
    ] {
        let line = Sheet::executed().quantity(target, actual, "10").first_row();
        assert_eq!(points(&line), expected, "{target} {actual}");
    }
}

#[test]
fn units_of_one_family_are_converted() {
    for (target, actual, expected) in
        [("≥3.5万元", "28000元", "8"), ("≥2公里", "1500米", "7.5"), ("≥15亩", "1公顷", "10"), ("≥95%", "76", "8")]
    {
        let line = Sheet::executed().quantity(target, actual, "10").first_row();
        assert_eq!(points(&line), expected, "{target} {actual}");
    }
}

#[test]
fn what_cannot_be_compared_keeps_the_points_given_within_the_weight() {
    for (target, actual, score, expected) in [
        ("有效", "有效", "10", "10"),
        ("有效", "有效", "12", "10"),
        ("有效", "有效", "-1", "0"),
        ("有效", "有效", "", "0..10"),
        ("9月前", "已开工", "8", "8"),
        ("9月15日前", "9月", "8", "8"),
        ("80-90%", "85%", "9", "9"),
        ("≤30万元", "完成", "9", "9"),
        ("≥30人", "30户", "9", "9"),
        ("", "", "9", "9"),
    ] {
        let line = Sheet::executed().row(["数量指标", "某项", target, actual, "10", score]).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Given, expected), "{target} {actual} {score}");
    }
}

#[test]
fn a_date_that_was_kept_is_full_and_a_late_one_is_not() {
    for (target, actual, score, expected) in [
        ("9月前", "7月", "8", "10"),
        ("≤2026年12月", "2026年10月20日", "", "10"),
        ("≤2026年12月", "2027年3月", "6", "6"),
        ("≤2026年12月", "2027年3月", "-2", "0"),
        ("≤2026年12月", "2027年3月", "10", "0..10"),
        ("≤2026年12月", "2027年3月", "", "0..10"),
    ] {
        let line = Sheet::executed().row(["时效指标", "完工时间", target, actual, "10", score]).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Deadline, expected), "{target} {actual} {score}");
    }
}

#[test]
fn a_pack_may_state_what_is_left_of_a_late_row() {
    let late = |from: &'static str, to: &'static str| {
        move |method: &mut Method| {
            method.late = Some(Late { from: from.parse().unwrap(), to: to.parse().unwrap(), basis: None });
        }
    };
    for (from, to, score, expected) in
        [("0", "0", "10", "0"), ("70", "70", "", "7"), ("0", "60", "5", "5"), ("0", "60", "9", "0..6")]
    {
        let row = ["时效指标", "完工时间", "≤2026年12月", "2027年3月", "10", score];
        let line = Sheet::executed().row(row).stated(late(from, to)).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Deadline, expected), "{from} {to} {score}");
    }
}

#[test]
fn a_cost_below_nothing_is_no_success() {
    for (target, actual, formula, expected) in [
        ("≤50万元", "-3万元", Formula::Open, "0..10"),
        ("≤50件", "-3件", Formula::Open, "0..10"),
        ("≤4万元/公里", "-3", Formula::Open, "0..10"),
        ("≤5℃", "-3℃", Formula::Lower, "10"),
        ("≤50万元", "0万元", Formula::Lower, "10"),
        ("≤3%", "-5%", Formula::Lower, "10"),
    ] {
        let line = Sheet::executed().row(["质量指标", "某项", target, actual, "10", "10"]).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (formula, expected), "{target} {actual}");
    }
}

#[test]
fn points_below_nothing_do_not_lift_the_total_above_what_there_is() {
    let sheet = Sheet::executed().quantity("≥3公里", "3公里", "90").quantity("≥3公里", "3公里", "-10");
    let Points::Undetermined { high, .. } = sheet.card().total else { panic!("a total of points nobody can read") };
    assert_eq!(high.to_string(), "100");
}

#[test]
fn a_result_that_is_no_number_is_not_believed() {
    let line = Sheet::executed().row(["经济成本指标", "项目总成本", "≤50万元", "2月30日", "10", "10"]).first_row();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Open, "0..10"));
}

#[test]
fn points_given_beyond_the_weight_differ_from_the_rule() {
    let sheet = Sheet::executed().row(["质量指标", "作用", "有效", "有效", "10", "12"]);
    assert!(sheet.first_row().differs);
    let sheet = Sheet::executed().row(["质量指标", "作用", "有效", "有效", "10", "6"]);
    assert!(!sheet.first_row().differs);
}

#[test]
fn a_result_still_to_come_leaves_the_line_open() {
    let line = Sheet::executed().row(["数量指标", "长度", "≥40公里", "", "10", "10"]).first_row();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Open, "0..10"));
}

#[test]
fn a_row_without_points_of_its_own_has_no_line() {
    let card = Sheet::executed().quantity("≥40公里", "40公里", "90").quantity("≥40公里", "40公里", "").card();
    assert_eq!(card.lines.len(), 2);
    assert_eq!(shown(&card.total), "100");
}

#[test]
fn points_that_cannot_be_read_leave_the_total_open() {
    let card = Sheet::executed().quantity("≥40公里", "40公里", "二十").card();
    assert_eq!(card.lines[1].weight, None);
    assert!(matches!(card.total, Points::Undetermined { .. }));
}

#[test]
fn execution_is_weight_times_rate_up_to_the_weight() {
    for (annual, executed, weight, expected) in [
        ("260000", "218946.9", "", "8.42"),
        ("50", "10", "20", "4"),
        ("416.25", "428.19", "", "10"),
        ("50", "", "", "0..10"),
        ("", "50", "", "0..10"),
        ("50", "-1", "", "0"),
    ] {
        let line = Sheet::new()
            .cell("fund.total.annual", annual)
            .cell("fund.total.executed", executed)
            .cell("fund.total.weight", weight)
            .execution();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Execution, expected), "{annual} {executed}");
    }
}

#[test]
fn the_rate_of_no_budget_is_the_persons_to_judge() {
    let sheet = Sheet::new().cell("fund.total.annual", "0").cell("fund.total.executed", "0");
    let line = sheet.execution();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Given, "0..10"));
    let line = sheet.cell("fund.total.score", "0").execution();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Given, "0"));
}

#[test]
fn a_total_of_zero_above_its_sources_is_taken_from_the_sources() {
    let line = Sheet::new()
        .cell("fund.total.annual", "0")
        .cell("fund.total.executed", "0")
        .cell("fund.fiscal.annual", "80")
        .cell("fund.other.annual", "20")
        .cell("fund.fiscal.executed", "75")
        .execution();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Execution, "7.5"));
    let read: Vec<&str> = line.inputs.iter().map(|input| input.read.as_str()).collect();
    assert_eq!(read, ["75 万元", "100 万元"]);
}

#[test]
fn a_form_that_gives_all_points_to_indicators_has_no_execution_line() {
    let sheet = Sheet::executed().quantity("≥40公里", "40公里", "100");
    assert_eq!(shown(&sheet.card().total), "100");
    let weighed = sheet.cell("fund.total.weight", "10");
    assert_eq!(shown(&weighed.card().total), "110");
}

#[test]
fn each_line_is_rounded_before_they_are_added() {
    let third = |sheet: Sheet| sheet.quantity("≥3公里", "1公里", "10");
    let card = third(third(third(Sheet::executed()))).card();
    // 10 + 3.33 + 3.33 + 3.33, not 10 + 10.
    assert_eq!(shown(&card.total), "19.99");
    assert_eq!(card.weight, n("40"));
}

#[test]
fn total_grade_and_printed_figures_stand_side_by_side() {
    let card = Sheet::executed()
        .cell("fund.total.score", "10")
        .cell("total-score", "96")
        .row(["质量指标", "知晓率", "=100%", "98%", "45", "40"])
        .row(["质量指标", "合格率", "≥100%", "100%", "45", "45"])
        .card();
    // 10 + 44.1 + 45
    assert_eq!(shown(&card.total), "99.1");
    assert_eq!(card.grade.as_deref(), Some("优"));
    assert_eq!(card.printed_total, Some(n("96")));
    assert!(card.total_differs);
    // 10 + 40 + 45
    assert_eq!(card.printed_sum, Some(n("95")));
    let differing: Vec<bool> = card.lines.iter().map(|line| line.differs).collect();
    assert_eq!(differing, [false, true, false]);
}

#[test]
fn grades_begin_at_their_lower_bound() {
    for (actual, grade) in [("80", "优"), ("79.99", "良"), ("70", "良"), ("50", "中"), ("49", "差")] {
        let card = Sheet::executed().quantity("≥90人", actual, "90").card();
        assert_eq!(card.grade.as_deref(), Some(grade), "{actual}");
    }
}

#[test]
fn an_excerpt_has_bounds_and_no_grade() {
    let card = Sheet::executed().quantity("≥40公里", "20公里", "40").excerpt().card();
    // 10 + 20, and whatever the 50 points that are not shown may give.
    assert_eq!(shown(&card.total), "30..80");
    assert_eq!(card.grade, None);
}

#[test]
fn an_open_line_opens_the_total_by_its_weight() {
    let card = Sheet::executed().quantity("≥40公里", "40公里", "50").quantity("≥40公里", "", "40").card();
    assert_eq!(shown(&card.total), "60..100");
}

#[test]
fn a_blank_sheet_says_nothing_about_its_points() {
    assert_eq!(shown(&Sheet::new().card().total), "0..100");
}

#[test]
fn numbers_too_large_to_compute_leave_the_line_open_without_a_panic() {
    let large = "9".repeat(28);
    let line = Sheet::executed()
        .row(["数量指标", "投资", &format!("≥{large}亿元"), &format!("{large}元"), "10", ""])
        .first_row();
    assert!(matches!(line.points, Points::Undetermined { .. }));
    // Nine times 28 digits is beyond exact decimals: the sum says so by its bounds.
    let card = (0..9).fold(Sheet::executed(), |sheet, _| sheet.quantity("≥1公里", "1公里", &large)).card();
    assert_eq!(shown(&card.total), "0..100");
}

#[test]
fn a_line_names_its_row_and_its_place() {
    let line =
        Sheet::executed().quantity("≥40公里", "40公里", "10").quantity("≥4公里", "4公里", "5").card().lines[2].clone();
    assert_eq!(line.place.pointer, "/tables/indicators/1");
    assert_eq!(line.place.row, Some(row_id("r2")));
    assert_eq!(line.place.section.as_ref().map(|section| section.as_str()), Some("indicators"));
}

/// A row as numbers, so that it can be scaled: target, actual, weight.
type Case = (u32, u32, u32);

fn sheet(cases: &[Case], times: u32) -> Sheet {
    cases.iter().fold(Sheet::executed(), |sheet, (target, actual, weight)| {
        let (target, actual) = (u64::from(*target) * u64::from(times), u64::from(*actual) * u64::from(times));
        sheet.quantity(&format!("≥{target}个"), &format!("{actual}个"), &weight.to_string())
    })
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    prop::collection::vec((0..10_000_u32, 0..10_000_u32, 0..30_u32), 1..12)
}

proptest! {
    #[test]
    fn the_order_of_rows_does_not_matter(mut cases in cases()) {
        let before = sheet(&cases, 1).card().total;
        cases.reverse();
        prop_assert_eq!(sheet(&cases, 1).card().total, before);
    }

    #[test]
    fn scaling_target_and_result_alike_keeps_the_score(cases in cases(), times in 1..1_000_u32) {
        let rounded = |times| sheet(&cases, times).card().lines.iter().map(|line| line.points.rounded()).collect::<Vec<_>>();
        prop_assert_eq!(rounded(times), rounded(1));
    }

    #[test]
    fn no_line_is_above_its_weight_or_below_zero(target in "\\PC{0,12}", actual in "\\PC{0,12}", score in "-?[0-9]{0,3}", weight in 0..100_u32) {
        let weight = weight.to_string();
        let line = Sheet::executed().row(["数量指标", "某项", &target, &actual, &weight, &score]).first_row();
        let (low, high) = match line.points {
            Points::Determined { exact, .. } => (exact, exact),
            Points::Undetermined { low, high } => (low, high),
        };
        prop_assert!(!low.is_negative() && high <= n(&weight));
    }

    #[test]
    fn points_times_target_is_weight_times_result(target in 1..100_000_u32, actual in 0..100_000_u32, weight in 1..100_u32) {
        let line = sheet(&[(target, actual, weight)], 1).first_row();
        let Points::Determined { exact, .. } = line.points else { return Err(TestCaseError::fail("undetermined")) };
        let product = exact.times(n(&target.to_string())).unwrap();
        let expected = n(&(u64::from(weight) * u64::from(actual.min(target))).to_string());
        let off = product.minus(expected).unwrap().magnitude();
        prop_assert!(off <= n("0.000000000000000001"), "off by {}", off);
    }
}
