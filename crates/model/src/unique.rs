//! Maps whose keys stand once: of two texts for one cell, choosing one silently would lose the other.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};

/// A map as it stands in a file; a key that stands twice is an error.
pub(crate) struct Unique<K, V>(pub(crate) BTreeMap<K, V>);

struct UniqueVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for UniqueVisitor<K, V>
where
    K: Deserialize<'de> + Ord + Clone + fmt::Display,
    V: Deserialize<'de>,
{
    type Value = Unique<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object whose keys stand once")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unique<K, V>, A::Error> {
        let mut unique = BTreeMap::new();
        while let Some(key) = map.next_key::<K>()? {
            insert(&mut unique, key, map.next_value()?)?;
        }
        Ok(Unique(unique))
    }
}

impl<'de, K, V> Deserialize<'de> for Unique<K, V>
where
    K: Deserialize<'de> + Ord + Clone + fmt::Display,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(UniqueVisitor(PhantomData))
    }
}

/// Puts in a value; an error where the key is there already.
pub(crate) fn insert<K: Ord + Clone + fmt::Display, V, E: Error>(
    map: &mut BTreeMap<K, V>,
    key: K,
    value: V,
) -> Result<(), E> {
    match map.insert(key.clone(), value) {
        None => Ok(()),
        Some(_) => Err(E::custom(format_args!("duplicate field `{key}`"))),
    }
}
