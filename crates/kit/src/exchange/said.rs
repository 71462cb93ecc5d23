//! Hitches in words.

use std::{borrow::Cow, sync::OnceLock};

use jibiao_wording::{Language, Messages};

use super::hitch::{Hitch, HitchCode};
use crate::{Draft, Words};

fn messages() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| {
        // The build made this text from the same files that a test reads.
        Messages::parse(include_str!(concat!(env!("OUT_DIR"), "/exchange.json"))).unwrap_or_default()
    })
}

impl Hitch {
    /// What is wrong, as a sentence without its place.
    pub fn message(&self, language: Language) -> String {
        let known = |wanted: &str| self.args.iter().find(|(name, _)| *name == wanted).map(|(_, text)| text.as_str());
        // What was refused by another part has words of its own.
        if self.code == HitchCode::Document
            && let Some(said) = known(language.name())
        {
            return said.to_owned();
        }
        let words = messages().of(language);
        let mut args: Vec<(&str, Cow<'_, str>)> = Vec::new();
        // It stands before the name of the thing, and is found first.
        args.extend(known("what").map(|what| ("what", words.render(&["is-", what].concat(), &[]).into())));
        args.extend(self.args.iter().map(|(name, text)| (*name, text.as_str().into())));
        words.render(self.code.name(), &args)
    }

    /// Where, as a person would say it, in the document that was to be written into tables; a JSON Pointer where it is
    /// about a file; blank where it is about the whole.
    pub fn place(&self, draft: Option<&Draft>, language: Language) -> String {
        let (Some(spot), Some(draft)) = (&self.spot, draft) else { return self.at.clone() };
        let words = Words::new(draft.pack(), draft.form(), language);
        words.spot(draft.document(), spot.table.as_ref(), spot.row.as_ref(), Some(&spot.cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a value should have been.
    const KINDS: [&str; 10] = ["year", "date", "money", "number", "percent", "object", "list", "text", "rows", "value"];

    #[test]
    fn every_hitch_has_words_in_both_languages_and_no_words_are_left_over() {
        let mut wanted: Vec<String> = HitchCode::ALL.iter().map(|code| code.name().to_owned()).collect();
        wanted.extend(KINDS.map(|kind| format!("is-{kind}")));
        wanted.sort();
        for language in Language::ALL {
            let mut keys: Vec<&str> = messages().of(language).keys().collect();
            keys.sort_unstable();
            assert_eq!(keys, wanted);
        }
    }

    #[test]
    fn a_sentence_names_the_kind_of_thing_that_was_expected() {
        let hitch = Hitch::new(HitchCode::NotA, [("what", "year"), ("text", "去年")]);
        assert_eq!(hitch.message(Language::Zh), "“去年”不是年度（四位数）。");
        assert_eq!(hitch.message(Language::En), "“去年” is not a year of four digits.");
        let refused = Hitch::new(HitchCode::Document, [("text", "wrong-shape"), ("zh", "缺 id。")]);
        assert_eq!(refused.message(Language::Zh), "缺 id。");
    }
}
