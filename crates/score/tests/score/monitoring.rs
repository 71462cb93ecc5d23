//! Monitoring sheets and advice. Every expected figure was worked out by hand.

use jibiao_model::{
    Carried, CellId, Concept, FormId, FormPurpose, FundMoment, FundSource, Light, LightBound, MeasureName,
    MonitoringCard, Origin, PackRef, Relation, Said, YearDay,
};
use jibiao_reading::Reading;
use jibiao_score::{AdviceEntry, Clock, Denominator, Mean, Method, Scoring, When, advice, monitoring};
use proptest::prelude::*;

use crate::{
    sheet::{n, scoring, shown, vocabulary},
    small::Small,
};

const COLUMNS: &[(&str, Concept)] = &[
    ("level-3", Concept::LevelThree),
    ("target", Concept::Target),
    ("so-far", Concept::SoFar),
    ("expected", Concept::Expected),
    ("weight", Concept::Weight),
];
const TOTAL: fn(FundMoment) -> Concept = |moment| Concept::Fund(FundSource::Total, moment);

fn sheet() -> Small {
    let moments =
        [FundMoment::Initial, FundMoment::Annual, FundMoment::SoFar, FundMoment::SoFarRate, FundMoment::Expected];
    let mut cells = vec![Concept::Year, Concept::MonitoredTo, Concept::TotalScore];
    cells.extend(moments.map(TOTAL));
    Small::new(FormPurpose::Monitoring, &cells, COLUMNS)
}

/// At the end of July 100 of 400 万元 were paid; two rows are at 60 and 40 per cent.
fn usual() -> Small {
    sheet()
        .cell("year", "2026")
        .cell("monitored-to", "2026-07-31")
        .cell("fund.total.initial", "500")
        .cell("fund.total.annual", "400")
        .cell("fund.total.so-far", "100")
        .cell("fund.total.expected", "340")
        .row(&["新建道路", "≥10公里", "6公里", "9公里", "30"])
        .row(&["新增泊位", "≥50个", "20个", "50个", "10"])
}

fn card(sheet: &Small, change: impl FnOnce(&mut Method)) -> MonitoringCard {
    let mut scoring: Scoring = scoring();
    change(&mut scoring.method);
    monitoring(&Reading::of(&sheet.form, &sheet.document, &vocabulary()), &scoring)
}

fn of(card: &MonitoringCard, name: MeasureName) -> Option<String> {
    card.measure(name)?.value.as_ref().map(shown)
}

fn bound(light: Light, measure: MeasureName, above: Option<&str>, below: Option<&str>) -> LightBound {
    LightBound { light, measure, above: above.map(n), below: below.map(n), by: None, basis: None }
}

#[test]
fn money_goals_and_time_are_measured_against_each_other() {
    use MeasureName::{
        Apart, BehindTime, ExecutionRate, ExpectedCompletion, ExpectedRate, GoalCompletion, Release, TimeShare,
    };
    let card = card(&usual(), |_| {});
    for (name, expected) in [
        // 212 of 365 days.
        (TimeShare, "58.08"),
        (ExecutionRate, "25"),
        (ExpectedRate, "85"),
        // 58.0821… less 25.
        (BehindTime, "33.08"),
        (GoalCompletion, "50"),
        // 90 and 100.
        (ExpectedCompletion, "95"),
        (Apart, "25"),
        (Release, "60"),
    ] {
        assert_eq!(of(&card, name).as_deref(), Some(expected), "{name:?}");
    }
    assert_eq!(card.measure(Release).map(|measure| measure.unit.as_str()), Some("万元"));
    let rows: Vec<_> = card.rows.iter().map(|row| (row.so_far.unwrap(), row.expected.unwrap())).collect();
    assert_eq!(rows, [(n("60"), n("90")), (n("40"), n("100"))]);
}

