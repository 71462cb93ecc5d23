//! Which rules give way to which at one place.

use jibiao_model::RuleId;
use jibiao_rules::{Fields, GivesWay};

/// Reads it from the policy. `unknown` tells whether nobody has a rule.
pub(super) fn read(file: &mut Fields<'_>, unknown: &dyn Fn(&str) -> bool) -> Vec<GivesWay> {
    let mut pairs = Vec::new();
    let Some(mut entries) = file.optional_fields("gives-way") else { return pairs };
    for id in entries.names() {
        let better = entries.texts(id);
        for name in [id].into_iter().chain(better.iter().map(String::as_str)).filter(|name| unknown(name)) {
            entries.tell(["there is no rule `", name, "`"]);
        }
        pairs.extend(better.into_iter().map(|to| GivesWay { rule: RuleId::new(id), to: RuleId::new(&to) }));
    }
    let circle = circle(&pairs);
    if !circle.is_empty() {
        entries.tell(["in a circle nothing would be left to tell: `", &circle.join("`, `"), "`"]);
    }
    pairs
}

/// The rules that give way, at the end, to themselves, and those that give way to them.
fn circle(pairs: &[GivesWay]) -> Vec<&str> {
    let mut left: Vec<&GivesWay> = pairs.iter().collect();
    loop {
        let before = left.len();
        // A rule that gives way to nobody is in no circle, and neither is what leads to it alone.
        let on: Vec<&RuleId> = left.iter().map(|pair| &pair.rule).collect();
        left.retain(|pair| on.contains(&&pair.to));
        if left.len() == before {
            break;
        }
    }
    let mut names: Vec<&str> = left.iter().map(|pair| pair.rule.as_str()).collect();
    names.dedup();
    names
}
