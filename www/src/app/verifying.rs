//! 核验: a bundle is looked into, and its documents can be opened.

use jibiao_kit::{
    bundle::{Found, RETURN_SLIP},
    slip::Slip,
};

use super::{App, Dialog, opening::Incoming};
use crate::{
    browser::{courier, later::later},
    state::{
        Action,
        slip::Waiting,
        verifying::{Verified, Verify},
    },
};

impl App {
    pub(super) fn verifying(&mut self, step: Verify) -> bool {
        match step {
            Verify::File { file, name } => {
                let send = self.send.clone();
                later(async move {
                    let result = courier::verify(&file, &name).await;
                    send.emit(Action::Verify(Verify::Found { name, result }));
                });
                false
            }
            Verify::Found { name, result } => {
                let refused = match &result {
                    Ok(said) => {
                        let verified = self.kit().and_then(|kit| Verified::of(kit, name.clone(), said));
                        match verified {
                            Some(verified) => {
                                self.verified = Some(verified);
                                return self.ask(Dialog::Verified);
                            }
                            None => String::new(),
                        }
                    }
                    Err(refused) => refused.file.clone(),
                };
                let message = self.t.hand_load(&refused);
                self.ask(Dialog::BadFile { name, message })
            }
            Verify::Open(at) | Verify::SendBack(at) => {
                let to_return = matches!(step, Verify::SendBack(_));
                let Some(verified) = self.verified.take() else { return false };
                self.dismiss();
                let Found::Bundle { documents, .. } = &verified.examined.found else { return true };
                let beside = |name| {
                    let name = [documents.get(at)?.folder.as_str(), name].concat();
                    verified.examined.findings.text(&name)
                };
                match beside("document.json") {
                    Some(text) => {
                        // A slip that is none is no reason not to open the document.
                        let slip = beside(RETURN_SLIP).and_then(|slip| Slip::read(slip).ok());
                        self.waiting = slip.map(|slip| Waiting { name: verified.name.clone(), slip });
                        let mut incoming = Incoming::taken_out(verified.name.clone(), text.to_vec());
                        incoming.to_return = to_return;
                        self.receive(incoming)
                    }
                    None => true,
                }
            }
        }
    }
}
