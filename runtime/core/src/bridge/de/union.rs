//! Reading a union from a serde format.
//!
//! A format cannot be read twice. So where the first member does not say which variant comes, the value is kept as
//! JSON text, and read from there.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::members::{members, take_tag};
use super::{Around, Seed, Spelled, closed, misfit, rest_as_json};
use crate::bridge::from_text::{FromText, Members};
use crate::bridge::path::Path;
use crate::bridge::respelled;
use crate::bridge::transcode::{ToJson, next_json, number_in};
use crate::describe::{Kinds, Shape, UnionStyle, UnionType};
use crate::filling::{Filling, UnionTag};
use crate::issue::{Code, shortened};
use crate::json::{Input, Outline};
use crate::node::{Fill, Kind, Node, Slot, View};
use crate::object::{LentMut, ObjectMut};
use crate::raw::{RawJson, quoted};
use crate::union::string;
use crate::union::{Chosen, InlineMut, Union, UnionMut, UnknownObject};

/// How many unions may stand directly within each other, which takes no text and so needs a bound.
const MAX_UNIONS: usize = 16;

/// A union that waits to be filled, and where it stands.
pub(super) struct Place<'a, 'de> {
    pub(super) union: &'a mut dyn UnionMut<'de>,
    pub(super) shape: &'static Shape,
    pub(super) path: &'a Path<'a>,
    /// The unions around it.
    pub(super) outer: Around<'a>,
}

