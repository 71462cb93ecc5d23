//! A rule that can't run to its end is never read as "nothing found".

use jibiao_model::{
    Block, Cell, Concept, Document, Form, FormId, FormPurpose, Frame, Label, MoneyUnit, Number, Overflow, PackRef,
    Report, Section, SectionId, Severity, Stage, Verdict,
};
use jibiao_reading::Vocabulary;
use jibiao_score::Scoring;

use super::Run;
use crate::{DataRule, Halt, NATIVE, Policy, PolicyEntry, Rule, RuleBook, Sink, around::Looked};

pub(crate) fn form(purpose: FormPurpose) -> Form {
    let cell = Cell {
        id: "year-goal".into(),
        concept: Some(Concept::YearGoal),
        kind: Concept::YearGoal.kind(),
        label: Label::default(),
        help: Label::default(),
        example: Label::default(),
        choices: Vec::new(),
        several: false,
        limit: None,
        wide: true,
        asked: true,
    };
    Form {
        id: FormId::fixed("f"),
        title: Label::default(),
        summary: Label::default(),
        purpose,
        frame: Frame { id: String::new(), levels: Vec::new(), execution_weight: Number::ZERO, basis: String::new() },
        money_unit: MoneyUnit::Yuan,
        basis: Vec::new(),
        sections: vec![Section {
            id: SectionId::fixed("goals"),
            label: Label::default(),
            help: Label::default(),
            blocks: vec![Block::Cells(vec![cell])],
        }],
        bound: [(Concept::YearGoal, "year-goal".into())].into(),
        subject: jibiao_model::Subject::Project,
        place: None,
        landscape: false,
        carries: Vec::new(),
    }
}

pub(crate) fn book() -> RuleBook {
    let on = PolicyEntry { drafting: None, submission: Some(Severity::Warns), review: Some(Severity::Warns) };
    RuleBook {
        policy: Policy { rules: NATIVE.iter().map(|rule| (rule.id.clone(), on)).collect(), ..Policy::default() },
        vocabulary: Vocabulary::default(),
        scoring: Scoring::default(),
        exemplars: None,
        data: Vec::new(),
    }
}

pub(crate) fn pack() -> PackRef {
    PackRef { id: "p".into(), edition: "1".into(), sha256: String::new() }
}

/// What is reported of a blank document where a rule that a pack states ends otherwise than by its own check.
pub(crate) fn ends(book: &RuleBook, form: &Form, rule: &DataRule, check: &dyn Fn() -> Result<(), Halt>) -> Report {
    let document = Document::new("d", pack(), form.id.clone());
    let looked = Looked::default();
    let mut run = Run::new(book, Stage::Review, form.purpose, &looked);
    run.rule(&rule.id, rule.dimension, &rule.purposes, &|_| check());
    run.finish(&pack(), form, &document)
}

/// Runs one rule with a check of the test's own in place of the rule's.
fn verdict(rule: &Rule, stage: Stage, check: impl Fn(&mut Sink<'_>) -> Result<(), Halt>) -> (Verdict, usize) {
    let (form, book) = (form(rule.purposes[0]), book());
    let document = Document::new("d", pack(), form.id.clone());
    let looked = Looked::default();
    let mut run = Run::new(&book, stage, form.purpose, &looked);
    run.rule(&rule.id, rule.dimension, rule.purposes, &check);
    let report = run.finish(&pack(), &form, &document);
    assert!(report.faults.iter().all(|fault| fault.rule == rule.id && !fault.reason.is_empty()));
    (report.verdict, report.faults.len())
}

#[test]
fn every_rule_that_halts_leaves_the_verdict_open() {
    for rule in NATIVE {
        let halted = verdict(rule, Stage::Review, |_| Err(Halt("injected".to_owned())));
        assert_eq!(halted, (Verdict::NotDetermined, 1), "{}", rule.id);
        let overflow = verdict(rule, Stage::Submission, |_| Err(Overflow.into()));
        assert_eq!(overflow, (Verdict::NotDetermined, 1), "{}", rule.id);
        let clean = verdict(rule, Stage::Review, |_| Ok(()));
        assert_eq!(clean, (Verdict::Accepted, 0), "{}", rule.id);
    }
}

#[test]
fn a_rule_that_is_off_is_not_run_and_does_not_halt() {
    let off = verdict(NATIVE[0], Stage::Drafting, |_| Err(Halt("never asked".to_owned())));
    assert_eq!(off, (Verdict::Accepted, 0));
}

#[test]
fn a_rule_whose_number_the_pack_lacks_halts() {
    // The loader refuses such a pack; this is the second line of defence.
    let (form, book) = (form(FormPurpose::Declaration), book());
    let mut document = Document::new("d", pack(), form.id.clone());
    document.cells.insert("year-goal".into(), "做好各项工作".to_owned());
    let report = super::check(&book, &pack(), &form, &document, Stage::Review);
    assert_eq!(report.verdict, Verdict::NotDetermined);
    assert!(report.faults.iter().any(|fault| fault.rule.as_str() == "goal-without-figure"), "{:?}", report.faults);
}
