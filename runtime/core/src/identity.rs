//! What names an object: its member `id`, found without knowing the object's type.

use crate::issue::quoted;
use crate::json::{Input, Number, inside, members};
use crate::node::{Fill, Scalar, View};
use crate::object::{Lent, lend};
use crate::text::Str;
use crate::union::{Shown, shown};

/// The name of the member that names its object.
const ID: &str = "id";

/// An id of any type.
pub(crate) enum AnyId {
    Text(Str),
    /// A whole number, as its digits.
    Number(Str),
}

impl AnyId {
    /// Puts the id into a blank value, if it fits there.
    pub(crate) fn fill(&self, place: &mut dyn Fill<'_>) -> Option<()> {
        let scalar = match self {
            AnyId::Text(text) => Scalar::Transient(text.as_str()),
            AnyId::Number(digits) => match digits.as_str().parse() {
                Ok(number) => Scalar::Unsigned(number),
                Err(_) => Scalar::Signed(digits.as_str().parse().ok()?),
            },
        };
        place.slot(scalar.kind()).take(scalar).ok().map(drop)
    }

    /// The id as a message shows it.
    pub(crate) fn found(&self) -> String {
        match self {
            AnyId::Text(text) => quoted(text.as_str()),
            AnyId::Number(digits) => digits.as_str().to_owned(),
        }
    }

    /// The id as it is written into a query.
    pub(crate) fn as_str(&self) -> &str {
        let (AnyId::Text(text) | AnyId::Number(text)) = self;
        text.as_str()
    }
}

/// The id of an object, or of JSON text that is one; nothing where there is none, or it is no string and no whole number.
pub(crate) fn id_of(view: View<'_>) -> Option<AnyId> {
    match view {
        View::Object(object) => {
            let mut found = None;
            lend(object, &mut |lent: &Lent<'_>| found = id_of_members(lent));
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

fn id_of_members(lent: &Lent<'_>) -> Option<AnyId> {
    let place = lent.object.members.iter().position(|m| m.name == ID);
    match place {
        Some(place) if lent.holds_placeholder(place) => None,
        Some(place) => scalar_id(lent.fields.get(place)?.view()),
        None => scalar_of_json(lent.extra?.get(ID)?),
    }
}

/// The id that a scalar is.
pub(crate) fn scalar_id(view: View<'_>) -> Option<AnyId> {
    Some(match view {
        View::Text(text) | View::BorrowedId(_, text) => AnyId::Text(Str::from(text)),
        View::Inline(text) | View::Id(_, text) => AnyId::Text(text.clone()),
        View::Unsigned(number) => AnyId::Number(Str::from(number.to_string())),
        View::Signed(number) => AnyId::Number(Str::from(number.to_string())),
        _ => return None,
    })
}

fn id_of_json(json: &str) -> Option<AnyId> {
    if !json.starts_with('{') {
        return None;
    }
    let id = members(inside(json)).filter(|member| member.name == ID);
    scalar_of_json(id.last()?.value)
}

/// The content of a JSON string, or the digits of a whole number.
fn scalar_of_json(json: &str) -> Option<AnyId> {
    let mut input = Input::from_text(json);
    match input.peek().ok()? {
        b'"' => {
            let text = input.string().ok()?;
            Some(AnyId::Text(Str::from(text.as_str())))
        }
        b'-' | b'0'..=b'9' => match input.number().ok()? {
            Number::Unsigned(_) | Number::Signed(_) => Some(AnyId::Number(Str::from(json))),
            Number::Other(_) => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::Node;
    use crate::raw::RawJson;

    fn of(json: &str) -> Option<String> {
        let raw = RawJson::trusted(json);
        id_of(raw.view()).map(|id| id.as_str().to_owned())
    }

    #[test]
    fn an_id_fills_what_it_fits() {
        let id = |json: &str| id_of(RawJson::trusted(json).view()).unwrap();
        let mut number = 0_i64;
        assert!(id(r#"{"id":-7}"#).fill(&mut number).is_some() && number == -7);
        let mut number = 0_u64;
        assert!(
            id(r#"{"id":18446744073709551615}"#)
                .fill(&mut number)
                .is_some()
        );
        assert_eq!(number, u64::MAX);
        assert!(id(r#"{"id":"7"}"#).fill(&mut number).is_none());
        let mut text = Str::new();
        assert!(id(r#"{"id":"7"}"#).fill(&mut text).is_some() && text.as_str() == "7");
        assert!(id(r#"{"id":7}"#).fill(&mut text).is_none());
    }

    #[test]
    fn json_is_looked_into() {
        assert_eq!(
            of(r#"{"a":{"id":"no"},"id":"\u0061b"}"#).as_deref(),
            Some("ab")
        );
        for number in ["7", "0", "-7", "18446744073709551615"] {
            let json = format!(r#"{{"id":{number}}}"#);
            assert_eq!(of(&json).as_deref(), Some(number));
        }
        for nothing in [
            r#"{"id":7.5}"#,
            r#"{"id":7e2}"#,
            r#"{"id":true}"#,
            r#"{"id":null}"#,
            r#"{"id":[7]}"#,
            "{}",
            "[1]",
            r#""id""#,
            "null",
        ] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }
}
