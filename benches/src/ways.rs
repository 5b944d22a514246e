//! One way to read and write a document, and what may be done with it: decoding, encoding, one by one or as a whole.

use std::hint::black_box;
use std::rc::Rc;

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use crate::data::{Document, Lines, same_value, same_value_but_nulls};

/// One way to do what a case asks.
pub struct Way<'d> {
    /// The type or library that does it.
    pub name: &'static str,
    /// The least ratio that the budget allows, for our own ways.
    pub must: Option<f64>,
    /// What is run, or why it cannot be done in this way.
    pub work: Result<Work<'d>, &'static str>,
}

/// What is run, and how it is known that it does what it is timed for.
pub struct Work<'d> {
    /// Whether the way reads and writes what the document says; otherwise, why not.
    pub hold: Box<dyn Fn() -> Result<(), String> + 'd>,
    /// Does it once. What it needs is made in the first run.
    pub run: Box<dyn FnMut() + 'd>,
}

/// How a type is read and written by a library.
pub struct Codec<'d, T> {
    /// The type or library.
    pub name: &'static str,
    /// Reads one document.
    pub read: fn(&'d [u8]) -> Result<T, String>,
    /// Writes it.
    pub write: fn(&T) -> Vec<u8>,
    /// Whether it can tell null from absent.
    pub nulls: Nulls,
}

/// Whether what is written may have a null where there was nothing, and the reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nulls {
    /// Null and absent are two things.
    AreKept,
    /// The library cannot write some members only where they are set.
    AreAbsent,
}

impl<T> Clone for Codec<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Codec<'_, T> {}

/// A type as serde_json reads and writes it.
pub fn by_serde_json<'d, T: DeserializeOwned + Serialize>(name: &'static str) -> Codec<'d, T> {
    Codec {
        name,
        read: |bytes| serde_json::from_slice(bytes).map_err(|error| error.to_string()),
        write: |value| serde_json::to_vec(value).expect("the value has a JSON form"),
        nulls: Nulls::AreKept,
    }
}

