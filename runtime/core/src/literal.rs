//! Values that stand in declarations, and whether a value is one of them.

use std::cmp::Ordering;

use crate::describe::UnionStyle;
use crate::extra::{Extra, TagState};
use crate::json::{Decimal, elements, inside, members};
use crate::node::{Node, View};
use crate::object::{Lent, lend};
use crate::raw::quoted;
use crate::rules::Number;
use crate::union::Active;

/// A value that a declaration names: in `null_like(...)`, `set_if(...)` and their kin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Literal {
    /// `{}`: an object in which nothing is set; each of its members, if it has any, is null.
    EmptyObject,
    /// `[]`: a list of nothing.
    EmptyList,
    /// A whole number, such as 0.
    Integer(i64),
    /// A string, such as `""`.
    Text(&'static str),
    /// A truth value.
    Bool(bool),
}

impl Literal {
    /// Whether a value is this one.
    pub(crate) fn shows(self, view: View<'_>) -> bool {
        match view {
            View::Raw(raw) => return self.reads(raw.as_str()),
            // An untagged union is the value that it holds.
            View::Union(union) if union.union_type().style == UnionStyle::Untagged => {
                if let Active::Known(_, node) = union.active() {
                    return self.shows(node.view());
                }
            }
            _ => {}
        }
        match self {
            Literal::EmptyObject => has_nothing_set(view),
            Literal::EmptyList => matches!(view, View::List(list) if list.count() == 0),
            Literal::Bool(value) => matches!(view, View::Bool(v) if v == value),
            Literal::Text(text) => match view {
                View::Text(t) | View::BorrowedId(_, t) => t == text,
                View::Inline(t) | View::Id(_, t) => t.as_str() == text,
                View::Word(words, Ok(place)) => words.find(text) == Some(place),
                View::Word(_, Err(word)) => word == text,
                _ => false,
            },
            Literal::Integer(value) => {
                let value = Number::Integer(value.into());
                Number::asked_of(view).is_some_and(|n| n.compare(value) == Some(Ordering::Equal))
            }
        }
    }

    /// The same of a value that is JSON text.
    pub(crate) fn reads(self, json: &str) -> bool {
        let first = json.as_bytes().first();
        match self {
            Literal::EmptyObject => {
                first == Some(&b'{') && members(inside(json)).all(|member| member.value == "null")
            }
            Literal::EmptyList => first == Some(&b'[') && elements(inside(json)).next().is_none(),
            Literal::Bool(value) => json == if value { "true" } else { "false" },
            Literal::Text(text) => json == &*quoted(text),
            Literal::Integer(value) => {
                let is_number = first.is_some_and(|byte| matches!(byte, b'-' | b'0'..=b'9'));
                let number = Decimal::read(json).filter(|_| is_number);
                number.and_then(|n| n.to_integer()) == Some(value.into())
            }
        }
    }
}

/// Whether an object has no member but nulls.
fn has_nothing_set(view: View<'_>) -> bool {
    let mut nothing = true;
    match view {
        View::Object(object) => lend(object, &mut |lent: &Lent<'_>| nothing = lends_nothing(lent)),
        View::Map(map) => map.each(&mut |_, value| nothing &= value.view().is_null()),
        View::Union(union) => {
            nothing = match union.active() {
                // What a tag tells apart has the tag, at least.
                Active::Known(..) | Active::Inline(..) => false,
                Active::Unmatched(raw) => Literal::EmptyObject.reads(raw.as_str()),
                Active::Unknown(object) => Literal::EmptyObject.reads(object.json().as_str()),
            }
        }
        _ => nothing = false,
    }
    nothing
}

fn lends_nothing(lent: &Lent<'_>) -> bool {
    let extra = lent.extra;
    let is_tagged =
        lent.object.tag.is_some() && extra.is_none_or(|extra| extra.tag() != TagState::Missing);
    // What a reader filled in did not come.
    let is_set = |(place, field): (usize, &&dyn Node)| {
        !field.view().is_null() && !lent.holds_placeholder(place)
    };
    let is_set = lent.fields.iter().enumerate().any(is_set);
    let set_aside = extra.map(Extra::set_aside).unwrap_or_default();
    let is_kept = set_aside.iter().any(|aside| aside.raw.as_str() != "null");
    let mut unknown = extra.into_iter().flat_map(Extra::iter);
    !is_tagged && !is_set && !is_kept && unknown.all(|(_, value)| value == "null")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::Value;
    use crate::node::Node;

    #[test]
    fn values_and_texts_are_judged_alike() {
        let zero = Literal::Integer(0);
        for value in [Value::Unsigned(0), Value::Float(-0.0), Value::raw("0.0")] {
            assert!(zero.shows(value.view()));
        }
        for value in [
            Value::Unsigned(1),
            Value::Float(0.5),
            Value::Text("0"),
            Value::raw("1e400"),
        ] {
            assert!(!zero.shows(value.view()));
        }
        assert!(zero.reads("0e9") && zero.reads("-0") && !zero.reads("\"0\"") && !zero.reads("{}"));
        let text = Literal::Text("n/\"a");
        assert!(text.shows(Value::Text("n/\"a").view()) && text.reads("\"n/\\\"a\""));
        assert!(!text.shows(Value::Text("").view()) && !text.reads("\"\""));
        assert!(Literal::Bool(false).reads("false") && !Literal::Bool(false).reads("true"));
        assert!(Literal::EmptyList.reads("[ ]") && !Literal::EmptyList.reads("[null]"));
    }

    #[test]
    fn an_object_of_nulls_is_nothing() {
        for nothing in ["{}", "{ }", r#"{"a":null}"#, r#"{"a": null , "b":null}"#] {
            assert!(Literal::EmptyObject.reads(nothing), "{nothing}");
            let raw = Value::raw(nothing);
            assert!(Literal::EmptyObject.shows(raw.view()), "{nothing}");
        }
        for something in ["null", "[]", r#"{"a":0}"#, r#"{"a":{}}"#] {
            assert!(!Literal::EmptyObject.reads(something), "{something}");
        }
        let map = |value| Value::Map(vec![("a".to_owned(), value)]);
        assert!(Literal::EmptyObject.shows(map(Value::Null).view()));
        assert!(!Literal::EmptyObject.shows(map(Value::Bool(false)).view()));
    }
}
