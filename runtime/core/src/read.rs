//! Reading JSON in place: one pass that fills blank values member by member.
//!
//! Everything here is compiled once, for all types. A value that does not fit is noted with its byte
//! offset only; pointers, lines and messages are made when somebody is told of it (see `fault`).
//!
//! Offsets are passed from function to function and come back in the result, so that reading keeps its place in a register.

mod members;
mod steps;
mod union;
mod untagged;
mod word;

use crate::describe::{Kinds, Shape, UnionStyle};
use crate::fault::{Faults, Problem};
use crate::filling::{UnionTag, restore_defaults};
use crate::items::Unreadable;
use crate::json::{Input, Number, Outline, SyntaxError, Text, natural, plain_end};
use crate::node::{Fill, Kind, ListMut, MapMut, Misfit, Scalar, Slot, Taken, close};
use crate::object::{LentMut, ObjectMut};
use crate::raw::RawJson;
use crate::reader::Reader;
use steps::TOLERANT;
use untagged::{LOOKED_AHEAD, READ_IN_HASTE};
use word::Word;

/// How often a text may be read as variants that do not fit. Variants within variants that are tried one after the
/// other would else take time without a bound.
pub(crate) const READ_IN_VAIN: usize = 64;

/// Why a value was not read: it does not fit, and ends at an offset; or the text is not JSON.
///
/// One word, so that a [`Read`] is handed back in two registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop(usize);

impl Stop {
    /// The text is not JSON, as the reader remembers, and no more can be read; or, in haste, a variant does not fit in full.
    const SYNTAX: Stop = Stop(usize::MAX);

    /// Where the value ends that does not fit; the faults say why it does not.
    fn end(self) -> Option<usize> {
        (self != Stop::SYNTAX).then_some(self.0)
    }
}

/// The offset behind a value that was read.
type Read = Result<usize, Stop>;

/// Reads one JSON text.
pub(crate) struct Reading<'de> {
    input: Input<'de>,
    pub(crate) faults: Faults,
    /// Why reading stopped, where it stopped for that.
    pub(crate) syntax: Option<SyntaxError>,
    /// Whether a scalar was read that its value writes otherwise, and nobody remembered it yet.
    respelled: bool,
    /// Members of objects being read that have defaults, and whose values did not fit.
    spoiled: Vec<usize>,
    /// How many values were set aside so far.
    set_aside: usize,
    /// How many objects lacked their tag so far.
    tagless: usize,
    /// How many bytes may yet be read in vain, as variants that do not fit.
    fuel: usize,
    /// How many bytes may yet be read in haste.
    haste: usize,
    /// How many bytes were looked through for tags, in what is tried in haste.
    looked: usize,
    /// Whether reading ends at the first thing that speaks against the variant that is tried.
    is_hasty: bool,
    /// How many bytes may yet be looked through to tell what a value is not.
    ahead: usize,
    /// The members of the object that was looked through last, for all unions that it is read as.
    outline: Option<Outline<'de>>,
    /// The offset of that object, and the one behind it.
    outlined: Option<(usize, usize)>,
    /// How many more members may come that nobody declared.
    unknown_left: usize,
    /// Whether what is required and missing leaves its blank.
    fills_missing: bool,
}

impl<'de> Reading<'de> {
    pub(crate) fn new(mut input: Input<'de>, reader: &Reader) -> Self {
        input.limit_depth(reader.depth());
        Reading {
            fuel: input.bytes().len().saturating_mul(READ_IN_VAIN),
            haste: input.bytes().len().saturating_mul(READ_IN_HASTE),
            looked: 0,
            is_hasty: false,
            ahead: input.bytes().len().saturating_mul(LOOKED_AHEAD),
            outline: None,
            outlined: None,
            input,
            faults: Faults::default(),
            syntax: None,
            respelled: false,
            spoiled: Vec::new(),
            set_aside: 0,
            tagless: 0,
            unknown_left: reader.unknown_members(),
            fills_missing: TOLERANT && reader.fills_missing(),
        }
    }

