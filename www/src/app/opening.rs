//! How a document comes onto the desk: new, from the list, or from a file. Nothing is overwritten on the way.

use jibiao_kit::{Document, Kit, OpenError, OpenErrorCode, Opened, Rebind};

use super::{App, Dialog, listening};
use crate::{
    browser::{
        chance, clock, dom, files,
        kind::{self, Kind},
        later::later,
    },
    state::{
        Action, Desk,
        action::Clash,
        batch::Batch,
        desk::{Keeping, View, Writer},
        handing::Hand,
        list::Deed,
    },
    store::{Card, FileMark, Kept, Store, Trail, lock, settings},
};

/// A document on its way onto the desk.
#[derive(Debug)]
pub(super) struct Incoming {
    name: String,
    /// Whether it came out of a workbook or a bundle, which is not the file that it stays in.
    taken_out: bool,
    /// Whether it is opened in order to be sent back.
    pub(super) to_return: bool,
    bytes: Vec<u8>,
    /// Present for a draft from the list; a file has to be compared with the draft of the same document first.
    card: Option<Card>,
    trail: Trail,
    opened: Option<Opened>,
}

/// What a document was brought in.
#[derive(Debug)]
pub(super) struct Brought {
    pub(super) name: String,
    /// A workbook or a bundle is not the file that a document stays in.
    pub(super) taken_out: bool,
    pub(super) to_return: bool,
}

impl Incoming {
    /// A document that came out of a workbook or a bundle, which is not the file it stays in.
    pub(super) fn taken_out(name: String, bytes: Vec<u8>) -> Self {
        Self { name, taken_out: true, to_return: false, bytes, card: None, trail: Trail::default(), opened: None }
    }

    /// The document of a file, and the file's name.
    pub(super) fn into_opened(self) -> Option<(Opened, Brought)> {
        let brought = Brought { name: self.name, taken_out: self.taken_out, to_return: self.to_return };
        Some((self.opened?, brought))
    }
}

impl App {
    pub(super) fn open_store(&self) {
        let send = self.send.clone();
        later(async move { send.emit(Action::StoreReady(Store::open().await)) });
    }

    /// The list of drafts, and the draft that the address names.
    pub(super) fn begin(&mut self) {
        self.fetch_list();
        let address = listening::draft_in_address();
        if !address.is_empty() {
            self.fetch(address, Action::Fetched);
        }
    }

    fn fetch_list(&self) {
        if let Some(store) = self.store().cloned() {
            let send = self.send.clone();
            later(async move { send.emit(Action::Listed(store.cards().await)) });
        }
    }

    pub(super) fn opening(&mut self, action: Action) -> bool {
        let leaves = matches!(action, Action::Home | Action::Went(_) | Action::FileChosen(_));
        if let Some(desk) = self.desk.as_ref().filter(|desk| leaves && desk.would_be_lost()) {
            listening::set_address(desk.id());
            return self.ask(Dialog::Leave);
        }
        match action {
            Action::StoreReady(store) => {
                if store.is_err() {
                    self.cards = Some(Vec::new());
                }
                self.store = Some(store);
                // A draft may need a pack, so these come first.
                self.fetch_packs();
                true
            }
            Action::Listed(cards) => {
                match cards {
                    Ok(cards) => {
                        settings::set_had_drafts(!cards.is_empty());
                        self.list.chosen.retain(|id| cards.iter().any(|card| card.id == *id));
                        self.list.focus = self.list.next_focus.take();
                        self.cards = Some(cards);
                    }
                    Err(error) => self.store = Some(Err(error)),
                }
                true
            }
            Action::Home => self.go_home(),
            Action::LeaveAnyway => {
                self.dismiss();
                self.go_home()
            }
            Action::Went(id) => self.follow(id),
            Action::New(form) => self.start_new(&form),
            Action::Open(id) => {
                self.fetch(id, Action::Fetched);
                false
            }
            Action::Fetched(Some(kept)) => self.receive(Incoming {
                to_return: false,
                name: kept.card.project.clone(),
                taken_out: false,
                bytes: kept.text.into_bytes(),
                card: Some(kept.card),
                trail: kept.trail,
                opened: None,
            }),
            Action::Fetched(None) => {
                listening::set_address(self.desk.as_ref().map_or("", Desk::id));
                false
            }
            Action::Duplicate(id) => {
                self.fetch(id, Action::Duplicated);
                false
            }
            Action::Duplicated(kept) => self.duplicate(kept),
            other => self.filed_in(other),
        }
    }

