//! 加密传送: a sealed file is opened and looked at like any other.

use web_sys::Blob;

use super::{App, Dialog};
use crate::{
    browser::{
        courier::Refused,
        dom, files,
        kind::{self, Kind},
        later::{later, painted},
        sealer::{self, Keys},
    },
    parts::sealing::{AGAIN, KEYS, ONCE},
    state::{
        Action,
        sealing::{How, Sealed, Unseal, asked, private_keys},
        verifying::Verify,
    },
};

/// What a sealed file is called beyond its own name.
pub(super) const ENDING: &str = ".age";

/// What was typed to seal a bundle, or the input that it lacks.
pub(super) fn typed(how: How) -> Result<Option<Keys>, (&'static str, Refused)> {
    let text = |id| dom::by_id(id).and_then(|input| dom::value(&input)).unwrap_or_default();
    let input = if how == How::Keys { KEYS } else { ONCE };
    asked(how, &text(KEYS), &text(ONCE), &text(AGAIN)).map_err(|code| (input, Refused::new(code, "")))
}

/// A passphrase that was used is not left standing.
pub(super) fn forget() {
    for input in [ONCE, AGAIN].iter().filter_map(|id| dom::by_id(id)) {
        dom::set_value(&input, "");
    }
}

impl App {
    /// Looks at what somebody brought: bundles may be larger than memory and stay where they are.
    pub(super) fn look_at(&self, file: Blob, name: String) {
        let send = self.send.clone();
        later(async move {
            let beginning = files::part(&file, 0.0, kind::TELLING).await.map(|bytes| bytes.to_vec());
            match beginning.map(|beginning| kind::kind(&beginning, &name)) {
                Ok(Kind::Bundle) => send.emit(Action::Verify(Verify::File { file, name })),
                Ok(Kind::Sealed) => send.emit(Action::Unseal(Unseal::File { file, name })),
                _ => {
                    let bytes = files::read(&file).await.map_err(|error| dom::reason(&error));
                    send.emit(Action::FileRead { name, bytes });
                }
            }
        });
    }

    pub(super) fn unsealing(&mut self, step: Unseal) -> bool {
        match step {
            Unseal::File { file, name } => {
                self.sealed = Some(Sealed { file, name, busy: false, refused: None });
                self.ask(Dialog::Sealed)
            }
            Unseal::Open { mut keys, of } => {
                let Some(sealed) = self.sealed.as_mut().filter(|sealed| !sealed.busy) else { return false };
                if keys.is_empty() && of.is_none() {
                    sealed.refused = Some(Refused::new("no-private-key", ""));
                    return true;
                }
                (sealed.busy, sealed.refused) = (true, None);
                let (send, file, name) = (self.send.clone(), sealed.file.clone(), sealed.name.clone());
                later(async move {
                    if let Some(of) = of {
                        let text = files::read(&of).await.unwrap_or_default();
                        keys.keys.extend(private_keys(&String::from_utf8_lossy(&text)));
                    }
                    // A passphrase keeps the page busy for a moment; what it does is to be seen before.
                    painted().await;
                    let result = sealer::open(&file, &keys).await;
                    send.emit(Action::Unseal(Unseal::Opened { name, result }));
                });
                true
            }
            Unseal::Opened { name, result } => {
                let Some(sealed) = self.sealed.as_mut().filter(|sealed| sealed.busy && sealed.name == name) else {
                    return false;
                };
                match result {
                    Ok(file) => {
                        self.dismiss();
                        self.look_at(file, name.strip_suffix(ENDING).unwrap_or(&name).to_owned());
                    }
                    Err(refused) => (sealed.busy, sealed.refused) = (false, Some(refused)),
                }
                true
            }
        }
    }
}
