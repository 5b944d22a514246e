//! Reading a union: what tells the variants apart first, wherever it stands, and then the variant in place.

use super::{Read, Reading, Word};
use crate::describe::{Kinds, UnionStyle, UnionType};
use crate::fault::Problem;
use crate::filling::UnionTag;
use crate::json::{Key, SyntaxError};
use crate::node::{Kind, Slot};
use crate::raw::RawJson;
use crate::union::{Chosen, InlineMut, UnionMut, UnknownObject};

/// A union's tag as it was found.
pub(super) struct Tag<'de> {
    pub(super) word: Word<'de>,
    /// The offset behind it, where it is the object's first member.
    past: Option<usize>,
}

impl<'de> Reading<'de> {
    /// Reads the object at `start`, which bears the tags of the unions around it, too.
    pub(super) fn union(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
    ) -> Read {
        let kind = union.union_type();
        if !kind.is_told_by_tag() {
            return match kind.style {
                UnionStyle::Untagged => self.untagged(Kinds::OBJECT, start, union, outer),
                _ => self.told_apart(start, union, outer),
            };
        }
        if let Some((place, past)) = self.word_ahead(start, kind) {
            return self.tagged(start, (union, kind), place, (Some(past), outer));
        }
        let tag = self.tag_ahead(start, kind.tag);
        let tag = self.ok(tag)?;
        let word = tag.as_ref().map(|tag| tag.word.as_str());
        if let Some(place) = word.and_then(|word| kind.find(word)) {
            let past = tag.as_ref().and_then(|tag| tag.past);
            let is_canonical = kind.tag_of(place).map(|(_, word)| word) == word;
            return self.tagged(
                start,
                (union, kind),
                place,
                (past.filter(|_| is_canonical), outer),
            );
        }
        self.unknown_object(start, union, word)
    }

    /// Reads the variant at a place, which bears the tag of this union and of those around it.
    #[inline(always)]
    fn tagged(
        &mut self,
        start: usize,
        (union, kind): (&mut dyn UnionMut<'de>, &'static UnionType),
        place: usize,
        (past, outer): (Option<usize>, &[UnionTag]),
    ) -> Read {
        let Some((key, word)) = kind.tag_of(place) else {
            return self.variant(start, (union, kind), place, outer);
        };
        let token = kind.token;
        let tag = UnionTag {
            key,
            token,
            word,
            past,
        };
        match outer {
            [] => self.variant(start, (union, kind), place, &[tag]),
            outer => self.tagged_within(start, (union, kind), place, (tag, outer)),
        }
    }

    /// The same of a union that stands directly in others.
    #[inline(never)]
    fn tagged_within(
        &mut self,
        start: usize,
        (union, kind): (&mut dyn UnionMut<'de>, &'static UnionType),
        place: usize,
        (tag, outer): (UnionTag, &[UnionTag]),
    ) -> Read {
        let mut tags = outer.to_vec();
        tags.push(tag);
        tags.iter_mut().for_each(|tag| tag.past = None);
        self.variant(start, (union, kind), place, &tags)
    }

    /// Reads the variant at a place from the value at `start`, whose level was entered already.
    pub(super) fn variant(
        &mut self,
        start: usize,
        (union, kind): (&mut dyn UnionMut<'de>, &'static UnionType),
        place: usize,
        tags: &[UnionTag],
    ) -> Read {
        let read = self.chosen(start, (union, kind), place, tags);
        if read.is_err() && kind.is_secret(place) {
            self.faults.hide_from(start);
        }
        read
    }

    #[inline(always)]
    fn chosen(
        &mut self,
        start: usize,
        (union, kind): (&mut dyn UnionMut<'de>, &'static UnionType),
        place: usize,
        tags: &[UnionTag],
    ) -> Read {
        let node = match union.choose(place) {
            Chosen::Value(node) => node,
            Chosen::Inline(content, beside, extra) => {
                let mut object = InlineMut::new((kind, place), content, beside, extra);
                return self.object(start, &mut object, tags);
            }
            Chosen::None => return self.unknown_object(start, union, None),
        };
        if self.input.bytes().get(start) == Some(&b'{') {
            match node.slot(Kind::Object) {
                Slot::Object(object) => return self.object(start, object, tags),
                Slot::Union(inner) => {
                    // A union in a union takes no text, so what bounds it is the depth.
                    let entered = self.input.enter();
                    self.ok(entered)?;
                    let read = self.union(start, inner, tags);
                    self.input.leave();
                    return read;
                }
                _ => {}
            }
        }
        // A map, or a list: what is inside finds the tag by itself.
        self.input.leave();
        let read = self.next_value(start, node, kind.shape_of(place));
        let entered = self.input.enter();
        self.ok(entered)?;
        read
    }

