//! Members: a field of the object, from its keys.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Lit, Path, Visibility};

use super::lifecycle::Statuses;
use super::types::{Kind, kind, returns, stranger};
use super::{docs, rules, static_text, wire};
use crate::ast::{Casing, Field, FieldAttrs, NameOrNone, NullLike, Optional, Slot};
use crate::errors::Errors;
use crate::model::{self, Accessor, Change, Foreign, Member, Presence};
use crate::told;

/// What a member is lowered among.
pub(super) struct Among<'s, 'a> {
    /// The fields that are members, in declaration order.
    pub(super) fields: &'s [&'s Field<'a>],
    pub(super) statuses: Option<&'s Statuses<'s, 'a>>,
    pub(super) casing: Option<Casing>,
    /// Whether the object has a place for what comes otherwise.
    pub(super) keeps_extra: bool,
}

pub(super) fn lower<'a>(
    field: &Field<'a>,
    among: &Among<'_, 'a>,
    errors: &mut Errors,
) -> Member<'a> {
    let FieldAttrs {
        rename,
        alias,
        optional,
        null_like,
        default,
        // Only a field that is no member has these.
        extra: _,
        flatten: _,
        accessor,
        id,
        status,
        immutable,
        set_once,
        serde,
        rules,
    } = &field.attrs;
    conflict(id, status, errors);
    conflict(id, serde, errors);
    conflict(status, serde, errors);
    if (serde.given().is_none() || told::is_unsized(field.ty))
        && let Some((ty, advice)) = stranger(field.ty)
    {
        errors.push(syn::Error::new_spanned(ty, advice));
    }
    Member {
        ident: field.ident,
        ty: field.ty,
        at: Span::call_site().located_at(field.ty.span()),
        nullable: matches!(kind(field.ty), Kind::Option(_)),
        boxed: matches!(kind(field.ty), Kind::Boxed(_)) && serde.is_absent() && default.is_absent(),
        wire: wire::name(rename, field.ident, among.casing),
        aliases: wire::aliases(alias),
        docs: docs(&field.docs),
        deprecated: field.deprecated.clone(),
        presence: presence(field, optional, default, errors),
        null_like: self::null_like(field, null_like, default, among, errors),
        change: change(field, immutable, set_once, errors),
        rules: rules::lower(&rules.calls, field, among, errors),
        accessor: self::accessor(field, accessor, errors),
        foreign: foreign(field, serde, default, errors),
        owned: serde.is_absent() && static_text::lower(field.ty, errors),
    }
}

/// What reading begins with in a field of a type that only serde knows.
fn foreign<'a>(
    field: &Field<'a>,
    serde: &Slot<Option<Expr>>,
    default: &Slot<Option<Expr>>,
    errors: &mut Errors,
) -> Option<Foreign<'a>> {
    let given = serde.given()?;
    if let (Kind::Nullable(inner), None) = (kind(field.ty), &given.value) {
        return Some(Foreign::InNullable(inner));
    }
    let Some(blank) = &given.value else {
        let blank = default.value().cloned().flatten();
        return Some(Foreign::Value(blank.map(Box::new)));
    };
    if let Kind::Option(_) | Kind::Nullable(_) = kind(field.ty) {
        let message = match kind(field.ty) {
            Kind::Option(_) => "an `Option` begins as `None`; remove `blank`",
            _ => "a `Nullable` begins as `Absent`; remove `blank`",
        };
        errors.push(syn::Error::new_spanned(blank, message));
    } else if default.given().is_some() {
        errors.push(syn::Error::new_spanned(
            blank,
            "reading begins with the `default`; remove `blank`",
        ));
    }
    Some(Foreign::Value(Some(Box::new(blank.clone()))))
}

