//! What typing does: the text goes into the draft as it stands, a run of it in one cell is one step back.

use std::cell::Cell;

use jibiao_kit::model::SectionId;
use yew::AttrValue;

use super::{Desk, Field, echo};
use crate::browser::clock::Moment;

thread_local! {
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
    static OWN: Cell<bool> = const { Cell::new(false) };
}

/// Whether an input method is at work. Nothing is committed, written or focused meanwhile.
pub(crate) fn composing() -> bool {
    COMPOSING.get()
}

pub(crate) fn set_composing(on: bool) {
    COMPOSING.set(on);
}

/// Whether the last change of the draft came from the keyboard, so that the input already shows it.
pub(crate) fn own_change() -> bool {
    OWN.get()
}

pub(crate) fn set_own_change(own: bool) {
    OWN.set(own);
}

impl Desk {
    /// Takes what an input says; whether anything changed.
    pub(crate) fn typed(&mut self, field: Field, text: String, now: Moment) -> bool {
        if !self.can_write() || field.text(self.draft.document()) == text || self.is_locked(&field) {
            return false;
        }
        let edit = field.set(text);
        self.touch(&edit);
        let done = if self.typing.as_ref() == Some(&field) { self.draft.extend(edit) } else { self.draft.apply(edit) };
        self.typing = Some(field);
        if done.is_ok() {
            self.changed(now);
        }
        done.is_ok()
    }

    /// The focus came to a field: its row is the one that row tools work on, and a section that was left is checked.
    pub(crate) fn entered(&mut self, field: &Field, section: Option<SectionId>) -> bool {
        let row = match field {
            Field::Row { table, row, .. } => Some((table.clone(), row.clone())),
            Field::Cell(_) => None,
        };
        let mut changed = row != self.row || self.anchor.take().is_some();
        self.row = row;
        changed |= self.here.as_ref() != Some(field);
        self.here = Some(field.clone());
        if let Some(example) = &mut self.example {
            changed |= example.turn_to(&self.draft, field);
        }
        if section != self.section {
            let left = std::mem::replace(&mut self.section, section);
            let typed =
                |section: &SectionId| self.touched.iter().any(|field| self.section_of(field).as_ref() == Some(section));
            if let Some(left) = left.filter(typed) {
                self.check_section(&left);
            }
            changed = true;
        }
        changed
    }

    /// The focus left a field: what was understood is said under it.
    pub(crate) fn left(&mut self, field: &Field) -> bool {
        self.typing = None;
        if !self.touched.contains(field) {
            return false;
        }
        let changed = self.hear(field);
        if changed {
            self.refresh();
        }
        changed
    }

    /// Reads a field anew for its echo; whether that differs from before.
    pub(super) fn hear(&mut self, field: &Field) -> bool {
        let kind = self.spec.kind(field);
        let said = kind.and_then(|kind| echo::of_field(&self.draft, kind, field, self.t)).map(AttrValue::from);
        if self.echoes.get(field) == said.as_ref() {
            return false;
        }
        match said {
            Some(said) => self.echoes.insert(field.clone(), said),
            None => self.echoes.remove(field),
        };
        true
    }
}
