//! Walking over JSON text that was read before and is known to be valid.

use std::borrow::Cow;

use super::{Input, Text};

/// A member of an object, as it stands in the text.
pub(crate) struct RawMember<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) value: &'a str,
    /// Name and value: `"name": value`.
    pub(crate) text: &'a str,
}

/// The members in the text between an object's braces.
pub(crate) fn members(inside: &str) -> impl Iterator<Item = RawMember<'_>> {
    let mut input = Input::from_text(inside);
    std::iter::from_fn(move || {
        let start = next(&mut input)?;
        let name = match input.key().ok()? {
            Text::Borrowed(name) => Cow::Borrowed(name),
            Text::Transient(name) => Cow::Owned(name.to_owned()),
        };
        input.peek_or_end()?;
        let value = input.skip_value().ok()?;
        let text = inside.get(start..input.at)?;
        Some(RawMember { name, value, text })
    })
}

/// The elements in the text between an array's brackets.
pub(crate) fn elements(inside: &str) -> impl Iterator<Item = &str> {
    let mut input = Input::from_text(inside);
    std::iter::from_fn(move || {
        next(&mut input)?;
        input.skip_value().ok()
    })
}

/// The text between the brackets or braces of an array or an object.
pub(crate) fn inside(composite: &str) -> &str {
    composite.get(1..composite.len() - 1).unwrap_or_default()
}

/// Steps to what comes next, over a comma, and says where that begins.
fn next(input: &mut Input<'_>) -> Option<usize> {
    if input.peek_or_end()? == b',' {
        input.at += 1;
        input.peek_or_end()?;
    }
    Some(input.at)
}
