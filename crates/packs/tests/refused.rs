//! A pack whose rules don't fit is refused with all of its problems at once.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

mod desk;

use desk::{Desk, district};
use jibiao_packs::{PACK_LIMITS, Pack, Reason, Shelf, author::Files, builtin_bytes};
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
        rules["cell-missing"]["cases"][0]["cells"] = json!(["year", "project-nam", "fund.total.yaer"]);
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
        pack["rules"]["goal-is-project-name"]["examples"][0]["finds"] = json!(-1);
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
        "rules/goal-too-short: there is no kind of rule `lenght`; kinds are `required`, `words`, `allowed`, `pattern`, `length`, `limit`, `same-text`, `other-text`, `range`, `compare`, `sum`, `count`, `subtotal`, `coverage`, `never`".to_owned(),
        "rules/goal-is-project-name: examples[0]: `finds` is not a whole number, or too large".to_owned(),
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

/// One change to the district's pack, and the one line of problems that it brings.
struct Refusal {
    change: fn(&mut Desk),
    problem: &'static str,
}

fn rule(desk: &mut Desk, from: &str, to: &str) {
    desk.change("rules/contact-missing.toml", from, to);
}

/// Everything that keeps a folder from being a pack, one at a time: file, line and sentence.
const REFUSALS: &[Refusal] = &[
    Refusal {
        change: |desk| desk.change("forms/district-declaration.toml", "\"project-name\"", "\"project-nam\""),
        problem: "forms/district-declaration.toml:15: sections[0].blocks[0].cells[1]: `project-nam` is not a concept",
    },
    Refusal {
        change: |desk| desk.change("policy.toml", "indicator-foreign =", "indicator-foriegn ="),
        problem: "policy.toml:8: rules: there is no rule `indicator-foriegn`",
    },
    Refusal {
        change: |desk| desk.change("policy.toml", "{ review = \"blocks\" }", "{ review = \"block\" }"),
        problem: "policy.toml:7: rules.goal-too-short: `review` says `block`, which is none of `blocks`, `warns`, `advises`, `off`",
    },
    Refusal {
        change: |desk| desk.change("policy.toml", "\"30\"", "30"),
        problem: "policy.toml:3: numbers: `goal-length` is not a decimal in quotation marks, such as \"12.5\"",
    },
    Refusal {
        change: |desk| desk.change("policy.toml", "\"30\"", "30.5"),
        problem: "policy.toml:3: numbers: `goal-length` is not a decimal in quotation marks, such as \"12.5\"",
    },
    Refusal {
        change: |desk| desk.change("pack.toml", "edition = \"2026.1\" }", "edition = \"1999.1\" }"),
        problem: "pack.toml:6: extends: the pack `cn-mof` is not at hand in edition 1999.1, only in 2026.1",
    },
    Refusal {
        change: |desk| desk.change("pack.toml", "\"cn-mof\"", "\"cn-mfo\""),
        problem: "pack.toml:6: extends: the pack `cn-mfo` is not at hand",
    },
    Refusal {
        change: |desk| desk.change("pack.toml", "id = \"example-district\"", "id = \"Example district\""),
        problem: "pack.toml:2: `id` is made of small letters, digits and hyphens, 60 at most",
    },
    Refusal {
        change: |desk| desk.change("pack.toml", "project-declaration-2015", "project-declaration-2014"),
        problem: "pack.toml:7: leave-out-forms: no form `project-declaration-2014` is inherited",
    },
    Refusal {
        change: |desk| desk.change("pack.toml", "valid-from", "valid-form"),
        problem: "pack.toml:5: unknown field `valid-form`",
    },
    Refusal {
        change: |desk| desk.change("pack.toml", "\"2026-01-01\"", "2026-01-01"),
        problem: "pack.toml:5: `valid-from` is not a text",
    },
    Refusal {
        change: |desk| desk.change("vocabulary.toml", "template-text =", "template-texts ="),
        problem: "vocabulary.toml:2: lists.add: no list `template-texts` is inherited",
    },
    Refusal {
        change: |desk| desk.change("vocabulary.toml", "空置率", "空置"),
        problem: "vocabulary.toml:5: lists.remove: the list `lower-is-better` has no word `空置`",
    },
    Refusal {
        change: |desk| desk.change("vocabulary.toml", "secret-words =", "template-text ="),
        problem: "vocabulary.toml:2: lists.add: `template-text` is stated anew, so nothing is left to add",
    },
    Refusal {
        change: |desk| rule(desk, "\"contact\"]", "\"contakt\"]"),
        problem: "rules/contact-missing.toml:6: no form of the rule's purposes has a cell `contakt`",
    },
    Refusal {
        change: |desk| rule(desk, "\"required\"", "\"requiered\""),
        problem: "rules/contact-missing.toml:5: there is no kind of rule `requiered`; kinds are `required`, `words`, `allowed`, `pattern`, `length`, `limit`, `same-text`, `other-text`, `range`, `compare`, `sum`, `count`, `subtotal`, `coverage`, `never`",
    },
    Refusal {
        change: |desk| rule(desk, "kind =", "kidn = 1\nkind ="),
        problem: "rules/contact-missing.toml:5: unknown field `kidn`",
    },
    Refusal {
        change: |desk| rule(desk, "finds = 0", "finds = 1"),
        problem: "rules/contact-missing.toml:1: there is no example that is its nearest clean neighbour",
    },
    Refusal {
        change: |desk| rule(desk, "finds = 1", "finds = 2"),
        problem: "rules/contact-missing.toml:8: examples[0]: here the rule finds 1 defect(s), and the example says 2",
    },
    Refusal {
        change: |desk| rule(desk, "contact = \"张三\"", "contakt = \"张三\""),
        problem: "rules/contact-missing.toml:19: examples[1]: `contakt` is no cell of the form `district-declaration`",
    },
    Refusal {
        change: |desk| desk.change("tests/goal-too-short.toml", "finds = 1", "finds = 0"),
        problem: "tests/goal-too-short.toml:2: examples[0]: here the rule finds 1 defect(s), and the example says 0",
    },
    Refusal {
        change: |desk| desk.put("tests/goal-to-short.toml", "[[examples]]\nfinds = 1\n"),
        problem: "tests/goal-to-short.toml:1: there is no rule `goal-to-short`",
    },
    Refusal {
        change: |desk| {
            let exception = "[messages.goal-too-short]\ngoal-too-shrot = \"off\"\n\n[rules]";
            desk.change("policy.toml", "[rules]", exception);
        },
        problem: "policy.toml:6: messages.goal-too-short: the rule sends no message `goal-too-shrot`",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "[quality.by-rule]\ntarget-vauge = { each = \"1\", most = \"2\" }\n"),
        problem: "scoring.toml:2: quality.by-rule: there is no rule `target-vauge`",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "[forms.no-such-form]\nscale = 0\n"),
        problem: "scoring.toml:1: forms.no-such-form: no form of this pack is meant by `no-such-form`",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "[purposes.self-evaluation]\nscael = 0\n"),
        problem: "scoring.toml:2: purposes.self-evaluation: unknown field `scael`",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "[over-target]\nbeyond = \"30\"\n"),
        problem: "scoring.toml:1: over-target: `basis` is missing",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "tiers = [{ words = \"tier-none\", from = \"60\", to = \"80\" }]\n"),
        problem: "scoring.toml:1: tiers[0]: the vocabulary has no list `tier-none`",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "tiers = [{ words = \"tier-full\", from = \"90\", to = \"80\" }]\n"),
        problem: "scoring.toml:1: tiers[0]: `from` is above `to`",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "gates = [{ from = \"90\", gives = \"120\" }]\n"),
        problem: "scoring.toml:1: gates[0]: `gives` is not between 0 and 100",
    },
    Refusal {
        change: |desk| desk.put("scoring.toml", "[monitoring]\nlights = [{ light = \"red\", measure = \"apart\" }]\n"),
        problem: "scoring.toml:2: monitoring.lights[0]: either `above` or `below` is expected",
    },
    Refusal {
        change: |desk| {
            desk.put("scoring.toml", "[monitoring]\nlights = [{ light = \"red\", measure = \"execution-rate\", below = \"25\", by = \"02-29\" }]\n")
        },
        problem: "scoring.toml:2: monitoring.lights[0]: `by` is no day of every year, such as \"04-30\"",
    },
    Refusal {
        change: |desk| {
            desk.put("scoring.toml", "advice = [{ purposes = [\"monitoring\"], when = {}, says = { zh = \"核减\", en = \"Cut\" }, basis = [\"某文\"] }]\n")
        },
        problem: "scoring.toml:1: advice[0].when: nothing is said of when",
    },
    Refusal {
        change: |desk| {
            desk.put("scoring.toml", "advice = [{ purposes = [\"monitoring\"], when = { lights = [\"red\"] }, says = { zh = \"核减\", en = \"Cut\" }, basis = [] }]\n")
        },
        problem: "scoring.toml:1: advice[0]: `basis` names no source",
    },
    Refusal {
        change: |desk| desk.change("messages/zh.ftl", "contact-missing = “{ $cell }”", "contact-missing = “{ $cel }”"),
        problem: "messages/zh.ftl:4: message `contact-missing` uses `cel`, which its rule does not send",
    },
    Refusal {
        change: |desk| desk.change("messages/en.ftl", "    .do = Enter the name of the person in charge.\n", ""),
        problem: "messages/en.ftl:1: there is no message `rule-contact-missing.do`",
    },
    Refusal {
        change: |desk| desk.change("messages/en.ftl", "rule-goal-too-short =", "rule-goal-too-short"),
        problem: "messages/en.ftl:6: Expected a token starting with \"=\"",
    },
    Refusal {
        change: |desk| desk.change("policy.toml", "[rules]", "[rules"),
        problem: "policy.toml:5: unclosed table, expected `]`",
    },
    Refusal {
        change: |desk| desk.change("policy.toml", "category-absent = \"off\"", "goal-too-short = \"off\""),
        problem: "policy.toml:9: duplicate key",
    },
    Refusal {
        change: |desk| desk.put("rule/more.toml", ""),
        problem: "rule/more.toml: no part of a pack is called so: a pack has pack.toml, vocabulary.toml, policy.toml, scoring.toml, frames/*.toml, forms/*.toml, rules/*.toml, tests/*.toml, examples/*.toml, profiles/*.toml, messages/zh.ftl and messages/en.ftl",
    },
    Refusal {
        change: |desk| desk.put("forms/alike.toml", "like = \"project-declaration-2012\"\n"),
        problem: "forms/alike.toml:1: there is no form `project-declaration-2012` to be like",
    },
    Refusal {
        change: |desk| desk.put("forms/alike.toml", "like = \"alike\"\n"),
        problem: "forms/alike.toml:1: there is no form `alike` to be like",
    },
    Refusal {
        change: |desk| {
            desk.put("forms/alike.toml", "like = \"alike-too\"\n");
            desk.put("forms/alike-too.toml", "like = \"alike\"\n");
        },
        problem: "forms/alike.toml:1: `alike` is like a form that is like it in turn",
    },
    Refusal {
        change: |desk| {
            desk.put("forms/alike.toml", "like = \"project-declaration-2021\"\nleave-out = [\"year\", \"yaer\"]\n")
        },
        problem: "forms/alike.toml:2: leave-out: `yaer` is no cell or column of `project-declaration-2021`",
    },
    Refusal {
        change: |desk| {
            desk.put("forms/alike.toml", "like = \"project-declaration-2021\"\n[[add]]\nafter = \"yaer\"\ncells = []\n")
        },
        problem: "forms/alike.toml:3: add[0]: there is nothing called `yaer` among the cells",
    },
    Refusal {
        change: |desk| {
            desk.put("forms/alike.toml", "like = \"project-declaration-2021\"\n[[add]]\nafter = \"year\"\ncells = [{ concept = \"yaer\", label = { zh = \"年\", en = \"Year\" } }]\n")
        },
        problem: "forms/alike.toml:4: sections[0].blocks[0].cells[1]: `yaer` is not a concept",
    },
    Refusal {
        change: |desk| desk.drop("pack.toml"),
        problem: "pack.toml: this file is missing; it says which pack this is",
    },
];

