//! Reading the members of an object.

use super::{Read, Reader, Stop};
use crate::describe::{Member, Presence, Tag};
use crate::extra::Aside;
use crate::fault::Problem;
use crate::filling::{Filling, Slot, UnionTag};
use crate::json::{Key, Syntax};
use crate::object::LentMut;
use crate::raw::RawJson;

/// An object that is being read.
struct Members<'a, 'r, 'de> {
    reader: &'r mut Reader<'de>,
    filling: Filling<'a, 'de>,
    /// Whether all that was read so far fits.
    fits: bool,
}

/// What comes where a member may begin.
enum Next {
    /// The value of a known key: its place among the keys, and the offset behind the colon.
    Known(usize, usize),
    /// A member that was kept as unknown; the offset behind it.
    Unknown(usize),
    /// The end of the object; the offset behind its brace.
    End(usize),
}

impl<'de> Reader<'de> {
    /// Reads the object at `start` into the fields that it lent.
    pub(super) fn members(
        &mut self,
        start: usize,
        lent: LentMut<'_, 'de>,
        union_tag: Option<UnionTag>,
    ) -> Read {
        let mark = self.faults.len();
        let mut members = Members {
            reader: self,
            filling: Filling::new(lent, union_tag),
            fits: true,
        };
        let end = members.read(start)?;
        let missing = members.filling.finish();
        let fits = members.fits && missing.is_empty();
        if !missing.is_empty() {
            self.unfit(start, end, Problem::Missing { names: missing });
        }
        if fits {
            return Ok(end);
        }
        self.faults.keep_wrong_tag_only(mark);
        Err(Stop::Unfit(end))
    }
}

impl<'de> Members<'_, '_, 'de> {
    /// Reads all members, and answers the offset behind the object.
    fn read(&mut self, start: usize) -> Read {
        let bytes = self.reader.input.bytes();
        let keys = self.filling.object.keys;
        // Members are expected in declared order: `guess` is the key after the last one met.
        let mut guess = 0;
        let mut at = match self.behind_tag() {
            Some(past) => past,
            None => match keys.first().and_then(|key| key.end_behind(bytes, start)) {
                Some(end) => {
                    guess = 1;
                    self.known(0, end)?
                }
                None => match self.first(start)? {
                    Next::Known(key, value) => {
                        guess = key + 1;
                        self.known(key, value)?
                    }
                    Next::Unknown(end) => end,
                    Next::End(end) => return Ok(end),
                },
            },
        };
        loop {
            let expected = keys.get(guess);
            let (key, value) = match expected.and_then(|key| key.end_behind_comma(bytes, at)) {
                Some(end) => (guess, end),
                None => match self.next(at, guess)? {
                    Next::Known(key, value) => (key, value),
                    Next::Unknown(end) => {
                        at = end;
                        continue;
                    }
                    Next::End(end) => return Ok(end),
                },
            };
            guess = key + 1;
            at = self.known(key, value)?;
        }
    }

    /// Where to go on in a variant of a union whose tag came first and is no member of the object.
    fn behind_tag(&self) -> Option<usize> {
        let tag = self.filling.union_tag?;
        tag.past.filter(|_| !self.filling.object.has_key(tag.key))
    }

    /// Looks at what follows the brace that opens the object.
    fn first(&mut self, start: usize) -> Result<Next, Stop> {
        self.reader.input.at = start + 1;
        match self.reader.peek()? {
            b'}' => Ok(Next::End(self.reader.input.at + 1)),
            _ => self.key(0),
        }
    }

    /// Looks at what follows a member, where it is not just the expected key.
    #[inline(never)]
    fn next(&mut self, at: usize, guess: usize) -> Result<Next, Stop> {
        self.reader.input.at = at;
        let byte = self.reader.peek()?;
        let at = self.reader.input.at;
        match byte {
            b',' => {}
            b'}' => return Ok(Next::End(at + 1)),
            _ => {
                let error = self.reader.input.error(Syntax::ExpectedCommaOrBrace);
                return Err(self.reader.stop(error));
            }
        }
        self.reader.input.at = at + 1;
        if self.reader.peek()? == b'}' {
            let error = self.reader.input.error(Syntax::TrailingComma);
            return Err(self.reader.stop(error));
        }
        self.key(guess)
    }

    /// Reads a key, which may be the expected one behind white space.
    fn key(&mut self, guess: usize) -> Result<Next, Stop> {
        let at = self.reader.input.at;
        let bytes = self.reader.input.bytes();
        let keys = self.filling.object.keys;
        let met = |place: usize| {
            let key: &Key = keys.get(place)?;
            let end = key.end_behind(bytes, at - 1)?;
            Some(Next::Known(place, end))
        };
        // The next but one is expected where an optional member is absent.
        if let Some(next) = met(guess).or_else(|| met(guess + 1)) {
            return Ok(next);
        }
        let object = self.filling.object;
        let name = self.reader.input.key();
        let name = match name {
            Ok(name) => name,
            Err(error) => return Err(self.reader.stop(error)),
        };
        match object.look_up(name.as_str(), guess) {
            Some(key) => Ok(Next::Known(key, self.reader.input.at)),
            None => self.unknown(at).map(Next::Unknown),
        }
    }

