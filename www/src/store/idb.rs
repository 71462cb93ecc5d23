//! Drafts in IndexedDB: one store for documents, one for the cards of the list, written in one transaction. Packs
//! that were opened have a database of their own: a new store in that of the drafts would have to wait until every
//! window with an older page is closed.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::{Found, Kept, StoreError};
use crate::browser::dom;

const VERSION: u32 = 1;
const DRAFTS: &str = "drafts";
const CARDS: &str = "cards";
const PACKS: &str = "packs";

/// A database and its stores.
#[derive(Debug)]
struct Place {
    name: &'static str,
    stores: &'static [&'static str],
}

static OF_DRAFTS: Place = Place { name: "jibiao", stores: &[DRAFTS, CARDS] };
static OF_PACKS: Place = Place { name: "jibiao-packs", stores: &[PACKS] };

/// Some private windows never answer when they are asked for a database; a busy computer takes its time.
const PATIENCE: u32 = 8_000;

/// A database that is open answers at once, unless somebody else's write is stuck in it. Then nothing is ever read again.
const PATIENCE_OF_READERS: u32 = 10_000;

/// An open database. Browsers close it at will (memory, sleep), so it can be opened again behind the handle.
#[derive(Clone, Debug)]
pub(crate) struct Database(Rc<RefCell<IdbDatabase>>);

impl Database {
    pub(super) async fn open() -> Result<Self, StoreError> {
        Ok(Self(Rc::new(RefCell::new(connect(&OF_DRAFTS).await?))))
    }

    pub(super) async fn cards(&self) -> Result<Vec<String>, StoreError> {
        let transaction = self.transaction(IdbTransactionMode::Readonly).await?;
        texts(&transaction, CARDS).await
    }

    pub(super) async fn get_all(&self, ids: &[String]) -> Result<Vec<Found>, StoreError> {
        let transaction = self.transaction(IdbTransactionMode::Readonly).await?;
        let (cards, drafts) = (store(&transaction, CARDS)?, store(&transaction, DRAFTS)?);
        let mut requests = Vec::with_capacity(ids.len());
        for id in ids {
            let key = JsValue::from_str(id);
            requests.push((cards.get(&key).map_err(refused)?, drafts.get(&key).map_err(refused)?));
        }
        let asked: Array = requests.iter().flat_map(|(card, draft)| [settled(card), settled(draft)]).collect();
        within(PATIENCE_OF_READERS, Promise::all(&asked)).await.map_err(refused)?;
        let text = |request: &IdbRequest| request.result().ok().and_then(|text| text.as_string());
        let all = requests.iter().map(|(card, draft)| (text(card), text(draft))).collect();
        Ok(all)
    }

    pub(super) async fn put_all(&self, all: &[Kept]) -> Result<(), StoreError> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite).await?;
        let (cards, drafts) = (store(&transaction, CARDS)?, store(&transaction, DRAFTS)?);
        for kept in all {
            let (key, (card, text)) = (JsValue::from_str(&kept.card.id), kept.written());
            drafts.put_with_key(&text.into(), &key).map_err(refused)?;
            cards.put_with_key(&card.into(), &key).map_err(refused)?;
        }
        finished(&transaction).await
    }

    pub(super) async fn delete_all(&self, ids: &[String]) -> Result<(), StoreError> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite).await?;
        let (cards, drafts) = (store(&transaction, CARDS)?, store(&transaction, DRAFTS)?);
        for id in ids {
            let key = JsValue::from_str(id);
            cards.delete(&key).map_err(refused)?;
            drafts.delete(&key).map_err(refused)?;
        }
        finished(&transaction).await
    }

    pub(super) async fn clear(&self) -> Result<(), StoreError> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite).await?;
        store(&transaction, CARDS)?.clear().map_err(refused)?;
        store(&transaction, DRAFTS)?.clear().map_err(refused)?;
        finished(&transaction).await
    }

    /// A transaction over both stores. The first try happens before anything is awaited, so that a write begun while
    /// the page is being left is on its way in time.
    async fn transaction(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, StoreError> {
        if let Ok(transaction) = begin(&self.0.borrow(), &OF_DRAFTS, mode) {
            return Ok(transaction);
        }
        let fresh = connect(&OF_DRAFTS).await?;
        self.0.replace(fresh);
        begin(&self.0.borrow(), &OF_DRAFTS, mode).map_err(refused)
    }
}

