//! `allowed`: cells that say one of a few things and nothing else.

use super::{Found, Item, text};
use crate::data::{Fields, names::Names, test::Allowed};

#[derive(Clone, Debug)]
pub(in crate::data) struct Listed {
    /// What the rule lists itself, and the word lists that it names.
    allowed: Allowed,
    /// Characters that part several answers in one cell.
    parted_by: String,
}

impl Listed {
    pub(super) fn read(fields: &mut Fields<'_>, names: &Names<'_>) -> Self {
        let (mut words, lists) = (fields.optional_texts("words"), fields.optional_texts("lists"));
        if words.is_empty() && lists.is_empty() {
            fields.tell(["nothing is allowed: name `words` or `lists`"]);
        }
        for list in &lists {
            words.extend(names.list(list, fields).iter().map(str::to_owned));
        }
        let parted_by = fields.optional_text("parted-by").unwrap_or_default();
        Self { allowed: Allowed::new(words), parted_by }
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        let found = !item.is_blank() && self.refuses(item.text);
        found.then(|| Found { args: vec![text(item)], ..Found::default() })
    }

    pub(super) fn refuses(&self, text: &str) -> bool {
        !text.split(|c| self.parted_by.contains(c)).all(|part| self.allowed.has(part))
    }
}
