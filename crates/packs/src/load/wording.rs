//! Every message that a rule can send has wording in every language, with exactly the arguments that are sent.

use std::collections::BTreeSet;

use jibiao_rules::{NATIVE, RuleBook, TERMS};

use super::Problems;
use jibiao_wording::{Language, Messages, Segment};

pub(super) fn examine(messages: &Messages, book: &RuleBook, problems: &mut Problems) {
    for (language, file) in [(Language::Zh, "messages/zh"), (Language::En, "messages/en")] {
        let mut demand = |key: &str, args: &[&str]| match messages.of(language).pattern(key) {
            None => problems.add(file, format!("there is no message `{key}`")),
            Some(pattern) => {
                let used: BTreeSet<&str> = pattern
                    .iter()
                    .filter_map(|segment| match segment {
                        Segment::Place { arg } => Some(arg.as_str()),
                        Segment::Text(_) => None,
                    })
                    .collect();
                for arg in used.iter().filter(|arg| !args.contains(arg)) {
                    problems.add(file, format!("message `{key}` uses `{arg}`, which its rule does not send"));
                }
            }
        };
        TERMS.iter().for_each(|term| demand(term, &[]));
        for rule in NATIVE {
            rule_page(rule.id.as_str(), &mut demand);
            rule.messages.iter().for_each(|(key, args)| demand(key, args));
        }
        for rule in &book.data {
            rule_page(rule.id.as_str(), &mut demand);
            rule.messages().into_iter().for_each(|(key, args)| demand(&key, args));
        }
    }
}

/// The page of a rule: its title, why it matters, what to do.
fn rule_page(id: &str, demand: &mut impl FnMut(&str, &[&str])) {
    for part in ["", ".why", ".do"] {
        demand(&format!("rule-{id}{part}"), &[]);
    }
}
