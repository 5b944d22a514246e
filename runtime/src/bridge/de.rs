//! Reading from any self-describing serde format.

use std::fmt;

use serde::de::value::MapDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::path::Path;
use super::respelled;
use super::transcode::{ToJson, next_json};
use crate::describe::{Presence, Shape, UnionType};
use crate::filling::{Filling, Slot, UnionTag};
use crate::node::{Described, Fill, ListMut, MapMut, Misfit, Opened, Scalar, Taken};
use crate::raw::{RawJson, quoted};
use crate::union::{UnionMut, UnknownObject};

/// Reads a value from any self-describing serde format.
///
/// What is unknown is kept; what is missing or does not fit is an error, as serde's users expect.
///
/// # Errors
///
/// What the format says; and, with its JSON Pointer, the first value that does not fit, or all
/// members that one object lacks.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Fill<'de> + Described,
    D: Deserializer<'de>,
{
    let mut value = T::blank();
    Seed::new(&mut value, &T::SHAPE, &Path::Root).deserialize(deserializer)?;
    Ok(value)
}

/// A value that waits to be filled.
struct Seed<'a, 'de> {
    node: &'a mut dyn Fill<'de>,
    shape: &'static Shape,
    path: &'a Path<'a>,
    union_tag: Option<UnionTag>,
}

/// The JSON text that a value was spelled as, where its type writes it otherwise.
pub(super) type Spelled = Option<String>;

impl<'a, 'de> Seed<'a, 'de> {
    fn new(node: &'a mut dyn Fill<'de>, shape: &'static Shape, path: &'a Path<'a>) -> Self {
        Seed {
            node,
            shape,
            path,
            union_tag: None,
        }
    }

    fn scalar<E: Error>(self, scalar: Scalar<'_, 'de>) -> Result<Spelled, E> {
        match self.node.accept(scalar) {
            Ok(Taken::Exactly) => Ok(None),
            Ok(Taken::Respelled) => Ok(Some(found(scalar))),
            Err(Misfit) => Err(self.misfit(&found(scalar))),
        }
    }

    #[cold]
    fn misfit<E: Error>(&self, found: &str) -> E {
        let expected = self.shape.expected();
        let path = self.path;
        E::custom(format_args!("{path}expected {expected}, found {found}"))
    }
}

