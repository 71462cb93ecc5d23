//! What a pack is made of: what it states itself, what it inherits, and what it changes.

use jibiao_model::{Label, PackRef};
use jibiao_rules::Problems;
use serde_json::{Map, Value};

use super::compare::{Difference, Part, compare};
use crate::{
    LoadError, Shelf, Source,
    shelf::{Layer, whole},
};

/// What a pack is made of.
#[derive(Clone, Debug)]
pub struct Anatomy {
    pub reference: PackRef,
    /// The packs that it stands on, nearest first.
    pub lineage: Vec<PackRef>,
    pub name: Label,
    pub valid: (String, String),
    pub sources: Vec<Source>,
    pub frames: Vec<Thing>,
    pub forms: Vec<Thing>,
    /// Data rules; native ones belong to no pack.
    pub rules: Vec<Thing>,
    /// Forms of its parents that it does not offer.
    pub left_out: Vec<String>,
    /// What it changes of what it inherits, and adds to it; for a pack that extends nothing, blank.
    pub changes: Vec<Difference>,
    /// How many examples it carries: of its own rules, and beside them.
    pub tests: usize,
}

/// Something in a pack that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub name: String,
    /// The pack that states it.
    pub from: String,
    /// The pack whose statement it took the place of.
    pub instead_of: Option<String>,
}

impl Thing {
    /// Whether a pack states it itself.
    pub fn is_of(&self, pack: &PackRef) -> bool {
        self.from == pack.id
    }
}

impl Shelf {
    /// What the pack at a position is made of.
    ///
    /// # Errors
    /// As [`Shelf::load`]: a pack that does not load has no anatomy.
    pub fn anatomy(&self, at: usize) -> Result<Anatomy, LoadError> {
        let pack = self.load(at)?;
        let aside = Problems::default();
        let chain = self.chain(at, &aside);
        let all = whole(&chain, &aside);
        let changes = match chain.get(1..) {
            Some(parents) if !parents.is_empty() => compare(&whole(parents, &aside).value, &all.value),
            _ => Vec::new(),
        };
        // Its name and its sources are its own.
        let changes = changes.into_iter().filter(|change| change.part != Part::Head).collect();
        let things = |part: &str| {
            let names = all.value.get(part).and_then(Value::as_object).into_iter().flat_map(Map::keys);
            names.map(|name| thing(part, name, &chain)).collect()
        };
        let own = pack.book.data.iter().filter(|rule| pack.states(&rule.id)).map(|rule| rule.examples.len());
        let more = pack.tests.iter().map(|(_, examples)| examples.len());
        Ok(Anatomy {
            frames: things("frames"),
            forms: things("forms"),
            rules: things("rules"),
            left_out: all.former.keys().filter(|form| pack.form(form).is_none()).cloned().collect(),
            changes,
            tests: own.chain(more).sum(),
            reference: pack.reference,
            lineage: pack.lineage,
            name: pack.name,
            valid: pack.valid,
            sources: pack.sources,
        })
    }

    /// What differs between two packs.
    ///
    /// # Errors
    /// As [`Shelf::load`], for both.
    pub fn compare(&self, before: usize, after: usize) -> Result<Vec<Difference>, LoadError> {
        let aside = Problems::default();
        self.load(before)?;
        self.load(after)?;
        let (before, after) = (self.chain(before, &aside), self.chain(after, &aside));
        Ok(compare(&whole(&before, &aside).value, &whole(&after, &aside).value))
    }
}

fn thing(part: &str, name: &str, chain: &[&Layer]) -> Thing {
    let stated = |layer: &&&Layer| layer.value.get(part).is_some_and(|things| things.get(name).is_some());
    let mut stating = chain.iter().filter(stated).map(|layer| layer.id.clone());
    Thing { name: name.to_owned(), from: stating.next().unwrap_or_default(), instead_of: stating.next() }
}
