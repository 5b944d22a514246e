//! Which variant an object or a scalar is.

use std::borrow::Cow;

use super::{Chosen, UnionMut, UnknownObject};
use crate::deleted::is_receipt_of;
use crate::describe::{
    Condition, Descriptor, Kinds, ObjectType, Shape, Tag, UnionStyle, UnionType, UnionVariant,
    digest_of,
};
use crate::json::{Decimal, Input, Name, Outline, Text, plain_end};
use crate::node::{Misfit, Scalar, Taken};
use crate::raw::RawJson;

/// What was chosen for an object.
pub(crate) struct Choice<'t> {
    /// The place of the variant, if one fits.
    pub(crate) place: Option<usize>,
    /// The tag's word, if there is one.
    pub(crate) word: Option<Cow<'t, str>>,
}

impl UnionType {
    /// Whether one member, the union's tag, says all.
    #[inline]
    pub(crate) fn is_told_by_tag(&self) -> bool {
        !self.conditional && !matches!(self.style, UnionStyle::Own | UnionStyle::Untagged)
    }

    /// The variant of an object with these members.
    pub(crate) fn choose<'t>(&self, outline: &Outline<'t>) -> Choice<'t> {
        if let Some(key) = self.own_key {
            let word = outline.value(key).and_then(string);
            let place = word.as_ref();
            let place = place.and_then(|word| self.told_by_word(key, word));
            if place.is_some() || !self.conditional {
                return Choice { place, word };
            }
        }
        self.choose_by_any(outline)
    }

    /// The variant for which this word of the one member speaks that tells all apart; `None` also where the type of one that asks
    /// for it has a tag, which comes before what is asked.
    pub(crate) fn told_by_word(&self, key: &str, word: &str) -> Option<usize> {
        let digest = digest_of(key, word);
        let (mut tagged, mut asked) = (None, None);
        for (place, variant) in self.variants.iter().enumerate() {
            let found = match variant.condition {
                None if variant.may_be_told_by(digest) && variant.answers(key, word) => &mut tagged,
                Some(condition) if condition.names(word) => match variant.has_any_tag() {
                    true => return None,
                    false => &mut asked,
                },
                _ => continue,
            };
            found.get_or_insert(place);
            if !self.conditional {
                break;
            }
        }
        tagged.or(asked)
    }

    /// The same, where any of several members may tell the variants apart.
    fn choose_by_any<'t>(&self, outline: &Outline<'t>) -> Choice<'t> {
        let mut first = None;
        let mut met: Vec<Name<'t>> = Vec::new();
        for (name, value) in outline.members() {
            // Of several members of one name the first is the one that counts; so few are ever looked at.
            let is_met = |key: &str| met.iter().any(|name| name.is(key));
            if !name.with(|key| self.is_key(key) && !is_met(key)) {
                continue;
            }
            let word = string(value);
            if let Some(word) = &word
                && let Some(place) = name.with(|key| self.place(outline, key, word))
            {
                let place = Some(place);
                return Choice {
                    place,
                    word: Some(word.clone()),
                };
            }
            first = first.or(word);
            if self.style != UnionStyle::Own {
                break;
            }
            met.push(name);
        }
        Choice {
            place: self.told_by_condition(outline),
            word: first,
        }
    }

    /// The first variant without a tag of its own whose condition holds.
    fn told_by_condition(&self, outline: &Outline<'_>) -> Option<usize> {
        if !self.conditional || self.style != UnionStyle::Own {
            return None;
        }
        self.variants.iter().position(|variant| {
            let holds = |condition: Condition| condition.holds(outline);
            variant.condition.is_some_and(holds) && !variant.has_any_tag()
        })
    }

    fn place(&self, outline: &Outline<'_>, key: &str, word: &str) -> Option<usize> {
        let mut plain = None;
        for place in self.candidates(key, word) {
            match self.variants.get(place)?.condition {
                Some(condition) if condition.holds(outline) => return Some(place),
                Some(_) => {}
                None => plain = plain.or(Some(place)),
            }
        }
        plain
    }

    /// The variants that a member of this name and with this word speaks for.
    pub(crate) fn candidates(&self, key: &str, word: &str) -> impl Iterator<Item = usize> {
        let mut from = 0;
        let digest = match self.style {
            UnionStyle::Own => digest_of(key, word),
            _ => 0,
        };
        std::iter::from_fn(move || {
            let place = self.candidate(from, (key, word, digest))?;
            from = place + 1;
            Some(place)
        })
    }

    /// The first of these from a place on.
    fn candidate(&self, from: usize, (key, word, digest): (&str, &str, u64)) -> Option<usize> {
        let mut variants = self.variants.get(from..)?.iter();
        let place = match self.style {
            UnionStyle::Own => variants
                .position(|variant| variant.may_be_told_by(digest) && variant.answers(key, word)),
            UnionStyle::Untagged => None,
            _ if key != self.tag => None,
            _ => variants.position(|one| one.word == word || one.aliases.contains(&word)),
        };
        place.map(|place| from + place)
    }

    /// Whether a member of this name may tell the variants apart.
    fn is_key(&self, name: &str) -> bool {
        match self.style {
            UnionStyle::Own => {
                let mut types = self.variants.iter().filter_map(|v| v.told_by());
                types.any(|descriptor| descriptor.has_tag(name))
            }
            UnionStyle::Untagged => false,
            _ => name == self.tag,
        }
    }
}