#[test]
fn each_mistake_in_a_folder_is_told_with_its_file_and_line() {
    for Refusal { change, problem } in REFUSALS {
        let mut desk = district();
        change(&mut desk);
        let found = desk.problems();
        assert!(found.iter().any(|other| other == problem), "{problem}\nis not among {found:#?}");
        assert!(found.len() <= 2, "{problem}\nbrings more than itself: {found:#?}");
    }
}

#[test]
fn all_mistakes_of_a_folder_are_told_at_once() {
    let mut desk = district();
    desk.change("policy.toml", "indicator-foreign =", "indicator-foriegn =");
    rule(&mut desk, "\"contact\"]", "\"contakt\"]");
    desk.change("vocabulary.toml", "template-text =", "template-texts =");
    let found = desk.problems();
    for part in ["policy.toml:8", "rules/contact-missing.toml:6", "vocabulary.toml:2"] {
        assert_eq!(found.iter().filter(|problem| problem.starts_with(part)).count(), 1, "{part}: {found:#?}");
    }
}

/// The problems of loading one of several packs.
fn together(packs: &[(&str, Option<(&str, &str)>)]) -> Vec<String> {
    let mut shelf = Shelf::default();
    for (id, extends) in packs {
        let mut pack = json!({ "pack": { "id": id, "edition": "1", "name": { "zh": "甲", "en": "A" } } });
        if let Some((parent, edition)) = extends {
            pack["pack"]["extends"] = json!({ "id": parent, "edition": edition });
        }
        shelf.add(pack.to_string().as_bytes()).unwrap();
    }
    shelf.load(0).unwrap_err().problems().iter().map(ToString::to_string).collect()
}

