//! A text without its secrets.

use std::borrow::Cow;
use std::ops::Range;

use crate::describe::{Descriptor, Kinds, ObjectType, Shape, UnionType};
use crate::filling::Slot;
use crate::json::{Input, Outline, elements, inside, members};

/// What stands in the place of a secret, however long that is.
const MASK: &str = "••••••";

/// How many unions may stand directly in each other, before their value is taken for a secret.
const UNIONS: usize = 16;

/// A text whose secrets are replaced, and where they stood.
#[derive(Clone)]
pub(super) struct Masked<'a> {
    /// Nothing where nobody knows what is secret.
    text: Option<Cow<'a, str>>,
    /// Where secrets stood in the text as it came, one behind the other.
    secrets: Vec<Range<usize>>,
}

impl<'a> Masked<'a> {
    /// The text of a value of this shape; `is_whole` unless it was cut.
    pub(super) fn new(text: &'a str, shape: &'static Shape, is_whole: bool) -> Self {
        if !shape.holds_secret() {
            let text = Some(Cow::Borrowed(text));
            let secrets = Vec::new();
            return Masked { text, secrets };
        }
        let value = whole_value(text).filter(|_| is_whole);
        let secrets = value.map(|value| Search::of(text, value, shape));
        Masked {
            text: secrets
                .as_ref()
                .map(|secrets| Cow::Owned(mask(text, secrets))),
            secrets: secrets.unwrap_or_default(),
        }
    }

    /// All that may be shown of the text, and where in it a part of the text as it came stands now.
    pub(super) fn part(&self, range: Range<usize>) -> Option<(&str, Range<usize>)> {
        let text = self.text.as_deref()?;
        Some((
            text,
            self.moved(range.start, false)..self.moved(range.end, true),
        ))
    }

    /// Where an offset is now; of one within a secret, where what stands for that begins or ends.
    fn moved(&self, at: usize, is_end: bool) -> usize {
        let mut moved = at;
        for secret in self.secrets.iter().take_while(|secret| secret.start < at) {
            let is_within = match is_end {
                true => at <= secret.end,
                false => at < secret.end,
            };
            if is_within {
                let begin = moved - (at - secret.start);
                return if is_end { begin + MASK.len() } else { begin };
            }
            moved = moved + MASK.len() - secret.len();
        }
        moved
    }
}

/// The value that a text is, if it is JSON.
fn whole_value(text: &str) -> Option<&str> {
    let mut input = Input::from_text(text);
    let value = input.skip_value().ok()?;
    input.finish().ok()?;
    Some(value)
}

fn mask(text: &str, secrets: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for secret in secrets {
        out.push_str(text.get(at..secret.start).unwrap_or_default());
        out.push_str(MASK);
        at = secret.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Looks for secrets, and takes for one what it cannot tell from one.
struct Search<'t> {
    text: &'t str,
    /// From where to where each stands.
    found: Vec<(usize, usize)>,
}

impl<'t> Search<'t> {
    fn of(text: &'t str, value: &'t str, shape: &'static Shape) -> Vec<Range<usize>> {
        let found = Vec::new();
        let mut search = Search { text, found };
        search.value(value, shape, UNIONS);
        search.found.sort_unstable();
        // Of one within another, the outer one is enough.
        let mut end = 0;
        search.found.retain(|(_, behind)| {
            let is_new = *behind > end;
            end = end.max(*behind);
            is_new
        });
        let ranges = search.found.into_iter();
        ranges.map(|(start, end)| start..end).collect()
    }

    fn value(&mut self, value: &'t str, shape: &Shape, unions: usize) {
        match shape {
            _ if value == "null" => {}
            Shape::Secret(_) => self.hide(value),
            Shape::Nullable(inner) | Shape::NullOrAbsent(inner) | Shape::Auto(inner) => {
                self.value(value, inner, unions);
            }
            Shape::IdOr(_, object) if value.starts_with('{') => self.value(value, object, unions),
            Shape::IdOr(id, _) if id.kinds().meet(Kinds::of_text(value)) => {
                self.value(value, id, unions);
            }
            Shape::List(inner) | Shape::Items(inner) if value.starts_with('[') => {
                elements(inside(value)).for_each(|element| self.value(element, inner, UNIONS));
            }
            Shape::Map(inner) if value.starts_with('{') => {
                members(inside(value)).for_each(|member| self.value(member.value, inner, UNIONS));
            }
            _ => match shape.descriptor() {
                Some(Descriptor::Object(object)) if value.starts_with('{') => {
                    self.object(value, object);
                }
                Some(Descriptor::Union(union)) if value.starts_with('{') => {
                    self.union(value, union, unions);
                }
                _ => self.hide_if(value, shape),
            },
        }
    }

    fn object(&mut self, value: &'t str, object: &ObjectType) {
        for member in members(inside(value)) {
            if let Some(Slot::Member(place)) = object.look_up(&member.name, 0)
                && let Some(declared) = object.members.get(place)
            {
                self.value(member.value, &declared.shape, UNIONS);
            }
        }
    }

    fn union(&mut self, value: &'t str, union: &'static UnionType, unions: usize) {
        if !union.holds_secret() {
            return;
        }
        let chosen = union.choose(&Outline::of(value)).place;
        let variant = chosen.and_then(|place| union.variants.get(place));
        match (variant, unions.checked_sub(1)) {
            (Some(variant), Some(unions)) => match variant.object {
                // A secret may stand where nobody declared it.
                Some(object) if variant.shape.is_secret() && !is_told(value, union, object) => {
                    self.hide(value);
                }
                Some(object) => self.object(value, object),
                None => self.value(value, &variant.shape, unions),
            },
            _ => self.hide(value),
        }
    }

    fn hide_if(&mut self, value: &'t str, shape: &Shape) {
        if shape.holds_secret() {
            self.hide(value);
        }
    }

    fn hide(&mut self, value: &'t str) {
        let start = (value.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.found.push((start, start + value.len()));
    }
}

/// Whether an object that is a variant has no member but its tag and those that are declared.
fn is_told(value: &str, union: &UnionType, object: &ObjectType) -> bool {
    members(inside(value)).all(|member| member.name == union.tag || object.has_key(&member.name))
}
