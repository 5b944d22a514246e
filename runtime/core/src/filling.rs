//! What must be remembered while an object is filled, whichever format it comes in.

use crate::describe::{Member, ObjectType, Presence, Tag};
use crate::extra::{Extra, Respelled};
use crate::json::{Token, find_name, has_token};
use crate::node::{Fill, close};
use crate::object::{LentMut, ObjectMut};
use crate::raw::quoted;
use crate::seen::Seen;
use crate::write;

/// The tag of the union that an object is a variant of: no unknown member of that object.
#[derive(Clone, Copy)]
pub(crate) struct UnionTag {
    pub(crate) key: &'static str,
    /// The key, prepared for being looked for.
    pub(crate) token: Token,
    /// The word that is written; the one read may be an alias.
    pub(crate) word: &'static str,
    /// The offset behind the tag, where that is the first member and needs no second look.
    pub(crate) past: Option<usize>,
}

/// An object that is being filled.
pub(crate) struct Filling<'a, 't, 'de> {
    pub(crate) object: &'static ObjectType,
    pub(crate) extra: Option<&'a mut Extra>,
    pub(crate) fields: &'a mut [&'a mut dyn Fill<'de>],
    /// The tags of the unions that the object is a variant of, the innermost last.
    pub(crate) union_tags: &'t [UnionTag],
    pub(crate) seen: Seen,
    tag_seen: bool,
    /// A bit for each of the tags of unions: it has come.
    union_tags_seen: u128,
}

/// What a key means to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Tag,
    Member(usize),
}

impl<'a, 't, 'de> Filling<'a, 't, 'de> {
    pub(crate) fn new(lent: LentMut<'a, 'de>, union_tags: &'t [UnionTag]) -> Self {
        Filling {
            object: lent.object,
            extra: lent.extra,
            fields: lent.fields,
            union_tags,
            seen: Seen::default(),
            tag_seen: false,
            // What is behind the tag has it before.
            union_tags_seen: match union_tags {
                [tag] if tag.past.is_some() => 1,
                _ => 0,
            },
        }
    }

    /// What a name means, looked for from `guess` on. An alias is remembered, and written again.
    ///
    /// Of a member that comes under two of its names, the second is none of ours, and kept as such.
    pub(crate) fn look_up(&mut self, name: &str, guess: usize) -> Option<Slot> {
        let slot = self.object.look_up(name, guess);
        let (true, Some(Slot::Member(place))) = (self.object.masks.has_aliases, slot) else {
            return slot;
        };
        if !self.seen.contains(place) {
            self.came_as(place, name);
            return slot;
        }
        let Some(extra) = &self.extra else {
            return slot;
        };
        let Some(member) = self.object.members.get(place) else {
            return slot;
        };
        let first = extra.alias(place).unwrap_or(member.name);
        // What is kept is shown, and a secret is not.
        slot.filter(|_| first == name || member.shape.holds_secret())
    }

    /// Keeps a member under its own name that came under an alias already; false where it did not.
    #[cold]
    pub(crate) fn keep_second(&mut self, place: usize, member: &Member, json: &str) -> bool {
        let Some(extra) = &mut self.extra else {
            return false;
        };
        let is_kept = extra.alias(place).is_some() && !member.shape.holds_secret();
        if is_kept {
            extra
                .of(self.object)
                .push_unknown(&format!("{}:{json}", quoted(member.name)));
        }
        is_kept
    }

    #[cold]
    fn came_as(&mut self, place: usize, name: &str) {
        let aliases = self
            .object
            .members
            .get(place)
            .map_or(&[][..], |m| m.aliases());
        let alias = aliases.iter().find(|alias| **alias == name);
        if let (Some(alias), Some(extra)) = (alias, self.remembering()) {
            extra.came_as(place, alias);
        }
    }

    /// Notes that the tag has come, and says whether it is the first time.
    pub(crate) fn is_first_tag(&mut self) -> bool {
        !std::mem::replace(&mut self.tag_seen, true)
    }

    /// Notes that an optional member is null, and is to be written back as null.
    pub(crate) fn null(&mut self, place: usize) {
        if let Some(extra) = self.remembering() {
            extra.deviate(place);
        }
    }

    /// What remembers something of this object now.
    pub(crate) fn remembering(&mut self) -> Option<&mut Extra> {
        let object = self.object;
        self.extra.as_deref_mut().map(|extra| extra.of(object))
    }

    /// Keeps the spelling of a value whose type would write it otherwise; false where nothing is kept.
    #[cold]
    pub(crate) fn respelled(&mut self, place: usize, raw: &str) -> bool {
        let (Some(extra), Some(field)) = (&mut self.extra, self.fields.get(place)) else {
            return false;
        };
        extra.of(self.object).respell(Respelled {
            member: place,
            raw: raw.into(),
            canonical: write::compared(&**field).into(),
        });
        true
    }

    /// Takes a tag's word that is not the current one; false where it was never this type's.
    #[cold]
    pub(crate) fn other_tag(&mut self, tag: &Tag, word: &str) -> bool {
        let is_former = tag.former.contains(&word);
        if is_former && let Some(extra) = self.remembering() {
            extra.tag_former(word);
        }
        is_former
    }

    /// The tag of a union, if that is what this name means, which is none of the object's own: its place, and it.
    pub(crate) fn union_tag_named(&self, name: &str) -> Option<(usize, UnionTag)> {
        let mut tags = self.union_tags.iter().copied().enumerate();
        tags.find(|(_, tag)| tag.key == name)
    }

