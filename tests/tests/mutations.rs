//! One declared change to a clean document brings up exactly the declared rule.
//!
//! `tests/mutations/*.toml` hold a clean document each, or name a worked one, and changes to it with the rule that each
//! must bring up.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use jibiao_kit::{
    Draft, Extent, Form, Kit, Rebind, Row, RowId, Stage,
    model::{CellId, Table},
};
use jibiao_tests::{document, kit, root};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Case {
    /// A worked document that is changed; then nothing else of it is said here.
    document: Option<String>,
    #[serde(default)]
    form: String,
    #[serde(default)]
    cells: BTreeMap<CellId, String>,
    #[serde(default)]
    rows: Vec<BTreeMap<CellId, String>>,
    #[serde(default)]
    lines: Vec<BTreeMap<CellId, String>>,
    /// Rows of the first other table: tasks, or items that are rated.
    #[serde(default)]
    others: Vec<BTreeMap<CellId, String>>,
    #[serde(skip)]
    extent: Extent,
    #[serde(skip)]
    blank: Option<CellId>,
    mutations: Vec<Mutation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Mutation {
    /// The rule that must find the change.
    rule: String,
    /// Rules that are broken as well, because the change can't be made otherwise: points that are wrong make a wrong
    /// total.
    #[serde(default)]
    also: BTreeSet<String>,
    #[serde(default)]
    set: Vec<Set>,
    /// A row to take out, from 1.
    remove: Option<usize>,
    /// The only rows to keep, from 1.
    keep: Option<Vec<usize>>,
    /// Whether all lines are taken out.
    #[serde(default)]
    no_lines: bool,
    #[serde(default)]
    extent: Extent,
    /// A cell that was seen blank.
    blank: Option<CellId>,
}

/// A text to put into a cell, or into a column of a row of the indicators, of a line or of the first other
/// table, from 1.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, untagged)]
enum Set {
    Cell { cell: CellId, text: String },
    Row { row: usize, column: CellId, text: String },
    Line { line: usize, column: CellId, text: String },
    Other { other: usize, column: CellId, text: String },
}

fn cases() -> Vec<(String, Case)> {
    let folder = root().join("tests/mutations");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let case: Result<Case, _> = toml::from_str(&fs::read_to_string(&path).unwrap());
        let mut case = case.unwrap_or_else(|e| panic!("{path:?}: {e}"));
        if let Some(name) = case.document.clone() {
            take_over(&mut case, &document(&kit(), &name));
        }
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), case)
    };
    files.into_iter().map(read).collect()
}

/// The texts of a worked document.
fn take_over(case: &mut Case, draft: &Draft) {
    let document = draft.document();
    let rows = |table: Option<&Table>| {
        let rows = table.map_or(&[][..], |table| document.rows(table.id.as_str()));
        rows.iter().map(|row| row.cells.clone().into_iter().collect()).collect()
    };
    case.form = document.form.to_string();
    case.cells = document.cells.clone().into_iter().collect();
    case.rows = rows(draft.form().indicators());
    case.others = rows(other(draft.form()));
}

/// The first table that holds neither indicators nor a composition.
fn other(form: &Form) -> Option<&Table> {
    form.tasks().or_else(|| form.rated())
}

fn changed(case: &Case, mutation: Option<&Mutation>) -> Case {
    let mut case = Case {
        document: None,
        form: case.form.clone(),
        cells: case.cells.clone(),
        rows: case.rows.clone(),
        lines: case.lines.clone(),
        others: case.others.clone(),
        extent: Extent::Whole,
        blank: None,
        mutations: Vec::new(),
    };
    let Some(mutation) = mutation else { return case };
    for set in &mutation.set {
        let (texts, id, text) = match set {
            Set::Cell { cell, text } => (&mut case.cells, cell, text),
            Set::Row { row, column, text } => (&mut case.rows[row - 1], column, text),
            Set::Line { line, column, text } => (&mut case.lines[line - 1], column, text),
            Set::Other { other, column, text } => (&mut case.others[other - 1], column, text),
        };
        assert_ne!(texts.get(id), Some(text), "a change changes something");
        texts.insert(id.clone(), text.clone());
    }
    if let Some(row) = mutation.remove {
        case.rows.remove(row - 1);
    }
    if let Some(keep) = &mutation.keep {
        case.rows = keep.iter().map(|row| case.rows[row - 1].clone()).collect();
    }
    if mutation.no_lines {
        case.lines.clear();
    }
    case.extent = mutation.extent;
    case.blank.clone_from(&mutation.blank);
    case
}

