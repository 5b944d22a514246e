//! Reading an untagged union: the first variant that fits, without reading what surely does not.

use super::{Read, Reading, Stop, Word};
use crate::describe::{Descriptor, Kinds, ObjectType, Presence, Shape};
use crate::fault::{Attempt, Problem};
use crate::filling::{Slot, UnionTag};
use crate::json::SyntaxError;
use crate::raw::RawJson;
use crate::seen::Seen;
use crate::union::{UnionMut, UnknownObject, is_same};

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
        let mut probe = Probe { start, tag: None };
        let mut why = Vec::new();
        let mut in_part = None;
        while let Some(place) = next {
            // What is the last that it may be is read as that without a look.
            let others = behind.is_some() || in_part.is_some();
            (next, behind) = (behind, takers.next());
            if others && !self.may_be(&mut probe, kind.shape_of(place)) {
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
    fn may_be(&mut self, probe: &mut Probe<'de>, shape: &'static Shape) -> bool {
        if self.ahead == 0 || self.input.bytes().get(probe.start) != Some(&b'{') {
            return true;
        }
        let Some(Descriptor::Object(object)) = shape.descriptor() else {
            return true;
        };
        self.may_have_tag(probe, object) && self.has_required(probe.start, object)
    }

    /// Whether the tag is this object's, or absent, or nothing that can be told from here.
    fn may_have_tag(&mut self, probe: &mut Probe<'de>, object: &ObjectType) -> bool {
        let Some(tag) = &object.tag else {
            return true;
        };
        if probe
            .tag
            .as_ref()
            .is_none_or(|(key, _)| !is_same(key, tag.key))
        {
            let found = self.tag_ahead(probe.start, tag.key).ok().flatten();
            self.looked_from(probe.start);
            probe.tag = Some((tag.key, found.map(|tag| tag.word)));
        }
        match &probe.tag {
            Some((_, Some(word))) => {
                let word = word.as_str();
                word == tag.word || tag.former.contains(&word)
            }
            _ => true,
        }
    }

    /// Notes that the text was looked through from an offset to where reading stands.
    fn looked_from(&mut self, start: usize) {
        self.ahead = self
            .ahead
            .saturating_sub(self.input.at.saturating_sub(start));
    }

    /// Whether all members are there that must be.
    fn has_required(&mut self, start: usize, object: &ObjectType) -> bool {
        let seen = self.members_ahead(start, object);
        self.looked_from(start);
        let Ok(seen) = seen else {
            // Reading it says why.
            return true;
        };
        let mut from = 0;
        while let Some(place) = seen.next_missing(from, object.members.len()) {
            let member = object.members.get(place);
            if member.is_some_and(|member| member.presence() == Presence::Required) {
                return false;
            }
            from = place + 1;
        }
        true
    }

    /// The members that the object at `start` has.
    fn members_ahead(&mut self, start: usize, object: &ObjectType) -> Result<Seen, SyntaxError> {
        let mut seen = Seen::default();
        let mut guess = 0;
        self.input.at = start + 1;
        let mut first = true;
        while self.input.next_element(first, b'}')? {
            first = false;
            if let Some(Slot::Member(place)) = object.look_up(self.input.key()?.as_str(), guess) {
                seen.insert(place);
                guess = place + 1;
            }
            self.input.skip_value()?;
        }
        Ok(seen)
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

/// An object of which variants are told by looking ahead.
struct Probe<'de> {
    start: usize,
    /// The key that was asked for last, and its word, if it has one.
    tag: Option<(&'static str, Option<Word<'de>>)>,
}

/// What came of reading a value as one variant of several.
enum Attempted {
    /// It fits, up to this offset.
    Fits(usize),
    /// It fits, up to this offset, save for what is odd; with how many more unknown members may come then.
    InPart(usize, Odds, usize),
    Failed(Attempt),
}
