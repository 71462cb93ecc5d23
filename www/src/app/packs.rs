//! Packs of a district: opened from a file, kept for the next visit, forgotten.

use std::rc::Rc;

use jibiao_kit::{Kit, PackRef, PackSource, PacksError};

use super::{App, Dialog};
use crate::{
    browser::{dom, files, later::later},
    pages::home::PackLine,
    state::Action,
    store::settings,
};

impl App {
    pub(super) fn packing(&mut self, action: Action) -> bool {
        match action {
            Action::ChoosePack(id) => {
                settings::set_pack(&id);
                self.shelf = Some(id);
                true
            }
            Action::PickPack => {
                if let Some(input) = dom::by_id("pack-picker") {
                    input.click();
                }
                false
            }
            Action::PackChosen(file) => {
                let (send, name) = (self.send.clone(), file.name());
                later(async move {
                    let bytes = files::read(&file).await.map_err(|error| dom::reason(&error));
                    send.emit(Action::PackRead { name, bytes });
                });
                false
            }
            Action::PackRead { name, bytes: Ok(bytes) } => self.take_pack(name, &bytes),
            Action::PackRead { name, bytes: Err(message) } => self.ask(Dialog::BadFile { name, message }),
            Action::PacksKept(texts) => {
                // A store that can't be read is told where drafts are listed.
                if let Some(texts) = texts.ok().filter(|texts| !texts.is_empty()) {
                    self.furnish(texts);
                }
                self.begin();
                for (name, bytes) in self.early_packs.take().unwrap_or_default() {
                    self.take_pack(name, &bytes);
                }
                true
            }
            Action::PackStored(Err(error)) => {
                self.say(self.t.pack_not_kept(&error.0));
                true
            }
            Action::ForgetPack(digest) => self.forget(&digest),
            _ => false,
        }
    }

    pub(super) fn fetch_packs(&self) {
        let Some(store) = self.store().cloned() else { return self.send.emit(Action::PacksKept(Ok(Vec::new()))) };
        let send = self.send.clone();
        later(async move { send.emit(Action::PacksKept(store.packs().await)) });
    }

    /// Puts the packs of earlier visits beside the built-in ones. One that this version can't use, or whose parent
    /// is gone, is counted; its text stays where it is kept.
    fn furnish(&mut self, texts: Vec<String>) {
        let Some(mut kit) = self.kit().map(|kit| kit.without_others()) else { return };
        let mut waiting = texts;
        loop {
            let before = waiting.len();
            waiting.retain(|text| match kit.with_packs([PackSource::file("", text.as_bytes())]) {
                Ok((with, _)) => {
                    kit = with;
                    false
                }
                Err(_) => true,
            });
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
        self.lost_packs = waiting.len();
        self.kit = Ok(Rc::new(kit));
    }

    fn with_pack(&self, bytes: &[u8]) -> Option<Result<(Kit, Vec<PackRef>), PacksError>> {
        Some(self.kit()?.with_packs([PackSource::file("", bytes)]))
    }

    /// Whether a file that is no document is a pack that can be opened.
    pub(super) fn is_pack(&self, bytes: &[u8]) -> bool {
        matches!(self.with_pack(bytes), Some(Ok(_)))
    }

    pub(super) fn take_pack(&mut self, name: String, bytes: &[u8]) -> bool {
        // Before the packs of earlier visits are here, it could not be kept, and they would push it out.
        if let Some(early) = &mut self.early_packs {
            early.push((name, bytes.to_vec()));
            return false;
        }
        match self.with_pack(bytes) {
            None => false,
            Some(Err(error)) => self.ask(Dialog::BadPack { name, refusal: error.refusal(self.t.0) }),
            Some(Ok((kit, opened))) => {
                let waiting = self.incoming.take();
                self.dismiss();
                self.incoming = waiting;
                for reference in &opened {
                    self.store_pack(reference, kit.text_of(reference));
                }
                let pack = opened.first().and_then(|pack| kit.pack(pack));
                if let Some(pack) = pack {
                    let name = self.t.label(&pack.name);
                    self.say(self.t.pack_opened(name, &pack.forms.len().to_string()));
                    settings::set_pack(&pack.reference.id);
                    self.shelf = Some(pack.reference.id.clone());
                }
                self.kit = Ok(Rc::new(kit));
                self.open_waiting();
                true
            }
        }
    }

    fn store_pack(&self, pack: &PackRef, text: Option<&str>) {
        let Some(store) = self.store().cloned() else { return };
        let (send, digest, text) = (self.send.clone(), pack.sha256.clone(), text.map(str::to_owned));
        later(async move { send.emit(Action::PackStored(store.put_pack(&digest, text.as_deref()).await)) });
    }

    /// Takes a pack away from this browser. Documents that need it stay, and say so.
    fn forget(&mut self, digest: &str) -> bool {
        let Some(kit) = self.kit() else { return false };
        let Some(pack) = kit.held().iter().find(|held| held.reference.sha256 == digest).cloned() else { return false };
        let others = kit.held().iter().filter(|other| !other.builtin && other.reference != pack.reference);
        let texts = others.filter_map(|other| kit.text_of(&other.reference)).map(str::to_owned).collect();
        self.store_pack(&pack.reference, None);
        self.furnish(texts);
        let name = self.t.label(&pack.name);
        self.say(self.t.pack_forgotten(name));
        true
    }

    /// The packs that were opened here, beside the built-in ones.
    pub(super) fn opened_packs(&self) -> Vec<PackLine> {
        let kit = self.kit().into_iter();
        let packs = kit.flat_map(|kit| {
            kit.held().iter().filter(|held| !held.builtin).filter_map(|held| kit.pack(&held.reference))
        });
        let line = |pack: &std::sync::Arc<jibiao_kit::Pack>| PackLine {
            digest: pack.reference.sha256.clone(),
            name: self.t.label(&pack.name).to_owned(),
            edition: pack.reference.edition.clone(),
            sources: pack.sources.iter().map(|source| source.number.as_str()).collect::<Vec<_>>().join("　"),
        };
        packs.map(line).collect()
    }
}
