//! The list of drafts: filters, and what is done with several drafts at once. Everything but forgetting all can be taken back.

use std::rc::Rc;

use jibiao_kit::{
    Document, Rebind, Stage,
    bundle::{Contents, Given, RETURN_SLIP},
};

use super::{App, Dialog, filing::name_of_file, handing};
use crate::{
    browser::{clock, courier, files, later::later},
    pages::drafts::opener,
    state::{
        Action,
        list::{Deed, Last, List, Step},
        slip::{Slipped, written},
    },
    store::{Kept, settings},
};

impl App {
    pub(super) fn listing(&mut self, step: Step) -> bool {
        match step {
            Step::Search(text) => {
                self.list.search = text;
                return self.sifted();
            }
            Step::Year(year) => {
                self.list.year = year;
                return self.sifted();
            }
            Step::Part(part) => {
                self.list.part = part;
                return self.sifted();
            }
            Step::Stand(stand) => {
                self.list.stand = stand;
                return self.sifted();
            }
            Step::Unfilter => {
                let List { search, year, part, stand, .. } = List::default();
                self.list = List { search, year, part, stand, ..std::mem::take(&mut self.list) };
                self.list.focus = Some("search".to_owned());
                return self.sifted();
            }
            Step::Sort(by) => {
                self.list.turned = self.list.by == by && !self.list.turned;
                self.list.by = by;
            }
            Step::More => {
                // The button goes down with the list, or away with the rest: the first of the new ones is next.
                let screen = self.list.more.saturating_add(1).saturating_mul(crate::state::list::SCREENFUL);
                self.list.focus = self.shown_ids().get(screen).map(|id| opener(id));
                self.list.more = self.list.more.saturating_add(1);
            }
            Step::Begin => self.list.begin = !self.list.begin,
            Step::Choose(id) => match self.list.chosen.iter().position(|chosen| *chosen == id) {
                Some(at) => {
                    self.list.chosen.remove(at);
                }
                None => self.list.chosen.push(id),
            },
            Step::ChooseAll => {
                let shown = self.shown_ids();
                let all = shown.iter().all(|id| self.list.chosen.contains(id));
                self.list.chosen.retain(|id| !shown.contains(id));
                if !all {
                    self.list.chosen.extend(shown);
                }
            }
            Step::ChooseNone => {
                self.list.chosen.clear();
                self.list.focus = Some("choose-all".to_owned());
            }
            Step::Do(Deed::Export) => self.export(self.list.chosen.clone()),
            Step::Do(deed) => self.work(deed, self.list.chosen.clone()),
            Step::Delete(id) => self.work(Deed::Delete, vec![id]),
            Step::ExportAll => self.export(self.ids()),
            Step::Bundle => self.bundle(self.list.chosen.clone()),
            Step::Done(deed, kept) => self.done(deed, kept),
            Step::Undo => self.undo_last(),
            Step::Clear(again) => {
                let cards = self.cards.as_deref().unwrap_or_default();
                let unsaved = cards.iter().filter(|card| card.file.behind).count();
                let (drafts, packs) = (cards.len(), self.opened_packs().len());
                return self.ask(Dialog::Clear { drafts, unsaved, packs, again });
            }
            Step::ClearNow => {
                if let Some(store) = self.store().cloned() {
                    let send = self.send.clone();
                    later(async move {
                        let done = store.clear().await.map_err(|error| error.0);
                        send.emit(Action::List(Step::Cleared(done)));
                    });
                }
                return false;
            }
            Step::Cleared(done) => return self.cleared(done),
            Step::Exported(Ok(count)) => self.say(self.t.exported_many(&count.to_string())),
            Step::Exported(Err(message)) => return self.ask(Dialog::NotWritten { message }),
        }
        true
    }

    fn ids(&self) -> Vec<String> {
        self.cards.iter().flatten().map(|card| card.id.clone()).collect()
    }

