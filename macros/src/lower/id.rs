//! Ids: derived from a tuple struct, or made by a field.

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{GenericArgument, GenericParam, Lifetime, LitStr, PathArguments, Type};

use super::claims::Claims;
use super::types::{Kind, bare_name, is_named, kind};
use super::{GENERIC, SHOWN, docs, krate_path, refuse, refuse_union_keys, rules, wire};
use crate::ast::{Casing, ContainerAttrs, Declaration, Field, Fields, IdCall, Shape};
use crate::errors::Errors;
use crate::model::{Header, Id, IdValue};

const OBJECT: &str = "an object, a struct with named fields";

pub(super) fn lower(decl: &Declaration, errors: &mut Errors) -> Id {
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
    refuse(closed, "an enum of words", errors);
    refuse(status, "an enum, or the status field of an object", errors);
    refuse(object, OBJECT, errors);
    refuse(tag, "an enum or an object", errors);
    refuse_union_keys(content, keyed, untagged, errors);
    refuse(former, OBJECT, errors);
    refuse(rename_all, "an enum or an object", errors);
    refuse(view, OBJECT, errors);
    refuse(bound, GENERIC, errors);
    refuse(debug, SHOWN, errors);
    let ident = &decl.input.ident;
    let is_meant = !id.is_absent() || !rules.calls.is_empty();
    let told = errors.count();
    let value = value(decl, is_meant, errors);
    let is_number = matches!(value, IdValue::Number(_));
    // Of a type that no id has, nothing is told but that; parameters are a mistake of their own.
    let is_told = errors.count() > told && decl.input.generics.params.is_empty();
    if !is_meant && !is_told {
        refuse_unmarked(ident, is_number, errors);
    }
    let prefixes = id.value().map_or(&[][..], Vec::as_slice);
    if let (Some(first), true) = (prefixes.first(), is_number) {
        let message = "a number has no prefix; write `#[api(id)]`";
        errors.at(first.span(), message);
    }
    let kind = match is_number {
        true => Kind::Integer,
        false => Kind::Text,
    };
    Id {
        ident: ident.clone(),
        vis: decl.input.vis.clone(),
        docs: docs(&decl.docs),
        krate: krate_path(krate),
        value,
        prefixes: self::prefixes(prefixes, errors),
        rules: rules::of_type(&rules.calls, kind, errors),
    }
}

/// What is an id by its form alone says so.
fn refuse_unmarked(ident: &Ident, is_number: bool, errors: &mut Errors) {
    let forms = match is_number {
        true => "`#[api(id)]`",
        false => "`#[api(id = \"prefix-\")]` or `#[api(id)]`",
    };
    let message = format!(
        "a struct with one field without a name is an id; write {forms}, or give the field a name"
    );
    errors.at(ident.span(), message);
}

/// What the id holds; what is in the way of that is refused.
fn value(decl: &Declaration, is_meant: bool, errors: &mut Errors) -> IdValue {
    let Shape::Struct(Fields::Tuple(types)) = &decl.shape else {
        return IdValue::InPlace;
    };
    let params = &decl.input.generics.params;
    let lifetime = lifetime(decl, errors);
    for ty in types {
        if let Some(lifetime) = &lifetime
            && let Some(text) = borrowed_text(ty, lifetime)
        {
            return text;
        }
        let name = &decl.input.ident;
        let message = match &lifetime {
            Some(a) => format!(
                "an id with a lifetime borrows its text; write `struct {name}<{a}>(&{a} str);` \
                 or `struct {name}<{a}>(std::borrow::Cow<{a}, str>);`"
            ),
            None if is_named(ty, "Str") || !params.is_empty() => continue,
            None if is_integer(ty) => return IdValue::Number(Box::new((*ty).clone())),
            None if !is_meant => format!(
                "a struct with one field without a name is an id, which holds a text or a whole number; write \
                 `#[api(id)] struct {name}(api_object::Str);`, give the field a name, or say `type {name} = ...;`"
            ),
            None => format!(
                "an id holds an `api_object::Str` or a whole number; write `struct {name}(api_object::Str);` \
                 or `struct {name}(u64);`"
            ),
        };
        errors.push(syn::Error::new_spanned(ty, message));
    }
    lifetime.map_or(IdValue::InPlace, IdValue::Borrowed)
}

fn is_integer(ty: &Type) -> bool {
    matches!(kind(ty), Kind::Integer)
}