impl<'d, T: 'd> Codec<'d, T> {
    /// Reads a document as a whole; `known` is what the type can know of it.
    pub fn decode(self, document: &'d Document, known: &'d Document) -> Way<'d> {
        let hold = move || self.hold_to(&known.value, &document.bytes);
        Way::new(self.name, hold, move || self.take(&document.bytes))
    }

    /// Reads documents one after the other.
    pub fn decode_each(self, documents: impl IntoIterator<Item = &'d Document>) -> Way<'d> {
        let documents: Rc<[&Document]> = documents.into_iter().collect();
        let hold = {
            let documents = documents.clone();
            move || self.hold_to_each(documents.iter().copied())
        };
        Way::new(self.name, hold, move || {
            documents
                .iter()
                .for_each(|document| self.take(&document.bytes));
        })
    }

    /// Reads the lines of a text, which somebody has split.
    pub fn decode_lines(self, lines: &'d Lines) -> Way<'d> {
        let hold = move || self.hold_to_lines(lines);
        Way::new(self.name, hold, move || {
            lines.each().for_each(|line| self.take(line));
        })
    }

    /// Writes what it reads from a document.
    pub fn encode(self, document: &'d Document) -> Way<'d> {
        self.encode_each(std::slice::from_ref(document))
    }

    /// Writes what it reads from each document.
    pub fn encode_each(self, documents: &'d [Document]) -> Way<'d> {
        let texts = documents.iter().map(|document| &document.bytes[..]);
        self.encode_all(texts.collect(), move || self.hold_to_each(documents.iter()))
    }

    /// Writes what it reads from the lines of a text, each for itself.
    pub fn encode_lines(self, lines: &'d Lines) -> Way<'d> {
        self.encode_all(lines.each().collect(), move || self.hold_to_lines(lines))
    }

    fn encode_all(
        self,
        texts: Vec<&'d [u8]>,
        hold: impl Fn() -> Result<(), String> + 'd,
    ) -> Way<'d> {
        let mut values = None;
        let values_of = move || -> Vec<T> { texts.iter().map(|text| self.held(text)).collect() };
        Way::new(self.name, hold, move || {
            for value in values.get_or_insert_with(&values_of) {
                drop(black_box((self.write)(black_box(value))));
            }
        })
    }

    /// Writes what it reads from a document into the buffer that held it the last time.
    pub fn encode_into(
        self,
        document: &'d Document,
        write: impl Fn(&mut Vec<u8>, &T) + Copy + 'd,
    ) -> Way<'d> {
        let hold = move || {
            let value = (self.read)(&document.bytes)?;
            let mut buffer = Vec::new();
            write(&mut buffer, &value);
            match buffer == (self.write)(&value) {
                true => self.hold_to(&document.value, &document.bytes),
                false => Err("it writes something else into a buffer".to_owned()),
            }
        };
        let (mut value, mut buffer) = (None, Vec::new());
        Way::new(self.name, hold, move || {
            let value = value.get_or_insert_with(|| self.held(&document.bytes));
            buffer.clear();
            write(&mut buffer, black_box(value));
            black_box(&buffer);
        })
    }

    /// What it reads from a text to which it was held.
    fn held(&self, text: &'d [u8]) -> T {
        (self.read)(text).expect("it was held to its document")
    }

    fn take(&self, bytes: &'d [u8]) {
        drop(black_box((self.read)(black_box(bytes))));
    }

    fn hold_to_each(
        &self,
        documents: impl IntoIterator<Item = &'d Document>,
    ) -> Result<(), String> {
        documents
            .into_iter()
            .try_for_each(|document| self.hold_to(&document.value, &document.bytes))
    }

    fn hold_to_lines(&self, lines: &'d Lines) -> Result<(), String> {
        lines
            .each()
            .zip(&lines.values)
            .try_for_each(|(line, value)| self.hold_to(value, line))
    }

    /// Whether what is read from the bytes and written again is this value.
    fn hold_to(&self, expected: &Value, bytes: &'d [u8]) -> Result<(), String> {
        let value = (self.read)(bytes)?;
        let written = (self.write)(&value);
        let found: Value =
            serde_json::from_slice(&written).map_err(|_| "it writes what is no JSON".to_owned())?;
        let same = match self.nulls {
            Nulls::AreKept => same_value(expected, &found),
            Nulls::AreAbsent => same_value_but_nulls(expected, &found),
        };
        match same {
            true => Ok(()),
            false => Err("it does not write what it read".to_owned()),
        }
    }
}

impl<'d> Way<'d> {
    /// A way that first tells whether it does what it should.
    pub fn new(
        name: &'static str,
        hold: impl Fn() -> Result<(), String> + 'd,
        run: impl FnMut() + 'd,
    ) -> Self {
        let work = Work {
            hold: Box::new(hold),
            run: Box::new(run),
        };
        Way {
            name,
            must: None,
            work: Ok(work),
        }
    }

    /// A way that has nothing to be held to, since it makes nothing that could be wrong.
    pub fn unheld(name: &'static str, run: impl FnMut() + 'd) -> Self {
        Way::new(name, || Ok(()), run)
    }

    /// A way that there is not, and why.
    pub fn cannot(name: &'static str, why: &'static str) -> Self {
        Way {
            name,
            must: None,
            work: Err(why),
        }
    }

    /// The way under another name.
    pub fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// The way with the least ratio that its budget allows.
    pub fn must(mut self, ratio: f64) -> Self {
        self.must = Some(ratio);
        self
    }

    /// What is run, once it is known to do what it should; otherwise, why there is nothing to run.
    ///
    /// # Errors
    ///
    /// Where the way cannot read the document, or writes something else.
    pub fn held(&mut self) -> Result<&mut (dyn FnMut() + 'd), String> {
        let work = self.work.as_mut().map_err(|why| (*why).to_owned())?;
        (work.hold)()?;
        Ok(&mut work.run)
    }

    /// What is run, without asking again whether it does what it should.
    pub fn run(&mut self) -> Option<&mut (dyn FnMut() + 'd)> {
        let work = self.work.as_mut().ok()?;
        Some(&mut work.run)
    }
}

/// The least that a reader does: it looks where values end.
pub fn skip(text: &[u8]) -> Way<'_> {
    Way::unheld("limit: IgnoredAny", move || skip_once(text))
}

/// The same, one document after the other.
pub fn skip_each<'d>(texts: impl IntoIterator<Item = &'d [u8]>) -> Way<'d> {
    let texts: Rc<[&[u8]]> = texts.into_iter().collect();
    Way::unheld("limit: IgnoredAny", move || {
        texts.iter().for_each(|text| skip_once(text));
    })
}

fn skip_once(text: &[u8]) {
    let skipped: IgnoredAny = serde_json::from_slice(black_box(text)).expect("it is JSON");
    black_box(skipped);
}
