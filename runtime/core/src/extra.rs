//! `Extra`: what came with an object and is not in its declaration.

mod kept;
mod origin;
mod rest;

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use crate::json::{members, write_str};
use crate::raw::Length;
pub(crate) use kept::{Aside, Respelled};
use rest::Rest;

/// What came with an object and has no field: its place is a field with `#[api(extra)]`.
///
/// It holds the members that the declaration does not know, as the text that they were sent as,
/// and remembers what the fields cannot: which empty members were null and which were absent,
/// a tag that was missing, a value that did not fit its field. All of it is written back.
///
/// An object that has nothing of the kind costs 16 bytes here and no allocation.
///
/// Moved into an object of another type it is still good for the unknown members, without those that the other type
/// declares. What it remembers of declared members it remembers for the type that it came with.
///
/// ```
/// use api_object::{ApiObject, Extra};
///
/// #[derive(ApiObject)]
/// struct Model {
///     pub id: String,
///     #[api(extra)]
///     extra: Extra,
/// }
///
/// let model = api_object::from_str::<Model>(r#"{"id":"gpt-4o","owned_by":"system"}"#)?;
/// assert_eq!(model.extra.get("owned_by"), Some("\"system\""));
/// let owner = model.extra.get("owned_by").map(api_object::from_str::<String>).transpose()?;
/// assert_eq!(owner.as_deref().map(String::as_str), Some("system"));
/// assert_eq!(api_object::to_string(&model), r#"{"id":"gpt-4o","owned_by":"system"}"#);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Clone, Default)]
pub struct Extra {
    /// A bit for each of the first 47 members: it was not as its type writes it. The next is the tag's. Behind them stands
    /// the mark of the type that all this is of.
    bits: u64,
    rest: Option<Box<Rest>>,
}

/// How an object's constant tag was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagState<'a> {
    Present,
    Missing,
    Former(&'a str),
}

const TAG_BIT: usize = 47;

/// What is found beside an unknown member for others, in bytes: they seldom come alone, and each would make the text grow.
const FOR_MORE: usize = 128;

/// The bits of members and of the tag.
const LOW: u64 = (1 << (TAG_BIT + 1)) - 1;

impl Extra {
    /// Nothing extra.
    pub const fn new() -> Self {
        Extra {
            bits: 0,
            rest: None,
        }
    }

    /// Whether no unknown member is held.
    pub fn is_empty(&self) -> bool {
        self.unknown_text().is_empty()
    }

