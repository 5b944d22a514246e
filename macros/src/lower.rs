//! From what was written to what is meant. Everything that is refused for its meaning is refused here.
//!
//! After a mistake, lowering goes on with what it has. Then only the names and types of the model count:
//! each of them is there once, and no more is sure of it.

mod arrows;
mod bounds;
mod claims;
mod enums;
mod id;
pub(crate) mod inner_names;
mod lifecycle;
mod member;
mod names;
mod no_member;
mod object;
mod object_rules;
mod presence;
mod rules;
mod shared;
mod static_text;
mod tag;
#[cfg(test)]
pub(crate) mod testing;
mod types;
mod unions;
mod view;
mod wire;

use syn::{LitStr, Path, parse_quote};

use crate::ast::{Declaration, Fields, RuleCall, Shape, Slot};
use crate::errors::Errors;
use crate::model::{Header, Model};

pub(crate) fn lower<'a>(decl: &Declaration<'a>, errors: &mut Errors) -> Option<Model<'a>> {
    inner_names::refuse(decl.input, errors);
    match &decl.shape {
        Shape::Struct(Fields::Named(fields)) => {
            Some(Model::Object(object::lower(decl, fields, errors)))
        }
        Shape::Struct(Fields::Tuple(types)) if types.len() == 1 => {
            Some(Model::Id(id::lower(decl, errors)))
        }
        Shape::Struct(Fields::Tuple(_) | Fields::Unit) => {
            errors.at(
                decl.input.ident.span(),
                "an object has named fields, and an id has one field without a name; \
                 write `struct Job { ... }` or `struct JobId(api_object::Str);`",
            );
            None
        }
        Shape::Enum(variants) => enums::lower(decl, variants, errors),
        Shape::RustUnion(keyword) => {
            errors.at(
                *keyword,
                "a `union` has no JSON; write an `enum` with `#[api(tag = \"type\")]`",
            );
            None
        }
    }
}

/// What every declaration has, whatever its shape.
pub(crate) fn header<'a>(decl: &Declaration<'a>) -> Header<'a> {
    Header {
        ident: &decl.input.ident,
        vis: &decl.input.vis,
        generics: &decl.input.generics,
        bounds: bounds::lower(
            &decl.attrs.bound,
            &decl.input.generics,
            decl.shape.member_types().into_iter(),
        ),
        docs: docs(&decl.docs),
        krate: krate_path(&decl.attrs.krate),
        debug: decl.attrs.debug.key().map(|key| key.span()),
    }
}

fn krate_path(krate: &Slot<Path>) -> Path {
    match krate.value() {
        Some(path) => path.clone(),
        None => parse_quote!(::api_object),
    }
}

/// Joins the lines of a doc comment; the space after `///` is not part of the text.
fn docs(lines: &[String]) -> String {
    let lines = lines
        .iter()
        .flat_map(|line| line.lines().chain(line.is_empty().then_some("")));
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    lines.join("\n").trim().to_owned()
}

/// What may have type parameters.
const GENERIC: &str = "an object or a union with type parameters";

/// What is made of the key `debug`.
const SHOWN: &str = "an object or a union";

/// Refuses a key that stands on the wrong shape.
fn refuse<T>(slot: &Slot<T>, home: &str, errors: &mut Errors) {
    if let Some(key) = slot.key() {
        errors.at(key.span(), format!("`{key}` is for {home}; remove it here"));
    }
}

fn refuse_union_keys(
    content: &Slot<LitStr>,
    keyed: &Slot<()>,
    untagged: &Slot<()>,
    errors: &mut Errors,
) {
    const UNION: &str = "a union, an enum of values";
    refuse(content, UNION, errors);
    refuse(keyed, UNION, errors);
    refuse(untagged, UNION, errors);
}

fn refuse_word_keys(closed: &Slot<()>, status: &Slot<()>, errors: &mut Errors) {
    refuse(closed, "an enum of words", errors);
    refuse(status, "an enum, or the status field of an object", errors);
}

fn refuse_rules(calls: &[RuleCall], errors: &mut Errors) {
    for RuleCall { key, .. } in calls {
        errors.at(
            key.span(),
            format!("`{key}` is for an object, a struct with named fields; remove it here"),
        );
    }
}

/// Generics that the shape's generated code has no place for.
fn refuse_generics(decl: &Declaration, shape: &str, errors: &mut Errors) {
    if let Some(first) = decl.input.generics.params.first() {
        errors.push(syn::Error::new_spanned(
            first,
            format!("{shape} takes no generic parameters; remove them"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::docs;
    use super::testing::complaints;

    #[test]
    fn docs_lose_one_space_a_line() {
        let lines = [" A job.", "", "   code", " "].map(str::to_owned);
        assert_eq!(docs(&lines), "A job.\n\n  code");
    }

    #[test]
    fn other_forms_are_refused() {
        let advice = "an object has named fields, and an id has one field without a name; \
                      write `struct Job { ... }` or `struct JobId(api_object::Str);`";
        assert_eq!(
            complaints(quote!(
                struct Job;
            )),
            [advice]
        );
        assert_eq!(
            complaints(quote!(
                struct Job(u8, u8);
            )),
            [advice]
        );
        assert_eq!(
            complaints(quote!(union Job { a: u8 })),
            ["a `union` has no JSON; write an `enum` with `#[api(tag = \"type\")]`"]
        );
    }

    #[test]
    fn generics_pass_where_there_is_room() {
        assert_eq!(
            complaints(quote!(
                struct Job<'a, T> {
                    a: Cow<'a, str>,
                    b: T,
                }
            )),
            [""; 0]
        );
    }
}
