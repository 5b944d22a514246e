//! Ids: strings that name an object, each kind of object with a type of its own.

mod borrowed;

use crate::describe::{IdType, Shape};
use crate::text::Str;

impl IdType {
    /// The shape of what holds the text.
    pub(crate) fn text(&self) -> Shape {
        match self.without_escapes {
            true => Shape::BorrowedText,
            false => Shape::Text,
        }
    }

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

/// What an id implements: a newtype of [`Str`] with this visibility, name and table.
///
/// `inert` is for one that has mistakes, whose functions never run.
#[doc(hidden)]
#[macro_export]
macro_rules! __id {
    (inert $vis:vis $id:ident: $table:expr) => {
        $crate::__id! {
            $vis $id: $table;
            |_this| $crate::__private::inert::<&$crate::__private::Str>($crate::__private::Str::new()),
            |_this| $crate::__private::inert::<&mut $crate::__private::Str>($crate::__private::Str::new()),
            |text| $crate::__private::inert::<Self>(text)
        }
    };
    ($vis:vis $id:ident: $table:expr) => {
        $crate::__id! {
            $vis $id: $table;
            |this| &this.0,
            |this| &mut this.0,
            |text| $id(text)
        }
    };
    (
        $vis:vis $id:ident: $table:expr;
        |$shared:ident| $lend:expr, |$unique:ident| $lend_mut:expr, |$text:ident| $make:expr
    ) => {
        const _: () = {
            use $crate::__private as rt;
            static TABLE: rt::IdType = $table;
            impl $id {
                /// The id as it is sent.
                #[inline]
                $vis fn as_str(&self) -> &rt::str {
                    let $shared = self;
                    rt::Str::as_str($lend)
                }
            }
            impl rt::ApiObject for $id {
                const DESCRIPTOR: rt::Descriptor = rt::Descriptor::Id(&TABLE);
            }
            impl rt::Described for $id {
                #[inline]
                fn descriptor() -> rt::Descriptor {
                    rt::Descriptor::Id(&TABLE)
                }
                #[inline]
                fn blank() -> Self {
                    let $text = rt::Str::new();
                    $make
                }
            }
            impl rt::Node for $id {
                #[inline]
                fn view(&self) -> rt::View<'_> {
                    let $shared = self;
                    rt::View::Id(&TABLE, $lend)
                }
            }
            impl<'de> rt::Fill<'de> for $id {
                #[inline]
                fn slot(&mut self, _: rt::Kind) -> rt::Slot<'_, 'de> {
                    let $unique = self;
                    rt::Slot::Inline($lend_mut)
                }
            }
            impl rt::From<&rt::str> for $id {
                #[inline]
                fn from(text: &rt::str) -> Self {
                    let $text = rt::From::from(text);
                    $make
                }
            }
            impl rt::From<rt::String> for $id {
                #[inline]
                fn from(text: rt::String) -> Self {
                    let $text = rt::From::from(text);
                    $make
                }
            }
            impl rt::FromStr for $id {
                type Err = rt::Infallible;
                #[inline]
                fn from_str(text: &rt::str) -> rt::Result<Self, rt::Infallible> {
                    rt::Ok(rt::From::from(text))
                }
            }
            impl rt::fmt::Display for $id {
                #[inline]
                fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
                    rt::fmt::Formatter::pad(f, $id::as_str(self))
                }
            }
            impl rt::AsRef<rt::str> for $id {
                #[inline]
                fn as_ref(&self) -> &rt::str {
                    $id::as_str(self)
                }
            }
            impl rt::Borrow<rt::str> for $id {
                #[inline]
                fn borrow(&self) -> &rt::str {
                    $id::as_str(self)
                }
            }
            $crate::__serde! { $id }
        };
    };
}

/// Serde's two traits for a type without generics.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($type:ident) => {
        impl $crate::__private::Serialize for $type {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
        impl<'de> $crate::__private::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}
