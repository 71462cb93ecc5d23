//! Every form of every built-in pack: blank it opens and is checked, and filled as it asks it ends decidable.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::{fs, path::PathBuf, sync::LazyLock};

use jibiao_kit::{
    Draft, Form, Kit, LinkState, PackSource, Points, Rebind, Row, Scores, Stage,
    author::Files,
    model::{CellId, Concept, Kind, Table, Verdict},
    pretty,
};
use jibiao_tests::{kit, root};
use proptest::prelude::*;

/// Every form of every pack, by pack and id.
fn blanks(kit: &Kit) -> Vec<Draft> {
    let forms = kit.forms().map(|(pack, form)| kit.blank_of(&pack.reference, form.id.as_str(), "walked").unwrap());
    forms.collect()
}

#[test]
fn every_blank_form_opens_and_is_checked_without_a_fault() {
    let kit = kit();
    for blank in blanks(&kit) {
        let saved = pretty(blank.document());
        let opened = kit.open(saved.as_bytes(), Rebind::Never).unwrap();
        assert!(opened.unknown_cells.is_empty() && opened.unknown_fields.is_empty(), "{}", blank.form().id);
        assert_eq!(pretty(opened.draft.document()), saved, "{}", blank.form().id);
        for stage in Stage::ALL {
            let report = opened.draft.check(stage);
            assert_eq!(report.faults, [], "{} at {}", blank.form().id, stage.name());
            let handed_in = stage != Stage::Drafting;
            assert_eq!(report.counts.blocks > 0, handed_in, "{} at {}", blank.form().id, stage.name());
        }
    }
}

#[test]
fn printed_points_of_a_rating_sheet_make_a_hundred() {
    let kit = kit();
    let mut seen = 0;
    for (_, form) in kit.forms().filter(|(_, form)| form.purpose.is_rating()) {
        let Some(table) = form.rated() else { continue };
        let Some(weight) = table.column(Concept::Weight) else { continue };
        let points = table.printed.iter().map(|row| row.cells.get(&weight.id).unwrap().parse::<u32>().unwrap());
        assert_eq!(points.sum::<u32>(), 100, "{}", form.id);
        seen += 1;
    }
    assert!(seen >= 4, "{seen}");
}

/// What somebody types: numbers from which all texts of a document follow.
#[derive(Clone, Debug)]
struct Hand {
    numbers: Vec<u32>,
    optional: bool,
    rows: usize,
}

fn hand() -> impl Strategy<Value = Hand> {
    (prop::collection::vec(0..1000_u32, 32), any::<bool>(), 1..9_usize).prop_map(|(numbers, optional, rows)| Hand {
        numbers,
        optional,
        rows,
    })
}

impl Hand {
    fn number(&self, at: usize) -> u32 {
        self.numbers[at % self.numbers.len()]
    }

    /// A text that fits a cell of this kind.
    fn text(&self, kind: Kind, choices: &[String], at: usize) -> String {
        let number = self.number(at);
        match kind {
            _ if !choices.is_empty() => choices[number as usize % choices.len()].clone(),
            Kind::Line | Kind::Choice => format!("第{number}号"),
            Kind::Prose => format!("完成第{number}项工作，覆盖{}个村。", number % 40 + 1),
            Kind::Money => format!("{}.{}", number, number % 10),
            Kind::Number => (number % 101).to_string(),
            Kind::Percent => format!("{}%", number % 101),
            Kind::Year => (2020 + number % 10).to_string(),
            Kind::Date => format!("2026-{:02}-{:02}", number % 12 + 1, number % 28 + 1),
            Kind::Period => format!("2026年{}月—2027年{}月", number % 12 + 1, number % 12 + 1),
            Kind::Value => format!("≥{}个", number % 100 + 1),
        }
    }
}

fn levels(form: &Form, at: usize) -> (String, String) {
    let one = &form.frame.levels[at % form.frame.levels.len()];
    (one.label.zh.clone(), one.twos[at % one.twos.len()].label.zh.clone())
}

fn row(form: &Form, table: &Table, hand: &Hand, at: usize) -> Row {
    let printed = table.printed.get(at);
    let mut row = Row::new(printed.map_or_else(|| format!("r{at}").as_str().into(), |row| row.id.clone()));
    row.cells = printed.map(|row| row.cells.clone()).unwrap_or_default();
    for (index, column) in table.columns.iter().enumerate().filter(|(_, column)| hand.optional || !column.optional) {
        let text = match column.concept {
            _ if row.cells.contains_key(&column.id) => continue,
            Some(Concept::LevelOne) => levels(form, at).0,
            Some(Concept::LevelTwo | Concept::WholeLevelTwo) => levels(form, at).1,
            Some(Concept::LevelThree | Concept::WholeLevelThree) => format!("第{at}类设施数量"),
            // A sign and a unit in the target already.
            Some(Concept::Operator | Concept::Unit) => continue,
            Some(Concept::Actual | Concept::SoFar | Concept::Expected) => format!("{}个", hand.number(at + index)),
            _ => hand.text(column.kind, &column.choices, at * 7 + index),
        };
        row.cells.insert(column.id.clone(), text);
    }
    row
}

