//! Writing JSON from what values show of themselves. Compiled once, for all types.

mod compared;

use crate::describe::{Member, Tag};
use crate::extra::{Extra, TagState};
use crate::json::{Key, Room};
use crate::node::{List, Map, Node, View};
use crate::object::{Lent, Object};
use crate::spelling::{Spelling, spelling};
use crate::union::{Shown, Union, shown};
use compared::Comparison;
pub(crate) use compared::{compared, is_still};

/// The JSON text of a value.
pub(crate) fn to_vec(view: View<'_>) -> Vec<u8> {
    text_of(view, false)
}

/// Puts the JSON text of a value behind what is in the buffer.
pub(crate) fn into_buffer(view: View<'_>, buffer: &mut Vec<u8>) {
    let at = buffer.len();
    let room = Room::behind(std::mem::take(buffer));
    *buffer = written(view, (room, at), false);
}

fn text_of(view: View<'_>, for_eyes: bool) -> Vec<u8> {
    written(view, (Room::new(), 0), for_eyes)
}

fn written(view: View<'_>, (room, at): (Room, usize), for_eyes: bool) -> Vec<u8> {
    Writer::new(room, for_eyes).write(at, view)
}

/// The JSON text of a value without its secrets, for people.
pub(crate) fn to_shown(view: View<'_>) -> String {
    String::from_utf8(text_of(view, true)).unwrap_or_default()
}

/// The JSON text of a value, as a string.
pub(crate) fn to_text(view: View<'_>) -> String {
    // All that is written is UTF-8, since all of it came from `str`.
    String::from_utf8(to_vec(view)).unwrap_or_default()
}

/// The tag that an object bears as the variant of a union: key, and word.
type UnionTag = (&'static str, &'static str);

/// How many bytes are reserved for elements that are not written yet.
const MOST_AHEAD: usize = 1 << 18;

/// What people see in the place of a secret, and of text that nobody declared.
const HIDDEN: &[u8; 5] = b"\"\xe2\x80\xa6\"";

/// Writes from offset to offset: each function is told where, and answers where it ended.
struct Writer {
    room: Room,
    union_tag: Option<UnionTag>,
    /// The tags of the unions around, where a union stands directly in another.
    outer_tags: Vec<UnionTag>,
    /// Whether a person will read this, from whom secrets are kept, and text that nobody declared and that may be one.
    for_eyes: bool,
    /// Where the text is only held against another.
    comparison: Option<Comparison>,
}

impl Writer {
    fn new(room: Room, for_eyes: bool) -> Self {
        Writer {
            room,
            union_tag: None,
            outer_tags: Vec::new(),
            for_eyes,
            comparison: None,
        }
    }

    fn write(mut self, at: usize, view: View<'_>) -> Vec<u8> {
        let end = self.value(at, view);
        #[cfg(test)]
        crate::json::work::done(end);
        self.room.into_vec(end)
    }

    #[inline(always)]
    fn value(&mut self, at: usize, view: View<'_>) -> usize {
        let room = &mut self.room;
        match view {
            View::Null | View::Absent => room.put(at, b"null"),
            View::Unsigned(value) => room.put_u64(at, value),
            View::Signed(value) => room.put_i64(at, value),
            View::Text(text) | View::BorrowedId(_, text) => room.put_str(at, text.as_bytes()),
            View::Inline(text) | View::Id(_, text) => room.put_str(at, text.as_bytes()),
            View::Word(kind, word) => room.put_str(at, kind.spell(word).as_bytes()),
            View::Object(object) => self.object(at, object),
            _ => self.other_value(at, view),
        }
    }

    /// What fewer members are.
    #[inline(never)]
    fn other_value(&mut self, at: usize, view: View<'_>) -> usize {
        let room = &mut self.room;
        match view {
            View::Bool(true) => room.put(at, b"true"),
            View::Bool(false) => room.put(at, b"false"),
            View::Float(value) => room.put_float(at, value),
            View::Single(value) => room.put_float(at, value),
            View::Unreadable(_) if self.for_eyes => room.put(at, HIDDEN),
            View::Unreadable(odd) => room.put_all(at, odd.json().as_str().as_bytes()),
            View::Raw(raw) => room.put_all(at, raw.as_str().as_bytes()),
            View::Union(union) => self.union(at, union),
            View::List(list) => self.list(at, list),
            View::Map(map) => self.map(at, map),
            View::Quoted(number) => self.quoted(at, number),
            View::Secret(_) if self.for_eyes => room.put(at, HIDDEN),
            View::Secret(secret) => self.value(at, secret.view()),
            _ => self.value(at, view),
        }
    }