fn draft(kit: &Kit, case: &Case) -> Draft {
    let blank = kit.blank(&case.form, "mutation").unwrap();
    let form = blank.form();
    let mut document = blank.document().clone();
    document.extent = case.extent;
    if let Some(cell) = &case.blank {
        document.cells.insert(cell.clone(), String::new());
    }
    for (id, text) in case.cells.iter().filter(|(_, text)| !text.is_empty()) {
        assert!(form.cell(id.as_str()).is_some(), "the form has no cell {id}");
        document.cells.insert(id.clone(), text.clone());
    }
    let tables =
        [(form.indicators(), &case.rows), (form.compositions().next(), &case.lines), (other(form), &case.others)];
    // Blank documents begin with the printed rows, which are typed here.
    document.tables = [].into();
    for (table, rows) in tables {
        for (index, texts) in rows.iter().enumerate() {
            let table = table.expect("the form has the table");
            let printed = table.printed.get(index).map(|row| row.id.clone());
            let mut row = Row::new(printed.unwrap_or_else(|| RowId::new(format!("r{}", index + 1))));
            for (id, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
                assert!(table.columns.iter().any(|column| column.id == *id), "the table has no column {id}");
                row.cells.insert(id.clone(), text.clone());
            }
            document.tables.get_or_default(table.id.clone()).push(row);
        }
    }
    kit.bind(document, Rebind::Never).unwrap().draft
}

/// The rules that find something, with what they say.
fn found(kit: &Kit, case: &Case) -> BTreeMap<String, Vec<String>> {
    let report = draft(kit, case).check(Stage::Submission);
    assert_eq!(report.faults, []);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in &report.entries {
        let said = format!("{} at {}", entry.finding.message, entry.finding.place.pointer);
        found.entry(entry.finding.rule.to_string()).or_default().push(said);
    }
    found
}

#[test]
fn the_documents_to_be_changed_are_clean() {
    let kit = kit();
    for (name, case) in cases() {
        let found = found(&kit, &changed(&case, None));
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn one_change_brings_up_exactly_the_declared_rule() {
    let kit = kit();
    let (mut count, mut alone, mut missed, mut extra) = (0, 0, Vec::new(), Vec::new());
    for (name, case) in cases() {
        for (index, mutation) in case.mutations.iter().enumerate() {
            count += 1;
            let found = found(&kit, &changed(&case, Some(mutation)));
            let at = format!("{name}, change {}: {}", index + 1, mutation.rule);
            alone += usize::from(mutation.also.is_empty());
            let expected = || std::iter::once(&mutation.rule).chain(&mutation.also);
            if expected().any(|rule| !found.contains_key(rule)) {
                missed.push(format!("{at}: {found:?}"));
            } else if found.keys().any(|rule| expected().all(|other| other != rule)) {
                extra.push(format!("{at}: {found:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{} changes are not found:\n{}", missed.len(), missed.join("\n"));
    assert!(extra.is_empty(), "{} of {count} changes bring up more:\n{}", extra.len(), extra.join("\n"));
    assert!(alone * 100 >= count * 95, "only {alone} of {count} changes break one thing alone");
}

/// Rules that hold a document against the one it was made from; a document alone can't bring them up. The kit's
/// tests of carrying over do.
const AGAINST_WHAT_CAME_BEFORE: [&str; 6] = [
    "adjustment-unexplained",
    "approved-changed",
    "carried-changed",
    "ex-ante-exceeded",
    "ex-ante-rejected",
    "progress-going-back",
];

#[test]
fn every_rule_is_brought_up_by_some_change() {
    let cases = cases();
    let declared: BTreeSet<&str> =
        cases.iter().flat_map(|(_, case)| case.mutations.iter().map(|mutation| mutation.rule.as_str())).collect();
    let rules = kit().rules();
    let alone = rules.iter().filter(|rule| !AGAINST_WHAT_CAME_BEFORE.contains(&rule.as_str()));
    let missing: Vec<_> = alone.filter(|rule| !declared.contains(rule.as_str())).collect();
    assert!(missing.is_empty(), "no change brings up {missing:?}");
}