/// The packs that were opened, as texts. They are read once and written seldom: nothing stays open for them.
pub(super) async fn packs() -> Result<Vec<String>, StoreError> {
    let database = connect(&OF_PACKS).await?;
    let transaction = begin(&database, &OF_PACKS, IdbTransactionMode::Readonly).map_err(refused)?;
    let packs = texts(&transaction, PACKS).await;
    database.close();
    packs
}

/// Keeps a pack, or forgets it where there is no text.
pub(super) async fn put_pack(key: &str, text: Option<&str>) -> Result<(), StoreError> {
    let database = connect(&OF_PACKS).await?;
    let transaction = begin(&database, &OF_PACKS, IdbTransactionMode::Readwrite).map_err(refused)?;
    let packs = store(&transaction, PACKS)?;
    let key = JsValue::from_str(key);
    match text {
        Some(text) => packs.put_with_key(&text.into(), &key),
        None => packs.delete(&key),
    }
    .map_err(refused)?;
    let done = finished(&transaction).await;
    database.close();
    done
}

/// Forgets all packs.
pub(super) async fn clear_packs() -> Result<(), StoreError> {
    let database = connect(&OF_PACKS).await?;
    let transaction = begin(&database, &OF_PACKS, IdbTransactionMode::Readwrite).map_err(refused)?;
    store(&transaction, PACKS)?.clear().map_err(refused)?;
    let done = finished(&transaction).await;
    database.close();
    done
}

fn begin(database: &IdbDatabase, place: &Place, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    let stores: Array = place.stores.iter().map(|store| JsValue::from_str(store)).collect();
    database.transaction_with_str_sequence_and_mode(&stores, mode)
}

async fn texts(transaction: &IdbTransaction, name: &str) -> Result<Vec<String>, StoreError> {
    let all = answer(&store(transaction, name)?.get_all().map_err(refused)?).await?;
    Ok(all.dyn_into::<Array>().map_or_else(|_| Vec::new(), |all| all.iter().filter_map(|v| v.as_string()).collect()))
}

fn store(transaction: &IdbTransaction, name: &str) -> Result<IdbObjectStore, StoreError> {
    transaction.object_store(name).map_err(refused)
}

fn refused(error: JsValue) -> StoreError {
    StoreError(dom::reason(&error))
}

async fn connect(place: &'static Place) -> Result<IdbDatabase, StoreError> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    let factory = factory.ok_or_else(|| StoreError("IndexedDB".to_owned()))?;
    let request: IdbOpenDbRequest = factory.open_with_u32(place.name, VERSION).map_err(refused)?;
    let made = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Some(database) = made.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) {
            for name in place.stores {
                if !database.object_store_names().contains(name) {
                    // A failure shows as a store that is missing when it is used.
                    let _ = database.create_object_store(name);
                }
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = within(PATIENCE, settled(&request)).await;
    result(&request, opened)?.dyn_into().map_err(refused)
}

async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    result(request, within(PATIENCE_OF_READERS, settled(request)).await)
}

/// What a promise settles with, or the word that nobody answers.
async fn within(milliseconds: u32, promise: Promise) -> Result<JsValue, JsValue> {
    let late = Promise::new(&mut |_, reject| {
        gloo_timers::callback::Timeout::new(milliseconds, move || {
            let _ = reject.call1(&JsValue::NULL, &"IndexedDB".into());
        })
        .forget();
    });
    JsFuture::from(Promise::race(&Array::of2(&promise, &late))).await
}

/// Settles with a request. No closure of ours holds the request: it would hold it for good.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// What came of a request that was waited for.
fn result(request: &IdbRequest, settled: Result<JsValue, JsValue>) -> Result<JsValue, StoreError> {
    match settled {
        Ok(_) => request.result().map_err(refused),
        Err(said) => Err(refused(request.error().ok().flatten().map_or(said, JsValue::from))),
    }
}

/// Waits until a transaction is on disk: a request that succeeded may still be undone by a full disk.
///
/// The write is committed here and not left to the turn after its last answer: where a page is left before that,
/// WebKitGTK keeps the write for ever, and every page after it waits behind it.
async fn finished(transaction: &IdbTransaction) -> Result<(), StoreError> {
    // Browsers that do not know the word commit by themselves. The standard has it; only `web-sys` calls it deprecated, after
    // an old description of it.
    #[allow(deprecated)]
    let _ = transaction.commit();
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let ended = JsFuture::from(promise).await;
    ended.map(|_| ()).map_err(|said| refused(transaction.error().map_or(said, JsValue::from)))
}
