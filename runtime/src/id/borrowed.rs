//! Ids that borrow their text from what they are read from.

/// What an id that borrows implements: a newtype of `&str` or `Cow<str>` with this visibility, name, lifetime and table.
///
/// `inert` is for one that has mistakes, whose functions never run.
#[doc(hidden)]
#[macro_export]
macro_rules! __borrowed_id {
    (inert $vis:vis $id:ident(&$text:lifetime): $table:expr) => {
        $crate::__borrowed_id! { inert as_str $vis $id<$text> }
        $crate::__borrowed_id! {
            impl $id<$text>: $table;
            |_this| $crate::__private::inert::<&mut &$text $crate::__private::str>($crate::__private::Str::new()),
            |_text| $crate::__private::inert::<Self>($crate::__private::Str::new())
        }
    };
    (inert $vis:vis $id:ident(Cow<$text:lifetime>): $table:expr) => {
        $crate::__borrowed_id! { inert $vis $id(&$text): $table }
        $crate::__borrowed_id! {
            impl String for $id:
            |_text| $crate::__private::inert::<Self>($crate::__private::Str::new())
        }
    };
    (inert as_str $vis:vis $id:ident<$text:lifetime>) => {
        impl<$text> $id<$text> {
            /// The id as it is sent.
            $vis fn as_str(&self) -> &$text $crate::__private::str {
                $crate::__private::inert($crate::__private::Str::new())
            }
        }
    };
    ($vis:vis $id:ident(&$text:lifetime): $table:expr) => {
        impl<$text> $id<$text> {
            /// The id as it is sent.
            #[inline]
            $vis fn as_str(&self) -> &$text $crate::__private::str {
                self.0
            }
        }
        $crate::__borrowed_id! {
            impl $id<$text>: $crate::__private::IdType::without_escapes($table);
            |this| &mut this.0,
            |text| $id(text)
        }
    };
    ($vis:vis $id:ident(Cow<$text:lifetime>): $table:expr) => {
        impl $id<'_> {
            /// The id as it is sent.
            #[inline]
            $vis fn as_str(&self) -> &$crate::__private::str {
                $crate::__private::AsRef::as_ref(&self.0)
            }
        }
        $crate::__borrowed_id! {
            impl $id<$text>: $table;
            |this| &mut this.0,
            |text| $id($crate::__private::From::from(text))
        }
        $crate::__borrowed_id! {
            impl String for $id: |text| $id($crate::__private::From::from(text))
        }
    };
    (impl String for $id:ident: |$text:ident| $make:expr) => {
        impl $crate::__private::From<$crate::__private::String> for $id<'_> {
            #[inline]
            fn from($text: $crate::__private::String) -> Self {
                $make
            }
        }
        impl $crate::__private::FromStr for $id<'_> {
            type Err = $crate::__private::Infallible;
            #[inline]
            fn from_str(
                text: &$crate::__private::str,
            ) -> $crate::__private::Result<Self, $crate::__private::Infallible> {
                let text: $crate::__private::String = $crate::__private::From::from(text);
                $crate::__private::Ok($crate::__private::From::from(text))
            }
        }
    };
    (
        impl $id:ident<$text:lifetime>: $table:expr;
        |$unique:ident| $lend_mut:expr, |$borrowed:ident| $make:expr
    ) => {
        const _: () = {
            use $crate::__private as rt;
            static TABLE: rt::IdType = $table;
            impl rt::ApiObject for $id<'_> {
                const DESCRIPTOR: rt::Descriptor = rt::Descriptor::Id(&TABLE);
            }
            impl rt::Described for $id<'_> {
                #[inline]
                fn descriptor() -> rt::Descriptor {
                    rt::Descriptor::Id(&TABLE)
                }
                #[inline]
                fn blank() -> Self {
                    let $borrowed = "";
                    $make
                }
            }
            impl rt::Node for $id<'_> {
                #[inline]
                fn view(&self) -> rt::View<'_> {
                    rt::View::BorrowedId(&TABLE, $id::as_str(self))
                }
            }
            impl<'__de: $text, $text> rt::Fill<'__de> for $id<$text> {
                #[inline]
                fn slot(&mut self, _: rt::Kind) -> rt::Slot<'_, '__de> {
                    let $unique = self;
                    rt::Slot::Scalar($lend_mut)
                }
            }
            impl<$text> rt::From<&$text rt::str> for $id<$text> {
                #[inline]
                fn from($borrowed: &$text rt::str) -> Self {
                    $make
                }
            }
            impl rt::fmt::Display for $id<'_> {
                #[inline]
                fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
                    rt::fmt::Formatter::pad(f, $id::as_str(self))
                }
            }
            impl rt::AsRef<rt::str> for $id<'_> {
                #[inline]
                fn as_ref(&self) -> &rt::str {
                    $id::as_str(self)
                }
            }
            impl rt::Borrow<rt::str> for $id<'_> {
                #[inline]
                fn borrow(&self) -> &rt::str {
                    $id::as_str(self)
                }
            }
            impl rt::Serialize for $id<'_> {
                #[inline]
                fn serialize<S: rt::Serializer>(
                    &self,
                    serializer: S,
                ) -> rt::Result<S::Ok, S::Error> {
                    rt::serialize(self, serializer)
                }
            }
            impl<'__de: $text, $text> rt::Deserialize<'__de> for $id<$text> {
                #[inline]
                fn deserialize<D: rt::Deserializer<'__de>>(
                    deserializer: D,
                ) -> rt::Result<Self, D::Error> {
                    rt::deserialize(deserializer)
                }
            }
        };
    };
}