    /// Keeps an object that no variant takes, or says that there is none.
    fn unknown_object(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        word: Option<&str>,
    ) -> Read {
        let raw = RawJson::trusted(self.skip_entered(start)?);
        let end = self.input.at;
        match union.keep(UnknownObject::new(word, raw)) {
            true => Ok(end),
            false => {
                let kind = union.union_type();
                Err(self.unfit(start, end, Problem::Variant { kind }))
            }
        }
    }

    /// The variant whose word is the tag that comes first in the object at `start`, as it is written mostly; and the
    /// offset behind it.
    #[inline]
    fn word_ahead(&self, start: usize, kind: &UnionType) -> Option<(usize, usize)> {
        let at = Key::new(kind.token).end_behind(self.input.bytes(), start)?;
        let mut variants = kind.variants.iter().enumerate();
        variants.find_map(|(place, variant)| {
            let past = self.input.end_of_word(variant.word, at)?;
            Some((place, past))
        })
    }

    /// The tag of the object at `start`.
    pub(super) fn tag_ahead(
        &mut self,
        start: usize,
        key: &str,
    ) -> Result<Option<Tag<'de>>, SyntaxError> {
        let found = self.find_tag(start, key);
        self.looked_from(start);
        found
    }

    fn find_tag(&mut self, start: usize, key: &str) -> Result<Option<Tag<'de>>, SyntaxError> {
        self.input.at = start + 1;
        let mut first = true;
        while self.input.next_element(first, b'}')? {
            match self.input.key()?.as_str() == key {
                true if self.input.peek()? == b'"' => {
                    let word = Word::from(self.input.string()?);
                    let past = first.then_some(self.input.at);
                    return Ok(Some(Tag { word, past }));
                }
                true => return Ok(None),
                false => self.input.skip_value()?,
            };
            first = false;
        }
        Ok(None)
    }

    /// Counts what was looked through from an offset on in haste: what is tried then may end long before, and be tried again.
    fn looked_from(&mut self, start: usize) {
        if self.is_hasty {
            self.looked += self.input.at.saturating_sub(start);
        }
    }

    /// Reads a union that more than a tag of its own tells apart.
    fn told_apart(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
    ) -> Read {
        let kind = union.union_type();
        let first = match kind.own_key {
            Some(key) => self.word_of(start, kind, key),
            None => self.first_word(start, kind),
        };
        if let Some(place) = self.ok(first)? {
            return self.tagged(start, (union, kind), place, (None, outer));
        }
        let choice = self.outline(start).map(|outline| kind.choose(outline));
        self.looked_from(start);
        let choice = self.ok(choice)?;
        match choice.place {
            Some(place) => self.tagged(start, (union, kind), place, (None, outer)),
            None => self.unknown_object(start, union, choice.word.as_deref()),
        }
    }

    /// The variant that the member of this name speaks for, which is the only one that can.
    fn word_of(
        &mut self,
        start: usize,
        kind: &UnionType,
        key: &'static str,
    ) -> Result<Option<usize>, SyntaxError> {
        let tag = self.tag_ahead(start, key)?;
        Ok(tag.and_then(|tag| kind.told_by_word(key, tag.word.as_str())))
    }

    /// The variant that the first member of the object at `start` speaks for, where that alone decides.
    fn first_word(&mut self, start: usize, kind: &UnionType) -> Result<Option<usize>, SyntaxError> {
        self.input.at = start + 1;
        if !self.input.next_element(true, b'}')? {
            return Ok(None);
        }
        let key = Word::from(self.input.key()?);
        if self.input.peek()? != b'"' {
            return Ok(None);
        }
        let word = self.input.string()?;
        let mut candidates = kind.candidates(key.as_str(), word.as_str());
        let first = candidates.next();
        let condition = |place: usize| kind.variants.get(place)?.condition;
        let mut all = first.into_iter().chain(candidates);
        Ok(first.filter(|_| all.all(|place| condition(place).is_none())))
    }
}
