//! Small choices that are remembered.

use jibiao_kit::Language;

const LANGUAGE: &str = "jibiao.v1.language";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The language chosen last; Chinese until one is chosen.
pub(crate) fn language() -> Language {
    let chosen = storage().and_then(|storage| storage.get_item(LANGUAGE).ok()?);
    Language::ALL.into_iter().find(|language| chosen.as_deref() == Some(language.name())).unwrap_or_default()
}

pub(crate) fn set_language(language: Language) {
    // A choice that can't be remembered still holds for this visit.
    if let Some(storage) = storage() {
        let _ = storage.set_item(LANGUAGE, language.name());
    }
}
