//! Reading the members of an object.

mod odd;
mod tags;

use self::odd::Odd;
use super::{Read, Reading, Stop};
use crate::fault::Problem;
use crate::filling::{Filling, Slot, UnionTag};
use crate::json::{Key, Syntax, find_token};
use crate::node::close;
use crate::object::LentMut;

/// An object that is being read.
struct Members<'a, 't, 'r, 'de> {
    reader: &'r mut Reading<'de>,
    filling: Filling<'a, 't, 'de>,
    /// Whether members may have defaults.
    has_defaults: bool,
    /// Whether all that was read so far fits.
    fits: bool,
    /// The place among the faults of the one that the object is of another type.
    wrong_tag: Option<usize>,
    /// Whether something was read that is written otherwise, before this object or in it, for whatever
    /// holds this object to remember.
    respelled: bool,
}

/// What comes where a member may begin.
enum Next {
    /// The value of a declared member: its place, and the offset behind the colon.
    Member(usize, usize),
    /// Something else that was read: the offset behind it.
    Other(usize),
    /// The end of the object; the offset behind its brace.
    End(usize),
}

impl<'de> Reading<'de> {
    /// Reads the object at `start` into the fields that it lent.
    #[inline(always)]
    pub(super) fn members(
        &mut self,
        start: usize,
        lent: LentMut<'_, 'de>,
        union_tags: &[UnionTag],
    ) -> Read {
        let mark = self.faults.len();
        let respelled = std::mem::take(&mut self.respelled);
        let mut members = Members {
            reader: self,
            has_defaults: lent.object.may_have_defaults(),
            filling: Filling::new(lent, union_tags),
            fits: true,
            wrong_tag: None,
            respelled,
        };
        let end = members.read(start)?;
        if !members.filling.is_complete() {
            members.conclude(start, end);
        }
        if members.fits {
            let respelled = members.respelled;
            self.respelled = respelled;
            return Ok(end);
        }
        Err(members.refused(mark, start, end))
    }
}

