//! Names in a data rule's file, resolved once against the pack.

use jibiao_model::{CellId, Concept, Form, FormPurpose, Number, Place};
use jibiao_reading::{Horizon, Indicator, Vocabulary, WordSet};

use super::{Fields, Problems};
use crate::{Policy, View};

/// What a data rule's file may name, and what was wrong with its names so far.
pub(super) struct Names<'a> {
    forms: Vec<&'a Form>,
    vocabulary: &'a Vocabulary,
    policy: &'a Policy,
    file: &'a str,
    problems: &'a Problems,
}

impl<'a> Names<'a> {
    pub(super) fn new(
        forms: &[&'a Form],
        purposes: &[FormPurpose],
        vocabulary: &'a Vocabulary,
        policy: &'a Policy,
        file: &'a str,
        problems: &'a Problems,
    ) -> Self {
        let forms = forms.iter().copied().filter(|form| purposes.contains(&form.purpose)).collect();
        Self { forms, vocabulary, policy, file, problems }
    }

    /// A cell outside tables that at least one of the looked-at forms has.
    pub(super) fn cell(&mut self, name: &str) -> Option<CellName> {
        let cell = match name.parse::<Concept>() {
            Ok(concept) => CellName::Meaning(concept),
            Err(_) => CellName::Own(CellId::new(name)),
        };
        let found = self.forms.iter().any(|form| cell.id(form).is_some());
        if !found {
            self.problem(["no form of the rule's purposes has a cell `", name, "`"]);
        }
        found.then_some(cell)
    }

    pub(super) fn cells(&mut self, names: &[String]) -> Vec<CellName> {
        names.iter().filter_map(|name| self.cell(name)).collect()
    }

    /// A column of the indicator table.
    pub(super) fn column(&mut self, name: &str) -> Option<Concept> {
        let column = name.parse::<Concept>().ok().filter(|column| is_column(*column));
        if column.is_none() {
            self.problem(["`", name, "` is not a column of the indicator table that data rules can name"]);
        }
        column
    }

    pub(super) fn columns(&mut self, names: &[String]) -> Vec<Concept> {
        names.iter().filter_map(|name| self.column(name)).collect()
    }

    /// A word list of the vocabulary.
    pub(super) fn list(&mut self, name: &str) -> WordSet {
        if !self.vocabulary.lists.contains_key(name) {
            self.problem(["the vocabulary has no list `", name, "`"]);
        }
        self.vocabulary.list(name).clone()
    }

    /// A threshold of the policy.
    pub(super) fn number(&mut self, name: &str) -> Number {
        let number = self.policy.numbers.get(name).copied();
        if number.is_none() {
            self.problem(["the policy has no number `", name, "`"]);
        }
        number.unwrap_or(Number::ZERO)
    }

    /// Pairs of cells, those aside that are not known.
    pub(super) fn pairs<'f>(
        &mut self,
        pairs: Vec<Fields<'f>>,
        one: &'f str,
        other: &'f str,
    ) -> Vec<(CellName, CellName)> {
        let mut pair = |mut pair: Fields<'f>| {
            let (one, other) = (self.cell(&pair.text(one)), self.cell(&pair.text(other)));
            one.zip(other)
        };
        pairs.into_iter().filter_map(&mut pair).collect()
    }

    fn problem(&self, words: [&str; 3]) {
        self.problems.add(self.file, words.concat());
    }
}

fn is_column(concept: Concept) -> bool {
    matches!(
        concept,
        Concept::LevelOne
            | Concept::LevelTwo
            | Concept::LevelThree
            | Concept::Target
            | Concept::Actual
            | Concept::Weight
            | Concept::Score
            | Concept::Reason
    )
}

/// A cell outside tables, by meaning or, for a pack's own cell, by its id.
#[derive(Clone, Debug)]
pub(super) enum CellName {
    Meaning(Concept),
    Own(CellId),
}

impl CellName {
    /// The cell of a form; `None` where this form has none.
    pub(super) fn id<'s>(&'s self, form: &'s Form) -> Option<&'s CellId> {
        match self {
            Self::Meaning(concept) => form.cell_of(*concept),
            Self::Own(id) => form.cell(id.as_str()).map(|_| id),
        }
    }

    /// The cell and its text; `None` where this form has no such cell.
    pub(super) fn text<'s>(&'s self, view: &View<'s>) -> Option<(&'s CellId, &'s str)> {
        let id = self.id(view.form)?;
        Some((id, view.document.text(id.as_str())))
    }

    /// The place of the cell.
    pub(super) fn place(&self, view: &View<'_>) -> Place {
        self.id(view.form).map_or_else(|| view.at_document(), |id| view.at_cell(id))
    }
}

/// The text in a column of an indicator; `None` where this indicator has no such cell.
pub(super) fn column_text<'d>(view: &View<'d>, indicator: &Indicator<'d>, column: Concept) -> Option<&'d str> {
    let year = indicator.horizon == Horizon::Year;
    match column {
        Concept::LevelOne => Some(indicator.level_one_text),
        Concept::LevelTwo => Some(indicator.level_two_text),
        Concept::LevelThree => Some(indicator.name),
        Concept::Target => Some(indicator.target_text),
        other => year.then(|| view.row_text(indicator, other)).flatten(),
    }
}
