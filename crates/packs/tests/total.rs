//! Whatever somebody writes into a pack's files, reading them ends in a pack or in problems.
//!
//! `PROPTEST_CASES=20000 cargo test -p jibiao-packs --test total` looks longer.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

mod desk;

use desk::district;
use jibiao_packs::{Shelf, author, author::Files};
use proptest::prelude::*;
use serde_json::Value;

/// A part of a file that is replaced: where it begins and ends, in thousandths, and what comes there.
#[derive(Clone, Debug)]
struct Splice {
    file: usize,
    from: usize,
    length: usize,
    text: String,
}

fn splices() -> impl Strategy<Value = Vec<Splice>> {
    let text = prop_oneof![
        Just(String::new()),
        Just("[[".to_owned()),
        Just("add = [{ after = \"year\", cells = [{}] }]\n".to_owned()),
        Just("like = \"district-declaration\"\n".to_owned()),
        Just("extends = { id = \"example-district\", edition = \"2026.1\" }\n".to_owned()),
        Just("[lists.remove]\nvague = [1]\n".to_owned()),
        Just("99999999999999999999".to_owned()),
        "[a-z \"'={}\\[\\]\n.0-9-]{0,12}",
        "\\PC{0,6}",
    ];
    let splice = (0..64_usize, 0..1000_usize, 0..40_usize, text).prop_map(|(file, from, length, text)| Splice {
        file,
        from,
        length,
        text,
    });
    prop::collection::vec(splice, 1..4)
}

/// Reads files as a pack, and works with the pack if it is one.
fn read(files: &Files) {
    let mut shelf = Shelf::builtin().unwrap();
    let Ok(at) = shelf.add_files(files).inspect_err(|error| assert!(!error.problems().is_empty())) else { return };
    match shelf.load(at) {
        Ok(pack) => {
            let zip = author::zipped(files, &files.assemble().unwrap()).unwrap();
            let mut other = Shelf::builtin().unwrap();
            let there = other.add_handed(&zip).unwrap();
            assert_eq!(other.load(there).unwrap().reference, pack.reference);
            author::test(&pack);
            shelf.lint(at).unwrap();
            shelf.anatomy(at).unwrap();
        }
        Err(error) => assert!(!error.problems().is_empty()),
    }
}

/// A few dozen cases take a second; more are asked for.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(48), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn files_that_were_changed_anyhow_are_a_pack_or_are_refused(splices in splices()) {
        let mut files: Vec<(String, Vec<u8>)> =
            district().files().iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        for Splice { file, from, length, text } in splices {
            let count = files.len();
            let bytes = &mut files[file % count].1;
            let from = bytes.len() * from / 1000;
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, text.into_bytes());
        }
        read(&Files::of(files).unwrap());
    }

    #[test]
    fn a_child_with_any_value_anywhere_is_a_pack_or_is_refused(place in 0..400_usize, fate in 0..6_usize) {
        let mut value = district().files().assemble().unwrap().value;
        let mut seen = 0;
        replace(&mut value, place, &mut seen, fate);
        let mut shelf = Shelf::builtin().unwrap();
        if let Ok(at) = shelf.add(value.to_string().as_bytes())
            && let Err(error) = shelf.load(at)
        {
            prop_assert!(!error.problems().is_empty());
        }
    }
}

/// Puts another value in the place of the one with this number.
fn replace(value: &mut Value, place: usize, seen: &mut usize, fate: usize) {
    if *seen == place {
        *value = [Value::Null, true.into(), 7.into(), "x".into(), Value::Array(vec![]), serde_json::json!({ "a": 1 })]
            [fate]
            .clone();
    }
    *seen += 1;
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, place, seen, fate)),
        Value::Object(fields) => fields.values_mut().for_each(|field| replace(field, place, seen, fate)),
        _ => {}
    }
}
