//! Two unions, variant by variant.

use super::Code;
use super::compare::{Changes, Side};
use super::fit::{Fit, Pairs};
use crate::plan::{Field, Presence, Shape, Ty, UnionShape, UnionStyle, Variant};

/// Variants are known by their words, or by their types: the same, or one of the same name in Rust.
pub(super) fn unions(
    pairs: &mut Pairs<'_>,
    old: &UnionShape,
    new: &UnionShape,
    changes: &mut Changes,
) {
    told_apart(old, new, changes);
    let mut left: Vec<_> = new.variants.iter().collect();
    for variant in &old.variants {
        let place = left
            .iter()
            .position(|other| is_same(pairs, (old, variant), (new, other)));
        let Some(place) = place else {
            let what = format!("the variant `{}` is gone", variant.ident);
            changes.push("", Code::VariantRemoved, Fit::NARROWER, what);
            continue;
        };
        variants(pairs, (old, variant), (new, left.remove(place)), changes);
    }
    for variant in left {
        // An open union keeps it.
        let what = format!("the variant `{}` is new", variant.ident);
        changes.push("", Code::VariantAdded, Fit::SAME, what);
    }
}

fn variants(
    pairs: &mut Pairs<'_>,
    (old, was): (&UnionShape, &Variant),
    (new, is): (&UnionShape, &Variant),
    changes: &mut Changes,
) {
    let (old_side, new_side) = (pairs.old, pairs.new);
    let fit = match (old.has_envelope(), new.has_envelope()) {
        (false, true) => beside(pairs, value(&old_side, was, &new.style), is.ty.as_ref()),
        (true, false) => beside(pairs, was.ty.as_ref(), value(&new_side, is, &old.style)),
        _ => match (&was.ty, &is.ty) {
            (Some(was), Some(is)) => pairs.fit(was, is),
            (None, None) => Fit::SAME,
            _ => Fit::OTHER,
        },
    };
    if fit != Fit::SAME {
        let (now, before) = (spelled(&new_side, is), spelled(&old_side, was));
        let what = format!("the variant `{}` is `{now}`, and was `{before}`", is.ident);
        changes.push("", Code::TypeChanged, fit, what);
    }
    if was.when != is.when {
        let when = |variant: &Variant| match &variant.when {
            Some((member, values)) => {
                let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
                format!("where `{member}` is {}", values.join(" or "))
            }
            None => "by its tag alone".to_owned(),
        };
        let (now, before) = (when(is), when(was));
        let what = format!(
            "the variant `{}` is meant {now}, and was {before}",
            is.ident
        );
        changes.push("", Code::TagChanged, Fit::OTHER, what);
    }
}

fn spelled(side: &Side<'_>, variant: &Variant) -> String {
    match &variant.ty {
        Some(ty) => side.spell(ty),
        None => "nothing".to_owned(),
    }
}

fn is_same(
    pairs: &Pairs<'_>,
    (_, was): (&UnionShape, &Variant),
    (_, is): (&UnionShape, &Variant),
) -> bool {
    match (word(&pairs.old, was), word(&pairs.new, is)) {
        // An object may have another constant and be the same otherwise.
        (Some(old), Some(new)) if was.word.is_some() || is.word.is_some() => old == new,
        _ => spelled(&pairs.old, was) == spelled(&pairs.new, is) || was.ident == is.ident,
    }
}

/// What the tag says of a variant, be it the union's or the object's own.
fn word<'v>(side: &Side<'v>, variant: &'v Variant) -> Option<&'v str> {
    match &variant.word {
        Some(word) => Some(word),
        None => object(side, variant)?.0,
    }
}

/// The constant and the members of the object that a variant holds.
fn object<'v>(side: &Side<'v>, variant: &'v Variant) -> Option<(Option<&'v str>, &'v [Field])> {
    let Ty::Named(no) = side.plain(variant.ty.as_ref()?) else {
        return None;
    };
    match &side.plan.ty(*no).shape {
        Shape::Object(object) => {
            let word = object.tag.as_ref().map(|tag| tag.word.as_str());
            Some((word, &object.fields))
        }
        _ => None,
    }
}

/// The member of a variant's object that stands beside the tag where the union has an envelope.
fn value<'v>(side: &Side<'v>, variant: &'v Variant, envelope: &UnionStyle) -> Option<&'v Field> {
    let (word, fields) = object(side, variant)?;
    let name = match envelope {
        UnionStyle::Content(_, content) => Some(content.as_str()),
        _ => word,
    };
    fields
        .iter()
        .find(|field| Some(field.wire.as_str()) == name)
}

/// A value that is a variant's on one side, and a member of its object on the other.
trait Beside {
    /// The type, and whether it may be absent or null.
    fn parts(&self) -> (&Ty, bool);
}

impl Beside for &Field {
    fn parts(&self) -> (&Ty, bool) {
        (&self.ty, self.presence != Presence::Required)
    }
}

impl Beside for &Ty {
    fn parts(&self) -> (&Ty, bool) {
        match self {
            Ty::Option(inner) => (inner, true),
            ty => (ty, false),
        }
    }
}

fn beside(pairs: &mut Pairs<'_>, was: Option<impl Beside>, is: Option<impl Beside>) -> Fit {
    let (Some(was), Some(is)) = (&was, &is) else {
        return match (was.is_some(), is.is_some()) {
            (false, false) => Fit::SAME,
            _ => Fit::OTHER,
        };
    };
    let ((old, was_empty), (new, is_empty)) = (was.parts(), is.parts());
    let presence = Fit::of(is_empty && !was_empty, was_empty && !is_empty);
    pairs.fit(old, new).and(presence)
}

/// What tells the variants apart: another member, or another way. Variants say by themselves whether their values are
/// others.
fn told_apart(old: &UnionShape, new: &UnionShape, changes: &mut Changes) {
    if old.style == new.style {
        return;
    }
    let (is, was) = (told_by(&new.style), told_by(&old.style));
    let what = format!("its variants are told apart by {is}, and were by {was}");
    let fit = match (old.has_envelope(), new.has_envelope()) {
        (true, true) => Fit::OTHER,
        _ => Fit::SAME,
    };
    changes.push("", Code::TagChanged, fit, what);
}

fn told_by(style: &UnionStyle) -> String {
    match style {
        UnionStyle::Own => "their own tags".to_owned(),
        UnionStyle::Untagged => "their values".to_owned(),
        UnionStyle::Keyed(tag) => format!("`{tag}`, whose word names the value"),
        UnionStyle::Content(tag, content) => format!("`{tag}`, beside `{content}`"),
    }
}