#[test]
fn without_bounds_in_the_pack_there_is_no_light() {
    let card = card(&usual(), |_| {});
    assert!(card.light.is_none() && card.measures.iter().all(|measure| measure.light.is_none()));
    assert_eq!(card.twice_below, None);
}

#[test]
fn the_pack_says_which_budget_clock_and_mean() {
    let card = card(&usual(), |method| {
        method.monitoring.denominator = Denominator::Initial;
        method.monitoring.clock = Clock::Months;
        method.monitoring.mean = Mean::Weighted;
    });
    assert_eq!(of(&card, MeasureName::ExecutionRate).as_deref(), Some("20"));
    // 7 of 12 months.
    assert_eq!(of(&card, MeasureName::TimeShare).as_deref(), Some("58.33"));
    // (60 × 30 + 40 × 10) ÷ 40.
    assert_eq!(of(&card, MeasureName::GoalCompletion).as_deref(), Some("55"));
}

#[test]
fn the_year_is_counted_in_days_whatever_the_date_leaves_out() {
    for (year, date, expected) in [
        ("2026", "2026-01-01", "1/365"),
        ("2024", "2024-02-29", "60/366"),
        ("2026", "7月", "212/365"),
        ("2026", "2026年12月31日", "365/365"),
        ("2026", "2025-12-31", "0/365"),
        ("2026", "2027-01-05", "365/365"),
    ] {
        let card = card(&sheet().cell("year", year).cell("monitored-to", date), |_| {});
        let read = card.measure(MeasureName::TimeShare).unwrap().inputs[0].read.clone();
        assert_eq!(read, expected, "{date}");
    }
    let card = card(&sheet().cell("year", "2026").cell("monitored-to", "下半年某时"), |_| {});
    assert_eq!(of(&card, MeasureName::TimeShare), None);
}

#[test]
fn a_printed_rate_is_held_against_the_computed_one() {
    let differs = |printed: &str| {
        let card = card(&usual().cell("fund.total.so-far-rate", printed), |_| {});
        card.measure(MeasureName::ExecutionRate).unwrap().differs
    };
    assert!(differs("30%") && !differs("25%") && !differs(""));
}

#[test]
fn rows_still_to_come_leave_bounds_and_rows_of_words_are_left_out() {
    let card =
        card(&usual().row(&["培训", "≥10人", "", "", ""]).row(&["作用", "有效提升", "进展顺利", "", ""]), |_| {});
    // 60, 40, and anything: from 100 ÷ 3 to 200 ÷ 3; execution 25 lies below both.
    assert_eq!(of(&card, MeasureName::GoalCompletion).as_deref(), Some("33.33..66.67"));
    assert_eq!(of(&card, MeasureName::Apart).as_deref(), Some("8.33..41.67"));
    assert_eq!(card.measure(MeasureName::GoalCompletion).unwrap().inputs[1].read, "1");
}

#[test]
fn lights_follow_the_bounds_and_say_which_one() {
    use MeasureName::{Apart, ExecutionRate};
    let lights = |method: &mut Method| {
        method.monitoring.lights = vec![
            bound(Light::Yellow, Apart, Some("10"), None),
            bound(Light::Red, Apart, Some("20"), None),
            bound(Light::Yellow, ExecutionRate, None, Some("20")),
        ];
    };
    let found = card(&usual(), lights);
    assert_eq!(found.light, Some(Light::Red));
    let apart = found.measure(Apart).unwrap();
    assert_eq!((apart.light, apart.bound.as_ref().and_then(|bound| bound.above)), (Some(Light::Red), Some(n("20"))));
    let rate = found.measure(ExecutionRate).unwrap();
    assert_eq!((rate.light, &rate.bound), (Some(Light::Green), &None));
    // 35 per cent paid: 15 apart.
    assert_eq!(card(&usual().cell("fund.total.so-far", "140"), lights).light, Some(Light::Yellow));
    // 50 per cent: none apart.
    assert_eq!(card(&usual().cell("fund.total.so-far", "200"), lights).light, Some(Light::Green));
    // A bound itself is not beyond it: 30 per cent paid, 20 apart.
    assert_eq!(card(&usual().cell("fund.total.so-far", "120"), lights).light, Some(Light::Yellow));
}

