//! Values that are as good as null: `null_like({}, 0)`.
//!
//! A member that comes with such a value is null, for rules and in the typed view. The value is set aside and written
//! back, so that what came is what goes out; but it is no deviation, since the declaration knows of it.

use std::cmp::Ordering;

use crate::extra::{Aside, Extra, TagState};
use crate::filling::Filling;
use crate::json::{Decimal, elements, inside, members};
use crate::node::View;
use crate::object::Lent;
use crate::raw::{RawJson, quoted};
use crate::rules::Number;
use crate::union::Active;
use crate::write;

/// A value that is as good as null: `null_like(...)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NullLike {
    /// `{}`: an object in which nothing is set; each of its members, if it has any, is null.
    Object,
    /// `[]`: a list of nothing.
    List,
    /// A whole number, such as 0.
    Integer(i64),
    /// A string, such as `""`.
    Text(&'static str),
    /// A truth value.
    Bool(bool),
}

impl Filling<'_, '_> {
    /// Makes null what is as good as null, now that all has come.
    #[inline(never)]
    pub(crate) fn null_likes(&mut self) {
        let Some(extra) = &mut self.extra else { return };
        let rows = self.object.members.iter().zip(self.fields.iter_mut());
        for (place, (member, field)) in rows.enumerate() {
            if let Some(aside) = extra.aside_mut(place) {
                if member
                    .null_like
                    .iter()
                    .any(|like| like.reads(aside.raw.as_str()))
                {
                    aside.issues.clear();
                }
            } else if member.null_like.iter().any(|like| like.shows(field.view())) {
                let raw = match extra.respelled(place) {
                    Some(respelled) => respelled.raw.clone(),
                    None => write::to_text(&**field).into(),
                };
                field.close();
                extra.put_aside(Aside {
                    member: place,
                    raw: RawJson::trusted(raw),
                    issues: Vec::new(),
                });
            }
        }
    }
}

impl NullLike {
    fn shows(self, view: View<'_>) -> bool {
        if let View::Raw(raw) = view {
            return self.reads(raw.as_str());
        }
        match self {
            NullLike::Object => has_nothing_set(view),
            NullLike::List => matches!(view, View::List(list) if list.is_empty()),
            NullLike::Bool(value) => matches!(view, View::Bool(v) if v == value),
            NullLike::Text(text) => match view {
                View::Text(t) => t == text,
                View::Inline(t) | View::Id(_, t) => t.as_str() == text,
                View::Word(words, word) => words.spell(word) == text,
                _ => false,
            },
            NullLike::Integer(value) => {
                let value = Number::Integer(value.into());
                Number::of(view).is_some_and(|n| n.compare(value) == Some(Ordering::Equal))
            }
        }
    }

    /// The same of a value that is JSON text.
    fn reads(self, json: &str) -> bool {
        let first = json.as_bytes().first();
        match self {
            NullLike::Object => {
                first == Some(&b'{') && members(inside(json)).all(|member| member.value == "null")
            }
            NullLike::List => first == Some(&b'[') && elements(inside(json)).next().is_none(),
            NullLike::Bool(value) => json == if value { "true" } else { "false" },
            NullLike::Text(text) => json == &*quoted(text),
            NullLike::Integer(value) => {
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
        View::Object(object) => object.lend(&mut |lent| nothing = lends_nothing(&lent)),
        View::Map(map) => map.each(&mut |_, value| nothing &= value.view().is_null()),
        View::Union(union) => {
            nothing = match union.active() {
                // What a tag tells apart has the tag, at least.
                Active::Known(..) => false,
                Active::Unknown(object) => NullLike::Object.reads(object.json().as_str()),
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
    let is_set = lent.fields.iter().any(|field| !field.view().is_null());
    let mut unknown = extra.into_iter().flat_map(Extra::iter);
    let is_kept = extra.is_some_and(|extra| !extra.set_aside().is_empty());
    !is_tagged && !is_set && !is_kept && unknown.all(|(_, value)| value == "null")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::Value;
    use crate::node::Node;

    #[test]
    fn values_and_texts_are_judged_alike() {
        let zero = NullLike::Integer(0);
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
        let text = NullLike::Text("n/\"a");
        assert!(text.shows(Value::Text("n/\"a").view()) && text.reads("\"n/\\\"a\""));
        assert!(!text.shows(Value::Text("").view()) && !text.reads("\"\""));
        assert!(NullLike::Bool(false).reads("false") && !NullLike::Bool(false).reads("true"));
        assert!(NullLike::List.reads("[ ]") && !NullLike::List.reads("[null]"));
    }

    #[test]
    fn an_object_of_nulls_is_nothing() {
        for nothing in ["{}", "{ }", r#"{"a":null}"#, r#"{"a": null , "b":null}"#] {
            assert!(NullLike::Object.reads(nothing), "{nothing}");
            let raw = Value::raw(nothing);
            assert!(NullLike::Object.shows(raw.view()), "{nothing}");
        }
        for something in ["null", "[]", r#"{"a":0}"#, r#"{"a":{}}"#] {
            assert!(!NullLike::Object.reads(something), "{something}");
        }
        let map = |value| Value::Map(vec![("a".to_owned(), value)]);
        assert!(NullLike::Object.shows(map(Value::Null).view()));
        assert!(!NullLike::Object.shows(map(Value::Bool(false)).view()));
    }
}