impl UnionVariant {
    /// Whether values of the type that the variant holds have a tag, whatever it is called.
    fn has_any_tag(&self) -> bool {
        self.told_by().is_some_and(|d| d.has_any_tag())
    }

    /// Whether a tag of this name with this word is one of the type that the variant holds.
    #[inline]
    fn answers(&self, key: &str, word: &str) -> bool {
        match self.told_by() {
            Some(Descriptor::Object(ObjectType { tag: Some(tag), .. })) => tag.answers(key, word),
            other => other.is_some_and(|descriptor| descriptor.answers(key, word)),
        }
    }
}

/// Whether two keys are the same, as they mostly are where they stand in the same place.
#[inline]
pub(crate) fn is_same(a: &'static str, b: &'static str) -> bool {
    std::ptr::eq(a, b) || a == b
}

impl Tag {
    /// Whether a tag of this name with this word is this one. Of many variants most have other words, and often all have
    /// the same key.
    #[inline]
    fn answers(&self, key: &str, word: &str) -> bool {
        let is_word = self.word == word || !self.former.is_empty() && self.former.contains(&word);
        is_word && self.key == key
    }
}

impl Descriptor {
    /// Whether objects of this type have a tag of this name.
    fn has_tag(&self, key: &str) -> bool {
        match self {
            Descriptor::Object(object) => match object.tag {
                Some(tag) => tag.key == key,
                None => object
                    .members
                    .iter()
                    .any(|m| m.name == key && m.shape.receipt().is_some()),
            },
            Descriptor::Union(union) => union.is_key(key),
            _ => false,
        }
    }

    fn has_any_tag(&self) -> bool {
        match self {
            Descriptor::Object(object) => {
                let mut members = object.members.iter();
                object.tag.is_some() || members.any(|member| member.shape.receipt().is_some())
            }
            Descriptor::Union(union) => union.style != UnionStyle::Untagged,
            _ => true,
        }
    }

    /// Whether a tag of this name with this word is one of this type's.
    pub(crate) fn answers(&self, key: &str, word: &str) -> bool {
        match self {
            Descriptor::Object(object) => match object.tag {
                Some(tag) => tag.answers(key, word),
                None => object.members.iter().any(|member| {
                    let is_receipt = |of| is_receipt_of(of, word);
                    member.name == key && member.shape.receipt().is_some_and(is_receipt)
                }),
            },
            Descriptor::Union(union) => union.candidates(key, word).next().is_some(),
            _ => false,
        }
    }
}

