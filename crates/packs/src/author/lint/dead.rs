//! What never does anything: rules, words, numbers and messages.

use std::collections::BTreeSet;

use jibiao_model::{Concept, RuleId, Stage};
use jibiao_rules::{DataRule, NATIVE, Need, REASON_NEEDS, TERMS};

use super::{Linted, RemarkKind, texts_of};

/// Word lists that reading itself asks for; a test holds this against the source.
pub const READING: [&str; 2] = ["higher-cost", "lower-is-better"];
/// Word lists for whoever publishes a document.
const PUBLISHING: [&str; 2] = ["not-published", "not-published-marks"];

pub(super) fn look(linted: &mut Linted<'_>) {
    rules(linted);
    natives(linted);
    named(linted);
    messages(linted);
}

fn rules(linted: &mut Linted<'_>) {
    let pack = linted.pack;
    for rule in &pack.book.data {
        let id = rule.id.as_str();
        let file = ["rules/", id].concat();
        let args = || vec![("rule", id.to_owned())];
        if !pack.states(&rule.id) {
            if is_on(linted, &rule.id) && unbound(linted, rule) {
                linted.remark(RemarkKind::RuleUnbound, "pack", "", args());
            }
            continue;
        }
        if pack.book.policy.rules.get(&rule.id).is_none() {
            linted.remark(RemarkKind::RuleUnjudged, &file, "", args());
        } else if !is_on(linted, &rule.id) {
            linted.remark(RemarkKind::RuleOff, "policy", "rules", args());
        }
        if linted.forms_of(&rule.purposes).next().is_none() {
            linted.remark(RemarkKind::RuleFormless, &file, "purposes", args());
        }
    }
}

fn is_on(linted: &Linted<'_>, rule: &RuleId) -> bool {
    Stage::ALL.into_iter().any(|stage| linted.pack.book.policy.is_on(rule, stage))
}

/// Whether no form that a rule looks at has the cells that it needs.
fn unbound(linted: &Linted<'_>, rule: &DataRule) -> bool {
    !linted.forms_of(&rule.purposes).any(|form| rule.binds(&form.id))
}

/// A pack over another gets new native rules with its parent.
fn natives(linted: &mut Linted<'_>) {
    if linted.extends() {
        return;
    }
    for rule in NATIVE.iter().filter(|rule| linted.pack.book.policy.rules.get(&rule.id).is_none()) {
        linted.remark(RemarkKind::NativeUnjudged, "policy", "rules", vec![("rule", rule.id.to_string())]);
    }
}

/// Word lists and numbers, by their names.
fn named(linted: &mut Linted<'_>) {
    let mut asked: BTreeSet<String> = READING.iter().chain(&PUBLISHING).map(|name| (*name).to_owned()).collect();
    for need in NATIVE.iter().flat_map(|rule| rule.needs).chain(REASON_NEEDS) {
        let (Need::Words(name) | Need::Number(name)) = need;
        asked.insert((*name).to_owned());
    }
    for rule in &linted.pack.book.data {
        asked.extend(texts_of(linted.rule(rule.id.as_str())).into_iter().map(str::to_owned));
    }
    let scoring = &linted.pack.book.scoring;
    for method in scoring.by_form.values().chain([&scoring.method]) {
        asked.extend(method.tiers.iter().map(|tier| tier.list.clone()));
    }
    let lists = linted.stated("/vocabulary/lists").into_iter().filter(|(_, words)| words.is_array());
    let asks = |name: &String| asked.contains(name) || is_of_tables(name);
    let unused: Vec<String> = lists.map(|(name, _)| name).filter(|name| !asks(name)).collect();
    for name in unused {
        linted.remark(RemarkKind::ListUnused, "vocabulary", "lists", vec![("name", name)]);
    }
    let numbers = linted.stated("/policy/numbers").into_iter().map(|(name, _)| name);
    let unused: Vec<String> = numbers.filter(|name| !asked.contains(name)).collect();
    for name in unused {
        linted.remark(RemarkKind::NumberUnused, "policy", "numbers", vec![("name", name)]);
    }
}

/// Whether tables from elsewhere are recognised by a list: the names of a column, of serial numbers, of rows that are sums.
fn is_of_tables(list: &str) -> bool {
    matches!(list, "row-total" | "column-number")
        || list.strip_prefix("column-").is_some_and(|concept| concept.parse::<Concept>().is_ok())
}

fn messages(linted: &mut Linted<'_>) {
    let native = NATIVE.iter().flat_map(|rule| rule.messages.iter().map(|(key, _)| (*key).to_owned()));
    let data = linted.pack.book.data.iter().flat_map(DataRule::messages).map(|(key, _)| key);
    let rules = NATIVE.iter().map(|rule| &rule.id).chain(linted.pack.book.data.iter().map(|rule| &rule.id));
    let pages = rules.flat_map(|id| ["", ".why", ".do"].map(|part| ["rule-", id.as_str(), part].concat()));
    let mut sent: BTreeSet<String> = TERMS.iter().map(|term| (*term).to_owned()).collect();
    sent.extend(native.chain(data).chain(pages));
    // What a fix does is said by a message that its rule names only when it offers the fix.
    let unused = |key: &str| !sent.contains(key) && !key.starts_with("fix-");
    for language in ["zh", "en"] {
        let part = ["/messages/", language].concat();
        let inherited: BTreeSet<&String> = super::fields(linted.inherited, &part).map(|(key, _)| key).collect();
        let stated = linted.stated(&part).into_iter().map(|(key, _)| key);
        let unused: Vec<String> = stated.filter(|key| unused(key) && !inherited.contains(key)).collect();
        let file = ["messages/", language].concat();
        for key in unused {
            linted.remark(RemarkKind::MessageUnused, &file, "", vec![("message", key)]);
        }
    }
}
