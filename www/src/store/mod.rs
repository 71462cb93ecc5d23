//! Where drafts, and packs that were opened, are kept between visits. The file on disk is the truth; this is a cache of the browser that must
//! not lose what was typed. IndexedDB where there is one, local storage where there is none.

mod card;
mod idb;
mod local;
pub(crate) mod lock;
pub(crate) mod settings;

use std::cmp::Ordering;

use jibiao_kit::model::order::{arranged, order};

pub(crate) use card::{Card, FileMark};

/// A draft as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) card: Card,
    /// The whole document as JSON.
    pub(crate) text: String,
    pub(crate) trail: Trail,
}

impl Kept {
    /// Card and document as they are kept.
    fn written(&self) -> (String, String) {
        (self.card.written(), self.trail.joined(&self.text))
    }
}

/// What is kept beside a document; blank where there is nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trail {
    /// The steps that can be taken back.
    pub(crate) steps: String,
    /// The document as it stands in the file: what a copy that was changed elsewhere began with.
    pub(crate) base: String,
    /// The return slip, and what was said to it since it came.
    pub(crate) slip: String,
    pub(crate) notes: String,
    /// The return slip that is being written.
    pub(crate) returning: String,
}

/// Stands between document, steps, base, slip, notes and the slip that is being written; no JSON holds it as it is.
const BETWEEN: char = '\u{1e}';

impl Trail {
    fn joined(&self, text: &str) -> String {
        let between = BETWEEN.to_string();
        [text, &self.steps, &self.base, &self.slip, &self.notes, &self.returning].join(&between)
    }

    /// The document, and what stands beside it.
    fn parted(mut text: String) -> (String, Self) {
        let mut parts = text.split(BETWEEN);
        let length = parts.next().map_or(0, str::len);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let trail = Self { steps: next(), base: next(), slip: next(), notes: next(), returning: next() };
        text.truncate(length);
        (text, trail)
    }
}

/// Card and document of a draft, as texts.
type Found = (Option<String>, Option<String>);

/// The place where drafts are kept.
#[derive(Clone, Debug)]
pub(crate) enum Store {
    Database(idb::Database),
    Local,
}

/// Why nothing can be kept: the name that the browser gave to the trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoreError(pub(crate) String);

impl Store {
    /// The best place that this browser has.
    pub(crate) async fn open() -> Result<Self, StoreError> {
        match idb::Database::open().await {
            Ok(database) => Ok(Self::Database(database)),
            Err(error) => local::probe().map(|()| Self::Local).map_err(|_| error),
        }
    }

    /// The cards of all drafts, the latest first.
    pub(crate) async fn cards(&self) -> Result<Vec<Card>, StoreError> {
        let texts = match self {
            Self::Database(database) => database.cards().await?,
            Self::Local => local::cards()?,
        };
        let cards: Vec<Card> = texts.iter().filter_map(|text| Card::read(text)).collect();
        let pair = |a: usize, b: usize| cards.get(a).zip(cards.get(b));
        let order = order(cards.len(), &|a, b| {
            pair(a, b).map_or(Ordering::Equal, |(a, b)| b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id)))
        });
        Ok(arranged(cards, &order))
    }

    /// A draft, if it is there.
    pub(crate) async fn get(&self, id: &str) -> Result<Option<Kept>, StoreError> {
        Ok(self.get_all(&[id.to_owned()]).await?.pop())
    }

    /// The drafts that are there.
    pub(crate) async fn get_all(&self, ids: &[String]) -> Result<Vec<Kept>, StoreError> {
        let found = match self {
            Self::Database(database) => database.get_all(ids).await?,
            Self::Local => local::get_all(ids)?,
        };
        let mut all = Vec::with_capacity(found.len());
        for (card, text) in found {
            let card = card.and_then(|card| Card::read(&card));
            all.extend(card.zip(text).map(|(card, text)| {
                let (text, trail) = Trail::parted(text);
                Kept { card, text, trail }
            }));
        }
        Ok(all)
    }

    /// Keeps a draft; when this is done the draft survives the end of the browser.
    pub(crate) async fn put(&self, kept: &Kept) -> Result<(), StoreError> {
        self.put_all(std::slice::from_ref(kept)).await
    }

    /// Keeps drafts, in a database all or none.
    pub(crate) async fn put_all(&self, all: &[Kept]) -> Result<(), StoreError> {
        match self {
            Self::Database(database) => database.put_all(all).await,
            Self::Local => local::put_all(all),
        }
    }

    /// The packs that were opened, as texts.
    pub(crate) async fn packs(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Database(_) => idb::packs().await,
            Self::Local => local::packs(),
        }
    }

    /// Keeps a pack under its digest, or forgets it where there is no text.
    pub(crate) async fn put_pack(&self, digest: &str, text: Option<&str>) -> Result<(), StoreError> {
        match self {
            Self::Database(_) => idb::put_pack(digest, text).await,
            Self::Local => local::put_pack(digest, text),
        }
    }

    /// Forgets drafts.
    pub(crate) async fn delete_all(&self, ids: &[String]) -> Result<(), StoreError> {
        match self {
            Self::Database(database) => database.delete_all(ids).await,
            Self::Local => local::delete_all(ids),
        }
    }

    /// Forgets everything: drafts, packs, and what was chosen.
    pub(crate) async fn clear(&self) -> Result<(), StoreError> {
        if let Self::Database(database) = self {
            database.clear().await?;
            idb::clear_packs().await?;
        }
        local::clear();
        Ok(())
    }
}
