//! A map for few keys, in the order of its keys.

use std::{borrow::Borrow, cmp::Ordering, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
};

use crate::order::{arranged, order};

/// A map for few keys, in the order of its keys: pairs in a list.
///
/// Documents and packs have a handful of keys in each map. A tree for every kind of key and value would be the
/// largest single part of the page. Putting in a key that belongs before others moves those.
#[derive(Clone, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> SortedMap<K, V> {
    /// A map without keys.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys with their values, in the order of the keys.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.0.iter())
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The values in the order of their keys, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The value of the key that `compare` calls equal. `compare` says on which side of the wanted key a key lies.
    pub fn get_by(&self, compare: impl FnMut(&K) -> Ordering) -> Option<&V> {
        self.0.get(self.find(compare).ok()?).map(|(_, value)| value)
    }

    /// The value at a position in the order of the keys.
    pub fn at(&self, position: usize) -> Option<&V> {
        self.0.get(position).map(|(_, value)| value)
    }

    fn find(&self, mut compare: impl FnMut(&K) -> Ordering) -> Result<usize, usize> {
        self.0.binary_search_by(|(key, _)| compare(key))
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_by(|candidate| candidate.borrow().cmp(key))
    }

    /// The position of a key in the order of the keys.
    pub fn position<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.find(|candidate| candidate.borrow().cmp(key)).ok()
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(|candidate| candidate.borrow().cmp(key)).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    /// Whether the key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Gives a key this value; the value it had before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        // Files and packs list keys in order.
        if self.0.last().is_none_or(|(last, _)| *last < key) {
            self.0.push((key, value));
            return None;
        }
        match self.find(|candidate| candidate.cmp(&key)) {
            Ok(at) => self.0.get_mut(at).map(|(_, old)| std::mem::replace(old, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a key out; its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(|candidate| candidate.borrow().cmp(key)).ok()?;
        Some(self.0.remove(at).1)
    }

    /// The value of a key, put in first where the key was not there.
    pub fn get_or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let at = match self.find(|candidate| candidate.cmp(&key)) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key, value()));
                at
            }
        };
        // Just found or put in there.
        #[allow(clippy::indexing_slicing)]
        &mut self.0[at].1
    }

    /// The value of a key, put in blank first where the key was not there.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.get_or_insert_with(key, V::default)
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for SortedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// Keys with their values, in the order of the keys.
#[derive(Clone, Debug)]
pub struct Iter<'m, K, V>(std::slice::Iter<'m, (K, V)>);

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

impl<'m, K, V> IntoIterator for &'m SortedMap<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Iter<'m, K, V> {
        self.iter()
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// A key that stands twice in a file is an error: of two texts for one cell, choosing one silently would lose the
/// other.
impl<'de, K, V> Deserialize<'de> for SortedMap<K, V>
where
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InFile(PhantomData))
    }
}

struct InFile<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for InFile<K, V>
where
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    type Value = SortedMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object whose keys stand once")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs: Vec<(K, V)> = Vec::new();
        let mut in_order = true;
        while let Some(key) = map.next_key::<K>()? {
            in_order &= pairs.last().is_none_or(|(last, _)| *last < key);
            pairs.push((key, map.next_value()?));
        }
        if in_order {
            return Ok(SortedMap(pairs));
        }
        // Sorted once at the end: a file may list a million keys from last to first.
        let key = |at: usize| pairs.get(at).map(|(key, _)| key);
        let order = order(pairs.len(), &|a, b| key(a).cmp(&key(b)));
        for pair in order.windows(2) {
            if let [a, b] = pair
                && key(*a) == key(*b)
                && let Some(key) = key(*a)
            {
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
        }
        Ok(SortedMap(arranged(pairs, &order)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(keys: &[&str]) -> SortedMap<String, usize> {
        keys.iter().enumerate().map(|(value, key)| ((*key).to_owned(), value)).collect()
    }

    #[test]
    fn keys_stand_in_order_however_they_came() {
        let map = map(&["m", "z", "a", "m"]);
        assert_eq!(map.iter().map(|(k, v)| (k.as_str(), *v)).collect::<Vec<_>>(), [("a", 2), ("m", 3), ("z", 1)]);
        assert_eq!((map.get("z"), map.get("b"), map.len()), (Some(&1), None, 3));
    }

    #[test]
    fn a_value_is_replaced_put_in_and_taken_out() {
        let mut map = map(&["b", "d"]);
        assert_eq!(map.insert("b".to_owned(), 7), Some(0));
        assert_eq!(map.insert("c".to_owned(), 8), None);
        *map.get_or_default("a".to_owned()) += 5;
        *map.get_or_default("d".to_owned()) += 5;
        assert_eq!(map.remove("c"), Some(8));
        assert_eq!(map.remove("c"), None);
        assert_eq!(map.into_iter().map(|(k, v)| format!("{k}{v}")).collect::<String>(), "a5b7d6");
    }

    #[test]
    fn a_file_may_list_keys_in_any_order_but_each_once() {
        let read = serde_json::from_str::<SortedMap<String, u8>>;
        let map = read(r#"{ "c": 3, "a": 1, "b": 2 }"#).unwrap();
        assert_eq!(serde_json::to_string(&map).unwrap(), r#"{"a":1,"b":2,"c":3}"#);
        for twice in [r#"{ "a": 1, "a": 2 }"#, r#"{ "b": 1, "a": 2, "b": 3 }"#] {
            assert!(read(twice).unwrap_err().to_string().starts_with("duplicate field `"), "{twice}");
        }
    }

    #[test]
    fn many_keys_from_last_to_first_are_read_quickly() {
        // By putting in one at a time this would move some 10^11 pairs.
        let fields: Vec<String> = (0..400_000).rev().map(|n| format!("\"{n:06}\":0")).collect();
        let map: SortedMap<String, u8> = serde_json::from_str(&format!("{{{}}}", fields.join(","))).unwrap();
        assert_eq!(map.keys().next().map(String::as_str), Some("000000"));
        assert_eq!(map.len(), 400_000);
    }
}
