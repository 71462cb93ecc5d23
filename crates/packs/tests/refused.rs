//! A pack whose rules don't fit is refused with all of its problems at once.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use jibiao_packs::{Pack, builtin_bytes};
use serde_json::{Value, json};

/// The problems of the national pack after a change.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut pack: Value = serde_json::from_slice(builtin_bytes()[0].1).unwrap();
    change(&mut pack);
    let refused = Pack::load(&serde_json::to_vec(&pack).unwrap()).unwrap_err();
    refused.problems().iter().map(ToString::to_string).collect()
}

fn one_with(problems: &[String], words: &str) {
    let found = problems.iter().filter(|problem| problem.contains(words)).count();
    assert_eq!(found, 1, "{words}: {problems:#?}");
}

#[test]
fn every_name_that_fits_nothing_is_listed_at_once() {
    let found = problems(|pack| {
        let rules = &mut pack["rules"];
        rules["cell-missing"]["cells"] = json!(["year", "project-nam", "fund.total.yaer"]);
        rules["goal-too-short"]["least"] = json!("goal-lenth");
        rules["template-text-left"]["cases"][0]["lists"] = json!(["template-txt"]);
        rules["category-misplaced"]["cases"][0]["under"] = json!(["level-outputs"]);
        rules["weight-outside-range"]["columns"] = json!(["wieght"]);
        rules["indicator-cell-missing"]["basis"] = json!([]);
        rules["goal-elsewhere"]["examples"] = json!([]);
    });
    for words in [
        "`project-nam`",
        "`fund.total.yaer`",
        "`goal-lenth`",
        "`template-txt`",
        "`level-outputs`",
        "`wieght`",
        "`basis` is empty",
        "there is no example in which it finds its defect",
        "there is no example that is its nearest clean neighbour",
    ] {
        one_with(&found, words);
    }
    assert!(!found.iter().any(|problem| problem.starts_with("policy")), "one mistake is told once: {found:#?}");
}

#[test]
fn a_number_or_a_word_list_that_a_native_rule_needs_is_missed() {
    let found = problems(|pack| {
        pack["policy"]["numbers"].as_object_mut().unwrap().remove("over-target-from");
        pack["vocabulary"]["lists"].as_object_mut().unwrap().remove("bad-made-good");
    });
    one_with(&found, "`over-target-unexplained` needs the number `over-target-from`");
    one_with(&found, "`target-direction-odd` needs the word list `bad-made-good`");
}

#[test]
fn a_judgement_on_a_rule_that_does_not_exist_is_refused() {
    let found = problems(|pack| pack["policy"]["rules"]["goal-too-shrot"] = json!("warns"));
    one_with(&found, "there is no rule `goal-too-shrot`");
}

#[test]
fn a_misspelt_field_of_a_data_rule_is_refused() {
    let found = problems(|pack| pack["rules"]["goal-too-short"]["lest"] = json!("goal-length"));
    one_with(&found, "unknown field `lest`");
}

#[test]
fn a_message_without_words_is_missed_in_each_language() {
    let found = problems(|pack| {
        for language in ["zh", "en"] {
            pack["messages"][language].as_object_mut().unwrap().remove("target-vague");
        }
        let text = json!([{ "arg": "indikator" }]);
        pack["messages"]["en"]["unit-missing"] = text;
    });
    assert_eq!(found.iter().filter(|problem| problem.contains("there is no message `target-vague`")).count(), 2);
    one_with(&found, "uses `indikator`, which its rule does not send");
}