/// A scalar as JSON, for messages.
#[cold]
fn found(scalar: Scalar<'_, '_>) -> String {
    match scalar {
        Scalar::Null => "null".to_owned(),
        Scalar::Bool(value) => value.to_string(),
        Scalar::Unsigned(value) => value.to_string(),
        Scalar::Signed(value) => value.to_string(),
        Scalar::Float(value) => format!("{value:?}"),
        Scalar::Number(text) => text.to_owned(),
        Scalar::Borrowed(text) | Scalar::Transient(text) => quoted(text).into(),
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, 'de> {
    type Value = Spelled;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spelled, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, 'de> {
    type Value = Spelled;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shape.expected())
    }

    fn visit_unit<E: Error>(self) -> Result<Spelled, E> {
        self.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Spelled, E> {
        self.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spelled, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Spelled, E> {
        self.scalar(Scalar::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Spelled, E> {
        self.scalar(Scalar::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Spelled, E> {
        match u64::try_from(value) {
            Ok(value) => self.scalar(Scalar::Unsigned(value)),
            Err(_) => self.scalar(Scalar::Signed(value)),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Spelled, E> {
        self.scalar(Scalar::Float(value))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Spelled, E> {
        self.scalar(Scalar::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Spelled, E> {
        self.scalar(Scalar::Transient(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Spelled, A::Error> {
        let (path, shape) = (self.path, self.shape);
        match self.node.open() {
            Opened::List(list) => {
                let otherwise = elements(list, shape.element(), path, items)?;
                return Ok(respelled::array(self.node, otherwise));
            }
            Opened::Raw(raw) => {
                let mut json = vec![b'['];
                while items.next_element_seed(ToJson(&mut json))?.is_some() {
                    json.push(b',');
                }
                *raw = closed(json, b']');
                return Ok(None);
            }
            _ => self.node.close(),
        }
        Err(self.misfit("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Spelled, A::Error> {
        let Seed {
            path,
            shape,
            union_tag,
            ..
        } = self;
        let otherwise = match self.node.open() {
            Opened::Object(object) => {
                let mut entries = Some(entries);
                let mut read = Ok(Vec::new());
                object.lend_mut(&mut |lent| {
                    if let Some(entries) = entries.take() {
                        read = members(Filling::new(lent, union_tag), path, entries);
                    }
                });
                read?
            }
            Opened::Map(map) => map_entries(map, shape.element(), path, entries)?,
            Opened::Union(union) => variant(union, path, entries)?,
            Opened::Raw(raw) => {
                *raw = rest_as_json(vec![b'{'], &mut entries)?;
                return Ok(None);
            }
            _ => {
                self.node.close();
                return Err(self.misfit("an object"));
            }
        };
        Ok(respelled::object(self.node, &otherwise))
    }
}

fn elements<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListMut<'de>,
    shape: &'static Shape,
    path: &Path<'_>,
    mut items: A,
) -> Result<respelled::Elements, A::Error> {
    let mut otherwise = Vec::new();
    let mut index = 0;
    let mut read = Ok(Some(None));
    while let Some(spelled) = read? {
        otherwise.extend(spelled.map(|raw| (index - 1, raw)));
        let at = Path::Index(path, index);
        read = Ok(None);
        // Whether there is another element shows only with a place for it.
        list.push_if(&mut |item| {
            read = items.next_element_seed(Seed::new(item, shape, &at));
            matches!(read, Ok(Some(_)))
        });
        index += 1;
    }
    Ok(otherwise)
}

fn map_entries<'de, A: MapAccess<'de>>(
    map: &mut dyn MapMut<'de>,
    shape: &'static Shape,
    path: &Path<'_>,
    mut entries: A,
) -> Result<respelled::Members, A::Error> {
    let mut otherwise = Vec::new();
    while let Some(key) = entries.next_key::<String>()? {
        let at = Path::Key(path, &key);
        let mut read = Ok(None);
        let entered = map.entry(Scalar::Transient(&key), &mut |value| {
            read = entries.next_value_seed(Seed::new(value, shape, &at));
            read.is_ok()
        });
        if let Err(refusal) = entered {
            return Err(A::Error::custom(format_args!("{at}{refusal}")));
        }
        otherwise.extend(read?.map(|raw| (key, raw)));
    }
    Ok(otherwise)
}

/// Members that came before it was known what they mean.
type Before = Vec<(String, Value)>;

/// Reads a union: at once where its tag comes first, by way of trees where it does not.
fn variant<'de, A: MapAccess<'de>>(
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

/// The members that are left, behind those that `json` begins with.
fn rest_as_json<'de, A: MapAccess<'de>>(
    mut json: Vec<u8>,
    entries: &mut A,
) -> Result<RawJson, A::Error> {
    while let Some(key) = entries.next_key::<String>()? {
        json.extend_from_slice(quoted(&key).as_bytes());
        json.push(b':');
        entries.next_value_seed(ToJson(&mut json))?;
        json.push(b',');
    }
    Ok(closed(json, b'}'))
}

fn closed(mut json: Vec<u8>, bracket: u8) -> RawJson {
    if json.last() == Some(&b',') {
        json.pop();
    }
    json.push(bracket);
    RawJson::trusted(String::from_utf8(json).unwrap_or_default())
}

/// Reads the members of an object, and answers what is spelled otherwise and was not remembered.
fn members<'de, A: MapAccess<'de>>(
    mut filling: Filling<'_, 'de>,
    path: &Path<'_>,
    mut entries: A,
) -> Result<respelled::Members, A::Error> {
    let mut otherwise = Vec::new();
    let mut guess = 0;
    while let Some(key) = entries.next_key_seed(KeySeed {
        filling: &mut filling,
        guess,
    })? {
        match key {
            Key::Known(Slot::Member(place)) => {
                guess = place + 1;
                otherwise.extend(member(&mut filling, place, path, &mut entries)?);
            }
            Key::Known(Slot::Tag) => tag(&mut filling, path, &mut entries)?,
            Key::Unknown(name) => unknown(&mut filling, &name, path, &mut entries)?,
        }
    }
    let missing = filling.finish();
    match missing.as_slice() {
        [] => Ok(otherwise),
        [name] => Err(A::Error::custom(format_args!("{path}`{name}` is missing"))),
        names => {
            let names = names.join("`, `");
            Err(A::Error::custom(format_args!(
                "{path}`{names}` are missing"
            )))
        }
    }
}

fn member<'de, A: MapAccess<'de>>(
    filling: &mut Filling<'_, 'de>,
    place: usize,
    path: &Path<'_>,
    entries: &mut A,
) -> Result<Option<(String, String)>, A::Error> {
    let Some(member) = filling.object.members.get(place) else {
        return Ok(None);
    };
    let at = Path::Key(path, member.name);
    if !filling.seen.insert(place) {
        return Err(A::Error::custom(format_args!(
            "{at}`{}` stands twice in its object",
            member.name
        )));
    }
    let Some(field) = filling.fields.get_mut(place) else {
        return Ok(None);
    };
    if member.presence == Presence::Default {
        field.close();
    }
    let spelled = entries.next_value_seed(Seed::new(&mut **field, &member.shape, &at))?;
    if member.presence == Presence::Optional && field.view().is_null() {
        filling.null(place);
    }
    let forgotten = spelled.filter(|text| !filling.respelled(place, text));
    Ok(forgotten.map(|text| (member.name.to_owned(), text)))
}

fn tag<'de, A: MapAccess<'de>>(
    filling: &mut Filling<'_, 'de>,
    path: &Path<'_>,
    entries: &mut A,
) -> Result<(), A::Error> {
    let Some(tag) = &filling.object.tag else {
        return Ok(());
    };
    let at = Path::Key(path, tag.key);
    if !filling.is_first_tag() {
        return Err(A::Error::custom(format_args!(
            "{at}`{}` stands twice in its object",
            tag.key
        )));
    }
    let json = next_json(entries)?;
    let found: Value = serde_json::from_str(&json).map_err(A::Error::custom)?;
    match found.as_str() {
        Some(word) if word == tag.word || filling.other_tag(tag, word) => Ok(()),
        _ => Err(A::Error::custom(format_args!(
            "{at}expected the object `{}`, found {json}",
            tag.word
        ))),
    }
}

/// Hands the tag that chose a variant to the variant's object, whose own member it may be.
fn take_tag<'de, E: Error>(
    filling: &mut Filling<'_, 'de>,
    union_tag: UnionTag,
    word: &str,
    path: &Path<'_>,
) -> Result<Option<(String, String)>, E> {
    let Some(slot) = filling.look_up(union_tag.key, 0) else {
        filling.is_first_union_tag();
        filling.variant_tag(union_tag, word);
        return Ok(None);
    };
    let one = [(union_tag.key, word)];
    let mut entries = MapDeserializer::<_, serde_json::Error>::new(one.into_iter());
    let _ = entries.next_key::<String>();
    match slot {
        Slot::Member(place) => member(filling, place, path, &mut entries),
        Slot::Tag => tag(filling, path, &mut entries).map(|()| None),
    }
    .map_err(E::custom)
}

fn unknown<'de, A: MapAccess<'de>>(
    filling: &mut Filling<'_, 'de>,
    name: &str,
    path: &Path<'_>,
    entries: &mut A,
) -> Result<(), A::Error> {
    if let Some(tag) = filling.union_tag_named(name) {
        if !filling.is_first_union_tag() {
            let at = Path::Key(path, name);
            return Err(A::Error::custom(format_args!(
                "{at}`{name}` stands twice in its object"
            )));
        }
        let word: String = entries.next_value()?;
        filling.variant_tag(tag, &word);
        return Ok(());
    }
    let json = next_json(entries)?;
    if let Some(extra) = &mut filling.extra {
        extra.push_unknown(&format!("{}:{json}", quoted(name)));
    }
    Ok(())
}

enum Key {
    Known(Slot),
    Unknown(String),
}

/// A key that waits to be looked up, without a copy of it where it is known.
struct KeySeed<'a, 'b, 'de> {
    filling: &'a mut Filling<'b, 'de>,
    guess: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, '_, '_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_, '_, '_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        let members = self.filling.object.members;
        if members
            .get(self.guess)
            .is_some_and(|member| member.name == name)
        {
            return Ok(Key::Known(Slot::Member(self.guess)));
        }
        Ok(match self.filling.look_up(name, self.guess) {
            Some(slot) => Key::Known(slot),
            None => Key::Unknown(name.to_owned()),
        })
    }
}
