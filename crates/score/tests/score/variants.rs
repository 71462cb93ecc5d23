//! What packs state otherwise. Every expected figure was worked out by hand from the stated rule.

use crate::sheet::{Sheet, n, points, shown};
use jibiao_model::{FormId, Formula, Line, Number, Rescaled, Rounding};
use jibiao_reading::{Reading, WordSet};
use jibiao_score::{Denominator, Gate, Inapplicable, LowerMethod, Method, OverTarget, Scoring, Tier, performance};
use proptest::prelude::*;

fn words(words: &[&str]) -> WordSet {
    WordSet::new(words.iter().map(ToString::to_string))
}

fn tiers(method: &mut Method, second: &str) {
    let tier = |list: &[&str], from, to| Tier {
        list: String::new(),
        words: words(list),
        from: n(from),
        to: n(to),
        basis: None,
    };
    method.tiers =
        vec![tier(&["达成预期指标"], "80", "100"), tier(&["部分达成"], second, "80"), tier(&["未达成"], "0", second)];
}

fn gates(method: &mut Method) {
    let gate = |from, gives| Gate { from: n(from), gives: n(gives), basis: Some("试行".to_owned()) };
    method.gates = vec![gate("90", "100"), gate("80", "80"), gate("60", "50"), gate("0", "0")];
}

fn over(method: &mut Method) {
    method.over = Some(OverTarget {
        beyond: n("30"),
        rate: n("0.5"),
        most: n("40"),
        unless_explained: true,
        basis: Some("某区办法".to_owned()),
    });
}

fn said(line: &Line, name: &str) -> Option<String> {
    line.inputs.iter().find(|input| input.name == name).map(|input| input.read.clone())
}

#[test]
fn execution_may_carry_other_points_another_budget_or_none_at_all() {
    let sheet = || Sheet::new().cell("fund.total.initial", "40").cell("fund.total.annual", "50");
    let line = sheet().cell("fund.total.executed", "30").stated(|method| method.execution.weight = Some(n("20")));
    assert_eq!(points(&line.execution()), "12");
    let line = sheet().cell("fund.total.executed", "30").stated(|method| {
        method.execution.denominator = Denominator::Initial;
    });
    let line = line.execution();
    assert_eq!(points(&line), "7.5");
    assert_eq!(said(&line, "initial").as_deref(), Some("40 万元"));
    let card = sheet().quantity("≥4公里", "4公里", "90").stated(|method| method.execution.scored = false).card();
    assert_eq!((card.lines.len(), shown(&card.total).as_str()), (1, "90"));
}

#[test]
fn points_that_stand_in_the_sheet_go_before_those_of_the_pack() {
    let sheet = Sheet::executed().cell("fund.total.weight", "15");
    assert_eq!(points(&sheet.stated(|method| method.execution.weight = Some(n("20"))).execution()), "15");
}

#[test]
fn rows_and_total_are_rounded_each_by_its_own_policy() {
    // 10 × 2 ÷ 3 = 6.666…, three times: 6.67 × 3 = 20.01 and 10 of execution.
    let rows = || (0..3).fold(Sheet::executed(), |sheet, _| sheet.quantity("≥3公里", "2公里", "10"));
    assert_eq!(shown(&rows().card().total), "30.01");
    let whole = rows().stated(|method| (method.scale, method.total) = (0, (0, Rounding::HalfUp)));
    assert_eq!(shown(&whole.card().total), "31");
    let of_total = rows().stated(|method| method.total = (0, Rounding::HalfUp));
    assert_eq!(shown(&of_total.card().total), "30");
    let down = rows().stated(|method| (method.scale, method.rounding) = (1, Rounding::Down));
    assert_eq!(shown(&down.card().total), "29.8");
}

#[test]
fn rounding_to_whole_points_never_exceeds_the_points_of_a_row() {
    let whole = |method: &mut Method| (method.scale, method.total) = (0, (0, Rounding::HalfUp));
    let line = Sheet::executed().quantity("≥3公里", "3公里", "22.5").stated(whole).first_row();
    assert_eq!(points(&line), "22.5");
}

