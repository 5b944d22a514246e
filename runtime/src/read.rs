//! Reading JSON in place: one pass that fills blank values member by member.
//!
//! Everything here is compiled once, for all types. A value that does not fit is noted with its byte
//! offset only; pointers, lines and messages are made when somebody is told of it (see `fault`).

mod members;

use crate::describe::Shape;
use crate::fault::{Fault, Faults, Problem};
use crate::filling::UnionTag;
use crate::json::{Input, Number, Syntax, SyntaxError, Text};
use crate::node::{Fill, ListMut, MapMut, Misfit, Opened, Scalar, Taken};
use crate::raw::RawJson;
use crate::union::{UnionMut, UnknownObject};

/// Why a value was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The text is not JSON: nothing more can be read.
    Syntax(SyntaxError),
    /// The value does not fit; the faults say why. It was read over: the input stands behind it.
    Unfit,
}

impl From<SyntaxError> for Stop {
    fn from(error: SyntaxError) -> Self {
        Stop::Syntax(error)
    }
}

/// Reads one JSON text.
pub(crate) struct Reader<'de> {
    input: Input<'de>,
    pub(crate) faults: Faults,
    /// The tag of the union that the next object is a variant of.
    union_tag: Option<UnionTag>,
}

impl<'de> Reader<'de> {
    pub(crate) fn new(input: Input<'de>) -> Self {
        Reader {
            input,
            faults: Faults::default(),
            union_tag: None,
        }
    }