    fn filed_in(&mut self, action: Action) -> bool {
        match action {
            Action::PickFile => {
                if let Some(input) = dom::by_id("file-picker") {
                    input.click();
                }
                false
            }
            // On the page of what is handed in they are attachments; anywhere else they are opened.
            Action::Dropped(files) if self.desk.as_ref().is_some_and(|desk| desk.view == View::HandIn) => {
                self.sort_out(files);
                false
            }
            Action::Dropped(files) => match files.into_iter().next() {
                Some(file) => self.opening(Action::FileChosen(file)),
                None => false,
            },
            // A list of projects, dropped or opened like everything else.
            Action::FileChosen(file) if self.desk.is_none() && super::batch::is_list(&file.name()) => {
                self.batching(Batch::FileChosen(file))
            }
            Action::FileChosen(file) => {
                // What was said of the file before it is over.
                if matches!(self.dialog, Some(Dialog::BadFile { .. } | Dialog::SlipWaits { .. } | Dialog::Sealed)) {
                    self.dismiss();
                }
                let name = file.name();
                self.look_at(file.into(), name);
                false
            }
            Action::FileRead { name, bytes: Ok(bytes) } => match kind::kind(&bytes, &name) {
                Kind::Workbook => {
                    self.read_workbook(name, bytes);
                    false
                }
                Kind::Slip => self.take_slip(name, &bytes),
                Kind::Bundle | Kind::Sealed | Kind::Ours => {
                    let trail = Trail::default();
                    self.receive(Incoming {
                        name,
                        taken_out: false,
                        to_return: false,
                        bytes,
                        card: None,
                        trail,
                        opened: None,
                    })
                }
            },
            Action::FileRead { name, bytes: Err(message) } => self.ask(Dialog::BadFile { name, message }),
            Action::FileMet(found) => self.meet(found),
            Action::Rebind => {
                let incoming = self.incoming.take();
                self.dismiss();
                match incoming {
                    Some(incoming) => self.examine(incoming, Rebind::ToSameId),
                    None => true,
                }
            }
            Action::Settle(clash) => self.settle(clash),
            _ => false,
        }
    }

    /// Takes files as attachments, but for a return slip: nobody hands that in as evidence, it is to be answered.
    fn sort_out(&self, files: Vec<web_sys::File>) {
        let send = self.send.clone();
        later(async move {
            let (mut evidence, mut slip) = (Vec::new(), None);
            for file in files {
                let beginning = files::part(&file, 0.0, kind::TELLING).await.map(|bytes| bytes.to_vec());
                match beginning.map(|beginning| kind::kind(&beginning, &file.name())) {
                    Ok(Kind::Slip) => slip = Some(file),
                    _ => evidence.push(file),
                }
            }
            if !evidence.is_empty() {
                send.emit(Action::Hand(Hand::Chosen(evidence)));
            }
            if let Some(slip) = slip {
                send.emit(Action::FileChosen(slip));
            }
        });
    }

    pub(super) fn kit(&self) -> Option<&Kit> {
        self.kit.as_deref().ok()
    }

    /// Gets a draft out of the store; what stands on the desk is kept first.
    pub(super) fn fetch(&mut self, id: String, then: fn(Option<Kept>) -> Action) {
        let Some(store) = self.store().cloned() else { return self.send.emit(then(None)) };
        let (send, pending) = (self.send.clone(), self.take_unkept());
        later(async move {
            if let Some(kept) = pending {
                let result = store.put(&kept).await;
                send.emit(Action::Kept { id: kept.card.id, result });
            }
            // A store that does not answer is no draft that is not there.
            let found = store.get(&id).await.unwrap_or_else(|error| {
                send.emit(Action::Listed(Err(error)));
                None
            });
            send.emit(then(found));
        });
    }

    pub(super) fn receive(&mut self, incoming: Incoming) -> bool {
        self.examine(incoming, Rebind::Never)
    }

