//! Texts that lack a language.

use serde_json::Value;

use super::{Linted, RemarkKind, fields};

pub(super) fn look(linted: &mut Linted<'_>) {
    labels(linted);
    messages(linted);
    one_language(linted);
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'))
}

/// Whether a text is Chinese alone: titles and names may be quoted in an English one.
fn lacks_english(text: &str) -> bool {
    text.trim().is_empty() || (is_chinese(text) && !text.chars().any(|c| c.is_ascii_alphabetic()))
}

/// Every `{ zh = …, en = … }` of the pack's own files.
fn labels(linted: &mut Linted<'_>) {
    let mut found = Vec::new();
    for part in ["pack", "vocabulary", "scoring"] {
        gather(linted.own.get(part), part, String::new(), &mut found);
    }
    for part in ["frames", "forms", "rules"] {
        for (name, value) in fields(linted.own, &["/", part].concat()) {
            gather(Some(value), &[part, "/", name].concat(), String::new(), &mut found);
        }
    }
    for (file, at, language) in found {
        linted.remark(RemarkKind::LanguageMissing, &file, &at, vec![("language", language.to_owned())]);
    }
}

fn gather(value: Option<&Value>, file: &str, at: String, found: &mut Vec<(String, String, &'static str)>) {
    match value {
        Some(Value::Object(fields)) => {
            if let (Some(zh), Some(en), 2) = (text(fields.get("zh")), text(fields.get("en")), fields.len()) {
                if zh.trim().is_empty() && !en.trim().is_empty() {
                    found.push((file.to_owned(), at, "zh"));
                } else if is_chinese(zh) && lacks_english(en) {
                    found.push((file.to_owned(), at, "en"));
                }
                return;
            }
            for (name, value) in fields {
                let at = if at.is_empty() { name.clone() } else { [&at, ".", name].concat() };
                gather(Some(value), file, at, found);
            }
        }
        Some(Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                gather(Some(item), file, format!("{at}[{index}]"), found);
            }
        }
        _ => {}
    }
}

fn text(value: Option<&Value>) -> Option<&str> {
    value.and_then(Value::as_str)
}

fn messages(linted: &mut Linted<'_>) {
    let texts = |language: &str| linted.stated(&["/messages/", language].concat());
    let chinese = texts("zh").into_iter().filter(|(_, text)| text.as_str().is_some_and(|text| text.trim().is_empty()));
    let english = texts("en").into_iter().filter(|(_, text)| text.as_str().is_some_and(lacks_english));
    let found: Vec<(&str, String)> =
        chinese.map(|(key, _)| ("zh", key)).chain(english.map(|(key, _)| ("en", key))).collect();
    for (language, key) in found {
        let file = ["messages/", language].concat();
        linted.remark(RemarkKind::LanguageMissing, &file, &key, vec![("language", language.to_owned())]);
    }
}

fn one_language(linted: &mut Linted<'_>) {
    for (language, other) in [("zh", "en"), ("en", "zh")] {
        let stated = linted.stated(&["/messages/", language].concat());
        let has = |value: &Value, key: &str| value.pointer("/messages").and_then(|m| m.get(other)?.get(key)).is_some();
        let alone: Vec<String> = stated
            .into_iter()
            .map(|(key, _)| key)
            .filter(|key| has(linted.inherited, key) && !has(linted.own, key))
            .collect();
        for key in alone {
            linted.remark(RemarkKind::OneLanguage, &["messages/", language].concat(), "", vec![("message", key)]);
        }
    }
}