    fn quoted(&mut self, at: usize, number: &dyn Node) -> usize {
        let view = number.view();
        match view {
            View::Unsigned(_) | View::Signed(_) | View::Float(_) | View::Single(_) => {
                let at = self.room.put(at, b"\"");
                let at = self.value(at, view);
                self.room.put(at, b"\"")
            }
            // No number: its JSON text.
            _ => self.room.put_str(at, &text_of(view, self.for_eyes)),
        }
    }

    /// Everything inside brackets writes a comma behind itself; the last one is written over here.
    fn close(&mut self, start: usize, at: usize, bracket: u8) -> usize {
        let end = match at > start {
            true => at - 1,
            false => at,
        };
        self.room.put(end, &[bracket])
    }

    fn list(&mut self, at: usize, list: &dyn List) -> usize {
        self.forget_tags();
        let start = self.room.put(at, b"[");
        let (len, mut at) = (list.count(), start);
        for (place, item) in (0..len).filter_map(|place| Some((place, list.get(place)?))) {
            at = self.value(at, item.view());
            at = self.room.put(at, b",");
            if place == 0 {
                // The others are about as long as the first; growing by and by would copy all of them once more.
                let others = (at - start).saturating_mul(len - 1);
                let with_room = others.saturating_add(others / 2);
                self.room.reserve(at, with_room.min(MOST_AHEAD));
            }
        }
        self.close(start, at, b']')
    }

    fn map(&mut self, at: usize, map: &dyn Map) -> usize {
        self.forget_tags();
        if self.comparison.is_some() {
            return self.sorted(at, map);
        }
        let start = self.room.put(at, b"{");
        let mut at = start;
        map.each(&mut |key, value| {
            at = self.room.put_str(at, key.as_bytes());
            at = self.room.put(at, b":");
            at = self.value(at, value.view());
            at = self.room.put(at, b",");
        });
        self.close(start, at, b'}')
    }

    fn forget_tags(&mut self) {
        self.union_tag = None;
        self.outer_tags.clear();
    }

    fn union(&mut self, at: usize, union: &dyn Union) -> usize {
        shown(union, |shown| match shown {
            Shown::Variant(place, node) => {
                if let Some(tag) = union.union_type().tag_of(place)
                    && let Some(outer) = self.union_tag.replace(tag)
                    && outer.0 != tag.0
                {
                    self.outer_tags.push(outer);
                }
                let end = self.value(at, node.view());
                self.forget_tags();
                end
            }
            Shown::Unknown(object) => self.kept(at, object.json().as_str(), true),
            Shown::Unmatched(value) => self.kept(at, value.as_str(), true),
        })
    }

