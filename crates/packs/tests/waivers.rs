//! What a pack says about answering findings with a reason.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use jibiao_model::{Dimension, RuleId, Severity, Stage};
use jibiao_packs::{Pack, builtin, builtin_bytes};
use jibiao_rules::NATIVE;
use serde_json::{Value, json};

fn packs() -> Vec<Pack> {
    builtin_bytes().iter().map(|(id, _)| builtin(id).unwrap().unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// The problems of the national pack after a change.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut pack: Value = serde_json::from_slice(builtin_bytes()[0].1).unwrap();
    change(&mut pack);
    let loaded = Pack::load(&serde_json::to_vec(&pack).unwrap());
    loaded.map_or_else(|refused| refused.problems().iter().map(ToString::to_string).collect(), |_| Vec::new())
}

fn dimension(pack: &Pack, rule: &RuleId) -> Dimension {
    let native = NATIVE.iter().find(|native| native.id == *rule).map(|native| native.dimension);
    native.or_else(|| pack.book.data.iter().find(|data| data.id == *rule).map(|data| data.dimension)).unwrap()
}

/// Every message of a pack that may be answered with a reason, with the gravest severity.
fn waivable(pack: &Pack) -> Vec<(RuleId, String, Severity)> {
    let native =
        NATIVE.iter().flat_map(|rule| rule.messages.iter().map(|(key, _)| (rule.id.clone(), (*key).to_owned())));
    let data =
        pack.book.data.iter().flat_map(|rule| rule.messages().into_iter().map(|(key, _)| (rule.id.clone(), key)));
    native
        .chain(data)
        .filter_map(|(rule, message)| {
            let gravest = pack.book.policy.waivable(&rule, &message)?;
            Some((rule, message, gravest))
        })
        .collect()
}

#[test]
fn figures_that_contradict_each_other_and_block_are_never_excused() {
    for pack in packs() {
        for (rule, message, gravest) in waivable(&pack) {
            assert!(dimension(&pack, &rule) != Dimension::Consistency || gravest > Severity::Blocks, "{message}");
        }
    }
    let found = problems(|pack| {
        pack["policy"]["waivers"]["rules"]["fund-sum-mismatch"] = json!("blocks");
        pack["policy"]["waivers"]["rules"]["annual-above-whole"] = json!("blocks");
        pack["policy"]["waivers"]["messages"]["total-score-off"] = json!({ "total-score-off": "blocks" });
        // A date outside the period is no sum: the pack may decide.
        pack["policy"]["waivers"]["rules"]["deadline-outside-period"] = json!("blocks");
    });
    let why = "figures of the form contradict each other here: where that blocks, no reason excuses it";
    let expected = [
        format!("policy: waivers.rules.annual-above-whole: {why}"),
        format!("policy: waivers.rules.fund-sum-mismatch: {why}"),
        format!("policy: waivers.messages.total-score-off.total-score-off: {why}"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn every_message_that_may_be_excused_is_that_grave_at_some_stage() {
    for pack in packs() {
        let policy = &pack.book.policy;
        for (rule, gravest) in &policy.waivable {
            let Some(gravest) = gravest else { continue };
            let reached = waivable(&pack).iter().any(|(other, message, _)| {
                let mut severities = Stage::ALL.into_iter().filter_map(|stage| policy.severity(rule, message, stage));
                other == rule && severities.any(|severity| severity >= *gravest)
            });
            assert!(reached, "`{rule}` may be answered, and is never mild enough");
        }
        for (rule, message) in policy.waivable_messages.keys() {
            assert!(
                NATIVE.iter().any(|r| r.id == *rule && r.messages.iter().any(|(key, _)| key == message))
                    || pack
                        .book
                        .data
                        .iter()
                        .any(|r| r.id == *rule && r.messages().iter().any(|(key, _)| key == message)),
                "`{rule}` says no `{message}`"
            );
        }
    }
}

#[test]
fn the_national_pack_excuses_what_lies_outside_the_form_and_no_sum() {
    let pack = &packs()[0];
    let at = |rule: &str, message: &str| pack.book.policy.waivable(&rule.into(), message);
    for (rule, message) in [
        ("target-vague", "target-vague"),
        ("category-absent", "category-absent"),
        ("weight-split-off", "weight-split-off"),
        ("over-target-unexplained", "over-target-unexplained"),
        ("execution-rate-off", "execution-rate-off-low"),
        ("row-score-off", "row-score-off-under"),
    ] {
        assert_eq!(at(rule, message), Some(Severity::Warns), "{message}");
    }
    for (rule, message) in [
        ("fund-sum-mismatch", "fund-sum-mismatch"),
        ("fund-sum-mismatch", "fund-sum-mismatch-close"),
        ("weight-sum-off", "weight-sum-off"),
        ("execution-rate-off", "execution-rate-off-printed"),
        ("row-score-off", "row-score-off-over"),
        ("template-text-left", "template-text-left"),
        ("cell-missing", "cell-missing"),
    ] {
        assert_eq!(at(rule, message), None, "{message}");
    }
}

#[test]
fn a_pack_that_takes_reasons_says_how_long_they_are_and_what_fills_them() {
    let found = problems(|pack| {
        pack["policy"]["numbers"].as_object_mut().unwrap().remove("reason-length");
        pack["vocabulary"]["lists"].as_object_mut().unwrap().remove("reason-fillers");
    });
    let expected = [
        "policy: a pack that takes reasons needs the number `reason-length`",
        "vocabulary: a pack that takes reasons needs the word list `reason-fillers`",
    ];
    // Rules that look for a reason within the form need the list as well.
    let of_rules = |found: &String| found.starts_with("vocabulary: rule ") || found.starts_with("rules/");
    let found: Vec<_> = found.iter().filter(|found| !of_rules(found)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_pack_without_reasons_needs_no_length_of_them_and_takes_none() {
    let mut pack: Value = serde_json::from_slice(builtin_bytes()[0].1).unwrap();
    pack["policy"].as_object_mut().unwrap().remove("waivers");
    pack["policy"]["numbers"].as_object_mut().unwrap().remove("reason-length");
    let pack = Pack::load(&serde_json::to_vec(&pack).unwrap()).unwrap();
    assert_eq!(waivable(&pack), []);
}

#[test]
fn what_is_no_rule_or_no_severity_is_told() {
    let found = problems(|pack| {
        pack["policy"]["waivers"]["rules"]["target-vauge"] = json!("warns");
        pack["policy"]["waivers"]["rules"]["target-vague"] = json!("warn");
        pack["policy"]["waivers"]["messages"]["target-vauge"] = json!({});
        pack["policy"]["waivers"]["rule"] = json!({});
    });
    for problem in [
        "policy: waivers.rules: there is no rule `target-vauge`",
        "policy: waivers.rules: `target-vague` says `warn`, which is none of `blocks`, `warns`, `advises`, `off`",
        "policy: waivers.messages: there is no rule `target-vauge`",
        "policy: waivers: unknown field `rule`",
    ] {
        assert!(found.iter().any(|found| found == problem), "{problem}: {found:#?}");
    }
}
