//! The tag of an object, and those of the unions that it is a variant of.

use super::{Members, Read, Stop};
use crate::describe::Tag;
use crate::fault::Problem;
use crate::filling::UnionTag;

impl Members<'_, '_, '_, '_> {
    /// Reads the value of the tag, whose key is read already.
    #[inline(never)]
    pub(super) fn tag(&mut self) -> Read {
        let object = self.filling.object;
        let first = self.reader.peek()?;
        let start = self.reader.input.at;
        let Some(tag) = &object.tag else {
            return Ok(start);
        };
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
        self.wrong_tag = Some(self.reader.faults.len());
        let stop = self.reader.unfit(start, end, Problem::WrongTag { object });
        stop.past()
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

    /// Takes the tag that chose this variant; it is a string, since it was looked at before.
    pub(super) fn union_tag(&mut self, (place, tag): (usize, UnionTag)) -> Read {
        self.reader.peek()?;
        let at = self.reader.input.at;
        if !self.filling.is_first_union_tag(place) {
            return self.duplicate(at, tag.key);
        }
        match self.reader.input.string() {
            Ok(word) => {
                self.filling.variant_tag(tag, word.as_str());
                Ok(self.reader.input.at)
            }
            Err(error) => Err(self.reader.stop(error)),
        }
    }
}