#[test]
fn less_is_better_may_lose_by_the_excess() {
    let excess = |method: &mut Method| method.lower = LowerMethod::Excess;
    for (target, actual, expected) in [
        ("≤40件", "50件", "7.5"),
        ("≤40件", "40件", "10"),
        ("≤40件", "90件", "0"),
        ("≤0件", "1件", "0"),
        ("≤0件", "0件", "10"),
    ] {
        let line = Sheet::executed().quantity(target, actual, "10").stated(excess).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::LowerExcess, expected), "{target} {actual}");
    }
}

#[test]
fn an_equal_target_may_be_all_or_nothing() {
    let only = |method: &mut Method| method.equal.all_or_nothing = true;
    for (actual, expected) in [("100%", "10"), ("98%", "0"), ("101%", "0")] {
        let line = Sheet::executed().quantity("=100%", actual, "10").stated(only).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::ExactOnly, expected), "{actual}");
    }
}

#[test]
fn an_equal_target_may_be_hit_within_a_share_of_it() {
    let within = |method: &mut Method| method.equal.within = n("2");
    for (actual, expected) in [("196个", "10"), ("204个", "10"), ("195个", "9.75"), ("205个", "9.76")] {
        let line = Sheet::executed().quantity("=200个", actual, "10").stated(within).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Exact, expected), "{actual}");
        assert_eq!(said(&line, "within").as_deref(), Some("2 %"));
    }
    let line = Sheet::executed().quantity("=0起", "1起", "10").stated(within).first_row();
    assert_eq!(points(&line), "0");
}

#[test]
fn words_name_the_band_that_points_have_to_keep_to() {
    for (second, actual, score, expected, differs) in [
        ("60", "达成预期指标", "10", "10", false),
        ("60", "达成预期指标", "8", "8", false),
        ("60", "达成预期指标", "7", "8..10", true),
        ("60", "部分达成预期指标并具有一定效果", "6", "6", false),
        ("60", "部分达成预期指标并具有一定效果", "5", "6..8", true),
        ("50", "部分达成预期指标并具有一定效果", "5", "5", false),
        ("60", "未达成且效果较差", "6.5", "0..6", true),
        ("50", "未达成且效果较差", "4", "4", false),
        ("60", "部分达成", "", "6..8", false),
    ] {
        let sheet = Sheet::executed().row(["效益指标", "作用", "有效", actual, "10", score]);
        let line = sheet.stated(|method| tiers(method, second)).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Tier, expected), "{actual} {score}");
        assert_eq!(line.differs, differs, "{actual} {score}");
    }
}

#[test]
fn other_words_leave_the_points_given() {
    let sheet = Sheet::executed().row(["效益指标", "作用", "有效", "效果明显", "10", "7"]);
    let line = sheet.stated(|method| tiers(method, "60")).first_row();
    assert_eq!((line.formula, points(&line).as_str()), (Formula::Given, "7"));
}

#[test]
fn satisfaction_may_count_by_bands() {
    for (actual, weight, expected) in [
        ("90%", "10", "10"),
        ("89.99%", "10", "8"),
        ("80", "10", "8"),
        ("60%", "10", "5"),
        ("59.9%", "10", "0"),
        ("85%", "5", "4"),
    ] {
        let row = ["满意度指标", "群众满意度", "≥95%", actual, weight, ""];
        let line = Sheet::executed().row(row).stated(gates).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (Formula::Gate, expected), "{actual}");
        assert_eq!(line.basis.as_deref(), Some("试行"));
    }
    let other = Sheet::executed().row(["质量指标", "合格率", "≥95%", "76%", "10", ""]).stated(gates).first_row();
    assert_eq!((other.formula, points(&other).as_str()), (Formula::Higher, "8"));
}

#[test]
fn a_completion_below_the_pass_mark_gives_nothing() {
    let pass = |method: &mut Method| method.pass = Some(n("60"));
    for (target, actual, expected) in [
        ("≥10公里", "6公里", "6"),
        ("≥10公里", "5.9公里", "0"),
        ("≤6公里", "10公里", "6"),
        ("≤5公里", "10公里", "0"),
        ("=10公里", "5公里", "0"),
    ] {
        let line = Sheet::executed().quantity(target, actual, "10").stated(pass).first_row();
        assert_eq!(points(&line), expected, "{target} {actual}");
        assert_eq!(said(&line, "pass").as_deref(), Some("60 %"));
    }
}