    fn object(&mut self, at: usize, object: &dyn Object) -> usize {
        let union_tag = self.union_tag.take();
        let outer_tags = std::mem::take(&mut self.outer_tags);
        let mut end = at;
        object.lend(&mut |lent: &Lent<'_>| {
            end = self.members(at, object, lent, (union_tag, &outer_tags));
        });
        end
    }

    fn members(
        &mut self,
        start: usize,
        object: &dyn Object,
        lent: &Lent<'_>,
        (union_tag, outer_tags): (Option<UnionTag>, &[UnionTag]),
    ) -> usize {
        let kind = lent.object;
        let extra = lent.extra.filter(|extra| !extra.is_clean());
        if extra.is_some() {
            let keys = outer_tags.iter().copied().chain(union_tag).map(|tag| tag.0);
            if let Some(extra) = &lent.extra_to_write(object, keys) {
                let extra = Some(extra);
                let lent = Lent { extra, ..*lent };
                return self.members(start, object, &lent, (union_tag, outer_tags));
            }
        }
        // Every member writes a comma before itself; the first one's becomes the brace.
        let mut at = start;
        for (key, word) in outer_tags.iter().copied().chain(union_tag) {
            at = self.union_tag(at, object, lent, (key, word));
        }
        if let Some(tag) = &kind.tag {
            at = self.tag(at, tag, extra);
        }
        at = match extra.filter(|extra| extra.remembers_members()) {
            None => self.all_members(at, lent),
            Some(extra) => self.remembering(at, object, lent, extra),
        };
        if let Some(extra) = extra {
            at = self.unknown(at, extra);
        }
        let behind_brace = self.room.put(start, b"{");
        self.room.put(at.max(behind_brace), b"}")
    }

    /// The members of an object that remembers nothing of any.
    #[inline(always)]
    fn all_members(&mut self, mut at: usize, lent: &Lent<'_>) -> usize {
        let kind = lent.object;
        for (place, (member, field)) in kind.members.iter().zip(lent.fields).enumerate() {
            let view = field.view();
            let is_left_out =
                view.is_null() && (kind.is_optional(place, member) || view.is_absent());
            if !is_left_out {
                at = self.room.put_key(at, member.key(), member.name);
                at = self.value(at, view);
            }
        }
        at
    }

    /// The members of an object that remembers something of one.
    #[inline(never)]
    fn remembering(
        &mut self,
        mut at: usize,
        object: &dyn Object,
        lent: &Lent<'_>,
        extra: &Extra,
    ) -> usize {
        if self.comparison.is_some() {
            return self.remembered_part(at, object, lent, extra);
        }
        for (place, (member, field)) in lent.object.members.iter().zip(lent.fields).enumerate() {
            let spelled = spelling(object, lent, extra, place);
            at = self.spelled(at, (member, lent.alias(place, member)), *field, spelled);
        }
        at
    }

    /// A member, under the key that it came under.
    fn spelled(
        &mut self,
        at: usize,
        (member, alias): (&Member, Option<&str>),
        field: &dyn Node,
        spelled: Spelling<'_>,
    ) -> usize {
        match spelled {
            Spelling::Value => {
                let at = self.key(at, member, alias);
                self.value(at, field.view())
            }
            Spelling::Raw(raw) => {
                let at = self.key(at, member, alias);
                self.kept(at, raw, self.for_eyes && member.shape.holds_secret())
            }
            Spelling::Absent => at,
        }
    }

    /// The key that a member came under.
    fn key(&mut self, at: usize, member: &Member, alias: Option<&str>) -> usize {
        match alias {
            Some(alias) => self.room.put_name(at, alias),
            None => self.room.put_key(at, member.key(), member.name),
        }
    }

    fn tag(&mut self, at: usize, tag: &Tag, extra: Option<&Extra>) -> usize {
        let word = match extra.map_or(TagState::Present, Extra::tag) {
            TagState::Present => tag.word,
            TagState::Former(word) => word,
            TagState::Missing => return at,
        };
        let at = self.room.put_key(at, Key::new(tag.token), tag.key);
        self.room.put_str(at, word.as_bytes())
    }

    /// The tag of a union, unless its variant's object has a member of that name itself.
    #[inline(never)]
    fn union_tag(
        &mut self,
        at: usize,
        object: &dyn Object,
        lent: &Lent<'_>,
        (key, word): UnionTag,
    ) -> usize {
        if lent.writes(object, key) {
            return at;
        }
        let word = lent
            .extra
            .and_then(|extra| extra.variant_alias(key, word))
            .unwrap_or(word);
        let at = self.room.put_name(at, key);
        self.room.put_str(at, word.as_bytes())
    }

    /// Text as it came, which may be a secret.
    fn kept(&mut self, at: usize, json: &str, may_be_secret: bool) -> usize {
        let shown = match may_be_secret && self.for_eyes {
            true => HIDDEN,
            false => json.as_bytes(),
        };
        self.room.put_all(at, shown)
    }

    fn unknown(&mut self, mut at: usize, extra: &Extra) -> usize {
        if self.for_eyes {
            for (name, _) in extra.iter() {
                at = self.room.put_name(at, name.as_ref());
                at = self.room.put(at, HIDDEN);
            }
            return at;
        }
        let unknown = extra.unknown_text();
        if unknown.is_empty() {
            return at;
        }
        let at = self.room.put(at, b",");
        self.room.put_all(at, unknown.as_bytes())
    }
}
