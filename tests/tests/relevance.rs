//! Projects that are given the indicators of another: every one is noticed, and none of them is told anything as long
//! as it keeps its own.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::fs;

use jibiao_kit::model::{CellId, RowId};
use jibiao_kit::{Draft, Report, Row, Severity, Stage};
use jibiao_tests::{kit, root};
use serde::Deserialize;

#[derive(Deserialize)]
struct Projects {
    projects: Vec<Project>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Project {
    name: String,
    department: String,
    unit: String,
    whole_goal: String,
    goal: String,
    rows: Vec<[String; 4]>,
}

fn projects() -> Vec<Project> {
    let text = fs::read_to_string(root().join("tests/projects.toml")).unwrap();
    toml::from_str::<Projects>(&text).unwrap().projects
}

/// The project's head and goals, with the indicators of a project.
fn declared(project: &Project, indicators: &Project) -> Draft {
    let draft = kit().blank("project-declaration-2021", "swapped").unwrap();
    let cells = [
        ("year", "2026"),
        ("project-name", &project.name),
        ("project-nature", "阶段性项目"),
        ("project-class", "特定目标类"),
        ("department", &project.department),
        ("implementing-unit", &project.unit),
        ("start-date", "2026-01-01"),
        ("end-date", "2028-12-31"),
        ("fund.total.whole", "2700"),
        ("fund.fiscal.whole", "2700"),
        ("fund.total.year", "900"),
        ("fund.fiscal.year", "900"),
        ("whole-goal", &project.whole_goal),
        ("year-goal", &project.goal),
    ];
    let mut document = draft.into_document();
    for (cell, text) in cells {
        document.cells.insert(CellId::new(cell), text.to_owned());
    }
    let columns = ["level-1", "level-2", "level-3", "target"];
    let rows = indicators.rows.iter().enumerate().map(|(at, texts)| {
        let mut row = Row::new(RowId::new(format!("r{}", at + 1)));
        for (column, text) in columns.iter().zip(texts) {
            row.cells.insert(CellId::new(*column), text.clone());
        }
        row
    });
    document.tables.insert("indicators".into(), rows.collect());
    kit().bind(document, jibiao_kit::Rebind::Never).unwrap().draft
}

fn foreign(report: &Report) -> (bool, usize) {
    let found = report.entries.iter().filter(|entry| entry.finding.rule.as_str() == "indicator-foreign");
    let (rows, table): (Vec<_>, Vec<_>) = found.partition(|entry| entry.finding.place.row.is_some());
    (!table.is_empty(), rows.len())
}

#[test]
fn a_project_with_its_own_indicators_is_told_nothing() {
    for project in projects() {
        let report = declared(&project, &project).check(Stage::Submission);
        let found: Vec<_> = report
            .entries
            .iter()
            .filter(|entry| entry.severity != Severity::Advises)
            .map(|entry| (&entry.finding.message, &entry.finding.args))
            .collect();
        assert!(found.is_empty(), "{}: {found:#?}", project.name);
    }
}

#[test]
fn a_project_with_the_indicators_of_another_is_always_noticed() {
    let projects = projects();
    for (at, project) in projects.iter().enumerate() {
        for (other_at, other) in projects.iter().enumerate() {
            if at == other_at {
                continue;
            }
            let report = declared(project, other).check(Stage::Submission);
            let (table, rows) = foreign(&report);
            let enough = rows * 10 >= other.rows.len() * 8;
            // Where a small task of the project (培训) is all that the other one does, the rest of its goal is left
            // without indicators.
            let table = table || report.entries.iter().any(|e| e.finding.rule.as_str() == "task-without-indicator");
            assert!(
                table || enough,
                "{} with the indicators of {}: {rows} of {}",
                project.name,
                other.name,
                other.rows.len()
            );
        }
    }
}

/// A single row of another project among its own.
#[test]
fn a_row_of_another_project_is_noticed_among_the_own_ones() {
    let projects = projects();
    let (mut tried, mut found) = (0, 0);
    for (at, project) in projects.iter().enumerate() {
        for (other_at, other) in projects.iter().enumerate() {
            let foreign_row = other.rows.iter().find(|row| row[1] == "数量指标").unwrap();
            let mut mixed = Project {
                name: String::new(),
                department: String::new(),
                unit: String::new(),
                whole_goal: String::new(),
                goal: String::new(),
                rows: project.rows.clone(),
            };
            mixed.rows.push(foreign_row.clone());
            if at != other_at {
                let (table, rows) = foreign(&declared(project, &mixed).check(Stage::Submission));
                assert!(!table && rows <= 1, "{}: own rows are called foreign", project.name);
                tried += 1;
                found += rows;
            }
        }
    }
    assert!(found * 10 >= tried * 9, "{found} of {tried}");
}
