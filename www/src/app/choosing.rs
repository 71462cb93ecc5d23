//! Rows from the indicator library.

use super::App;
use crate::{
    browser::clock,
    state::{
        Field,
        choosing::{Ask, Choosing},
        desk::{Panel, Target, View},
    },
};

impl App {
    pub(super) fn choosing(&mut self, ask: Ask) -> bool {
        let Some(library) = self.kit().map(|kit| kit.library()) else { return false };
        let Some(desk) = &mut self.desk else { return false };
        match ask {
            Ask::Open(table) => {
                let mut choosing = Choosing::of(table);
                choosing.look(library, &desk.draft);
                desk.choosing = Some(choosing);
                desk.view = View::Sheet;
                desk.panel = Some(Panel::Problems);
                desk.focus = Some(Target::Id("library-text"));
            }
            Ask::Close => {
                let Some(choosing) = desk.choosing.take() else { return false };
                desk.panel = None;
                desk.focus = Some(Target::AddRow(choosing.table));
            }
            Ask::Take(at) => return self.take_choice(at),
            Ask::Text(_) | Ask::Level(_) | Ask::Category(_) | Ask::More => {
                let Some(choosing) = &mut desk.choosing else { return false };
                choosing.begin_again();
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

    /// Puts a row of the list on the sheet; the next key fills the blank in it.
    fn take_choice(&mut self, at: usize) -> bool {
        let Some(library) = self.kit().map(|kit| kit.library()) else { return false };
        let now = clock::now();
        let Some(desk) = &mut self.desk else { return false };
        let Some(choosing) = &desk.choosing else { return false };
        let Some(choice) = choosing.choices.get(at).cloned() else { return false };
        let row = desk.row.clone().filter(|(table, _)| *table == choosing.table).map(|(_, row)| row);
        let Some(taken) = desk.draft.take(choice.entry, &choosing.table, row.as_ref()) else { return false };
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
        let words = self.t.library_taken(&choice.entry.name);
        self.say(words);
        true
    }
}
