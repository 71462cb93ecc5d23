//! What is looked at again after a change, counted. That nothing else is found is tested with whole documents
//! (`crates/kit/tests/again.rs`).

#![allow(clippy::arithmetic_side_effects)]

use std::cell::Cell;

use jibiao_model::{
    Block, Column, Concept, Dimension, Document, Form, FormPurpose, Label, Report, Row, RowId, RuleId, Section,
    SectionId, Stage, Table, TableId,
};
use jibiao_reading::Indicator;

use crate::{
    Halt, Memory, RuleBook, Sink, View,
    memory::Now,
    run::{Run, run_rules, tests as desk},
};

/// How often a rule ran, or looked at a row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    /// A rule that looks at what stands around the rows.
    around: usize,
    /// Rows that a rule goes through one by one.
    each: usize,
    /// A rule that looks at all rows.
    all: usize,
    /// Rows gone through one by one by a rule that looked at all of them before.
    each_after_all: usize,
    /// The same by a function that has nothing of what was seen before.
    apart: usize,
    /// A rule that does not run to its end.
    halted: usize,
}

thread_local! {
    static COUNT: Cell<Count> = const { Cell::new(Count { around: 0, each: 0, all: 0, each_after_all: 0, apart: 0, halted: 0 }) };
}

fn count(add: impl Fn(&mut Count)) {
    let mut counted = COUNT.get();
    add(&mut counted);
    COUNT.set(counted);
}

/// A form with a goal and a table of indicators: name and target.
fn form() -> Form {
    let column = |id: &'static str, concept: Concept| Column {
        id: id.into(),
        concept: Some(concept),
        kind: concept.kind(),
        label: Label::default(),
        group: None,
        help: Label::default(),
        choices: Vec::new(),
        width: 500,
        optional: false,
    };
    let mut form = desk::form(FormPurpose::Declaration);
    form.sections.push(Section {
        id: SectionId::fixed("indicators"),
        label: Label::default(),
        help: Label::default(),
        blocks: vec![Block::Table(Table {
            id: TableId::fixed("indicators"),
            label: Label::default(),
            columns: vec![column("name", Concept::LevelThree), column("target", Concept::Target)],
            printed: Vec::new(),
        })],
    });
    form
}

fn row(id: &'static str, target: &str) -> Row {
    let mut row = Row::new(RowId::fixed(id));
    row.cells.insert("name".into(), "硬化村道".to_owned());
    row.cells.insert("target".into(), target.to_owned());
    row
}

/// Three rows and a goal.
fn document(form: &Form) -> Document {
    let mut document = Document::new("d", desk::pack(), form.id.clone());
    document.cells.insert("year-goal".into(), "硬化村道12公里。".to_owned());
    let rows = document.tables.get_or_default(TableId::fixed("indicators"));
    rows.extend([row("a", "5公里"), row("b", "4公里"), row("c", "3公里")]);
    document
}

fn rows(document: &mut Document) -> &mut Vec<Row> {
    document.tables.get_or_default(TableId::fixed("indicators"))
}

fn apart(_: &View<'_>, _: &Indicator<'_>, _: &mut Sink<'_>) -> Result<(), Halt> {
    count(|count| count.apart += 1);
    Ok(())
}

fn rules(view: &View<'_>, run: &mut Run<'_>) {
    let mut rule = |check: &dyn Fn(&mut Sink<'_>) -> Result<(), Halt>| {
        // Any rule that is on.
        run.rule(&RuleId::fixed("goal-without-figure"), Dimension::Relevance, &[FormPurpose::Declaration], check);
    };
    rule(&|_| {
        count(|count| count.around += view.document.text("year-goal").len().min(1));
        Ok(())
    });
    rule(&|sink| {
        view.each(sink, |_, _| {
            count(|count| count.each += 1);
            Ok(())
        })
    });
    rule(&|_| {
        count(|count| count.all += view.rows().len().min(1));
        Ok(())
    });
    rule(&|sink| {
        let rows = view.rows().len();
        view.each(sink, |_, _| {
            count(|count| count.each_after_all += rows.min(1));
            Ok(())
        })
    });
    rule(&|sink| {
        assert!(!view.rows().is_empty());
        view.each_apart(sink, apart)
    });
    rule(&|_| {
        count(|count| count.halted += 1);
        Err(Halt("injected".to_owned()))
    });
}