#[test]
fn an_open_measure_lights_only_what_is_certain() {
    let above = |number: &'static str| {
        move |method: &mut Method| {
            method.monitoring.lights = vec![bound(Light::Yellow, MeasureName::Apart, Some(number), None)];
        }
    };
    // Between 8.33 and 41.67 apart.
    let sheet = || usual().row(&["培训", "≥10人", "", "", ""]);
    assert_eq!(card(&sheet(), above("5")).light, Some(Light::Yellow));
    assert_eq!(card(&sheet(), above("20")).light, None);
    assert_eq!(card(&sheet(), above("50")).light, Some(Light::Green));
}

#[test]
fn bounds_by_date_take_each_others_place() {
    let lights = |method: &mut Method| {
        let by = |month, day, below: &str| LightBound {
            by: Some(YearDay { month, day }),
            ..bound(Light::Yellow, MeasureName::ExecutionRate, None, Some(below))
        };
        method.monitoring.lights = vec![by(4, 30, "25"), by(6, 30, "40"), by(8, 31, "60"), by(10, 31, "80")];
    };
    let of = |date: &str, paid: &str| {
        card(&usual().cell("monitored-to", date).cell("fund.total.so-far", paid), lights).light
    };
    // Of 400: 25 per cent is enough at the end of April, and not at the end of June.
    assert_eq!(of("2026-04-30", "100"), Some(Light::Green));
    assert_eq!(of("2026-04-30", "99"), Some(Light::Yellow));
    assert_eq!(of("2026-06-30", "100"), Some(Light::Yellow));
    assert_eq!(of("2026-07-31", "160"), Some(Light::Green));
    assert_eq!(of("2026-10-31", "319"), Some(Light::Yellow));
    // Before the first date nothing is asked, and without a date nothing is known.
    assert_eq!(of("2026-03-31", "0"), None);
    assert_eq!(of("某日", "0"), None);
}

#[test]
fn a_score_is_made_of_measures_or_is_the_printed_one() {
    let parts = |method: &mut Method| {
        method.monitoring.score = vec![(MeasureName::ExecutionRate, n("40")), (MeasureName::GoalCompletion, n("60"))];
    };
    // 25 % of 40 and 50 % of 60.
    let found = card(&usual().cell("total-score", "42"), parts);
    assert_eq!(of(&found, MeasureName::Score).as_deref(), Some("40"));
    assert!(found.measure(MeasureName::Score).unwrap().differs);
    assert_eq!(of(&card(&usual().cell("total-score", "72"), |_| {}), MeasureName::Score).as_deref(), Some("72"));
    let open = card(&usual().cell("fund.total.so-far", ""), parts);
    assert_eq!(of(&open, MeasureName::Score).as_deref(), Some("30..70"));
}

fn after(mut sheet: Small, score: &str) -> Small {
    let mut before = Carried::default();
    before.cells.insert(CellId::fixed("total-score"), score.to_owned());
    sheet.document.origins.push(Origin {
        relation: Relation::Previous,
        id: "first".into(),
        revision: 1,
        form: FormId::fixed("self-evaluation"),
        pack: PackRef { id: "test".into(), edition: "1".into(), sha256: String::new() },
        sha256: String::new(),
        frozen: Carried::default(),
        before,
        rest: Default::default(),
    });
    sheet
}

#[test]
fn two_scores_below_the_bound_in_a_row_are_told() {
    let bound = |method: &mut Method| method.monitoring.twice_below = Some(n("60"));
    let of = |sheet: Small| card(&sheet, bound).twice_below;
    let now = |score: &str| usual().cell("total-score", score);
    assert_eq!(of(after(now("55"), "59.9")), Some(true));
    assert_eq!(of(after(now("55"), "60")), Some(false));
    assert_eq!(of(after(now("60"), "40")), Some(false));
    assert_eq!(of(now("55")), None);
    assert_eq!(of(after(now(""), "40")), None);
}

