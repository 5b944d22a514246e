//! A whole text as a tree, for tests: the plainest reader and writer on top of this module.

use std::collections::HashMap;

use serde_json::Value;

use super::{Input, Number, Syntax, SyntaxError, nearest_f64};
use super::{write_f64, write_integer, write_str};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    /// The bits of a double.
    Float(u64),
    /// Well spelled, and beyond the largest double.
    OutOfRange,
    Text(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn from_slice(bytes: &[u8]) -> Result<Tree, SyntaxError> {
        let mut input = Input::new(bytes)?;
        let tree = Tree::read(&mut input)?;
        input.finish()?;
        Ok(tree)
    }

    fn read(input: &mut Input<'_>) -> Result<Tree, SyntaxError> {
        Ok(match input.peek()? {
            b'n' => input.literal_null().map(|()| Tree::Null)?,
            b't' => input.literal_true().map(|()| Tree::Bool(true))?,
            b'f' => input.literal_false().map(|()| Tree::Bool(false))?,
            b'"' => Tree::Text(input.string()?.as_str().to_owned()),
            b'-' | b'0'..=b'9' => Tree::number(input.number()?),
            b'[' => Tree::Array(Tree::elements(input)?),
            b'{' => Tree::Object(Tree::members(input)?),
            _ => return Err(input.error(Syntax::ExpectedValue)),
        })
    }

    fn number(number: Number<'_>) -> Tree {
        match number {
            Number::Unsigned(value) => Tree::Unsigned(value),
            Number::Signed(value) => Tree::Signed(value),
            Number::Other(spelling) => match nearest_f64(spelling) {
                Some(value) => Tree::Float(value.to_bits()),
                None => Tree::OutOfRange,
            },
        }
    }

    fn elements(input: &mut Input<'_>) -> Result<Vec<Tree>, SyntaxError> {
        let mut elements = Vec::new();
        input.enter()?;
        input.at += 1;
        while input.next_element(elements.is_empty(), b']')? {
            elements.push(Tree::read(input)?);
        }
        input.leave();
        Ok(elements)
    }

    fn members(input: &mut Input<'_>) -> Result<Vec<(String, Tree)>, SyntaxError> {
        let mut members = Vec::new();
        input.enter()?;
        input.at += 1;
        while input.next_element(members.is_empty(), b'}')? {
            let key = input.key()?.as_str().to_owned();
            members.push((key, Tree::read(input)?));
        }
        input.leave();
        Ok(members)
    }

    pub(super) fn has_out_of_range(&self) -> bool {
        match self {
            Tree::OutOfRange => true,
            Tree::Array(elements) => elements.iter().any(Tree::has_out_of_range),
            Tree::Object(members) => members.iter().any(|(_, value)| value.has_out_of_range()),
            _ => false,
        }
    }

    /// Whether this is `value`, numbers to the bit. Of members with the same key the last counts.
    pub(super) fn is(&self, value: &Value) -> bool {
        match (self, value) {
            (Tree::Null, Value::Null) => true,
            (Tree::Bool(own), Value::Bool(other)) => own == other,
            (Tree::Text(own), Value::String(other)) => own == other,
            (Tree::Unsigned(own), Value::Number(other)) => other.as_u64() == Some(*own),
            (Tree::Signed(own), Value::Number(other)) => other.as_i64() == Some(*own),
            (Tree::Float(own), Value::Number(other)) => {
                other.is_f64() && other.as_f64().map(f64::to_bits) == Some(*own)
            }
            (Tree::Array(own), Value::Array(other)) => {
                own.len() == other.len() && own.iter().zip(other).all(|(own, other)| own.is(other))
            }
            (Tree::Object(own), Value::Object(other)) => {
                let own: HashMap<_, _> = own.iter().map(|(key, value)| (key, value)).collect();
                let same = |(key, own): (&&String, &&Tree)| {
                    other.get(*key).is_some_and(|other| own.is(other))
                };
                own.len() == other.len() && own.iter().all(same)
            }
            _ => false,
        }
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Tree::Null => out.extend_from_slice(b"null"),
            Tree::Bool(value) => out.extend_from_slice(value.to_string().as_bytes()),
            Tree::Unsigned(value) => write_integer(out, *value),
            Tree::Signed(value) => write_integer(out, *value),
            Tree::Float(bits) => write_f64(out, f64::from_bits(*bits)),
            Tree::OutOfRange => out.extend_from_slice(b"1e999"),
            Tree::Text(text) => write_str(out, text.as_bytes()),
            Tree::Array(elements) => {
                let mut before = b'[';
                for element in elements {
                    out.push(before);
                    element.write(out);
                    before = b',';
                }
                out.extend_from_slice(if elements.is_empty() { b"[]" } else { b"]" });
            }
            Tree::Object(members) => {
                let mut before = b'{';
                for (key, value) in members {
                    out.push(before);
                    write_str(out, key.as_bytes());
                    out.push(b':');
                    value.write(out);
                    before = b',';
                }
                out.extend_from_slice(if members.is_empty() { b"{}" } else { b"}" });
            }
        }
    }

    pub(super) fn texts<'t>(&'t self) -> Vec<&'t str> {
        match self {
            Tree::Text(text) => vec![text],
            Tree::Array(elements) => elements.iter().flat_map(Tree::texts).collect(),
            Tree::Object(members) => {
                let texts =
                    |(key, value): &'t (String, Tree)| [vec![key.as_str()], value.texts()].concat();
                members.iter().flat_map(texts).collect()
            }
            _ => Vec::new(),
        }
    }
}
