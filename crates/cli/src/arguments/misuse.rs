//! Wrong use: what is said of it, and the word that was perhaps meant.

use super::slip::SlipWords;
use crate::{
    page::{PLAIN, Page, RED},
    words::Speech,
};

/// Wrong use: a message with its places, and a word that was perhaps meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misuse {
    pub(super) key: &'static str,
    args: Vec<(&'static str, String)>,
    pub(super) near: Option<String>,
}

impl Misuse {
    pub(crate) fn new(key: &'static str, args: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { key, args: args.into_iter().collect(), near: None }
    }

    /// Adds the word that is nearest to the one given, if any is near.
    pub(crate) fn perhaps<'a>(mut self, given: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.near = nearest(given, known).map(str::to_owned);
        self
    }

    /// What to tell the person.
    pub(crate) fn page(&self, speech: Speech) -> Page {
        let args: Vec<(&str, &str)> = self.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut page = Page::default();
        page.line(&[(RED, "jibiao: "), (PLAIN, &speech.say(self.key, &args))]);
        if let Some(near) = &self.near {
            page.line(&[(PLAIN, &speech.say("did-you-mean", &[("near", near)]))]);
        }
        page.line(&[(PLAIN, &speech.say("misuse-hint", &[]))]);
        page
    }
}

/// The known word that differs least, if it differs in a third of its letters at most or contains what was given.
fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |word: &str| strsim::damerau_levenshtein(given, word);
    let near = |word: &&str| {
        distance(word).saturating_mul(3) <= word.len().max(3) || (given.len() >= 3 && word.contains(given))
    };
    known.into_iter().filter(near).min_by_key(|word| distance(word))
}

pub(super) fn unknown_option(option: String) -> Misuse {
    const OPTIONS: [&str; 21] = [
        "--as",
        "--stage",
        "--format",
        "--rebind",
        "--lang",
        "--id",
        "--pack",
        "--output",
        "--level",
        "--category",
        "--library",
        "--blank",
        "--form",
        "--attach",
        "--date",
        "--force",
        "--encrypt-to",
        "--passphrase-file",
        "--identity",
        "--help",
        "--version",
    ];
    let misuse = Misuse::new("misuse-unknown-option", [("given", option.clone())]);
    misuse.perhaps(&option, OPTIONS.into_iter().chain(SlipWords::OPTIONS))
}

pub(super) fn wrong_value(option: &str, given: &str, known: &[&str]) -> Misuse {
    Misuse::new(
        "misuse-wrong-value",
        [("option", option.to_owned()), ("given", given.to_owned()), ("known", known.join(" "))],
    )
    .perhaps(given, known.iter().copied())
}

pub(super) fn unexpected(error: &lexopt::Error) -> Misuse {
    let given = match error {
        lexopt::Error::UnexpectedValue { option, .. } => option.clone(),
        other => other.to_string(),
    };
    Misuse::new("misuse-unexpected", [("given", given)])
}