#[test]
fn results_far_above_their_target_lose_only_where_the_pack_says_how() {
    let row = |actual| Sheet::executed().quantity("≥100人", actual, "10");
    assert_eq!(points(&row("200人").first_row()), "10");
    // 30 per cent are free; of what is beyond, half a per cent of the points for each per cent, at most 40.
    for (actual, formula, expected) in [
        ("130人", Formula::Higher, "10"),
        ("150人", Formula::OverTarget, "9"),
        ("200人", Formula::OverTarget, "6.5"),
        ("900人", Formula::OverTarget, "6"),
        ("80人", Formula::Higher, "8"),
    ] {
        let line = row(actual).stated(over).first_row();
        assert_eq!((line.formula, points(&line).as_str()), (formula, expected), "{actual}");
    }
}

#[test]
fn each_missing_one_may_take_off_points() {
    let step = |method: &mut Method| method.step = Some(n("1"));
    for (target, actual, expected) in [
        ("≥8个", "8个", "6"),
        ("≥8个", "5个", "3"),
        ("≥8个", "1个", "0"),
        ("≥8个", "9个", "6"),
        ("≥0.5万人", "4998人", "4"),
    ] {
        let line = Sheet::executed().quantity(target, actual, "6").stated(step).first_row();
        let expected = if target.contains('万') { "5.9998" } else { expected };
        assert_eq!(line.formula, Formula::Step, "{target} {actual}");
        assert_eq!(line.points.rounded().map(|_| exact(&line)), Some(n(expected)), "{target} {actual}");
    }
    let rate = Sheet::executed().quantity("≥80%", "60%", "6").stated(step).first_row();
    assert_eq!((rate.formula, points(&rate).as_str()), (Formula::Higher, "4.5"));
}

fn exact(line: &Line) -> Number {
    match line.points {
        jibiao_model::Points::Determined { exact, .. } => exact,
        jibiao_model::Points::Undetermined { .. } => panic!("undetermined"),
    }
}

#[test]
fn rows_that_do_not_apply_are_judged_dropped_or_make_room() {
    let sheet =
        || {
            Sheet::executed()
                .quantity("≥10公里", "8公里", "50")
                .row(["生态效益指标", "生态", "—", "—", "20", ""])
                .row(["社会效益指标", "作用", "≥10人", "10人", "20", ""])
        };
    assert_eq!(shown(&sheet().card().total), "70..90");
    let dropped = sheet().stated(|method| method.inapplicable = Inapplicable::Dropped).card();
    assert_eq!((shown(&dropped.total).as_str(), dropped.weight), ("70", n("80")));
    // 10 + 40 + 20 = 70 of 80 points, scaled to 100: 87.5.
    let rescaled = sheet().stated(|method| method.inapplicable = Inapplicable::Rescaled).card();
    assert_eq!((shown(&rescaled.total).as_str(), rescaled.weight), ("87.5", n("100")));
    assert_eq!(rescaled.rescaled, Some(Rescaled { from: n("80"), to: n("100") }));
    assert_eq!(rescaled.lines[2].formula, Formula::Inapplicable);
    assert_eq!(rescaled.grade.as_deref(), Some("良"));
}

#[test]
fn a_table_of_which_nothing_applies_has_no_points_and_divides_by_nothing() {
    let sheet = Sheet::new().row(["生态效益指标", "生态", "—", "—", "100", ""]);
    let card = sheet.stated(|method| method.inapplicable = Inapplicable::Rescaled).card();
    assert_eq!((shown(&card.total).as_str(), card.rescaled), ("0", None));
}

#[test]
fn a_form_may_have_a_way_of_its_own() {
    let sheet = Sheet::executed().quantity("≥3公里", "2公里", "10");
    let own = Method { scale: 0, total: (0, Rounding::HalfUp), ..Method::default() };
    let reading = Reading::of(&sheet.form, &sheet.document, &crate::sheet::vocabulary());
    for (form, expected) in [("self-evaluation", "17"), ("another", "16.67")] {
        let by_form = [(FormId::new(form), own.clone())].into_iter().collect();
        let scoring = Scoring { by_form, ..crate::sheet::scoring() };
        assert_eq!(shown(&performance(&reading, &scoring).total), expected, "{form}");
    }
}

