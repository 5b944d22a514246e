//! Where the keys of a large map stand, by hash.

use std::hash::{BuildHasher, Hash, RandomState};

/// A map of up to this many entries is searched from its beginning.
const FEW: usize = 16;

/// An empty slot.
const EMPTY: u32 = u32::MAX;

/// The places of the keys, each in the first free slot from the one that its hash says; nothing of a small map.
///
/// The hash has a random key, so that nobody can send keys that all have the same slot.
#[derive(Clone)]
pub(super) struct Index {
    slots: Option<Box<Slots>>,
}

#[derive(Clone)]
struct Slots {
    /// A power of two of them, at most half of which are taken.
    places: Vec<u32>,
    taken: usize,
    keys: RandomState,
}

impl Index {
    /// The index of a small map.
    pub(super) const fn new() -> Self {
        Index { slots: None }
    }

    /// The index of these keys.
    pub(super) fn of<'a, Q: Hash + ?Sized + 'a>(
        keys: impl ExactSizeIterator<Item = &'a Q>,
    ) -> Self {
        let len = keys.len();
        if len <= FEW {
            return Index::new();
        }
        let mut slots = Slots {
            places: vec![EMPTY; (4 * len).next_power_of_two()],
            taken: 0,
            keys: RandomState::new(),
        };
        keys.for_each(|key| slots.add(key));
        Index {
            slots: Some(Box::new(slots)),
        }
    }

    /// Whether keys are to be found here.
    pub(super) fn is_used(&self) -> bool {
        self.slots.is_some()
    }

    /// Takes up the last one of these keys, which is new.
    pub(super) fn added<'a, Q, I>(&mut self, keys: impl Fn() -> I)
    where
        Q: Hash + ?Sized + 'a,
        I: ExactSizeIterator<Item = &'a Q> + DoubleEndedIterator,
    {
        match &mut self.slots {
            Some(slots) if slots.has_room() => {
                if let Some(last) = keys().next_back() {
                    slots.add(last);
                }
            }
            _ => *self = Index::of(keys()),
        }
    }

    /// The place of a key, of which `is_at` knows whether it stands at a place.
    pub(super) fn find<Q: Hash + ?Sized>(
        &self,
        key: &Q,
        is_at: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let slots = self.slots.as_ref()?;
        let places = slots.slots_of(key).map_while(|slot| slots.place(slot));
        places.into_iter().find(|&place| is_at(place))
    }
}

impl Slots {
    fn has_room(&self) -> bool {
        2 * (self.taken + 1) <= self.places.len()
    }

    /// All slots, from the one that a key's hash says.
    fn slots_of<Q: Hash + ?Sized>(&self, key: &Q) -> impl Iterator<Item = usize> + use<Q> {
        let mask = self.places.len() - 1;
        let hash = self.keys.hash_one(key) as usize;
        (0..=mask).map(move |step| hash.wrapping_add(step) & mask)
    }

    /// The place in a slot, unless it is empty.
    fn place(&self, slot: usize) -> Option<usize> {
        let place = self.places.get(slot).copied().unwrap_or(EMPTY);
        (place != EMPTY).then_some(place as usize)
    }

    /// Takes up a key, which stands behind all that were taken up before. What has no number is not found again:
    /// no text has so many keys.
    fn add<Q: Hash + ?Sized>(&mut self, key: &Q) {
        let place = u32::try_from(self.taken).unwrap_or(EMPTY);
        let free = self.slots_of(key).find(|&slot| self.place(slot).is_none());
        if let Some(slot) = free.and_then(|slot| self.places.get_mut(slot)) {
            *slot = place;
        }
        self.taken += 1;
    }
}
