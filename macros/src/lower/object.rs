//! Objects: structs with named fields.

use super::lifecycle::{self, Statuses};
use super::member::{self, Among};
use super::tag::{self, PlacedTag};
use super::wire::WireNames;
use super::{header, id, object_rules, refuse, refuse_union_keys, refuse_word_keys};
use super::{names, no_member};
use crate::ast::{ContainerAttrs, Declaration, Field, Slot};
use crate::errors::Errors;
use crate::model::{Member, NoValue, Object};
use crate::told;

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
        debug: _,
        rules,
    } = &decl.attrs;
    refuse_word_keys(closed, status, errors);
    refuse(id, "a struct with one field without a name", errors);
    refuse_union_keys(content, keyed, untagged, errors);
    let header = header(decl);
    let tag = tag::lower(object, tag, former, errors);
    let sorted = no_member::sort(decl, fields, errors);
    let fields = sorted.members;
    let statuses = lifecycle::statuses(&fields, &decl.input.generics, errors);
    refuse_view(view, statuses.as_ref(), errors);
    let among = Among {
        fields: &fields,
        statuses: statuses.as_ref(),
        casing: rename_all.value().copied(),
        keeps_extra: sorted.extra.is_some(),
    };
    let members = members(&among, errors);
    let object_rules = object_rules::lower(&rules.calls, &among, errors);
    distinct_wire_names(tag.as_ref(), &fields, &members, errors);
    let (table, shared) = statuses.map_or((None, None), Statuses::parts);
    let lifecycle = table.and_then(|table| table.lifecycle(&header, view, &members, errors));
    let shared_status = shared.map(|shared| shared.lifecycle(&header, view, &members, errors));
    let mut object = Object {
        ids: id::generated(&header, &fields, errors),
        header,
        tag: tag.map(|placed| placed.tag),
        members,
        extra: sorted.extra,
        expects_more: sorted.expects_more,
        parts: sorted.parts,
        phantoms: sorted.phantoms,
        lifecycle,
        shared_status,
        rules: object_rules,
        no_value: no_value(decl, &fields),
    };
    names::distinct(&mut object, errors);
    object
}

fn members<'a>(among: &Among<'_, 'a>, errors: &mut Errors) -> Vec<Member<'a>> {
    let fields = among.fields.iter();
    let members = fields.map(|field| member::lower(field, among, errors));
    members.collect()
}

/// Why there would be no value of an object with these members.
fn no_value(decl: &Declaration, fields: &[&Field]) -> Option<NoValue> {
    let mut types = fields.iter().map(|field| field.ty);
    if types.clone().any(|ty| told::is_own(ty, &decl.input.ident)) {
        return Some(NoValue::Endless);
    }
    types.any(told::is_unsized).then_some(NoValue::Unsized)
}

/// A view has a variant for each status, so that their names must stand here.
fn refuse_view<T>(view: &Slot<T>, statuses: Option<&Statuses>, errors: &mut Errors) {
    let message = match statuses {
        Some(Statuses::Own(_)) => return,
        Some(Statuses::Shared(elsewhere)) if elsewhere.list.is_some() => return,
        Some(Statuses::Shared(_)) => {
            "a typed view needs the names of the statuses; list them on the status field, \
             such as `status(queued, running, failed)`, or remove `view`"
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