#[test]
fn what_low_execution_leaves_is_told_below_the_packs_rate_only() {
    let below = |rate: &'static str| move |method: &mut Method| method.monitoring.release_below = Some(n(rate));
    assert_eq!(of(&card(&usual(), below("30")), MeasureName::Release).as_deref(), Some("60"));
    assert_eq!(of(&card(&usual(), below("25")), MeasureName::Release), None);
    let over = card(&usual().cell("fund.total.expected", "450"), |_| {});
    assert_eq!(of(&over, MeasureName::Release).as_deref(), Some("0"));
}

#[test]
fn odd_amounts_have_an_answer() {
    for (annual, so_far, expected) in [
        ("0", "0", None),
        ("0", "10", None),
        ("-400", "100", None),
        ("400", "-100", Some("0")),
        ("4000000000000", "1000000000000", Some("25")),
        ("400", "500", Some("125")),
        ("", "100", None),
    ] {
        let card = card(&usual().cell("fund.total.annual", annual).cell("fund.total.so-far", so_far), |_| {});
        assert_eq!(of(&card, MeasureName::ExecutionRate).as_deref(), expected, "{annual} {so_far}");
    }
    let zero =
        card(&sheet().row(&["事故", "0起", "0起", "2起", "0"]), |method| method.monitoring.mean = Mean::Weighted);
    assert_eq!(of(&zero, MeasureName::GoalCompletion), None);
    let plain = card(&sheet().row(&["事故", "0起", "0起", "2起", "0"]), |_| {});
    assert_eq!(of(&plain, MeasureName::GoalCompletion).as_deref(), Some("100"));
    assert_eq!(of(&plain, MeasureName::ExpectedCompletion).as_deref(), Some("0"));
}

#[test]
fn done_or_not_counts_fully_or_not_at_all() {
    let card = card(
        &sheet().row(&["方案", "完成编制", "已完成", "已完成", ""]).row(&["验收", "9月前", "未完成", "", ""]),
        |_| {},
    );
    assert_eq!(of(&card, MeasureName::GoalCompletion).as_deref(), Some("50"));
}

fn entry(when: When, reduction: Option<&str>) -> AdviceEntry {
    let says = Said { zh: "从严".into(), en: "Strictly".into() };
    AdviceEntry {
        purposes: vec![FormPurpose::Monitoring, FormPurpose::SelfEvaluation],
        when,
        says,
        reduction: reduction.map(n),
        basis: vec!["某文".into()],
    }
}

#[test]
fn advice_is_given_where_all_that_is_stated_holds_and_for_certain() {
    let lights = |method: &mut Method| {
        method.monitoring.lights = vec![bound(Light::Red, MeasureName::Apart, Some("20"), None)];
    };
    let red = When { lights: vec![Light::Red], ..When::default() };
    let far = When { measure: Some((MeasureName::Apart, Some(n("24")), None)), ..red.clone() };
    let further = When { measure: Some((MeasureName::Apart, Some(n("25")), None)), ..red.clone() };
    let poor = When { grades: vec!["差".to_owned()], ..When::default() };
    let scoring = Scoring {
        advice: vec![entry(red, None), entry(far, Some("20")), entry(further, Some("50")), entry(poor, Some("10"))],
        ..scoring()
    };
    let found = card(&usual(), lights);
    let cut = |purpose, grade, card| {
        let given = advice(purpose, grade, card, &scoring);
        given.iter().map(|advice| advice.reduction).collect::<Vec<_>>()
    };
    assert_eq!(cut(FormPurpose::Monitoring, None, Some(&found)), [None, Some(n("20"))]);
    assert_eq!(cut(FormPurpose::SelfEvaluation, Some("差"), None), [Some(n("10"))]);
    assert_eq!(cut(FormPurpose::SelfEvaluation, Some("优"), None), []);
    assert_eq!(cut(FormPurpose::Declaration, Some("差"), None), []);
}

