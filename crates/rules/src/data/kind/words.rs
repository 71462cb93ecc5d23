//! `words`: words that don't belong in a cell, or in rows of a level.

use jibiao_model::Arg;

use super::{Found, Item};
use crate::data::{Fields, names::Names, test::Words};

#[derive(Clone, Debug)]
pub(in crate::data) struct Unwanted(Words);

impl Unwanted {
    pub(super) fn read(fields: &mut Fields<'_>, names: &Names<'_>) -> Self {
        Self(Words::read(fields, names))
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        let word = self.0.found(item.text)?;
        Some(Found { args: vec![("words", Arg::Text(word.to_owned()))], ..Found::default() })
    }

    pub(super) fn refuses(&self, text: &str) -> bool {
        self.0.found(text).is_some()
    }

    pub(super) fn replaced(&self, text: &str, by: &str) -> Option<String> {
        self.0.replaced(text, by)
    }
}