fn presence(
    field: &Field,
    optional: &Slot<Optional>,
    default: &Slot<Option<Expr>>,
    errors: &mut Errors,
) -> Presence {
    conflict(optional, default, errors);
    refuse_path_in_quotes(field, default, errors);
    match (optional.key(), kind(field.ty)) {
        (Some(key), Kind::Nullable(_)) => {
            errors.at(
                key.span(),
                "a `Nullable` may be left out already; remove `optional`",
            );
        }
        _ => needs_option(field, optional, errors),
    }
    match (optional.given(), default.given()) {
        (_, Some(default)) => Presence::Default(default.value.clone().map(Box::new)),
        (Some(given), None) => Presence::Optional {
            nullable: given.value.nullable,
        },
        (None, None) => Presence::Plain,
    }
}

/// A text is no value of such a type, and in serde's attributes names a function.
fn refuse_path_in_quotes(field: &Field, default: &Slot<Option<Expr>>, errors: &mut Errors) {
    let Some(Some(Expr::Lit(literal))) = default.value() else {
        return;
    };
    let Lit::Str(text) = &literal.lit else { return };
    let is_text = match kind(field.ty) {
        Kind::Unknown | Kind::Reference(_) => return,
        Kind::Text => true,
        _ => false,
    };
    let path = text.value();
    let is_path = syn::parse_str::<Path>(&path).is_ok();
    let forms = match (is_path, is_text) {
        (true, true) => {
            format!("`default = \"{path}\".into()`, or `default = {path}()` for a function")
        }
        (true, false) => format!("`default = {path}()` for a function"),
        (false, true) => "`default = \"...\".into()`".to_owned(),
        (false, false) => "`default = expression`".to_owned(),
    };
    let message = format!("a default is an expression of the field's type; write {forms}");
    errors.at(text.span(), message);
}

fn null_like(
    field: &Field,
    slot: &Slot<Vec<NullLike>>,
    default: &Slot<Option<Expr>>,
    among: &Among,
    errors: &mut Errors,
) -> Vec<model::Value> {
    let Some(given) = slot.given() else {
        return Vec::new();
    };
    conflict(slot, default, errors);
    needs_option(field, slot, errors);
    if !among.keeps_extra {
        let message = "`null_like` keeps the value that came in the `extra` field; \
                       add `#[api(extra)] extra: api_object::Extra` to the struct";
        errors.at(given.key.span(), message);
    }
    for (place, NullLike { value, span }) in given.value.iter().enumerate() {
        let mut before = given.value.iter().take(place);
        if let Some(first) = before.find(|first| first.value == *value) {
            errors.twice(*span, first.span, "this value is there already; remove it");
        }
    }
    let values = given.value.iter().map(|given| rules::value(&given.value));
    values.collect()
}

fn change(field: &Field, immutable: &Slot<()>, set_once: &Slot<()>, errors: &mut Errors) -> Change {
    conflict(immutable, set_once, errors);
    needs_option(field, set_once, errors);
    match (immutable.given(), set_once.given()) {
        (Some(_), _) => Change::Immutable,
        (None, Some(_)) => Change::SetOnce,
        (None, None) => Change::Free,
    }
}

pub(super) fn accessor<'a>(
    field: &Field<'a>,
    accessor: &Slot<NameOrNone>,
    errors: &mut Errors,
) -> Option<Accessor<'a>> {
    let public = matches!(field.vis, Visibility::Public(_));
    let name = match (public, accessor.given()) {
        (true, Some(given)) => {
            let message = "a `pub` field has no accessor; remove `accessor`, or `pub`";
            errors.at(given.key.span(), message);
            return None;
        }
        (true, None) => return None,
        (false, None) => field.ident.clone(),
        (false, Some(given)) => match &given.value {
            NameOrNone::Name(name) => name.clone(),
            NameOrNone::None => return None,
        },
    };
    Some(Accessor {
        name,
        returns: returns(field.ty),
    })
}

fn conflict<A, B>(one: &Slot<A>, other: &Slot<B>, errors: &mut Errors) {
    if let (Some(one), Some(other)) = (one.key(), other.key()) {
        let message = format!("`{one}` and `{other}` exclude each other; keep one of them");
        errors.twice(other.span(), one.span(), message);
    }
}

