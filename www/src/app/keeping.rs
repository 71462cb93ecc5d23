//! Keeping the draft in the browser, and keeping two windows apart.

use gloo_timers::callback::Timeout;

use super::{App, listening};
use crate::{
    browser::{clock, later::later},
    state::{
        Action,
        desk::{Keeping, Writer},
        returning::Returning,
    },
    store::{
        Kept,
        lock::{self, Heard, Said},
    },
};

/// How long typing may wait to be kept, in milliseconds: never more than a second of it is at risk.
const DELAY: u32 = 500;
/// How long after a failure it is tried again.
const RETRY: u32 = 5_000;
/// How long another window may take to hand a draft over.
const HANDOVER: u32 = 1_500;

impl App {
    /// After every action: a draft that changed is kept soon, and the browser is told when leaving would lose work.
    pub(super) fn keep_soon(&mut self) {
        let storable = self.store.is_some();
        let Some(desk) = &mut self.desk else { return };
        listening::UNKEPT.set(desk.would_be_lost());
        if !desk.unkept || self.timer.is_some() || !storable {
            return;
        }
        // What failed is tried again, in peace.
        let failed = matches!(desk.keeping, Keeping::Failed(_));
        if !failed {
            desk.keeping = Keeping::Saving;
        }
        let send = self.send.clone();
        self.timer = Some(Timeout::new(if failed { RETRY } else { DELAY }, move || send.emit(Action::KeepNow)));
    }

    /// The draft on the desk, if it has changes that are not kept; from now on they count as kept.
    pub(super) fn take_unkept(&mut self) -> Option<Kept> {
        let desk = self.desk.as_mut()?;
        if !desk.unkept || !desk.keeps() {
            return None;
        }
        desk.unkept = false;
        desk.seal();
        Some(desk.kept())
    }

    pub(super) fn keeping(&mut self, action: Action) -> bool {
        match action {
            Action::KeepNow => self.keep_now(),
            Action::Kept { id, result } => self.kept(&id, result.map_err(|error| error.0)),
            Action::Heard(heard) => self.heard(&heard),
            Action::NobodyAnswered(id) => self.nobody_answered(&id),
            Action::TakeOver => {
                let Some(desk) = &mut self.desk else { return false };
                desk.writer = Writer::Taking;
                let id = desk.id().to_owned();
                lock::say(Said::Take, &id, &self.tab);
                let send = self.send.clone();
                Timeout::new(HANDOVER, move || send.emit(Action::NobodyAnswered(id))).forget();
                true
            }
            Action::Retaken(kept) => self.retaken(kept),
            _ => false,
        }
    }

    fn keep_now(&mut self) -> bool {
        self.timer = None;
        let store = match &self.store {
            Some(Ok(store)) => store.clone(),
            Some(Err(error)) => {
                let reason = error.0.clone();
                let Some(desk) = self.desk.as_mut().filter(|desk| desk.unkept) else { return false };
                desk.unkept = false;
                desk.seal();
                desk.keeping = Keeping::Failed(reason);
                return true;
            }
            None => return false,
        };
        let Some(kept) = self.take_unkept() else { return false };
        let send = self.send.clone();
        later(async move {
            let result = store.put(&kept).await;
            send.emit(Action::Kept { id: kept.card.id, result });
        });
        false
    }

    fn kept(&mut self, id: &str, result: Result<(), String>) -> bool {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.id() == id) else { return false };
        desk.keeping = match result {
            Ok(()) if desk.unkept => Keeping::Saving,
            Ok(()) => Keeping::Saved(clock::now()),
            Err(reason) => Keeping::Failed(reason),
        };
        if matches!(desk.keeping, Keeping::Failed(_)) {
            desk.unkept = true;
            let words = self.t.keep_failed_said();
            self.say(words);
        }
        true
    }

    fn nobody_answered(&mut self, id: &str) -> bool {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.id() == id) else { return false };
        match desk.writer {
            Writer::Asking => {
                desk.writer = Writer::Me;
                lock::say(Said::Held, id, &self.tab);
                true
            }
            Writer::Taking => {
                self.fetch_again(id.to_owned());
                false
            }
            Writer::Me | Writer::Other => false,
        }
    }

    fn heard(&mut self, heard: &Heard) -> bool {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.id() == heard.draft) else { return false };
        match (heard.said, desk.writer) {
            // Windows that a browser restores together ask at the same time; the first by name has it.
            (Said::Ask, Writer::Asking) if self.tab < heard.tab => {
                lock::say(Said::Held, &heard.draft, &self.tab);
                false
            }
            (Said::Ask, Writer::Me) => {
                lock::say(Said::Held, &heard.draft, &self.tab);
                if desk.told_of_slip {
                    lock::say(Said::Slip, &heard.draft, &self.tab);
                }
                false
            }
            (Said::Held | Said::Slip, Writer::Other) => {
                desk.slip_elsewhere = heard.said == Said::Slip;
                true
            }
            (Said::Held, Writer::Asking) => {
                desk.writer = Writer::Other;
                desk.unkept = false;
                true
            }
            (Said::Take, Writer::Me | Writer::Asking) => {
                self.hand_over(&heard.draft);
                true
            }
            (Said::Given, Writer::Taking) => {
                self.fetch_again(heard.draft.clone());
                false
            }
            _ => false,
        }
    }

    /// Other windows say why the sheet stays as it is: they hear when a return slip is begun here, and when it is over.
    pub(super) fn tell_of_slip(&mut self) {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.writer == Writer::Me) else { return };
        let under_way = desk.returning.as_ref().is_some_and(Returning::is_under_way);
        if desk.told_of_slip != under_way {
            desk.told_of_slip = under_way;
            lock::say(if under_way { Said::Slip } else { Said::Held }, desk.id(), &self.tab);
        }
    }

    /// Keeps what is not kept yet, then lets the other window write.
    fn hand_over(&mut self, id: &str) {
        let pending = self.take_unkept();
        if let Some(desk) = &mut self.desk {
            desk.writer = Writer::Other;
            desk.told_of_slip = false;
        }
        let (store, id, tab) = (self.store().cloned(), id.to_owned(), self.tab.clone());
        later(async move {
            if let (Some(store), Some(kept)) = (store, pending) {
                // Whether or not it worked, the other window was asked for and has to go on.
                let _ = store.put(&kept).await;
            }
            lock::say(Said::Given, &id, &tab);
        });
    }

    fn fetch_again(&self, id: String) {
        if let Some(store) = self.store().cloned() {
            let send = self.send.clone();
            later(async move { send.emit(Action::Retaken(store.get(&id).await.ok().flatten())) });
        }
    }

    fn retaken(&mut self, kept: Option<Kept>) -> bool {
        let Some(desk) = self.desk.as_ref().filter(|desk| desk.writer == Writer::Taking) else { return false };
        let id = desk.id().to_owned();
        if let Some(kept) = kept {
            self.opening(Action::Fetched(Some(kept)));
        }
        if let Some(desk) = &mut self.desk {
            desk.writer = Writer::Me;
        }
        lock::say(Said::Held, &id, &self.tab);
        self.say(self.t.taken_over());
        true
    }
}