/// Checks, and gives what was looked at.
fn check(book: &RuleBook, form: &Form, document: &Document, memory: &mut Memory) -> (Count, Report) {
    COUNT.set(Count::default());
    let pack = desk::pack();
    let now = Now { pack: &pack, form, stage: Stage::Submission, document };
    let (report, _) = run_rules(book, now, Some(memory), &rules);
    (COUNT.get(), report)
}

const EVERYTHING: Count = Count { around: 1, each: 3, all: 1, each_after_all: 3, apart: 3, halted: 1 };

#[test]
fn after_a_change_of_one_row_only_that_row_and_rules_on_all_rows_are_looked_at() {
    let (book, form) = (desk::book(), form());
    let (mut document, mut memory) = (document(&form), Memory::default());
    assert_eq!(check(&book, &form, &document, &mut memory).0, EVERYTHING);
    let all = Count { all: 1, each_after_all: 3, halted: 1, ..Count::default() };
    assert_eq!(check(&book, &form, &document, &mut memory).0, all, "nothing was changed");
    rows(&mut document)[1] = row("b", "40公里");
    assert_eq!(check(&book, &form, &document, &mut memory).0, Count { each: 1, apart: 1, ..all });
    // The last one.
    rows(&mut document).push(row("d", "1公里"));
    assert_eq!(check(&book, &form, &document, &mut memory).0, Count { each: 1, apart: 1, each_after_all: 4, ..all });
    rows(&mut document).truncate(2);
    assert_eq!(check(&book, &form, &document, &mut memory).0, Count { each_after_all: 2, ..all });
}

#[test]
fn a_row_that_stands_elsewhere_is_looked_at_again_since_its_place_is_part_of_what_is_found() {
    let (book, form) = (desk::book(), form());
    let (mut document, mut memory) = (document(&form), Memory::default());
    check(&book, &form, &document, &mut memory);
    rows(&mut document).swap(1, 2);
    let all = Count { all: 1, each_after_all: 3, halted: 1, ..Count::default() };
    assert_eq!(check(&book, &form, &document, &mut memory).0, Count { each: 2, apart: 2, ..all });
}

#[test]
fn everything_is_looked_at_again_after_a_change_around_the_rows_and_at_another_stage_form_or_pack() {
    let (book, form) = (desk::book(), form());
    let (mut document, mut memory) = (document(&form), Memory::default());
    let mut again = |what: &str, document: &Document, form: &Form, pack: &str, stage: Stage| {
        COUNT.set(Count::default());
        let pack = jibiao_model::PackRef { id: pack.to_owned(), ..desk::pack() };
        run_rules(&book, Now { pack: &pack, form, stage, document }, Some(&mut memory), &rules);
        assert_eq!(COUNT.get(), EVERYTHING, "{what}");
    };
    again("first", &document, &form, "p", Stage::Submission);
    document.cells.insert("year-goal".into(), "硬化村道15公里。".to_owned());
    again("goal", &document, &form, "p", Stage::Submission);
    document.revision = 7;
    again("save", &document, &form, "p", Stage::Submission);
    again("stage", &document, &form, "p", Stage::Review);
    again("pack", &document, &form, "q", Stage::Review);
    let other = Form { id: "g".into(), ..form };
    again("form", &document, &other, "q", Stage::Review);
}

#[test]
fn a_rule_that_halts_halts_again() {
    let (book, form) = (desk::book(), form());
    let (document, mut memory) = (document(&form), Memory::default());
    for _ in 0..2 {
        assert_eq!(check(&book, &form, &document, &mut memory).1.faults.len(), 1);
    }
}
