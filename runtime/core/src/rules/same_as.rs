//! `same_as = other`, `same_as = other.member`: a value that is said twice.
//!
//! Asked where both are set. Below the other member stand wire names; a union's tag is a member of it.

use super::presence::stands;
use super::{Breach, same_views};
use crate::describe::UnionStyle;
use crate::issue::{Code, found, quoted};
use crate::node::{Node, View};
use crate::object::{Lent, lend};
use crate::union::Active;

/// Whether a value is the same as the other member's, or as what is below that.
pub(crate) fn same_as(
    view: View<'_>,
    (name, other): (&str, View<'_>),
    below: &[&str],
) -> Result<(), Breach> {
    let mut answer = Ok(());
    let said = view.text();
    look(other, below, said, &mut |other| {
        if !view.is_null() && !other.is_null() && !same(view, other) {
            let path: Vec<&str> = [name].into_iter().chain(below.iter().copied()).collect();
            answer = Err(breach(view, &path.join("."), other));
        }
    });
    answer
}

/// Strings are the same whatever types hold them, and a word is whatever is read as it.
fn same(a: View<'_>, b: View<'_>) -> bool {
    let (a, b) = (a.exposed(), b.exposed());
    match ((a, a.text()), (b, b.text())) {
        ((View::Word(words, Ok(place)), _), (_, Some(text)))
        | ((_, Some(text)), (View::Word(words, Ok(place)), _)) => words.find(text) == Some(place),
        ((_, Some(a)), (_, Some(b))) => a == b,
        _ => same_views(a, b),
    }
}

/// Shows what these names lead to, if anything. Of a tag that is `said` in a former word that word is shown.
fn look(view: View<'_>, names: &[&str], said: Option<&str>, f: &mut dyn FnMut(View<'_>)) {
    let [name, rest @ ..] = names else {
        return f(view);
    };
    match view {
        View::Object(object) => lend(object, &mut |lent: &Lent<'_>| {
            member(lent, (name, rest), said, f);
        }),
        View::Union(union) => match union.active() {
            Active::Known(place, node) => {
                let kind = union.union_type();
                match kind.variants.get(place) {
                    Some(variant) if kind.tag == *name => {
                        f(View::Text(as_said(variant.word, variant.aliases, said)));
                    }
                    _ => look(node.view(), names, said, f),
                }
            }
            Active::Inline(place, content, beside, _) => {
                let kind = union.union_type();
                let (word, aliases) = match kind.variants.get(place) {
                    Some(variant) => (variant.word, variant.aliases),
                    None => return,
                };
                let stands_under = match kind.style {
                    UnionStyle::Adjacent(key) => key,
                    _ => word,
                };
                match content {
                    _ if kind.tag == *name => f(View::Text(as_said(word, aliases, said))),
                    Some(content) if stands_under == *name => look(content.view(), rest, said, f),
                    _ => beside
                        .into_iter()
                        .for_each(|beside| look(View::Object(beside), names, said, f)),
                }
            }
            Active::Unmatched(_) => {}
            Active::Unknown(object) => {
                let unknown = union.union_type().unknown(object.json().as_str());
                if let Some((key, word)) = unknown.tag
                    && (key, rest.len()) == (*name, 0)
                {
                    f(View::Text(&word));
                }
            }
        },
        View::Map(map) => map.each(&mut |key, value: &dyn Node| {
            if key == *name {
                look(value.view(), rest, said, f);
            }
        }),
        _ => {}
    }
}

fn as_said<'t>(word: &'t str, former: &[&'t str], said: Option<&str>) -> &'t str {
    let is_said = |former: &&&str| said == Some(**former);
    former.iter().find(is_said).copied().unwrap_or(word)
}

fn member(
    lent: &Lent<'_>,
    (name, rest): (&str, &[&str]),
    said: Option<&str>,
    f: &mut dyn FnMut(View<'_>),
) {
    let place = lent.object.members.iter().position(|m| m.name == name);
    match place.and_then(|place| lent.fields.get(place)) {
        // What takes the place of a member that did not come, or did not fit, says nothing.
        Some(_) if place.is_some_and(|place| !stands(lent, place)) => {}
        Some(field) => look(field.view(), rest, said, f),
        None => {
            let tag = lent.object.tag.filter(|tag| tag.key == name);
            if let (Some(tag), []) = (tag, rest) {
                f(View::Text(as_said(tag.word, tag.former, said)));
            }
        }
    }
}

#[cold]
fn breach(view: View<'_>, name: &str, other: View<'_>) -> Breach {
    let shown = |view: View<'_>| view.text().map_or_else(|| found(view), quoted);
    let (is, other) = (shown(view), shown(other));
    Breach {
        code: Code::SameAs,
        predicate: format!("is {is}, but {name}, which says the same, is {other}"),
        expected: Some(other),
        found: Some(is),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::Value;

    #[test]
    fn both_must_be_equal_where_both_are_set() {
        let says = |a: View<'_>, b: View<'_>| same_as(a, ("other", b), &[]).is_ok();
        assert!(says(View::Unsigned(1), View::Float(1.0)));
        assert!(says(View::Null, View::Unsigned(1)) && says(View::Unsigned(1), View::Null));
        assert!(!says(View::Text("a"), View::Text("b")));
        let breach = same_as(View::Text("a"), ("other", View::Unsigned(1)), &[]).unwrap_err();
        assert_eq!(
            breach.predicate,
            "is \"a\", but other, which says the same, is 1"
        );
    }

    #[test]
    fn the_other_may_stand_below() {
        let map = Value::Map(vec![(
            "b".to_owned(),
            Value::Map(vec![("c".to_owned(), Value::Text("x"))]),
        )]);
        let says = |text, below: &[&str]| same_as(View::Text(text), ("a", map.view()), below);
        assert!(says("x", &["b", "c"]).is_ok());
        let breach = says("y", &["b", "c"]).unwrap_err();
        assert_eq!(
            breach.predicate,
            "is \"y\", but a.b.c, which says the same, is \"x\""
        );
        assert!(says("y", &["b", "d"]).is_ok(), "nothing is there");
    }
}
