//! Reading a union from a serde format.

use serde::de::value::MapDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess};
use serde_json::Value;

use super::members::{members, take_tag};
use super::{Seed, rest_as_json};
use crate::bridge::path::Path;
use crate::bridge::respelled;
use crate::describe::UnionType;
use crate::filling::{Filling, UnionTag};
use crate::node::Opened;
use crate::raw::{RawJson, quoted};
use crate::union::{UnionMut, UnknownObject};

/// Members that came before it was known what they mean.
type Before = Vec<(String, Value)>;

/// Reads a union: at once where its tag comes first, by way of trees where it does not.
pub(super) fn variant<'de, A: MapAccess<'de>>(
    union: &mut dyn UnionMut<'de>,
    path: &Path<'_>,
    mut entries: A,
) -> Result<respelled::Members, A::Error> {
    let kind = union.union_type();
    let mut before = Before::new();
    while let Some((key, value)) = entries.next_entry::<String, Value>()? {
        match value.as_str() {
            Some(word) if key == kind.tag && before.is_empty() => {
                return tagged(union, kind, path, word, entries);
            }
            _ => before.push((key, value)),
        }
    }
    // The first tag is the one that counts.
    let tag = before.iter().find(|(key, _)| key == kind.tag);
    let word = tag.and_then(|(_, word)| word.as_str()).map(str::to_owned);
    match word
        .as_deref()
        .and_then(|word| chosen(union, kind, path, word))
    {
        Some((seed, _)) => from_trees(seed, before),
        None => {
            let mut entries = MapDeserializer::<_, serde_json::Error>::new(before.into_iter());
            let raw = rest_as_json(vec![b'{'], &mut entries).map_err(A::Error::custom)?;
            kept(union, kind, path, word.as_deref(), raw)
        }
    }
}

fn from_trees<E: Error>(seed: Seed<'_, '_>, members: Before) -> Result<respelled::Members, E> {
    let members = MapDeserializer::<_, serde_json::Error>::new(members.into_iter());
    let spelled = seed.deserialize(members).map_err(E::custom)?;
    Ok(spelled.map_or_else(Vec::new, |text| respelled::of_text(&text)))
}

/// Reads the members that follow a tag.
fn tagged<'de, A: MapAccess<'de>>(
    union: &mut dyn UnionMut<'de>,
    kind: &'static UnionType,
    path: &Path<'_>,
    word: &str,
    mut entries: A,
) -> Result<respelled::Members, A::Error> {
    if let Some((seed, tag)) = chosen(union, kind, path, word) {
        if let Opened::Object(object) = seed.node.open() {
            let path = seed.path;
            let mut entries = Some(entries);
            let mut read = Ok(Vec::new());
            object.lend_mut(&mut |lent| {
                let mut filling = Filling::new(lent, Some(tag));
                let taken = take_tag(&mut filling, tag, word, path);
                if let Some(entries) = entries.take() {
                    read = taken.and_then(|tag| {
                        let mut otherwise = members(filling, path, entries)?;
                        otherwise.extend(tag);
                        Ok(otherwise)
                    });
                }
            });
            return read;
        }
        // A union of unions, or of maps: what is inside finds the tag by itself.
        let mut members = vec![(kind.tag.to_owned(), Value::from(word))];
        while let Some(entry) = entries.next_entry()? {
            members.push(entry);
        }
        return from_trees(seed, members);
    }
    let mut json = vec![b'{'];
    json.extend_from_slice(quoted(kind.tag).as_bytes());
    json.push(b':');
    json.extend_from_slice(quoted(word).as_bytes());
    json.push(b',');
    let raw = rest_as_json(json, &mut entries)?;
    kept(union, kind, path, Some(word), raw)
}

/// The variant that a word means, ready to be filled.
fn chosen<'a, 'de>(
    union: &'a mut dyn UnionMut<'de>,
    kind: &'static UnionType,
    path: &'a Path<'a>,
    word: &str,
) -> Option<(Seed<'a, 'de>, UnionTag)> {
    let place = kind.find(word)?;
    let variant = kind.variants.get(place)?;
    let tag = UnionTag {
        key: kind.tag,
        word: variant.word,
        past: None,
    };
    let mut seed = Seed::new(union.choose(place)?, &variant.shape, path);
    seed.union_tag = Some(tag);
    Some((seed, tag))
}

fn kept<E: Error>(
    union: &mut dyn UnionMut<'_>,
    kind: &UnionType,
    path: &Path<'_>,
    word: Option<&str>,
    raw: RawJson,
) -> Result<respelled::Members, E> {
    if union.keep(UnknownObject::new(word, raw)) {
        return Ok(Vec::new());
    }
    let (message, _) = kind.unknown_variant(word);
    Err(E::custom(format_args!("{path}{message}")))
}
