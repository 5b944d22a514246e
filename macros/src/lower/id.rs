//! Ids: derived from a tuple struct, or made by a field.

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{LitStr, Type};

use super::claims::Claims;
use super::types::{Kind, bare_name, is_named, kind};
use super::{GENERIC, docs, krate_path, refuse, refuse_generics, refuse_union_keys, rules, wire};
use crate::ast::{Casing, ContainerAttrs, Declaration, Field, Fields, Shape};
use crate::errors::Errors;
use crate::model::{Header, Id};

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
        krate,
        bound,
        rules,
    } = &decl.attrs;
    refuse(object, OBJECT, errors);
    refuse(tag, "an enum or an object", errors);
    refuse_union_keys(content, keyed, untagged, errors);
    refuse(former, OBJECT, errors);
    refuse(rename_all, "an enum or an object", errors);
    refuse(view, OBJECT, errors);
    refuse(bound, GENERIC, errors);
    refuse_generics(decl, "an id", errors);
    let ident = &decl.input.ident;
    if id.is_absent() && rules.calls.is_empty() {
        errors.at(
            ident.span(),
            "a struct with one field without a name is an id; write `#[api(id = \"prefix-\")]` \
             or `#[api(id)]`, or give the field a name",
        );
    }
    holds_a_text(decl, errors);
    Id {
        ident: ident.clone(),
        vis: decl.input.vis.clone(),
        docs: docs(&decl.docs),
        krate: krate_path(krate),
        prefixes: prefixes(id.value().map_or(&[], Vec::as_slice), errors),
        rules: rules::of_text(&rules.calls, errors),
        generated: false,
    }
}

fn holds_a_text(decl: &Declaration, errors: &mut Errors) {
    let name = &decl.input.ident;
    let Shape::Struct(Fields::Tuple(types)) = &decl.shape else {
        return;
    };
    // Of `Cow<'a, str>` the parameter is blamed.
    let is_generic = !decl.input.generics.params.is_empty();
    for ty in types
        .iter()
        .filter(|ty| !is_generic && !is_named(ty, "Str"))
    {
        let message =
            format!("an id holds an `api_object::Str`; write `struct {name}(api_object::Str);`");
        errors.push(syn::Error::new_spanned(ty, message));
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
        prefixes,
        rules: Vec::new(),
        generated: true,
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
    use crate::model::Model;

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
        assert!(job.ident == "JobId" && job.generated);
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