#[test]
fn packs_that_extend_each_other_in_a_circle_are_refused() {
    let found = together(&[("a", Some(("b", "1"))), ("b", Some(("c", "1"))), ("c", Some(("a", "1")))]);
    assert_eq!(found, ["pack: extends: the packs extend each other in a circle: a → b → c → a"]);
    let found = together(&[("a", Some(("a", "1")))]);
    assert_eq!(found, ["pack: extends: the packs extend each other in a circle: a → a"]);
}

#[test]
fn more_packs_on_one_another_than_the_limit_are_refused() {
    let names: Vec<String> = (0..=PACK_LIMITS.layers + 1).map(|n| format!("p{n}")).collect();
    let packs: Vec<_> = names.windows(2).map(|two| (two[0].as_str(), Some((two[1].as_str(), "1")))).collect();
    let found = together(&packs);
    assert_eq!(found, ["pack: extends: more than 8 packs stand on one another"]);
}

#[test]
fn another_digest_than_that_of_the_parent_is_refused() {
    let mut desk = district();
    let wrong = "0".repeat(64);
    desk.change("pack.toml", "edition = \"2026.1\" }", &format!("edition = \"2026.1\", sha256 = \"{wrong}\" }}"));
    let found = desk.problems();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with(&format!("pack.toml:6: extends: `sha256` is {wrong}, but `cn-mof` at hand has ")));
}

