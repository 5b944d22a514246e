//! Steps of the input, whose errors are remembered.

use super::{Read, Reading, Stop};
use crate::describe::Shape;
use crate::fault::{Fault, Problem};
use crate::json::{Outline, Syntax, SyntaxError};
use crate::node::{Fill, View, close};

/// Whether reading goes on behind what does not fit. Only to measure what that costs is a reader built without:
/// by `--cfg api_object_strict`, as `docs/tolerance.md` does.
pub(super) const TOLERANT: bool = !cfg!(api_object_strict);

impl Stop {
    /// Where reading goes on behind a value that does not fit; an error where the text is not JSON.
    #[inline]
    pub(super) fn past(self) -> Read {
        match self.end() {
            Some(end) if TOLERANT => Ok(end),
            _ => Err(self),
        }
    }
}

impl<'de> Reading<'de> {
    #[inline]
    pub(super) fn ok<T>(&mut self, step: Result<T, SyntaxError>) -> Result<T, Stop> {
        match step {
            Ok(value) => Ok(value),
            Err(error) => Err(self.stop(error)),
        }
    }

    #[cold]
    pub(super) fn stop(&mut self, error: SyntaxError) -> Stop {
        self.syntax = Some(error);
        Stop::SYNTAX
    }

    /// Goes behind a value, and says whether it fitted.
    #[inline]
    pub(super) fn step_over(&mut self, read: Read) -> Result<bool, Stop> {
        self.input.at = match read {
            Ok(end) => end,
            Err(stop) => stop.past()?,
        };
        Ok(read.is_ok())
    }

    /// Says what is wrong with the text at an offset, where no value begins.
    #[cold]
    pub(super) fn no_value(&mut self, at: usize) -> Stop {
        self.input.at = at;
        let error = match self.input.skip_value() {
            Err(error) => error,
            Ok(_) => self.input.error(Syntax::ExpectedValue),
        };
        self.stop(error)
    }

    #[cold]
    pub(super) fn misfit(&mut self, at: usize, end: usize, shape: &'static Shape) -> Stop {
        if self.is_hasty {
            return self.against(end);
        }
        self.faults.push(Fault::misfit(at, shape));
        Stop(end)
    }

    /// Leaves the blank of an array or an object that does not fit, of which the faults are noted.
    #[cold]
    pub(super) fn refused(
        &mut self,
        stop: Stop,
        start: usize,
        node: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) {
        // Of an object, and of one in a union, that is done.
        if let (Some(_), list @ (View::List(_) | View::Map(_))) = (stop.end(), node.view()) {
            let faults = &mut self.faults;
            faults.push_set_aside(start, None, std::iter::once(list));
        }
        close(node);
        if shape.is_secret() {
            self.faults.hide_from(start);
        }
    }

    #[cold]
    pub(super) fn unfit(&mut self, at: usize, end: usize, problem: Problem) -> Stop {
        if self.is_hasty {
            return self.against(end);
        }
        self.faults.push(Fault {
            at,
            problem,
            hidden: None,
        });
        Stop(end)
    }

    /// Ends what is read in haste, as nothing but the variant that is tried does.
    pub(super) fn against(&mut self, end: usize) -> Stop {
        self.input.at = end;
        Stop::SYNTAX
    }

    #[inline]
    pub(super) fn peek(&mut self) -> Result<u8, Stop> {
        let first = self.input.peek();
        self.ok(first)
    }

    #[inline]
    pub(super) fn next_element(&mut self, first: bool, close: u8) -> Result<bool, Stop> {
        let more = self.input.next_element(first, close);
        self.ok(more)
    }

    /// Finds the members of the object at an offset, if they are not those that were found last, and goes behind it.
    #[inline]
    pub(super) fn outline(&mut self, start: usize) -> Result<&Outline<'de>, SyntaxError> {
        let outline = self.outline.get_or_insert_with(Outline::new);
        match self.outlined {
            Some((at, end)) if at == start => self.input.at = end,
            _ => {
                self.outlined = None;
                outline.clear();
                outline.read(&mut self.input, start)?;
                self.outlined = Some((start, self.input.at));
            }
        }
        Ok(outline)
    }

    /// Whether the members that were found last are those of the object at an offset.
    #[inline]
    pub(super) fn is_outlined(&self, start: usize) -> bool {
        self.outlined.is_some_and(|(at, _)| at == start)
    }

    /// Reads over the value at an offset, and lends its text.
    #[inline]
    pub(super) fn skip_from(&mut self, at: usize) -> Result<&'de str, Stop> {
        self.input.at = at;
        let value = self.input.skip_value();
        self.ok(value)
    }

    /// Reads over the array or object at an offset, whose level was entered already.
    #[inline]
    pub(super) fn skip_entered(&mut self, at: usize) -> Result<&'de str, Stop> {
        self.input.leave();
        let value = self.skip_from(at);
        let entered = self.input.enter();
        self.ok(entered)?;
        value
    }

    /// The text between two offsets.
    #[inline]
    pub(super) fn text(&self, from: usize, to: usize) -> &'de str {
        self.input.text().get(from..to).unwrap_or_default()
    }

    /// The end of what was read, which fits or does not.
    pub(super) fn all(&self, fits: bool) -> Read {
        match fits {
            true => Ok(self.input.at),
            false => Err(Stop(self.input.at)),
        }
    }
}