    fn examine(&mut self, mut incoming: Incoming, rebind: Rebind) -> bool {
        let Some(kit) = self.kit() else { return false };
        match kit.open(&incoming.bytes, rebind) {
            Ok(opened) if incoming.card.is_some() => {
                let card = incoming.card.take();
                let drawn = self.put_on_desk(opened, card);
                self.recall(incoming.trail);
                drawn
            }
            Ok(opened) => {
                let id = opened.draft.document().id.clone();
                incoming.opened = Some(opened);
                self.incoming = Some(incoming);
                self.fetch(id, Action::FileMet);
                false
            }
            Err(error) => self.refuse(incoming, &error),
        }
    }

    /// Opens what had to wait for a pack.
    pub(super) fn open_waiting(&mut self) -> bool {
        match self.incoming.take() {
            Some(incoming) => self.receive(incoming),
            None => false,
        }
    }

    fn refuse(&mut self, incoming: Incoming, error: &OpenError) -> bool {
        let (name, message) = (incoming.name.clone(), error.message(self.t.0));
        if error.code() == OpenErrorCode::UnknownPack {
            self.ask(Dialog::NoPack { name, message });
            self.incoming = Some(incoming);
            return true;
        }
        // People open a pack where they open everything.
        if incoming.card.is_none() && self.is_pack(&incoming.bytes) {
            return self.take_pack(incoming.name, &incoming.bytes);
        }
        if error.code() == OpenErrorCode::OtherEdition {
            self.ask(Dialog::OtherEdition { name, message });
            self.incoming = Some(incoming);
            return true;
        }
        self.ask(Dialog::BadFile { name, message })
    }

    /// A file was read; `found` is the draft of the same document, if there is one.
    fn meet(&mut self, found: Option<Kept>) -> bool {
        let Some(mut incoming) = self.incoming.take() else { return false };
        let Some(opened) = incoming.opened.take() else { return false };
        match found {
            Some(kept) if !same_content(&kept.text, opened.draft.document()) => {
                let name = incoming.name.clone();
                incoming.opened = Some(opened);
                let received = incoming.to_return;
                self.ask(Dialog::Clash { name, card: kept.card.clone(), received });
                self.met = Some(kept);
                self.incoming = Some(incoming);
                true
            }
            found => {
                incoming.opened = Some(opened);
                let Some((opened, brought)) = incoming.into_opened() else { return false };
                let drawn = self.take_file(opened, brought);
                self.recall_slip_of(found);
                drawn
            }
        }
    }

    fn settle(&mut self, clash: Clash) -> bool {
        let met = self.met.take();
        if let (Clash::Merge, Some(kept)) = (clash, &met) {
            return self.begin_merge(kept);
        }
        let incoming = self.incoming.take();
        self.dismiss();
        let Some((opened, brought)) = incoming.and_then(Incoming::into_opened) else {
            return true;
        };
        match clash {
            Clash::Replace => {
                let drawn = self.take_file(opened, brought);
                self.recall_slip_of(met);
                drawn
            }
            Clash::KeepDraft | Clash::Merge => {
                self.fetch(opened.draft.document().id.clone(), Action::Fetched);
                true
            }
            Clash::Copy => {
                let mut document = opened.draft.into_document();
                document.id = chance::id('d');
                match self.kit().map(|kit| kit.bind(document, Rebind::Never)) {
                    Some(Ok(copy)) => self.take_file(copy, brought),
                    Some(Err(error)) => {
                        let message = error.message(self.t.0);
                        self.ask(Dialog::BadFile { name: brought.name, message })
                    }
                    None => true,
                }
            }
        }
    }

    /// The document of a file becomes a draft.
    fn take_file(&mut self, opened: Opened, brought: Brought) -> bool {
        self.to_return = brought.to_return;
        let name = (!brought.taken_out).then_some(brought.name);
        let behind = opened.rebound_from.is_some() || name.is_none();
        let drawn = self.put_on_desk(opened, None);
        if let Some(desk) = &mut self.desk {
            desk.base = if name.is_some() { jibiao_kit::canonical(desk.draft.document()) } else { String::new() };
            // A file that no save has counted gets its number with the first one.
            let numbered = !behind && desk.draft.document().revision > 0;
            desk.mark = FileMark { name, saved: None, behind, numbered };
            desk.unkept = true;
        }
        drawn
    }

