//! Small choices that are remembered.

use jibiao_kit::Language;

const LANGUAGE: &str = "jibiao.v1.language";
const PACK: &str = "jibiao.v1.pack";

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

fn remember(key: &str, text: &str) {
    // A choice that can't be remembered still holds for this visit.
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}
