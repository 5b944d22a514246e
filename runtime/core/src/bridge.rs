//! The same values for every serde format: two bridges, compiled once for each format.
//!
//! `Serialize` and `Deserialize` of all derived types are calls into [`serialize`] and
//! [`deserialize`]. Only self-describing formats can be read, since what comes is asked of the
//! format and not foretold to it.

mod at_once;
mod de;
mod from_text;
mod path;
mod respelled;
mod ser;
mod transcode;
mod verbatim;

pub use de::deserialize;
pub use ser::serialize;

/// Serde's two traits for types of the runtime that show and fill themselves.
macro_rules! by_itself {
    ($($type:ident<$($param:ident),*>)*) => {$(
        impl<$($param),*> serde::Serialize for $crate::$type<$($param),*>
        where
            Self: $crate::Node,
        {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        }

        impl<'de, $($param),*> serde::Deserialize<'de> for $crate::$type<$($param),*>
        where
            Self: $crate::Fill<'de> + $crate::Described,
        {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }
    )*};
}

by_itself! {
    Auto<T>
    Expandable<T, I>
    Items<T>
    Nullable<T>
    OrderedMap<K, V>
    RawJson<>
    Secret<T>
    Str<>
    UnixSeconds<>
}