/// A blank form filled as it asks.
fn filled(kit: &Kit, blank: &Draft, hand: &Hand) -> Draft {
    let form = blank.form();
    let mut document = blank.document().clone();
    for (index, (_, cell)) in form.cells().enumerate().filter(|(_, (_, cell))| hand.optional || cell.asked) {
        document.cells.insert(CellId::new(cell.id.as_str()), hand.text(cell.kind, &cell.choices, index));
    }
    for (_, table) in form.tables() {
        let rows = if table.printed.is_empty() { hand.rows } else { table.printed.len() };
        document.tables.insert(table.id.clone(), (0..rows).map(|at| row(form, table, hand, at)).collect());
    }
    kit.bind(document, Rebind::Never).unwrap().draft
}

/// A score or a figure that is still open.
fn undecided(scores: &Scores) -> Option<String> {
    let open = |points: &Points| matches!(points, Points::Undetermined { .. });
    let Scores { performance, quality, monitoring, rating, .. } = scores;
    if let Some(card) = performance.as_ref().filter(|card| !card.lines.is_empty() && open(&card.total)) {
        return Some(format!("{card:#?}"));
    }
    if let Some(card) = rating {
        let ungraded = card.total.is_some() && card.grade.is_none();
        if card.total.as_ref().is_some_and(open) || ungraded {
            return Some(format!("{card:#?}"));
        }
    }
    if let Some(card) = quality.as_ref().filter(|card| card.total.is_none() || card.grade.is_none()) {
        return Some(format!("{card:#?}"));
    }
    let measures = monitoring.iter().flat_map(|card| &card.measures);
    let mut open = measures.filter(|measure| measure.value.as_ref().is_some_and(open));
    open.next().map(|measure| format!("{measure:#?}"))
}

/// Whether a form that is filled as it asks ends decidable, at every stage.
fn ends(kit: &Kit, blank: &Draft, hand: &Hand) -> Result<(), TestCaseError> {
    let draft = filled(kit, blank, hand);
    let form = format!("{} of {}", blank.form().id, blank.pack().reference.id);
    for stage in Stage::ALL {
        let (report, scores) = draft.assess(stage);
        prop_assert!(report.faults.is_empty(), "{form}: {:?}", report.faults);
        prop_assert_ne!(report.verdict, Verdict::NotDetermined, "{}", form);
        if let Some(open) = undecided(&scores) {
            prop_assert!(false, "{form} at {}: {open}", stage.name());
        }
        // Nothing that was asked for and filled is told to be blank.
        let open = [
            "cell-missing",
            "indicator-cell-missing",
            "progress-missing",
            "rating-open",
            "conclusion-missing",
            "task-incomplete",
            "cell-unreadable",
        ];
        for entry in &report.entries {
            prop_assert!(!open.contains(&entry.finding.rule.as_str()), "{form}: {:?}", entry.finding);
        }
    }
    Ok(())
}

/// The kit with the packs of all districts.
fn with_districts() -> Kit {
    static KIT: LazyLock<Kit> = LazyLock::new(|| {
        let folder = root().join("crates/packs/districts");
        let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let source = |path: PathBuf| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            PackSource::files(&name, Files::folder(&path).unwrap())
        };
        let mut folders: Vec<PathBuf> = folders.collect();
        folders.sort();
        kit().with_packs(folders.into_iter().map(source)).unwrap().0
    });
    KIT.clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_that_is_filled_as_it_asks_ends_decidable(hand in hand()) {
        let kit = kit();
        for blank in blanks(&kit) {
            ends(&kit, &blank, &hand)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    /// Walks the year from every form: what is offered next can be begun, is checked, and is what it says it came from.
    #[test]
    fn every_step_that_is_offered_can_be_taken(hand in hand()) {
        let kit = kit();
        let mut taken = 0;
        for blank in blanks(&kit) {
            let draft = filled(&kit, &blank, &hand);
            for step in kit.next_steps(&draft) {
                let at = format!("{} to {} ({})", blank.form().id, step.form.id, step.relation.name());
                let next = kit.carry(&step.pack.reference, step.form.id.as_str(), Some(step.relation), &[&draft], "next");
                let next = next.map_err(|error| TestCaseError::fail(format!("{at}: {error}")))?;
                for stage in Stage::ALL {
                    prop_assert_eq!(next.check(stage).faults, [], "{}", at);
                }
                let traced = kit.trace(&next, &[&draft]);
                let matches = traced.iter().any(|link| link.relation == step.relation && link.state == LinkState::Matches);
                prop_assert!(matches, "{}: {:?}", at, traced);
                taken += 1;
            }
        }
        prop_assert!(taken > 40, "{}", taken);
    }
}

proptest! {
    // Most of these forms are like those of the nation.
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn so_does_every_form_of_every_district(hand in hand()) {
        let kit = with_districts();
        let built_in = jibiao_tests::kit();
        let own = |draft: &Draft| built_in.pack(&draft.pack().reference).is_none();
        let districts: Vec<Draft> = blanks(&kit).into_iter().filter(own).collect();
        prop_assert!(districts.len() > 50, "{}", districts.len());
        for blank in &districts {
            ends(&kit, blank, &hand)?;
        }
    }
}
