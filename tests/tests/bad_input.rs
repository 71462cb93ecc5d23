//! Figures that nobody should type: each has a defined answer, a finding where a person has to look again, and no fault.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use jibiao_kit::{
    CarryErrorCode, Draft, Kit, LinkState, MeasureName, Points, Rebind, Row, RowId, Stage,
    model::{CellId, Severity},
};
use jibiao_tests::{document, kit};

type Texts<'t> = &'t [(&'t str, &'t str)];

/// A document of a form with texts in cells and one row of the indicators.
fn draft(kit: &Kit, form: &str, cells: Texts<'_>, texts: Texts<'_>) -> Draft {
    let blank = kit.blank(form, "odd").unwrap();
    let mut document = blank.document().clone();
    for (cell, text) in cells {
        assert!(blank.form().cell(cell).is_some(), "{form} has no cell {cell}");
        document.cells.insert(CellId::new(*cell), (*text).to_owned());
    }
    let mut row = Row::new(RowId::fixed("r"));
    row.cells = texts.iter().map(|(cell, text)| (CellId::new(*cell), (*text).to_owned())).collect();
    document.tables.insert(blank.form().indicators().unwrap().id.clone(), vec![row]);
    kit.bind(document, Rebind::Never).unwrap().draft
}

/// Whether a message is found, with its severity at hand-in. No rule may stop.
fn found(draft: &Draft, message: &str) -> Option<Severity> {
    for stage in Stage::ALL {
        assert_eq!(draft.check(stage).faults, [], "{message} at {}", stage.name());
    }
    let report = draft.check(Stage::Submission);
    let entry = report.entries.iter().find(|entry| entry.finding.message == message);
    entry.map(|entry| entry.severity)
}

fn shown(points: &Points) -> String {
    match points {
        Points::Determined { rounded, .. } => rounded.to_string(),
        Points::Undetermined { low, high } => format!("{low}..{high}"),
    }
}

/// A self-evaluation whose money is in order: 10 points for spending.
fn evaluated(kit: &Kit, row: Texts<'_>) -> Draft {
    let cells = [("year", "2025"), ("fund.total.annual", "100"), ("fund.total.executed", "100")];
    let names = [("level-1", "产出指标"), ("level-2", "数量指标"), ("level-3", "建设步道长度")];
    draft(kit, "project-self-evaluation-2021", &cells, &[&names, row].concat())
}

#[test]
fn odd_points_targets_and_results_are_told_and_scored_within_their_points() {
    let kit = kit();
    for (target, actual, weight, score, message, severity, points) in [
        // Points of 0 give nothing, and more than they are can't be given.
        ("≥5公里", "5公里", "0", "0", "weight-concentrated-nothing", Severity::Advises, "0"),
        ("≥5公里", "5公里", "0", "10", "row-score-off-above-weight", Severity::Blocks, "0"),
        ("≥5公里", "5公里", "-90", "90", "weight-outside-range-row", Severity::Blocks, "0..100"),
        // Anything reaches 0.
        ("≥0公里", "5公里", "90", "90", "target-asks-nothing", Severity::Warns, "90"),
        ("≤0公里", "5公里", "90", "0", "target-asks-nothing", Severity::Warns, "0"),
        // 1e12 times the target is read, kept to the points of the row, and asked about.
        ("≥5公里", "5000000000000公里", "90", "90", "over-target-unexplained", Severity::Warns, "90"),
        // More digits than are reckoned with are no number: the cell is told, and nobody can say what it earns.
        (
            "≥5公里",
            "5000000000000000000000000000000公里",
            "90",
            "80",
            "cell-unreadable-target",
            Severity::Blocks,
            "0..90",
        ),
        ("≥5公里", "-5公里", "90", "90", "row-score-off-over", Severity::Blocks, "0"),
    ] {
        let draft = evaluated(&kit, &[("target", target), ("actual", actual), ("weight", weight), ("score", score)]);
        let at = format!("{target} {actual} {weight}");
        assert_eq!(found(&draft, message), Some(severity), "{at}: {:#?}", draft.check(Stage::Submission).entries);
        let card = draft.scores(&draft.check(Stage::Submission)).performance.unwrap();
        assert_eq!(shown(&card.lines[1].points), points, "{at}");
    }
}

