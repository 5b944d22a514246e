//! The typed view: which fields are set, and which null, in which status.

use proc_macro2::Ident;
use quote::format_ident;

use super::lifecycle::UNKNOWN;
use super::types::{Kind, is_surely_a_member, kind, returns_inside};
use crate::ast::{Field, NameOrNone, Slot};
use crate::errors::Errors;
use crate::model::{
    Ask, Header, Level, Member, OneStatus, Presence, Rule, Seen, View, ViewField, ViewVariant,
};

/// The view's variant for an object without a status.
const WITHOUT: &str = "NoStatus";

/// The method that makes the view.
pub(super) const METHOD: &str = "state";

/// What an object is seen by.
pub(super) struct Among<'s, 'a> {
    pub(super) statuses: Vec<Sighted>,
    /// Where they stand.
    pub(super) seen: Seen,
    /// The status field.
    pub(super) field: &'s Field<'a>,
    pub(super) members: &'s [Member<'a>],
}

/// A status in which an object is seen.
pub(super) struct Sighted {
    /// Its variant of the view.
    pub(super) variant: Ident,
    /// What its own enum calls it.
    pub(super) name: Ident,
    /// What the docs call it.
    pub(super) told: String,
    pub(super) docs: String,
    pub(super) ended: bool,
    pub(super) status: OneStatus,
}

pub(super) fn lower<'a>(
    header: &Header,
    wanted: &Slot<NameOrNone>,
    among: Among<'_, 'a>,
    errors: &mut Errors,
) -> Option<View<'a>> {
    // Its type parameters need not occur in any of the members that a view has.
    if !header.generics.params.is_empty() {
        refuse_name(wanted, errors);
        return None;
    }
    let ident = match wanted.value() {
        None => format_ident!("{}State", header.ident),
        Some(NameOrNone::Name(name)) => name.clone(),
        Some(NameOrNone::None) => return None,
    };
    let Among {
        statuses,
        seen,
        field,
        members,
    } = among;
    let optional = matches!(kind(field.ty), Kind::Option(_));
    let may_stand_in = may_stand_in(field, optional, &seen, members);
    let without = optional.then(|| without(&ident, &statuses, errors));
    let variants = statuses.into_iter();
    Some(View {
        ident,
        method: format_ident!("{METHOD}", span = header.ident.span()),
        field: field.ident,
        optional,
        may_stand_in,
        statuses: seen,
        unknown: Ident::new(UNKNOWN, field.ident.span()),
        without: without.flatten(),
        variants: variants.map(|one| variant(one, members)).collect(),
    })
}

/// Whether a word that means something may stand where the status did not come, or does not fit. (The blank of an open enum is a word that
/// nobody knows.)
fn may_stand_in(field: &Field, optional: bool, seen: &Seen, members: &[Member]) -> bool {
    let mut members = members.iter();
    let status = members.find(|member| member.ident == field.ident);
    let is_default = status.is_some_and(|one| matches!(one.presence, Presence::Default(_)));
    is_default || !optional && matches!(seen, Seen::Listed { .. })
}

/// Names the variant of an object without a status, which no status may have.
fn without(view: &Ident, statuses: &[Sighted], errors: &mut Errors) -> Option<Ident> {
    if let Some(status) = statuses.iter().find(|one| one.variant == WITHOUT) {
        let message = format!(
            "`{view}::{WITHOUT}` stands for an object without a status; \
             write `as` and another variant for this status, or `view = false` on the struct"
        );
        errors.at(status.variant.span(), message);
        return None;
    }
    Some(format_ident!("{WITHOUT}", span = view.span()))
}

fn refuse_name(wanted: &Slot<NameOrNone>, errors: &mut Errors) {
    if let Some(given) = wanted.given()
        && let NameOrNone::Name(_) = given.value
    {
        let message = "a generic object has no typed view; remove `view`";
        errors.at(given.key.span(), message);
    }
}

