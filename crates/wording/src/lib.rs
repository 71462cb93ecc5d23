//! Messages with named places, in two languages.
//!
//! People write them in Fluent (`zh.ftl`, `en.ftl`). A build script turns each into segments with [`compile`], so
//! that the page carries no parser. An attribute becomes a key of its own: `rule-target-vague.why`.

#[cfg(feature = "compile")]
pub mod compile;

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

/// A language of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese, the default everywhere.
    #[default]
    Zh,
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The name used in options and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Segment {
    Text(String),
    Place { arg: String },
}

/// All messages of one language, by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Catalogue(BTreeMap<String, Vec<Segment>>);

impl Catalogue {
    /// The segments of a message.
    pub fn pattern(&self, key: &str) -> Option<&[Segment]> {
        self.0.get(key).map(Vec::as_slice)
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The message with its places filled. A place without an argument shows its name in braces, an unknown key
    /// itself: a missing word must be seen, and must not take the rest of a sentence with it.
    pub fn render(&self, key: &str, args: &[(&str, Cow<'_, str>)]) -> String {
        let Some(pattern) = self.pattern(key) else { return key.to_owned() };
        let mut text = String::new();
        for segment in pattern {
            match segment {
                Segment::Text(part) => text.push_str(part),
                Segment::Place { arg } => match args.iter().find(|(name, _)| name == arg) {
                    Some((_, value)) => text.push_str(value),
                    None => {
                        text.push('{');
                        text.push_str(arg);
                        text.push('}');
                    }
                },
            }
        }
        text
    }
}

/// The messages of one part of the program in every language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    pub zh: Catalogue,
    pub en: Catalogue,
}

impl Messages {
    /// The messages of a language.
    pub fn of(&self, language: Language) -> &Catalogue {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_argument_shows_its_name_and_loses_nothing() {
        let catalogue: Catalogue = serde_json::from_str(r#"{ "a": ["第", { "arg": "n" }, "行"] }"#).unwrap();
        assert_eq!(catalogue.render("a", &[("n", "3".into())]), "第3行");
        assert_eq!(catalogue.render("a", &[]), "第{n}行");
        assert_eq!(catalogue.render("b", &[]), "b");
    }
}
