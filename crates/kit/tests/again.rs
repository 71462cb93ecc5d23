//! A check that remembers the one before finds what a check finds that remembers nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use jibiao_kit::{
    Answer, Draft, Edit, Kit, Memory, Rebind, Row, RowId, Stage, Waiver,
    model::{CellId, TableId},
};
use jibiao_rules::NATIVE;

/// Edits of one document.
const EDITS: usize = 60;

/// Numbers that look like chance and are the same each time (a generator of Lehmer's kind).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap() % end.max(1)
    }

    fn one<'l, T>(&mut self, of: &'l [T]) -> &'l T {
        &of[self.below(of.len())]
    }
}

/// What the examples of the rules say in cells and columns: texts that rules find something in, and their clean neighbours.
fn texts() -> Vec<(&'static str, &'static str)> {
    let examples = NATIVE.iter().flat_map(|rule| rule.examples);
    let lines = examples.flat_map(|example| example.document.lines());
    let said = lines.filter_map(|line| {
        let (cell, text) = line.split_once(" = '")?;
        Some((cell.trim_matches('\''), text.strip_suffix('\'')?))
    });
    said.collect()
}

/// A change that somebody might make.
fn edit(draft: &Draft, texts: &[(&str, &str)], chance: &mut Chance) -> Edit {
    let form = draft.form();
    let tables: Vec<TableId> = form.tables().map(|(_, table)| table.id.clone()).collect();
    let kind = chance.below(12);
    if tables.is_empty() || kind == 0 {
        let cells: Vec<CellId> = form.cells().map(|(_, cell)| cell.id.clone()).collect();
        let known: Vec<_> = texts.iter().filter(|(cell, _)| cells.iter().any(|id| id.as_str() == *cell)).collect();
        return match known.is_empty() {
            false => {
                let (cell, text) = chance.one(&known);
                Edit::SetCell { cell: CellId::new(*cell), text: (*text).to_owned() }
            }
            true => Edit::SetCell { cell: chance.one(&cells).clone(), text: "2026".to_owned() },
        };
    }
    // The indicators have most of the rules.
    let table =
        form.indicators().filter(|_| kind > 2).map_or_else(|| chance.one(&tables).clone(), |own| own.id.clone());
    let columns: Vec<CellId> = form.table(table.as_str()).unwrap().columns.iter().map(|c| c.id.clone()).collect();
    let known: Vec<_> = texts.iter().filter(|(cell, _)| columns.iter().any(|id| id.as_str() == *cell)).collect();
    let rows = draft.document().rows(table.as_str());
    let said = |chance: &mut Chance| match known.is_empty() {
        false => {
            let (cell, text) = chance.one(&known);
            (CellId::new(*cell), (*text).to_owned())
        }
        true => (chance.one(&columns).clone(), "12".to_owned()),
    };
    if rows.is_empty() || kind == 3 {
        let mut row = Row::new(draft.document().fresh_row_id());
        row.cells.extend((0..6).map(|_| said(chance)));
        return Edit::InsertRow { table, at: chance.below(rows.len() + 1), row };
    }
    let row: RowId = chance.one(rows).id.clone();
    match kind {
        4 => Edit::RemoveRow { table, row },
        5 => Edit::MoveRow { table, row, to: chance.below(rows.len()) },
        6 => Edit::SetRowCell { table, row, cell: chance.one(&columns).clone(), text: String::new() },
        _ => {
            let (cell, text) = said(chance);
            Edit::SetRowCell { table, row, cell, text }
        }
    }
}

/// Changes a document in many ways; after each of them both checks have to find the same. Gives how much was found.
fn compare(name: &str, mut draft: Draft, seed: u64) -> usize {
    let texts = texts();
    let (mut chance, mut memory, mut found) = (Chance(seed), Memory::default(), 0);
    for step in 0..EDITS {
        let stage = if chance.below(10) == 0 { Stage::Review } else { Stage::Submission };
        let again = draft.check_again(stage, &mut memory);
        let fresh = draft.check(stage);
        assert!(again == fresh, "{name}, step {step}:\nagain {again:#?}\nfresh {fresh:#?}");
        found += fresh.entries.len();
        let excusable: Vec<_> = fresh.entries.iter().filter(|entry| entry.waivable).collect();
        match chance.below(20) {
            0 if !excusable.is_empty() => {
                let finding = &chance.one(&excusable).finding;
                let reason = "省级切块任务，单价由省里统一核定。".to_owned();
                let answer = Answer { reason, by: "李敏".to_owned(), date: "2026-03-02".to_owned() };
                let waiver = Waiver::of(finding, draft.document(), answer);
                draft.apply(Edit::SetWaiver { waiver: Box::new(waiver) }).unwrap();
            }
            1 => drop(draft.next_revision()),
            2 => drop(draft.undo()),
            _ => draft.apply(edit(&draft, &texts, &mut chance)).unwrap(),
        }
    }
    found
}

#[test]
fn a_check_that_remembers_finds_what_a_fresh_one_finds() {
    let kit = Kit::builtin().unwrap();
    let folder = format!("{}/../../tests/documents", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut found = 0;
    for (file, seed) in files.iter().zip(1..) {
        let draft = kit.open(&std::fs::read(file).unwrap(), Rebind::Never).unwrap().draft;
        found += compare(&file.display().to_string(), draft, seed);
    }
    let forms: Vec<String> = kit.forms().map(|(_, form)| form.id.to_string()).collect();
    for (form, seed) in forms.iter().zip(1000..) {
        let blank = kit.blank(form, "d").unwrap();
        found += compare(form, blank.example().unwrap_or(blank), seed);
    }
    assert!(found > 10_000, "hardly anything was found: {found}");
}