    fn start_new(&mut self, form: &str) -> bool {
        let id = chance::id('d');
        let blank = self.kit().map(|kit| match form.split_once('@') {
            None => kit.blank(form, &id),
            Some((form, pack)) => kit.pack_named(pack).and_then(|pack| kit.blank_of(&pack.reference, form, &id)),
        });
        let Some(Ok(draft)) = blank else { return false };
        let opened = Opened { draft, unknown_cells: Vec::new(), unknown_fields: Vec::new(), rebound_from: None };
        self.begin_on_desk(opened)
    }

    /// A document that no other window can hold.
    pub(super) fn begin_on_desk(&mut self, opened: Opened) -> bool {
        let drawn = self.put_on_desk(opened, None);
        if let Some(desk) = &mut self.desk {
            desk.writer = Writer::Me;
        }
        drawn
    }

    /// What was kept beside the draft on the desk.
    pub(super) fn recall(&mut self, trail: Trail) {
        self.recall_slip(&trail);
        if let Some(desk) = &mut self.desk {
            desk.draft.recall(&trail.steps);
            desk.base = trail.base;
        }
    }

    pub(super) fn put_on_desk(&mut self, opened: Opened, card: Option<Card>) -> bool {
        self.leave_desk();
        let changed = card.as_ref().map_or_else(clock::now, |card| card.changed);
        let mark = card.as_ref().map(|card| card.file.clone()).unwrap_or_default();
        let mut desk = Desk::open(opened, mark, changed, self.t.0);
        desk.draw_first();
        if let Some(card) = card {
            desk.keeping = Keeping::Saved(card.changed);
        }
        listening::set_address(desk.id());
        self.ask_other_windows(desk.id());
        self.desk = Some(desk);
        self.trace();
        // A batch from a list can go as a whole later, too; all else was looked at and left.
        self.list.last = self.list.last.take().filter(|last| last.deed == Deed::Make);
        self.retitle();
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        true
    }

    fn ask_other_windows(&self, id: &str) {
        lock::say(lock::Said::Ask, id, &self.tab);
        let (send, id) = (self.send.clone(), id.to_owned());
        gloo_timers::callback::Timeout::new(lock::PATIENCE, move || send.emit(Action::NobodyAnswered(id))).forget();
    }

    fn leave_desk(&mut self) {
        if let (Some(kept), Some(store)) = (self.take_unkept(), self.store().cloned()) {
            let send = self.send.clone();
            later(async move {
                let result = store.put(&kept).await;
                send.emit(Action::Kept { id: kept.card.id, result });
            });
        }
        self.desk = None;
        listening::UNKEPT.set(false);
    }

    pub(super) fn go_home(&mut self) -> bool {
        let (pending, store, send) = (self.take_unkept(), self.store().cloned(), self.send.clone());
        self.desk = None;
        listening::UNKEPT.set(false);
        listening::set_address("");
        self.retitle();
        if let Some(store) = store {
            later(async move {
                if let Some(kept) = pending {
                    let result = store.put(&kept).await;
                    send.emit(Action::Kept { id: kept.card.id, result });
                }
                send.emit(Action::Listed(store.cards().await));
            });
        }
        true
    }

    /// The address was changed, by the back button or by hand.
    fn follow(&mut self, id: String) -> bool {
        let here = self.desk.as_ref().map(Desk::id).unwrap_or_default();
        if id == here {
            return false;
        }
        if id.is_empty() {
            return self.go_home();
        }
        self.fetch(id, Action::Fetched);
        false
    }

    fn duplicate(&mut self, kept: Option<Kept>) -> bool {
        let copy = kept.and_then(|kept| {
            let mut document: Document = serde_json::from_str(&kept.text).ok()?;
            document.id = chance::id('d');
            document.revision = 0;
            let card = Card {
                id: document.id.clone(),
                changed: clock::now(),
                file: FileMark::default(),
                archived: false,
                asked: None,
                returning: false,
                ..kept.card
            };
            Some(Kept { card, text: jibiao_kit::canonical(&document), trail: Trail::default() })
        });
        self.list.next_focus = copy.as_ref().map(|kept| crate::pages::drafts::opener(&kept.card.id));
        self.put_then_list(std::rc::Rc::new(copy.into_iter().collect()));
        false
    }
}

/// Whether a kept draft says the same as a document. Revisions count saved files, not content.
fn same_content(kept: &str, document: &Document) -> bool {
    serde_json::from_str::<Document>(kept).is_ok_and(|mut kept| {
        kept.revision = document.revision;
        kept == *document
    })
}
