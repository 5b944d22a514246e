//! Objects: structs with named fields.

use proc_macro2::Ident;

use super::lifecycle::{self, Statuses};
use super::member::{self, Among};
use super::names;
use super::tag::{self, PlacedTag};
use super::types::is_named;
use super::wire::WireNames;
use super::{header, id, object_rules, refuse, refuse_union_keys, refuse_word_keys};
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
        closed,
        status,
        krate: _,
        bound: _,
        rules,
    } = &decl.attrs;
    refuse_word_keys(closed, status, errors);
    refuse(id, "a struct with one field without a name", errors);
    refuse_union_keys(content, keyed, untagged, errors);
    let header = header(decl);
    let tag = tag::lower(object, tag, former, errors);
    let extra = extra(fields, errors);
    let (phantoms, fields) = members(fields, errors);
    let statuses = lifecycle::statuses(&fields, errors);
    refuse_view(view, statuses.as_ref(), errors);
    let among = Among {
        fields: &fields,
        statuses: statuses.as_ref(),
        casing: rename_all.value().copied(),
        keeps_extra: extra.is_some(),
    };
    let members: Vec<Member> = fields
        .iter()
        .map(|f| member::lower(f, &among, errors))
        .collect();
    let object_rules = object_rules::lower(&rules.calls, &among, errors);
    distinct_wire_names(tag.as_ref(), &fields, &members, errors);
    let ids = id::generated(&header, &fields, errors);
    let (table, shared_status) = statuses.map_or((None, None), Statuses::parts);
    let lifecycle = table.and_then(|table| table.lifecycle(&header, view, &members, errors));
    let mut object = Object {
        header,
        tag: tag.map(|placed| placed.tag),
        members,
        extra,
        phantoms,
        ids,
        lifecycle,
        shared_status,
        rules: object_rules,
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

/// A view has a variant for each status, so that the statuses must stand here.
fn refuse_view<T>(view: &Slot<T>, statuses: Option<&Statuses>, errors: &mut Errors) {
    let message = match statuses {
        Some(Statuses::Own(_)) => return,
        Some(Statuses::Shared(_)) => {
            "a status of an enum that stands elsewhere has no typed view; \
             write `status { ... }` with a table on the status field, or remove `view`"
        }
        None => "`view` needs statuses; write `status { ... }` on the status field, or remove it",
    };
    if let Some(key) = view.key() {
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