impl<'de> Place<'_, 'de> {
    fn kind(&self) -> &'static UnionType {
        self.union.union_type()
    }

    /// Reads an array, which is a variant of an untagged union only.
    pub(super) fn array<A: SeqAccess<'de>>(self, mut items: A) -> Result<Spelled, A::Error> {
        if let Some(place) = self.sole_taker(Kinds::ARRAY) {
            let (shape, path) = (self.kind().shape_of(place), self.path);
            let path = &path.within(shape.is_secret());
            return match self.union.choose(place) {
                Chosen::Value(node) => Seed::new(node, shape, path).visit_seq(items),
                _ => Ok(None),
            };
        }
        let mut json = vec![b'['];
        while items.next_element_seed(ToJson(&mut json))?.is_some() {
            json.push(b',');
        }
        self.text(closed(json, b']').as_str())
    }

    /// Reads an object: at once where its first member tells the variant, by way of text where it does not.
    pub(super) fn object<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Spelled, A::Error> {
        if let Some(place) = self.sole_taker(Kinds::OBJECT) {
            let (shape, path) = (self.kind().shape_of(place), self.path);
            let path = &path.within(shape.is_secret());
            return match self.union.choose(place) {
                Chosen::Value(node) => Seed::new(node, shape, path).visit_map(entries),
                _ => Ok(None),
            };
        }
        let mut json = vec![b'{'];
        if let Some(key) = entries.next_key::<String>()? {
            let value = next_json(&mut entries)?;
            if let Some((place, tag, word)) = self.told_by(&key, &value) {
                let otherwise = self.behind_tag(place, tag, &word, entries)?;
                return Ok(respelled::object(&Whole(self.union), &otherwise));
            }
            json.extend_from_slice(quoted(&key).as_bytes());
            json.push(b':');
            json.extend_from_slice(value.as_bytes());
            json.push(b',');
        }
        let raw = rest_as_json(json, &mut entries)?;
        // A number, as `serde_json` hands it on where it keeps spellings, or the object.
        let text = number_in(raw.as_str().as_bytes()).unwrap_or(raw.as_str());
        self.text(text)
    }

    /// The one variant that takes values of this kind, if no way back is needed.
    fn sole_taker(&self, kind: Kinds) -> Option<usize> {
        let union = self.kind();
        let is_plain = union.style == UnionStyle::Untagged && !union.open && self.outer.unions == 0;
        let mut takers = union.takers(kind);
        match (takers.next(), takers.next()) {
            // A number may come as an object.
            (Some(place), None) if is_plain && union.takers(Kinds::NUMBER).next().is_none() => {
                Some(place)
            }
            _ => None,
        }
    }

    /// The variant that the first member speaks for, if that decides and its members can be read at once.
    fn told_by<'v>(&self, key: &str, value: &'v str) -> Option<(usize, UnionTag, Cow<'v, str>)> {
        let kind = self.kind();
        if !kind.is_told_by_tag() || key != kind.tag || self.outer.unions > 0 {
            return None;
        }
        let word = string(value)?;
        let place = kind.find(&word)?;
        let is_object = kind.variants.get(place)?.is_object();
        is_object.then_some((place, union_tag(kind, place)?, word))
    }

    /// Reads the members that follow a tag.
    fn behind_tag<A: MapAccess<'de>>(
        &mut self,
        place: usize,
        tag: UnionTag,
        word: &str,
        entries: A,
    ) -> Result<respelled::Members, A::Error> {
        let (kind, path) = (self.kind(), &self.path.within(self.kind().is_secret(place)));
        let read = |object: &mut dyn ObjectMut<'de>| {
            let mut entries = Some(entries);
            let mut read = Ok(Vec::new());
            object.lend_mut(&mut |lent: LentMut<'_, 'de>| {
                let mut filling = Filling::new(lent, std::slice::from_ref(&tag));
                let taken = take_tag(&mut filling, tag, word, path);
                if let Some(entries) = entries.take() {
                    read = taken.and_then(|tag| {
                        let mut otherwise = members(filling, path, entries)?;
                        otherwise.extend(tag);
                        Ok(otherwise)
                    });
                }
            });
            read
        };
        match self.union.choose(place) {
            Chosen::Inline(content, beside, extra) => {
                read(&mut InlineMut::new((kind, place), content, beside, extra))
            }
            Chosen::Value(node) => match node.slot(Kind::Object) {
                Slot::Object(object) => read(object),
                _ => Ok(Vec::new()),
            },
            Chosen::None => Ok(Vec::new()),
        }
    }

    /// Reads a value from its JSON text.
    fn text<E: Error>(mut self, text: &str) -> Result<Spelled, E> {
        let kind = self.kind();
        // What other formats nest deeper than JSON cannot be read from its text.
        Input::from_text(text).skip_value().map_err(E::custom)?;
        let found = Kinds::of_text(text);
        if kind.style == UnionStyle::Untagged {
            return self.untagged(found, text);
        }
        if !found.meet(Kinds::OBJECT) {
            return Err(misfit(self.shape, self.path, text));
        }
        let choice = kind.choose(&Outline::of(text));
        match choice.place {
            Some(place) => self.variant(place, text).map_err(E::custom),
            None => self.keep(choice.word.as_deref(), text),
        }
    }

    fn untagged<E: Error>(mut self, found: Kinds, text: &str) -> Result<Spelled, E> {
        let kind = self.kind();
        let budget = self.path.budget();
        let mut why = Vec::new();
        let is_outermost = budget.enter(text.len());
        let mut in_part = None;
        for place in kind.takers(found) {
            let tagless = budget.tagless();
            match self.variant(place, text) {
                Ok(None) if budget.tagless() == tagless => {
                    budget.leave(is_outermost);
                    return Ok(None);
                }
                Ok(_) => in_part = in_part.or(Some(place)),
                Err(error) => {
                    let name = kind.variants.get(place).map_or("", |variant| variant.word);
                    why.push(format!("as {name}, {}", shortened(&error.to_string())));
                }
            }
            if !budget.spend(text.len()) {
                break;
            }
        }
        budget.leave(is_outermost);
        if let Some(place) = in_part {
            return self.variant(place, text).map_err(E::custom);
        }
        if self
            .union
            .keep(UnknownObject::new(None, RawJson::trusted(text)))
        {
            return Ok(None);
        }
        let (path, name) = (self.path, kind.name);
        Err(match why.is_empty() {
            true => misfit(self.shape, path, text),
            false => path.error(
                Code::Misfit,
                format!("no variant of {name} fits: {}", why.join("; ")),
            ),
        })
    }

    /// Reads the variant at a place from the text of the whole.
    fn variant(&mut self, place: usize, text: &str) -> Result<Spelled, serde_json::Error> {
        let (kind, path) = (self.kind(), self.path);
        let unions = self.outer.unions + 1;
        if unions > MAX_UNIONS {
            let message =
                format!("expected at most {MAX_UNIONS} unions directly within each other");
            return Err(path.error(Code::Misfit, message));
        }
        let mut tags = self.outer.tags.to_vec();
        tags.extend(union_tag(kind, place));
        let around = Around {
            unions,
            tags: &tags,
        };
        let otherwise = match self.union.choose(place) {
            Chosen::Inline(content, beside, extra) => {
                let mut object = InlineMut::new((kind, place), content, beside, extra);
                inline(&mut object, &tags, path, text)?
            }
            Chosen::Value(node) => {
                let spelled = value(node, kind, place, (path, around), text)?;
                if !text.starts_with('{') {
                    return Ok(spelled);
                }
                spelled.map_or_else(Vec::new, |text| respelled::of_text(&text))
            }
            Chosen::None => Vec::new(),
        };
        Ok(respelled::object(&Whole(self.union), &otherwise))
    }

    fn keep<E: Error>(&mut self, word: Option<&str>, text: &str) -> Result<Spelled, E> {
        if self
            .union
            .keep(UnknownObject::new(word, RawJson::trusted(text)))
        {
            return Ok(None);
        }
        let (path, kind) = (self.path, self.kind());
        let unknown = kind.unknown(text);
        let message = match path.is_secret() {
            true => unknown.refusal_of_secret(),
            false => unknown.refusal().0,
        };
        Err(path.error(Code::UnknownVariant, message))
    }
}

/// A union as it is written.
struct Whole<'a>(&'a dyn Union);

impl Node for Whole<'_> {
    fn view(&self) -> View<'_> {
        View::Union(self.0)
    }
}

fn value<'de>(
    node: &mut dyn Fill<'de>,
    kind: &'static UnionType,
    place: usize,
    (path, around): (&Path<'_>, Around<'_>),
    text: &str,
) -> Result<Spelled, serde_json::Error> {
    let mut seed = Seed::new(node, kind.shape_of(place), path);
    seed.around = around;
    seed.deserialize(FromText::kept(text))
}

fn inline(
    object: &mut InlineMut<'_, '_>,
    tags: &[UnionTag],
    path: &Path<'_>,
    text: &str,
) -> Result<respelled::Members, serde_json::Error> {
    let mut read = Ok(Vec::new());
    object.lend_mut(&mut |lent: LentMut<'_, '_>| {
        read = members(Filling::new(lent, tags), path, Members::kept(text));
    });
    read
}

fn union_tag(kind: &UnionType, place: usize) -> Option<UnionTag> {
    let (key, word) = kind.tag_of(place)?;
    let past = None;
    Some(UnionTag {
        key,
        token: kind.token,
        word,
        past,
    })
}
