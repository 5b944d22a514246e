//! Members that come otherwise than most: again, as an optional null, spelled otherwise, misfit, or unknown.

use super::{Members, Read};
use crate::describe::{Member, Presence};
use crate::extra::Aside;
use crate::fault::Problem;
use crate::json::{Syntax, SyntaxError};
use crate::raw::RawJson;

/// Why a run of members ends with one of them.
pub(super) enum Odd {
    /// It has come already.
    Again,
    /// It is null, at this offset, which its blank is, too; but it is one that may be left out.
    Null(usize),
    /// Its value, which begins at the offset, is spelled otherwise, or does not fit.
    Read(usize, Read),
}

impl Members<'_, '_, '_, '_> {
    /// What comes of a member that ends a run.
    #[inline(never)]
    pub(super) fn odd(
        &mut self,
        place: usize,
        member: &'static Member,
        at: usize,
        odd: Odd,
    ) -> Read {
        match odd {
            Odd::Again => self.again(place, at, member),
            Odd::Null(start) => {
                self.filling.seen.insert(place);
                if member.presence() == Presence::Optional {
                    self.filling.null(place);
                }
                Ok(start + 4)
            }
            Odd::Read(start, read) => {
                self.filling.seen.insert(place);
                self.otherwise(place, member, start, read)
            }
        }
    }

    /// What is to be remembered of a member that is spelled otherwise, or did not fit.
    #[inline(never)]
    fn otherwise(&mut self, place: usize, member: &Member, at: usize, read: Read) -> Read {
        let end = match read {
            Ok(end) => end,
            Err(stop) => stop.past()?,
        };
        let raw = self.reader.text(at, end);
        self.reader.respelled = false;
        match read {
            Ok(_) => self.respelled |= !self.filling.respelled(place, raw),
            Err(_) => self.misfit(place, member, at, raw),
        }
        Ok(end)
    }

    /// A member that has come already, and comes under its own name now.
    #[cold]
    fn again(&mut self, place: usize, at: usize, member: &Member) -> Read {
        self.reader.skip_from(at)?;
        let end = self.reader.input.at;
        let json = self.reader.text(at, end);
        match self.filling.keep_second(place, member, json) {
            true => Ok(end),
            false => self.repeated(at, member),
        }
    }

    #[cold]
    pub(super) fn repeated(&mut self, at: usize, member: &Member) -> Read {
        let read = self.duplicate(at, member.name);
        if member.shape.holds_secret() {
            self.reader.faults.hide_from(at);
        }
        read
    }

    #[cold]
    pub(super) fn duplicate(&mut self, at: usize, name: &'static str) -> Read {
        self.reader.skip_from(at)?;
        let end = self.reader.input.at;
        self.fits = false;
        let stop = self.reader.unfit(at, end, Problem::Duplicate { name });
        stop.past()
    }

    /// Sets a value aside that its member can do without; a required one sinks the object, or leaves its blank.
    #[cold]
    fn misfit(&mut self, place: usize, member: &Member, start: usize, raw: &str) {
        let is_required = member.presence() == Presence::Required;
        match &mut self.filling.extra {
            Some(extra) if !is_required || self.reader.fills_missing => {
                self.reader.set_aside += 1;
                let why = self.reader.faults.drain_from(start);
                extra.of(self.filling.object).put_aside(Aside {
                    member: place,
                    raw: RawJson::trusted(raw),
                    why,
                });
                match member.presence() {
                    Presence::Default => self.reader.spoiled.push(place),
                    Presence::Required => self.filling.leave_blank(place),
                    _ => {}
                }
            }
            _ => self.fits = false,
        }
    }

    /// Keeps a member that the declaration does not know, as it stands: its key is read already.
    pub(super) fn unknown(&mut self, start: usize) -> Read {
        let Some(left) = self.reader.unknown_left.checked_sub(1) else {
            let error = SyntaxError::new(start, Syntax::TooManyUnknown);
            return Err(self.reader.stop(error));
        };
        self.reader.unknown_left = left;
        let at = self.reader.input.at;
        self.reader.skip_from(at)?;
        let end = self.reader.input.at;
        if let Some(extra) = &mut self.filling.extra {
            let extra = extra.of(self.filling.object);
            extra.push_unknown(self.reader.text(start, end));
        }
        Ok(end)
    }
}
