//! Types of texts that live for ever: what is read into one must be copied, or cannot be read at all.

use syn::{GenericArgument, PathArguments, PathSegment, Type};

use super::types::{Kind, is_named, kind};
use crate::errors::Errors;

/// Whether a member of this type owns what is read, though its type could borrow; refuses what has no way to.
pub(super) fn lower(ty: &Type, errors: &mut Errors) -> bool {
    if is_owned(ty) {
        return true;
    }
    refuse(ty, errors);
    false
}

/// A `Cow<'static, str>`, or an `Option` or a `Vec` of such.
fn is_owned(ty: &Type) -> bool {
    match (ty, kind(ty)) {
        (Type::Group(inner), _) => is_owned(&inner.elem),
        (Type::Paren(inner), _) => is_owned(&inner.elem),
        (_, Kind::Option(inner)) => is_owned(inner),
        (_, Kind::List(inner)) if is_named(ty, "Vec") => is_owned(inner),
        _ => is_static_cow(ty),
    }
}

fn is_static_cow(ty: &Type) -> bool {
    let Some(last) = last_segment(ty).filter(|last| last.ident == "Cow") else {
        return false;
    };
    let is_static = |argument: &&GenericArgument| matches!(argument, GenericArgument::Lifetime(a) if a.ident == "static");
    let is_text = |argument: &&GenericArgument| matches!(argument, GenericArgument::Type(ty) if is_named(ty, "str"));
    arguments(last).any(|argument| is_static(&argument))
        && arguments(last).any(|argument| is_text(&argument))
}

/// Refuses each text in a variant of a union, or elsewhere in a type, that lives for ever.
pub(super) fn refuse(ty: &Type, errors: &mut Errors) {
    match ty {
        Type::Group(inner) => refuse(&inner.elem, errors),
        Type::Paren(inner) => refuse(&inner.elem, errors),
        Type::Reference(reference) => {
            let lives = reference.lifetime.as_ref().map(|a| a.ident.to_string());
            if lives.as_deref() == Some("static") && is_named(&reference.elem, "str") {
                let message = "what is read lives no longer than its input; \
                               write `&'a str` with a lifetime of the type, or `String`";
                errors.push(syn::Error::new_spanned(ty, message));
            }
        }
        _ if is_static_cow(ty) => {
            let message = "a `Cow<'static, str>` is a member by itself, in an `Option` or in a `Vec`; \
                           write `String` here";
            errors.push(syn::Error::new_spanned(ty, message));
        }
        _ => {
            for argument in last_segment(ty).into_iter().flat_map(arguments) {
                if let GenericArgument::Type(inner) = argument {
                    refuse(inner, errors);
                }
            }
        }
    }
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last(),
        _ => None,
    }
}

fn arguments(segment: &PathSegment) -> impl Iterator<Item = &GenericArgument> {
    let list = match &segment.arguments {
        PathArguments::AngleBracketed(list) => Some(&list.args),
        _ => None,
    };
    list.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::{complaints, object};

    #[test]
    fn what_may_be_copied_is_owned() {
        let object = object(quote! {
            struct Job<'a> {
                one: Cow<'static, str>,
                more: Option<Vec<std::borrow::Cow<'static, str>>>,
                lent: Cow<'a, str>,
                own: Vec<String>,
            }
        });
        let owned: Vec<bool> = object.members.iter().map(|member| member.owned).collect();
        assert_eq!(owned, [true, true, false, false]);
    }

    #[test]
    fn what_has_no_way_to_is_refused() {
        let declared = quote! {
            struct Job {
                map: HashMap<String, Option<Cow<'static, str>>>,
                text: Option<&'static str>,
                #[api(serde)]
                known: Box<Cow<'static, str>>,
                of: PhantomData<&'static str>,
            }
        };
        let cow = "a `Cow<'static, str>` is a member by itself, in an `Option` or in a `Vec`; write `String` here";
        let text = "what is read lives no longer than its input; write `&'a str` with a lifetime of the type, or `String`";
        assert_eq!(complaints(declared), [cow, text]);
        let union = quote! {
            #[api(untagged)]
            enum Text {
                Cow(Cow<'static, str>),
                List(Vec<&'static str>),
            }
        };
        assert_eq!(complaints(union), [cow, text]);
    }
}
