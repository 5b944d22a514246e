//! Writing through any serde format.

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::transcode::JsonText;
use super::verbatim::{self, Verbatim};
use crate::describe::Member;
use crate::extra::{Extra, TagState};
use crate::json::write_f32;
use crate::node::{List, Map, Node, View};
use crate::object::{Lent, Object};
use crate::spelling::{Spelling, spelling};
use crate::union::{Shown, Union, shown};
use crate::write;

/// Writes a value through any serde format, with everything that was read with it.
///
/// # Errors
///
/// What the format says; and where a kept number is beyond what the format can be given.
pub fn serialize<S: Serializer>(node: &dyn Node, serializer: S) -> Result<S::Ok, S::Error> {
    let view = node.view();
    let is_composite = matches!(
        view,
        View::Object(_) | View::Union(_) | View::List(_) | View::Map(_) | View::Raw(_)
    );
    if is_composite && verbatim::is_taken_by::<S>() {
        let text = write::to_text(view);
        // What was kept of a document in many lines still has them, and whoever takes text of `serde_json` for one line
        // is to be right.
        if !has_control(&text) {
            return Verbatim(&text).serialize(serializer);
        }
    }
    Value::plain(view).serialize(serializer)
}

/// Whether a text has a control character, as white space that was kept. Without a stop, so that compilers look at sixteen
/// bytes at once.
fn has_control(text: &str) -> bool {
    let mark = |marks: u8, byte: u8| marks | u8::from(byte < b' ');
    text.bytes().fold(0, mark) != 0
}

/// The tag that an object bears as the variant of a union: key, and word.
type UnionTag = (&'static str, &'static str);

struct Value<'a> {
    view: View<'a>,
    /// The innermost last.
    union_tags: &'a [UnionTag],
}

impl<'a> Value<'a> {
    fn plain(view: View<'a>) -> Self {
        Value {
            view,
            union_tags: &[],
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.view {
            View::Null | View::Absent => serializer.serialize_none(),
            View::Bool(value) => serializer.serialize_bool(value),
            View::Unsigned(value) => serializer.serialize_u64(value),
            View::Signed(value) => serializer.serialize_i64(value),
            View::Float(value) => serializer.serialize_f64(value),
            View::Single(value) => serializer.serialize_f64(as_it_is_written(value)),
            View::Text(text) | View::BorrowedId(_, text) => serializer.serialize_str(text),
            View::Inline(text) | View::Id(_, text) => serializer.serialize_str(text.as_str()),
            View::Quoted(number) => serializer.serialize_str(&write::to_text(number.view())),
            View::Word(kind, word) => serializer.serialize_str(kind.spell(word)),
            View::Unreadable(odd) => JsonText(odd.json().as_str()).serialize(serializer),
            View::Raw(raw) => JsonText(raw.as_str()).serialize(serializer),
            View::Object(object) => self.object(object, serializer),
            View::Union(union) => variant(union, self.union_tags, serializer),
            View::List(items) => list(items, serializer),
            View::Map(entries) => map(entries, serializer),
            View::Secret(secret) => Value {
                view: secret.view(),
                union_tags: self.union_tags,
            }
            .serialize(serializer),
        }
    }
}

/// The double with the digits that a number of single precision is written with. Most formats, and `serde_json::Value`, would
/// hand on the double nearest to it, which is another number: 0.10000000149011612 for 0.1.
fn as_it_is_written(value: f32) -> f64 {
    let mut digits = Vec::new();
    write_f32(&mut digits, value);
    let digits = std::str::from_utf8(&digits).unwrap_or_default();
    digits.parse().unwrap_or_else(|_| f64::from(value))
}

fn list<S: Serializer>(list: &dyn List, serializer: S) -> Result<S::Ok, S::Error> {
    let mut seq = serializer.serialize_seq(Some(list.count()))?;
    for item in (0..list.count()).filter_map(|index| list.get(index)) {
        seq.serialize_element(&Value::plain(item.view()))?;
    }
    seq.end()
}

fn map<S: Serializer>(map: &dyn Map, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(Some(map.count()))?;
    let mut written = Ok(());
    map.each(&mut |key, value| {
        if written.is_ok() {
            written = out.serialize_entry(key, &Value::plain(value.view()));
        }
    });
    written?;
    out.end()
}

fn variant<S: Serializer>(
    union: &dyn Union,
    outer: &[UnionTag],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    shown(union, |shown| match shown {
        Shown::Variant(place, node) => {
            let tag = union.union_type().tag_of(place);
            let tags: Vec<UnionTag>;
            let union_tags = match (&tag, outer) {
                (Some(tag), []) => std::slice::from_ref(tag),
                (None, outer) => outer,
                (Some(tag), outer) => {
                    let others = outer.iter().filter(|outer| outer.0 != tag.0);
                    tags = others.chain([tag]).copied().collect();
                    &tags
                }
            };
            let view = node.view();
            Value { view, union_tags }.serialize(serializer)
        }
        Shown::Unknown(object) => JsonText(object.json().as_str()).serialize(serializer),
        Shown::Unmatched(value) => JsonText(value.as_str()).serialize(serializer),
    })
}

impl Value<'_> {
    fn object<S: Serializer>(&self, object: &dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
        let mut serializer = Some(serializer);
        let mut written = None;
        object.lend(&mut |lent: &Lent<'_>| {
            written = serializer
                .take()
                .map(|serializer| members(object, lent, self.union_tags, serializer));
        });
        written.unwrap_or_else(|| Err(S::Error::custom("the object lent no members")))
    }
}

