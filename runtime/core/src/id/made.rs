//! Ids that fields make: one type for all, and for each kind of id a marker that tells it from the others.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::describe::{Descriptor, IdType};
use crate::node::{Described, Fill, Kind, Node, Slot, View};
use crate::object::ApiObject;
use crate::text::Str;

/// What tells one kind of id from another: its name, its prefixes, its docs.
///
/// `#[api(id = "job-")] id: JobId` makes a marker that implements it, and `JobId` for the [`Id`] of that kind.
pub trait IdKind: 'static {
    /// What is known of ids of this kind.
    const TYPE: &'static IdType;
}

/// The id of one kind of objects: a string, or a whole number, that is no other kind's id.
///
/// What names it is an alias that a field makes with [`id`](https://docs.rs/api-object/latest/api_object/attributes/index.html#id).
/// Any string may be made into an id; a prefix that nobody declared is what a report tells of. A string of up to 38 bytes
/// is stored in place.
///
/// ```
/// use api_object::{ApiObject, Id, IdKind};
///
/// #[derive(ApiObject)]
/// struct Job {
///     #[api(id = "job-")]
///     id: JobId,
///     #[api(id(u64))]
///     number: JobNumber,
/// }
///
/// let job = api_object::from_str::<Job>(r#"{"id":"job-7","number":7}"#)?;
/// assert_eq!(job.id(), "job-7");
/// assert_eq!(*job.id(), JobId::from("job-7"));
/// assert_eq!(job.number().get(), 7);
///
/// // What takes an id of any kind:
/// fn path<K: IdKind>(id: &Id<K>) -> String {
///     format!("/{}/{id}", K::TYPE.name)
/// }
/// assert_eq!(path(job.id()), "/JobId/job-7");
/// # Ok::<(), api_object::DecodeError>(())
/// ```
pub struct Id<K, V = Str> {
    value: V,
    kind: PhantomData<fn() -> K>,
}

impl<K, V> Id<K, V> {
    #[inline]
    const fn of(value: V) -> Self {
        Id {
            value,
            kind: PhantomData,
        }
    }
}

impl<K> Id<K> {
    /// The id as it is sent.
    #[inline]
    pub fn as_str(&self) -> &str {
        self.value.as_str()
    }
}

impl<K, V: Copy> Copy for Id<K, V> {}

impl<K, V: Clone> Clone for Id<K, V> {
    #[inline]
    fn clone(&self) -> Self {
        Id::of(self.value.clone())
    }
}

impl<K: IdKind, V: fmt::Debug> fmt::Debug for Id<K, V> {
    /// Shows it like a newtype of the name that the alias has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(K::TYPE, &self.value, f)
    }
}

/// One function for all kinds.
fn debug(id: &IdType, value: &dyn fmt::Debug, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(id.name).field(value).finish()
}

impl<K, V: PartialEq> PartialEq for Id<K, V> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<K, V: Eq> Eq for Id<K, V> {}

impl<K, V: PartialOrd> PartialOrd for Id<K, V> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

impl<K, V: Ord> Ord for Id<K, V> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl<K, V: Hash> Hash for Id<K, V> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl<K> From<&str> for Id<K> {
    #[inline]
    fn from(text: &str) -> Self {
        Id::of(Str::from(text))
    }
}

impl<K> From<String> for Id<K> {
    #[inline]
    fn from(text: String) -> Self {
        Id::of(Str::from(text))
    }
}

impl<K> FromStr for Id<K> {
    type Err = Infallible;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Id::from(text))
    }
}

impl<K, V: fmt::Display> fmt::Display for Id<K, V> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<K> AsRef<str> for Id<K> {
    #[inline]
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<K> Borrow<str> for Id<K> {
    #[inline]
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<K> PartialEq<str> for Id<K> {
    #[inline]
    fn eq(&self, text: &str) -> bool {
        self.as_str() == text
    }
}

impl<K> PartialEq<&str> for Id<K> {
    #[inline]
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == *text
    }
}

impl<K: IdKind> Described for Id<K> {
    const DECLARED: Descriptor = Descriptor::Id(K::TYPE);

    #[inline]
    fn blank() -> Self {
        Id::of(Str::new())
    }
}

impl<K: IdKind> Node for Id<K> {
    #[inline]
    fn view(&self) -> View<'_> {
        View::Id(K::TYPE, &self.value)
    }
}

impl<'de, K: IdKind> Fill<'de> for Id<K> {
    #[inline]
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Inline(&mut self.value)
    }
}

impl<K: IdKind, V> ApiObject for Id<K, V> where Self: Node + Described {}

impl<K, V> Serialize for Id<K, V>
where
    Self: Node,
{
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::bridge::serialize(self, serializer)
    }
}

impl<'de, K, V> Deserialize<'de> for Id<K, V>
where
    Self: Described + Fill<'de>,
{
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::bridge::deserialize(deserializer)
    }
}

/// Ids that are whole numbers, as no string is copied.
impl<K, V: Copy> Id<K, V> {
    /// The id that is sent as this number.
    #[inline]
    pub const fn new(number: V) -> Self {
        Id::of(number)
    }

    /// The id as it is sent.
    #[inline]
    pub const fn get(&self) -> V {
        self.value
    }
}

impl<K, V: Copy> From<V> for Id<K, V> {
    #[inline]
    fn from(number: V) -> Self {
        Id::of(number)
    }
}

impl<K, V: Copy + FromStr> FromStr for Id<K, V> {
    type Err = V::Err;

    #[inline]
    fn from_str(text: &str) -> Result<Self, V::Err> {
        text.parse().map(Id::of)
    }
}

impl<K, V: Copy + PartialEq> PartialEq<V> for Id<K, V> {
    #[inline]
    fn eq(&self, number: &V) -> bool {
        self.value == *number
    }
}

impl<K: IdKind, V: Copy + Described> Described for Id<K, V> {
    const DECLARED: Descriptor = Descriptor::Id(K::TYPE);

    #[inline]
    fn blank() -> Self {
        Id::of(V::blank())
    }
}

/// It lends its number, so that rules, reports and writers see that.
impl<K: IdKind, V: Copy + Node> Node for Id<K, V> {
    #[inline]
    fn view(&self) -> View<'_> {
        self.value.view()
    }
}

impl<'de, K: IdKind, V: Copy + Described + Fill<'de>> Fill<'de> for Id<K, V> {
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        self.value.slot(kind)
    }
}

/// The way back, which can only be written for each type of numbers.
macro_rules! numbers {
    ($($number:ident)*) => {$(
        impl<K> From<Id<K, $number>> for $number {
            #[inline]
            fn from(id: Id<K, $number>) -> Self {
                id.value
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
