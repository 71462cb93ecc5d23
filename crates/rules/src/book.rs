//! Everything a pack says about checking.

use std::sync::Arc;

use jibiao_model::{Number, RuleId, Severity, SortedMap, Stage};
use jibiao_reading::Vocabulary;
use jibiao_score::Scoring;

use crate::{DataRule, Exemplars, GivesWay};

/// What the pack does with the findings of one rule at each stage; `None` is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PolicyEntry {
    pub drafting: Option<Severity>,
    pub submission: Option<Severity>,
    pub review: Option<Severity>,
}

impl PolicyEntry {
    /// The severity at a stage.
    pub fn at(&self, stage: Stage) -> Option<Severity> {
        match stage {
            Stage::Drafting => self.drafting,
            Stage::Submission => self.submission,
            Stage::Review => self.review,
        }
    }
}

/// 处置: rule and, where a rule tells cases apart by message, message → severity by stage.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    pub rules: SortedMap<RuleId, PolicyEntry>,
    /// Overrides for single messages of a rule: `(rule, message key)`.
    pub messages: SortedMap<(RuleId, String), PolicyEntry>,
    /// 情况说明: the gravest severity at which a finding of the rule may be answered with a reason; `None` and rules
    /// that are not here: never.
    pub waivable: SortedMap<RuleId, Option<Severity>>,
    /// Overrides for single messages of a rule.
    pub waivable_messages: SortedMap<(RuleId, String), Option<Severity>>,
    /// Which findings are left out where others tell the same slip better.
    pub gives_way: Vec<GivesWay>,
    /// Named thresholds.
    pub numbers: SortedMap<String, Number>,
    /// The edition that brought a rule, where it was not the pack's first.
    pub since: SortedMap<RuleId, String>,
}

impl Policy {
    /// What happens to a message of a rule at a stage.
    pub fn severity(&self, rule: &RuleId, message: &str, stage: Stage) -> Option<Severity> {
        let by_message = by_message(&self.messages, rule, message);
        by_message.or_else(|| self.rules.get(rule)).and_then(|entry| entry.at(stage))
    }

    /// The gravest severity at which this message of a rule may be answered with a reason.
    pub fn waivable(&self, rule: &RuleId, message: &str) -> Option<Severity> {
        *by_message(&self.waivable_messages, rule, message).or_else(|| self.waivable.get(rule))?
    }

    /// Whether some finding of a rule may be answered with a reason.
    pub fn takes_reasons(&self, rule: &RuleId) -> bool {
        self.waivable.get(rule).is_some_and(Option::is_some)
            || self.waivable_messages.iter().any(|((id, _), gravest)| id == rule && gravest.is_some())
    }

    /// Whether a rule does anything at a stage.
    pub fn is_on(&self, rule: &RuleId, stage: Stage) -> bool {
        self.rules.get(rule).is_some_and(|entry| entry.at(stage).is_some())
            || (self.messages.get_by(|(id, _)| id.cmp(rule)).is_some()
                && self.messages.iter().any(|((id, _), entry)| id == rule && entry.at(stage).is_some()))
    }
}

fn by_message<'a, T>(entries: &'a SortedMap<(RuleId, String), T>, rule: &RuleId, message: &str) -> Option<&'a T> {
    entries.get_by(|(id, key)| id.cmp(rule).then_with(|| key.as_str().cmp(message)))
}

/// Everything a pack says about checking.
#[derive(Clone, Debug)]
pub struct RuleBook {
    pub policy: Policy,
    pub vocabulary: Vocabulary,
    pub scoring: Scoring,
    pub data: Vec<DataRule>,
    /// Where messages take well-written indicators from; without one, from the pack's word list.
    pub exemplars: Option<Arc<dyn Exemplars>>,
}
