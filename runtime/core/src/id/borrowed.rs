//! Ids that borrow their text from what they are read from.

/// What an id that borrows implements: a newtype of `&str` or `Cow<str>` with this visibility, name and lifetime, and with
/// a `static` of this name that holds this table but for its shape. It stands where the runtime is called `__rt`.
///
/// `inert` is for one that has mistakes, whose functions never run.
#[doc(hidden)]
#[macro_export]
macro_rules! __borrowed_id {
    (inert $vis:vis $id:ident in $table:ident(&$text:lifetime): $content:tt) => {
        $crate::__borrowed_id! { inert as_str $vis $id<$text> }
        $crate::__borrowed_id! {
            impl $id<$text> in $table: Text $content;
            |_this| __rt::inert::<&mut &$text __rt::str>(__rt::Str::new()),
            |_text| __rt::inert::<Self>(__rt::Str::new())
        }
    };
    (inert $vis:vis $id:ident in $table:ident(Cow<$text:lifetime>): $content:tt) => {
        $crate::__borrowed_id! { inert $vis $id in $table(&$text): $content }
        $crate::__borrowed_id! {
            impl String for $id:
            |_text| __rt::inert::<Self>(__rt::Str::new())
        }
    };
    (inert as_str $vis:vis $id:ident<$text:lifetime>) => {
        impl<$text> $id<$text> {
            /// The id as it is sent.
            $vis fn as_str(&self) -> &$text __rt::str {
                __rt::inert(__rt::Str::new())
            }
        }
    };
    ($vis:vis $id:ident in $table:ident(&$text:lifetime): $content:tt) => {
        impl<$text> $id<$text> {
            /// The id as it is sent.
            #[inline]
            $vis fn as_str(&self) -> &$text __rt::str {
                self.0
            }
        }
        $crate::__borrowed_id! {
            impl $id<$text> in $table: BorrowedText $content;
            |this| &mut this.0,
            |text| $id(text)
        }
    };
    ($vis:vis $id:ident in $table:ident(Cow<$text:lifetime>): $content:tt) => {
        impl $id<'_> {
            /// The id as it is sent.
            #[inline]
            $vis fn as_str(&self) -> &__rt::str {
                __rt::AsRef::as_ref(&self.0)
            }
        }
        $crate::__borrowed_id! {
            impl $id<$text> in $table: Text $content;
            |this| &mut this.0,
            |text| $id(__rt::From::from(text))
        }
        $crate::__borrowed_id! {
            impl String for $id: |text| $id(__rt::From::from(text))
        }
    };
    (impl String for $id:ident: |$text:ident| $make:expr) => {
        impl __rt::From<__rt::String> for $id<'_> {
            #[inline]
            fn from($text: __rt::String) -> Self {
                $make
            }
        }
        impl __rt::FromStr for $id<'_> {
            type Err = __rt::Infallible;
            #[inline]
            fn from_str(
                text: &__rt::str,
            ) -> __rt::Result<Self, __rt::Infallible> {
                let text: __rt::String = __rt::From::from(text);
                __rt::Ok(__rt::From::from(text))
            }
        }
    };
    (
        impl $id:ident<$text:lifetime> in $table:ident: $shape:ident { $($content:tt)* };
        |$unique:ident| $lend_mut:expr, |$borrowed:ident| $make:expr
    ) => {
        static $table: __rt::IdType = __rt::IdType { shape: __rt::Shape::$shape, $($content)* };
        impl __rt::ApiObject for $id<'_> {}
        impl __rt::Described for $id<'_> {
            const DECLARED: __rt::Descriptor = __rt::Descriptor::Id(&$table);
            #[inline]
            fn blank() -> Self {
                let $borrowed = "";
                $make
            }
        }
        impl __rt::Node for $id<'_> {
            #[inline]
            fn view(&self) -> __rt::View<'_> {
                __rt::View::BorrowedId(&$table, $id::as_str(self))
            }
        }
        impl<'__de: $text, $text> __rt::Fill<'__de> for $id<$text> {
            #[inline]
            fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, '__de> {
                let $unique = self;
                __rt::Slot::Scalar($lend_mut)
            }
        }
        impl<$text> __rt::From<&$text __rt::str> for $id<$text> {
            #[inline]
            fn from($borrowed: &$text __rt::str) -> Self {
                $make
            }
        }
        impl __rt::fmt::Display for $id<'_> {
            #[inline]
            fn fmt(&self, f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __rt::fmt::Formatter::pad(f, $id::as_str(self))
            }
        }
        impl __rt::AsRef<__rt::str> for $id<'_> {
            #[inline]
            fn as_ref(&self) -> &__rt::str {
                $id::as_str(self)
            }
        }
        impl __rt::Borrow<__rt::str> for $id<'_> {
            #[inline]
            fn borrow(&self) -> &__rt::str {
                $id::as_str(self)
            }
        }
        impl __rt::PartialEq<__rt::str> for $id<'_> {
            #[inline]
            fn eq(&self, text: &__rt::str) -> __rt::bool {
                $id::as_str(self) == text
            }
        }
        impl __rt::PartialEq<&__rt::str> for $id<'_> {
            #[inline]
            fn eq(&self, text: &&__rt::str) -> __rt::bool {
                $id::as_str(self) == *text
            }
        }
        impl __rt::Serialize for $id<'_> {
            #[inline]
            fn serialize<S: __rt::Serializer>(
                &self,
                serializer: S,
            ) -> __rt::Result<S::Ok, S::Error> {
                __rt::serialize(self, serializer)
            }
        }
        impl<'__de: $text, $text> __rt::Deserialize<'__de> for $id<$text> {
            #[inline]
            fn deserialize<D: __rt::Deserializer<'__de>>(
                deserializer: D,
            ) -> __rt::Result<Self, D::Error> {
                __rt::deserialize(deserializer)
            }
        }
    };
}
