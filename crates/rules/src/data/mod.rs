//! Rules that a pack states as data: one file for each kind of statement.

mod coverage;
mod example;
mod length;
mod names;
mod not_above;
mod range;
mod required;
mod same_text;
mod sum;
mod words;

use jibiao_model::{Arg, Dimension, Finding, Form, FormPurpose, Place, RuleId};
use jibiao_reading::Vocabulary;
use serde::Deserialize;

pub use example::DataExample;
use names::Names;

use crate::{Basis, Halt, Policy, Sink, View};

/// A rule as a pack's file states it: who is looked at, where it comes from, one statement, and its examples.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct DataRuleSource {
    dimension: Dimension,
    purposes: Vec<PurposeSource>,
    basis: Vec<BasisSource>,
    #[serde(default)]
    examples: Vec<DataExample>,
    /// The statement takes every field that is not named above and refuses those it does not know.
    #[serde(flatten)]
    statement: StatementSource,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PurposeSource {
    Declaration,
    SelfEvaluation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BasisSource {
    document: String,
    clause: String,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum StatementSource {
    Required(required::Source),
    Sum(sum::Source),
    NotAbove(not_above::Source),
    Coverage(coverage::Source),
    Words(words::Source),
    Range(range::Source),
    SameText(same_text::Source),
    Length(length::Source),
}

impl DataRuleSource {
    /// Resolves every name against the pack's forms, words and numbers.
    ///
    /// # Errors
    /// Everything that does not fit, as full sentences.
    pub fn resolve(
        self,
        id: RuleId,
        forms: &[&Form],
        vocabulary: &Vocabulary,
        policy: &Policy,
    ) -> Result<DataRule, Vec<String>> {
        let purposes: Vec<FormPurpose> = self
            .purposes
            .iter()
            .map(|purpose| match purpose {
                PurposeSource::Declaration => FormPurpose::Declaration,
                PurposeSource::SelfEvaluation => FormPurpose::SelfEvaluation,
            })
            .collect();
        let mut names = Names::new(forms, &purposes, vocabulary, policy);
        let statement = match self.statement {
            StatementSource::Required(source) => Statement::Required(source.resolve(&mut names)),
            StatementSource::Sum(source) => Statement::Sum(source.resolve(&mut names)),
            StatementSource::NotAbove(source) => Statement::NotAbove(source.resolve(&mut names)),
            StatementSource::Coverage(source) => Statement::Coverage(source.resolve()),
            StatementSource::Words(source) => Statement::Words(source.resolve(&mut names)),
            StatementSource::Range(source) => Statement::Range(source.resolve(&mut names)),
            StatementSource::SameText(source) => Statement::SameText(source.resolve(&mut names)),
            StatementSource::Length(source) => Statement::Length(source.resolve(&mut names)),
        };
        let mut problems = names.problems();
        if purposes.is_empty() {
            problems.push("`purposes` names no purpose, so the rule looks at no form".to_owned());
        }
        if self.basis.is_empty() {
            problems.push("`basis` is empty: name the document that the rule rests on".to_owned());
        }
        for finds in [true, false] {
            if !self.examples.iter().any(|example| (example.finds > 0) == finds) {
                let which = if finds { "in which it finds its defect" } else { "that is its nearest clean neighbour" };
                problems.push(format!("there is no example {which}"));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let basis = self.basis.into_iter().map(|b| Basis { document: b.document.into(), clause: b.clause.into() });
        let basis = basis.collect();
        Ok(DataRule { id, dimension: self.dimension, purposes, basis, examples: self.examples, statement })
    }
}

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
}

/// A case of a rule that has a message of its own (`<rule>-<case>`, or `<rule>` for the blank case), with its
/// arguments.
type Case<'a> = (&'a str, &'static [&'static str]);

impl DataRule {
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
            Statement::Range(statement) => statement.check(view, &mut out),
            Statement::SameText(statement) => statement.check(view, &mut out),
            Statement::Length(statement) => statement.check(view, &mut out),
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
