//! 目标质量得分 from a report. Every expected figure was worked out by hand.

use std::sync::Arc;

use crate::sheet::{Sheet, n};
use jibiao_model::{
    CellId, Concept, Counts, Dimension, Entry, Fault, Finding, FormId, FundMoment, FundSource, Number, PackRef, Place,
    QualityCard, QualityLine, Report, RuleId, Severity, SortedMap, Stage, TableId, Verdict,
};
use jibiao_score::{QualityDeduction, QualityDimension, Scoring, quality};

fn scoring() -> Scoring {
    let mut scoring = crate::sheet::scoring();
    let dimension = |dimension, weight, counts: &[Dimension]| QualityDimension {
        dimension,
        weight: n(weight),
        counts: counts.to_vec(),
        needs: Vec::new(),
    };
    scoring.quality.dimensions = vec![
        dimension(Dimension::Completeness, "20", &[Dimension::Completeness]),
        dimension(Dimension::Relevance, "30", &[Dimension::Relevance]),
        dimension(Dimension::Appropriateness, "30", &[Dimension::Appropriateness]),
        dimension(Dimension::Feasibility, "20", &[Dimension::Feasibility, Dimension::Consistency]),
    ];
    let deduction = |each, most| QualityDeduction { each: n(each), most: n(most) };
    scoring.quality.by_severity = SortedMap::from([
        (Severity::Blocks, deduction("5", "15")),
        (Severity::Warns, deduction("2", "10")),
        (Severity::Advises, deduction("0.5", "2")),
    ]);
    scoring.quality.by_rule = SortedMap::from([(RuleId::fixed("grave"), deduction("12", "18"))]);
    scoring
}

fn report(findings: &[(&str, Dimension, Severity, usize)]) -> Report {
    let entries = findings.iter().flat_map(|(rule, dimension, severity, count)| {
        let finding = Finding {
            rule: RuleId::new(*rule),
            place: Place { pointer: String::new(), section: None, table: None, row: None, cell: None },
            message: (*rule).to_owned(),
            args: Vec::new(),
            fixes: Vec::new(),
        };
        let (severity, dimension) = (*severity, *dimension);
        std::iter::repeat_n(
            Entry { severity, dimension, waivable: false, waiver: None, finding: finding.into() },
            *count,
        )
    });
    Report {
        document: "d".into(),
        revision: 0,
        pack: PackRef { id: "test".into(), edition: "1".into(), sha256: String::new() },
        form: FormId::fixed("declaration"),
        stage: Stage::Submission,
        verdict: Verdict::Accepted,
        counts: Counts::default(),
        waived: Counts::default(),
        rules: Vec::new(),
        entries: entries.collect(),
        lapsed: Vec::new(),
        faults: Vec::new(),
    }
}

fn card(report: &Report) -> QualityCard {
    let sheet = Sheet::new();
    quality(report, &sheet.form, &sheet.document, &scoring())
}

fn points(report: &Report) -> Vec<String> {
    card(report).lines.iter().map(|line| line.points.to_string()).collect()
}

#[test]
fn a_report_without_findings_has_full_points() {
    let card = card(&report(&[]));
    assert_eq!(card.total, Some(Number::HUNDRED));
    assert_eq!(card.grade.as_deref(), Some("优"));
}

#[test]
fn findings_are_taken_off_in_their_own_dimension() {
    let report = report(&[
        ("a", Dimension::Completeness, Severity::Blocks, 2),
        ("b", Dimension::Relevance, Severity::Warns, 1),
        ("c", Dimension::Appropriateness, Severity::Advises, 3),
        ("d", Dimension::Consistency, Severity::Blocks, 1),
    ]);
    assert_eq!(points(&report), ["10", "28", "28.5", "15"]);
    let card = card(&report);
    assert_eq!(card.total, Some(n("81.5")));
    assert_eq!(card.grade.as_deref(), Some("良"));
}

#[test]
fn each_rule_takes_off_at_most_its_cap() {
    let report = report(&[
        ("a", Dimension::Appropriateness, Severity::Warns, 40),
        ("b", Dimension::Appropriateness, Severity::Warns, 1),
    ]);
    assert_eq!(points(&report)[2], "18");
    let line = &card(&report).lines[2];
    assert_eq!(line.deductions, [(RuleId::fixed("a"), 40, n("10")), (RuleId::fixed("b"), 1, n("2"))]);
}

