//! Writing JSON from what values show of themselves. Compiled once, for all types.

use crate::describe::{Member, Tag};
use crate::extra::{Extra, TagState};
use crate::json::{Key, write_f32, write_f64, write_i64, write_str, write_u64};
use crate::node::{List, Map, Node, View};
use crate::object::{Lent, Object};
use crate::spelling::{Spelling, spelling};
use crate::union::{Shown, Union, shown};

/// The JSON text of a value.
pub(crate) fn to_vec(node: &dyn Node) -> Vec<u8> {
    text_of(node, false)
}

/// Puts the JSON text of a value behind what is in the buffer.
pub(crate) fn into_buffer(node: &dyn Node, buffer: &mut Vec<u8>) {
    *buffer = written(node, std::mem::take(buffer), false);
}

fn text_of(node: &dyn Node, for_eyes: bool) -> Vec<u8> {
    written(node, Vec::with_capacity(512), for_eyes)
}

fn written(node: &dyn Node, out: Vec<u8>, for_eyes: bool) -> Vec<u8> {
    let mut writer = Writer {
        out,
        union_tag: None,
        outer_tags: Vec::new(),
        for_eyes,
    };
    writer.value(node.view());
    #[cfg(test)]
    crate::json::work::done(writer.out.len());
    writer.out
}

/// The JSON text of a value without its secrets, for people.
pub(crate) fn to_shown(node: &dyn Node) -> String {
    String::from_utf8(text_of(node, true)).unwrap_or_default()
}

/// The JSON text of a value, as a string.
pub(crate) fn to_text(node: &dyn Node) -> String {
    // All that is written is UTF-8, since all of it came from `str`.
    String::from_utf8(to_vec(node)).unwrap_or_default()
}

/// The tag that an object bears as the variant of a union: key, and word.
type UnionTag = (&'static str, &'static str);

/// How many bytes are reserved for elements that are not written yet.
const MOST_AHEAD: usize = 1 << 18;

/// What people see in the place of a secret, and of text that nobody declared.
const HIDDEN: &[u8] = "\"…\"".as_bytes();

struct Writer {
    out: Vec<u8>,
    union_tag: Option<UnionTag>,
    /// The tags of the unions around, where a union stands directly in another.
    outer_tags: Vec<UnionTag>,
    /// Whether a person will read this, from whom secrets are kept, and text that nobody declared and that may be one.
    for_eyes: bool,
}

impl Writer {
    #[inline(always)]
    fn value(&mut self, view: View<'_>) {
        let out = &mut self.out;
        match view {
            View::Null | View::Absent => out.extend_from_slice(b"null"),
            View::Unsigned(value) => write_u64(out, value),
            View::Signed(value) => write_i64(out, value),
            View::Text(text) | View::BorrowedId(_, text) => write_str(out, text.as_bytes()),
            View::Inline(text) | View::Id(_, text) => write_str(out, text.as_bytes()),
            View::Word(kind, word) => write_str(out, kind.spell(word).as_bytes()),
            View::Object(object) => self.object(object),
            _ => self.other_value(view),
        }
    }

    /// What fewer members are.
    #[inline(never)]
    fn other_value(&mut self, view: View<'_>) {
        let out = &mut self.out;
        match view {
            View::Bool(true) => out.extend_from_slice(b"true"),
            View::Bool(false) => out.extend_from_slice(b"false"),
            View::Float(value) => write_f64(out, value),
            View::Single(value) => write_f32(out, value),
            View::Unreadable(_) if self.for_eyes => out.extend_from_slice(HIDDEN),
            View::Unreadable(odd) => out.extend_from_slice(odd.json().as_str().as_bytes()),
            View::Raw(raw) => out.extend_from_slice(raw.as_str().as_bytes()),
            View::Union(union) => self.union(union),
            View::List(list) => self.list(list),
            View::Map(map) => self.map(map),
            View::Quoted(number) => self.quoted(number),
            View::Secret(_) if self.for_eyes => out.extend_from_slice(HIDDEN),
            View::Secret(secret) => self.value(secret.view()),
            _ => self.value(view),
        }
    }

    fn quoted(&mut self, number: &dyn Node) {
        let view = number.view();
        match view {
            View::Unsigned(_) | View::Signed(_) | View::Float(_) | View::Single(_) => {
                self.out.push(b'"');
                self.value(view);
                self.out.push(b'"');
            }
            // No number: its JSON text.
            _ => write_str(&mut self.out, &text_of(number, self.for_eyes)),
        }
    }

    /// Everything inside brackets writes a comma behind itself; the last one is taken back here.
    fn close(&mut self, bracket: u8) {
        if self.out.last() == Some(&b',') {
            self.out.pop();
        }
        self.out.push(bracket);
    }

    fn list(&mut self, list: &dyn List) {
        self.forget_tags();
        self.out.push(b'[');
        let (len, start) = (list.count(), self.out.len());
        for (place, item) in (0..len).filter_map(|place| Some((place, list.get(place)?))) {
            self.value(item.view());
            self.out.push(b',');
            if place == 0 {
                // The others are about as long as the first; growing by and by would copy all of them once more.
                let others = (self.out.len() - start).saturating_mul(len - 1);
                let with_room = others.saturating_add(others / 2);
                self.out.reserve(with_room.min(MOST_AHEAD));
            }
        }
        self.close(b']');
    }

