//! The packs at hand, and documents bound to them.

use std::sync::{Arc, OnceLock};

use jibiao_model::{
    Document, Form, FormId, Label, PackRef, Row, RuleId,
    order::{arranged, order_of_texts},
};
use jibiao_packs::{LoadError, Origin as RuleOrigin, Pack, Shelf, builtin_bytes};
use jibiao_wording::Language;

use crate::{Draft, Explanation, OpenError, Opened, Rebind, explain, open};

/// The packs at hand. A copy shares them.
#[derive(Clone, Debug)]
pub struct Kit {
    shelf: Shelf,
    held: Vec<Held>,
}

/// A pack at hand. Only what it is called is known before somebody needs the rest: a page that fills national forms
/// does not wait for those of other places.
#[derive(Clone, Debug)]
pub struct Held {
    pub reference: PackRef,
    pub name: Label,
    /// Whether it comes with the program.
    pub builtin: bool,
    at: usize,
    /// As it was written: others may extend it.
    bytes: Arc<[u8]>,
    pack: Arc<OnceLock<Option<Arc<Pack>>>>,
}

impl Kit {
    /// The built-in packs.
    ///
    /// # Errors
    /// [`LoadError`] when a built-in pack can't be read; a test keeps that from happening.
    pub fn builtin() -> Result<Self, LoadError> {
        let mut kit = Self { shelf: Shelf::default(), held: Vec::new() };
        for (_, bytes) in builtin_bytes() {
            let at = kit.shelf.add(bytes)?;
            kit.hold(at, true, (*bytes).into(), None);
        }
        Ok(kit)
    }

