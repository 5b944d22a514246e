//! Reading an untagged union: the first variant that fits, without reading what surely does not.

use super::{Read, Reading, Stop};
use crate::describe::{
    Descriptor, Kinds, Member, ObjectType, Presence, Shape, UnionType, UnionVariant,
};
use crate::fault::{Attempt, Problem};
use crate::filling::UnionTag;
use crate::json::Outline;
use crate::raw::RawJson;
use crate::union::{UnionMut, UnknownObject, is_same, plain_word};

/// How often a text may be read as variants that do not fit in full, up to what speaks against each.
pub(super) const READ_IN_HASTE: usize = 32;

/// How many bytes are looked through for a tag while one is read.
const A_LOOK: usize = 16;

/// How often a text may be looked through to tell which variants a value is not, before it is read as them. Values within
/// values would be looked through once for each that they are in.
pub(super) const LOOKED_AHEAD: usize = 16;

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
        let first = kind.taker(0, found);
        let second = first.and_then(|place| kind.taker(place + 1, found));
        if let (Some(place), None, false) = (first, second, kind.open) {
            return self.variant(start, (union, kind), place, outer);
        }
        let mut trial = Trial {
            start,
            found,
            from: first.unwrap_or(0),
            second,
            is_one: second.is_none(),
            is_looked_at: false,
            is_untold: false,
            tag: None,
        };
        let in_haste = second.is_some() && self.haste > 0;
        if in_haste && let Some(end) = self.fits_in_full(&mut trial, union, outer)? {
            return Ok(end);
        }
        // Where haste ended on the way, nothing is known.
        let is_tried = in_haste && self.haste > 0;
        if self.is_hasty && (self.haste == 0 || is_tried && !kind.open) {
            // What fits in part speaks against what this is in.
            return Err(self.against(self.input.at));
        }
        self.fits_in_part(&mut trial, union, outer, is_tried)
    }

    /// Reads a value as the first variant that it fits in full, if it fits one so.
    fn fits_in_full(
        &mut self,
        trial: &mut Trial<'de>,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
    ) -> Result<Option<usize>, Stop> {
        let kind = union.union_type();
        let mut is_first = true;
        let mut from = trial.from;
        while let Some(place) = self.candidate(trial, kind, from) {
            from = place + 1;
            let is_last = |trial: &Trial<'_>| {
                let is_before_second = trial.second.is_some_and(|second| place < second);
                !is_before_second && kind.taker(place + 1, trial.found).is_none()
            };
            if is_first && (kind.open || !self.is_hasty) && is_last(trial) {
                // What is the only one that it may be is read once, whether or not it fits in full.
                (trial.from, trial.is_one) = (place, true);
                break;
            }
            is_first = false;
            let attempt = self.attempt(trial.start, union, (place, true), outer)?;
            if let Attempted::Fits(end) = attempt {
                return Ok(Some(end));
            }
            if self.haste == 0 {
                break;
            }
        }
        Ok(None)
    }

    /// Reads a value as the first variant that it fits in full, or else as the first that it fits in part. Where it was tried in
    /// haste before, it fits in full none but one that was the only one.
    fn fits_in_part(
        &mut self,
        trial: &mut Trial<'de>,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
        is_tried: bool,
    ) -> Read {
        let (kind, start) = (union.union_type(), trial.start);
        let mut why = Vec::new();
        let mut in_part = None;
        let mut from = trial.from;
        while let Some(place) = self.candidate(trial, kind, from) {
            from = place + 1;
            match self.attempt(start, union, (place, false), outer)? {
                Attempted::Fits(end) => return Ok(end),
                Attempted::InPart(end, odds, unknown_left) if in_part.is_none() => {
                    let is_only = is_tried || kind.taker(place + 1, trial.found).is_none();
                    if is_only && !self.fills_missing || self.fuel == 0 {
                        // Reading it once more would double the time at each level.
                        self.add_odds(odds);
                        self.unknown_left = unknown_left;
                        return Ok(end);
                    }
                    in_part = Some(place);
                }
                Attempted::Failed(attempt) => why.push(attempt),
                Attempted::InPart(..) | Attempted::NotInFull => {}
            }
            if self.fuel == 0 || is_tried && in_part.is_some() {
                break;
            }
        }
        if let Some(place) = in_part {
            return self.variant(start, (union, kind), place, outer);
        }
        if !kind.open && !self.is_hasty {
            self.attempt_others(trial, union, outer, &mut why)?;
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
        trial: &Trial<'de>,
        union: &mut dyn UnionMut<'de>,
        outer: &[UnionTag],
        why: &mut Vec<Attempt>,
    ) -> Result<(), Stop> {
        let start = trial.start;
        for place in union.union_type().takers(trial.found) {
            if self.fuel == 0 {
                break;
            }
            if why.iter().all(|attempt| attempt.place() != place)
                && let Attempted::Failed(attempt) =
                    self.attempt(start, union, (place, false), outer)?
            {
                why.push(attempt);
            }
        }
        why.sort_by_key(Attempt::place);
        Ok(())
    }

    /// The first variant from a place on that a value may be.
    fn candidate(
        &mut self,
        trial: &mut Trial<'de>,
        kind: &UnionType,
        from: usize,
    ) -> Option<usize> {
        let variants = kind.variants.get(from..)?;
        let may_be = |variant: &UnionVariant| self.may_be(trial, &variant.shape);
        variants.iter().position(may_be).map(|place| from + place)
    }

    /// Whether a value may be one of this shape: false where reading it as such surely finds another kind or tag, or something
    /// missing.
    #[inline(always)]
    fn may_be(&mut self, trial: &mut Trial<'de>, shape: &Shape) -> bool {
        match shape.descriptor() {
            Some(Descriptor::Object(object)) => {
                trial.found.meet(Kinds::OBJECT) && self.may_be_object(trial, object)
            }
            _ => shape.takes(trial.found),
        }
    }

    /// The same of an object, which may have the tag and has all that must be there.
    #[inline(always)]
    fn may_be_object(&mut self, trial: &mut Trial<'de>, object: &ObjectType) -> bool {
        // What a variant is read from that did not fit may have been looked through since.
        if !trial.is_looked_at || !self.is_outlined(trial.start) {
            trial.is_looked_at = true;
            trial.is_untold = trial.is_one || trial.is_untold || !self.looks_ahead(trial.start);
        }
        let Some(outline) = &self.outline else {
            return true;
        };
        if trial.is_one || trial.is_untold {
            return true;
        }
        trial.may_have_tag(outline, object)
            && !surely_lacks(outline, object)
            && has_required(outline, object)
    }

    /// Finds the members of an object, if it may be looked through. What was found for another union counts, too: each asks for
    /// some of them.
    #[inline(never)]
    fn looks_ahead(&mut self, start: usize) -> bool {
        if self.ahead == 0 || self.input.bytes().get(start) != Some(&b'{') {
            return false;
        }
        // Where it breaks off, reading it says why.
        let is_whole = self.outline(start).is_ok();
        let passed = self.input.at.saturating_sub(start);
        self.ahead = self.ahead.saturating_sub(passed);
        is_whole
    }

    /// Reads a value as one variant. Where it does not fit, nothing of that is left but the faults; in haste, not even these.
    fn attempt(
        &mut self,
        start: usize,
        union: &mut dyn UnionMut<'de>,
        (place, in_haste): (usize, bool),
        outer: &[UnionTag],
    ) -> Result<Attempted, Stop> {
        let mark = self.faults.mark();
        let before = self.take_odds();
        let unknown_left = self.unknown_left;
        let looked = std::mem::take(&mut self.looked);
        // With placeholders any object fits, which would choose nothing.
        let fills_missing = std::mem::take(&mut self.fills_missing);
        let is_hasty = std::mem::replace(&mut self.is_hasty, in_haste);
        let kind = union.union_type();
        let read = self.variant(start, (union, kind), place, outer);
        self.is_hasty = is_hasty;
        self.fills_missing = fills_missing;
        // What was odd is gone with the variant, and says nothing of the one that is taken.
        let odds = self.take_odds();
        self.add_odds(before);
        let looked_in_it = std::mem::replace(&mut self.looked, looked);
        let end = match read {
            Ok(end) if odds == Odds::default() => {
                // What it is in may yet be in vain.
                self.looked += looked_in_it;
                return Ok(Attempted::Fits(end));
            }
            Ok(end) => end,
            Err(stop) => match stop.end() {
                Some(end) => end,
                None if in_haste && self.syntax.is_none() => self.input.at,
                None => return Err(stop),
            },
        };
        let unknown_left = std::mem::replace(&mut self.unknown_left, unknown_left);
        let faults = self.faults.take_from(mark);
        if in_haste {
            let spent = end.saturating_sub(start).max(1) + looked_in_it / A_LOOK;
            self.haste = self.haste.saturating_sub(spent);
            return Ok(Attempted::NotInFull);
        }
        self.fuel = self.fuel.saturating_sub(end - start);
        Ok(match read {
            Ok(_) => Attempted::InPart(end, odds, unknown_left),
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

/// A value that is read as one variant after the other.
struct Trial<'de> {
    start: usize,
    found: Kinds,
    /// The place of the first variant that it may be.
    from: usize,
    /// The place of the second variant that takes values of its kind.
    second: Option<usize>,
    /// Whether only one variant takes values of its kind.
    is_one: bool,
    /// Whether its members were asked for.
    is_looked_at: bool,
    /// Whether its members were not seen, and are not to be.
    is_untold: bool,
    /// The key of a tag that was asked for last, and its word, if it has one that is written as it stands.
    tag: Option<(&'static str, Option<&'de str>)>,
}

impl<'de> Trial<'de> {
    /// Whether the tag of this type has one of its words, or is absent, or none that can be told from here.
    #[inline(always)]
    fn may_have_tag(&mut self, outline: &Outline<'de>, object: &ObjectType) -> bool {
        let Some(tag) = &object.tag else {
            return true;
        };
        let word = match self.tag {
            // Most variants have a tag of the same name.
            Some((key, word)) if is_same(key, tag.key) => word,
            _ => {
                let word = outline.value(tag.key).and_then(plain_word);
                self.tag = Some((tag.key, word));
                word
            }
        };
        word.is_none_or(|word| word == tag.word || tag.former.contains(&word))
    }
}

/// Whether it is told without a look at the names that something is not there that must be.
#[inline(always)]
fn surely_lacks(outline: &Outline<'_>, object: &ObjectType) -> bool {
    let mut optional = object.masks.optional;
    object.members.iter().any(|member| {
        let is_optional = optional & 1 == 1;
        optional >>= 1;
        !is_optional
            && !outline.may_have(member.token)
            && member.presence() == Presence::Required
            && member.aliases().is_empty()
    })
}

/// Whether all is there that must be.
#[inline(never)]
fn has_required(outline: &Outline<'_>, object: &ObjectType) -> bool {
    let is_there = |member: &Member| {
        let mut aliases = member.aliases().iter();
        outline.has(member.name) || aliases.any(|alias| outline.has(alias))
    };
    let mut optional = object.masks.optional;
    object.members.iter().all(|member| {
        let is_optional = optional & 1 == 1;
        optional >>= 1;
        is_optional || member.presence() != Presence::Required || is_there(member)
    })
}

/// What came of reading a value as one variant of several.
enum Attempted {
    /// It fits, up to this offset.
    Fits(usize),
    /// It fits, up to this offset, save for what is odd; with how many more unknown members may come then.
    InPart(usize, Odds, usize),
    Failed(Attempt),
    /// It does not fit in full, which is all that is known.
    NotInFull,
}