    fn map(&mut self, map: &dyn Map) {
        self.forget_tags();
        self.out.push(b'{');
        map.each(&mut |key, value| {
            write_str(&mut self.out, key.as_bytes());
            self.out.push(b':');
            self.value(value.view());
            self.out.push(b',');
        });
        self.close(b'}');
    }

    fn forget_tags(&mut self) {
        self.union_tag = None;
        self.outer_tags.clear();
    }

    fn union(&mut self, union: &dyn Union) {
        shown(union, |shown| match shown {
            Shown::Variant(place, node) => {
                if let Some(tag) = union.union_type().tag_of(place)
                    && let Some(outer) = self.union_tag.replace(tag)
                    && outer.0 != tag.0
                {
                    self.outer_tags.push(outer);
                }
                self.value(node.view());
                self.forget_tags();
            }
            Shown::Unknown(object) => self.kept(object.json().as_str(), true),
            Shown::Unmatched(value) => self.kept(value.as_str(), true),
        });
    }

    fn object(&mut self, object: &dyn Object) {
        let union_tag = self.union_tag.take();
        let outer_tags = std::mem::take(&mut self.outer_tags);
        object.lend(&mut |lent| self.members(object, lent, union_tag, &outer_tags));
    }

    fn members(
        &mut self,
        object: &dyn Object,
        lent: Lent<'_>,
        union_tag: Option<UnionTag>,
        outer_tags: &[UnionTag],
    ) {
        let kind = lent.object;
        let extra = lent.extra.filter(|extra| !extra.is_clean());
        if extra.is_some() {
            let keys = outer_tags.iter().copied().chain(union_tag).map(|tag| tag.0);
            if let Some(extra) = &lent.extra_to_write(object, keys) {
                let extra = Some(extra);
                return self.members(object, Lent { extra, ..lent }, union_tag, outer_tags);
            }
        }
        // Every member writes a comma before itself; the first one's becomes the brace.
        let start = self.out.len();
        for (key, word) in outer_tags.iter().copied().chain(union_tag) {
            self.union_tag(object, &lent, key, word);
        }
        if let Some(tag) = &kind.tag {
            self.tag(tag, extra);
        }
        match extra {
            None => {
                for (place, (member, field)) in kind.members.iter().zip(lent.fields).enumerate() {
                    let view = field.view();
                    let is_left_out =
                        view.is_null() && (kind.is_optional(place, member) || view.is_absent());
                    if !is_left_out {
                        member.key().write(member.name, &mut self.out);
                        self.value(view);
                    }
                }
            }
            Some(extra) => self.remembering(object, &lent, extra),
        }
        match self.out.get_mut(start) {
            Some(comma) => *comma = b'{',
            None => self.out.push(b'{'),
        }
        self.out.push(b'}');
    }

    /// The members of an object that remembers something.
    #[inline(never)]
    fn remembering(&mut self, object: &dyn Object, lent: &Lent<'_>, extra: &Extra) {
        for (place, (member, field)) in lent.object.members.iter().zip(lent.fields).enumerate() {
            match spelling(object, lent, extra, place) {
                Spelling::Value => {
                    self.key(member, lent.alias(place, member));
                    self.value(field.view());
                }
                Spelling::Raw(raw) => {
                    self.key(member, lent.alias(place, member));
                    self.kept(raw, self.for_eyes && member.shape.holds_secret());
                }
                Spelling::Absent => {}
            }
        }
        self.unknown(extra);
    }

    /// The key that a member came under.
    fn key(&mut self, member: &Member, alias: Option<&str>) {
        match alias {
            Some(alias) => self.plain_key(alias),
            None => member.key().write(member.name, &mut self.out),
        }
    }

    fn plain_key(&mut self, key: &str) {
        self.out.push(b',');
        write_str(&mut self.out, key.as_bytes());
        self.out.push(b':');
    }

    fn tag(&mut self, tag: &Tag, extra: Option<&Extra>) {
        let word = match extra.map_or(TagState::Present, Extra::tag) {
            TagState::Present => tag.word,
            TagState::Former(word) => word,
            TagState::Missing => return,
        };
        Key::new(tag.token).write(tag.key, &mut self.out);
        write_str(&mut self.out, word.as_bytes());
    }

    /// The tag of a union, unless its variant's object has a member of that name itself.
    #[inline(never)]
    fn union_tag(&mut self, object: &dyn Object, lent: &Lent<'_>, key: &str, word: &str) {
        if lent.writes(object, key) {
            return;
        }
        let word = lent
            .extra
            .and_then(|extra| extra.variant_alias(key, word))
            .unwrap_or(word);
        self.plain_key(key);
        write_str(&mut self.out, word.as_bytes());
    }

    /// Text as it came, which may be a secret.
    fn kept(&mut self, json: &str, may_be_secret: bool) {
        let shown = match may_be_secret && self.for_eyes {
            true => HIDDEN,
            false => json.as_bytes(),
        };
        self.out.extend_from_slice(shown);
    }

    fn unknown(&mut self, extra: &Extra) {
        if self.for_eyes {
            for (name, _) in extra.iter() {
                self.plain_key(name.as_ref());
                self.out.extend_from_slice(HIDDEN);
            }
            return;
        }
        let unknown = extra.unknown_text();
        if !unknown.is_empty() {
            self.out.push(b',');
            self.out.extend_from_slice(unknown.as_bytes());
        }
    }
}