    /// The drafts that the filters let through, in the order of the list.
    fn shown_ids(&self) -> Vec<String> {
        let (Ok(kit), Some(cards)) = (&self.kit, &self.cards) else { return Vec::new() };
        let form = |id: &str| kit.forms().find(|(_, form)| form.id.as_str() == id).map(|(_, form)| form);
        let shown = self.list.shown(cards, form, |form| self.t.label(&form.title));
        shown.cards.iter().map(|card| card.id.clone()).collect()
    }

    /// Other drafts are shown now; how many is said to whoever does not see it.
    fn sifted(&mut self) -> bool {
        self.list.more = 0;
        let words = self.t.found(&self.shown_ids().len().to_string());
        self.say(words);
        true
    }

    fn work(&mut self, deed: Deed, ids: Vec<String>) {
        let shown = self.shown_ids();
        let gone = |id: &String| ids.contains(id);
        let first = shown.iter().position(gone).unwrap_or_default();
        let next = shown.iter().skip(first).find(|id| !gone(id));
        let before = shown.iter().take(first).rfind(|id| !gone(id));
        self.list.next_focus = Some(next.or(before).map_or_else(|| "mine".to_owned(), |id| opener(id)));
        let Some(store) = self.store().cloned() else { return };
        let send = self.send.clone();
        later(async move {
            let done = async {
                // What can't be brought back is not taken away.
                let before = store.get_all(&ids).await?;
                if deed == Deed::Delete {
                    let ids: Vec<String> = before.iter().map(|kept| kept.card.id.clone()).collect();
                    store.delete_all(&ids).await?;
                } else {
                    let mut after = before.clone();
                    for kept in &mut after {
                        kept.card.archived = deed == Deed::Archive;
                    }
                    store.put_all(&after).await?;
                }
                Ok((before, store.cards().await?))
            };
            match done.await {
                Ok((before, cards)) => {
                    send.emit(Action::List(Step::Done(deed, before)));
                    send.emit(Action::Listed(Ok(cards)));
                }
                Err(error) => send.emit(Action::Listed(Err(error))),
            }
        });
    }

    fn done(&mut self, deed: Deed, kept: Vec<Kept>) {
        let count = kept.len().to_string();
        let words = match deed {
            Deed::Delete => self.t.deleted_many(&count),
            Deed::Return => self.t.returned(&count),
            Deed::Make => self.t.made(&count),
            Deed::Archive | Deed::Export => self.t.archived(&count),
        };
        self.say(words);
        self.list.chosen.retain(|id| !kept.iter().any(|kept| kept.card.id == *id));
        self.list.last = (!kept.is_empty()).then(|| Last { deed, kept: Rc::new(kept) });
    }

    fn undo_last(&mut self) {
        let Some(Last { deed, kept }) = self.list.last.take() else { return };
        let ids = kept.iter().map(|kept| kept.card.id.clone()).collect();
        match deed {
            Deed::Archive => self.work(Deed::Return, ids),
            Deed::Return => self.work(Deed::Archive, ids),
            Deed::Make => self.work(Deed::Delete, ids),
            Deed::Delete | Deed::Export => {
                self.say(self.t.restored());
                self.list.next_focus = kept.first().map(|kept| opener(&kept.card.id));
                self.put_then_list(kept);
            }
        }
    }

    /// Keeps drafts and lists all again.
    pub(super) fn put_then_list(&self, all: Rc<Vec<Kept>>) {
        if let Some(store) = self.store().cloned() {
            let send = self.send.clone();
            later(async move {
                let list = match store.put_all(&all).await {
                    Ok(()) => store.cards().await,
                    Err(error) => Err(error),
                };
                send.emit(Action::Listed(list));
            });
        }
    }

