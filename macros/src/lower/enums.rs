//! Enums: open enums of words; and the way to unions.

use proc_macro2::{Ident, Span};

use super::arrows::Arrows;
use super::types::is_named;
use super::unions;
use super::wire::{self, WireNames};
use super::{GENERIC, SHOWN, docs, krate_path, refuse, refuse_generics, refuse_rules};
use crate::ast::{Casing, ContainerAttrs, Declaration, Fields, Slot, Variant, VariantAttrs};
use crate::errors::Errors;
use crate::model::{Model, OpenEnum, Word};

const OBJECT: &str = "an object, a struct with named fields";
const UNION: &str = "a union, whose variants hold one value each";

/// Unit variants make an open enum, variants that hold one value a union.
pub(super) fn lower<'a>(
    decl: &Declaration<'a>,
    variants: &[Variant<'a>],
    errors: &mut Errors,
) -> Option<Model<'a>> {
    let unknown = unknown(variants, errors);
    let known = variants
        .iter()
        .filter(|v| v.attrs.unknown.given().is_none() && !is_same(v, unknown));
    if unions::is_one(decl, variants) {
        let known: Vec<&Variant> = known.collect();
        return Some(Model::Union(unions::lower(decl, &known, unknown, errors)));
    }
    match Forms::of(known, errors)? {
        Forms::Words(words) => Some(Model::OpenEnum(open_enum(decl, &words, unknown, errors))),
        Forms::Holders(holders) => {
            Some(Model::Union(unions::lower(decl, &holders, unknown, errors)))
        }
        // The user's crate may call the methods of words. Without more that says so, they are none.
        Forms::Mixed(words) => {
            let is_plain = decl.input.generics.params.is_empty();
            let keeps_words = |variant: &Variant| holds_one(variant, &["UnknownValue"]);
            let are_words = unknown.is_some_and(keeps_words) || !decl.attrs.closed.is_absent();
            (is_plain && are_words)
                .then(|| Model::OpenEnum(open_enum(decl, &words, unknown, errors)))
        }
        Forms::None => {
            let message =
                "an enum needs variants; write `Word` for a word, `Name(Type)` for an object";
            errors.at(decl.input.ident.span(), message);
            None
        }
    }
}

/// The known variants, which all have one form.
enum Forms<'v, 'a> {
    None,
    Words(Vec<&'v Variant<'a>>),
    Holders(Vec<&'v Variant<'a>>),
    /// Words, among which others hold a value.
    Mixed(Vec<&'v Variant<'a>>),
}

impl<'v, 'a> Forms<'v, 'a> {
    /// Refuses each variant of another form, and those that hold a value among words.
    fn of(variants: impl Iterator<Item = &'v Variant<'a>>, errors: &mut Errors) -> Option<Self>
    where
        'a: 'v,
    {
        let (mut words, mut holders, mut refused) = (Vec::new(), Vec::new(), false);
        for variant in variants {
            match &variant.fields {
                Fields::Unit => words.push(variant),
                Fields::Tuple(types) if types.len() == 1 => holders.push(variant),
                Fields::Tuple(_) | Fields::Named(_) => {
                    refuse_form(variant, errors);
                    refused = true;
                }
            }
        }
        match (words.is_empty(), holders.is_empty()) {
            (true, true) if refused => None,
            (true, true) => Some(Forms::None),
            (false, true) => Some(Forms::Words(words)),
            (true, false) => Some(Forms::Holders(holders)),
            (false, false) => {
                refuse_mixture(&holders, errors);
                Some(Forms::Mixed(words))
            }
        }
    }
}

