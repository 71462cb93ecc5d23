//! 情况说明: which findings the pack lets a person answer with a reason.

use jibiao_model::{Dimension, RuleId, Severity};
use jibiao_rules::{Fields, NATIVE, Need, Policy, Problems, REASON_NEEDS, RuleBook};

use super::judgement;

/// Reads what may be answered into the policy. `unknown` tells whether nobody has a rule.
pub(super) fn read(file: &mut Fields<'_>, unknown: &dyn Fn(&str) -> bool, policy: &mut Policy) {
    let Some(mut waivers) = file.optional_fields("waivers") else { return };
    if let Some(mut entries) = waivers.optional_fields("rules") {
        let mut rules = Vec::new();
        for id in entries.names() {
            if unknown(id) {
                entries.tell(["there is no rule `", id, "`"]);
            }
            rules.push((RuleId::new(id), judgement(&mut entries, id)));
        }
        policy.waivable = rules.into_iter().collect();
    }
    if let Some(mut exceptions) = waivers.optional_fields("messages") {
        let mut messages = Vec::new();
        for id in exceptions.names() {
            if unknown(id) {
                exceptions.tell(["there is no rule `", id, "`"]);
            }
            let mut entries = exceptions.fields(id);
            for message in entries.names() {
                messages.push(((RuleId::new(id), message.to_owned()), judgement(&mut entries, message)));
            }
        }
        policy.waivable_messages = messages.into_iter().collect();
    }
}

/// What the rest of the pack has to say to it.
pub(super) fn examine(book: &RuleBook, problems: &Problems) {
    let RuleBook { policy, vocabulary, data, .. } = book;
    let by_rule = policy.waivable.iter().map(|(rule, gravest)| (rule, None, *gravest));
    let by_message = policy.waivable_messages.iter();
    let by_message = by_message.map(|((rule, message), gravest)| (rule, Some(message.as_str()), *gravest));
    let dimension = |rule: &RuleId| {
        let native = NATIVE.iter().find(|native| native.id == *rule).map(|native| native.dimension);
        native.or_else(|| data.iter().find(|data| data.id == *rule).map(|data| data.dimension))
    };
    for (rule, message, gravest) in by_rule.chain(by_message) {
        // No reason makes a sum right.
        if gravest == Some(Severity::Blocks) && dimension(rule) == Some(Dimension::Consistency) {
            let at = match message {
                None => ["waivers.rules.", rule.as_str()].concat(),
                Some(message) => ["waivers.messages.", rule.as_str(), ".", message].concat(),
            };
            let what = "figures of the form contradict each other here: where that blocks, no reason excuses it";
            problems.add_at("policy", &at, what.to_owned());
        }
    }
    let any = [policy.waivable.values().any(Option::is_some), policy.waivable_messages.values().any(Option::is_some)];
    if !any.contains(&true) {
        return;
    }
    for need in REASON_NEEDS {
        let (file, thing, name, there) = match need {
            Need::Words(name) => ("vocabulary", "word list", name, vocabulary.lists.contains_key(*name)),
            Need::Number(name) => ("policy", "number", name, policy.numbers.contains_key(*name)),
        };
        if !there {
            problems.add(file, ["a pack that takes reasons needs the ", thing, " `", name, "`"].concat());
        }
    }
}