    /// Reads the whole text as one value.
    pub(crate) fn document(
        &mut self,
        root: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Result<(), Stop> {
        let read = self.next_value(root, shape);
        if read != Err(Stop::Unfit) {
            read?;
        }
        self.input.finish()?;
        read.map(drop)
    }

    /// Reads one value, which begins with the byte `first`, or reads over it where it does not fit.
    fn value(
        &mut self,
        first: u8,
        node: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Result<Taken, Stop> {
        let start = self.input.at;
        let taken = match first {
            b'"' => match self.input.string()? {
                Text::Borrowed(text) => node.accept(Scalar::Borrowed(text)),
                Text::Transient(text) => node.accept(Scalar::Transient(text)),
            },
            b'{' | b'[' => return self.composite(first, node, shape),
            b'n' => {
                self.input.literal_null()?;
                node.accept(Scalar::Null)
            }
            b't' => {
                self.input.literal_true()?;
                node.accept(Scalar::Bool(true))
            }
            b'f' => {
                self.input.literal_false()?;
                node.accept(Scalar::Bool(false))
            }
            b'-' | b'0'..=b'9' => match self.input.number()? {
                Number::Unsigned(value) => node.accept(Scalar::Unsigned(value)),
                Number::Signed(value) => node.accept(Scalar::Signed(value)),
                Number::Other(text) => node.accept(Scalar::Number(text)),
            },
            _ => return Err(self.input.error(Syntax::ExpectedValue).into()),
        };
        match taken {
            Ok(taken) => Ok(taken),
            Err(misfit) => Err(self.misfit(start, shape, misfit)),
        }
    }

    /// Reads the value that comes next.
    fn next_value(
        &mut self,
        node: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Result<Taken, Stop> {
        let first = self.input.peek()?;
        self.value(first, node, shape)
    }

    fn composite(
        &mut self,
        first: u8,
        node: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Result<Taken, Stop> {
        let start = self.input.at;
        // Only the object that is the variant itself bears the tag, none inside it.
        let union_tag = self.union_tag.take();
        let read = match (first, node.open()) {
            (b'{', Opened::Object(object)) => {
                let mut read = Ok(Taken::Exactly);
                object.lend_mut(&mut |lent| read = self.members(lent, union_tag));
                read
            }
            (b'{', Opened::Union(union)) => self.union(union),
            (b'{', Opened::Map(map)) => self.entries(map, shape.element()),
            (b'[', Opened::List(list)) => self.elements(list, shape.element()),
            (_, Opened::Raw(raw)) => {
                *raw = RawJson::trusted(self.input.skip_value()?);
                Ok(Taken::Exactly)
            }
            _ => {
                self.input.skip_value()?;
                Err(self.misfit(start, shape, Misfit::plain()))
            }
        };
        if read == Err(Stop::Unfit) {
            node.close();
        }
        read
    }

    #[cold]
    fn misfit(&mut self, at: usize, shape: &'static Shape, misfit: Misfit) -> Stop {
        let reason = misfit.reason();
        self.unfit(at, Problem::Misfit { shape, reason })
    }

    #[cold]
    fn unfit(&mut self, at: usize, problem: Problem) -> Stop {
        self.faults.push(Fault { at, problem });
        Stop::Unfit
    }

    fn elements(
        &mut self,
        list: &mut dyn ListMut<'de>,
        shape: &'static Shape,
    ) -> Result<Taken, Stop> {
        let mut all = Ok(Taken::Exactly);
        self.enter()?;
        let mut first = true;
        while self.input.next_element(first, b']')? {
            first = false;
            let mut read = Ok(Taken::Exactly);
            list.push_if(&mut |item| {
                read = self.next_value(item, shape);
                read.is_ok()
            });
            all = together(all, read)?;
        }
        self.input.leave();
        all
    }

    fn entries(&mut self, map: &mut dyn MapMut<'de>, shape: &'static Shape) -> Result<Taken, Stop> {
        let mut all = Ok(Taken::Exactly);
        self.enter()?;
        let mut first = true;
        while self.input.next_element(first, b'}')? {
            first = false;
            let read = self.entry(map, shape);
            all = together(all, read)?;
        }
        self.input.leave();
        all
    }

    fn entry(&mut self, map: &mut dyn MapMut<'de>, shape: &'static Shape) -> Result<Taken, Stop> {
        let start = self.input.at;
        let key = Word::from(self.input.key()?);
        let mut read = Ok(Taken::Exactly);
        let entered = map.entry(key.scalar(), &mut |value| {
            read = self.next_value(value, shape);
            read.is_ok()
        });
        match entered {
            Ok(()) => read,
            Err(misfit) => {
                self.input.skip_value()?;
                let reason = misfit.reason().unwrap_or_default();
                Err(self.unfit(start, Problem::Key { reason }))
            }
        }
    }

    fn union(&mut self, union: &mut dyn UnionMut<'de>) -> Result<Taken, Stop> {
        let start = self.input.at;
        let kind = union.union_type();
        let tag = self.tag_ahead(kind.tag)?;
        let word = tag.as_ref().map(|(word, _)| word.as_str());
        let place = word.and_then(|word| kind.find(word));
        if let Some(place) = place
            && let Some(variant) = kind.variants.get(place)
            && let Some(node) = union.choose(place)
        {
            self.union_tag = Some(UnionTag {
                key: kind.tag,
                word: variant.word,
                past: tag.and_then(|(word, past)| past.filter(|_| word.as_str() == variant.word)),
            });
            return self.value(b'{', node, &variant.shape);
        }
        let raw = RawJson::trusted(self.input.skip_value()?);
        match union.keep(UnknownObject::new(word, raw)) {
            true => Ok(Taken::Exactly),
            false => {
                let found = word.map(str::to_owned);
                Err(self.unfit(start, Problem::Variant { kind, found }))
            }
        }
    }

    /// The word of the tag in the object that begins here, wherever in it that stands; and the
    /// offset behind it, where it is the first member.
    fn tag_ahead(
        &mut self,
        key: &str,
    ) -> Result<Option<(Word<'de>, Option<usize>)>, SyntaxError> {
        let start = self.input.at;
        self.enter()?;
        let tag = self.scan_for_tag(key)?;
        self.input.leave();
        self.input.at = start;
        Ok(tag)
    }

    fn scan_for_tag(
        &mut self,
        key: &str,
    ) -> Result<Option<(Word<'de>, Option<usize>)>, SyntaxError> {
        let mut first = true;
        while self.input.next_element(first, b'}')? {
            match self.input.key()?.as_str() == key {
                true if self.input.peek()? == b'"' => {
                    let word = Word::from(self.input.string()?);
                    return Ok(Some((word, first.then_some(self.input.at))));
                }
                true => return Ok(None),
                false => self.input.skip_value()?,
            };
            first = false;
        }
        Ok(None)
    }

    /// Steps over the opening byte of an object or an array.
    fn enter(&mut self) -> Result<(), SyntaxError> {
        self.input.enter()?;
        self.input.at += 1;
        Ok(())
    }

    /// The text of the value that began at `start` and was just read.
    fn text_from(&self, start: usize) -> &'de str {
        self.input
            .text()
            .get(start..self.input.at)
            .unwrap_or_default()
    }
}

/// A string of the text, kept while reading goes on.
enum Word<'de> {
    Borrowed(&'de str),
    Owned(String),
}

impl<'de> Word<'de> {
    fn as_str(&self) -> &str {
        match self {
            Word::Borrowed(word) => word,
            Word::Owned(word) => word,
        }
    }

    fn scalar(&self) -> Scalar<'_, 'de> {
        match self {
            Word::Borrowed(word) => Scalar::Borrowed(word),
            Word::Owned(word) => Scalar::Transient(word),
        }
    }
}

impl<'de> From<Text<'_, 'de>> for Word<'de> {
    fn from(text: Text<'_, 'de>) -> Self {
        match text {
            Text::Borrowed(word) => Word::Borrowed(word),
            Text::Transient(word) => Word::Owned(word.to_owned()),
        }
    }
}

/// What two parts come to: a text that is not JSON stops at once, a misfit is remembered.
fn together(
    before: Result<Taken, Stop>,
    now: Result<Taken, Stop>,
) -> Result<Result<Taken, Stop>, Stop> {
    match (before, now) {
        (_, Err(Stop::Syntax(error))) => Err(Stop::Syntax(error)),
        (Err(Stop::Unfit), _) | (_, Err(Stop::Unfit)) => Ok(Err(Stop::Unfit)),
        (Ok(Taken::Exactly), now) => Ok(now),
        (before, _) => Ok(before),
    }
}