/// The variant that keeps what is unknown.
fn unknown<'v, 'a>(variants: &'v [Variant<'a>], errors: &mut Errors) -> Option<&'v Variant<'a>> {
    let mut marked = variants
        .iter()
        .filter_map(|v| v.attrs.unknown.key().map(|key| (v, key)));
    let Some((first, first_key)) = marked.next() else {
        return unmarked(variants, errors);
    };
    for (_, key) in marked {
        let message = "one variant keeps what is unknown; remove `unknown` here";
        errors.twice(key.span(), first_key.span(), message);
    }
    let VariantAttrs {
        rename,
        alias,
        unknown: _,
        next,
        when,
    } = &first.attrs;
    if let Some(key) = when.key() {
        let message = "the `unknown` variant takes what is left; remove `when`";
        errors.at(key.span(), message);
    }
    if let Some(key) = next.key() {
        let message = "of a status that nobody knows, nobody knows what may follow; remove `next`";
        errors.at(key.span(), message);
    }
    for word in rename.value().into_iter().chain(alias) {
        let message = "the `unknown` variant stands for every other word; remove this one";
        errors.at(word.span(), message);
    }
    if !matches!(&first.fields, Fields::Tuple(types) if types.len() == 1) {
        let name = first.ident;
        let message = format!(
            "the `unknown` variant holds what came; write `{name}(api_object::UnknownValue)`, \
             or `{name}(api_object::UnknownObject)` in a union"
        );
        errors.at(name.span(), message);
    }
    Some(first)
}

/// The variant that keeps what is unknown by its type, and was not marked.
fn unmarked<'v, 'a>(variants: &'v [Variant<'a>], errors: &mut Errors) -> Option<&'v Variant<'a>> {
    let mut variants = variants.iter();
    let variant =
        variants.find(|variant| holds_one(variant, &["UnknownValue", "UnknownObject"]))?;
    let name = variant.ident;
    let message = format!("`{name}` holds what is unknown; mark it with `#[api(unknown)]`");
    errors.at(name.span(), message);
    Some(variant)
}

/// Whether it holds a value of a type with one of these names.
fn holds_one(variant: &Variant, names: &[&str]) -> bool {
    match &variant.fields {
        Fields::Tuple(types) => match types.as_slice() {
            [ty] => names.iter().any(|name| is_named(ty, name)),
            _ => false,
        },
        _ => false,
    }
}

fn is_same(variant: &Variant, other: Option<&Variant>) -> bool {
    other.is_some_and(|other| std::ptr::eq(variant, other))
}

/// Names the `unknown` variant, which holds an `api_object` type of the name `holds`.
pub(super) fn keeper<'a>(unknown: &Variant<'a>, holds: &str, errors: &mut Errors) -> &'a Ident {
    let name = unknown.ident;
    if let Fields::Tuple(types) = &unknown.fields
        && let [ty] = types.as_slice()
        && !is_named(ty, holds)
    {
        let message = format!(
            "what is unknown here is kept as an `api_object::{holds}`; write `{name}(api_object::{holds})`"
        );
        errors.push(syn::Error::new_spanned(ty, message));
    }
    name
}

/// Where it is said of the `unknown` variant that what it keeps is expected.
pub(super) fn expected(unknown: Option<&Variant>) -> Option<Span> {
    unknown?.attrs.unknown.value()?.expected
}

fn refuse_form(variant: &Variant, errors: &mut Errors) {
    let name = variant.ident;
    let message =
        format!("a variant is a word or holds one value; write `{name}` or `{name}(Type)`");
    errors.at(name.span(), message);
}

fn refuse_mixture(holders: &[&Variant], errors: &mut Errors) {
    for variant in holders {
        let name = variant.ident;
        let message = format!(
            "some variants are words, and this one holds a value; write `{name}` alone, or put the words into an \
             enum of their own, and that and this into a union with `#[api(untagged)]`"
        );
        errors.at(name.span(), message);
    }
}