#[test]
fn a_rule_with_an_entry_of_its_own_follows_it() {
    assert_eq!(points(&report(&[("grave", Dimension::Relevance, Severity::Advises, 1)]))[1], "18");
    assert_eq!(points(&report(&[("grave", Dimension::Relevance, Severity::Advises, 2)]))[1], "12");
}

#[test]
fn a_rule_with_findings_of_two_severities_is_capped_by_the_graver() {
    let report =
        report(&[("a", Dimension::Relevance, Severity::Blocks, 2), ("a", Dimension::Relevance, Severity::Warns, 9)]);
    // 2 × 5 + 9 × 2 = 28, at most 15.
    assert_eq!(points(&report)[1], "15");
}

#[test]
fn a_dimension_never_falls_below_zero() {
    let report = report(&[
        ("a", Dimension::Completeness, Severity::Blocks, 9),
        ("b", Dimension::Completeness, Severity::Blocks, 9),
    ]);
    assert_eq!(points(&report)[0], "0");
    assert_eq!(card(&report).total, Some(n("80")));
}

#[test]
fn a_report_with_faults_has_no_total() {
    let mut report = report(&[]);
    report.faults.push(Fault { rule: RuleId::fixed("a"), reason: "stopped".into() });
    let card = card(&report);
    assert_eq!((card.total, card.grade), (None, None));
}

/// Points of relevance, which needs indicators and a goal, for a document and one finding that stands at `place`.
fn relevance(sheet: &Sheet, place: Place, needs: &[Concept]) -> QualityLine {
    let mut report = report(&[("absent", Dimension::Completeness, Severity::Blocks, 1)]);
    Arc::make_mut(&mut report.entries[0].finding).place = place;
    let mut scoring = scoring();
    scoring.quality.dimensions[1].needs = needs.to_vec();
    quality(&report, &sheet.form, &sheet.document, &scoring).lines[1].clone()
}

fn at(table: Option<&'static str>, cell: Option<&'static str>) -> Place {
    let (table, cell) = (table.map(TableId::fixed), cell.map(CellId::fixed));
    Place { pointer: String::new(), section: None, table, row: None, cell }
}

#[test]
fn without_indicators_there_is_nothing_to_judge_and_no_points_to_keep() {
    let line = relevance(&Sheet::new(), at(Some("indicators"), None), &[Concept::LevelThree]);
    assert_eq!((line.points, line.deductions), (n("0"), vec![(RuleId::fixed("absent"), 1, n("30"))]));
}

#[test]
fn one_indicator_is_enough_to_be_judged() {
    let sheet = Sheet::new().quantity("≥5公里", "", "10");
    let line = relevance(&sheet, at(Some("indicators"), None), &[Concept::LevelThree]);
    assert_eq!((line.points, line.deductions), (n("30"), Vec::new()));
}

#[test]
fn what_no_rule_asks_for_is_not_held_against_the_document() {
    // The finding is about a column that is not needed.
    let line = relevance(&Sheet::new(), at(Some("indicators"), Some("weight")), &[Concept::LevelThree]);
    assert_eq!(line.points, n("30"));
    // The form has no such cell.
    let line = relevance(&Sheet::new(), at(None, Some("year-goal")), &[Concept::YearGoal]);
    assert_eq!(line.points, n("30"));
}

#[test]
fn a_missing_total_above_amounts_is_no_missing_budget() {
    let annual = [Concept::Fund(FundSource::Total, FundMoment::Annual)];
    let place = || at(None, Some("fund.total.annual"));
    assert_eq!(relevance(&Sheet::new(), place(), &annual).points, n("0"));
    let sheet = Sheet::new().cell("fund.fiscal.annual", "50");
    assert_eq!(relevance(&sheet, place(), &annual).points, n("30"));
}

#[test]
fn a_dash_where_a_rule_asks_for_the_cell_is_no_budget() {
    let annual = [Concept::Fund(FundSource::Total, FundMoment::Annual)];
    for (typed, points) in [("无", "0"), ("—", "0"), ("50", "30")] {
        let sheet = Sheet::new().cell("fund.total.annual", typed);
        assert_eq!(relevance(&sheet, at(None, Some("fund.total.annual")), &annual).points, n(points), "{typed}");
    }
}