#[test]
fn odd_numbers_have_an_answer() {
    for (target, actual, weight, expected) in [
        ("≥0个", "-5个", "10", "0..10"),
        ("≥3000000000000元", "1500000000000元", "10", "5"),
        ("≥10个", "-3个", "10", "0"),
        ("≥10个", "5个", "0", "0"),
        ("≥9999999999999999999999999999个", "1个", "10", "0"),
    ] {
        for change in [over, gates, |method: &mut Method| method.lower = LowerMethod::Excess] {
            let line = Sheet::executed().quantity(target, actual, weight).stated(change).first_row();
            assert_eq!(points(&line), expected, "{target} {actual} {weight}");
        }
    }
}

/// All variants that promise that a better result never has fewer points.
fn monotone() -> Vec<fn(&mut Method)> {
    vec![
        |_| {},
        |method| method.lower = LowerMethod::Excess,
        |method| method.pass = Some(n("60")),
        |method| method.step = Some(n("0.5")),
        gates,
        |method| (method.scale, method.rounding) = (0, Rounding::HalfEven),
    ]
}

proptest! {
    #[test]
    fn a_better_result_never_has_fewer_points(target in 1i64..200, a in 0i64..400, b in 0i64..400, lower: bool) {
        let sign = if lower { "≤" } else { "≥" };
        for change in monotone() {
            let of = |actual: i64| {
                let row = ["满意度指标", "率", &format!("{sign}{target}个"), &format!("{actual}个"), "10", ""].map(str::to_owned);
                let line = Sheet::executed().row(row.each_ref().map(String::as_str)).stated(change).first_row();
                line.points.rounded().unwrap()
            };
            let (worse, better) = if (a < b) == lower { (b, a) } else { (a, b) };
            prop_assert!(of(worse) <= of(better), "{sign}{target}: {worse} {better}");
        }
    }

    #[test]
    fn scaling_target_and_result_alike_keeps_the_points(target in 1i64..500, actual in 0i64..900, by in 2i64..1000) {
        let changes: [fn(&mut Method); 4] =
            [|_| {}, |method| method.lower = LowerMethod::Excess, over, |method| method.equal.within = n("3")];
        for change in changes {
            for sign in ["≥", "≤", "="] {
                let of = |target: i64, actual: i64| {
                    let sheet = Sheet::executed().quantity(&format!("{sign}{target}米"), &format!("{actual}米"), "10");
                    sheet.stated(change).first_row().points.rounded()
                };
                prop_assert_eq!(of(target, actual), of(target * by, actual * by));
            }
        }
    }

    #[test]
    fn bounds_hold_every_completion(
        done in prop::collection::vec((1i64..50, 0i64..80), 1..5),
        open in prop::collection::vec((1i64..50, 0i64..80), 1..4),
        whole: bool,
    ) {
        let change = |method: &mut Method| {
            if whole {
                (method.scale, method.total) = (0, (0, Rounding::HalfUp));
            }
        };
        let sheet = |finished: bool| {
            let mut sheet = Sheet::executed();
            for (target, actual) in &done {
                sheet = sheet.quantity(&format!("≥{target}米"), &format!("{actual}米"), "7.5");
            }
            for (target, actual) in &open {
                let actual = if finished { format!("{actual}米") } else { String::new() };
                sheet = sheet.quantity(&format!("≥{target}米"), &actual, "7.5");
            }
            sheet.stated(change).card().total
        };
        let jibiao_model::Points::Undetermined { low, high } = sheet(false) else { panic!("determined") };
        let total = sheet(true).rounded().unwrap();
        prop_assert!(low <= total && total <= high, "{low} {total} {high}");
    }

    #[test]
    fn the_total_is_the_sum_of_the_rounded_lines_rounded_once_more(
        rows in prop::collection::vec((1i64..50, 0i64..80), 1..9),
        scale in 0u32..3,
        of_total in 0u32..3,
    ) {
        let mut sheet = Sheet::executed();
        for (target, actual) in &rows {
            sheet = sheet.quantity(&format!("≥{target}米"), &format!("{actual}米"), "10");
        }
        let card = sheet.stated(|method| (method.scale, method.total) = (scale, (of_total, Rounding::HalfUp))).card();
        let mut sum = Number::ZERO;
        for line in &card.lines {
            let rounded = line.points.rounded().unwrap();
            prop_assert!(rounded.decimals() <= scale);
            sum = sum.plus(rounded).unwrap();
        }
        prop_assert_eq!(card.total.rounded(), Some(sum.rounded(of_total, Rounding::HalfUp)));
    }
}