fn variant<'a>(sighted: Sighted, members: &[Member<'a>]) -> ViewVariant<'a> {
    let status = &sighted.status;
    let is_null = |member: &&Member| {
        asks(
            member,
            |ask| matches!(ask, Ask::NullIn(statuses) if statuses.has(status)),
        )
    };
    let nulls = members.iter().filter(is_null);
    let sets = members.iter().filter_map(|member| set(status, member));
    ViewVariant {
        docs: or_else(&sighted.docs, || {
            format!("The status is `{}`.", sighted.told)
        }),
        set: sets.collect(),
        null: nulls.map(|member| member.ident).collect(),
        ident: sighted.variant,
        status: sighted.name,
        ended: sighted.ended,
    }
}

/// The member as the view has it, if it must be set in the status.
fn set<'a>(status: &OneStatus, member: &Member<'a>) -> Option<ViewField<'a>> {
    let set = asks(
        member,
        |ask| matches!(ask, Ask::SetIn(statuses) if statuses.has(status)),
    );
    match kind(member.ty) {
        Kind::Option(inner) if set => Some(ViewField {
            ident: member.ident,
            docs: or_else(&member.docs, || {
                format!("`{}`, which is set here.", member.wire)
            }),
            returns: returns_inside(inner),
            foreign: member.foreign.is_some(),
            sure: is_surely_a_member(inner),
        }),
        _ => None,
    }
}

/// Whether breaking one of the rules that ask this would be a violation.
fn asks(member: &Member, this: impl Fn(&Ask) -> bool) -> bool {
    let must = |rule: &Rule| rule.level == Level::Violation && this(&rule.ask);
    member.rules.iter().any(must)
}

fn or_else(docs: &str, other: impl Fn() -> String) -> String {
    match docs.is_empty() {
        true => other(),
        false => docs.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::{complaints, object};
    use super::*;
    use crate::model::Returns;

    fn view(attrs: proc_macro2::TokenStream) -> Option<View<'static>> {
        let declared = quote! {
            #attrs
            struct Job {
                #[api(status { running => done | failed, done, failed })] at: JobStatus,
                /// Says why.
                #[api(only_in(failed))] error: Option<Failure>,
                #[api(set_in(ended), note(null_in(active)))] ended_at: Option<UnixSeconds>,
                #[api(note(set_in(done)), null_in(failed))] model: Option<String>,
            }
        };
        object(declared).lifecycle.expect("a status field").view
    }

    fn names(variant: &ViewVariant) -> (Vec<String>, Vec<String>) {
        let set = variant.set.iter().map(|field| field.ident.to_string());
        let null = variant.null.iter().map(|ident| ident.to_string());
        (set.collect(), null.collect())
    }

    #[test]
    fn only_violations_shape_the_view() {
        let view = view(quote!()).expect("a view");
        assert_eq!(view.ident, "JobState");
        assert_eq!(view.method, "state");
        let [running, done, failed] = view.variants.as_slice() else {
            panic!("one variant for each status");
        };
        assert_eq!(names(running), (vec![], vec!["error".to_owned()]));
        assert_eq!(
            names(done),
            (vec!["ended_at".to_owned()], vec!["error".to_owned()])
        );
        let set = vec!["error".to_owned(), "ended_at".to_owned()];
        assert_eq!(names(failed), (set, vec!["model".to_owned()]));
        assert!(matches!(failed.set[0].returns, Returns::Ref(_)));
        assert!(matches!(failed.set[1].returns, Returns::Copy(_)));
        assert_eq!(failed.set[0].docs, "Says why.");
        assert_eq!(failed.docs, "The status is `failed`.");
    }

    #[test]
    fn the_view_may_be_renamed_or_left_out() {
        assert_eq!(
            view(quote!(#[api(view = Phase)])).expect("a view").ident,
            "Phase"
        );
        assert!(view(quote!(#[api(view = false)])).is_none());
        assert_eq!(
            complaints(quote! { #[api(view = Phase)] struct Job {} }),
            ["`view` needs statuses; write `status { ... }` on the status field, or remove it"]
        );
    }
}
