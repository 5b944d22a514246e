//! The document as it is written: a tree of values, several files of it, and overlays over it. Knows no schemas.

mod address;
mod files;
mod flow;
mod json;
mod lines;
mod overlay;
mod path;
mod pointer;
mod repeated;
mod value;
mod yaml;

pub use files::{Documents, FileId, LoadError, Place, Target};
pub use lines::At;
pub use overlay::OverlayNote;
pub use pointer::{child, unescape};
pub use repeated::Repeated;
pub use value::{Map, Number, Value};

/// The deepest nesting that is read; deeper documents are refused.
pub(crate) const DEPTH: usize = 200;
/// The most values of one file, those that aliases repeat included; larger documents are refused.
pub(crate) const VALUES: usize = 4_000_000;

/// Reads a tree from the text of a file: JSON where it looks like JSON, or else YAML.
///
/// # Errors
/// Says in words, with a line, what is no YAML, too deep, or too large.
pub fn parse(text: &str) -> Result<Value, String> {
    parse_telling(text).map(|(value, _)| value)
}

/// Reads a tree from the text of a file, and tells which keys stand twice in one map.
///
/// # Errors
/// As [`parse`].
pub fn parse_telling(text: &str) -> Result<(Value, Vec<Repeated>), String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('{') {
        let again = |error| match flow::indented(text) {
            Some(other) => yaml::parse(&other).map_err(|_| error),
            None => Err(error),
        };
        return yaml::parse(text).or_else(again);
    }
    match json::parse(text) {
        Ok(value) => Ok((value, repeated::in_json(text))),
        // A flow mapping of YAML starts like that, too.
        Err(error) => yaml::parse(text).map_err(|_| error),
    }
}

/// Reads a tree from a payload, which is JSON and nothing else.
///
/// # Errors
/// Says in words what is no JSON, or a number that no double holds.
pub(crate) fn parse_payload(text: &str) -> Result<Value, String> {
    json::parse(text)
}
