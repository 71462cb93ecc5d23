//! `allowed`: cells that say one of a few things and nothing else.

use jibiao_reading::WordSet;

use super::{Found, Item, text};
use crate::data::{Fields, names::Names, test::Allowed};

#[derive(Clone, Debug)]
pub(in crate::data) struct Listed {
    /// What the rule lists itself.
    words: Allowed,
    /// Word lists of the vocabulary.
    lists: Vec<WordSet>,
    /// Characters that part several answers in one cell.
    parted_by: String,
}

impl Listed {
    pub(super) fn read(fields: &mut Fields<'_>, names: &Names<'_>) -> Self {
        let lists = fields.optional_texts("lists");
        let listed = Self {
            words: Allowed::new(fields.optional_texts("words")),
            lists: lists.iter().map(|list| names.list(list, fields)).collect(),
            parted_by: fields.optional_text("parted-by").unwrap_or_default(),
        };
        if listed.words.is_empty() && lists.is_empty() {
            fields.tell(["nothing is allowed: name `words` or `lists`"]);
        }
        listed
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        let found = !item.is_blank() && self.refuses(item.text);
        found.then(|| Found { args: vec![text(item)], ..Found::default() })
    }

    pub(super) fn refuses(&self, text: &str) -> bool {
        let mut parts = text.split(|c| self.parted_by.contains(c)).map(str::trim);
        !parts.all(|part| self.words.has(part) || self.lists.iter().any(|list| list.has(part)))
    }
}