    /// The number of unknown members.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// The JSON text of the unknown member `name`; the last one, where it stands more than once.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value)
            .last()
    }

    /// The unknown members in the order in which they came: name, and JSON text.
    pub fn iter(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        members(self.unknown_text()).map(|member| (member.name, member.value))
    }

    /// Adds a member, or replaces the one of that name.
    ///
    /// A name that the type declares is not looked for: such a member would be written twice.
    ///
    /// # Errors
    ///
    /// What `value`'s `Serialize` implementation says.
    pub fn insert(&mut self, name: &str, value: &impl Serialize) -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(value)?;
        self.remove(name);
        let mut member = Vec::new();
        write_str(&mut member, name.as_bytes());
        member.push(b':');
        member.extend_from_slice(json.as_bytes());
        self.push_unknown(&String::from_utf8(member).unwrap_or_default());
        Ok(())
    }

    /// With a member more, for what a request sends and its type does not declare; otherwise as [`insert`](Extra::insert).
    ///
    /// ```
    /// use api_object::{ApiObject, Extra};
    ///
    /// #[derive(Default, ApiObject)]
    /// struct CreateRun {
    ///     pub model: String,
    ///     #[api(extra)]
    ///     pub extra: Extra,
    /// }
    ///
    /// let run = CreateRun {
    ///     model: "m-1".to_owned(),
    ///     extra: Extra::new().with("service_tier", &"flex")?,
    /// };
    /// assert_eq!(api_object::to_string(&run), r#"{"model":"m-1","service_tier":"flex"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As `insert`.
    pub fn with(mut self, name: &str, value: &impl Serialize) -> Result<Self, serde_json::Error> {
        self.insert(name, value)?;
        Ok(self)
    }

    /// Removes the unknown member `name`, and says whether there was one.
    pub fn remove(&mut self, name: &str) -> bool {
        let mut kept = Extra::new();
        let mut found = false;
        for member in members(self.unknown_text()) {
            match member.name == name {
                true => found = true,
                false => kept.push_unknown(member.text),
            }
        }
        if let (true, Some(rest)) = (found, &mut self.rest) {
            rest.unknown = kept
                .rest
                .take()
                .map(|kept| kept.unknown)
                .unwrap_or_default();
        }
        self.rest.take_if(|rest| **rest == Rest::default());
        found
    }

    /// Whether the object is just as its type would write it.
    #[inline]
    pub(crate) fn is_clean(&self) -> bool {
        self.bits == 0 && self.rest.is_none()
    }

    /// Whether the member at this place was otherwise than its type writes it:
    /// absent (nullable, default) or null (optional).
    pub(crate) fn deviates(&self, member: usize) -> bool {
        match member {
            0..TAG_BIT => self.bits >> member & 1 == 1,
            _ => self.rest.as_ref().is_some_and(|rest| {
                let (word, bit) = high(member);
                rest.more_bits.get(word).is_some_and(|w| w >> bit & 1 == 1)
            }),
        }
    }

    pub(crate) fn deviate(&mut self, member: usize) {
        match member {
            0..TAG_BIT => self.bits |= 1 << member,
            _ => {
                let (word, bit) = high(member);
                let bits = &mut self.rest().more_bits;
                if bits.len() <= word {
                    bits.resize(word + 1, 0);
                }
                if let Some(bits) = bits.get_mut(word) {
                    *bits |= 1 << bit;
                }
            }
        }
    }

    pub(crate) fn tag(&self) -> TagState<'_> {
        match self
            .rest
            .as_ref()
            .and_then(|rest| rest.former_tag.as_deref())
        {
            Some(word) => TagState::Former(word),
            None if self.bits >> TAG_BIT & 1 == 1 => TagState::Missing,
            None => TagState::Present,
        }
    }

    pub(crate) fn tag_missing(&mut self) {
        self.bits |= 1 << TAG_BIT;
    }

    /// The alias of this word by which the union with this key chose this object.
    pub(crate) fn variant_alias(&self, key: &str, word: &str) -> Option<&str> {
        let aliases = &self.rest.as_ref()?.variant_aliases;
        let chosen = aliases.iter().find(|(tag, _)| *tag == (key, word));
        chosen.map(|(_, alias)| &**alias)
    }

    pub(crate) fn chosen_as(&mut self, tag: (&'static str, &'static str), alias: &str) {
        self.rest().variant_aliases.push((tag, alias.into()));
    }

    pub(crate) fn tag_former(&mut self, word: &str) {
        self.rest().former_tag = Some(word.into());
    }

    /// Unknown members, ready to stand in an object; empty where there are none.
    pub(crate) fn unknown_text(&self) -> &str {
        self.rest.as_ref().map_or("", |rest| &rest.unknown)
    }

    /// Keeps one more unknown member, given as `"name": value`.
    pub(crate) fn push_unknown(&mut self, member: &str) {
        let unknown = &mut self.rest().unknown;
        if unknown.capacity() - unknown.len() <= member.len() {
            unknown.reserve(member.len() + FOR_MORE);
        }
        if !unknown.is_empty() {
            unknown.push(',');
        }
        unknown.push_str(member);
    }

    /// The members of which a check has to know how they came: a bit each, the last for all from the 48th on.
    pub(crate) fn odd_members(&self) -> u64 {
        let own = self.bits & (LOW >> 1);
        let Some(rest) = &self.rest else { return own };
        let places = rest.set_aside.iter().map(|aside| aside.member);
        let places = places.chain(rest.aliased.iter().map(|(place, _)| *place));
        let high = match rest.more_bits.is_empty() {
            true => 0,
            false => odd_bit(TAG_BIT),
        };
        places.fold(own | high, |odd, place| odd | odd_bit(place))
    }

    /// Whether anything is kept of any member that is declared.
    pub(crate) fn remembers_members(&self) -> bool {
        let is_respelled = |rest: &Rest| !rest.respelled.is_empty();
        self.odd_members() != 0 || self.rest.as_deref().is_some_and(is_respelled)
    }

    /// Whether anything is kept of the member at this place.
    pub(crate) fn remembers(&self, member: usize) -> bool {
        self.deviates(member) || self.aside(member).is_some() || self.respelled(member).is_some()
    }

    pub(crate) fn aside(&self, member: usize) -> Option<&Aside> {
        self.set_aside().iter().find(|aside| aside.member == member)
    }

    pub(crate) fn aside_mut(&mut self, member: usize) -> Option<&mut Aside> {
        let asides = &mut self.rest.as_mut()?.set_aside;
        asides.iter_mut().find(|aside| aside.member == member)
    }

    /// What is set aside since it does not fit, and not since it is as good as null.
    pub(crate) fn misfit(&self, member: usize) -> Option<&Aside> {
        self.aside(member).filter(|aside| !aside.why.is_empty())
    }

    pub(crate) fn set_aside(&self) -> &[Aside] {
        self.rest.as_ref().map_or(&[], |rest| &rest.set_aside)
    }

    pub(crate) fn put_aside(&mut self, aside: Aside) {
        in_place(&mut self.rest().set_aside, aside, |aside| aside.member);
    }

    pub(crate) fn respelled(&self, member: usize) -> Option<&Respelled> {
        let rest = self.rest.as_ref()?;
        rest.respelled.iter().find(|r| r.member == member)
    }

    pub(crate) fn respell(&mut self, respelled: Respelled) {
        in_place(&mut self.rest().respelled, respelled, |r| r.member);
    }

    /// What is written of what took the place of this member, which was missing or did not fit.
    pub(crate) fn placeholder(&self, member: usize) -> Option<&str> {
        let placeholders = &self.rest.as_ref()?.placeholders;
        let held = placeholders.iter().find(|(place, _)| *place == member);
        held.map(|(_, blank)| &**blank)
    }

    pub(crate) fn hold_placeholder(&mut self, member: usize, blank: &str) {
        let placeholders = &mut self.rest().placeholders;
        in_place(placeholders, (member, blank.into()), |held| held.0);
    }

    /// The alias that the member at this place came under, if it did.
    pub(crate) fn alias(&self, member: usize) -> Option<&'static str> {
        let aliased = &self.rest.as_ref()?.aliased;
        let came = aliased.iter().find(|(place, _)| *place == member);
        came.map(|(_, alias)| *alias)
    }

    pub(crate) fn came_as(&mut self, member: usize, alias: &'static str) {
        in_place(&mut self.rest().aliased, (member, alias), |came| came.0);
    }

    fn rest(&mut self) -> &mut Rest {
        self.rest.get_or_insert_default()
    }
}

