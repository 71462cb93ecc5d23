//! Rows from the indicator library.

use jibiao_kit::{
    Draft, Rebind,
    library::{Entry, OtherRows},
};

use super::App;
use crate::{
    browser::{clock, later::later},
    state::{
        Action, Field, Shared,
        choosing::{Ask, Choosing},
        desk::{Panel, Target, View},
    },
    store::Kept,
};

/// Of so many drafts, the latest, are rows looked at.
const OTHERS: usize = 60;

impl App {
    pub(super) fn choosing(&mut self, ask: Ask) -> bool {
        let Some(library) = self.kit().map(|kit| kit.library()) else { return false };
        let Some(desk) = &mut self.desk else { return false };
        match ask {
            Ask::Open(table) => {
                let mut choosing = Choosing::of(table);
                choosing.look(library, &desk.draft);
                desk.choosing = Some(choosing);
                desk.example = None;
                desk.leave_returning();
                desk.view = View::Sheet;
                desk.panel = Some(Panel::Problems);
                desk.focus = Some(Target::Id("library-text"));
                self.fetch_others();
            }
            Ask::Close => {
                let Some(choosing) = desk.choosing.take() else { return false };
                desk.panel = None;
                desk.focus = Some(Target::AddRow(choosing.table));
            }
            Ask::Take(at) => return self.take_choice(at),
            Ask::TakeOther(at, with_value) => return self.take_similar(at, with_value),
            Ask::MoreOthers => {
                let Some(choosing) = &mut desk.choosing else { return false };
                choosing.more_others();
                choosing.look(library, &desk.draft);
            }
            Ask::Text(_) | Ask::Level(_) | Ask::Category(_) | Ask::More => {
                let Some(choosing) = &mut desk.choosing else { return false };
                if ask != Ask::More {
                    choosing.begin_again();
                }
                match ask {
                    Ask::Text(text) => choosing.text = text,
                    Ask::Level(level) => choosing.level = level,
                    Ask::Category(category) => choosing.category = category,
                    _ => choosing.more(),
                }
                choosing.look(library, &desk.draft);
            }
        }
        true
    }

    /// Reads the drafts beside the one on the desk: only now does somebody ask for their rows.
    fn fetch_others(&self) {
        let (Some(desk), Some(store)) = (&self.desk, self.store().cloned()) else { return };
        let (send, id) = (self.send.clone(), desk.id().to_owned());
        later(async move {
            let cards = store.cards().await.unwrap_or_default();
            let ids = cards.into_iter().map(|card| card.id).filter(|other| *other != id);
            let found = store.get_all(&ids.take(OTHERS).collect::<Vec<_>>()).await.unwrap_or_default();
            send.emit(Action::OthersFetched { id, found });
        });
    }

    pub(super) fn others_fetched(&mut self, id: &str, found: &[Kept]) -> bool {
        let Some(kit) = self.kit() else { return false };
        let library = kit.library();
        // Their rows are only read: an edition that is gone does not matter.
        let open = |kept: &Kept| Some(kit.open(kept.text.as_bytes(), Rebind::ToSameId).ok()?.draft);
        let drafts: Vec<Draft> = found.iter().filter_map(open).collect();
        let others = OtherRows::of(&drafts);
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.id() == id) else { return false };
        let Some(choosing) = &mut desk.choosing else { return false };
        choosing.others = Shared::new(others);
        choosing.look(library, &desk.draft);
        !choosing.similar.is_empty()
    }

    /// Puts a row of the list on the sheet; the next key fills the blank in it.
    fn take_choice(&mut self, at: usize) -> bool {
        let Some(choosing) = self.desk.as_ref().and_then(|desk| desk.choosing.as_ref()) else { return false };
        let Some(entry) = choosing.choices.get(at).map(|choice| choice.entry.clone()) else { return false };
        self.take_entry(&entry, false)
    }

    fn take_similar(&mut self, at: usize, with_value: bool) -> bool {
        let Some(choosing) = self.desk.as_ref().and_then(|desk| desk.choosing.as_ref()) else { return false };
        let Some(entry) = choosing.similar.get(at).map(|similar| similar.entry.clone()) else { return false };
        self.take_entry(&entry, with_value)
    }

    fn take_entry(&mut self, entry: &Entry, with_value: bool) -> bool {
        let Some(library) = self.kit().map(|kit| kit.library()) else { return false };
        let now = clock::now();
        let Some(desk) = &mut self.desk else { return false };
        let Some(choosing) = &desk.choosing else { return false };
        let row = desk.row.clone().filter(|(table, _)| *table == choosing.table).map(|(_, row)| row);
        let taken = match with_value {
            true => desk.draft.take_with_value(entry, &choosing.table, row.as_ref()),
            false => desk.draft.take(entry, &choosing.table, row.as_ref()),
        };
        let Some(taken) = taken else { return false };
        if !desk.apply(taken.edit, now) {
            return false;
        }
        desk.row = Some((taken.table.clone(), taken.row.clone()));
        desk.focus = Some(Target::Blank(Field::Row { table: taken.table, row: taken.row, column: taken.next }));
        // On a narrow screen the list lies over the sheet.
        desk.panel = None;
        if let Some(choosing) = &mut desk.choosing {
            choosing.look(library, &desk.draft);
        }
        let words = match with_value {
            true => self.t.others_taken(&entry.name, &entry.reference),
            false => self.t.library_taken(&entry.name),
        };
        self.say(words);
        true
    }
}