proptest! {
    #[test]
    fn the_order_of_rows_does_not_matter(mut rows in prop::collection::vec((1u32..100, 0u32..150), 1..8)) {
        let of = |rows: &[(u32, u32)]| {
            let sheet = rows.iter().fold(sheet(), |sheet, (target, so_far)| {
                sheet.row(&["项", &format!("≥{target}个"), &format!("{so_far}个"), "", ""])
            });
            card(&sheet, |_| {}).measure(MeasureName::GoalCompletion).and_then(|measure| measure.value.as_ref().and_then(jibiao_model::Points::rounded))
        };
        let before = of(&rows);
        rows.reverse();
        prop_assert_eq!(of(&rows), before);
    }

    #[test]
    fn progress_bounds_hold_every_completion(rows in prop::collection::vec((1u32..100, 0u32..150), 1..8), open in 0usize..8) {
        let of = |finished: bool| {
            let sheet = rows.iter().enumerate().fold(usual(), |sheet, (index, (target, so_far))| {
                let so_far = if finished || index >= open { format!("{so_far}个") } else { String::new() };
                sheet.row(&["项", &format!("≥{target}个"), &so_far, "", ""])
            });
            let card = card(&sheet, |_| {});
            [MeasureName::GoalCompletion, MeasureName::Apart].map(|name| match card.measure(name).unwrap().value.clone().unwrap() {
                jibiao_model::Points::Determined { rounded, .. } => (rounded, rounded),
                jibiao_model::Points::Undetermined { low, high } => (low, high),
            })
        };
        for ((low, high), (value, _)) in of(false).into_iter().zip(of(true)) {
            prop_assert!(low <= value && value <= high, "{low} {value} {high}");
        }
    }

    #[test]
    fn the_unit_of_money_changes_no_figure_but_the_money(budget in 1u32..1_000_000, spent in 0u32..1_000_000, expected in 0u32..1_000_000) {
        let of = |unit: &str, zeros: &str| {
            let amount = |amount: u32| format!("{amount}{zeros}{unit}");
            let sheet = usual()
                .cell("fund.total.annual", &amount(budget))
                .cell("fund.total.so-far", &amount(spent))
                .cell("fund.total.expected", &amount(expected));
            let card = card(&sheet, |_| {});
            let names = [MeasureName::ExecutionRate, MeasureName::ExpectedRate, MeasureName::BehindTime, MeasureName::Apart];
            names.map(|name| card.measure(name).and_then(|measure| measure.value.clone()))
        };
        prop_assert_eq!(of("万元", ""), of("元", "0000"));
    }

    #[test]
    fn more_spent_and_more_done_is_never_further_behind(a in 0u32..600, b in 0u32..600, done in 0u32..60, more in 0u32..60) {
        let figure = |spent: u32, done: u32, name: MeasureName| {
            let sheet = usual().cell("fund.total.so-far", &spent.to_string()).row(&["种树", "≥50棵", &format!("{done}棵"), "", ""]);
            card(&sheet, |_| {}).measure(name).unwrap().value.as_ref().and_then(jibiao_model::Points::rounded).unwrap()
        };
        let (less, larger) = (a.min(b), a.max(b));
        prop_assert!(figure(less, done, MeasureName::ExecutionRate) <= figure(larger, done, MeasureName::ExecutionRate));
        prop_assert!(figure(less, done, MeasureName::BehindTime) >= figure(larger, done, MeasureName::BehindTime));
        let (few, many) = (done.min(more), done.max(more));
        prop_assert!(figure(a, few, MeasureName::GoalCompletion) <= figure(a, many, MeasureName::GoalCompletion));
    }
}
