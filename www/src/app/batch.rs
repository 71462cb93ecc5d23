//! 从清单新建: a document of each project of a list.

use std::rc::Rc;

use jibiao_kit::{
    Draft, Opened, Rebind,
    table::{Grid, from_clipboard, from_csv},
};

use super::{App, Dialog};
use crate::{
    browser::{chance, clock, dom, files, later::later},
    state::{
        Action, Desk,
        batch::{Batch, Batching, forms},
        list::{Deed, Step},
    },
    store::{FileMark, Store},
};

impl App {
    pub(super) fn batching(&mut self, step: Batch) -> bool {
        match step {
            Batch::Ask => return self.begin_batch(),
            Batch::PickFile => {
                if let Some(input) = dom::by_id("list-picker") {
                    input.click();
                }
                return false;
            }
            Batch::FileChosen(file) => {
                let (send, name) = (self.send.clone(), file.name());
                later(async move {
                    let read = files::read(&file).await.map(|bytes| from_csv(&files::text_of(&bytes)));
                    match read {
                        Ok(grid) => send.emit(Action::Batch(Batch::Came(Box::new(grid)))),
                        Err(error) => send.emit(Action::FileRead { name, bytes: Err(dom::reason(&error)) }),
                    }
                });
                return false;
            }
            Batch::Came(grid) => return self.take_list(*grid),
            Batch::Make => return self.make_batch(),
            Batch::Made(Ok(())) => {}
            Batch::Made(Err(message)) => return self.ask(Dialog::NotMade { message }),
            Batch::Form(form) => {
                let (Ok(kit), Some(batch)) = (&self.kit, &mut self.batch) else { return false };
                batch.turn_to(kit, &form, self.cards.as_deref().unwrap_or_default());
            }
            Batch::Head(head) => {
                let cards = self.cards.as_deref().unwrap_or_default();
                if let Some(batch) = &mut self.batch {
                    batch.read_under(head, cards);
                }
            }
            Batch::Column(from, to) => self.change_batch(|batch| batch.change(|mapping| mapping.set(from, to))),
            Batch::Row(row) => self.change_batch(|batch| batch.change(|mapping| mapping.toggle(row))),
            Batch::Year(year) => self.change_batch(|batch| batch.year = year),
            Batch::Department(department) => self.change_batch(|batch| batch.department = department),
        }
        true
    }

    fn change_batch(&mut self, change: impl FnOnce(&mut Batching)) {
        if let Some(batch) = &mut self.batch {
            change(batch);
        }
    }

    fn begin_batch(&mut self) -> bool {
        let Ok(kit) = &self.kit else { return false };
        let shelf = kit.held().iter().find(|held| self.shelf.as_deref() == Some(held.reference.id.as_str()));
        let own = kit.held().iter().find(|held| !held.builtin);
        let Some(pack) = shelf.or(own).or(kit.held().first()).and_then(|held| kit.pack(&held.reference)) else {
            return false;
        };
        let forms = forms(pack, self.t);
        // What was filled last is what is filled next.
        let cards = self.cards.as_deref().unwrap_or_default();
        let last = cards.iter().find(|card| forms.iter().any(|(id, _)| *id == card.form));
        let Some(form) = last.map(|card| &card.form).or(forms.first().map(|(id, _)| id)) else { return false };
        let Ok(roster) = kit.roster(&pack.reference, form) else { return false };
        let year = cards.first().map(|card| card.year.clone()).unwrap_or_default();
        self.batch = Some(Batching { roster, forms, listed: None, year, department: String::new(), there: Vec::new() });
        self.ask(Dialog::Batch)
    }

    /// A list came, by the clipboard or from a file.
    fn take_list(&mut self, grid: Grid) -> bool {
        if grid.is_empty() || self.batch.is_none() && !self.begin_batch() {
            return false;
        }
        let cards = self.cards.as_deref().unwrap_or_default();
        if let Some(batch) = &mut self.batch {
            batch.read(grid, cards);
        }
        self.ask(Dialog::Batch)
    }

    fn make_batch(&mut self) -> bool {
        let (Some(batch), Some(store)) = (self.batch.take(), self.store().cloned()) else { return false };
        let Some(listed) = &batch.listed else { return false };
        let made = batch.roster.make(listed, &batch.also(), || chance::id('d'));
        let left = batch.left(self.t);
        self.dismiss();
        let count = made.len();
        let drawn = self.put_into(&store, made.into_iter().map(|made| (made.draft, false)).collect());
        if !left.is_empty() {
            self.ask(Dialog::BatchDone { count, left });
            self.list.next_focus = None;
        }
        drawn
    }

    /// Puts documents into the list. One that is there already stays as it is, and what came is another.
    pub(super) fn put_all(&mut self, drafts: Vec<Draft>) -> bool {
        let Some(store) = self.store().cloned() else { return true };
        let there = |id: &str| self.cards.iter().flatten().any(|card| card.id == id);
        let own = drafts.into_iter().filter_map(|draft| {
            if !there(&draft.document().id) {
                return Some((draft, true));
            }
            let mut document = draft.into_document();
            document.id = chance::id('d');
            Some((self.kit()?.bind(document, Rebind::Never).ok()?.draft, true))
        });
        let own = own.collect();
        self.go_home();
        self.put_into(&store, own)
    }

    /// Keeps documents, and whether somebody worked on each, and shows the list.
    fn put_into(&mut self, store: &Store, drafts: Vec<(Draft, bool)>) -> bool {
        let mut all = Vec::with_capacity(drafts.len());
        let mut now = clock::now();
        for (draft, begun) in drafts {
            let opened = Opened { draft, unknown_cells: Vec::new(), unknown_fields: Vec::new(), rebound_from: None };
            let mark = FileMark { behind: true, ..FileMark::default() };
            let mut kept = Desk::open(opened, mark, now, self.t.0).kept();
            kept.card.begun = begun;
            all.push(kept);
            // The list stands in its own order, the latest first.
            now = now.saturating_sub(1);
        }
        self.list.next_focus = all.first().map(|kept| crate::pages::drafts::opener(&kept.card.id));
        let (send, all, store) = (self.send.clone(), Rc::new(all), store.clone());
        later(async move {
            let done = async {
                store.put_all(&all).await?;
                store.cards().await
            };
            match done.await {
                Ok(cards) => {
                    send.emit(Action::List(Step::Done(Deed::Make, all.to_vec())));
                    send.emit(Action::Listed(Ok(cards)));
                }
                Err(error) => send.emit(Action::Batch(Batch::Made(Err(error.0)))),
            }
        });
        true
    }
}

/// What a paste into the place for lists holds.
pub(super) fn pasted(html: &str, text: &str) -> Action {
    Action::Batch(Batch::Came(Box::new(from_clipboard(html, text))))
}

/// Whether a file is called like one with a table in it.
pub(super) fn is_list(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".csv", ".tsv", ".txt"].iter().any(|ending| name.ends_with(ending))
}
