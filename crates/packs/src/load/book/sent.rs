//! What a policy says of single messages is about messages that their rules send, and points are taken off by
//! rules that exist.

use jibiao_model::RuleId;
use jibiao_rules::{NATIVE, Problems, RuleBook};

pub(super) fn examine(book: &RuleBook, problems: &Problems) {
    let RuleBook { policy, scoring, .. } = book;
    let exceptions = policy.messages.keys().map(|named| ("messages.", named));
    let waivers = policy.waivable_messages.keys().map(|named| ("waivers.messages.", named));
    for (part, (rule, message)) in exceptions.chain(waivers) {
        // A rule that does not exist was told already.
        if sends(book, rule, message) == Some(false) {
            let what = ["the rule sends no message `", message, "`"].concat();
            problems.add_at("policy", &[part, rule.as_str()].concat(), what);
        }
    }
    for rule in scoring.quality.by_rule.keys().filter(|rule| sends(book, rule, "").is_none()) {
        problems.add_at("scoring", "quality.by-rule", ["there is no rule `", rule.as_str(), "`"].concat());
    }
}

/// Whether a rule sends a message; `None` where there is no such rule.
fn sends(book: &RuleBook, rule: &RuleId, message: &str) -> Option<bool> {
    if let Some(native) = NATIVE.iter().find(|native| native.id == *rule) {
        return Some(native.messages.iter().any(|(key, _)| *key == message));
    }
    let data = book.data.iter().find(|data| data.id == *rule)?;
    Some(data.messages().iter().any(|(key, _)| key == message))
}
