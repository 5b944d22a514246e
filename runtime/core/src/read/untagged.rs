//! Reading an untagged union: the first variant that fits, without reading what surely does not.

use super::{Read, Reading, Stop};
use crate::describe::{Descriptor, Kinds, Member, ObjectType, Presence, Shape};
use crate::fault::{Attempt, Problem};
use crate::filling::UnionTag;
use crate::json::Outline;
use crate::raw::RawJson;
use crate::seen::Seen;
use crate::union::{UnionMut, UnknownObject, string};

impl<'de> Reading<'de> {
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
        let (mut next, mut behind) = (takers.next(), takers.next());
        if let (Some(place), None, false) = (next, behind, kind.open) {
            return self.variant(start, union, place, outer);
        }
        let mut ahead = Ahead::NotSeen;
        let mut why = Vec::new();
        let mut in_part = None;
        while let Some(place) = next {
            // What is the last that it may be is read as that without a look.
            let others = behind.is_some() || in_part.is_some();
            (next, behind) = (behind, takers.next());
            if others && !self.may_be(start, &mut ahead, kind.shape_of(place)) {
                continue;
            }
            match self.attempt(start, union, place, outer)? {
                Attempted::Fits(end) => return Ok(end),
                Attempted::InPart(end, odds, unknown_left)
                    if self.is_final(others) || self.fuel == 0 && in_part.is_none() =>
                {
                    // Reading it once more would double the time at each level.
                    self.add_odds(odds);
                    self.unknown_left = unknown_left;
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
        if !kind.open {
            self.attempt_others(found, start, union, outer, &mut why)?;
        }
        let raw = RawJson::trusted(self.skip_entered(start)?);
        let end = self.input.at;
        match union.keep(UnknownObject::new(None, raw)) {
            true => Ok(end),
            false => Err(self.unfit(start, end, Problem::Unmatched { kind, why })),
        }
    }

    /// Reads a value that no variant takes as those that it surely is not, too, to tell of all why it does not fit.
    #[cold]
    fn attempt_others(
        &mut self,
        found: Kinds,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
        why: &mut Vec<Attempt>,
    ) -> Result<(), Stop> {
        for place in union.union_type().takers(found) {
            if self.fuel == 0 {
                break;
            }
            if why.iter().all(|attempt| attempt.place() != place)
                && let Attempted::Failed(attempt) = self.attempt(start, union, place, outer)?
            {
                why.push(attempt);
            }
        }
        why.sort_by_key(Attempt::place);
        Ok(())
    }

    /// Whether a value may be one of this shape: false where reading it as such surely finds another tag or something missing.
    fn may_be(&mut self, start: usize, ahead: &mut Ahead<'de>, shape: &'static Shape) -> bool {
        let Some(Descriptor::Object(object)) = shape.descriptor() else {
            return true;
        };
        if let Ahead::NotSeen = ahead {
            *ahead = self.look_ahead(start);
        }
        match ahead {
            Ahead::Seen(outline) => object.may_be(outline),
            _ => true,
        }
    }

    /// Finds the members of the object at an offset, if it is one and may be looked through.
    fn look_ahead(&mut self, start: usize) -> Ahead<'de> {
        if self.ahead == 0 || self.input.bytes().get(start) != Some(&b'{') {
            return Ahead::Unseen;
        }
        let outline = self.input.outline(start);
        self.ahead = self
            .ahead
            .saturating_sub(self.input.at.saturating_sub(start));
        match outline {
            Ok(outline) => Ahead::Seen(outline),
            // Reading it says why.
            Err(_) => Ahead::Unseen,
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
        let unknown_left = std::mem::replace(&mut self.unknown_left, unknown_left);
        let faults = self.faults.take_from(mark);
        Ok(match read {
            Ok(_) => Attempted::InPart(end, odds, unknown_left),
            Err(_) => Attempted::Failed(Attempt::new(place, faults)),
        })
    }

    /// Whether a variant that fits in part is taken as it was tried: no other is left, and no placeholder is wished for, without
    /// which it was tried.
    fn is_final(&self, others: bool) -> bool {
        !others && !self.fills_missing
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

/// What is known of the members of a value before it is read.
#[expect(clippy::large_enum_variant, reason = "it stays where it is made")]
enum Ahead<'de> {
    /// Nobody looked.
    NotSeen,
    /// It cannot be told.
    Unseen,
    Seen(Outline<'de>),
}

impl ObjectType {
    /// Whether what has these members may be an object of this type: its tag is this one's, or absent, or no string; and all
    /// is there that must be.
    fn may_be(&self, outline: &Outline<'_>) -> bool {
        if let Some(tag) = &self.tag
            && let Some(word) = outline.value(tag.key).and_then(string)
            && *word != *tag.word
            && !tag.former.contains(&&*word)
        {
            return false;
        }
        let is_there = |member: &Member| {
            outline.has(member.name) || member.aliases().iter().any(|alias| outline.has(alias))
        };
        let none = Seen::default();
        let mut asked = none.missing_but(self.optional, self.members.len());
        asked.all(|place| {
            let member = self.members.get(place);
            member.is_none_or(|one| one.presence() != Presence::Required || is_there(one))
        })
    }
}

/// What came of reading a value as one variant of several.
enum Attempted {
    /// It fits, up to this offset.
    Fits(usize),
    /// It fits, up to this offset, save for what is odd; with how many more unknown members may come then.
    InPart(usize, Odds, usize),
    Failed(Attempt),
}
