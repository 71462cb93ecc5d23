//! From a pack's folder to one JSON value: TOML as it stands, Fluent messages as texts with places.

use std::{fs, path::Path};

use serde_json::{Map, Value, json};

/// Assembles a pack's folder.
///
/// # Errors
/// Every file that can't be read, with the place and what was expected.
pub(crate) fn folder(folder: &Path) -> Result<Value, Vec<String>> {
    let mut problems = Vec::new();
    let single = |name: &str, problems: &mut Vec<String>| toml_file(&folder.join(format!("{name}.toml")), problems);
    let pack = single("pack", &mut problems);
    let vocabulary = single("vocabulary", &mut problems);
    let policy = single("policy", &mut problems);
    let scoring = single("scoring", &mut problems);
    let frames = toml_folder(&folder.join("frames"), &mut problems);
    let forms = toml_folder(&folder.join("forms"), &mut problems);
    let rules = toml_folder(&folder.join("rules"), &mut problems);
    let zh = fluent_file(&folder.join("messages/zh.ftl"), &mut problems);
    let en = fluent_file(&folder.join("messages/en.ftl"), &mut problems);
    if problems.is_empty() {
        Ok(json!({
            "pack": pack, "vocabulary": vocabulary, "policy": policy, "scoring": scoring,
            "frames": frames, "forms": forms, "rules": rules, "messages": { "zh": zh, "en": en },
        }))
    } else {
        Err(problems)
    }
}

fn toml_file(file: &Path, problems: &mut Vec<String>) -> Value {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            problems.push(format!("{}: {error}", file.display()));
            return Value::Null;
        }
    };
    toml::from_str::<Value>(&text).unwrap_or_else(|error| {
        problems.push(format!("{}: {error}", file.display()));
        Value::Null
    })
}

/// Every TOML file of a folder by its name; a missing folder is an empty one.
fn toml_folder(folder: &Path, problems: &mut Vec<String>) -> Map<String, Value> {
    let Ok(entries) = fs::read_dir(folder) else { return Map::new() };
    let mut files: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .filter_map(|file| Some((file.file_stem()?.to_str()?.to_owned(), toml_file(file, problems))))
        .collect()
}

fn fluent_file(file: &Path, problems: &mut Vec<String>) -> Map<String, Value> {
    jibiao_wording::compile::texts(file).unwrap_or_else(|found| {
        problems.extend(found);
        Map::new()
    })
}
