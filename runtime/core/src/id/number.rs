//! Ids that are whole numbers.

/// What an id over a number implements: a newtype of that type of integers with this visibility and name, and with a `static` of
/// this name that holds this table but for its shape. It stands where the runtime is called `__rt`.
///
/// It lends its number, so that rules, reports and writers see that. None of its values can be wrong, so that it has no rules
/// and no issues of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __number_id {
    ($vis:vis $id:ident in $table:ident($number:ty): { $($content:tt)* }) => {
        static $table: __rt::IdType = __rt::IdType {
            shape: <$number as __rt::Described>::SHAPE,
            $($content)*
        };
        impl $id {
            /// The id as it is sent.
            #[inline]
            $vis const fn get(&self) -> $number {
                self.0
            }
        }
        impl __rt::ApiObject for $id {}
        impl __rt::Described for $id {
            const DECLARED: __rt::Descriptor = __rt::Descriptor::Id(&$table);
            #[inline]
            fn blank() -> Self {
                $id(0)
            }
        }
        impl __rt::Node for $id {
            #[inline]
            fn view(&self) -> __rt::View<'_> {
                __rt::Node::view(&self.0)
            }
        }
        impl<'de> __rt::Fill<'de> for $id {
            #[inline]
            fn slot(&mut self, kind: __rt::Kind) -> __rt::Slot<'_, 'de> {
                __rt::Fill::slot(&mut self.0, kind)
            }
        }
        impl __rt::From<$number> for $id {
            #[inline]
            fn from(number: $number) -> Self {
                $id(number)
            }
        }
        impl __rt::From<$id> for $number {
            #[inline]
            fn from(id: $id) -> Self {
                id.0
            }
        }
        impl __rt::FromStr for $id {
            type Err = <$number as __rt::FromStr>::Err;
            #[inline]
            fn from_str(text: &__rt::str) -> __rt::Result<Self, Self::Err> {
                __rt::Result::map(__rt::FromStr::from_str(text), $id)
            }
        }
        impl __rt::fmt::Display for $id {
            #[inline]
            fn fmt(&self, f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __rt::fmt::Display::fmt(&self.0, f)
            }
        }
        impl __rt::PartialEq<$number> for $id {
            #[inline]
            fn eq(&self, number: &$number) -> __rt::bool {
                self.0 == *number
            }
        }
        $crate::__serde! { $id }
    };
}