    /// 汇总报送: one bundle of several documents.
    fn bundle(&mut self, ids: Vec<String>) {
        let (Some(store), Ok(kit)) = (self.store().cloned(), &self.kit) else { return };
        let (send, t, kit) = (self.send.clone(), self.t, Rc::clone(kit));
        later(async move {
            let found = match store.get_all(&ids).await {
                Ok(found) => found,
                Err(error) => return send.emit(Action::Listed(Err(error))),
            };
            let mut drafts = Vec::with_capacity(found.len());
            let (mut slips, mut counted) = (Vec::with_capacity(found.len()), Vec::new());
            let today = clock::day(clock::now());
            for mut kept in found {
                match kit.open(kept.text.as_bytes(), Rebind::Never) {
                    Ok(opened) => {
                        let mut draft = opened.draft;
                        // What has not left the page as it is gets a number of its own.
                        let number = !kept.card.file.numbered;
                        if number {
                            draft.next_revision();
                            kept.card.file.numbered = true;
                            kept.text = jibiao_kit::canonical(draft.document());
                        }
                        let slip = Slipped::answered_beside(&mut kept.trail, &draft, &today);
                        if number || slip.is_some() {
                            counted.push(kept);
                        }
                        slips.push(slip);
                        drafts.push(draft);
                    }
                    // Half of them would be taken for all.
                    Err(error) => {
                        let message = [&kept.card.project, t.colon(), &error.message(t.0)].concat();
                        return send.emit(Action::List(Step::Exported(Err(message))));
                    }
                }
            }
            let name = name_of_file(t.bundle(), &today, "", "", ".zip");
            let given = Given { id: None, date: Some(today) };
            let contents = Contents::of(&drafts, Stage::Submission, &given);
            let slips = slips.iter().enumerate().filter_map(|(at, slip)| Some((at, slip.as_ref()?)));
            let beside = slips.map(|(at, slip)| (contents.name_beside(at, RETURN_SLIP), written(slip).into_bytes()));
            let beside = beside.collect();
            let mut load = handing::load(contents, &drafts, Vec::new());
            load.beside = beside;
            let packed = courier::pack(load, |_| true).await;
            let done = match packed {
                Ok(bundle) => match store.put_all(&counted).await {
                    Ok(()) => files::offer_blob(&name, &bundle).map(|()| drafts.len()).ok_or(name),
                    Err(error) => Err(error.0),
                },
                Err(refused) => Err(refused.words(t)),
            };
            send.emit(Action::List(Step::Exported(done)));
        });
    }

    /// One zip with the files of drafts, each as it would be saved alone.
    fn export(&mut self, ids: Vec<String>) {
        let Some(store) = self.store().cloned() else { return };
        let (send, t) = (self.send.clone(), self.t);
        later(async move {
            let found = match store.get_all(&ids).await {
                Ok(found) => found,
                Err(error) => return send.emit(Action::Listed(Err(error))),
            };
            let mut all: Vec<(String, Vec<u8>)> = Vec::with_capacity(found.len());
            for Kept { card, text, .. } in found {
                let name = |number: &str| name_of_file(&card.project, &card.year, &card.form, number, ".jibiao.json");
                let mut file = name("");
                let mut number = 1_u32;
                while all.iter().any(|(other, _)| *other == file) {
                    number = number.saturating_add(1);
                    file = name(&number.to_string());
                }
                let document = serde_json::from_str::<Document>(&text);
                let text = document.map_or(text, |document| jibiao_kit::pretty(&document));
                all.push((file, text.into_bytes()));
            }
            let name = t.export_name(&clock::day(clock::now()));
            let zip = jibiao_kit::zipped(&all).ok();
            let offered = zip.and_then(|zip| files::offer_bytes(&name, &zip, "application/zip"));
            let done = offered.map(|()| all.len()).ok_or_else(|| name.clone());
            send.emit(Action::List(Step::Exported(done)));
        });
    }

    /// Nothing is kept any more, not even here.
    fn cleared(&mut self, done: Result<(), String>) -> bool {
        self.dismiss();
        if let Err(message) = done {
            return self.ask(Dialog::NotCleared { message });
        }
        self.kit = std::mem::replace(&mut self.kit, Err(String::new())).map(|kit| Rc::new(kit.without_others()));
        self.cards = Some(Vec::new());
        settings::forget();
        self.codes = Rc::default();
        self.list = List { focus: Some("mine".to_owned()), ..List::default() };
        (self.lost_packs, self.shelf) = (0, None);
        self.say(self.t.cleared());
        true
    }
}
