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
fn what_is_missing_of_another_kind_or_misspelt_is_told_at_once_with_its_place() {
    let found = problems(|pack| {
        let form = &mut pack["forms"]["project-declaration-2021"];
        form["sections"][0]["blocks"][0]["cells"][1]["label"].as_object_mut().unwrap().remove("zh");
        form["sections"][0]["blocks"][0]["cells"][2]["limit"] = json!("sixty");
        form["sections"][0]["blocks"][0]["cells"][2]["wdie"] = json!(true);
        form["landscape"] = json!(0);
        pack["frames"]["2021"]["levels"][0]["weight"] = json!(12.5);
        pack["frames"]["2021"]["levels"][1]["level"] = json!("outputs");
        pack["policy"]["rules"]["target-vague"] = json!({ "drafting": "of", "submission": "warns" });
        pack["scoring"]["quality"]["by-severity"]["blokcs"] = json!({ "each": "1", "most": "2" });
        pack["vocabulary"]["lists"]["vague"] = json!("适当");
        pack["rules"]["goal-too-short"]["kind"] = json!("lenght");
        pack["rules"]["goal-repeated"]["examples"][0]["finds"] = json!(-1);
        pack["messages"]["en"]["unit-missing"] = json!(["no unit"]);
        pack.as_object_mut().unwrap().insert("massages".to_owned(), json!({}));
    });
    let form = "forms/project-declaration-2021";
    let head = format!("{form}: sections[0].blocks[0]");
    for problem in [
        format!("{head}.cells[1].label: `zh` is missing"),
        format!("{head}.cells[2]: `limit` is not a whole number, or too large"),
        format!("{head}.cells[2]: unknown field `wdie`"),
        format!("{form}: `landscape` is not `true` or `false`"),
        "frames/2021: levels[0]: `weight` is not a decimal in quotation marks, such as \"12.5\"".to_owned(),
        "policy: rules.target-vague: `drafting` says `of`, which is none of `blocks`, `warns`, `advises`, `off`"
            .to_owned(),
        "policy: rules.target-vague: `review` is missing".to_owned(),
        "scoring: quality.by-severity: unknown field `blokcs`".to_owned(),
        "vocabulary: lists: `vague` is not a list".to_owned(),
        "rules/goal-too-short: there is no kind of rule `lenght`".to_owned(),
        "rules/goal-repeated: examples[0]: `finds` is not a whole number, or too large".to_owned(),
        "messages/en: `unit-missing` is not a text".to_owned(),
        "pack: unknown field `massages`".to_owned(),
    ] {
        assert_eq!(found.iter().filter(|other| **other == problem).count(), 1, "{problem}: {found:#?}");
    }
    one_with(&found, "frames/2021: levels[1]: `level` says `outputs`, which is none of `cost`");
}

#[test]
fn a_part_that_is_no_object_is_told_and_not_everything_in_it() {
    let found = problems(|pack| {
        pack["vocabulary"] = json!([]);
        pack["messages"].as_object_mut().unwrap().remove("en");
    });
    let expected =
        ["vocabulary", "messages/en"].map(|part| format!("pack: the pack has no `{part}` with named fields"));
    assert_eq!(found, expected);
}

#[test]
fn bytes_that_are_no_json_are_refused() {
    for bytes in [b"{ \"pack\": ".as_slice(), b"\xff", b""] {
        let refused = Pack::load(bytes).unwrap_err();
        assert_eq!(refused.problems().len(), 1);
        assert!(refused.to_string().contains("pack: the pack can't be read: "), "{refused}");
    }
}

#[test]
fn a_message_without_words_is_missed_in_each_language() {
    let found = problems(|pack| {
        for language in ["zh", "en"] {
            pack["messages"][language].as_object_mut().unwrap().remove("target-vague");
        }
        pack["messages"]["en"]["unit-missing"] = json!("{indikator} has no unit");
    });
    assert_eq!(found.iter().filter(|problem| problem.contains("there is no message `target-vague`")).count(), 2);
    one_with(&found, "uses `indikator`, which its rule does not send");
}
