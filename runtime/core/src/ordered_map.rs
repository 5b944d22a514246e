//! `OrderedMap<K, V>`: an object with free keys, in the order in which they came.

mod index;

use std::borrow::Borrow;
use std::fmt;
use std::hash::Hash;
use std::iter::Map;
use std::slice;

use crate::describe::Shape;
use crate::node::{
    self, Described, Fill, KeyRefusal, Kind, MapKey, MapMut, Node, Scalar, Slot, View, wire_key,
};
use index::Index;

/// A map that keeps its entries in the order in which they were added, which `std`'s maps do not.
///
/// Like those it takes each key once: an object in which a key stands twice does not fit. Two maps with the same
/// entries are equal, whatever their order, as JSON objects are. A map of up to 16 entries is a plain list;
/// a larger one finds its keys by hash.
///
/// ```
/// use api_object::{ApiObject, OrderedMap};
///
/// #[derive(ApiObject)]
/// struct Assistant {
///     metadata: OrderedMap<String, String>,
/// }
///
/// let json = r#"{"metadata":{"zone":"b","area":"a"}}"#;
/// let assistant = api_object::from_str::<Assistant>(json)?;
/// assert_eq!(assistant.metadata().get("area").map(String::as_str), Some("a"));
/// for (key, value) in assistant.metadata() {
///     println!("{key}: {value}"); // zone: b, then area: a
/// }
/// assert_eq!(api_object::to_string(&assistant), json);
/// assert!(api_object::from_str::<Assistant>(r#"{"metadata":{"a":"1","a":"2"}}"#).is_err());
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Clone)]
pub struct OrderedMap<K, V> {
    entries: Vec<(K, V)>,
    index: Index,
}

impl<K, V> OrderedMap<K, V> {
    /// No entries.
    pub const fn new() -> Self {
        OrderedMap {
            entries: Vec::new(),
            index: Index::new(),
        }
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> + DoubleEndedIterator + ExactSizeIterator {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The entries, with values to be changed in place.
    pub fn iter_mut(
        &mut self,
    ) -> impl Iterator<Item = (&K, &mut V)> + DoubleEndedIterator + ExactSizeIterator {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys, in the order in which they were added.
    pub fn keys(&self) -> impl Iterator<Item = &K> + DoubleEndedIterator + ExactSizeIterator {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values, in the order in which their keys were added.
    pub fn values(&self) -> impl Iterator<Item = &V> + DoubleEndedIterator + ExactSizeIterator {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The values, to be changed in place.
    pub fn values_mut(
        &mut self,
    ) -> impl Iterator<Item = &mut V> + DoubleEndedIterator + ExactSizeIterator {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.index = Index::new();
    }
}

/// Keys are found by what they lend, such as `&str` for `String` and for ids.
impl<K, V> OrderedMap<K, V> {
    /// The value of a key.
    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key)?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to be changed in place.
    pub fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key)?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is an entry with this key.
    pub fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_some()
    }

    /// Removes an entry, and answers its value. Those behind it move up.
    pub fn remove<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key)?;
        let (_, value) = self.entries.remove(place);
        let keys = self.entries.iter().map(|(key, _)| key.borrow());
        self.index = Index::of(keys);
        Some(value)
    }

    fn find<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let is_at = |place: usize| {
            let entry = self.entries.get(place);
            entry.is_some_and(|(own, _)| own.borrow() == key)
        };
        match self.index.is_used() {
            true => self.index.find(key, is_at),
            false => (0..self.entries.len()).find(|&place| is_at(place)),
        }
    }
}

impl<K: Hash + Eq, V> OrderedMap<K, V> {
    /// Sets the value of a key, and answers the one that it had. A new key is the last one.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Some(own) = self.get_mut(&key) {
            return Some(std::mem::replace(own, value));
        }
        self.push(key, value);
        None
    }

    /// Adds an entry whose key is not there.
    fn push(&mut self, key: K, value: V) {
        self.entries.push((key, value));
        let keys = || self.entries.iter().map(|(key, _)| key);
        self.index.added(keys);
    }
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        OrderedMap::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OrderedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Hash + Eq, V: PartialEq> PartialEq for OrderedMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: Hash + Eq, V: Eq> Eq for OrderedMap<K, V> {}

