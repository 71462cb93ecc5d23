//! Rules that a pack states as data: one file for each kind of statement.

pub mod choices;
mod coverage;
mod example;
mod fields;
mod length;
mod limit;
mod names;
mod not_above;
mod problem;
mod range;
mod required;
mod same_text;
mod sum;
mod words;

use jibiao_model::{Arg, Dimension, Finding, Form, FormPurpose, Place, RuleId};
use jibiao_reading::Vocabulary;

pub use example::DataExample;
pub use fields::Fields;
use names::Names;
pub use problem::{Problem, Problems};

use crate::{Basis, Halt, Policy, Sink, View};

/// A rule stated in a pack, its names resolved.
#[derive(Clone, Debug)]
pub struct DataRule {
    pub id: RuleId,
    pub dimension: Dimension,
    pub purposes: Vec<FormPurpose>,
    pub basis: Vec<Basis>,
    pub examples: Vec<DataExample>,
    statement: Statement,
}

#[derive(Clone, Debug)]
enum Statement {
    Required(required::Required),
    Sum(sum::Sum),
    NotAbove(not_above::NotAbove),
    Coverage(coverage::Coverage),
    Words(words::Words),
    Range(range::Range),
    SameText(same_text::SameText),
    Length(length::Length),
    Limit(limit::Limit),
}

impl Statement {
    /// The statement takes every field that is not its rule's.
    fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Option<Self> {
        let kind = rule.text("kind");
        Some(match kind.as_str() {
            "required" => Self::Required(required::Required::read(rule, names)),
            "sum" => Self::Sum(sum::Sum::read(rule, names)),
            "not-above" => Self::NotAbove(not_above::NotAbove::read(rule, names)),
            "coverage" => Self::Coverage(coverage::Coverage),
            "words" => Self::Words(words::Words::read(rule, names)),
            "range" => Self::Range(range::Range::read(rule, names)),
            "same-text" => Self::SameText(same_text::SameText::read(rule, names)),
            "length" => Self::Length(length::Length::read(rule, names)),
            "limit" => Self::Limit(limit::Limit),
            _ => {
                if !kind.is_empty() {
                    rule.tell(["there is no kind of rule `", &kind, "`"]);
                }
                rule.give_up();
                return None;
            }
        })
    }
}

fn basis(mut basis: Fields<'_>) -> Basis {
    Basis { document: basis.text("document").into(), clause: basis.text("clause").into() }
}

/// A case of a rule that has a message of its own (`<rule>-<case>`, or `<rule>` for the blank case), with its
/// arguments.
type Case<'a> = (&'a str, &'static [&'static str]);

impl DataRule {
    /// Reads a rule's file (who is looked at, where it comes from, one statement, and its examples) and resolves
    /// its names against the pack's forms, words and numbers. What does not fit is told; `None` where nothing can
    /// stand in for it.
    pub fn read(
        id: RuleId,
        mut rule: Fields<'_>,
        forms: &[&Form],
        vocabulary: &Vocabulary,
        policy: &Policy,
    ) -> Option<Self> {
        let dimension = rule.one_of("dimension", &choices::DIMENSIONS);
        let purposes = rule.all_of("purposes", &choices::PURPOSES);
        let basis: Vec<Basis> = rule.list("basis").into_iter().map(basis).collect();
        let examples: Vec<DataExample> = rule.optional_list("examples").into_iter().map(DataExample::read).collect();
        let (file, problems) = rule.whereabouts();
        let mut names = Names::new(forms, &purposes, vocabulary, policy, file, problems);
        let statement = Statement::read(&mut rule, &mut names);
        if purposes.is_empty() {
            rule.tell(["`purposes` names no purpose, so the rule looks at no form"]);
        }
        if basis.is_empty() {
            rule.tell(["`basis` is empty: name the document that the rule rests on"]);
        }
        for finds in [true, false] {
            if !examples.iter().any(|example| (example.finds > 0) == finds) {
                let which = if finds { "in which it finds its defect" } else { "that is its nearest clean neighbour" };
                rule.tell(["there is no example ", which]);
            }
        }
        Some(Self { id, dimension: dimension?, purposes, basis, examples, statement: statement? })
    }

    /// Every message this rule can send, with its arguments.
    pub fn messages(&self) -> Vec<(String, &'static [&'static str])> {
        let cases: Vec<Case<'_>> = match &self.statement {
            Statement::Required(statement) => statement.cases(),
            Statement::Sum(_) => sum::CASES.to_vec(),
            Statement::NotAbove(_) => not_above::CASES.to_vec(),
            Statement::Coverage(_) => coverage::CASES.to_vec(),
            Statement::Words(statement) => statement.cases(),
            Statement::Range(statement) => statement.cases(),
            Statement::SameText(_) => same_text::CASES.to_vec(),
            Statement::Length(_) => length::CASES.to_vec(),
            Statement::Limit(_) => limit::CASES.to_vec(),
        };
        cases.into_iter().map(|(case, args)| (message(&self.id, case), args)).collect()
    }

    /// Runs the rule.
    ///
    /// # Errors
    /// [`Halt`] when the rule cannot run to its end.
    pub fn check(&self, view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
        let mut out = Out { rule: &self.id, sink };
        match &self.statement {
            Statement::Required(statement) => statement.check(view, &mut out),
            Statement::Sum(statement) => statement.check(view, &mut out)?,
            Statement::NotAbove(statement) => statement.check(view, &mut out)?,
            Statement::Coverage(statement) => statement.check(view, &mut out),
            Statement::Words(statement) => statement.check(view, &mut out),
            Statement::Range(statement) => statement.check(view, &mut out)?,
            Statement::SameText(statement) => statement.check(view, &mut out),
            Statement::Length(statement) => statement.check(view, &mut out),
            Statement::Limit(_) => limit::Limit::check(view, &mut out),
        }
        Ok(())
    }
}

fn message(rule: &RuleId, case: &str) -> String {
    if case.is_empty() { rule.to_string() } else { format!("{rule}-{case}") }
}

/// Where a statement puts what it found; it names cases, not messages.
struct Out<'s, 'a> {
    rule: &'s RuleId,
    sink: &'s mut Sink<'a>,
}

impl Out<'_, '_> {
    fn report<const N: usize>(&mut self, place: Place, case: &str, args: [(&str, Arg); N]) {
        self.sink.push(Finding {
            rule: self.rule.clone(),
            place,
            message: message(self.rule, case),
            args: args.into_iter().map(|(name, arg)| (name.to_owned(), arg)).collect(),
            fixes: Vec::new(),
        });
    }
}
