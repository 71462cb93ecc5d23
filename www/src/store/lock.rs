//! Which window writes a draft. One writes, others read until they take over.
//!
//! Windows talk through `storage` events, the only channel that pages opened from disk share in every engine. A
//! window that holds a draft answers at once when asked, even in the background; one that crashed does not answer.

use web_sys::Storage;

const ASK: &str = "jibiao.v1.ask";
const HELD: &str = "jibiao.v1.held";
const TAKE: &str = "jibiao.v1.take";
const GIVEN: &str = "jibiao.v1.given";
const SLIP: &str = "jibiao.v1.slip";

/// How long to wait for an answer of another window.
pub(crate) const PATIENCE: u32 = 350;

/// What another window said about a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) draft: String,
    /// The window that speaks.
    pub(crate) tab: String,
    pub(crate) said: Said,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Who holds this draft?
    Ask,
    /// I hold it.
    Held,
    /// I want it.
    Take,
    /// Everything of mine is kept; it is yours.
    Given,
    /// I hold it, and a return slip on it is being written here. That it is over is said with [`Said::Held`].
    Slip,
}

impl Said {
    const ALL: [(Self, &'static str); 5] =
        [(Self::Ask, ASK), (Self::Held, HELD), (Self::Take, TAKE), (Self::Given, GIVEN), (Self::Slip, SLIP)];
}

/// Tells every other window.
pub(crate) fn say(said: Said, draft: &str, tab: &str) {
    let storage: Option<Storage> = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let key = Said::ALL.into_iter().find(|(known, _)| *known == said).map(|(_, key)| key);
    if let Some((storage, key)) = storage.zip(key) {
        // The same text twice would be no event, so some chance goes with it.
        let _ = storage.set_item(key, &format!("{draft} {tab} {}", crate::browser::chance::id('n')));
    }
}

/// What a `storage` event says, if it is one of ours.
pub(crate) fn heard(key: &str, value: &str) -> Option<Heard> {
    let said = Said::ALL.into_iter().find(|(_, known)| *known == key).map(|(said, _)| said)?;
    let (rest, _) = value.rsplit_once(' ')?;
    let (draft, tab) = rest.rsplit_once(' ')?;
    Some(Heard { draft: draft.to_owned(), tab: tab.to_owned(), said })
}
