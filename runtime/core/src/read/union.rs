//! Reading a union: what tells the variants apart first, wherever it stands, and then the variant in place.

use super::{Read, Reading, Stop, Word};
use crate::describe::{Kinds, UnionStyle, UnionType};
use crate::fault::{Attempt, Problem};
use crate::filling::UnionTag;
use crate::json::{Key, SyntaxError, inside};
use crate::node::{Kind, Slot};
use crate::raw::RawJson;
use crate::union::{Chosen, InlineMut, UnionMut, UnknownObject};

/// A union's tag as it was found.
struct Tag<'de> {
    word: Word<'de>,
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
            return self.tagged(start, union, place, (Some(past), outer));
        }
        let tag = self.tag_ahead(start, kind.tag);
        let tag = self.ok(tag)?;
        let word = tag.as_ref().map(|tag| tag.word.as_str());
        if let Some(place) = word.and_then(|word| kind.find(word)) {
            let past = tag.as_ref().and_then(|tag| tag.past);
            let is_canonical = kind.tag_of(place).map(|(_, word)| word) == word;
            return self.tagged(start, union, place, (past.filter(|_| is_canonical), outer));
        }
        self.unknown_object(start, union, word)
    }

    /// Reads the variant at a place, which bears the tag of this union and of those around it.
    fn tagged(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        place: usize,
        (past, outer): (Option<usize>, &[UnionTag]),
    ) -> Read {
        let Some((key, word)) = union.union_type().tag_of(place) else {
            return self.variant(start, union, place, outer);
        };
        match outer {
            [] => self.variant(start, union, place, &[UnionTag { key, word, past }]),
            outer => {
                let past = None;
                let mut tags = outer.to_vec();
                tags.iter_mut().for_each(|tag| tag.past = None);
                tags.push(UnionTag { key, word, past });
                self.variant(start, union, place, &tags)
            }
        }
    }

    /// Reads the variant at a place from the value at `start`, whose level was entered already.
    fn variant(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        place: usize,
        tags: &[UnionTag],
    ) -> Read {
        let read = self.chosen(start, union, place, tags);
        if read.is_err() && union.union_type().is_secret(place) {
            self.faults.hide_from(start);
        }
        read
    }

    fn chosen(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        place: usize,
        tags: &[UnionTag],
    ) -> Read {
        let kind = union.union_type();
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
    fn tag_ahead(&mut self, start: usize, key: &str) -> Result<Option<Tag<'de>>, SyntaxError> {
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

    /// Reads a union that more than a tag of its own tells apart.
    fn told_apart(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
    ) -> Read {
        let kind = union.union_type();
        let first = self.first_word(start, kind);
        if let Some(place) = self.ok(first)? {
            return self.tagged(start, union, place, (None, outer));
        }
        let text = self.skip_entered(start)?;
        let choice = kind.choose_in(inside(text));
        match choice.place {
            Some(place) => self.tagged(start, union, place, (None, outer)),
            None => self.unknown_object(start, union, choice.word.as_deref()),
        }
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

    /// Reads an array or an object as the variant that takes such; where several do, as the first that fits.
    pub(super) fn untagged(
        &mut self,
        found: Kinds,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
    ) -> Read {
        let kind = union.union_type();
        let mut takers = kind.takers(found);
        if let (Some(place), None, false) = (takers.next(), takers.next(), kind.open) {
            return self.variant(start, union, place, outer);
        }
        let mut why = Vec::new();
        let mut in_part = None;
        for place in kind.takers(found) {
            match self.attempt(start, union, place, outer)? {
                Attempted::Fits(end) => return Ok(end),
                Attempted::InPart(end, odds) if self.fuel == 0 && in_part.is_none() => {
                    // Reading it once more would double the time at each level.
                    self.add_odds(odds);
                    return Ok(end);
                }
                Attempted::InPart(..) => in_part = in_part.or(Some(place)),
                Attempted::Failed(attempt) => why.push(attempt),
            }
            if self.fuel == 0 {
                break;
            }
        }
        if let Some(place) = in_part {
            return self.variant(start, union, place, outer);
        }
        let raw = RawJson::trusted(self.skip_entered(start)?);
        let end = self.input.at;
        match union.keep(UnknownObject::new(None, raw)) {
            true => Ok(end),
            false => Err(self.unfit(start, end, Problem::Unmatched { kind, why })),
        }
    }

    /// Reads a value as one variant. Where it does not fit, nothing of that is left but the faults.
    fn attempt(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        place: usize,
        outer: &[UnionTag],
    ) -> Result<Attempted, Stop> {
        let mark = self.faults.mark();
        let before = self.take_odds();
        let unknown_left = self.unknown_left;
        // With placeholders any object fits, which would choose nothing.
        let fills_missing = std::mem::take(&mut self.fills_missing);
        let read = self.variant(start, union, place, outer);
        self.fills_missing = fills_missing;
        // What was odd is gone with the variant, and says nothing of the one that is taken.
        let odds = self.take_odds();
        self.add_odds(before);
        let end = match read {
            Ok(end) if odds == Odds::default() => return Ok(Attempted::Fits(end)),
            Ok(end) => end,
            Err(stop) => stop.end().ok_or(stop)?,
        };
        self.fuel = self.fuel.saturating_sub(end - start);
        self.unknown_left = unknown_left;
        let faults = self.faults.take_from(mark);
        Ok(match read {
            Ok(_) => Attempted::InPart(end, odds),
            Err(_) => Attempted::Failed(Attempt::new(place, faults)),
        })
    }

    fn take_odds(&mut self) -> Odds {
        Odds {
            respelled: std::mem::take(&mut self.respelled),
            set_aside: std::mem::take(&mut self.set_aside),
            tagless: std::mem::take(&mut self.tagless),
        }
    }

    fn add_odds(&mut self, odds: Odds) {
        self.respelled |= odds.respelled;
        self.set_aside += odds.set_aside;
        self.tagless += odds.tagless;
    }
}

/// What of a value is not as its type has it, though it fits.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Odds {
    /// Whether something is written otherwise.
    respelled: bool,
    /// How many values are set aside.
    set_aside: usize,
    /// How many objects lack their tag, without which they may be others.
    tagless: usize,
}

/// What came of reading a value as one variant of several.
enum Attempted {
    /// It fits, up to this offset.
    Fits(usize),
    /// It fits, up to this offset, save for what is odd.
    InPart(usize, Odds),
    Failed(Attempt),
}
