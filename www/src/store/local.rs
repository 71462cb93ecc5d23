//! Drafts in local storage, for browsers without IndexedDB.

use web_sys::Storage;

use super::{Found, Kept, StoreError};
use crate::browser::dom;

const OURS: &str = "jibiao.v1.";
const DRAFT: &str = "jibiao.v1.draft.";
const CARD: &str = "jibiao.v1.card.";
const PACK: &str = "jibiao.v1.pack.";

fn storage() -> Result<Storage, StoreError> {
    web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .ok_or_else(|| StoreError("localStorage".to_owned()))
}

fn refused(error: wasm_bindgen::JsValue) -> StoreError {
    StoreError(dom::reason(&error))
}

/// Whether something can be written at all.
pub(super) fn probe() -> Result<(), StoreError> {
    const PROBE: &str = "jibiao.v1.probe";
    let storage = storage()?;
    storage.set_item(PROBE, "1").and_then(|()| storage.remove_item(PROBE)).map_err(refused)
}

pub(super) fn cards() -> Result<Vec<String>, StoreError> {
    all(CARD)
}

pub(super) fn packs() -> Result<Vec<String>, StoreError> {
    all(PACK)
}

pub(super) fn put_pack(key: &str, text: Option<&str>) -> Result<(), StoreError> {
    let key = format!("{PACK}{key}");
    match text {
        Some(text) => storage()?.set_item(&key, text),
        None => storage()?.remove_item(&key),
    }
    .map_err(refused)
}

fn all(prefix: &str) -> Result<Vec<String>, StoreError> {
    let storage = storage()?;
    let length = storage.length().map_err(refused)?;
    let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
    let keys: Vec<String> = keys.filter(|key| key.starts_with(prefix)).collect();
    Ok(keys.iter().filter_map(|key| storage.get_item(key).ok().flatten()).collect())
}

pub(super) fn get_all(ids: &[String]) -> Result<Vec<Found>, StoreError> {
    let storage = storage()?;
    let item = |prefix: &str, id: &str| storage.get_item(&format!("{prefix}{id}")).map_err(refused);
    let mut all = Vec::new();
    for id in ids {
        all.push((item(CARD, id)?, item(DRAFT, id)?));
    }
    Ok(all)
}

pub(super) fn put_all(all: &[Kept]) -> Result<(), StoreError> {
    let storage = storage()?;
    for kept in all {
        let (id, (card, text)) = (&kept.card.id, kept.written());
        storage.set_item(&format!("{DRAFT}{id}"), &text).map_err(refused)?;
        storage.set_item(&format!("{CARD}{id}"), &card).map_err(refused)?;
    }
    Ok(())
}

pub(super) fn delete_all(ids: &[String]) -> Result<(), StoreError> {
    let storage = storage()?;
    for id in ids {
        storage.remove_item(&format!("{CARD}{id}")).map_err(refused)?;
        storage.remove_item(&format!("{DRAFT}{id}")).map_err(refused)?;
    }
    Ok(())
}

/// Forgets everything of ours. What can't be reached keeps nothing either.
pub(super) fn clear() {
    let Ok(storage) = storage() else { return };
    let length = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..length).filter_map(|index| storage.key(index).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(OURS)) {
        let _ = storage.remove_item(key);
    }
}
