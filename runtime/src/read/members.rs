//! Reading the members of an object.

use super::{Reader, Stop};
use crate::describe::{Member, Presence, Tag};
use crate::extra::Aside;
use crate::fault::Problem;
use crate::filling::{Filling, Slot, UnionTag};
use crate::node::Taken;
use crate::object::LentMut;
use crate::raw::RawJson;

/// An object that is being read.
struct Members<'a, 'r, 'de> {
    reader: &'r mut Reader<'de>,
    filling: Filling<'a, 'de>,
    /// Whether all that was read so far fits.
    fits: bool,
}

impl<'de> Reader<'de> {
    /// Reads an object into the fields that it lent.
    pub(super) fn members(
        &mut self,
        lent: LentMut<'_, 'de>,
        union_tag: Option<UnionTag>,
    ) -> Result<Taken, Stop> {
        let mark = self.faults.len();
        let start = self.input.at;
        let mut members = Members {
            reader: self,
            filling: Filling::new(lent, union_tag),
            fits: true,
        };
        members.read()?;
        let missing = members.filling.finish();
        let fits = members.fits && missing.is_empty();
        if !missing.is_empty() {
            self.unfit(start, Problem::Missing { names: missing });
        }
        if fits {
            return Ok(Taken::Exactly);
        }
        self.faults.keep_wrong_tag_only(mark);
        Err(Stop::Unfit)
    }
}

impl<'de> Members<'_, '_, 'de> {
    fn read(&mut self) -> Result<(), Stop> {
        self.reader.enter()?;
        // Members are expected in declared order: `guess` is the key after the last one met.
        let mut guess = 0;
        let mut more = match self.behind_tag() {
            Some(past) => {
                self.reader.input.at = past;
                self.reader.input.next_member()?
            }
            None => self.reader.input.first_member()?,
        };
        while more {
            guess = self.one(guess)?;
            more = self.reader.input.next_member()?;
        }
        self.reader.input.leave();
        Ok(())
    }

    /// Reads one member, and answers which key is expected next.
    #[inline(always)]
    fn one(&mut self, guess: usize) -> Result<usize, Stop> {
        let object = self.filling.object;
        let at = self.reader.input.at;
        let bytes = self.reader.input.bytes();
        let expected = object.keys.get(guess);
        let key = match expected.and_then(|key| key.stands_at(bytes, at)) {
            Some(len) => {
                self.reader.input.at = at + len;
                guess
            }
            None => match self.look_up(guess)? {
                Some(key) => key,
                None => return self.unknown(at).map(|()| guess),
            },
        };
        match object.slot(key) {
            Slot::Member(place) => self.member(place)?,
            Slot::Tag => self.tag()?,
        }
        Ok(key + 1)
    }

    /// Reads a key that was not the expected one.
    #[inline(never)]
    fn look_up(&mut self, guess: usize) -> Result<Option<usize>, Stop> {
        let name = self.reader.input.key()?;
        Ok(self.filling.object.look_up(name.as_str(), guess))
    }

    /// Where to go on in a variant of a union whose tag came first and is no member of the object.
    fn behind_tag(&self) -> Option<usize> {
        let tag = self.filling.union_tag?;
        tag.past.filter(|_| !self.filling.object.has_key(tag.key))
    }

    #[inline(always)]
    fn member(&mut self, place: usize) -> Result<(), Stop> {
        let members = self.filling.object.members;
        let first = self.reader.input.peek()?;
        let start = self.reader.input.at;
        let (Some(member), Some(field)) = (members.get(place), self.filling.fields.get_mut(place))
        else {
            return Ok(());
        };
        if !self.filling.seen.insert(place) {
            return self.duplicate(start, member.name);
        }
        match self.reader.value(first, &mut **field, &member.shape) {
            Ok(Taken::Exactly) if first != b'n' => Ok(()),
            read => self.otherwise(place, member, start, read),
        }
    }

    /// What is to be remembered of a member that is null, spelled otherwise, or did not fit.
    #[inline(never)]
    fn otherwise(
        &mut self,
        place: usize,
        member: &'static Member,
        start: usize,
        read: Result<Taken, Stop>,
    ) -> Result<(), Stop> {
        match read {
            Ok(Taken::Exactly) => self.filling.null(place, member),
            Ok(Taken::Respelled) => {
                let raw = self.reader.text_from(start);
                self.filling.respelled(place, raw);
            }
            Err(Stop::Unfit) => self.misfit(place, member, start),
            Err(stop) => return Err(stop),
        }
        Ok(())
    }

    #[cold]
    fn duplicate(&mut self, start: usize, name: &'static str) -> Result<(), Stop> {
        self.reader.input.skip_value()?;
        self.fits = false;
        self.reader.unfit(start, Problem::Duplicate { name });
        Ok(())
    }

    /// Sets a value aside that its member can do without; a required one sinks the object.
    #[cold]
    fn misfit(&mut self, place: usize, member: &Member, start: usize) {
        let raw = self.reader.text_from(start);
        match &mut self.filling.extra {
            Some(extra) if member.presence != Presence::Required => {
                let issues = self.reader.faults.drain_as_issues(start, raw);
                extra.put_aside(Aside {
                    member: place,
                    raw: RawJson::trusted(raw),
                    issues,
                });
            }
            _ => self.fits = false,
        }
    }

    #[inline(never)]
    fn tag(&mut self) -> Result<(), Stop> {
        let object = self.filling.object;
        let Some(tag) = &object.tag else {
            return Ok(());
        };
        let first = self.reader.input.peek()?;
        let start = self.reader.input.at;
        if !self.filling.is_first_tag() {
            return self.duplicate(start, tag.key);
        }
        if first != b'"' {
            self.reader.input.skip_value()?;
        } else if self.tag_word(tag)? {
            return Ok(());
        }
        self.fits = false;
        self.reader.unfit(start, Problem::WrongTag { object });
        Ok(())
    }

    /// Reads the tag's word, and says whether it is this type's.
    fn tag_word(&mut self, tag: &'static Tag) -> Result<bool, Stop> {
        let word = self.reader.input.string()?;
        let word = word.as_str();
        Ok(word == tag.word || self.filling.other_tag(tag, word))
    }

    /// Keeps a member that the declaration does not know, as it stands.
    fn unknown(&mut self, at: usize) -> Result<(), Stop> {
        if let Some(tag) = self.filling.union_tag
            && key_in(self.reader.text_from(at)) == tag.key
            && self.reader.input.peek()? == b'"'
        {
            let word = self.reader.input.string()?;
            self.filling.variant_tag(tag, word.as_str());
            return Ok(());
        }
        self.reader.input.skip_value()?;
        if let Some(extra) = &mut self.filling.extra {
            extra.push_unknown(self.reader.text_from(at));
        }
        Ok(())
    }
}

/// The key in `"key":`; a tag's key is never written with escapes by those who chose it.
fn key_in(text: &str) -> &str {
    text.split('"').nth(1).unwrap_or_default()
}