impl Shape {
    /// The type of the object whose receipt bears a word of this shape.
    pub(crate) fn receipt(&self) -> Option<Descriptor> {
        match self {
            Shape::Receipt(of) => Some(of()),
            Shape::LateReceipt(late) => Some(late.descriptor()),
            Shape::Nullable(inner) | Shape::NullOrAbsent(inner) => inner.receipt(),
            _ => None,
        }
    }
}

impl Condition {
    /// Whether this word is one of the values.
    fn names(&self, word: &str) -> bool {
        let mut values = self.values.iter();
        values.any(|json| string(json).is_some_and(|value| value == word))
    }

    /// Whether an object has the member with one of the values.
    fn holds(&self, outline: &Outline<'_>) -> bool {
        let is_wanted = |value: &str| {
            self.values.contains(&value) || {
                let is_plain = plain_word(value).is_some();
                let mut values = self.values.iter();
                values.any(|json| !(is_plain && is_other(value, json)) && is_equal(value, json))
            }
        };
        outline.values(self.member).any(is_wanted)
    }
}

/// Whether a JSON string without escapes surely is another than one that is not written as it is.
fn is_other(plain: &str, json: &str) -> bool {
    // With escapes it is longer.
    json.len() <= plain.len() || plain_word(json).is_some()
}

/// Whether two JSON texts are of one string or number.
fn is_equal(a: &str, b: &str) -> bool {
    string(a) == string(b) && string(a).is_some() || number(a) == number(b) && number(a).is_some()
}

/// What a JSON string is, if it is one without escapes.
pub(crate) fn plain_word(json: &str) -> Option<&str> {
    let word = json.strip_prefix('"')?.strip_suffix('"')?;
    (plain_end(json.as_bytes(), 1) == word.len() + 1).then_some(word)
}

/// The value of a JSON number, however it is spelled; nothing for any other value.
fn number(json: &str) -> Option<Decimal<'_>> {
    json.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        .then(|| Decimal::read(json))?
}

/// The content of a JSON string; nothing for any other value.
pub(crate) fn string(json: &str) -> Option<Cow<'_, str>> {
    if let Some(word) = plain_word(json) {
        return Some(Cow::Borrowed(word));
    }
    let mut input = Input::from_text(json);
    if input.peek_or_end()? != b'"' {
        return None;
    }
    match input.string().ok()? {
        Text::Borrowed(text) => Some(Cow::Borrowed(text)),
        Text::Transient(text) => Some(Cow::Owned(text.to_owned())),
    }
}

/// Offers a scalar to the variants of a union, one after the other, if it is untagged. One that writes it as it
/// came is taken before one that writes it otherwise.
///
/// # Errors
///
/// [`Misfit`] where none takes it.
pub(crate) fn accept_untagged<'de>(
    union: &mut dyn UnionMut<'de>,
    scalar: Scalar<'_, 'de>,
) -> Result<Taken, Misfit> {
    if union.union_type().style != UnionStyle::Untagged {
        return Err(Misfit);
    }
    let mut respelled = None;
    for place in union.union_type().takers(Kinds::of(scalar.kind())) {
        match offer(union, place, scalar) {
            Ok(Taken::Exactly) => return Ok(Taken::Exactly),
            Ok(Taken::Respelled) => respelled = respelled.or(Some(place)),
            Err(Misfit) => {}
        }
    }
    if let Some(place) = respelled {
        return offer(union, place, scalar);
    }
    let raw = RawJson::trusted(RawJson::of_scalar(scalar)?);
    if union.keep(UnknownObject::new(None, raw)) {
        return Ok(Taken::Exactly);
    }
    Err(Misfit)
}

fn offer<'de>(
    union: &mut dyn UnionMut<'de>,
    place: usize,
    scalar: Scalar<'_, 'de>,
) -> Result<Taken, Misfit> {
    match union.choose(place) {
        Chosen::Value(node) => node.slot(scalar.kind()).take(scalar),
        _ => Err(Misfit),
    }
}
