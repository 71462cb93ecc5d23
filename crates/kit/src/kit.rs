//! The packs at hand, and documents bound to them.

use std::sync::Arc;

use jibiao_model::{
    Document, Form, FormId, PackRef, Row,
    order::{arranged, order_of_texts},
};
use jibiao_packs::{LoadError, Pack, Shelf, builtin_bytes};
use jibiao_wording::Language;

use crate::{Draft, Explanation, OpenError, Opened, Rebind, explain, open};

/// The packs at hand.
#[derive(Clone, Debug)]
pub struct Kit {
    packs: Vec<Arc<Pack>>,
    /// The packs as they were written, in the same order: others may extend them.
    bytes: Vec<Arc<[u8]>>,
}

impl Kit {
    /// The built-in packs.
    ///
    /// # Errors
    /// [`LoadError`] when a built-in pack does not fit this engine; a test keeps that from happening.
    pub fn builtin() -> Result<Self, LoadError> {
        Self::load(builtin_bytes().iter().map(|(_, bytes)| *bytes))
    }

    /// The assembled packs (JSON) and no others.
    ///
    /// # Errors
    /// [`LoadError`] of the first pack that is refused.
    pub fn load<'b>(packs: impl IntoIterator<Item = &'b [u8]>) -> Result<Self, LoadError> {
        let mut shelf = Shelf::default();
        let mut kit = Self { packs: Vec::new(), bytes: Vec::new() };
        let mut places = Vec::new();
        for bytes in packs {
            places.push((shelf.add(bytes)?, bytes));
        }
        for (at, bytes) in places {
            kit.add(shelf.load(at)?, bytes.into());
        }
        Ok(kit)
    }

    pub(crate) fn add(&mut self, pack: Pack, bytes: Arc<[u8]>) {
        self.packs.push(Arc::new(pack));
        self.bytes.push(bytes);
    }

    /// All packs as they were written.
    pub fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.iter().map(AsRef::as_ref)
    }

    /// The text of an assembled pack that is at hand.
    pub fn text_of(&self, reference: &PackRef) -> Option<&str> {
        let at = self.packs.iter().position(|pack| pack.reference == *reference)?;
        std::str::from_utf8(self.bytes.get(at)?).ok()
    }

    /// All packs.
    pub fn packs(&self) -> &[Arc<Pack>] {
        &self.packs
    }

    /// All forms of all packs.
    pub fn forms(&self) -> impl Iterator<Item = (&Arc<Pack>, &Form)> {
        self.packs.iter().flat_map(|pack| pack.forms.iter().map(move |form| (pack, form)))
    }

    /// A blank document of a form, bound to the pack that states this form first. `id` is the document's own id,
    /// made by the caller, because the engine has neither clock nor chance.
    ///
    /// # Errors
    /// [`OpenError`] when no pack has this form.
    pub fn blank(&self, form: &str, id: &str) -> Result<Draft, OpenError> {
        let stated =
            |pack: &&Arc<Pack>| pack.forms_from.get(form).is_some_and(|origin| origin.first == pack.reference.id);
        let found = self.packs.iter().find(stated);
        let pack = found.or_else(|| self.packs.iter().find(|pack| pack.form(form).is_some()));
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
        self.packs.iter().find(|pack| pack.reference == *reference)
    }

    /// The page of a rule; `None` where no pack has it.
    pub fn explain(&self, rule: &str, language: Language) -> Option<Explanation> {
        self.packs.iter().find_map(|pack| explain::explain(pack, rule, language))
    }

    /// The ids of all rules of all packs.
    pub fn rules(&self) -> Vec<String> {
        let rules: Vec<String> = self.packs.iter().flat_map(|pack| explain::rules(pack)).collect();
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
        let kit = Kit::builtin().unwrap_or_else(|error| panic!("{error}"));
        assert!(kit.forms().any(|(_, form)| form.id.as_str() == "project-declaration-2021"));
    }
}