impl<'de> Members<'_, '_, '_, 'de> {
    /// Reads all members, and answers the offset behind the object.
    #[inline(always)]
    fn read(&mut self, start: usize) -> Read {
        let mut next = match self.behind_tag() {
            Some(past) => Next::Other(past),
            None => self.first(start)?,
        };
        // Members are expected in declared order: `guess` is the one after the last one met.
        let mut guess = 0;
        loop {
            let end = match next {
                Next::Member(place, at) => {
                    let (next, end) = self.run(place, at)?;
                    guess = next;
                    end
                }
                // Behind what is no member of ours the one comes that was expected there.
                Next::Other(end) => match self.is_at(guess, end, Key::end_behind_comma) {
                    Some(value) => {
                        next = Next::Member(guess, value);
                        continue;
                    }
                    None => end,
                },
                Next::End(end) => return Ok(end),
            };
            let bytes = self.reader.input.bytes();
            next = match bytes.get(end) {
                Some(b'}') => return Ok(end + 1),
                Some(b',') => match find_token(self.filling.object, guess, bytes, end) {
                    Some((place, value)) => Next::Member(place, value),
                    None => self.next(end, guess)?,
                },
                _ => self.next(end, guess)?,
            };
        }
    }

    /// Reads members from the one at a place on, for as long as they come in declared order, without white space between
    /// them, and are no deviation; answers which is expected next, and the offset behind the last one.
    #[inline(always)]
    fn run(&mut self, first: usize, mut at: usize) -> Result<(usize, usize), Stop> {
        let (reader, filling) = (&mut *self.reader, &mut self.filling);
        let (object, seen) = (filling.object, &mut filling.seen);
        let bytes = reader.input.bytes();
        let (Some([member, members @ ..]), Some(fields)) =
            (object.members.get(first..), filling.fields.get_mut(first..))
        else {
            return Ok((first, at));
        };
        let (mut member, mut members) = (member, members.iter());
        // Where nothing of what follows has come, each of a run comes for the first time, and all are noted at its end.
        let is_free = seen.is_free(first, object.members.len());
        let mut nulls = object.silent_nulls(first);
        let mut place = first;
        let mut odd = None;
        for field in fields {
            if !is_free && !seen.insert(place) {
                odd = Some(Odd::Again);
                break;
            }
            let (byte, start) = reader.input.first_byte(at);
            // A null leaves the blank of what is nullable as it is.
            let is_null = byte == b'n' && reader.input.is_null(start);
            if is_null && nulls & 1 == 1 {
                at = start + 4;
            } else if is_null && member.is_blank_null() {
                odd = Some(Odd::Null(start));
                break;
            } else {
                if self.has_defaults && member.has_default() {
                    // What comes takes the place of the default and is not mixed with it.
                    close(&mut **field);
                }
                match reader.value(byte, start, &mut **field, &member.shape) {
                    Ok(end) if !reader.respelled => at = end,
                    read => {
                        odd = Some(Odd::Read(start, read));
                        break;
                    }
                }
            }
            place += 1;
            nulls >>= 1;
            let Some(next) = members.next() else { break };
            let Some(value) = next.key().end_behind_comma(bytes, at) else {
                break;
            };
            (member, at) = (next, value);
        }
        if is_free {
            seen.insert_run(first, place);
        }
        match odd {
            None => Ok((place, at)),
            Some(odd) => Ok((place + 1, self.odd(place, member, at, odd)?)),
        }
    }

    /// Where to go on in a variant of a union whose tag came first and is no member of the object.
    fn behind_tag(&self) -> Option<usize> {
        let [tag] = self.filling.union_tags else {
            return None;
        };
        tag.past.filter(|_| !self.filling.object.has_key_of(tag))
    }

    /// The offset behind the key of the member at a place, if that is what comes at `at`.
    #[inline(always)]
    fn is_at(
        &self,
        place: usize,
        at: usize,
        met: impl Fn(&Key, &[u8], usize) -> Option<usize>,
    ) -> Option<usize> {
        let member = self.filling.object.members.get(place)?;
        met(&member.key(), self.reader.input.bytes(), at)
    }

    /// Looks at what follows the brace that opens the object.
    #[inline(always)]
    fn first(&mut self, start: usize) -> Result<Next, Stop> {
        let bytes = self.reader.input.bytes();
        if let Some(tag) = &self.filling.object.tag
            && let Some(value) = Key::new(tag.token).end_behind(bytes, start)
        {
            if let Some(end) = self.reader.input.end_of_word(tag.word, value)
                && self.filling.is_first_tag()
            {
                return Ok(Next::Other(end));
            }
            self.reader.input.at = value;
            return self.tag().map(Next::Other);
        }
        if let Some(value) = self.is_at(0, start, Key::end_behind) {
            return Ok(Next::Member(0, value));
        }
        self.reader.input.at = start + 1;
        match self.reader.peek()? {
            b'}' => Ok(Next::End(self.reader.input.at + 1)),
            _ => self.key(0, None),
        }
    }

    /// Looks at what follows a member, where it is no comma with the key of another one, as was tried there.
    #[inline(never)]
    fn next(&mut self, tried: usize, guess: usize) -> Result<Next, Stop> {
        self.reader.input.at = tried;
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
        self.key(guess, Some(tried))
    }

    /// Reads a key, which may be that of a member behind white space, and what belongs to no member. That of a member was
    /// looked for behind a comma already, if one is given.
    fn key(&mut self, guess: usize, tried: Option<usize>) -> Result<Next, Stop> {
        let at = self.reader.input.at;
        if tried != Some(at - 1)
            && let Some((place, value)) = self.expected_or_found(guess, at - 1)
        {
            return Ok(Next::Member(place, value));
        }
        let name = match self.reader.input.key() {
            Ok(name) => name,
            Err(error) => return Err(self.reader.stop(error)),
        };
        let union_tag = self.filling.union_tag_named(name.as_str());
        match self.filling.look_up(name.as_str(), guess) {
            Some(Slot::Member(place)) if self.filling.seen.contains(place) => {
                let at = self.reader.input.at;
                let member = self.filling.object.members.get(place);
                let read = member.map(|member| self.repeated(at, member));
                read.unwrap_or(Ok(at)).map(Next::Other)
            }
            Some(Slot::Member(place)) => Ok(Next::Member(place, self.reader.input.at)),
            Some(Slot::Tag) => self.tag().map(Next::Other),
            None => match union_tag {
                Some(tag) => self.union_tag(tag).map(Next::Other),
                None => self.unknown(at).map(Next::Other),
            },
        }
    }

    /// The member whose key stands behind a byte, where the expected one is likely; and where its value begins.
    fn expected_or_found(&self, guess: usize, before: usize) -> Option<(usize, usize)> {
        let bytes = self.reader.input.bytes();
        let object = self.filling.object;
        let expected = object.members.get(guess).map(|member| member.key());
        match expected.and_then(|key| key.end_behind(bytes, before)) {
            Some(value) => Some((guess, value)),
            None => find_token(object, guess, bytes, before),
        }
    }

    /// Notes of an object that does not fit all that is wrong with it: what would have been set aside, had the rest fitted, too.
    #[cold]
    fn refused(self, mark: usize, start: usize, end: usize) -> Stop {
        let reader = self.reader;
        if reader.is_hasty {
            return reader.against(end);
        }
        if let Some(wrong_tag) = self.wrong_tag {
            reader.faults.keep_only(wrong_tag, mark, start);
            return Stop(end);
        }
        let fields = self.filling.fields.iter().map(|field| field.view());
        let extra = self.filling.extra.as_deref();
        reader.faults.push_set_aside(start, extra, fields);
        Stop(end)
    }

    /// Looks at what has not come. What had to leaves its blank, where that is wished for and can be remembered.
    #[inline(never)]
    fn conclude(&mut self, start: usize, end: usize) {
        self.reader.tagless += usize::from(self.filling.lacks_tag());
        let names = self.filling.finish();
        if names.is_empty() {
            return;
        }
        if self.reader.fills_missing && self.filling.fill_missing() {
            self.reader.set_aside += names.len();
            return;
        }
        self.fits = false;
        self.reader.unfit(start, end, Problem::Missing { names });
    }
}