    /// Reads the value at `at` of the key at a place among the keys.
    #[inline(always)]
    fn known(&mut self, key: usize, at: usize) -> Read {
        match self.filling.object.slot(key) {
            Slot::Member(place) => self.member(place, at),
            Slot::Tag => self.tag(at),
        }
    }

    #[inline(always)]
    fn member(&mut self, place: usize, at: usize) -> Read {
        let members = self.filling.object.members;
        let (Some(member), Some(field)) = (members.get(place), self.filling.fields.get_mut(place))
        else {
            return Ok(at);
        };
        if !self.filling.seen.insert(place) {
            return self.duplicate(at, member.name);
        }
        match self.reader.value(at, &mut **field, &member.shape) {
            Ok(end) if !self.reader.respelled && member.presence != Presence::Optional => Ok(end),
            read => self.otherwise(place, member, at, read),
        }
    }

    /// What is to be remembered of a member that is null, spelled otherwise, or did not fit.
    #[inline(never)]
    fn otherwise(
        &mut self,
        place: usize,
        member: &'static Member,
        at: usize,
        read: Read,
    ) -> Read {
        match read {
            Ok(end) if self.reader.respelled => {
                self.reader.respelled = false;
                let raw = self.reader.text(at, end).trim_start();
                self.filling.respelled(place, raw);
                Ok(end)
            }
            Ok(end) => {
                if self.reader.text(at, end).ends_with("null") {
                    self.filling.null(place, member);
                }
                Ok(end)
            }
            Err(Stop::Unfit(end)) => {
                self.misfit(place, member, at, end);
                Ok(end)
            }
            Err(Stop::Syntax) => Err(Stop::Syntax),
        }
    }

    #[cold]
    fn duplicate(&mut self, at: usize, name: &'static str) -> Read {
        self.reader.skip_from(at)?;
        let end = self.reader.input.at;
        self.fits = false;
        self.reader.unfit(at, end, Problem::Duplicate { name });
        Ok(end)
    }

    /// Sets a value aside that its member can do without; a required one sinks the object.
    #[cold]
    fn misfit(&mut self, place: usize, member: &Member, at: usize, end: usize) {
        let raw = self.reader.text(at, end).trim_start();
        self.reader.respelled = false;
        match &mut self.filling.extra {
            Some(extra) if member.presence != Presence::Required => {
                let issues = self.reader.faults.drain_as_issues(end - raw.len(), raw);
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
    fn tag(&mut self, at: usize) -> Read {
        let object = self.filling.object;
        let Some(tag) = &object.tag else {
            return Ok(at);
        };
        self.reader.input.at = at;
        let first = self.reader.peek()?;
        let start = self.reader.input.at;
        if !self.filling.is_first_tag() {
            return self.duplicate(start, tag.key);
        }
        if first != b'"' {
            self.reader.skip_from(start)?;
        } else if self.tag_word(tag)? {
            return Ok(self.reader.input.at);
        }
        let end = self.reader.input.at;
        self.fits = false;
        self.reader.unfit(start, end, Problem::WrongTag { object });
        Ok(end)
    }

    /// Reads the tag's word, and says whether it is this type's.
    fn tag_word(&mut self, tag: &'static Tag) -> Result<bool, Stop> {
        match self.reader.input.string() {
            Ok(word) => {
                let word = word.as_str();
                Ok(word == tag.word || self.filling.other_tag(tag, word))
            }
            Err(error) => Err(self.reader.stop(error)),
        }
    }

    /// Keeps a member that the declaration does not know, as it stands: its key is read already.
    fn unknown(&mut self, start: usize) -> Read {
        let at = self.reader.input.at;
        if let Some(tag) = self.filling.union_tag
            && key_in(self.reader.text(start, at)) == tag.key
            && self.reader.peek()? == b'"'
        {
            return match self.reader.input.string() {
                Ok(word) => {
                    self.filling.variant_tag(tag, word.as_str());
                    Ok(self.reader.input.at)
                }
                Err(error) => Err(self.reader.stop(error)),
            };
        }
        self.reader.skip_from(at)?;
        let end = self.reader.input.at;
        if let Some(extra) = &mut self.filling.extra {
            extra.push_unknown(self.reader.text(start, end));
        }
        Ok(end)
    }
}

/// The key in `"key":`; a tag's key is never written with escapes by those who chose it.
fn key_in(text: &str) -> &str {
    text.split('"').nth(1).unwrap_or_default()
}
