//! The worked documents: what the project shows to newcomers is clean, complete and scored as written by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use jibiao_kit::{
    Document, LIMITS, Points, Rebind, Severity, Stage, Verdict, canonical,
    model::{CellId, FormPurpose, SortedMap, Subject},
    pretty,
};
use jibiao_tests::{document, document_bytes, document_names, kit, open};

#[test]
fn there_is_one_for_every_purpose_and_every_subject() {
    let kit = kit();
    let forms: Vec<_> = document_names().iter().map(|name| document(&kit, name).form().clone()).collect();
    for purpose in FormPurpose::ALL {
        assert!(forms.iter().any(|form| form.purpose == purpose), "{purpose:?}");
    }
    for subject in Subject::ALL {
        assert!(forms.iter().any(|form| form.subject == subject), "{subject:?}");
    }
}

#[test]
fn the_worked_documents_are_pinned_to_the_pack_as_it_is() {
    let kit = kit();
    for name in document_names() {
        let pinned: Document = serde_json::from_slice(&document_bytes(&name)).unwrap();
        assert!(kit.pack(&pinned.pack).is_some(), "{name} is pinned to another state of its pack: run `cargo dev pin`");
    }
}

#[test]
fn the_worked_documents_are_accepted_at_submission() {
    let kit = kit();
    for name in document_names() {
        let report = document(&kit, &name).check(Stage::Submission);
        let found: Vec<String> = report
            .entries
            .iter()
            .filter(|entry| entry.severity != Severity::Advises)
            .map(|entry| format!("{} at {}", entry.finding.message, entry.finding.place.pointer))
            .collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
        assert!(
            matches!(report.verdict, Verdict::Accepted | Verdict::AcceptedWithNotes),
            "{name}: {:?}",
            report.faults
        );
    }
}

#[test]
fn the_worked_self_evaluation_scores_99_point_2() {
    let card = document(&kit(), "self-evaluation-2015").performance().unwrap();
    // 9.7 for 291 of 300, 9.5 for 24700 of 26000, and eight full rows of 10.
    let rounded: Vec<String> = card
        .lines
        .iter()
        .map(|line| line.points.rounded().map_or("open".into(), |points| points.to_string()))
        .collect();
    assert_eq!(rounded, ["9.7", "10", "10", "10", "10", "10", "9.5", "10", "10", "10"]);
    assert!(matches!(card.total, Points::Determined { rounded, .. } if rounded.to_string() == "99.2"));
    assert_eq!(card.printed_total, card.total.rounded());
    assert!(!card.total_differs && card.lines.iter().all(|line| !line.differs));
    assert_eq!(card.grade.as_deref(), Some("优"));
}

#[test]
fn the_worked_declaration_is_of_the_best_grade() {
    let draft = document(&kit(), "declaration-2021");
    let card = draft.quality(&draft.check(Stage::Submission)).unwrap();
    assert_eq!(card.grade.as_deref(), Some("优"), "{:?}", card.lines);
}

#[test]
fn a_declaration_without_goals_indicators_or_money_is_never_good() {
    let kit = kit();
    for (without, total) in [("goals", "63"), ("indicators", "15"), ("funds", "75")] {
        let mut document = document(&kit, "declaration-2021").into_document();
        match without {
            "goals" => document.cells = cells_without(&document, |cell| cell.ends_with("-goal")),
            "funds" => document.cells = cells_without(&document, |cell| cell.starts_with("fund.")),
            _ => document.tables = [].into(),
        }
        let draft = kit.bind(document, Rebind::Never).unwrap().draft;
        let card = draft.quality(&draft.check(Stage::Submission)).unwrap();
        assert_eq!(card.total.unwrap().to_string(), total, "{without}: {:?}", card.lines);
        assert!(matches!(card.grade.as_deref(), Some("中" | "差")), "{without}");
    }
}

#[test]
fn a_blank_declaration_has_no_points_once_it_is_handed_in() {
    let kit = kit();
    for form in ["project-declaration-2015", "project-declaration-2021"] {
        let draft = kit.blank(form, "blank").unwrap();
        let (report, scores) = draft.assess(Stage::Submission);
        assert_eq!(scores.quality.unwrap().total.unwrap().to_string(), "0", "{form}");
        let empty = report.entries.iter().filter(|entry| entry.finding.message == "category-absent-all").count();
        assert_eq!(empty, 1, "{form}");
        // Not yet is not wrong.
        assert!(draft.check(Stage::Drafting).entries.is_empty(), "{form}");
    }
}

fn cells_without(document: &Document, left_out: impl Fn(&str) -> bool) -> SortedMap<CellId, String> {
    document.cells.clone().into_iter().filter(|(cell, _)| !left_out(cell.as_str())).collect()
}

#[test]
fn every_asked_cell_of_the_worked_documents_is_filled() {
    let kit = kit();
    for name in document_names() {
        let draft = document(&kit, &name);
        for (_, cell) in draft.form().cells().filter(|(_, cell)| cell.asked) {
            assert!(!draft.document().text(cell.id.as_str()).is_empty(), "{name}: {} is blank", cell.id);
        }
    }
}

#[test]
fn saving_and_opening_again_changes_nothing() {
    let kit = kit();
    for name in document_names() {
        let opened = open(&kit, &document_bytes(&name));
        assert!(opened.unknown_cells.is_empty() && opened.unknown_fields.is_empty(), "{name}: {opened:?}");
        let saved = pretty(opened.draft.document());
        let again = kit.open(saved.as_bytes(), Rebind::Never).unwrap();
        assert_eq!(again.draft.document(), opened.draft.document(), "{name}");
        assert_eq!(pretty(again.draft.document()), saved, "{name}");
    }
}

#[test]
fn the_worked_files_are_written_as_the_kit_writes_them() {
    let kit = kit();
    for name in document_names() {
        let bytes = document_bytes(&name);
        let opened = open(&kit, &bytes);
        let mut document = opened.draft.into_document();
        // The files keep the digest that they were written with; the pack at hand moves on.
        document.pack = opened.rebound_from.unwrap_or(document.pack);
        assert_eq!(pretty(&document), String::from_utf8(bytes).unwrap(), "{name}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    for name in document_names() {
        for stage in Stage::ALL {
            let run = || {
                let draft = document(&kit(), &name);
                let report = draft.check(stage);
                (canonical(&report), canonical(&draft.performance()), canonical(&draft.quality(&report)))
            };
            assert_eq!(run(), run(), "{name} at {}", stage.name());
        }
    }
}

#[test]
fn a_table_at_the_limit_of_rows_is_checked() {
    let kit = kit();
    let mut document = document(&kit, "self-evaluation-2015").into_document();
    let rows = document.tables.values_mut().next().unwrap();
    let first = rows[0].clone();
    *rows = (0..LIMITS.rows)
        .map(|index| {
            let mut row = first.clone();
            row.id = format!("r{index}").as_str().into();
            row
        })
        .collect();
    let draft = kit.bind(document, Rebind::Never).unwrap().draft;
    let report = draft.check(Stage::Submission);
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    // 5,000 rows of 10 points, and 9.7 for the execution rate.
    assert_eq!(draft.performance().unwrap().total.rounded().unwrap().to_string(), "50009.7");
}
