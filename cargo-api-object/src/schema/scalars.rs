//! What is asked of numbers and of strings.

use std::collections::BTreeMap;

use super::format::Format;
use super::told::ToldOf;
use crate::document::Number;

/// What is asked of a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bounds {
    /// The least, and whether it is excluded.
    pub low: Option<(Number, bool)>,
    /// The most, and whether it is excluded.
    pub high: Option<(Number, bool)>,
    /// What it is a multiple of, all of them.
    pub multiples: Vec<Number>,
    /// The only ones, each once; where there are none, all.
    pub listed: Vec<Number>,
}

/// The bounds of a length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// The least.
    pub low: Option<u64>,
    /// The most.
    pub high: Option<u64>,
}

/// A string.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// How long it is.
    pub len: Length,
    /// What it is the text of.
    pub format: Option<Format>,
    /// Regular expressions for it, all of which it matches.
    pub patterns: Vec<String>,
    /// The integer of Rust whose numbers it quotes.
    pub number: Option<&'static str>,
}

/// One of some words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The words, each once.
    pub words: Vec<String>,
    /// Whether the document allows any other string.
    pub open: bool,
    /// Whether the word was guessed from a name.
    pub implied: bool,
    /// Words that samples have where this is a constant.
    pub former: Vec<String>,
    /// What the document says of single words.
    pub told: BTreeMap<String, ToldOf>,
}

impl Text {
    /// Whether anything is asked of it beside that it is a string, or a number in quotes.
    pub fn asks(&self) -> bool {
        let Text {
            len,
            format,
            patterns,
            number: _,
        } = self;
        *len != Length::default() || format.is_some() || !patterns.is_empty()
    }
}

impl Words {
    /// The word, where there is only one.
    pub fn constant(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] if !self.open => Some(word),
            _ => None,
        }
    }
}
