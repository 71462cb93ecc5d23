//! Writes the rows and the readings of their characters as two texts, so that neither CSV nor TOML nor a whole
//! pinyin dictionary is carried at run time.
//!
//! A build script may panic: rows that can't be read must stop the build. What the rows *say* is examined by the
//! tests, which read the same files as any other library.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::indexing_slicing)]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
};

use pinyin::{ToPinyin, ToPinyinMulti};

/// The headings of the rows' files, in this order.
const HEADINGS: [&str; 9] = ["二级指标", "三级指标", "方向", "单位", "写法", "口径", "佐证资料", "关键词", "常用"];

fn main() {
    println!("cargo::rerun-if-changed=data");
    let out = env::var("OUT_DIR").unwrap();
    let rows = if env::var_os("CARGO_FEATURE_BUILTIN").is_some() { rows(Path::new("data")) } else { String::new() };
    let readings = readings(&rows, env::var_os("CARGO_FEATURE_ALL_READINGS").is_some());
    fs::write(Path::new(&out).join("rows.txt"), rows).unwrap();
    fs::write(Path::new(&out).join("readings.txt"), readings).unwrap();
}

/// Categories and rows, one a line, cells set apart by tabs. A line that begins with a tab opens a category.
fn rows(data: &Path) -> String {
    let mut text = String::new();
    for kind in ["types", "sectors"] {
        let list: toml::Table = fs::read_to_string(data.join(format!("{kind}.toml"))).unwrap().parse().unwrap();
        for category in list["category"].as_array().unwrap() {
            let of = |key: &str| category.get(key).map_or("", |value| value.as_str().unwrap());
            let id = of("id");
            let cells = [kind, id, of("zh"), of("en"), of("named"), of("words")];
            text.push_str(&format!("\t{}\n", cells.join("\t")));
            table(&data.join(kind).join(format!("{id}.csv")), &mut text);
        }
        let files = fs::read_dir(data.join(kind)).unwrap().count();
        assert_eq!(files, list["category"].as_array().unwrap().len(), "a file of {kind}/ has no category");
    }
    text.push_str("\t\n");
    table(&data.join("common.csv"), &mut text);
    text
}

fn table(file: &Path, text: &mut String) {
    let mut reader = csv::Reader::from_path(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert_eq!(reader.headers().unwrap(), HEADINGS.as_slice(), "{}", file.display());
    for record in reader.records() {
        let record = record.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let line = record.iter().collect::<Vec<_>>().join("\t");
        assert!(!line.contains('\n') && line.split('\t').count() == HEADINGS.len(), "{}: {line}", file.display());
        assert!(!line.starts_with('\t'), "{}: {line} has no 二级指标", file.display());
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// The characters that are read alike, behind their readings, the commonest first: `hui,gui,kuai会`.
fn readings(rows: &str, all: bool) -> String {
    let mut characters: BTreeSet<char> = rows.chars().collect();
    if all {
        characters.extend('\u{4e00}'..='\u{9fff}');
    }
    let mut alike: BTreeMap<String, String> = BTreeMap::new();
    for character in characters {
        let Some(readings) = character.to_pinyin_multi() else { continue };
        let plain: BTreeSet<String> = readings.into_iter().flat_map(|reading| spelled(reading.plain())).collect();
        let common = character.to_pinyin().map_or_else(Vec::new, |reading| spelled(reading.plain()));
        let rest = plain.into_iter().filter(|reading| !common.contains(reading));
        let ordered: Vec<String> = common.iter().cloned().chain(rest).collect();
        if !ordered.is_empty() {
            alike.entry(ordered.join(",")).or_default().push(character);
        }
    }
    alike.iter().map(|(readings, characters)| format!("{readings}{characters}\n")).collect()
}

/// A syllable as typed on a keyboard: ü is v, and many type u. Interjections without a vowel are left out.
fn spelled(syllable: &str) -> Vec<String> {
    let spellings = if syllable.contains('ü') {
        vec![syllable.replace('ü', "v"), syllable.replace('ü', "u")]
    } else {
        vec![syllable.to_owned()]
    };
    spellings.into_iter().filter(|text| text.bytes().all(|byte| byte.is_ascii_lowercase())).collect()
}
