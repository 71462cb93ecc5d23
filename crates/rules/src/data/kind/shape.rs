//! `pattern`: cells whose whole text has a certain shape, such as a code or a telephone number.

use super::{Found, Item, text};
use crate::data::{Fields, test::Patterns};

#[derive(Clone, Debug)]
pub(in crate::data) struct Shape(Patterns);

impl Shape {
    pub(super) fn read(fields: &mut Fields<'_>) -> Self {
        Self(Patterns::read(fields, "patterns"))
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        let found = !item.is_blank() && self.refuses(item.text);
        found.then(|| Found { args: vec![text(item)], ..Found::default() })
    }

    pub(super) fn refuses(&self, text: &str) -> bool {
        !self.0.fit(text)
    }
}
