//! `Option`, `Box`, lists and maps as nodes.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use super::{
    Described, Fill, KeyRefusal, Kind, List, ListMut, Map, MapMut, Node, Scalar, Slot, View,
};
use crate::describe::{OwnTag, Shape};

impl<T: Described> Described for Option<T> {
    const SHAPE: Shape = Shape::Nullable(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T: Node> Node for Option<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Some(value) => value.view(),
            None => View::Null,
        }
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Option<T> {
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        if matches!(kind, Kind::Nothing | Kind::Null) {
            *self = None;
            return Slot::Null;
        }
        match self {
            Some(value) => value.slot(kind),
            None => self.insert(T::blank()).slot(kind),
        }
    }
}

impl<T: Described> Described for Box<T> {
    const SHAPE: Shape = T::SHAPE;
    const OWN_TAG: OwnTag = T::OWN_TAG;
    const NO_VALUE_OF_IT_ENDS: () = T::NO_VALUE_OF_IT_ENDS;

    #[inline]
    fn blank() -> Self {
        Box::new(finite(T::blank))
    }
}

impl<T: Node> Node for Box<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        (**self).view()
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Box<T> {
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        (**self).slot(kind)
    }
}

impl<T: Described> Described for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Vec::new()
    }
}

impl<T: Node> Node for Vec<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Node> List for Vec<T> {
    #[inline]
    fn count(&self) -> usize {
        self.len()
    }

    #[inline]
    fn get(&self, index: usize) -> Option<&dyn Node> {
        match self.as_slice().get(index) {
            Some(item) => Some(item),
            None => None,
        }
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Vec<T> {
    #[inline]
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::List(self)
    }
}

/// The most blanks in boxes within each other, which no declaration of a finite value needs.
const DEPTH: usize = 96;

thread_local! {
    /// How many boxes are being made blank within each other.
    static BOXES: Cell<usize> = const { Cell::new(0) };
}

/// Makes a blank that stands in a box. Types that hold each other always have none. The compiler finds that where each holds
/// the next in a `Box`; where one does so without, or in a union, it is found here.
///
/// # Panics
///
/// Where there is none, which is a mistake in the declaration, and whatever is read.
fn finite<T>(blank: fn() -> T) -> T {
    struct Within;
    impl Drop for Within {
        fn drop(&mut self) {
            BOXES.set(BOXES.get() - 1);
        }
    }
    assert!(
        BOXES.get() < DEPTH,
        "each value of `{}` would hold another, without an end; write `Option<Box<...>>` for one of its members",
        std::any::type_name::<T>()
    );
    BOXES.set(BOXES.get() + 1);
    let _within = Within;
    blank()
}

/// A list of this length grows fourfold where it is full.
const LONG: usize = 8;

impl<'de, T: Fill<'de> + Described> ListMut<'de> for Vec<T> {
    #[inline]
    fn push(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>)) {
        if self.len() == self.capacity() && self.len() >= LONG {
            // Elements are large, and moving them costs more than room for a few that do not come.
            self.reserve(3 * self.len());
        }
        self.push(T::blank());
        if let [.., item] = self.as_mut_slice() {
            f(item);
        }
    }

    #[inline]
    fn pop(&mut self) {
        self.truncate(self.len().saturating_sub(1));
    }

    #[inline]
    fn clear(&mut self) {
        *self = Vec::new();
    }
}

/// A string type that may be the key of a map: one that is made of a `&str` and lends it again.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a map",
    label = "a map has keys of `String`, `Box<str>`, `Str` or an id"
)]
pub trait MapKey: Sized {
    /// The key with this wire name.
    fn from_wire(name: &str) -> Self;
    /// The key's wire name.
    fn as_wire(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: for<'a> From<&'a str> + AsRef<str>> MapKey for T {
    fn from_wire(name: &str) -> Self {
        name.into()
    }

    fn as_wire(&self) -> &str {
        self.as_ref()
    }
}

/// The key of a map, from what stands where keys stand.
pub(crate) fn wire_key<K: MapKey>(key: Scalar<'_, '_>) -> Result<K, KeyRefusal> {
    match key {
        Scalar::Borrowed(name) | Scalar::Transient(name) => Ok(K::from_wire(name)),
        _ => Err(KeyRefusal::NotText),
    }
}

/// The two maps of `std` differ in bounds and in nothing else.
macro_rules! maps {
    ($($map:ident<K, V $(, $hasher:ident)?> where K: $($bound:ident)+;)*) => {$(
        impl<K: MapKey, V: Described $(, $hasher)?> Described for $map<K, V $(, $hasher)?>
        where
            Self: Default,
        {
            const SHAPE: Shape = Shape::Map(&V::SHAPE);

            #[inline]
            fn blank() -> Self {
                Self::default()
            }
        }

        impl<K: MapKey, V: Node $(, $hasher)?> Node for $map<K, V $(, $hasher)?> {
            #[inline]
            fn view(&self) -> View<'_> {
                View::Map(self)
            }
        }

        impl<K: MapKey, V: Node $(, $hasher)?> Map for $map<K, V $(, $hasher)?> {
            #[inline]
            fn count(&self) -> usize {
                self.len()
            }

            #[inline]
            fn each(&self, f: &mut dyn FnMut(&str, &dyn Node)) {
                for (key, value) in self {
                    f(key.as_wire(), value);
                }
            }
        }

        impl<'de, K, V, $($hasher)?> Fill<'de> for $map<K, V $(, $hasher)?>
        where
            K: MapKey $(+ $bound)+,
            V: Fill<'de> + Described,
            $($hasher: BuildHasher + Default,)?
        {
            #[inline]
            fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
                Slot::Map(self)
            }
        }

        impl<'de, K, V, $($hasher)?> MapMut<'de> for $map<K, V $(, $hasher)?>
        where
            K: MapKey $(+ $bound)+,
            V: Fill<'de> + Described,
            $($hasher: BuildHasher + Default,)?
        {
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
                    self.insert(key, value);
                }
                Ok(())
            }

            #[inline]
            fn clear(&mut self) {
                *self = Self::default();
            }
        }
    )*};
}

maps! {
    BTreeMap<K, V> where K: Ord;
    HashMap<K, V, S> where K: Eq Hash;
}
