//! Every example of every rule runs: the rule finds its defect exactly as often as the example says, and sends
//! exactly the arguments that it declares.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::collections::{BTreeMap, BTreeSet};

use jibiao_model::{CellId, Document, Extent, Relation, RuleId, Stage, TableId};
use jibiao_packs::{Pack, author, builtin, builtin_bytes};
use jibiao_rules::{DataExample, ExampleOrigin, NATIVE, check};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NativeExample {
    #[serde(default)]
    form: Option<jibiao_model::FormId>,
    #[serde(default)]
    extent: Extent,
    #[serde(default)]
    cells: BTreeMap<CellId, String>,
    #[serde(default)]
    rows: Vec<BTreeMap<CellId, String>>,
    #[serde(default)]
    lines: Vec<BTreeMap<CellId, String>>,
    #[serde(default)]
    tables: BTreeMap<TableId, Vec<BTreeMap<CellId, String>>>,
    #[serde(default)]
    approved: Option<NativeOrigin>,
    #[serde(default)]
    adjusted: Option<NativeOrigin>,
    #[serde(default)]
    previous: Option<NativeOrigin>,
    assessed: Option<NativeOrigin>,
    rated: Option<NativeOrigin>,
    #[serde(rename = "last-year")]
    last_year: Option<NativeOrigin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NativeOrigin {
    #[serde(default)]
    cells: BTreeMap<CellId, String>,
    #[serde(default)]
    rows: Vec<BTreeMap<CellId, String>>,
}

struct Case {
    rule: RuleId,
    messages: Vec<(String, Vec<&'static str>)>,
    example: DataExample,
}

fn packs() -> impl Iterator<Item = Pack> {
    builtin_bytes().iter().map(|(id, _)| builtin(id).unwrap().unwrap_or_else(|error| panic!("{error}")))
}

fn cases(pack: &Pack) -> Vec<Case> {
    let mut cases = Vec::new();
    // Native examples stand on national forms, and a pack answers for the data rules that it states.
    for rule in NATIVE.iter().filter(|_| pack.lineage.is_empty()) {
        let messages: Vec<_> = rule.messages.iter().map(|(key, args)| ((*key).to_owned(), args.to_vec())).collect();
        for example in rule.examples {
            let read: NativeExample = toml::from_str(example.document)
                .unwrap_or_else(|error| panic!("{}: {error}\n{}", rule.id, example.document));
            let NativeExample { form, extent, cells, rows, lines, tables, .. } = read;
            let origins = [
                (Relation::Approved, read.approved),
                (Relation::Adjusted, read.adjusted),
                (Relation::Previous, read.previous),
                (Relation::Assessed, read.assessed),
                (Relation::Rated, read.rated),
                (Relation::LastYear, read.last_year),
            ];
            let origin = origins.into_iter().find_map(|(relation, origin)| {
                let NativeOrigin { cells, rows } = origin?;
                let rows = rows.into_iter().map(|row| row.into_iter().collect()).collect();
                Some(ExampleOrigin { relation, cells: cells.into_iter().collect(), rows })
            });
            let texts =
                |rows: Vec<BTreeMap<CellId, String>>| rows.into_iter().map(|row| row.into_iter().collect()).collect();
            let written = example.read();
            let example = DataExample {
                finds: example.finds,
                form,
                extent,
                cells: cells.into_iter().collect(),
                rows: texts(rows),
                lines: texts(lines),
                tables: tables.into_iter().map(|(id, rows)| (id, texts(rows))).collect(),
                origin,
            };
            // What pages show is read without a TOML library; it says the same.
            assert_eq!(sorted(written), example, "{}", rule.id);
            cases.push(Case { rule: rule.id.clone(), messages: messages.clone(), example });
        }
    }
    for rule in pack.book.data.iter().filter(|rule| pack.states(&rule.id)) {
        let messages: Vec<_> = rule.messages().into_iter().map(|(key, args)| (key, args.to_vec())).collect();
        for example in &rule.examples {
            cases.push(Case { rule: rule.id.clone(), messages: messages.clone(), example: example.clone() });
        }
    }
    cases
}

/// With texts in the order of their cells.
fn sorted(mut example: DataExample) -> DataExample {
    example.cells.sort();
    let tables = example.tables.iter_mut().flat_map(|(_, rows)| rows);
    example.rows.iter_mut().chain(&mut example.lines).chain(tables).for_each(|texts| texts.sort());
    if let Some(origin) = &mut example.origin {
        origin.cells.sort();
        origin.rows.iter_mut().for_each(|texts| texts.sort());
    }
    example
}

fn document(pack: &Pack, rule: &RuleId, example: &DataExample) -> Document {
    author::document(pack, rule, example).unwrap_or_else(|what| panic!("{rule}: {what}\n{example}")).1
}

#[test]
fn every_example_finds_what_it_says() {
    let mut wrong = Vec::new();
    for pack in packs() {
        for Case { rule, messages, example } in cases(&pack) {
            let document = document(&pack, &rule, &example);
            let form = pack.form(document.form.as_str()).unwrap();
            let report = check(&pack.book, &pack.reference, form, &document, Stage::Review);
            assert_eq!(report.faults, [], "{rule}");
            let found: Vec<_> = report.entries.iter().filter(|entry| entry.finding.rule == rule).collect();
            if found.len() != example.finds {
                let keys: Vec<_> = found.iter().map(|entry| entry.finding.message.as_str()).collect();
                wrong.push(format!("{rule}: {} instead of {}: {keys:?}\n{example}", found.len(), example.finds));
            }
            for entry in found {
                let sent: BTreeSet<&str> = entry.finding.args.iter().map(|(name, _)| name.as_str()).collect();
                let (_, declared) = messages
                    .iter()
                    .find(|(key, _)| *key == entry.finding.message)
                    .unwrap_or_else(|| panic!("{rule} does not declare {}", entry.finding.message));
                assert_eq!(sent, declared.iter().copied().collect(), "{}", entry.finding.message);
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the examples are off:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_fix_is_applied_undone_and_leaves_nothing_to_find() {
    let mut seen = 0;
    for pack in packs() {
        for Case { rule, example, .. } in cases(&pack) {
            let before = document(&pack, &rule, &example);
            let form = pack.form(before.form.as_str()).unwrap();
            let report = check(&pack.book, &pack.reference, form, &before, Stage::Review);
            let found = report.entries.iter().filter(|entry| entry.finding.rule == rule);
            for entry in found.filter(|entry| !entry.finding.fixes.is_empty()) {
                let fix = &entry.finding.fixes[0];
                assert!(pack.messages.zh.pattern(&fix.message).is_some(), "{}", fix.message);
                let mut after = before.clone();
                let undo = after.apply(fix.edit.clone()).unwrap();
                let again = check(&pack.book, &pack.reference, form, &after, Stage::Review);
                let still = again.entries.iter().any(|other| {
                    other.finding.message == entry.finding.message && other.finding.place == entry.finding.place
                });
                assert!(!still, "{rule}: the fix does not repair\n{example}");
                after.apply(undo).unwrap();
                assert_eq!(after, before);
                seen += 1;
            }
        }
    }
    assert!(seen >= 4, "only {seen} fixes in all examples");
}

#[test]
fn a_blank_document_that_is_being_filled_in_has_no_findings() {
    for pack in packs() {
        for form in &pack.forms {
            let document = Document::new("blank", pack.reference.clone(), form.id.clone());
            let report = check(&pack.book, &pack.reference, form, &document, Stage::Drafting);
            assert_eq!(report.entries, [], "{}", form.id);
            let report = check(&pack.book, &pack.reference, form, &document, Stage::Submission);
            assert!(report.counts.blocks > 0, "{}: nothing is asked of a blank form", form.id);
        }
    }
}