    /// The assembled packs (JSON) and no others.
    ///
    /// # Errors
    /// [`LoadError`] of the first pack that is refused.
    pub fn load<'b>(packs: impl IntoIterator<Item = &'b [u8]>) -> Result<Self, LoadError> {
        let mut kit = Self { shelf: Shelf::default(), held: Vec::new() };
        let mut places = Vec::new();
        for bytes in packs {
            places.push((kit.shelf.add(bytes)?, bytes));
        }
        for (at, bytes) in places {
            let pack = kit.shelf.load(at)?;
            kit.hold(at, false, bytes.into(), Some(pack));
        }
        Ok(kit)
    }

    /// Takes in a pack that stands on the shelf.
    pub(crate) fn hold(&mut self, at: usize, builtin: bool, bytes: Arc<[u8]>, pack: Option<Pack>) {
        let Some(reference) = self.shelf.reference(at) else { return };
        let loaded = OnceLock::new();
        if let Some(pack) = pack {
            // Nobody else has it yet.
            let _ = loaded.set(Some(Arc::new(pack)));
        }
        self.held.push(Held { reference, name: self.shelf.name(at), builtin, at, bytes, pack: Arc::new(loaded) });
    }

    /// The packs at hand without the forms, rules and words in them.
    pub fn held(&self) -> &[Held] {
        &self.held
    }

    /// This kit with the packs that come with the program, and no others.
    #[must_use]
    pub fn without_others(&self) -> Self {
        let held = self.held.iter().filter(|held| held.builtin).cloned().collect();
        Self { shelf: self.shelf.clone(), held }
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    pub(crate) fn set_shelf(&mut self, shelf: Shelf) {
        self.shelf = shelf;
    }

    /// Which packs state a data rule that a pack at hand has.
    pub(crate) fn rule_from(&self, held: &Held, rule: &RuleId) -> Option<RuleOrigin> {
        self.shelf.rule_from(held.at, rule)
    }

    /// All packs as they were written.
    pub fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        self.held.iter().map(|held| &*held.bytes)
    }

    /// The text of an assembled pack that is at hand.
    pub fn text_of(&self, reference: &PackRef) -> Option<&str> {
        let held = self.held.iter().find(|held| held.reference == *reference)?;
        std::str::from_utf8(&held.bytes).ok()
    }

    /// The whole of a pack at hand.
    pub(crate) fn whole<'k>(&'k self, held: &'k Held) -> Option<&'k Arc<Pack>> {
        // It was examined when it came in; a built-in one by a test.
        held.pack.get_or_init(|| self.shelf.load_again(held.at).ok().map(Arc::new)).as_ref()
    }

    /// All packs, whole.
    pub fn packs(&self) -> impl Iterator<Item = &Arc<Pack>> {
        self.held.iter().filter_map(|held| self.whole(held))
    }

    /// All forms of all packs.
    pub fn forms(&self) -> impl Iterator<Item = (&Arc<Pack>, &Form)> {
        self.packs().flat_map(|pack| pack.forms.iter().map(move |form| (pack, form)))
    }

    /// A blank document of a form, bound to the pack that states this form first. `id` is the document's own id,
    /// made by the caller, because the engine has neither clock nor chance.
    ///
    /// # Errors
    /// [`OpenError`] when no pack has this form.
    pub fn blank(&self, form: &str, id: &str) -> Result<Draft, OpenError> {
        let stated =
            |pack: &&Arc<Pack>| pack.forms_from.get(form).is_some_and(|origin| origin.first == pack.reference.id);
        let found = self.packs().find(stated);
        let pack = found.or_else(|| self.packs().find(|pack| pack.form(form).is_some()));
        self.begin(pack, form, id)
    }

    /// A blank document of a form as a certain pack has it, be it inherited.
    ///
    /// # Errors
    /// [`OpenError`] when that pack is not at hand, or has no such form.
    pub fn blank_of(&self, pack: &PackRef, form: &str, id: &str) -> Result<Draft, OpenError> {
        self.begin(self.pack(pack), form, id)
    }

    fn begin(&self, pack: Option<&Arc<Pack>>, form: &str, id: &str) -> Result<Draft, OpenError> {
        let pack = pack.ok_or_else(|| OpenError::unknown_form(form))?;
        let mut document = Document::new(id, pack.reference.clone(), FormId::new(form));
        let shape = pack.form(form).ok_or_else(|| OpenError::unknown_form(form))?;
        for (_, table) in shape.tables().filter(|(_, table)| !table.printed.is_empty()) {
            let printed = table.printed.iter();
            let rows = printed.map(|row| Row { cells: row.cells.clone(), ..Row::new(row.id.clone()) }).collect();
            document.tables.insert(table.id.clone(), rows);
        }
        Draft::bound(Arc::clone(pack), document).ok_or_else(|| OpenError::unknown_form(form))
    }

    /// Opens a file: JSON bytes, the whole of it.
    ///
    /// # Errors
    /// [`OpenError`] says what is wrong and where; nothing is changed anywhere.
    pub fn open(&self, bytes: &[u8], rebind: Rebind) -> Result<Opened, OpenError> {
        open::open(self, bytes, rebind)
    }

    /// Binds a document that is in memory already, with the same examination as [`Kit::open`].
    ///
    /// # Errors
    /// As [`Kit::open`].
    pub fn bind(&self, document: Document, rebind: Rebind) -> Result<Opened, OpenError> {
        open::bind(self, document, rebind)
    }

    /// The pack with exactly this identity.
    pub fn pack(&self, reference: &PackRef) -> Option<&Arc<Pack>> {
        self.whole(self.held.iter().find(|held| held.reference == *reference)?)
    }

    /// The page of a rule; `None` where no pack has it.
    pub fn explain(&self, rule: &str, language: Language) -> Option<Explanation> {
        self.packs().find_map(|pack| explain::explain(pack, rule, language))
    }

    /// The ids of all rules of all packs.
    pub fn rules(&self) -> Vec<String> {
        let rules: Vec<String> = self.packs().flat_map(|pack| explain::rules(pack)).collect();
        let order = order_of_texts(&rules.iter().map(String::as_str).collect::<Vec<_>>());
        let mut rules = arranged(rules, &order);
        rules.dedup();
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_packs_load() {
        // Every part of them fits, so that nobody has to look for that again.
        Kit::load(builtin_bytes().iter().map(|(_, bytes)| *bytes)).unwrap_or_else(|error| panic!("{error}"));
        let kit = Kit::builtin().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(kit.packs().count(), builtin_bytes().len());
        assert!(kit.forms().any(|(_, form)| form.id.as_str() == "project-declaration-2021"));
    }
}