#[test]
fn two_packs_of_one_name_that_differ_are_refused() {
    let mut shelf = Shelf::builtin().unwrap();
    let first = shelf.add_files(&district().files()).unwrap();
    assert_eq!(shelf.add_files(&district().files()).unwrap(), first, "the same pack is the same pack");
    let mut other = district();
    other.change("policy.toml", "\"30\"", "\"31\"");
    let refused = shelf.add_files(&other.files()).unwrap_err();
    let expected =
        "pack: there are two packs `example-district 2026.1` that differ; give one of them another `edition`";
    assert_eq!(refused.problems()[0].to_string(), expected);
}

#[test]
fn a_pack_beyond_a_limit_is_refused_before_anything_is_built_from_it() {
    let refused = |value: &Value| {
        let error = Shelf::default().add(value.to_string().as_bytes()).unwrap_err();
        error.problems().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let head = json!({ "id": "a", "edition": "1" });
    let deep = (0..30).fold(json!("x"), |inner, _| json!([inner]));
    assert_eq!(
        refused(&json!({ "pack": head, "scoring": { "x": deep } })),
        ["pack: lists and tables stand deeper in each other than 24"]
    );
    let many = json!(vec![0; PACK_LIMITS.values]);
    assert_eq!(
        refused(&json!({ "pack": head, "scoring": { "x": many } })),
        ["pack: the pack holds more values than 200000"]
    );
    let rules: serde_json::Map<_, _> = (0..=PACK_LIMITS.rules).map(|n| (n.to_string(), json!({}))).collect();
    assert_eq!(refused(&json!({ "pack": head, "rules": rules })), ["pack: the pack has more rules than 500"]);
    let large = json!({ "pack": head, "scoring": { "x": "x".repeat(PACK_LIMITS.bytes) } });
    assert_eq!(refused(&large), ["pack: the pack can't be read: it holds more than 4194304 bytes"]);
    let nested = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(Shelf::default().add(nested.as_bytes()).is_err());
}

#[test]
fn a_zip_that_is_no_pack_is_refused_by_name() {
    let entry = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let head = "id = \"a\"\nedition = \"1\"\nname = { zh = \"甲\", en = \"A\" }\n";
    let refused = |entries: &[(String, Vec<u8>)]| {
        let error = Files::zip(&desk::pack_up(entries)).unwrap_err();
        assert_eq!(error.problems().len(), 1);
        error.problems()[0].to_string()
    };
    for outside in ["../pack.toml", "/pack.toml", "a/../../pack.toml", "C:\\pack.toml", "..\\pack.toml"] {
        let found = refused(&[entry(outside, head)]);
        assert!(found.ends_with("names a file outside of the archive"), "{outside}: {found}");
    }
    assert_eq!(refused(&[entry("pack.toml", head), entry("pack.toml", head)]), "pack.toml: the file is there twice");
    assert_eq!(refused(&[entry("pack.toml", head), entry("Pack.toml", head)]), "Pack.toml: the file is there twice");
    // 1 MB of blanks in a kilobyte.
    let bomb = entry("pack.toml", &" ".repeat(PACK_LIMITS.file));
    let found = refused(&[bomb]);
    assert!(found.starts_with("pack.toml: the file unpacks to more than "), "{found}");
    let many: Vec<_> = (0..=PACK_LIMITS.files).map(|n| entry(&format!("rules/r{n}.toml"), "")).collect();
    assert_eq!(refused(&many), "pack: the pack has more than 1000 files");
    // Random letters don't pack, so that the ratio is no matter.
    let mut state = 1_u64;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap())
    });
    let noise: String = letters.take(PACK_LIMITS.file).collect();
    let large: Vec<_> = (0..6).map(|n| entry(&format!("rules/r{n}.toml"), &noise)).collect();
    assert_eq!(refused(&large), "rules/r4.toml: the file unpacks to more than 0 bytes");
}