    /// Notes that the tag of a union has come, and says whether it is the first time.
    pub(crate) fn is_first_union_tag(&mut self, place: usize) -> bool {
        let bit = 1 << (place % 128);
        let is_first = self.union_tags_seen & bit == 0;
        self.union_tags_seen |= bit;
        is_first
    }

    /// The tag that chose this variant needs no keeping, unless it was an alias.
    pub(crate) fn variant_tag(&mut self, tag: UnionTag, word: &str) {
        if word != tag.word
            && let Some(extra) = self.remembering()
        {
            extra.chosen_as((tag.key, tag.word), word);
        }
    }

    /// Whether all that may come has, but for what may be left out, and none of it stands for null.
    #[inline(always)]
    pub(crate) fn is_complete(&self) -> bool {
        (self.tag_seen || self.object.tag.is_none())
            && self.has_all()
            && !self.object.masks.has_null_likes
    }

    #[inline(always)]
    fn has_all(&self) -> bool {
        let ObjectType { members, masks, .. } = self.object;
        self.seen.holds_all_but(masks.optional, members.len())
    }

    /// Whether the tag has not come, without which the object may be another.
    pub(crate) fn lacks_tag(&self) -> bool {
        !self.tag_seen && self.object.tag.is_some_and(|tag| !tag.optional)
    }

    /// Looks at what has not come, and names the members that had to.
    pub(crate) fn finish(&mut self) -> Vec<&'static str> {
        if self.object.masks.has_null_likes {
            self.null_likes();
        }
        if self.object.tag.is_some()
            && !self.tag_seen
            && let Some(extra) = self.remembering()
        {
            extra.tag_missing();
        }
        match self.has_all() {
            true => Vec::new(),
            false => self.absent(),
        }
    }

    /// Leaves their blanks to all required members that have not come; false where nothing could tell so later.
    #[cold]
    pub(crate) fn fill_missing(&mut self) -> bool {
        let members = self.object.members;
        let mut from = 0;
        while let Some(place) = self.seen.next_missing(from, members.len()) {
            from = place + 1;
            let is_required = |member: &Member| member.presence() == Presence::Required;
            if members.get(place).is_some_and(is_required) {
                let Some(extra) = self.remembering() else {
                    return false;
                };
                extra.deviate(place);
                self.leave_blank(place);
            }
        }
        true
    }

    /// Leaves its blank to a required member that is missing or does not fit, for as long as nobody sets it.
    #[cold]
    pub(crate) fn leave_blank(&mut self, place: usize) {
        if let (Some(extra), Some(field)) = (&mut self.extra, self.fields.get_mut(place)) {
            close(&mut **field);
            let extra = extra.of(self.object);
            extra.hold_placeholder(place, &write::compared(&**field));
        }
    }

    fn absent(&mut self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        let ObjectType { members, masks, .. } = self.object;
        for place in self.seen.missing_but(masks.optional, members.len()) {
            let Some(member) = members.get(place) else {
                break;
            };
            match (member.presence(), &mut self.extra) {
                (Presence::Required, _) => missing.push(member.name),
                (Presence::Nullable | Presence::Default, Some(extra)) => {
                    extra.of(self.object).deviate(place);
                }
                _ => {}
            }
        }
        missing
    }
}

/// Gives members that did not fit their defaults, and remembers these, for as long as nobody sets the fields.
#[cold]
#[inline(never)]
pub(crate) fn restore_defaults(object: &mut dyn ObjectMut<'_>, spoiled: &[usize]) {
    spoiled.iter().for_each(|&member| object.restore(member));
    object.lend_mut(&mut |lent: LentMut<'_, '_>| remember_defaults(lent, spoiled));
}

fn remember_defaults(lent: LentMut<'_, '_>, spoiled: &[usize]) {
    let Some(extra) = lent.extra else { return };
    let extra = extra.of(lent.object);
    for &place in spoiled {
        if let Some(field) = lent.fields.get(place) {
            extra.hold_placeholder(place, &write::compared(&**field));
        }
    }
}

impl ObjectType {
    /// What a name means; among the members it is looked for from `guess` on.
    pub(crate) fn look_up(&self, name: &str, guess: usize) -> Option<Slot> {
        let place = find_name(self, name, guess);
        if let Some(place) = place.or_else(|| self.find_alias(name)) {
            return Some(Slot::Member(place));
        }
        let is_tag = self.tag.is_some_and(|tag| tag.key == name);
        is_tag.then_some(Slot::Tag)
    }

    fn find_alias(&self, name: &str) -> Option<usize> {
        if !self.masks.has_aliases {
            return None;
        }
        let has_alias = |member: &Member| member.aliases().contains(&name);
        self.members.iter().position(has_alias)
    }

    /// The alias of a member that this name is, if it is one.
    pub(crate) fn alias_of(&self, slot: Slot, name: &str) -> Option<&'static str> {
        let Slot::Member(place) = slot else {
            return None;
        };
        let mut aliases = self.members.get(place)?.aliases().iter().copied();
        aliases.find(|alias| *alias == name)
    }

    /// Whether the tag of a union is read as the object's own tag, or as a member of it.
    pub(crate) fn has_key_of(&self, tag: &UnionTag) -> bool {
        match self.masks.has_aliases || self.tag.is_some() {
            true => self.has_key(tag.key),
            false => has_token(self, tag.token).unwrap_or_else(|| self.has_key(tag.key)),
        }
    }

    /// Whether the tag or a member is read under this wire name.
    pub(crate) fn has_key(&self, name: &str) -> bool {
        self.look_up(name, 0).is_some()
    }
}