#[test]
fn odd_money_of_a_self_evaluation_is_told() {
    let kit = kit();
    for (initial, annual, executed, message, severity) in [
        ("100", "-100", "-50", "amount-negative", Severity::Blocks),
        ("100", "100", "-50", "amount-negative", Severity::Blocks),
        ("100", "0", "0", "budget-change-unexplained-withdrawn", Severity::Warns),
        ("100", "0", "20", "execution-rate-off-zero", Severity::Blocks),
        ("100", "100", "120", "execution-rate-off-above", Severity::Blocks),
        ("2000000000000", "2000000000000", "2000000000000", "money-unit-mixed-large", Severity::Warns),
        ("100", "79228162514264337593543950336000", "1", "cell-unreadable", Severity::Blocks),
    ] {
        let cells = [("fund.total.initial", initial), ("fund.total.annual", annual), ("fund.total.executed", executed)];
        let draft = draft(&kit, "project-self-evaluation-2021", &cells, &[]);
        assert_eq!(found(&draft, message), Some(severity), "{initial} {annual} {executed}");
    }
}

#[test]
fn odd_money_of_a_monitoring_sheet_is_told_and_makes_no_rate_of_nothing() {
    let kit = kit();
    for (initial, so_far, message, severity, rate) in [
        ("0", "20", "spent-above-budget", Severity::Warns, None),
        ("-100", "20", "amount-negative", Severity::Blocks, None),
        ("100", "-20", "amount-negative", Severity::Blocks, Some("0")),
        ("100", "120", "spent-above-budget", Severity::Warns, Some("120")),
        ("2000000000000", "1000000000000", "money-unit-mixed-large", Severity::Warns, Some("50")),
    ] {
        let cells = [("fund.total.initial", initial), ("fund.total.so-far", so_far)];
        let draft = draft(&kit, "project-monitoring-2021", &cells, &[]);
        assert_eq!(found(&draft, message), Some(severity), "{initial} {so_far}");
        let card = draft.monitoring().unwrap();
        let measure = card.measure(MeasureName::ExecutionRate).unwrap();
        assert_eq!(measure.value.as_ref().map(shown).as_deref(), rate, "{initial} {so_far}");
    }
}

#[test]
fn odd_points_of_a_re_evaluation_are_told() {
    let kit = kit();
    let given = |cells: Texts<'_>, weight, points| {
        let row = [("level-3", "建设步道长度"), ("weight", weight), ("score", "90"), ("review-score", points)];
        draft(&kit, "re-evaluation-rows", cells, &row)
    };
    let negative = given(&[("self-total", "-3"), ("review-execution", "-1"), ("deviation", "-60%")], "90", "-4");
    assert_eq!(found(&negative, "score-negative-cell"), Some(Severity::Blocks));
    assert_eq!(found(&negative, "score-negative-indicator"), Some(Severity::Blocks));
    let card = negative.rating().unwrap();
    assert_eq!(card.total.as_ref().map(shown).as_deref(), Some("0"));
    assert_eq!(card.deviation.unwrap().percent, None, "a share of less than nothing is none");
    let above = given(&[("review-execution", "10"), ("total-score", "105")], "90", "95");
    assert_eq!(found(&above, "score-above-points-indicator"), Some(Severity::Blocks));
    assert_eq!(found(&above, "review-total-off"), Some(Severity::Blocks));
}

#[test]
fn another_projects_sheet_is_neither_taken_over_nor_taken_for_the_own_one() {
    let kit = kit();
    let (declared, sheet) = (document(&kit, "declaration-2021"), document(&kit, "monitoring-2021"));
    let pack = sheet.document().pack.clone();
    let mut foreign = sheet.document().clone();
    foreign.id = "foreign".to_owned();
    foreign.cells.insert(CellId::fixed("project-name"), "城区绿化养护".to_owned());
    let foreign = kit.bind(foreign, Rebind::Never).unwrap().draft;
    let both = kit.carry(&pack, "project-monitoring-2021", None, &[&declared, &foreign], "m2");
    assert_eq!(both.unwrap_err().code(), CarryErrorCode::OtherProject);

    let next = kit.carry(&pack, "project-monitoring-2021", None, &[&declared, &sheet], "m2").unwrap();
    let mut swapped = foreign.document().clone();
    swapped.id = sheet.document().id.clone();
    let swapped = kit.bind(swapped, Rebind::Never).unwrap().draft;
    let states: Vec<_> = kit.trace(&next, &[&declared, &swapped]).into_iter().map(|link| link.state).collect();
    assert_eq!(states, [LinkState::Matches, LinkState::OtherProject]);
}
