//! Reading the members of an object from a serde format.

use std::fmt;

use serde::de::value::MapDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::{Seed, misfit};
use crate::bridge::path::Path;
use crate::bridge::respelled;
use crate::bridge::transcode::{NUMBER, next_json, number_in_quotes};
use crate::describe::{Presence, Shape, Tag};
use crate::filling::{Filling, Slot, UnionTag};
use crate::issue::{Code, Issue, Words, excerpt, kind};
use crate::json::Pointer;
use crate::node::close;
use crate::raw::quoted;

/// Reads the members of an object, and answers what is spelled otherwise and was not remembered.
pub(super) fn members<'de, A: MapAccess<'de>>(
    filling: Filling<'_, '_, 'de>,
    path: &Path<'_>,
    entries: A,
) -> Result<respelled::Members, A::Error> {
    members_or_number(filling, None, path, entries)
}

/// The same of what may be a number in the place of an object of that shape.
pub(super) fn members_or_number<'de, A: MapAccess<'de>>(
    mut filling: Filling<'_, '_, 'de>,
    shape: Option<&Shape>,
    path: &Path<'_>,
    mut entries: A,
) -> Result<respelled::Members, A::Error> {
    let mut otherwise = Vec::new();
    let mut guess = 0;
    let mut number = None;
    let mut at_first = shape;
    while let Some(key) = entries.next_key_seed(KeySeed {
        filling: &mut filling,
        guess,
    })? {
        number = None;
        let shape = at_first.take();
        match key {
            Key::Known(Slot::Member(place), alias) => {
                guess = place + 1;
                let read = member(&mut filling, (place, alias), path, &mut entries)?;
                otherwise.extend(read);
            }
            Key::Known(Slot::Tag, _) => tag(&mut filling, path, &mut entries)?,
            Key::Unknown(name) => {
                let json = unknown(&mut filling, &name, path, &mut entries)?;
                number = shape.filter(|_| name == NUMBER).zip(json);
            }
        }
    }
    if let Some((shape, json)) = number
        && let Some(number) = number_in_quotes(json.as_bytes())
    {
        return Err(misfit(shape, path, number));
    }
    path.budget().note_tag(filling.lacks_tag());
    let missing = filling.finish();
    match missing.is_empty() {
        true => Ok(otherwise),
        false => Err(path.missing(missing)),
    }
}

fn member<'de, A: MapAccess<'de>>(
    filling: &mut Filling<'_, '_, 'de>,
    (place, alias): (usize, Option<&str>),
    path: &Path<'_>,
    entries: &mut A,
) -> Result<Option<(String, String)>, A::Error> {
    let Some(member) = filling.object.members.get(place) else {
        return Ok(None);
    };
    let at = Path::Key(path, alias.unwrap_or(member.name));
    if !filling.seen.insert(place) {
        return Err(twice(&at, member.name));
    }
    let Some(field) = filling.fields.get_mut(place) else {
        return Ok(None);
    };
    if member.presence() == Presence::Default {
        close(&mut **field);
    }
    let spelled = entries.next_value_seed(Seed::new(&mut **field, &member.shape, &at))?;
    if member.presence() == Presence::Optional && field.view().is_null() {
        filling.null(place);
    }
    let forgotten = spelled.filter(|text| !filling.respelled(place, text));
    Ok(forgotten.map(|text| (member.name.to_owned(), text)))
}

fn tag<'de, A: MapAccess<'de>>(
    filling: &mut Filling<'_, '_, 'de>,
    path: &Path<'_>,
    entries: &mut A,
) -> Result<(), A::Error> {
    let Some(tag) = &filling.object.tag else {
        return Ok(());
    };
    let at = Path::Key(path, tag.key);
    if !filling.is_first_tag() {
        return Err(twice(&at, tag.key));
    }
    let json = next_json(entries)?;
    if is_plain_text(&json, tag.word) {
        return Ok(());
    }
    let found: Value = serde_json::from_str(&json).map_err(A::Error::custom)?;
    match found.as_str() {
        Some(word) if word == tag.word || filling.other_tag(tag, word) => Ok(()),
        _ => Err(wrong_tag(tag, &at, &json)),
    }
}

/// Whether JSON text is a word between quotes, as most tags are.
fn is_plain_text(json: &str, word: &str) -> bool {
    let inner = json
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner == Some(word) && !word.as_bytes().contains(&b'\\')
}

#[cold]
fn wrong_tag<E: Error>(tag: &Tag, at: &Path<'_>, json: &str) -> E {
    let word = tag.word;
    let (found, secret) = match at.is_secret() {
        true => (kind(json), ", which is secret"),
        false => (excerpt(json), ""),
    };
    let message = format!("expected the object `{word}`, found {found}{secret}");
    let words = Words {
        message,
        expected: Some(format!("\"{word}\"")),
        found: Some(found),
    };
    at.tell(Issue::saying(Pointer::default(), Code::WrongTag, words))
}

#[cold]
fn twice<E: Error>(at: &Path<'_>, name: &str) -> E {
    at.error(
        Code::DuplicateMember,
        format!("`{name}` stands twice in its object"),
    )
}

/// Hands the tag that chose a variant to the variant's object, whose own member it may be.
pub(super) fn take_tag<'de, E: Error>(
    filling: &mut Filling<'_, '_, 'de>,
    union_tag: UnionTag,
    word: &str,
    path: &Path<'_>,
) -> Result<Option<(String, String)>, E> {
    let Some(slot) = filling.look_up(union_tag.key, 0) else {
        filling.is_first_union_tag(0);
        filling.variant_tag(union_tag, word);
        return Ok(None);
    };
    let one = [(union_tag.key, word)];
    let mut entries = MapDeserializer::<_, serde_json::Error>::new(one.into_iter());
    let _ = entries.next_key::<String>();
    match slot {
        Slot::Member(place) => member(filling, (place, Some(union_tag.key)), path, &mut entries),
        Slot::Tag => tag(filling, path, &mut entries).map(|()| None),
    }
    .map_err(E::custom)
}

/// Keeps a member that is not declared, and answers its value.
fn unknown<'de, A: MapAccess<'de>>(
    filling: &mut Filling<'_, '_, 'de>,
    name: &str,
    path: &Path<'_>,
    entries: &mut A,
) -> Result<Option<String>, A::Error> {
    if let Some((place, tag)) = filling.union_tag_named(name) {
        if !filling.is_first_union_tag(place) {
            let at = Path::Key(path, name);
            return Err(twice(&at, name));
        }
        let word: String = entries.next_value()?;
        filling.variant_tag(tag, &word);
        return Ok(None);
    }
    let json = next_json(entries)?;
    if let Some(extra) = filling.remembering() {
        extra.push_unknown(&format!("{}:{json}", quoted(name)));
    }
    Ok(Some(json))
}

enum Key {
    /// What it means, and the alias that it came as.
    Known(Slot, Option<&'static str>),
    Unknown(String),
}

/// A key that waits to be looked up, without a copy of it where it is known.
struct KeySeed<'a, 'b, 't, 'de> {
    filling: &'a mut Filling<'b, 't, 'de>,
    guess: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, '_, '_, '_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_, '_, '_, '_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        let object = self.filling.object;
        let expected = object.members.get(self.guess);
        if !object.masks.has_aliases && expected.is_some_and(|member| member.name == name) {
            return Ok(Key::Known(Slot::Member(self.guess), None));
        }
        Ok(match self.filling.look_up(name, self.guess) {
            Some(slot) => Key::Known(slot, self.filling.object.alias_of(slot, name)),
            None => Key::Unknown(name.to_owned()),
        })
    }
}
