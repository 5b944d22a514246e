//! What names an object: its member `id`, found without knowing the object's type.

use crate::json::{Input, inside, members};
use crate::node::{Node, View};
use crate::object::Lent;
use crate::text::Str;
use crate::union::{Shown, shown};

/// The name of the member that names its object.
const ID: &str = "id";

/// The id of an object, or of JSON text that is one; nothing where there is none, or it is no string.
pub(crate) fn id_of(view: View<'_>) -> Option<Str> {
    match view {
        View::Object(object) => {
            let mut found = None;
            object.lend(&mut |lent| found = id_of_members(&lent));
            found
        }
        View::Union(union) => shown(union, |shown| match shown {
            Shown::Variant(_, node) => id_of(node.view()),
            Shown::Unknown(object) => id_of_json(object.json().as_str()),
            Shown::Unmatched(value) => id_of_json(value.as_str()),
        }),
        View::Unreadable(odd) => id_of_json(odd.json().as_str()),
        View::Raw(raw) => id_of_json(raw.as_str()),
        _ => None,
    }
}

fn id_of_members(lent: &Lent<'_>) -> Option<Str> {
    let place = lent.object.members.iter().position(|m| m.name == ID);
    match place {
        Some(place) if lent.holds_placeholder(place) => None,
        Some(place) => text_of(*lent.fields.get(place)?),
        None => string(lent.extra?.get(ID)?),
    }
}

fn text_of(node: &dyn Node) -> Option<Str> {
    match node.view() {
        View::Text(text) | View::BorrowedId(_, text) => Some(Str::from(text)),
        View::Inline(text) | View::Id(_, text) => Some(text.clone()),
        _ => None,
    }
}

fn id_of_json(json: &str) -> Option<Str> {
    if !json.starts_with('{') {
        return None;
    }
    let id = members(inside(json)).filter(|member| member.name == ID);
    string(id.last()?.value)
}

/// The content of a JSON string.
fn string(json: &str) -> Option<Str> {
    let mut input = Input::from_text(json);
    match input.peek() {
        Ok(b'"') => input.string().ok().map(|text| Str::from(text.as_str())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawJson;

    fn of(json: &str) -> Option<String> {
        let raw = RawJson::trusted(json);
        id_of(raw.view()).map(|id| id.to_string())
    }

    #[test]
    fn json_is_looked_into() {
        assert_eq!(
            of(r#"{"a":{"id":"no"},"id":"\u0061b"}"#).as_deref(),
            Some("ab")
        );
        for nothing in [r#"{"id":7}"#, "{}", "[1]", r#""id""#, "null"] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }
}