fn open_enum(
    decl: &Declaration,
    variants: &[&Variant],
    unknown: Option<&Variant>,
    errors: &mut Errors,
) -> OpenEnum {
    let ContainerAttrs {
        object,
        tag,
        content,
        keyed,
        untagged,
        former,
        id,
        rename_all,
        view,
        closed,
        status,
        krate,
        bound,
        debug,
        rules,
    } = &decl.attrs;
    refuse_object_keys(object, former, view, id, errors);
    refuse(tag, UNION, errors);
    refuse(content, UNION, errors);
    refuse(keyed, UNION, errors);
    refuse(untagged, UNION, errors);
    refuse_rules(&rules.calls, errors);
    refuse(bound, GENERIC, errors);
    refuse(debug, SHOWN, errors);
    refuse_generics(decl, "an open enum", errors);
    let ident = &decl.input.ident;
    let is_generic = !decl.input.generics.params.is_empty();
    let expected = expected(unknown);
    let unknown = unknown.map(|variant| match is_generic {
        false => keeper(variant, "UnknownValue", errors),
        true => variant.ident,
    });
    open_or_closed(ident, unknown, closed, errors);
    if let (Some(span), false) = (expected, status.is_absent()) {
        let message = "no rule says anything of a status that nobody knows, so that it is told; write `unknown`";
        errors.at(span, message);
    }
    let arrows = Arrows::of(variants, status, errors);
    OpenEnum {
        ident: ident.clone(),
        vis: decl.input.vis.clone(),
        docs: docs(&decl.docs),
        krate: krate_path(krate),
        words: words(variants, rename_all, &arrows, errors),
        // Where the variant was forgotten, the enum is open all the same.
        unknown: closed.is_absent().then(|| unknown.unwrap_or(ident).clone()),
        expects_more: expected.is_some(),
        has_arrows: arrows.any,
        status_names: arrows.names(),
        generated: false,
    }
}

/// An enum of words either keeps other words or refuses them.
fn open_or_closed(ident: &Ident, unknown: Option<&Ident>, closed: &Slot<()>, errors: &mut Errors) {
    match (unknown, closed.key()) {
        (None, None) => {
            let message = "an open enum keeps words that nobody knows yet; \
                           add the variant `#[api(unknown)] Other(api_object::UnknownValue)`, \
                           or write `#[api(closed)]` to refuse them";
            errors.at(ident.span(), message);
        }
        (Some(unknown), Some(closed)) => {
            let message = format!(
                "a closed enum refuses what `{unknown}` would keep; remove `closed`, or that variant"
            );
            errors.at(closed.span(), message);
        }
        _ => {}
    }
}

fn words(
    variants: &[&Variant],
    rename_all: &Slot<Casing>,
    arrows: &Arrows,
    errors: &mut Errors,
) -> Vec<Word> {
    let mut names = WireNames::new("word");
    let mut word = |variant: &&Variant| {
        refuse(&variant.attrs.when, "a variant of a union", errors);
        let (wire, aliases) = spelled(variant, rename_all, &mut names, errors);
        Word {
            ident: variant.ident.clone(),
            wire,
            aliases,
            docs: docs(&variant.docs),
            next: arrows.next(variant, errors),
            terminal: arrows.ends(variant),
        }
    };
    variants.iter().map(&mut word).collect()
}

/// The word of a variant, and what else is read as that word.
pub(super) fn spelled(
    variant: &Variant,
    rename_all: &Slot<Casing>,
    names: &mut WireNames,
    errors: &mut Errors,
) -> (String, Vec<String>) {
    let VariantAttrs {
        rename,
        alias,
        unknown: _,
        next: _,
        when: _,
    } = &variant.attrs;
    let casing = rename_all.value().copied().unwrap_or(Casing::Snake);
    let word = wire::name(rename, variant.ident, Some(casing));
    names.claim_all(&word, variant.ident.span(), rename, alias, errors);
    (word, wire::aliases(alias))
}

pub(super) fn refuse_object_keys(
    object: &Slot<crate::ast::ObjectCall>,
    former: &Slot<Vec<syn::LitStr>>,
    view: &Slot<crate::ast::NameOrNone>,
    id: &Slot<Vec<syn::LitStr>>,
    errors: &mut Errors,
) {
    refuse(object, OBJECT, errors);
    refuse(former, OBJECT, errors);
    refuse(view, OBJECT, errors);
    refuse(id, "a struct with one field without a name", errors);
}

#[cfg(test)]
mod tests;
