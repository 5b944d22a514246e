//! What a variant of a union holds, and which forms it may have.

use proc_macro2::Ident;
use syn::Type;

use crate::ast::{Fields, Variant};
use crate::errors::Errors;
use crate::lower::static_text;
use crate::lower::types::{Kind, is_named, kind};
use crate::model::{Content, Holds, UnionStyle};

const EXTRA: &str = "Extra";

/// What a variant holds; `None` where its form was refused.
pub(super) fn lower<'a>(
    union: &Ident,
    variant: &Variant<'a>,
    style: &UnionStyle,
    word: (&str, &[String]),
    errors: &mut Errors,
) -> Option<Holds<'a>> {
    let types: &[&'a Type] = match &variant.fields {
        Fields::Unit => &[],
        Fields::Tuple(types) => types,
        Fields::Named(_) => {
            refuse(variant, style, errors);
            return None;
        }
    };
    for ty in types {
        static_text::refuse(ty, errors);
    }
    let Some([held, beside, extra]) = sorted(types) else {
        refuse(variant, style, errors);
        return None;
    };
    if let (UnionStyle::Keyed(_) | UnionStyle::Adjacent { .. }, Some(ty)) = (style, beside) {
        refuse_no_object(ty, errors);
    }
    let object = |content| {
        Some(Holds::Object {
            content,
            beside,
            extra,
        })
    };
    match (style, held, beside) {
        (UnionStyle::Internal(_) | UnionStyle::Own | UnionStyle::Untagged, Some(ty), None)
            if extra.is_none() =>
        {
            refuse_itself(union, ty, errors);
            Some(Holds::Value(ty))
        }
        (UnionStyle::Internal(_), None, None) => object(None),
        (UnionStyle::Keyed(_), held, _) => object(held.map(|ty| content(word.0, word.1, ty))),
        (UnionStyle::Adjacent { content: name, .. }, held, _) => {
            object(held.map(|ty| content(name, &[], ty)))
        }
        _ => {
            refuse(variant, style, errors);
            None
        }
    }
}

/// What a variant of a union holds of which it is not known what tells its variants apart.
pub(super) fn guessed<'a>(variant: &Variant<'a>) -> Option<Holds<'a>> {
    match &variant.fields {
        Fields::Tuple(types) => types.first().map(|ty| Holds::Value(ty)),
        _ => Some(Holds::Object {
            content: None,
            beside: None,
            extra: None,
        }),
    }
}

/// The value, what stands beside it, and the `Extra` behind the two.
fn sorted<'a>(types: &[&'a Type]) -> Option<[Option<&'a Type>; 3]> {
    let (types, extra) = match types {
        [types @ .., extra] if is_named(extra, EXTRA) => (types, Some(*extra)),
        types => (types, None),
    };
    match types {
        [] => Some([None, None, extra]),
        [ty] => Some([Some(*ty), None, extra]),
        [ty, beside] if is_nothing(ty) => Some([None, Some(*beside), extra]),
        [ty, beside] => Some([Some(*ty), Some(*beside), extra]),
        _ => None,
    }
}

/// What stands beside a value is surely none of these.
fn refuse_no_object(ty: &Type, errors: &mut Errors) {
    if !matches!(kind(ty), Kind::Unknown) {
        let message = "beside a value stand the members of an object, a struct that derives `ApiObject`; \
                       write one, or `Extra` for what nobody declared";
        errors.push(syn::Error::new_spanned(ty, message));
    }
}

/// `()`, where a variant has no value and yet an object beside it.
fn is_nothing(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty())
}

fn content<'a>(name: &str, aliases: &[String], ty: &'a Type) -> Content<'a> {
    Content {
        name: name.to_owned(),
        aliases: aliases.to_vec(),
        ty,
        optional: matches!(kind(ty), Kind::Option(_)),
    }
}

fn refuse(variant: &Variant, style: &UnionStyle, errors: &mut Errors) {
    let name = variant.ident;
    let message = match style {
        UnionStyle::Internal(_) => format!(
            "a variant holds one object, whose members stand beside the tag, or nothing; \
             write `{name}(Type)`, `{name}(Extra)` or `{name}`"
        ),
        UnionStyle::Keyed(_) | UnionStyle::Adjacent { .. } => format!(
            "a variant holds one value, or none, perhaps an object whose members stand beside it, and perhaps what \
             nobody declared; write `{name}(Type)`, `{name}(Type, Extra)`, `{name}(Type, Shared, Extra)` or `{name}`"
        ),
        UnionStyle::Own => format!(
            "a variant of this union is an object with a tag of its own; write `{name}(Type)`"
        ),
        UnionStyle::Untagged if matches!(variant.fields, Fields::Unit) => format!(
            "a variant of an untagged union holds one value, and words stand in an enum of their own; write `{name}(Type)`"
        ),
        UnionStyle::Untagged => {
            format!("a variant of an untagged union holds one value; write `{name}(Type)`")
        }
    };
    errors.at(name.span(), message);
}

/// A union that holds itself where nothing stands between the two.
fn refuse_itself(union: &Ident, ty: &Type, errors: &mut Errors) {
    let mut inner = ty;
    while let Kind::Boxed(next) | Kind::Option(next) | Kind::Reference(next) = kind(inner) {
        inner = next;
    }
    if is_named(inner, "Self") || is_named(inner, &union.to_string()) {
        let message = "nothing would tell a union from itself as its own variant; \
                       put it into a struct, as a member";
        errors.push(syn::Error::new_spanned(ty, message));
    }
}
