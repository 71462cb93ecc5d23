//! Small choices that are remembered.

use jibiao_kit::{Language, model::CellId, table::Taught};

const LANGUAGE: &str = "jibiao.v1.language";
const PACK: &str = "jibiao.v1.pack";
const COLUMNS: &str = "jibiao.v1.columns.";
const CARDS: &str = "jibiao.v1.cards";
const REVIEWER: &str = "jibiao.v1.reviewer";
const DRAFTS: &str = "jibiao.v1.drafts";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The language chosen last; Chinese until one is chosen.
pub(crate) fn language() -> Language {
    let chosen = storage().and_then(|storage| storage.get_item(LANGUAGE).ok()?);
    Language::ALL.into_iter().find(|language| chosen.as_deref() == Some(language.name())).unwrap_or_default()
}

pub(crate) fn set_language(language: Language) {
    remember(LANGUAGE, language.name());
}

/// Id of the pack whose forms were listed last.
pub(crate) fn pack() -> Option<String> {
    storage()?.get_item(PACK).ok()?
}

pub(crate) fn set_pack(id: &str) {
    remember(PACK, id);
}

/// What was said of the headers of tables from spreadsheets, for a form: lines of header and column.
pub(crate) fn columns(form: &str) -> Vec<Taught> {
    let text = storage().and_then(|storage| storage.get_item(&[COLUMNS, form].concat()).ok()?).unwrap_or_default();
    let line = |line: &str| {
        let (header, to) = line.split_once('\t')?;
        Some(Taught { header: header.to_owned(), to: (!to.is_empty()).then(|| CellId::new(to)) })
    };
    text.lines().filter_map(line).collect()
}

/// Remembers what was said of headers; of one header what was said last.
pub(crate) fn teach(form: &str, said: Vec<Taught>) {
    const MOST: usize = 200;
    let mut all = said;
    for before in columns(form) {
        if all.iter().all(|taught| taught.header != before.header) {
            all.push(before);
        }
    }
    let lines = all
        .iter()
        .take(MOST)
        .map(|taught| [taught.header.as_str(), "\t", taught.to.as_ref().map_or("", CellId::as_str), "\n"].concat());
    remember(&[COLUMNS, form].concat(), &lines.collect::<String>());
}

/// Whether rows are shown one at a time.
pub(crate) fn cards() -> bool {
    storage().and_then(|storage| storage.get_item(CARDS).ok()?).is_some_and(|cards| cards == "1")
}

pub(crate) fn set_cards(cards: bool) {
    remember(CARDS, if cards { "1" } else { "0" });
}

/// Whether there were drafts at the last visit, so that the first screen is laid out for them before they are read.
pub(crate) fn had_drafts() -> bool {
    storage().and_then(|storage| storage.get_item(DRAFTS).ok()?).is_some_and(|had| had == "1")
}

pub(crate) fn set_had_drafts(had: bool) {
    if had != had_drafts() {
        remember(DRAFTS, if had { "1" } else { "0" });
    }
}

/// The name that a return slip was signed with last.
pub(crate) fn reviewer() -> String {
    storage().and_then(|storage| storage.get_item(REVIEWER).ok()?).unwrap_or_default()
}

pub(crate) fn set_reviewer(name: &str) {
    remember(REVIEWER, name);
}

/// Forgets what tells of people and their work; the language stays.
pub(crate) fn forget() {
    let Some(storage) = storage() else { return };
    let keys: Vec<String> = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok()?).collect();
    for key in keys {
        if key == REVIEWER || key == PACK || key.starts_with(COLUMNS) {
            let _ = storage.remove_item(&key);
        }
    }
}

fn remember(key: &str, text: &str) {
    // A choice that can't be remembered still holds for this visit.
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}
