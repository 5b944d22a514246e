//! Names in Rust that the declaration makes, and none of them twice.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::claims::Claims;
use super::view::METHOD;
use crate::errors::Errors;
use crate::model::{Accessor, Object, Tag};

/// Says which names would be there twice, and leaves out what would have them a second time.
pub(super) fn distinct(object: &mut Object, errors: &mut Errors) {
    // A view whose own name is taken has a method all the same, once it has another name.
    let has_view = object.view().is_some();
    types(object, errors);
    methods(object, has_view, errors);
}

/// The type itself, its ids, the status enum, the view.
fn types(object: &mut Object, errors: &mut Errors) {
    let mut claims = Claims::default();
    let mut is_taken = |ident: &Ident, advice: &str| {
        let claimed = claims.claim(ident.unraw().to_string(), ident.span());
        if let Err(first) = claimed {
            let message = format!("the type `{ident}` would be there twice; {advice}");
            errors.twice(ident.span(), first, message);
        }
        claimed.is_err()
    };
    let of_field = "give one of the fields another type";
    is_taken(object.header.ident, "");
    object.ids.retain(|id| !is_taken(&id.ident, of_field));
    let lifecycle = &mut object.lifecycle;
    lifecycle.take_if(|lifecycle| is_taken(&lifecycle.statuses.ident, of_field));
    let own = lifecycle.as_mut().map(|one| &mut one.view);
    let shared = object.shared_status.as_mut().map(|one| &mut one.view);
    if let Some(view) = own.or(shared) {
        let advice = "write `view = OtherName`, or `view = false`";
        view.take_if(|view| is_taken(&view.ident, advice));
    }
}

/// The accessors, among themselves and beside what else the type gets.
fn methods(object: &mut Object, has_view: bool, errors: &mut Errors) {
    let tag = object.tag.as_ref().map(Tag::constant);
    let mut claims = Claims::default();
    let mut is_taken = |accessor: &mut Accessor| {
        let name = accessor.name.unraw();
        let span = accessor.name.span();
        if has_view && name == METHOD {
            errors.at(span, view_has(&name));
        } else if tag.is_some_and(|constant| name == constant) {
            let message =
                format!("`{name}` is the constant of the tag; write `accessor = other_name`");
            errors.at(span, message);
        } else if let Err(first) = claims.claim(name.to_string(), span) {
            let message = format!(
                "the accessor `{name}` would be there twice; write `accessor = other_name`"
            );
            errors.twice(span, first, message);
        } else {
            return false;
        }
        true
    };
    let members = object.members.iter_mut().map(|member| &mut member.accessor);
    let parts = object.parts.iter_mut().map(|part| &mut part.accessor);
    for accessor in members.chain(parts) {
        accessor.take_if(&mut is_taken);
    }
}

fn view_has(method: &Ident) -> String {
    format!(
        "`{method}` is the method of the typed view; write `accessor = other_name` on this field, \
         or `view = false` on the struct"
    )
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::complaints;

    #[test]
    fn accessors_have_names_of_their_own() {
        let declared = quote! {
            #[api(object = "job")]
            struct Job {
                a: u8,
                #[api(accessor = a)] b: u8,
                #[api(accessor = OBJECT)] c: u8,
                #[api(status { on })] state: JobStatus,
            }
        };
        assert_eq!(
            complaints(declared),
            [
                "the accessor `a` would be there twice; write `accessor = other_name`",
                "first given here",
                "`OBJECT` is the constant of the tag; write `accessor = other_name`",
                "`state` is the method of the typed view; write `accessor = other_name` on this field, \
                 or `view = false` on the struct",
            ]
        );
        let viewless = quote! {
            #[api(view = false)]
            struct Job { #[api(status { on })] state: JobStatus }
        };
        assert_eq!(complaints(viewless), [""; 0]);
    }

    #[test]
    fn types_have_names_of_their_own() {
        let declared = quote! {
            #[api(view = JobStatus)]
            struct Job {
                #[api(id = "a-")] a: Thing,
                #[api(id = "b-")] b: Option<Thing>,
                #[api(status { on })] at: JobStatus,
            }
        };
        assert_eq!(
            complaints(declared),
            [
                "the type `Thing` would be there twice; give one of the fields another type",
                "first given here",
                "the type `JobStatus` would be there twice; write `view = OtherName`, or `view = false`",
                "first given here",
            ]
        );
    }

    #[test]
    fn a_status_called_state_is_told_all_at_once() {
        let declared = quote! {
            struct Issue { #[api(status { open, closed })] state: IssueState }
        };
        assert_eq!(
            complaints(declared),
            [
                "the type `IssueState` would be there twice; write `view = OtherName`, or `view = false`",
                "first given here",
                "`state` is the method of the typed view; write `accessor = other_name` on this field, \
                 or `view = false` on the struct",
            ]
        );
    }

    #[test]
    fn wire_names_are_taken_once() {
        let declared = quote! {
            #[api(object = "job")]
            struct Job {
                object: u8,
                #[api(rename = "x")] a: u8,
                #[api(alias("y", "x"))] b: u8,
            }
        };
        assert_eq!(
            complaints(declared),
            [
                "the wire name `object` is taken; choose another, or remove one",
                "first given here",
                "the wire name `x` is taken; choose another, or remove one",
                "first given here",
            ]
        );
    }
}