    /// Reads the whole text as one value.
    pub(crate) fn document(
        &mut self,
        root: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Result<(), Stop> {
        let start = self.input.at;
        let read = self.next_value(start, root, shape);
        self.step_over(read)?;
        let finished = self.input.finish();
        self.ok(finished)?;
        read.map(drop)
    }

    /// Whether all that was read is in the values, and nothing beside them.
    pub(crate) fn set_nothing_aside(&self) -> bool {
        self.set_aside == 0
    }

    /// How many more members may come that nobody declared.
    pub(crate) fn unknown_left(&self) -> usize {
        self.unknown_left
    }

    /// Reads the value at `at`, or behind the white space there; or reads over it, if it does not fit.
    fn next_value(&mut self, at: usize, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Read {
        let (first, at) = self.input.first_byte(at);
        self.value(first, at, node, shape)
    }

    /// Reads the value at `at`, which begins with the byte `first`.
    #[inline(always)]
    fn value(
        &mut self,
        first: u8,
        at: usize,
        node: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Read {
        match first {
            b'"' => self.string(at, node, shape),
            b'-' | b'0'..=b'9' => self.number(at, node, shape),
            b'{' | b'[' => self.composite(first, at, node, shape),
            _ => self.literal(at, node, shape),
        }
    }

    #[inline(always)]
    fn string(&mut self, at: usize, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Read {
        let text = self.input.text();
        let end = plain_end(text.as_bytes(), at + 1);
        if text.as_bytes().get(end) != Some(&b'"') {
            return self.escaped(at, node, shape);
        }
        let taken = match node.slot(Kind::Text) {
            Slot::Inline(place) => {
                place.set_part(text, at + 1, end);
                Ok(Taken::Exactly)
            }
            Slot::Text(place) => {
                *place = text[at + 1..end].to_owned();
                Ok(Taken::Exactly)
            }
            Slot::Word(words, place) => words.take(&text[at + 1..end], place),
            slot => slot.take(Scalar::Borrowed(&text[at + 1..end])),
        };
        self.took(at, end + 1, taken, (node, shape))
    }

    #[inline(never)]
    fn escaped(&mut self, at: usize, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Read {
        self.input.at = at;
        let taken = match self.input.string() {
            Ok(Text::Borrowed(text)) => node.slot(Kind::Text).take(Scalar::Borrowed(text)),
            Ok(Text::Transient(text)) => node.slot(Kind::Text).take(Scalar::Transient(text)),
            Err(error) => return Err(self.stop(error)),
        };
        self.took(at, self.input.at, taken, (node, shape))
    }

    #[inline(always)]
    fn number(&mut self, at: usize, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Read {
        match natural(self.input.bytes(), at) {
            Some((value, end)) => {
                let taken = match node.slot(Kind::Number) {
                    Slot::Unsigned(place) => {
                        *place = value;
                        Ok(Taken::Exactly)
                    }
                    Slot::Signed(place) if value <= i64::MAX as u64 => {
                        *place = value as i64;
                        Ok(Taken::Exactly)
                    }
                    slot => slot.take(Scalar::Unsigned(value)),
                };
                self.took(at, end, taken, (node, shape))
            }
            None => self.odd_number(at, node, shape),
        }
    }

    #[inline(never)]
    fn odd_number(&mut self, at: usize, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Read {
        self.input.at = at;
        let number = match self.input.bytes().get(at) {
            Some(b'-') => self.input.number(),
            // What most numbers are it is not, as was tried.
            _ => self.input.uncommon_number(),
        };
        let scalar = match number {
            Ok(Number::Unsigned(value)) => Scalar::Unsigned(value),
            Ok(Number::Signed(value)) => Scalar::Signed(value),
            Ok(Number::Other(text)) => Scalar::Number(text),
            Err(error) => return Err(self.stop(error)),
        };
        let taken = node.slot(Kind::Number).take(scalar);
        self.took(at, self.input.at, taken, (node, shape))
    }

    #[inline(never)]
    fn literal(&mut self, at: usize, node: &mut dyn Fill<'de>, shape: &'static Shape) -> Read {
        let rest = self.input.bytes().get(at..).unwrap_or_default();
        let (literal, end) = match rest.first_chunk() {
            Some(b"null") => (Scalar::Null, at + 4),
            Some(b"true") => (Scalar::Bool(true), at + 4),
            Some(b"fals") if rest.get(4) == Some(&b'e') => (Scalar::Bool(false), at + 5),
            _ => return Err(self.no_value(at)),
        };
        let taken = match (node.slot(literal.kind()), literal) {
            (Slot::Bool(place), Scalar::Bool(value)) => {
                *place = value;
                Ok(Taken::Exactly)
            }
            (slot, literal) => slot.take(literal),
        };
        self.took(at, end, taken, (node, shape))
    }

    /// What comes of a scalar from `at` to `end` that was offered to a value.
    #[inline(always)]
    fn took(
        &mut self,
        at: usize,
        end: usize,
        taken: Result<Taken, Misfit>,
        (node, shape): (&mut dyn Fill<'de>, &'static Shape),
    ) -> Read {
        match taken {
            Ok(Taken::Exactly) => Ok(end),
            Ok(Taken::Respelled) => {
                self.respelled = true;
                Ok(end)
            }
            Err(Misfit) => {
                close(node);
                Err(self.misfit(at, end, shape))
            }
        }
    }

    #[inline(never)]
    fn composite(
        &mut self,
        first: u8,
        start: usize,
        node: &mut dyn Fill<'de>,
        shape: &'static Shape,
    ) -> Read {
        self.input.at = start;
        let entered = self.input.enter();
        self.ok(entered)?;
        let kind = match first {
            b'{' => Kind::Object,
            _ => Kind::Array,
        };
        let read = match (first, node.slot(kind)) {
            (b'{', Slot::Object(object)) => self.object(start, object, &[]),
            (b'{', Slot::Map(map)) => self.entries(start, map, shape.element()),
            (b'{', Slot::Union(union)) => self.union(start, union, &[]),
            (b'[', Slot::Union(union)) if union.union_type().style == UnionStyle::Untagged => {
                self.untagged(Kinds::ARRAY, start, union, &[])
            }
            (b'[', Slot::List(list)) => {
                let is_hasty = self.is_hasty;
                // What speaks against an element does not speak against a list that keeps it.
                self.is_hasty = is_hasty && !shape.keeps_unreadable();
                let read = self.elements(start, list, shape.element());
                self.is_hasty = is_hasty;
                read
            }
            (_, Slot::Raw(raw)) => {
                *raw = RawJson::trusted(self.skip_entered(start)?);
                Ok(self.input.at)
            }
            (_, Slot::Json(value)) => {
                let taken = value.take_json(self.skip_entered(start)?);
                self.took(start, self.input.at, taken, (node, shape))
            }
            _ => {
                self.skip_entered(start)?;
                Err(self.misfit(start, self.input.at, shape))
            }
        };
        self.input.leave();
        if let Err(stop) = read {
            self.refused(stop, start, node, shape);
        }
        read
    }

    #[inline(always)]
    fn object(
        &mut self,
        start: usize,
        object: &mut dyn ObjectMut<'de>,
        union_tags: &[UnionTag],
    ) -> Read {
        let before = self.spoiled.len();
        let mut read = Ok(start);
        object.lend_mut(&mut |lent: LentMut<'_, 'de>| read = self.members(start, lent, union_tags));
        if TOLERANT && self.spoiled.len() > before {
            restore_defaults(object, &self.spoiled.split_off(before));
        }
        read
    }

    fn elements(
        &mut self,
        start: usize,
        list: &mut dyn ListMut<'de>,
        shape: &'static Shape,
    ) -> Read {
        let mut fits = true;
        let mut first = true;
        self.input.at = start + 1;
        while self.next_element(first, b']')? {
            first = false;
            let mut read = Ok(start);
            let (at, respelled) = (self.input.at, self.respelled);
            list.push(&mut |item| read = self.next_value(at, item, shape));
            if !self.step_over(read)? {
                fits &= self.kept(list, at, respelled);
            }
        }
        self.all(fits)
    }

    /// Leaves the element at `at`, which does not fit, to a list that keeps such.
    #[cold]
    fn kept(&mut self, list: &mut dyn ListMut<'de>, at: usize, respelled: bool) -> bool {
        let raw = self.text(at, self.input.at);
        let is_kept =
            list.keep(&mut || Unreadable::new(RawJson::trusted(raw), self.faults.drain_from(at)));
        match is_kept {
            // Its text is all that remains of it.
            true => self.respelled = respelled,
            // Blanks of many that do not fit would take far more memory than their text.
            false => list.pop(),
        }
        is_kept
    }

    fn entries(&mut self, start: usize, map: &mut dyn MapMut<'de>, shape: &'static Shape) -> Read {
        let mut fits = true;
        let mut first = true;
        self.input.at = start + 1;
        while self.next_element(first, b'}')? {
            first = false;
            let read = self.entry(map, shape);
            fits &= self.step_over(read)?;
        }
        self.all(fits)
    }

    fn entry(&mut self, map: &mut dyn MapMut<'de>, shape: &'static Shape) -> Read {
        let start = self.input.at;
        let key = self.input.key().map(Word::from);
        let key = self.ok(key)?;
        let at = self.input.at;
        let mut read = Ok(at);
        let entered = map.entry(key.scalar(), &mut |value| {
            read = self.next_value(at, value, shape);
            read.is_ok()
        });
        match entered {
            Ok(()) => read,
            Err(refusal) => {
                self.skip_from(at)?;
                Err(self.unfit(start, self.input.at, Problem::Key { refusal }))
            }
        }
    }
}
