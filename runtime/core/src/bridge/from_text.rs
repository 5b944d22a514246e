//! JSON text as a serde format: what came before it was known what it means is kept as text, and read from there.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;

use serde::de::value::{CowStrDeserializer, MapDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use super::transcode::NUMBER;
use crate::json::{Input, Number, Text, elements, inside, members};

/// JSON text, known to be JSON.
pub(super) struct FromText<'t, 'de> {
    text: &'t str,
    lend: Lend<'t, 'de>,
}

/// What may be borrowed of a text: nothing of one that was only kept for a while.
type Lend<'t, 'de> = fn(&'t str) -> Option<&'de str>;

impl<'t, 'de> FromText<'t, 'de> {
    /// Text that was kept, from which nothing can be borrowed.
    pub(super) fn kept(text: &'t str) -> Self {
        FromText {
            text,
            lend: |_| None,
        }
    }
}

impl<'de> FromText<'de, 'de> {
    /// Text that was sent, as it is.
    pub(super) fn sent(text: &'de str) -> Self {
        FromText { text, lend: Some }
    }
}

/// The name of the struct as which the text is asked for.
const AS_TEXT: &str = "$api_object::text";

/// Whether a deserializer is [`FromText`], which [gives](text_of) its text.
pub(super) fn is_text<'de, D: Deserializer<'de>>() -> bool {
    // A deserializer need not be `'static`, so it has no `TypeId`.
    type_name::<D>() == type_name::<FromText<'_, '_>>()
}

/// Puts the text of a deserializer that [has one](is_text) behind what is there.
pub(super) fn text_of<'de, D: Deserializer<'de>>(
    deserializer: D,
    out: &mut Vec<u8>,
) -> Result<(), D::Error> {
    struct Put<'a>(&'a mut Vec<u8>);

    impl Visitor<'_> for Put<'_> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("JSON text")
        }

        fn visit_str<E>(self, text: &str) -> Result<(), E> {
            self.0.extend_from_slice(text.as_bytes());
            Ok(())
        }
    }
    deserializer.deserialize_newtype_struct(AS_TEXT, Put(out))
}

impl<'de> Deserializer<'de> for FromText<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let FromText { text, lend } = self;
        let mut input = Input::from_text(text);
        match input.peek().map_err(Error::custom)? {
            b'n' => visitor.visit_unit(),
            b't' => visitor.visit_bool(true),
            b'f' => visitor.visit_bool(false),
            b'"' => match input.string().map_err(Error::custom)? {
                Text::Borrowed(text) => match lend(text) {
                    Some(text) => visitor.visit_borrowed_str(text),
                    None => visitor.visit_str(text),
                },
                Text::Transient(text) => visitor.visit_str(text),
            },
            b'[' => visitor.visit_seq(Elements(elements(inside(text)), lend)),
            b'{' => visitor.visit_map(Members::of(text, lend)),
            _ => match input.number().map_err(Error::custom)? {
                Number::Unsigned(value) => visitor.visit_u64(value),
                Number::Signed(value) => visitor.visit_i64(value),
                // As `serde_json` does where it keeps the spelling of numbers.
                Number::Other(spelling) => {
                    let number = std::iter::once((NUMBER, spelling));
                    visitor.visit_map(MapDeserializer::new(number))
                }
            },
        }
    }

    /// The text itself, for who asks so: to go through it would find the end of each value again for each level around it.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            AS_TEXT => visitor.visit_str(self.text),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Elements<'t, 'de, I>(I, Lend<'t, 'de>);

impl<'de, 't, I: Iterator<Item = &'t str>> SeqAccess<'de> for Elements<'t, 'de, I> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let (next, lend) = (self.0.next(), self.1);
        next.map(|text| seed.deserialize(FromText { text, lend }))
            .transpose()
    }
}

/// The members of an object, given as text.
pub(super) struct Members<'t, 'de> {
    members: Box<dyn Iterator<Item = (Cow<'t, str>, &'t str)> + 't>,
    value: &'t str,
    lend: Lend<'t, 'de>,
}

impl<'t, 'de> Members<'t, 'de> {
    /// Those of a text that was kept.
    pub(super) fn kept(object: &'t str) -> Self {
        Members::of(object, |_| None)
    }

    fn of(object: &'t str, lend: Lend<'t, 'de>) -> Self {
        let members = members(inside(object)).map(|member| (member.name, member.value));
        Members {
            members: Box::new(members),
            value: "null",
            lend,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.members.next() else {
            return Ok(None);
        };
        self.value = value;
        seed.deserialize(CowStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (text, lend) = (self.value, self.lend);
        seed.deserialize(FromText { text, lend })
    }
}