#[test]
fn a_damaged_zip_is_refused_and_never_half_read() {
    let whole = desk::zip(&district(), "");
    assert!(Files::zip(&whole).is_ok());
    for length in (0..whole.len()).step_by(97) {
        assert!(Files::zip(&whole[..length]).is_err(), "{length}");
    }
    // A flipped bit is found, or it is in what does not matter: the files are the same.
    let files = Files::zip(&whole).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        if let Ok(read) = Files::zip(&bytes) {
            for (name, text) in read.iter() {
                let same = files.iter().any(|(_, other)| other == text);
                assert!(same, "byte {at} changed {name}");
            }
        }
    }
}

#[test]
fn a_rule_that_is_called_like_a_native_one_is_refused() {
    let mut desk = district();
    desk.put("rules/target-vague.toml", include_str!("fixtures/example-district/rules/contact-missing.toml"));
    one_with(&desk.problems(), "rules/target-vague.toml:1: a native rule is called `target-vague` already");
}

#[test]
fn a_pack_that_is_handed_on_is_refused_where_it_was_not_built_or_built_from_other_files() {
    let add = |bytes: &[u8]| Shelf::builtin().unwrap().add_handed(bytes).unwrap_err();
    let sources = add(&desk::zip(&district(), ""));
    assert_eq!(*sources.reason(), Reason::NotBuilt);
    assert_eq!(sources.problems()[0].to_string(), "zip: there is no `pack.json` in it; build the pack first");
    let other = add(&desk::pack_up(&[("readme.txt".to_owned(), b"x".to_vec())]));
    assert_eq!(*other.reason(), Reason::NotAPack);

    let mut stale = district();
    let built = String::from_utf8(stale.files().assemble().unwrap().bytes()).unwrap();
    stale.change("policy.toml", "\"30\"", "\"31\"");
    stale.put("pack.json", &built);
    let expected = "pack.json: the pack was not built from these files as they are; build it anew, or leave it out";
    assert_eq!(stale.problems(), [expected]);
}

#[test]
fn an_example_of_what_the_form_does_not_have_is_told() {
    let found = problems(|pack| {
        let form = &mut pack["examples"]["project-declaration-2021"];
        form["cells"]["project-nmae"] = json!("x");
        form["tables"]["indicator"] = json!([]);
        form["tables"]["indicators"][0]["targte"] = json!("≥1个");
        pack["examples"]["project-declaration"] = json!({});
    });
    for words in ["no `project-nmae`", "no table `indicator`", "no `targte`", "no form `project-declaration`"] {
        one_with(&found, words);
    }
}