impl<K: Hash + Eq, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = OrderedMap::new();
        map.extend(entries);
        map
    }
}

impl<K: Hash + Eq, V, const N: usize> From<[(K, V); N]> for OrderedMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a OrderedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Map<slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter().map(|(key, value)| (key, value))
    }
}

impl<'a, K, V> IntoIterator for &'a mut OrderedMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = Map<slice::IterMut<'a, (K, V)>, fn(&'a mut (K, V)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }
}

impl<K: MapKey, V: Described> Described for OrderedMap<K, V> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);

    #[inline]
    fn blank() -> Self {
        OrderedMap::new()
    }
}

impl<K: MapKey, V: Node> Node for OrderedMap<K, V> {
    #[inline]
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<K: MapKey, V: Node> node::Map for OrderedMap<K, V> {
    #[inline]
    fn count(&self) -> usize {
        self.entries.len()
    }

    #[inline]
    fn each(&self, f: &mut dyn FnMut(&str, &dyn Node)) {
        for (key, value) in &self.entries {
            f(key.as_wire(), value);
        }
    }
}

impl<'de, K: MapKey + Hash + Eq, V: Fill<'de> + Described> Fill<'de> for OrderedMap<K, V> {
    #[inline]
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Map(self)
    }
}

impl<'de, K: MapKey + Hash + Eq, V: Fill<'de> + Described> MapMut<'de> for OrderedMap<K, V> {
    #[inline]
    fn entry(
        &mut self,
        key: Scalar<'_, 'de>,
        f: &mut dyn FnMut(&mut dyn Fill<'de>) -> bool,
    ) -> Result<(), KeyRefusal> {
        let key = wire_key::<K>(key)?;
        if self.contains_key(&key) {
            return Err(KeyRefusal::Twice);
        }
        let mut value = V::blank();
        if f(&mut value) {
            self.push(key, value);
        }
        Ok(())
    }

    #[inline]
    fn clear(&mut self) {
        *self = Self::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compared with a list of pairs, on both sides of the size at which keys are found by hash.
    #[test]
    fn it_does_as_a_list_of_pairs_does() {
        let mut map = OrderedMap::<String, usize>::new();
        let mut list = Vec::<(String, usize)>::new();
        for step in 0..600_usize {
            let key = (step * 7919 % 83).to_string();
            let place = list.iter().position(|(own, _)| *own == key);
            match (step % 5, place) {
                (0 | 3, _) if step > 300 => {
                    let removed = place.map(|place| list.remove(place).1);
                    assert_eq!(map.remove(key.as_str()), removed);
                }
                (_, Some(place)) => {
                    let old = std::mem::replace(&mut list[place].1, step);
                    assert_eq!(map.insert(key, step), Some(old));
                }
                (_, None) => {
                    assert_eq!(map.insert(key.clone(), step), None);
                    list.push((key, step));
                }
            }
            assert!(
                map.iter()
                    .map(|(k, v)| (k.clone(), *v))
                    .eq(list.iter().cloned())
            );
            let all = (0..83).map(|key: usize| key.to_string());
            for key in all {
                let expected = list.iter().find(|(own, _)| *own == key).map(|(_, v)| v);
                assert_eq!(map.get(key.as_str()), expected);
            }
        }
        assert!(list.len() > 30, "{}", list.len());
    }

    #[test]
    fn order_is_kept_and_does_not_count() {
        let one = OrderedMap::from([("b", 1), ("a", 2)]);
        let other = OrderedMap::from([("a", 2), ("b", 1)]);
        assert_eq!(one, other);
        assert_ne!(one, OrderedMap::from([("a", 2), ("b", 3)]));
        assert_ne!(one, OrderedMap::from([("a", 2)]));
        assert_eq!(format!("{one:?}"), r#"{"b": 1, "a": 2}"#);
        assert_eq!(one.keys().copied().collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(other.values().rev().copied().collect::<Vec<_>>(), [1, 2]);
        let mut map = one;
        for (_, value) in &mut map {
            *value += 1;
        }
        map.values_mut().for_each(|value| *value *= 10);
        let lent: Vec<_> = (&map)
            .into_iter()
            .map(|(key, value)| (*key, *value))
            .collect();
        assert_eq!(lent, [("b", 20), ("a", 30)]);
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [("b", 20), ("a", 30)]);
    }
}
