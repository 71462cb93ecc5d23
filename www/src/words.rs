//! The page's own words. `messages/*.ftl` hold them; the build makes one method of [`Text`] for each.

use jibiao_kit::{Language, model::Label};

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) Language);

impl Text {
    fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// A text that a pack has in both languages.
    pub(crate) fn label(self, label: &Label) -> &str {
        match self.0 {
            Language::Zh => &label.zh,
            Language::En => &label.en,
        }
    }

    /// A name of the kit: a verdict, a severity, a dimension, a formula.
    pub(crate) fn kit(self, key: &str) -> String {
        jibiao_kit::name(self.0, key)
    }
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));
