//! Reading a union: the tag first, wherever it stands, and then the variant in place.

use super::{Read, Reader, Word};
use crate::fault::Problem;
use crate::filling::UnionTag;
use crate::json::SyntaxError;
use crate::node::Opened;
use crate::raw::RawJson;
use crate::union::{UnionMut, UnknownObject};

/// A union's tag as it was found.
struct Tag<'de> {
    word: Word<'de>,
    /// The offset behind it, where it is the object's first member.
    past: Option<usize>,
}

impl<'de> Reader<'de> {
    pub(super) fn union(&mut self, start: usize, union: &mut dyn UnionMut<'de>) -> Read {
        let kind = union.union_type();
        let tag = self.tag_ahead(start, kind.tag);
        let tag = self.ok(tag)?;
        let word = tag.as_ref().map(|tag| tag.word.as_str());
        if let Some(place) = word.and_then(|word| kind.find(word))
            && let Some(variant) = kind.variants.get(place)
            && let Some(node) = union.choose(place)
        {
            let is_canonical = word == Some(variant.word);
            let union_tag = UnionTag {
                key: kind.tag,
                word: variant.word,
                past: tag.and_then(|tag| tag.past).filter(|_| is_canonical),
            };
            if let Opened::Object(object) = node.open() {
                return self.object(start, object, Some(union_tag));
            }
            // A union of unions, or of maps: what is inside finds the tag by itself.
            self.input.leave();
            let read = self.next_value(start, node, &variant.shape);
            let entered = self.input.enter();
            self.ok(entered)?;
            return read;
        }
        let raw = RawJson::trusted(self.skip_entered(start)?);
        let end = self.input.at;
        match union.keep(UnknownObject::new(word, raw)) {
            true => Ok(end),
            false => {
                let found = word.map(str::to_owned);
                Err(self.unfit(start, end, Problem::Variant { kind, found }))
            }
        }
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
}