fn members<S: Serializer>(
    object: &dyn Object,
    lent: &Lent<'_>,
    union_tags: &[UnionTag],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let extra = lent.extra.filter(|extra| !extra.is_clean());
    let keys = union_tags.iter().map(|tag| tag.0);
    if extra.is_some()
        && let Some(extra) = &lent.extra_to_write(object, keys)
    {
        let extra = Some(extra);
        return members(object, &Lent { extra, ..*lent }, union_tags, serializer);
    }
    // Binary formats need the number of members beforehand.
    let mut count = 0;
    tags(object, lent, union_tags, &mut |_, _| count += 1);
    count += match extra {
        None => rows(lent)
            .filter(|(member, field)| member.is_written(*field))
            .count(),
        Some(extra) => {
            let mut kept = 0;
            remembering(object, lent, extra, &mut |_, _| kept += 1);
            kept
        }
    };
    let mut map = serializer.serialize_map(Some(count))?;
    let mut written = Ok(());
    let mut write = |key: &str, entry: Entry<'_>| {
        if written.is_ok() {
            written = match entry {
                Entry::Value(view) => map.serialize_entry(key, &Value::plain(view)),
                Entry::Raw(text) => map.serialize_entry(key, &JsonText(text)),
                Entry::Word(word) => map.serialize_entry(key, word),
            };
        }
    };
    tags(object, lent, union_tags, &mut write);
    match extra {
        None => rows(lent)
            .filter(|(member, field)| member.is_written(*field))
            .for_each(|(member, field)| write(member.name, Entry::Value(field.view()))),
        Some(extra) => remembering(object, lent, extra, &mut write),
    }
    written?;
    map.end()
}

enum Entry<'a> {
    Value(View<'a>),
    Raw(&'a str),
    Word(&'a str),
}

/// The members of an object, and their values.
fn rows<'a>(lent: &Lent<'a>) -> impl Iterator<Item = (&'static Member, &'a dyn Node)> + use<'a> {
    let members = lent.object.members.iter();
    members.zip(lent.fields.iter().copied())
}

/// Calls `f` with every member that is written of an object that remembers something, in the order of writing.
fn remembering(
    object: &dyn Object,
    lent: &Lent<'_>,
    extra: &Extra,
    f: &mut dyn FnMut(&str, Entry<'_>),
) {
    for (place, (member, field)) in rows(lent).enumerate() {
        let name = lent.name(place, member);
        match spelling(object, lent, extra, place) {
            Spelling::Value => f(name, Entry::Value(field.view())),
            Spelling::Raw(raw) => f(name, Entry::Raw(raw)),
            Spelling::Absent => {}
        }
    }
    for (key, value) in extra.iter() {
        f(&key, Entry::Raw(value));
    }
}

/// The tags of unions, unless the object has a member of that name, and the object's own.
fn tags(
    object: &dyn Object,
    lent: &Lent<'_>,
    union_tags: &[UnionTag],
    f: &mut dyn FnMut(&str, Entry<'_>),
) {
    let state = lent.extra.map_or(TagState::Present, Extra::tag);
    for (key, word) in union_tags
        .iter()
        .filter(|(key, _)| !lent.writes(object, key))
    {
        let alias = lent.extra.and_then(|extra| extra.variant_alias(key, word));
        let word = alias.unwrap_or(word);
        f(key, Entry::Word(word));
    }
    if let Some(tag) = &lent.object.tag {
        match state {
            TagState::Present => f(tag.key, Entry::Word(tag.word)),
            TagState::Former(word) => f(tag.key, Entry::Word(word)),
            TagState::Missing => {}
        }
    }
}
