//! Ids: derived from a tuple struct, or made by a field.

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{GenericArgument, GenericParam, Lifetime, LitStr, PathArguments, Type};

use super::claims::Claims;
use super::types::{Kind, bare_name, is_named, kind};
use super::{GENERIC, docs, krate_path, refuse, refuse_union_keys, rules, wire};
use crate::ast::{Casing, ContainerAttrs, Declaration, Field, Fields, Shape};
use crate::errors::Errors;
use crate::model::{Header, Id, IdText};

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
    let ident = &decl.input.ident;
    if id.is_absent() && rules.calls.is_empty() && !holds_a_number(decl) {
        errors.at(
            ident.span(),
            "a struct with one field without a name is an id; write `#[api(id = \"prefix-\")]` \
             or `#[api(id)]`, or give the field a name",
        );
    }
    Id {
        ident: ident.clone(),
        vis: decl.input.vis.clone(),
        docs: docs(&decl.docs),
        krate: krate_path(krate),
        text: text(decl, errors),
        prefixes: prefixes(id.value().map_or(&[], Vec::as_slice), errors),
        rules: rules::of_text(&rules.calls, errors),
    }
}

/// What holds the text; what is in the way of that is refused.
fn text(decl: &Declaration, errors: &mut Errors) -> IdText {
    let Shape::Struct(Fields::Tuple(types)) = &decl.shape else {
        return IdText::InPlace;
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
            None if is_number(ty) => {
                "an id is a string; for a number with a type of its own, remove this derive and implement \
                 `api_object::Described`, `Node` and `Fill` by those of the number"
                    .to_owned()
            }
            None => {
                format!("an id holds an `api_object::Str`; write `struct {name}(api_object::Str);`")
            }
        };
        errors.push(syn::Error::new_spanned(ty, message));
    }
    lifetime.map_or(IdText::InPlace, IdText::Borrowed)
}

fn holds_a_number(decl: &Declaration) -> bool {
    matches!(&decl.shape, Shape::Struct(Fields::Tuple(types)) if types.iter().any(|ty| is_number(ty)))
}

fn is_number(ty: &Type) -> bool {
    matches!(kind(ty), Kind::Integer | Kind::Float)
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
fn borrowed_text(ty: &Type, lifetime: &Lifetime) -> Option<IdText> {
    match ty {
        Type::Group(inner) => borrowed_text(&inner.elem, lifetime),
        Type::Paren(inner) => borrowed_text(&inner.elem, lifetime),
        Type::Reference(reference) => {
            let is_ours = reference.lifetime.as_ref() == Some(lifetime);
            let is_text = reference.mutability.is_none() && is_named(&reference.elem, "str");
            (is_ours && is_text).then(|| IdText::Borrowed(lifetime.clone()))
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
                    Some(IdText::Either(lifetime.clone()))
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
    let prefixes = prefixes(&given.value, errors);
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
        text: IdText::InPlace,
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
mod tests {
    use quote::quote;

    use super::super::testing::{complaints, model, object};
    use crate::model::{IdText, Model};

    #[test]
    fn ids_have_prefixes_or_none() {
        let prefixes = |tokens| match model(tokens) {
            Model::Id(id) => id.prefixes,
            _ => panic!("not an id"),
        };
        assert_eq!(
            prefixes(quote!(
                #[api(id = "file-")]
                struct FileId(Str);
            )),
            ["file-"]
        );
        let two = quote!(
            #[api(id("file-", "file_"))]
            struct FileId(Str);
        );
        assert_eq!(prefixes(two), ["file-", "file_"]);
        assert_eq!(
            prefixes(quote!(
                #[api(id)]
                struct FileId(Str);
            )),
            [""; 0]
        );
    }

    #[test]
    fn ids_hold_a_text_or_borrow_it() {
        let told = |tokens| match model(tokens) {
            Model::Id(id) => match id.text {
                IdText::InPlace => "in place".to_owned(),
                IdText::Borrowed(lifetime) => format!("borrowed for {lifetime}"),
                IdText::Either(lifetime) => format!("either, for {lifetime}"),
            },
            _ => panic!("not an id"),
        };
        let borrowed = quote!(
            #[api(id)]
            struct FileId<'a>(&'a str);
        );
        assert_eq!(told(borrowed), "borrowed for 'a");
        let either = quote!(
            #[api(id)]
            struct FileId<'de>(std::borrow::Cow<'de, str>);
        );
        assert_eq!(told(either), "either, for 'de");
        let in_place = quote!(
            #[api(id)]
            struct FileId(api_object::Str);
        );
        assert_eq!(told(in_place), "in place");
    }

    #[test]
    fn what_an_id_cannot_borrow_is_refused() {
        let borrows = "an id with a lifetime borrows its text; write `struct FileId<'a>(&'a str);` \
                       or `struct FileId<'a>(std::borrow::Cow<'a, str>);`";
        for odd in [
            quote!(&'a mut str),
            quote!(&'static str),
            quote!(&'a String),
            quote!(Cow<'a, [u8]>),
            quote!(Cow<'static, str>),
            quote!(Str),
        ] {
            let declared = quote!(
                #[api(id)]
                struct FileId<'a>(#odd);
            );
            assert_eq!(complaints(declared), [borrows], "{odd}");
        }
        let odd = quote!(
            #[api(id)]
            struct FileId<'a: 'static, 'b, T, const N: usize>(&'a str);
        );
        let one = "an id has no generic parameters but one lifetime, of a text that it borrows; remove this one";
        let bounds = "the lifetime of an id needs no bounds; remove them";
        assert_eq!(complaints(odd), [bounds, one, one, one]);
    }

    #[test]
    fn fields_make_ids() {
        let declared = quote! {
            #[api(crate = my::runtime)]
            pub(crate) struct Job {
                #[api(id = "job-")] id: JobId,
                #[api(id("file-"))] files: Option<Vec<FileId>>,
            }
        };
        let object = object(declared);
        let [job, file] = object.ids.as_slice() else {
            panic!("two ids");
        };
        assert!(job.ident == "JobId");
        assert_eq!(job.docs, "The `id` of a `Job`.");
        assert_eq!(job.krate.segments.len(), 2);
        assert!(matches!(job.vis, syn::Visibility::Restricted(_)));
        assert_eq!(file.ident, "FileId");
    }

    #[test]
    fn ids_are_refused_with_a_way_out() {
        let declared = quote! {
            struct Job {
                #[api(id = "job-")] id: String,
                #[api(id("file-", "file-", ""))] file: FileId,
            }
        };
        assert_eq!(
            complaints(declared),
            [
                "`id` makes the type that the field names; name a new one, such as `JobId`",
                "the prefix `file-` is there already; remove it",
                "first given here",
                "an empty prefix says nothing; write `id` alone",
            ]
        );
        assert_eq!(
            complaints(quote!(
                #[api(object = "file")]
                struct FileId(Str);
            )),
            [
                "`object` is for an object, a struct with named fields; remove it here",
                "a struct with one field without a name is an id; write `#[api(id = \"prefix-\")]` \
                 or `#[api(id)]`, or give the field a name",
            ]
        );
    }
}
