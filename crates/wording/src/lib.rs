//! Messages with named places, in two languages.
//!
//! People write them in Fluent (`zh.ftl`, `en.ftl`). Each is turned into one text with its places in braces before
//! the page is built, or when a pack folder is read (the `compile` feature), so that the page carries no parser. An
//! attribute becomes a key of its own: `rule-target-vague.why`.

#[cfg(feature = "compile")]
pub mod compile;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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

/// All messages of one language: key and pattern, by key. A pattern is text with its places in braces:
/// `第{n}行`.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Vec<(String, String)>);

impl Catalogue {
    /// A catalogue of these messages; of two patterns for one key, the later one.
    pub fn new(messages: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut catalogue = Self::default();
        messages.into_iter().for_each(|(key, pattern)| catalogue.insert(key, pattern));
        catalogue
    }

    // Builds write keys in order, so this appends; no sort has to be carried.
    fn insert(&mut self, key: String, pattern: String) {
        match self.index(&key) {
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.1 = pattern;
                }
            }
            Err(at) => self.0.insert(at, (key, pattern)),
        }
    }

    fn index(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    /// A message as it was written: text with its places in braces.
    pub fn pattern(&self, key: &str) -> Option<&str> {
        let at = self.index(key).ok()?;
        self.0.get(at).map(|(_, pattern)| pattern.as_str())
    }

    /// The names of a message's places, in the order they stand; `None` where there is no such message.
    pub fn places(&self, key: &str) -> Option<Vec<&str>> {
        let mut rest = self.pattern(key)?;
        let mut places = Vec::new();
        while let Some((_, place, after)) = split(rest) {
            places.push(place);
            rest = after;
        }
        Some(places)
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// The message with its places filled. A place without an argument shows its name in braces, an unknown key
    /// itself: a missing word must be seen, and must not take the rest of a sentence with it.
    pub fn render(&self, key: &str, args: &[(&str, Cow<'_, str>)]) -> String {
        let Some(mut rest) = self.pattern(key) else { return key.to_owned() };
        let mut text = String::with_capacity(rest.len());
        while let Some((before, place, after)) = split(rest) {
            text.push_str(before);
            match args.iter().find(|(name, _)| *name == place) {
                Some((_, value)) => text.push_str(value),
                None => {
                    text.push('{');
                    text.push_str(place);
                    text.push('}');
                }
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }
}

/// The text before the first place, the place's name, and what follows it.
fn split(pattern: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = pattern.split_once('{')?;
    let (place, after) = rest.split_once('}')?;
    Some((before, place, after))
}

/// The messages of one part of the program in every language.
#[derive(Clone, Debug, Default)]
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

    /// Reads what a build wrote: `{ "zh": { key: pattern }, "en": { key: pattern } }`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let file: Value = text.parse().ok()?;
        let language = |language: Language| catalogue(file.get(language.name())?.as_object()?);
        Some(Self { zh: language(Language::Zh)?, en: language(Language::En)? })
    }
}

fn catalogue(messages: &Map<String, Value>) -> Option<Catalogue> {
    let mut catalogue = Catalogue::default();
    for (key, pattern) in messages {
        catalogue.insert(key.clone(), pattern.as_str()?.to_owned());
    }
    Some(catalogue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_argument_shows_its_name_and_loses_nothing() {
        let catalogue = Catalogue::new([("a".to_owned(), "第{n}行".to_owned())]);
        assert_eq!(catalogue.render("a", &[("n", "3".into())]), "第3行");
        assert_eq!(catalogue.render("a", &[]), "第{n}行");
        assert_eq!(catalogue.render("b", &[]), "b");
    }

    #[test]
    fn an_argument_with_braces_is_text_and_no_place() {
        let catalogue = Catalogue::new([("a".to_owned(), "“{one}”“{two}”".to_owned())]);
        assert_eq!(catalogue.render("a", &[("one", "{two}".into()), ("two", "2".into())]), "“{two}”“2”");
    }

    #[test]
    fn places_are_named_in_their_order() {
        let catalogue = Catalogue::new([("a".to_owned(), "{unit}: {n}, {unit}".to_owned())]);
        assert_eq!(catalogue.places("a").unwrap(), ["unit", "n", "unit"]);
        assert_eq!(catalogue.places("b"), None);
    }

    #[test]
    fn messages_are_found_in_whatever_order_they_were_written() {
        let of = |key: &str| (key.to_owned(), key.to_uppercase());
        let catalogue = Catalogue::new([of("c"), of("a"), of("b")]);
        assert_eq!(catalogue.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(["a", "b", "c", "d"].map(|key| catalogue.pattern(key)), [Some("A"), Some("B"), Some("C"), None]);
    }

    #[test]
    fn a_file_with_something_other_than_text_is_not_read() {
        let read = |text: &str| Messages::parse(text).map(|messages| messages.en.render("a", &[]));
        assert_eq!(read(r#"{ "zh": {}, "en": { "a": "A" } }"#), Some("A".to_owned()));
        for wrong in [r#"{ "zh": {}, "en": { "a": 1 } }"#, r#"{ "zh": {} }"#, "[]", "{"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
