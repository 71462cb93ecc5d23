//! Statements that repeat what is inherited, and what became of inherited examples.

use serde_json::Value;

use super::{Linted, RemarkKind};
use crate::author::test_inherited;

pub(super) fn look(linted: &mut Linted<'_>) {
    if !linted.extends() {
        return;
    }
    for (file, part) in
        [("policy", "rules"), ("policy", "numbers"), ("vocabulary", "lists"), ("messages/zh", ""), ("messages/en", "")]
    {
        let place = if part.is_empty() { ["/", file].concat() } else { ["/", file, "/", part].concat() };
        let same = |name: &str, value: &Value| {
            linted.inherited.pointer(&place).and_then(|inherited| inherited.get(name)) == Some(value)
        };
        let again: Vec<String> =
            linted.stated(&place).into_iter().filter(|(name, value)| same(name, value)).map(|(name, _)| name).collect();
        for name in again {
            linted.remark(RemarkKind::Repeated, file, part, vec![("name", name)]);
        }
    }
    for part in ["frames", "forms", "rules"] {
        let same = |name: &str, value: &Value| linted.inherited.get(part).and_then(|all| all.get(name)) == Some(value);
        let stated = linted.stated(&["/", part].concat());
        let again: Vec<String> = stated.into_iter().filter(|(name, value)| same(name, value)).map(|(n, _)| n).collect();
        for name in again {
            linted.remark(RemarkKind::Repeated, &[part, "/", &name].concat(), "", vec![("name", name.clone())]);
        }
    }
    let off: Vec<_> = test_inherited(linted.pack).into_iter().filter(|test| !test.passed()).collect();
    for test in off {
        let args = vec![("rule", test.rule.to_string()), ("example", test.at)];
        linted.remark(RemarkKind::InheritedExample, "pack", "", args);
    }
}