/// The one generic parameter that an id may have: the lifetime of a text that it borrows.
fn lifetime(decl: &Declaration, errors: &mut Errors) -> Option<Lifetime> {
    let mut found = None;
    for param in &decl.input.generics.params {
        match param {
            GenericParam::Lifetime(param) if found.is_none() => {
                if !param.bounds.is_empty() {
                    let message = "the lifetime of an id needs no bounds; remove them";
                    errors.push(syn::Error::new_spanned(&param.bounds, message));
                }
                found = Some(param.lifetime.clone());
            }
            other => errors.push(syn::Error::new_spanned(
                other,
                "an id has no generic parameters but one lifetime, of a text that it borrows; remove this one",
            )),
        }
    }
    found
}

/// What a type that borrows a text for this lifetime is.
fn borrowed_text(ty: &Type, lifetime: &Lifetime) -> Option<IdValue> {
    match ty {
        Type::Group(inner) => borrowed_text(&inner.elem, lifetime),
        Type::Paren(inner) => borrowed_text(&inner.elem, lifetime),
        Type::Reference(reference) => {
            let is_ours = reference.lifetime.as_ref() == Some(lifetime);
            let is_text = reference.mutability.is_none() && is_named(&reference.elem, "str");
            (is_ours && is_text).then(|| IdValue::Borrowed(lifetime.clone()))
        }
        Type::Path(path) if is_named(ty, "Cow") => {
            let PathArguments::AngleBracketed(list) = &path.path.segments.last()?.arguments else {
                return None;
            };
            let mut arguments = list.args.iter();
            match (arguments.next(), arguments.next(), arguments.next()) {
                (
                    Some(GenericArgument::Lifetime(ours)),
                    Some(GenericArgument::Type(text)),
                    None,
                ) if ours == lifetime && is_named(text, "str") => {
                    Some(IdValue::Either(lifetime.clone()))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The ids that fields make, in declaration order.
pub(super) fn generated(header: &Header, fields: &[&Field], errors: &mut Errors) -> Vec<Id> {
    let fields = fields.iter();
    fields
        .filter_map(|field| new_id(header, field, errors))
        .collect()
}

fn new_id(header: &Header, field: &Field, errors: &mut Errors) -> Option<Id> {
    let given = field.attrs.id.given()?;
    let IdCall { prefixes, number } = &given.value;
    let prefixes = self::prefixes(prefixes, errors);
    let value = match number {
        None => IdValue::InPlace,
        Some(number) if is_integer(number) => IdValue::Number(Box::new(number.clone())),
        Some(other) => {
            let message = "an id is a string or a whole number; write `id` alone, or `id(u64)`";
            errors.push(syn::Error::new_spanned(other, message));
            IdValue::InPlace
        }
    };
    let Some(ident) = bare_name(named(field.ty)) else {
        let name = Casing::Pascal.apply(&field.ident.unraw().to_string());
        let name = match name.as_str() {
            "Id" => format_ident!("{}Id", header.ident),
            _ => format_ident!("{name}Id"),
        };
        errors.push(syn::Error::new_spanned(
            field.ty,
            format!("`id` makes the type that the field names; name a new one, such as `{name}`"),
        ));
        return None;
    };
    Some(Id {
        ident: ident.clone(),
        vis: header.vis.clone(),
        docs: format!(
            "The `{}` of a `{}`.",
            wire_hint(field),
            header.ident.unraw()
        ),
        krate: header.krate.clone(),
        value,
        prefixes,
        rules: Vec::new(),
    })
}

fn wire_hint(field: &Field) -> String {
    wire::name(&field.attrs.rename, field.ident, None)
}

/// The type inside `Option` and `Vec`.
fn named(ty: &Type) -> &Type {
    match kind(ty) {
        Kind::Option(inner) | Kind::List(inner) => named(inner),
        _ => ty,
    }
}

fn prefixes(written: &[LitStr], errors: &mut Errors) -> Vec<String> {
    let mut claims = Claims::default();
    for prefix in written {
        let text = prefix.value();
        if text.is_empty() {
            let message = "an empty prefix says nothing; write `id` alone";
            errors.at(prefix.span(), message);
        } else if let Err(first) = claims.claim(text.as_str(), prefix.span()) {
            let message = format!("the prefix `{text}` is there already; remove it");
            errors.twice(prefix.span(), first, message);
        }
    }
    written.iter().map(LitStr::value).collect()
}

#[cfg(test)]
mod tests;
