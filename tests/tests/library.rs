//! The indicator library against the rules: whoever takes its advice is not told off for it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use jibiao_kit::{
    Concept, Document, Draft, Kit, Rebind, Row, Stage,
    library::{BLANK, Entry, Sought, place_in},
    model::Operator,
};
use jibiao_tests::{document, kit};

/// A plausible number for the blank of a row: the library holds none.
fn filled(entry: &Entry) -> String {
    let number = match (entry.sought, entry.unit.as_str()) {
        (Sought::Grade, _) => "一级",
        (Sought::Number(Some(Operator::Equal)), "%") => "100",
        (Sought::Number(Some(Operator::AtMost)), "%") => "3",
        (_, "%") => "92",
        (_, "‰") => "0.5",
        (_, unit) if unit.starts_with("亿") || unit.starts_with("万元") => "0.2",
        _ => "6",
    };
    entry.pattern.replace(BLANK, number)
}

/// A declaration whose indicators are these rows of the library.
fn with_rows(kit: &Kit, draft: Draft, entries: &[Entry]) -> Draft {
    let form = draft.form().clone();
    let table = form.indicators().unwrap();
    let mut document: Document = draft.into_document();
    let rows = document.tables.get_or_default(table.id.clone());
    rows.clear();
    for (at, entry) in entries.iter().enumerate() {
        let (one, two) = place_in(&form.frame, entry).unwrap();
        let one = form.frame.one(one).unwrap();
        let two = one.twos.iter().find(|spec| spec.level == two).unwrap();
        let mut row = Row::new(format!("r{at}").as_str().into());
        for (concept, text) in [
            (Concept::LevelOne, &one.label.zh),
            (Concept::LevelTwo, &two.label.zh),
            (Concept::LevelThree, &entry.name),
            (Concept::Target, &filled(entry)),
        ] {
            row.cells.insert(table.column(concept).unwrap().id.clone(), text.clone());
        }
        rows.push(row);
    }
    kit.bind(document, Rebind::Never).unwrap().draft
}

#[test]
fn no_rule_objects_to_a_row_of_the_library_with_its_blank_filled() {
    let kit = kit();
    for form in ["project-declaration-2021", "project-declaration-2015"] {
        let mut told = Vec::new();
        for rows in kit.library().entries().chunks(40) {
            let draft = match form {
                "project-declaration-2021" => document(&kit, "declaration-2021"),
                _ => kit.blank(form, "x").unwrap(),
            };
            let report = with_rows(&kit, draft, rows).check(Stage::Submission);
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            for finding in report.entries.iter().map(|entry| &entry.finding) {
                // The rows belong to all kinds of projects, and the document to one.
                if let Some(row) = finding.place.row.as_ref().filter(|_| finding.rule.as_str() != "indicator-foreign") {
                    let entry = &rows[row.as_str()[1..].parse::<usize>().unwrap()];
                    told.push(format!("{}: {} {}", finding.rule, entry.name, filled(entry)));
                }
            }
        }
        assert!(told.is_empty(), "{form}\n{}", told.join("\n"));
    }
}
