//! The command line's own words.

use std::{borrow::Cow, sync::OnceLock};

use jibiao_kit::{Language, Messages};

fn messages() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| {
        // The build made this text from the same files that a test reads.
        Messages::parse(include_str!(concat!(env!("OUT_DIR"), "/messages.json"))).unwrap_or_default()
    })
}

/// The language that the program speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speech {
    pub(crate) language: Language,
}

impl Speech {
    pub(crate) fn new(language: Language) -> Self {
        Self { language }
    }

    /// A message of the command line.
    pub(crate) fn say(self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Cow<'_, str>)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        messages().of(self.language).render(key, &args)
    }

    /// A name of the kit: `verdict-rejected`.
    pub(crate) fn name(self, key: &str) -> String {
        jibiao_kit::name(self.language, key)
    }

    /// A text that a pack states in both languages.
    pub(crate) fn either<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// Several things in one line.
    pub(crate) fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(match self.language {
            Language::Zh => "、",
            Language::En => ", ",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(language: Language, key: &str) -> Vec<String> {
        let mut places: Vec<String> =
            messages().of(language).places(key).unwrap().into_iter().map(str::to_owned).collect();
        places.sort();
        places
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_places() {
        let keys = |language| messages().of(language).keys().map(str::to_owned).collect::<Vec<_>>();
        assert!(keys(Language::Zh).len() > 50);
        assert_eq!(keys(Language::Zh), keys(Language::En));
        for key in keys(Language::Zh) {
            assert_eq!(places(Language::Zh, &key), places(Language::En, &key), "{key}");
        }
    }

    #[test]
    fn every_message_that_the_code_names_is_there() {
        let sources = [
            include_str!("main.rs"),
            include_str!("arguments.rs"),
            include_str!("input.rs"),
            include_str!("packs.rs"),
            include_str!("commands/mod.rs"),
            include_str!("commands/bundle.rs"),
            include_str!("commands/verify.rs"),
            include_str!("commands/catalogue.rs"),
            include_str!("commands/check.rs"),
            include_str!("commands/excel.rs"),
            include_str!("commands/exchange.rs"),
            include_str!("commands/explain.rs"),
            include_str!("commands/pack/build.rs"),
            include_str!("commands/pack/differences.rs"),
            include_str!("commands/pack/lint.rs"),
            include_str!("commands/pack/show.rs"),
            include_str!("commands/pack/test.rs"),
            include_str!("commands/publish.rs"),
            include_str!("commands/reasons.rs"),
            include_str!("commands/score.rs"),
            include_str!("commands/slip.rs"),
        ];
        let named =
            sources.iter().flat_map(|source| source.split("say(\"").skip(1)).filter_map(|s| s.split('"').next());
        let mut count = 0;
        for key in named.filter(|key| !key.is_empty()) {
            assert!(messages().zh.pattern(key).is_some(), "{key}");
            count += 1;
        }
        assert!(count > 30, "{count}");
    }

    #[test]
    fn every_reason_not_to_make_a_bundle_has_words() {
        use jibiao_kit::bundle::bag::WriteErrorCode;
        let reasons =
            [WriteErrorCode::Name, WriteErrorCode::Duplicate, WriteErrorCode::Length, WriteErrorCode::TooLarge];
        let reasons = reasons.iter().map(|code| format!("unpacked-{}", code.name()));
        let sealed = ["sealed", "sealed-no-key", "sealed-wrong-key", "sealed-damaged"].map(str::to_owned);
        for key in reasons.chain(sealed) {
            assert!(messages().zh.pattern(&key).is_some(), "{key}");
        }
    }

    #[test]
    fn everything_about_exchange_tables_has_words() {
        use jibiao_kit::exchange::Source;
        let known = Source::ALL.iter().map(|source| format!("known-{}", source.name()));
        let how = ["codes-missing", "form-open"].map(|code| format!("exchange-how-{code}"));
        let codes = ["columns", "half", "code-twice", "name-twice"].map(|code| format!("codes-{code}"));
        let heads = ["profile", "field", "label", "holds", "known", "pack"].map(|head| format!("head-{head}"));
        for key in known.chain(how).chain(codes).chain(heads) {
            assert!(messages().zh.pattern(&key).is_some(), "{key}");
        }
    }

    #[test]
    fn everything_about_a_slip_has_words() {
        use jibiao_kit::slip::{Gone, SlipErrorCode, State};
        let refusals = SlipErrorCode::ALL.iter().map(|code| code.name().to_owned());
        let states = State::ALL.iter().map(|state| format!("state-{}", state.name()));
        let gone = [Gone::Row, Gone::Cell].map(|gone| format!("gone-{}", gone.name()));
        let columns =
            ["n", "place", "finding", "comment", "was", "state", "now", "note"].map(|name| format!("column-{name}"));
        for key in refusals.chain(states).chain(gone).chain(columns) {
            assert!(messages().zh.pattern(&format!("slip-{key}")).is_some(), "{key}");
        }
    }

    #[test]
    fn every_remark_and_every_part_of_a_pack_has_words() {
        use jibiao_kit::author::{Part, RemarkKind};
        let remarks = RemarkKind::ALL.iter().map(|kind| format!("lint-{}", kind.name()));
        let parts = Part::ALL.iter().map(|part| format!("diff-{}", part.name()));
        for key in remarks.chain(parts) {
            assert!(messages().zh.pattern(&key).is_some(), "{key}");
        }
    }
}
