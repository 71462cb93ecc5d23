//! Rules that a pack states as data.
//!
//! A rule's file is read once, when the pack is loaded: every name in it is resolved for every form, and what does not
//! fit is told. A rule looks at cells, rows or groups of rows (`look`, `tally`), where conditions hold (`condition`),
//! and states something of them (`kind`), in which numbers, amounts and dates are held against operands (`operand`,
//! `measure`). Nothing repeats or calls itself, and a table is gone through a fixed number of times.
//!
//! What authors need to know stands in `docs/data-rules.md`, whose examples run as tests.

mod at;
mod case;
pub mod choices;
mod condition;
mod example;
mod fields;
mod fix;
mod item;
mod kind;
mod look;
mod measure;
mod names;
mod operand;
mod pattern;
mod problem;
mod run;
mod tally;
mod test;
#[cfg(test)]
mod tests;

use jibiao_model::{Dimension, Form, FormId, FormPurpose, RuleId};
use jibiao_reading::Vocabulary;

pub(crate) use example::EXAMPLE_ORIGINS;
pub use example::{DataExample, ExampleOrigin};
pub use fields::Fields;
pub use problem::{Problem, Problems};

use crate::{Basis, Halt, Policy, Sink, View};
use at::At;
use case::{Case, Shared, When};
use names::{Bound, Names};

/// A rule stated in a pack, its names resolved.
#[derive(Clone, Debug)]
pub struct DataRule {
    pub id: RuleId,
    pub dimension: Dimension,
    pub purposes: Vec<FormPurpose>,
    pub basis: Vec<Basis>,
    pub examples: Vec<DataExample>,
    when: When,
    cases: Vec<Case>,
    /// What the names stand for, form by form.
    bound: Vec<Bound>,
}

fn basis(mut basis: Fields<'_>) -> Basis {
    Basis { document: basis.text("document").into(), clause: basis.text("clause").into() }
}

impl DataRule {
    /// Reads a rule's file (who is looked at, where it comes from, when it applies, what it states, and its examples)
    /// and resolves its names against the pack's forms, words and numbers. What does not fit is told; `None` where
    /// nothing can stand in for it.
    ///
    /// Of two forms with one id the first counts.
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
        let mut names = Names::new(forms, &purposes, vocabulary, policy, rule.told());
        let when = When::read(&mut rule, &mut names);
        let kind = rule.text("kind");
        let cases = kind::is_known(&kind).then(|| cases(&kind, &mut rule, &mut names, &when));
        if cases.is_none() {
            if !kind.is_empty() {
                rule.tell(["there is no kind of rule `", &kind, "`; kinds are `", &kind::names(), "`"]);
            }
            rule.give_up();
        }
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
        let bound = names.bound();
        let rule = Self { id, dimension: dimension?, purposes, basis, examples, when, cases: cases?, bound };
        Some(rule)
    }

    /// Every message this rule can send, with its arguments; the words of its fixes among them.
    pub fn messages(&self) -> Vec<(String, &'static [&'static str])> {
        let mut messages: Vec<(String, &'static [&'static str])> = Vec::new();
        for case in &self.cases {
            let (sayings, fix) = case.sayings();
            let said = sayings.into_iter().map(|(ending, args)| (case::message(&self.id, &ending), args));
            let fixed = fix.into_iter().map(|(key, args)| (key.to_owned(), args));
            for message in said.chain(fixed) {
                if !messages.contains(&message) {
                    messages.push(message);
                }
            }
        }
        messages
    }

    /// Whether the rule can find anything in a form: whether the form has the cells that it looks at and needs.
    pub fn binds(&self, form: &FormId) -> bool {
        self.bound(form).any(|bound| self.when.binds(bound) && self.cases.iter().any(|case| case.binds(bound)))
    }

    fn bound<'f>(&self, form: &'f FormId) -> impl Iterator<Item = &Bound> + use<'_, 'f> {
        self.bound.iter().filter(move |bound| bound.form == *form)
    }

    /// Runs the rule.
    ///
    /// # Errors
    /// [`Halt`] when the rule cannot run to its end.
    pub fn check(&self, view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
        for bound in self.bound(&view.form.id) {
            let read = at::Read::default();
            let at = At { view, bound, read: &read };
            if self.when.holds(&at)? {
                run::check(&self.cases, &at, &self.id, sink)?;
            }
        }
        Ok(())
    }
}

/// The cases of a rule; a rule without `cases` is one itself.
fn cases(kind: &str, rule: &mut Fields<'_>, names: &mut Names<'_>, when: &When) -> Vec<Case> {
    let shared = Shared::read(kind, rule, names);
    if !rule.has("cases") {
        return case(kind, rule, names, shared, false, when).into_iter().collect();
    }
    let list = rule.list("cases");
    if list.is_empty() {
        rule.tell(["`cases` is empty, so the rule finds nothing"]);
    }
    list.into_iter().filter_map(|mut fields| case(kind, &mut fields, names, shared, true, when)).collect()
}

/// Reads a case, and tells one that finds nothing in any form because none has all that it needs.
fn case(
    kind: &str,
    fields: &mut Fields<'_>,
    names: &mut Names<'_>,
    shared: Shared,
    own: bool,
    when: &When,
) -> Option<Case> {
    let case = Case::read(kind, fields, names, shared, own)?;
    // Where something else was told, that is why.
    let alive = |bound: &Bound| when.binds(bound) && case.binds(bound);
    if fields.told() == names.told() && names.forms() > 0 && !names.bound().iter().any(alive) {
        fields.tell(["no form of the rule's purposes has all that this names, so it finds nothing"]);
    }
    Some(case)
}
