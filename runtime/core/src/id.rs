//! Ids: strings or whole numbers that name an object, each kind of object with a type of its own.

mod borrowed;
mod made;
mod number;

pub use made::{Id, IdKind};

use crate::describe::IdType;
use crate::text::Str;

impl IdType {
    /// Whether a text begins with one of the prefixes; true where none is declared.
    pub fn knows(&self, text: &[u8]) -> bool {
        let begins = |prefix: &&str| text.starts_with(prefix.as_bytes());
        self.prefixes.is_empty() || self.prefixes.iter().any(begins)
    }
}

/// Stands for what an id with mistakes would lend or be. It never runs, since its crate does not compile.
pub fn inert<T>(text: Str) -> T {
    unreachable!("the id of {text} has mistakes")
}

/// What an id implements: a newtype of [`Str`] with this visibility and name, and with a `static` of this name that holds this
/// table but for its shape. It stands where the runtime is called `__rt`: a block of its own is a constant, which a compiler evaluates.
///
/// `inert` is for one that has mistakes, whose functions never run.
#[doc(hidden)]
#[macro_export]
macro_rules! __id {
    (inert $vis:vis $id:ident in $table:ident: $content:tt) => {
        $crate::__id! {
            $vis $id in $table: $content;
            |_this| __rt::inert::<&__rt::Str>(__rt::Str::new()),
            |_this| __rt::inert::<&mut __rt::Str>(__rt::Str::new()),
            |text| __rt::inert::<Self>(text)
        }
    };
    ($vis:vis $id:ident in $table:ident: $content:tt) => {
        $crate::__id! {
            $vis $id in $table: $content;
            |this| &this.0,
            |this| &mut this.0,
            |text| $id(text)
        }
    };
    (
        $vis:vis $id:ident in $table:ident: { $($content:tt)* };
        |$shared:ident| $lend:expr, |$unique:ident| $lend_mut:expr, |$text:ident| $make:expr
    ) => {
        static $table: __rt::IdType = __rt::IdType { shape: __rt::Shape::Text, $($content)* };
        impl $id {
            /// The id as it is sent.
            #[inline]
            $vis fn as_str(&self) -> &__rt::str {
                let $shared = self;
                __rt::Str::as_str($lend)
            }
        }
        impl __rt::ApiObject for $id {}
        impl __rt::Described for $id {
            const DECLARED: __rt::Descriptor = __rt::Descriptor::Id(&$table);
            #[inline]
            fn blank() -> Self {
                let $text = __rt::Str::new();
                $make
            }
        }
        impl __rt::Node for $id {
            #[inline]
            fn view(&self) -> __rt::View<'_> {
                let $shared = self;
                __rt::View::Id(&$table, $lend)
            }
        }
        impl<'de> __rt::Fill<'de> for $id {
            #[inline]
            fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, 'de> {
                let $unique = self;
                __rt::Slot::Inline($lend_mut)
            }
        }
        impl __rt::From<&__rt::str> for $id {
            #[inline]
            fn from(text: &__rt::str) -> Self {
                let $text = __rt::From::from(text);
                $make
            }
        }
        impl __rt::From<__rt::String> for $id {
            #[inline]
            fn from(text: __rt::String) -> Self {
                let $text = __rt::From::from(text);
                $make
            }
        }
        impl __rt::FromStr for $id {
            type Err = __rt::Infallible;
            #[inline]
            fn from_str(text: &__rt::str) -> __rt::Result<Self, __rt::Infallible> {
                __rt::Ok(__rt::From::from(text))
            }
        }
        impl __rt::fmt::Display for $id {
            #[inline]
            fn fmt(&self, f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __rt::fmt::Formatter::pad(f, $id::as_str(self))
            }
        }
        impl __rt::AsRef<__rt::str> for $id {
            #[inline]
            fn as_ref(&self) -> &__rt::str {
                $id::as_str(self)
            }
        }
        impl __rt::Borrow<__rt::str> for $id {
            #[inline]
            fn borrow(&self) -> &__rt::str {
                $id::as_str(self)
            }
        }
        impl __rt::PartialEq<__rt::str> for $id {
            #[inline]
            fn eq(&self, text: &__rt::str) -> __rt::bool {
                $id::as_str(self) == text
            }
        }
        impl __rt::PartialEq<&__rt::str> for $id {
            #[inline]
            fn eq(&self, text: &&__rt::str) -> __rt::bool {
                $id::as_str(self) == *text
            }
        }
        $crate::__serde! { $id }
    };
}

/// Serde's two traits for a type without generics, where the runtime is called `__rt`.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident) => {
        impl __rt::Serialize for $type {
            #[inline]
            fn serialize<S: __rt::Serializer>(
                &self,
                serializer: S,
            ) -> __rt::Result<S::Ok, S::Error> {
                __rt::serialize(self, serializer)
            }
        }
        impl<'de> __rt::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: __rt::Deserializer<'de>>(
                deserializer: D,
            ) -> __rt::Result<Self, D::Error> {
                __rt::deserialize(deserializer)
            }
        }
    };
}