/// The bit of a member in [`Extra::odd_members`].
#[inline(always)]
pub(crate) fn odd_bit(member: usize) -> u64 {
    1 << member.min(TAG_BIT)
}

/// The bits of [`Extra::odd_members`] as one for each of the first 64 places: the last of them stands for all behind it.
#[inline(always)]
pub(crate) fn odd_places(odd: u64) -> u64 {
    odd | (odd & odd_bit(TAG_BIT)).wrapping_neg()
}

/// Adds what is remembered of a member in declared order: it is the same in whatever order the members came.
fn in_place<T>(list: &mut Vec<T>, item: T, place: impl Fn(&T) -> usize) {
    let at = list.partition_point(|other| place(other) <= place(&item));
    list.insert(at, item);
}

/// Where the bit of a member beyond the first word stands: word, and bit in it.
fn high(member: usize) -> (usize, usize) {
    ((member - TAG_BIT) / 64, (member - TAG_BIT) % 64)
}

/// Names, and how long the values are: nobody declared which of them may be shown. [`iter`](Extra::iter) gives them.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.iter().map(|(name, json)| (name, Length::of(json)));
        f.debug_map().entries(entries).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_and_removed_leaves_nothing() {
        let mut extra = Extra::new();
        extra.insert("a", &1).unwrap();
        extra.insert("b\"", &[1, 2]).unwrap();
        extra.insert("a", &"again").unwrap();
        assert_eq!(extra.get("a"), Some("\"again\""));
        assert_eq!(extra.get("b\""), Some("[1,2]"));
        assert_eq!(extra.len(), 2);
        assert!(extra.remove("a") && extra.remove("b\""));
        assert!(!extra.remove("a"));
        assert!(extra.is_clean());
        assert_eq!(extra, Extra::new());
    }
}
