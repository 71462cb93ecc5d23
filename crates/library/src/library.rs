//! Rows with their categories and the index over them.

use std::cmp::Ordering;

use jibiao_model::{
    LevelTwo,
    order::{arranged, order, order_of_texts},
};

use crate::{Category, Entry, index::Index};

/// A library: rows, categories, and what lookup needs.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// In the order of what they say: by level, those in common use first, then by name.
    pub(crate) entries: Vec<Entry>,
    pub(crate) categories: Vec<Category>,
    pub(crate) index: Index,
}

impl Library {
    /// The rows that come with this crate: this project's suggestions.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Self {
        crate::builtin::library()
    }

    /// A library of these rows, whatever their order.
    pub(crate) fn new(entries: Vec<Entry>, categories: Vec<Category>) -> Self {
        let order = order(entries.len(), &|a, b| match (entries.get(a), entries.get(b)) {
            (Some(a), Some(b)) => by_content(&categories, a, b),
            _ => Ordering::Equal,
        });
        let entries = arranged(entries, &order);
        let index = Index::of(&entries);
        Self { entries, categories, index }
    }

    /// All rows, in the order of what they say: by level, those in common use first, then by name.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All types and sectors.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The types and sectors of a row.
    pub fn categories_of<'l>(&'l self, entry: &'l Entry) -> impl Iterator<Item = &'l Category> {
        named(&self.categories, &entry.categories)
    }

    /// The rows of a level and of a category (by id or name), as far as these are given.
    pub fn list<'l>(
        &'l self,
        level: Option<LevelTwo>,
        category: Option<&'l str>,
    ) -> impl Iterator<Item = &'l Entry> + use<'l> {
        let wanted = self.wanted(category);
        self.entries.iter().filter(move |entry| self.fits(entry, level, wanted.as_deref()))
    }

    /// The positions of the categories that are called so; `None` where none is asked for.
    pub(crate) fn wanted(&self, category: Option<&str>) -> Option<Vec<u16>> {
        let name = category?;
        let known = (0..).zip(&self.categories).filter(|(_, category)| category.is_called(name));
        Some(known.map(|(position, _)| position).collect())
    }

    pub(crate) fn fits(&self, entry: &Entry, level: Option<LevelTwo>, wanted: Option<&[u16]>) -> bool {
        level.is_none_or(|level| entry.belongs_to(level))
            && wanted.is_none_or(|wanted| entry.categories.iter().any(|own| wanted.contains(own)))
    }

    /// This library and the rows of another that have no namesake of the same level here. Categories of one name
    /// become one.
    #[must_use]
    pub fn joined(self, other: &Self) -> Self {
        let Self { mut entries, mut categories, .. } = self;
        let places: Vec<u16> = other
            .categories
            .iter()
            .map(|category| {
                let known = |own: &Category| own.kind == category.kind && own.label.zh == category.label.zh;
                let place = categories.iter().position(known).unwrap_or_else(|| {
                    categories.push(category.clone());
                    categories.len().saturating_sub(1)
                });
                u16::try_from(place).unwrap_or_default()
            })
            .collect();
        let own: Vec<String> = entries.iter().map(title).collect();
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let own = arranged(own.clone(), &order_of_texts(&own));
        let is_new = |entry: &&Entry| own.binary_search(&title(entry).as_str()).is_err();
        let more = other.entries.iter().filter(is_new);
        entries.extend(more.map(|entry| {
            let categories = entry.categories.iter().filter_map(|at| places.get(usize::from(*at)).copied());
            Entry { categories: categories.collect(), ..entry.clone() }
        }));
        Self::new(entries, categories)
    }
}

/// The order of rows: by level, those in common use first, then by name; and by all else they say, so that no order of
/// a file shows through.
fn by_content(categories: &[Category], a: &Entry, b: &Entry) -> Ordering {
    let first = (a.level, !a.common).cmp(&(b.level, !b.common)).then_with(|| a.name.cmp(&b.name));
    first.then_with(|| {
        let rest = |entry: &Entry| {
            let Entry { unit, pattern, counts, evidence, keywords, reference, own, .. } = entry;
            [unit, pattern, counts, evidence, keywords, reference].map(String::clone).join("\n")
                + if *own { "1" } else { "" }
        };
        let names =
            |entry: &Entry| named(categories, &entry.categories).map(|one| one.label.zh.clone()).collect::<Vec<_>>();
        rest(a).cmp(&rest(b)).then_with(|| names(a).cmp(&names(b)))
    })
}

/// Level and name, by which rows of two libraries are the same.
fn title(entry: &Entry) -> String {
    [crate::label(entry.level), &entry.name].join(" ")
}

fn named<'l>(categories: &'l [Category], positions: &'l [u16]) -> impl Iterator<Item = &'l Category> {
    positions.iter().filter_map(|at| categories.get(usize::from(*at)))
}

/// The categories that a loaded library may name.
pub(crate) fn known_categories() -> Vec<Category> {
    #[cfg(feature = "builtin")]
    return crate::builtin::categories();
    #[cfg(not(feature = "builtin"))]
    Vec::new()
}