fn needs_option<T>(field: &Field, slot: &Slot<T>, errors: &mut Errors) {
    if let Some(key) = slot.key() {
        rules::may_be_null(key, field, errors);
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::{complaints, object};
    use super::*;

    #[test]
    fn keys_become_facts() {
        let declared = quote! {
            #[api(rename_all = "camelCase")]
            struct Job {
                /// Made then.
                #[api(immutable)] created_at: UnixSeconds,
                #[api(rename = "n_epochs", alias = "epochs", alias("a", "b"))] epochs: u8,
                #[api(optional, set_once)] r#type: Option<String>,
                #[api(default)] tries: u8,
                #[api(default = 1 + 2)] weight: u8,
                #[api(extra)] rest: Extra,
            }
        };
        let object = object(declared);
        assert_eq!(object.extra.expect("an extra field"), "rest");
        let [created_at, epochs, kind, tries, weight] = object.members.as_slice() else {
            panic!("five members");
        };
        assert_eq!(created_at.wire, "createdAt");
        assert_eq!(created_at.docs, "Made then.");
        assert!(matches!(created_at.change, Change::Immutable));
        assert!(matches!(created_at.presence, Presence::Plain));
        assert_eq!(
            (epochs.wire.as_str(), epochs.aliases.len()),
            ("n_epochs", 3)
        );
        assert_eq!(kind.wire, "type");
        assert!(matches!(kind.change, Change::SetOnce));
        assert!(matches!(
            kind.presence,
            Presence::Optional { nullable: false }
        ));
        assert!(matches!(tries.presence, Presence::Default(None)));
        assert!(matches!(weight.presence, Presence::Default(Some(_))));
    }

    #[test]
    fn scalars_that_json_has_not_are_refused() {
        let declared = quote! {
            struct Job {
                initials: Vec<char>,
                bytes: Option<Box<u128>>,
                pair: (u8, u8),
                four: Vec<[u8; 4]>,
                by_number: Option<HashMap<u8, String>>,
            }
        };
        assert_eq!(
            complaints(declared),
            [
                "JSON has no characters; write `String`",
                "an integer here has 64 bits; write `u64`, or `RawJson` to keep a larger one",
                "a list here has elements of one type; write `Vec<...>`, or `RawJson`",
                "the length of a list is no part of its type here; write `Vec<...>` with `#[api(len(...))]`",
                "the keys of a map are strings; write `String`, or an id",
            ]
        );
    }

    #[test]
    fn only_pub_fields_have_no_accessor() {
        let declared = quote! {
            struct Job {
                a: u8,
                pub b: u8,
                pub(crate) r#type: u8,
                #[api(accessor = other)] d: u8,
                #[api(accessor = false)] e: u8,
            }
        };
        let object = object(declared);
        let names = object
            .members
            .iter()
            .map(|m| Some(m.accessor.as_ref()?.name.to_string()));
        let names: Vec<_> = names.collect();
        let names: Vec<_> = names.iter().map(Option::as_deref).collect();
        assert_eq!(
            names,
            [Some("a"), None, Some("r#type"), Some("other"), None]
        );
    }

    #[test]
    fn keys_exclude_each_other() {
        let declared = quote! {
            struct Job {
                #[api(optional, default)] a: Option<u8>,
                #[api(immutable, set_once)] b: Option<u8>,
                #[api(optional)] c: u8,
                #[api(accessor = d)] pub d: u8,
                #[api(extra, rename = "x", unique)] e: Extra,
                #[api(extra)] f: Extra,
            }
        };
        let other_key = "the `extra` field is no member and takes no other key; remove this";
        assert_eq!(
            complaints(declared),
            [
                other_key,
                other_key,
                "one field keeps what is not declared; remove the other",
                "first given here",
                "`optional` and `default` exclude each other; keep one of them",
                "first given here",
                "`immutable` and `set_once` exclude each other; keep one of them",
                "first given here",
                "`optional` is for a field that may be null; make its type an `Option`",
                "a `pub` field has no accessor; remove `accessor`, or `pub`",
            ]
        );
    }
}
