//! Objects: structs with named fields.

use proc_macro2::Ident;

use super::lifecycle;
use super::member::{self, Among};
use super::names;
use super::tag::{self, PlacedTag};
use super::types::is_named;
use super::wire::WireNames;
use super::{header, id, refuse, refuse_union_keys, rules};
use crate::ast::{ContainerAttrs, Declaration, Field, Slot};
use crate::errors::Errors;
use crate::model::{Member, Object};

pub(super) fn lower<'a>(
    decl: &Declaration<'a>,
    fields: &[Field<'a>],
    errors: &mut Errors,
) -> Object<'a> {
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
        krate: _,
        bound: _,
        rules,
    } = &decl.attrs;
    refuse(id, "a struct with one field without a name", errors);
    refuse_union_keys(content, keyed, untagged, errors);
    let header = header(decl);
    let tag = tag::lower(object, tag, former, errors);
    let extra = extra(fields, errors);
    let (phantoms, fields) = members(fields, errors);
    let table = lifecycle::table(&fields, errors);
    if table.is_none() {
        refuse_view(view, errors);
    }
    let among = Among {
        fields: &fields,
        table: table.as_ref(),
        casing: rename_all.value().copied(),
    };
    let members: Vec<Member> = fields
        .iter()
        .map(|f| member::lower(f, &among, errors))
        .collect();
    distinct_wire_names(tag.as_ref(), &fields, &members, errors);
    let ids = id::generated(&header, &fields, errors);
    let lifecycle = table.and_then(|t| t.lifecycle(&header, view, &members, errors));
    let mut object = Object {
        header,
        tag: tag.map(|placed| placed.tag),
        members,
        extra,
        phantoms,
        ids,
        lifecycle,
        checks: rules::of_object(&rules.calls, errors),
    };
    names::distinct(&mut object, errors);
    object
}

/// The fields that are a `PhantomData`, by their names, and those that are members.
fn members<'f, 'a>(
    fields: &'f [Field<'a>],
    errors: &mut Errors,
) -> (Vec<&'a Ident>, Vec<&'f Field<'a>>) {
    let fields = fields.iter().filter(|f| f.attrs.extra.is_absent());
    let (phantoms, members): (Vec<_>, Vec<_>) = fields.partition(|f| f.is_phantom());
    for phantom in &phantoms {
        let message = "a `PhantomData` is no member and takes no key; remove this";
        member::no_key(phantom, message, errors);
    }
    (phantoms.iter().map(|f| f.ident).collect(), members)
}

/// The field that keeps what is not declared.
fn extra<'a>(fields: &[Field<'a>], errors: &mut Errors) -> Option<&'a Ident> {
    let mut marked = fields
        .iter()
        .filter_map(|f| Some((f, f.attrs.extra.key()?)));
    let (field, first) = marked.next()?;
    member::nothing_but_extra(field, errors);
    if !is_named(field.ty, "Extra") {
        let message = "the `extra` field is an `api_object::Extra`; make that its type";
        errors.push(syn::Error::new_spanned(field.ty, message));
    }
    for (_, second) in marked {
        let message = "one field keeps what is not declared; remove the other";
        errors.twice(second.span(), first.span(), message);
    }
    Some(field.ident)
}

fn refuse_view<T>(view: &Slot<T>, errors: &mut Errors) {
    if let Some(key) = view.key() {
        let message =
            "`view` needs statuses; write `status { ... }` on the status field, or remove it";
        errors.at(key.span(), message);
    }
}

fn distinct_wire_names(
    tag: Option<&PlacedTag>,
    fields: &[&Field],
    members: &[Member],
    errors: &mut Errors,
) {
    let mut names = WireNames::new("wire name");
    if let Some(placed) = tag {
        names.claim(&placed.tag.key, placed.span, errors);
    }
    for (field, member) in fields.iter().zip(members) {
        let attrs = &field.attrs;
        names.claim_all(
            &member.wire,
            field.ident.span(),
            &attrs.rename,
            &attrs.alias,
            errors,
        );
    }
}
