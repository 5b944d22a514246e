//! Which fields are members, and those that are none: `extra`, the objects that are flattened, and each `PhantomData`.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Generics, Type};

use super::bounds::occurs;
use super::docs;
use super::member::accessor;
use super::types::{Kind, is_named, kind};
use crate::ast::{Declaration, Field, FieldAttrs};
use crate::errors::Errors;
use crate::model::Part;

/// The fields of an object, by what they are.
pub(super) struct Fields<'f, 'a> {
    pub(super) extra: Option<&'a Ident>,
    /// Whether what it keeps is expected.
    pub(super) expects_more: bool,
    pub(super) parts: Vec<Part<'a>>,
    pub(super) phantoms: Vec<&'a Ident>,
    pub(super) members: Vec<&'f Field<'a>>,
}

pub(super) fn sort<'f, 'a>(
    decl: &Declaration<'a>,
    fields: &'f [Field<'a>],
    errors: &mut Errors,
) -> Fields<'f, 'a> {
    let (extra, expects_more) = extra(fields, errors).unzip();
    let fields = fields.iter().filter(|f| f.attrs.extra.is_absent());
    let (phantoms, fields): (Vec<_>, Vec<_>) = fields.partition(|f| f.is_phantom());
    for phantom in &phantoms {
        let message = "a `PhantomData` is no member and takes no key; remove this";
        refuse_keys(phantom, &[], message, errors);
    }
    let (members, parts): (Vec<_>, Vec<_>) = fields
        .into_iter()
        .partition(|f| f.attrs.flatten.is_absent());
    for member in &members {
        refuse_endless(&decl.input.ident, member.ty, errors);
    }
    Fields {
        extra,
        expects_more: expects_more == Some(true),
        parts: parts.into_iter().map(|f| part(decl, f, errors)).collect(),
        phantoms: phantoms.iter().map(|f| f.ident).collect(),
        members,
    }
}

/// A member that holds its own object, always: no value of that would end.
fn refuse_endless(object: &Ident, ty: &Type, errors: &mut Errors) {
    let mut inner = ty;
    let mut is_behind = false;
    while let Kind::Boxed(next) | Kind::Secret(next) = kind(inner) {
        is_behind |= matches!(kind(inner), Kind::Boxed(_));
        inner = next;
    }
    let is_itself = match inner {
        Type::Path(path) if path.path.segments.len() == 1 => {
            is_named(inner, "Self") || is_named(inner, &object.to_string())
        }
        _ => false,
    };
    // Without a `Box` the compiler says as much.
    if is_behind && is_itself {
        let message = format!(
            "each value would hold another, without an end; write `Option<Box<{object}>>` or `Vec<{object}>`"
        );
        errors.push(syn::Error::new_spanned(ty, message));
    }
}

/// The field that keeps what is not declared, and whether that is expected.
fn extra<'a>(fields: &[Field<'a>], errors: &mut Errors) -> Option<(&'a Ident, bool)> {
    let mut marked = fields
        .iter()
        .filter_map(|f| Some((f, f.attrs.extra.key()?)));
    let (field, first) = marked.next()?;
    let expected = field.attrs.extra.value().is_some_and(|call| call.expected);
    let message = "the `extra` field is no member and takes no other key; remove this";
    refuse_keys(field, &[], message, errors);
    if !is_named(field.ty, "Extra") {
        let message = "the `extra` field is an `api_object::Extra`; make that its type";
        errors.push(syn::Error::new_spanned(field.ty, message));
    }
    for (_, second) in marked {
        let message = "one field keeps what is not declared; remove the other";
        errors.twice(second.span(), first.span(), message);
    }
    Some((field.ident, expected))
}

/// An object whose members stand among those of the one around it.
fn part<'a>(decl: &Declaration<'a>, field: &Field<'a>, errors: &mut Errors) -> Part<'a> {
    let message = "a flattened object is no member by itself, and takes no other key but `accessor`; \
                   remove this, or write it on a member of the object";
    refuse_keys(field, &["flatten", "accessor"], message, errors);
    if let Some(advice) = no_object(field) {
        errors.push(syn::Error::new_spanned(field.ty, advice));
    }
    refuse_parameters(&decl.input.generics, field.ty, errors);
    Part {
        ident: field.ident,
        ty: field.ty,
        docs: docs(&field.docs),
        accessor: accessor(field, &field.attrs.accessor, errors),
    }
}

/// The names of a flattened object's members are to be known, whatever the parameters of the object around it are.
pub(super) fn refuse_parameters(generics: &Generics, ty: &Type, errors: &mut Errors) {
    let types = generics.type_params().map(|param| &param.ident);
    let mut params = types.chain(generics.const_params().map(|param| &param.ident));
    if let Some(param) = params.find(|param| occurs(param, ty.to_token_stream())) {
        let message = format!(
            "the members of a flattened object are the same whatever `{param}` is; \
             write the members themselves, or a type without `{param}`"
        );
        errors.push(syn::Error::new_spanned(ty, message));
    }
}

/// What to write where a type is surely no object.
fn no_object(field: &Field) -> Option<&'static str> {
    match kind(field.ty) {
        Kind::Option(_) | Kind::Nullable(_) => Some(
            "a flattened object is always there; \
             make its members `optional`, and its type the object itself",
        ),
        Kind::Map(_) => Some(
            "what nobody declared is kept by the `extra` field; \
             write `#[api(extra)] extra: api_object::Extra`",
        ),
        Kind::Boxed(_) => Some("a flattened object stands in the struct itself; remove the `Box`"),
        Kind::Unknown => None,
        _ => Some(
            "only an object has members to flatten; make this a struct with named fields, or remove `flatten`",
        ),
    }
}

/// Refuses every key of a field but `extra` and these.
fn refuse_keys(field: &Field, allowed: &[&str], message: &str, errors: &mut Errors) {
    for (key, span) in keys(field) {
        if !allowed.contains(&key.as_str()) {
            errors.at(span, message);
        }
    }
}

fn keys(field: &Field) -> Vec<(String, Span)> {
    let FieldAttrs {
        rename,
        alias,
        optional,
        null_like,
        default,
        extra: _,
        flatten,
        accessor,
        id,
        status,
        immutable,
        set_once,
        serde,
        rules,
    } = &field.attrs;
    let keys: [Option<&Ident>; 11] = [
        rename.key(),
        optional.key(),
        null_like.key(),
        default.key(),
        flatten.key(),
        accessor.key(),
        id.key(),
        status.key(),
        immutable.key(),
        set_once.key(),
        serde.key(),
    ];
    let rules = rules.calls.iter().map(|call| &call.key);
    let keys = keys.into_iter().flatten().chain(rules);
    let aliases = alias.iter().map(|alias| ("alias".to_owned(), alias.span()));
    keys.map(|key| (key.to_string(), key.span()))
        .chain(aliases)
        .collect()
}
