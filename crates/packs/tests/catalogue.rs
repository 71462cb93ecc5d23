//! The whole catalogue of rules: every id is unique and names its file, every rule is cited, worded, shown by
//! examples, and judged by a pack.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::{collections::BTreeSet, fs, path::Path};

use jibiao_packs::{Pack, builtin, builtin_bytes};
use jibiao_rules::NATIVE;

fn packs() -> Vec<Pack> {
    builtin_bytes().iter().map(|(id, _)| builtin(id).unwrap().unwrap_or_else(|error| panic!("{error}"))).collect()
}

fn files(folder: &str, ending: &str) -> BTreeSet<String> {
    fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// Ids of all rules: native ones, and those of every pack that it states first.
fn ids() -> Vec<String> {
    let native = NATIVE.iter().map(|rule| rule.id.to_string());
    native
        .chain(packs().iter().flat_map(|pack| {
            let rules = pack.book.data.iter().map(|rule| rule.id.to_string());
            rules.filter(|rule| pack.origins.get(rule.as_str()).unwrap().first == pack.reference.id).collect::<Vec<_>>()
        }))
        .collect()
}

#[test]
fn the_built_in_packs_have_no_problems() {
    assert!(!packs().is_empty());
}

#[test]
fn every_native_file_is_in_the_table_and_is_called_like_its_rule() {
    let mut files = files("../rules/src/native", "rs");
    assert!(files.remove("mod"));
    let table: BTreeSet<String> = NATIVE.iter().map(|rule| rule.id.as_str().replace('-', "_")).collect();
    assert_eq!(files, table);
}

#[test]
fn a_pack_of_layouts_offers_only_forms_that_it_states() {
    for pack in packs().iter().filter(|pack| pack.reference.id == "cn-layouts") {
        assert!(pack.forms.len() >= 10, "{}", pack.forms.len());
        for form in &pack.forms {
            assert_eq!(pack.forms_from.get(form.id.as_str()).unwrap().first, "cn-layouts", "{}", form.id);
        }
    }
}

#[test]
fn no_two_rules_have_the_same_id() {
    let ids = ids();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn there_are_rules_for_every_dimension() {
    let pack = &packs()[0];
    assert!(ids().len() >= 24, "{}", ids().len());
    for dimension in jibiao_model::Dimension::ALL {
        let native = NATIVE.iter().any(|rule| rule.dimension == dimension);
        assert!(native || pack.book.data.iter().any(|rule| rule.dimension == dimension), "{dimension:?}");
    }
}

#[test]
fn ids_name_a_defect_and_never_a_duty() {
    for id in ids() {
        for duty in ["must-", "no-", "check-", "valid-", "should-", "require"] {
            assert!(!id.starts_with(duty), "{id}");
        }
        assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{id}");
    }
}

#[test]
fn every_native_rule_is_cited_and_has_a_defect_and_a_clean_neighbour() {
    for rule in NATIVE {
        assert!(!rule.basis.is_empty(), "{}", rule.id);
        assert!(rule.examples.iter().any(|example| example.finds > 0), "{}", rule.id);
        assert!(rule.examples.iter().any(|example| example.finds == 0), "{}", rule.id);
        assert!(
            rule.basis.iter().all(|basis| basis.document.contains('〔') && !basis.clause.is_empty()),
            "{}",
            rule.id
        );
    }
}

#[test]
fn every_rule_is_judged_by_some_pack() {
    let packs = packs();
    for id in ids() {
        let judged = packs.iter().any(|pack| {
            jibiao_model::Stage::ALL.into_iter().any(|stage| pack.book.policy.is_on(&id.as_str().into(), stage))
        });
        assert!(judged, "no pack switches `{id}` on");
    }
}

#[test]
fn every_exception_of_a_policy_is_for_a_message_that_its_rule_sends() {
    for pack in packs() {
        for (rule, message) in pack.book.policy.messages.keys() {
            let native = NATIVE.iter().any(|r| r.id == *rule && r.messages.iter().any(|(key, _)| key == message));
            let data =
                pack.book.data.iter().any(|r| r.id == *rule && r.messages().iter().any(|(key, _)| key == message));
            assert!(native || data, "{rule}: {message}");
        }
    }
}

#[test]
fn messages_begin_with_the_id_of_their_rule() {
    for rule in NATIVE {
        for (key, _) in rule.messages {
            assert!(key.starts_with(rule.id.as_str()), "{key}");
        }
    }
}

#[test]
fn every_message_says_all_that_its_rule_sends_in_both_languages() {
    use jibiao_wording::Language;
    for pack in packs() {
        let native = NATIVE.iter().flat_map(|r| r.messages.iter().map(|(key, args)| ((*key).to_owned(), *args)));
        let data = pack.book.data.iter().flat_map(jibiao_rules::DataRule::messages);
        for (key, args) in native.chain(data) {
            for language in Language::ALL {
                let places = pack.messages.of(language).places(&key).unwrap_or_else(|| panic!("{key}"));
                // A message may leave out where it stands, which is shown beside it, and nothing else.
                // A kind of data rule offers more than each of its rules has a use for, but a row is always named.
                let stated = pack.book.data.iter().any(|rule| key.starts_with(rule.id.as_str()));
                for arg in args.iter().filter(|arg| !["cell", "words", "target"].contains(arg)) {
                    let needed = !stated || ["indicator", "row", "group"].contains(arg);
                    assert!(!needed || places.contains(arg), "{key} ({language:?}) does not say `{arg}`");
                }
            }
        }
    }
}

#[test]
fn no_message_blames_or_speaks_in_code() {
    use jibiao_wording::Language;
    for pack in packs() {
        let zh = pack.messages.of(Language::Zh);
        for key in zh.keys() {
            let text = zh.render(key, &[]);
            for word in ["无效", "非法", "错误", "校验", "字段", "null"] {
                assert!(!text.contains(word), "{key}: {text}");
            }
        }
    }
}

#[test]
fn the_languages_have_the_same_messages() {
    use jibiao_wording::Language;
    for pack in packs() {
        let keys = |language| pack.messages.of(language).keys().map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(keys(Language::Zh), keys(Language::En));
    }
}
