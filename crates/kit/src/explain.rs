//! The page of a rule: what it finds, why it matters, what to do, where it comes from, and examples.

use jibiao_model::{Severity, Stage};
use jibiao_packs::Pack;
use jibiao_rules::{Basis, NATIVE};
use jibiao_wording::Language;
use serde::Serialize;

/// An example of a rule's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedExample {
    /// How often the rule finds its defect in it; 0 is a good example.
    pub finds: usize,
    /// A small document in TOML.
    pub document: String,
}

/// The page of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    pub id: String,
    pub dimension: &'static str,
    pub title: String,
    pub why: String,
    #[serde(rename = "do")]
    pub advice: String,
    /// What the pack does with its findings at each stage; `None` is off.
    pub policy: Vec<(&'static str, Option<&'static str>)>,
    /// Document number and clause.
    pub basis: Vec<(String, String)>,
    pub examples: Vec<ExplainedExample>,
}

/// The page of a rule in a pack; `None` where the pack has no such rule.
pub(crate) fn explain(pack: &Pack, rule: &str, language: Language) -> Option<Explanation> {
    let native = NATIVE.iter().find(|candidate| candidate.id.as_str() == rule);
    let data = pack.book.data.iter().find(|candidate| candidate.id.as_str() == rule);
    let (id, dimension, basis, examples): (_, _, &[Basis], Vec<ExplainedExample>) = match (native, data) {
        (Some(rule), _) => {
            let examples = rule.examples.iter();
            let examples =
                examples.map(|e| ExplainedExample { finds: e.finds, document: e.document.trim().to_owned() });
            (&rule.id, rule.dimension, rule.basis, examples.collect())
        }
        (None, Some(rule)) => {
            let examples = rule.examples.iter();
            let examples =
                examples.map(|e| ExplainedExample { finds: e.finds, document: e.to_string().trim().to_owned() });
            (&rule.id, rule.dimension, &rule.basis, examples.collect())
        }
        (None, None) => return None,
    };
    let words = pack.messages.of(language);
    let entry = pack.book.policy.rules.get(id).copied().unwrap_or_default();
    Some(Explanation {
        id: id.to_string(),
        dimension: dimension.name(),
        title: words.render(&format!("rule-{id}"), &[]),
        why: words.render(&format!("rule-{id}.why"), &[]),
        advice: words.render(&format!("rule-{id}.do"), &[]),
        policy: Stage::ALL.iter().map(|stage| (stage.name(), entry.at(*stage).map(Severity::name))).collect(),
        basis: basis.iter().map(|basis| (basis.document.to_string(), basis.clause.to_string())).collect(),
        examples,
    })
}

/// The ids of all rules of a pack that are on at some stage, in order.
pub(crate) fn rules(pack: &Pack) -> Vec<String> {
    pack.book.policy.rules.keys().map(ToString::to_string).collect()
}
