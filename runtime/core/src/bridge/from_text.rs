//! JSON text as a serde format: what came before it was known what it means is kept as text, and read from there.

use std::borrow::Cow;

use serde::de::value::{CowStrDeserializer, MapDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use super::transcode::NUMBER;
use crate::json::{Input, Number, elements, inside, members};

/// JSON text, known to be JSON. Nothing can be borrowed from it.
pub(super) struct FromText<'t>(pub(super) &'t str);

impl<'de> Deserializer<'de> for FromText<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut input = Input::from_text(self.0);
        match input.peek().map_err(Error::custom)? {
            b'n' => visitor.visit_unit(),
            b't' => visitor.visit_bool(true),
            b'f' => visitor.visit_bool(false),
            b'"' => visitor.visit_str(input.string().map_err(Error::custom)?.as_str()),
            b'[' => visitor.visit_seq(Elements(elements(inside(self.0)))),
            b'{' => visitor.visit_map(Members::of(self.0)),
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

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Elements<I>(I);

impl<'de, 't, I: Iterator<Item = &'t str>> SeqAccess<'de> for Elements<I> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let next = self.0.next();
        next.map(|element| seed.deserialize(FromText(element)))
            .transpose()
    }
}

/// The members of an object, given as text.
pub(super) struct Members<'t> {
    members: Box<dyn Iterator<Item = (Cow<'t, str>, &'t str)> + 't>,
    value: &'t str,
}

impl<'t> Members<'t> {
    pub(super) fn of(object: &'t str) -> Self {
        let members = members(inside(object)).map(|member| (member.name, member.value));
        Members {
            members: Box::new(members),
            value: "null",
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
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
        seed.deserialize(FromText(self.value))
    }
}
